"""The tables of the register, and which of their rows no version of ours wrote."""

from __future__ import annotations

SUSUNAN = 1
"""Number of the schema; a register with a larger one is of a later version of kinerja. Tables that older versions may
overlook (`akar`, those of the returns) are made when they are first needed, and raise no number."""
SKEMA = """
CREATE TABLE isi(
  id INTEGER PRIMARY KEY, sidik BLOB NOT NULL UNIQUE, panjang INTEGER NOT NULL,
  dasar INTEGER REFERENCES isi(id), simpanan BLOB NOT NULL);
CREATE TABLE terbit(
  id INTEGER PRIMARY KEY, kode TEXT NOT NULL, tahun INTEGER NOT NULL, jenis TEXT NOT NULL, revisi INTEGER NOT NULL,
  nama TEXT NOT NULL, folder TEXT NOT NULL, berkas TEXT NOT NULL, isi INTEGER NOT NULL REFERENCES isi(id),
  waktu TEXT NOT NULL, versi TEXT NOT NULL, sumber TEXT NOT NULL, sidik_sumber TEXT NOT NULL,
  UNIQUE(kode, tahun, jenis, revisi, folder, berkas));
CREATE INDEX terbit_folder ON terbit(folder, berkas);
CREATE INDEX isi_dasar ON isi(id) WHERE dasar IS NULL;
"""
SKEMA_KEMBALI = """
CREATE TABLE IF NOT EXISTS isi_kembali(
  id INTEGER PRIMARY KEY, sidik BLOB NOT NULL UNIQUE, panjang INTEGER NOT NULL, mampat INTEGER NOT NULL,
  simpanan BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS kembali(
  id INTEGER PRIMARY KEY, kode TEXT NOT NULL, tahun INTEGER NOT NULL, jenis TEXT NOT NULL,
  isi INTEGER NOT NULL REFERENCES isi_kembali(id), dihitung INTEGER NOT NULL, waktu TEXT NOT NULL, berkas TEXT NOT NULL,
  versi TEXT NOT NULL, revisi INTEGER, triwulan INTEGER NOT NULL, disimpan TEXT NOT NULL, status TEXT NOT NULL,
  isian TEXT NOT NULL, hasil TEXT NOT NULL, temuan TEXT NOT NULL, UNIQUE(kode, tahun, jenis, isi));
"""
"""Returns. `dihitung` is 0, or counts upwards for a kecamatan, year and kind: the largest was the last to count."""
SKEMA_FORMULIR = """
CREATE TABLE IF NOT EXISTS formulir(
  id INTEGER PRIMARY KEY, sidik BLOB NOT NULL UNIQUE, berkas TEXT NOT NULL, panjang INTEGER NOT NULL,
  mampat INTEGER NOT NULL, simpanan BLOB NOT NULL)
"""
"""Forms of the office as it gave them; which issue is of which, its own identity says."""
MAKS_REVISI = 999_999


def _find_bukan_teks(*kolom: str) -> str:
    """The condition that one of these columns is no text, or one that C would cut off."""
    return " OR ".join(f"typeof({n}) <> 'text' OR instr(CAST({n} AS BLOB), x'00')" for n in kolom)


_BUKAN_TAHUN = "typeof(tahun) <> 'integer' OR tahun NOT BETWEEN 1 AND 9999 OR typeof(isi) <> 'integer'"
_BUKAN_REVISI = f"typeof(revisi) <> 'integer' OR revisi NOT BETWEEN 1 AND {MAKS_REVISI}"
_BUKAN_ISI = "typeof(sidik) <> 'blob' OR length(sidik) <> 32 OR typeof(simpanan) <> 'blob'"
SALAH = f"""
SELECT 1 FROM terbit WHERE {_BUKAN_TAHUN} OR {_BUKAN_REVISI}
  OR {_find_bukan_teks("kode", "jenis", "nama", "folder", "berkas", "waktu", "versi", "sumber", "sidik_sumber")}
UNION ALL SELECT 1 FROM isi WHERE {_BUKAN_ISI}
LIMIT 1
"""  # noqa: S608
"""Rows that no version of ours wrote: SQLite keeps a value of any type in any column."""
SALAH_KEMBALI = f"""
SELECT 1 FROM kembali WHERE {_BUKAN_TAHUN} OR (revisi IS NOT NULL AND ({_BUKAN_REVISI}))
  OR typeof(dihitung) <> 'integer' OR dihitung < 0 OR typeof(triwulan) <> 'integer' OR triwulan NOT BETWEEN 0 AND 4
  OR {_find_bukan_teks("kode", "jenis", "waktu", "berkas", "versi", "disimpan", "status")}
  OR typeof(isian) <> 'text' OR typeof(hasil) <> 'text' OR typeof(temuan) <> 'text'
  OR isi NOT IN (SELECT id FROM isi_kembali)
UNION ALL SELECT 1 FROM isi_kembali WHERE {_BUKAN_ISI} OR typeof(panjang) <> 'integer' OR mampat NOT IN (0, 1)
LIMIT 1
"""  # noqa: S608
"""The same of the returns. What is in their long texts is looked at when they are read: here it would cost too much."""
SALAH_FORMULIR = f"""
SELECT 1 FROM formulir WHERE {_BUKAN_ISI} OR typeof(panjang) <> 'integer' OR mampat NOT IN (0, 1)
  OR {_find_bukan_teks("berkas")}
LIMIT 1
"""  # noqa: S608
"""The same of the forms."""
