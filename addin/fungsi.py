"""Every function that a user can type, as plain callables too; they follow the law of today, or of the day `pada`.

>>> from datetime import date
>>> [SAKIP_PREDIKAT(x, pada=date(2024, 1, 2)) for x in ("66,5", 60, None)]
['B', 'CC', None]
"""

from __future__ import annotations

from addin.daftar import DAFTAR, list_fungsi
from addin.fungsi_evaluasi import (
    SAKIP_INTERPRETASI,
    SAKIP_NILAI,
    SAKIP_PREDIKAT,
    SAKIP_SUBKOMPONEN,
    SKM_INDEKS,
    SKM_KINERJA,
    SKM_MUTU,
    SKM_NILAI,
    SKM_NRR,
    SKM_SAMPEL,
)
from addin.fungsi_persen import (
    ANGGARAN_REKON,
    ANGGARAN_SELISIH,
    ANGGARAN_SERAPAN,
    KATEGORI_CAPAIAN,
    PERSEN_CAPAIAN,
    PERSEN_MANFAAT,
    PERSEN_TRANTIBUM,
)
from addin.fungsi_umum import ANGKA, KINERJA_ALASAN, KINERJA_DASAR, KINERJA_VERSI, RUPIAH_TEKS, TERBILANG

__all__ = [
    "ANGGARAN_REKON",
    "ANGGARAN_SELISIH",
    "ANGGARAN_SERAPAN",
    "ANGKA",
    "DAFTAR",
    "KATEGORI_CAPAIAN",
    "KINERJA_ALASAN",
    "KINERJA_DASAR",
    "KINERJA_VERSI",
    "PERSEN_CAPAIAN",
    "PERSEN_MANFAAT",
    "PERSEN_TRANTIBUM",
    "RUPIAH_TEKS",
    "SAKIP_INTERPRETASI",
    "SAKIP_NILAI",
    "SAKIP_PREDIKAT",
    "SAKIP_SUBKOMPONEN",
    "SKM_INDEKS",
    "SKM_KINERJA",
    "SKM_MUTU",
    "SKM_NILAI",
    "SKM_NRR",
    "SKM_SAMPEL",
    "TERBILANG",
    "list_fungsi",
]
