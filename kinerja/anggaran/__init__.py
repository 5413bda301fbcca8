"""Budgets: what the codes, titles and totals of budget tables mean, reading them by evidence, and comparing them."""
