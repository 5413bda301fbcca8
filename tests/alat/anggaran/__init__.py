"""Random budget tables with a known truth: a tree of amounts, the shapes that occur, and seeded faults.

Written from the grammar of codes, titles and totals, not from the reader; a table is black box for it.
"""
