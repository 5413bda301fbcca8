"""The words by which columns of budget tables are recognised: as words of a title in lower case, as patterns.

The add-in without Python carries the same patterns (`addin/build/murni_kata.py`).
"""

from __future__ import annotations

import re

JENJANG = frozenset(
    ["urusan", "bidang", "program", "kegiatan", "giat", "sub", "subkegiatan", "subgiat", "dan", "unsur", "pemerintahan"]
)
SKPD = frozenset(["skpd", "opd", "perangkat", "daerah", "unit", "organisasi", "kerja", "kecamatan"])
INTI_SKPD = SKPD - {"daerah", "kerja"}

PEMBEDA = (
    ("sub unit", r"(?:(?:kode|kd|nama|id) )?sub ?(?:skpd|opd|unit|unit kerja|unit organisasi|unit skpd)"),
    ("akun", r"(?:kode|kd|id|no|nomor) (?:akun|rekening belanja|rek belanja)|akun(?: belanja)?"),
    ("nama akun", r"(?:nama|uraian) (?:akun|rekening|rek|belanja)(?: belanja)?"),
    ("sumber dana", r"(?:(?:kode|nama|id) )?sumber (?:dana|pendanaan|anggaran)|(?:(?:kode|nama|id) )?dana(?: dari)?"),
    ("bukti", r"(?:(?:no|nomor|tgl|tanggal) )?(?:sp2d|spm|spp|spj|bku|bukti|kuitansi|kwitansi)(?: .*)?"),
    ("masa", r"(?:nama )?(?:bulan|tanggal|tgl|periode|triwulan|tw|semester|tahap)(?: (?:ke|realisasi|pencairan))?"),
    ("tempat", r"(?:(?:kode|nama) )?(?:lokasi|kelurahan|desa|gampong|nagari|kampung|desa kelurahan|lingkungan)"),
    (
        "rincian",
        r"(?:nama |uraian )?(?:paket|pekerjaan|komponen|subtitle|standar harga)|(?:nama|uraian) rincian(?: .*)?",
    ),
    ("jenis", r"(?:(?:kode|nama) )?(?:jenis|kelompok|objek|rincian objek) belanja"),
)
"""What tells apart rows of one code, by title: such rows add up and are not double."""

_ROMAWI = ((1, "i"), (2, "ii"), (3, "iii"), (4, "iv"))
_BULAN = (
    ("januari", "jan"), ("februari", "feb|pebruari"), ("maret", "mar"), ("april", "apr"), ("mei", "may"),
    ("juni", "jun"), ("juli", "jul"), ("agustus", "agu|agt|ags"), ("september", "sep|sept"),
    ("oktober", "okt"), ("november", "nov|nopember"), ("desember", "des"),
)  # fmt: skip
BULAN = tuple(nama for nama, _ in _BULAN)
TRIWULAN = tuple(f"triwulan {n}" for n, _ in _ROMAWI)
PENGGAL = (
    ("operasi", r"operasi|operasional"),
    ("modal", r"modal"),
    ("tak terduga", r"tak terduga|tidak terduga|btt"),
    ("transfer", r"transfer"),
    ("pegawai", r"pegawai"),
    ("barang dan jasa", r"barang (?:dan )?jasa|barang"),
    ("hibah", r"hibah"),
    ("bantuan sosial", r"bantuan sosial|bansos"),
    ("bunga", r"bunga|subsidi"),
    *((nama, rf"{nama}|{pola}") for nama, pola in _BULAN),
    *((f"triwulan {n}", rf"(?:triwulan|tw|tri wulan)(?: ke)? ?(?:{n}|{r})") for n, r in _ROMAWI),
    *((f"semester {n}", rf"(?:semester|smt|sem) ?(?:{n}|{r})") for n, r in _ROMAWI[:2]),
)  # fmt: skip
"""Parts of a whole that stand in columns of their own: they add up where no total stands beside them."""
PEMILIK = ("kecamatan", "nama_kecamatan", "skpd")
"""Meanings of the columns that say whose a row is."""
KELOMPOK = frozenset(["operasi", "modal", "tak terduga", "transfer"])
"""The groups that all spending falls into (Permendagri 77/2020): a SIPD report shows each in columns of its own."""

AKHIR = r"setelah|sesudah|menjadi|perubahan|pergeseran|akhir|pak|papbd|p apbd|apbdp|apbd p|rapbdp|dppa|terakhir"
AWAL = r"sebelum|semula|murni|awal|induk|pagumurni"
PAGU = (
    r"pagu\w*|anggaran|dpa|dppa|rka|rkpd|renja|perjanjian|r?apbd|papbd|apbdp|plafon|alokasi|dana|belanja|kebutuhan"
    r"|murni|semula|menjadi|pak"
)
JUMLAH = r"jumlah|total|nilai|rp|rupiah"
REALISASI = r"realisasi|penyerapan|pencairan|sp2d|spj"
BUKAN = (
    r"persen|persentase|prosentase|sisa|selisih|bertambah|berkurang|lebih|kurang|sumber|koefisien|satuan|harga|ppn"
    r"|volume|vol|keterangan|ket|lokasi|prioritas|serapan|kode|no|nomor"
)
BUKAN_KECUALI_RUPIAH = r"fisik|kinerja|output|target|indikator|capaian"
"""Words of a title whose lower part may still say `Rp`: a target has a figure and a budget."""
PENGISI = (
    r"rp|rupiah|dalam|nomenklatur|nama|uraian|tahun|anggaran|ta|t a|validasi|definitif|indikatif|kas|dan|ini|berjalan"
    r"|sampai|dengan|s d|sd|keuangan|skpd|opd|kelompok|jenis|rencana|pada|yang|dari|di|ke|untuk|dpa|dppa|total|jumlah"
    r"|nilai|setelah|sebelum|sesudah"
)
RUPIAH = frozenset(["rp", "rupiah", "keuangan", "anggaran", "dana", "pagu", "rp juta", "jumlah"])
GESER = (
    (-1, r"(?:t|n) ?(?:-|min) ?1|tahun (?:lalu|sebelumnya|kemarin|yang lalu)"),
    (1, r"(?:t|n) ?(?:\+|plus) ?1|prakiraan maju|tahun (?:depan|berikutnya|berikut)"),
)


BESAR_PERUBAHAN = re.compile(r"perubahan(?! apbd)\b")
"""By how much a budget changes, where more follows; not what it is after the change."""
