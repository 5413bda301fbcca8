"""Random budget tables with a known truth: a tree of amounts, the shapes that occur, and seeded faults.

Written from the grammar of codes, titles and totals, not from the reader; a table is black box for it.

* `pohon`: the truth · `bentuk`: the shapes as axes · `baris`: the rows in their roles
* `kode`, `uang`: columns of codes and of amounts · `tulis`: the grid and its file · `tabel`: both sides, with the truth
* `salah`: faults and other roles · `nilai`: right, a question, or wrong
"""
