"""Budgets out of files: a reading is believed only as far as its own arithmetic proves it."""
