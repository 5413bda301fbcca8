"""Oracles that the tests lean on: other engines, validators, a file lint and the printed page."""
