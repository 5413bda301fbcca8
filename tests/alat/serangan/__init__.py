"""Hostile files, the cage in which commands read them, and the judge of what came out.

* `kasus`: what a case is · `dasar`: the honest files · `arsip`: zip archives that lie, cheap bombs
* `buku`, `sel` (xlsx) · `ods` · `xls` · `parquet` · `teks` (csv) · `induk_toml` · `logo` · `tempat` (names, pipes): the cases
* `kandang`, `pekerja`: commands run many times in one process that is watched and killed from outside
* `perintah`: the reading commands · `hakim`: what breaks the rule · `acak`: mutants by seed

Generators are functions without arguments (or with the honest file to spoil); bombs cost milliseconds, nothing is stored.
"""
