"""Evidence for the way back: what cheaters, programs and honest officers do to a workbook.

* `paket`: a workbook as its parts · `sel`: cells found and replaced in the bytes of a sheet ·
  `beda`: what differs between two
* `ubahan`: a kind of tampering, where it must be named · `ubah`: all of them, from `ubah_isi`, `ubah_rumus`,
  `ubah_nama`, `ubah_rupa`, `ubah_susunan`, `ubah_identitas` · `gaya`, `ekstra`: styles and parts that these add
* `acak`: random changes of one locked constant, formula or name
* `simpan`, with simpan.js: saved again by other programs, and writes tests/kasus/simpan-ulang/
* `ketik`: values typed into the inputs of any version's workbook · `jujur`: honest ones, drawn at
  random within what the inputs allow (`batas`)
"""
