"""What the name of a row suggests: a total, a section, a unit, a programme. Arithmetic decides (`bukti`)."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from kinerja.nomenklatur import find_program


class Label(Enum):
    """What a name suggests."""

    JUMLAH = "jumlah"
    PINDAHAN = "pindahan"
    PENDAPATAN = "pendapatan"
    BELANJA = "belanja"
    PEMBIAYAAN = "pembiayaan"
    SELISIH = "surplus atau defisit"
    UNIT = "SKPD"
    PERSEN = "persen"
    RINGKASAN = "ringkasan"
    PROGRAM = "program"
    BIASA = ""


SEKSI = frozenset([Label.PENDAPATAN, Label.BELANJA, Label.PEMBIAYAAN])
"""Headings above programmes and accounts."""
_POLA = (
    (Label.JUMLAH, r"(?:(?:sub|grand)[\s.\-]*)?(?:jumlah|jlh|jml|jmlh|jmh|total)\b|keseluruhan$"),
    (Label.PINDAHAN, r"(?:di ?)?pindah(?:an|kan)\b|di ?bawa\b|bawaan\b|(?:dari|ke) hal(?:aman)?\b"),
    (
        Label.SELISIH,
        r"\(?(?:surplus|defisit)\)?(?: ?/ ?\(?(?:surplus|defisit)\)?)?(?: anggaran| daerah)?$"
        r"|sisa (?:lebih|kurang) (?:pembiayaan|perhitungan|anggaran)\b|sil(?:pa|kpa)$|sikpa$"
        r"|pembiayaan nett?o\b",
    ),
    (
        Label.PERSEN,
        r"(?:persen|persentase|prosentase|%)\b|(?:tingkat )?(?:capaian|serapan|penyerapan)(?: anggaran)?(?: \(?%\)?)?$",
    ),
    (Label.RINGKASAN, r"(?:pagu|anggaran|realisasi|sisa|saldo|selisih)(?: (?:anggaran|dana|pagu|kas|belanja))?$"),
    (Label.PEMBIAYAAN, r"(?:(?:penerimaan|pengeluaran) )?pembiayaan(?: daerah| skpd)?$"),
    (Label.PENDAPATAN, r"(?:pendapatan|penerimaan)(?: daerah| skpd| asli daerah)?$"),
    (Label.BELANJA, r"belanja(?: daerah| skpd| langsung| tidak langsung)?$"),
    (
        Label.UNIT,
        r"(?:kecamatan|kec\.?|skpd|opd|dinas|badan|kantor|sekretariat|kelurahan|inspektorat|puskesmas|rsud|bagian|uptd?"
        r"|satuan polisi)\s+\S",
    ),
)
_KATA_TINGKAT = re.compile(r"\b(?:program|sub ?kegiatan|kegiatan|rekening|akun)\b")


@lru_cache(maxsize=16_384)
def read_label(nama: str) -> Label:
    """What a name suggests.

    >>> [read_label(n).name for n in ("J U M L A H", "Jlh.", "Sub Total", "Dipindahkan ke halaman 2", "Pemindahan")]
    ['JUMLAH', 'JUMLAH', 'JUMLAH', 'PINDAHAN', 'BIASA']
    >>> [read_label(n).name for n in ("BELANJA DAERAH", "Belanja Modal", "SURPLUS/(DEFISIT)", "Kecamatan Medan Baru")]
    ['BELANJA', 'BIASA', 'SELISIH', 'UNIT']
    """
    teks = re.sub(r"^(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]\s+", "", fold_nama(nama))
    for label, pola in _POLA:
        if re.match(pola, teks):
            return label
    if teks.startswith("program ") or (teks and find_program(nama) is not None):
        return Label.PROGRAM
    return Label.BIASA


def fold_nama(nama: str) -> str:
    """A name in lower case, with letters that stand apart put together.

    >>> fold_nama(" J U M L A H   B E L A N J A"), fold_nama("TOTAL"), fold_nama("a b Jumlah")
    ('jumlah belanja', 'total', 'a b jumlah')
    """
    kata = [" ".join(k.split()) for k in re.split(r"\s{2,}", nama.strip())]
    rapat = [re.sub(r"(?<=\w) (?=\w\b)", "", k) if re.fullmatch(r"\w(?: \w){2,}:?", k) else k for k in kata]
    teks = " ".join(rapat).casefold()
    return re.sub(r"^((?:\w ){2,}\w)\b", lambda m: m[1].replace(" ", ""), teks)


def is_seluruh(nama: str) -> bool:
    """Whether the label of a total says that it sums everything.

    >>> [is_seluruh(n) for n in ("GRAND TOTAL", "Jumlah Seluruhnya", "Jumlah Program", "JUMLAH")]
    [True, True, False, False]
    """
    return re.search(r"\bgrand\b|\b(?:ke)?seluruh(?:an|nya)?\b", fold_nama(nama)) is not None


def names_tingkat(nama: str) -> bool:
    """Whether the label of a total says which level it sums.

    >>> names_tingkat("Jumlah Kegiatan Perencanaan"), names_tingkat("JUMLAH")
    (True, False)
    """
    return _KATA_TINGKAT.search(fold_nama(nama)) is not None
