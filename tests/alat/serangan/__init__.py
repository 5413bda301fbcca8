"""Hostile files, the cage in which commands read them, and the judge of what came out.

* `kasus`: what a case is · `dasar`: the honest files · `arsip`: zip archives that lie, cheap bombs
* `asal`, `buku`, `sel`, `kembali` (xlsx) · `ods` · `xls` · `parquet` · `teks` (csv) · `induk_toml` · `logo` · `tempat`
  (names, pipes): the cases · `kelompok`: all of them by groups
* `kandang`, `pekerja`, `lapangan`: commands run many times in one process that is watched and killed from outside
* `perintah`: the reading commands · `hakim`: what breaks the rule · `acak`: mutants by number · `ejaan`: one
  workbook in many spellings

Generators are functions that yield cases; bombs cost milliseconds, and nothing large is stored.
"""
