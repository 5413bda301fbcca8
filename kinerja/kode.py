"""Codes of programmes and accounts, by one grammar: from the urusan down to the account, in whatever spelling.

The levels are those of Permendagri 90/2019 (urusan, bidang, program, kegiatan, sub-kegiatan; accounts with six parts),
with the four-digit sub-kegiatan of Kepmendagri 900.1.15.5-1317/2023 and the longer account tails that SIPD-RI exports.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

MAKS_KODE = 80
"""Letters of a code, with its SKPD in front and its account behind; whatever is longer is none."""


class JenisKode(Enum):
    """What a code stands for."""

    URUSAN = "urusan"
    BIDANG = "bidang"
    PROGRAM = "program"
    KELOMPOK = "kelompok kegiatan"
    KEGIATAN = "kegiatan"
    SUB = "sub-kegiatan"
    AKUN = "rekening"
    SKPD = "SKPD"
    SUB_UNIT = "sub-unit"
    NOMOR = "nomor"
    """A programme's own number, without its bidang: 01, 70101, 701.01."""
    ASING = "asing"
    """Nothing of this grammar."""


_BERTINGKAT = (
    JenisKode.URUSAN,
    JenisKode.BIDANG,
    JenisKode.PROGRAM,
    JenisKode.KELOMPOK,
    JenisKode.KEGIATAN,
    JenisKode.SUB,
)
TINGKAT = {jenis: n for n, jenis in enumerate(_BERTINGKAT, 1)}
"""Parts of a code by kind."""
PROGRAM, KEGIATAN, SUB = TINGKAT[JenisKode.PROGRAM], TINGKAT[JenisKode.KEGIATAN], TINGKAT[JenisKode.SUB]
"""Levels at which budgets are compared."""
POHON = frozenset([JenisKode.PROGRAM, JenisKode.KELOMPOK, JenisKode.KEGIATAN, JenisKode.SUB])
"""Kinds that carry a budget of their own in an agreement."""
_LEBAR = (1, 2, 2, 1, 2, 4)
"""Digits of each part in standard spelling."""
_LEBAR_AKUN = (1, 1, 2, 2, 2, 4)
BAKU = re.compile(r"[0-9](?:\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9](?:\.[0-9]{2}(?:\.(?:[0-9]{4}|[1-9][0-9]{4,5}))?)?)?)?)?")
"""Codes of a level in standard spelling: they need not be taken apart, and a long table has more than a cache holds."""
_SKPD = re.compile(
    r"(?:[0-9]\.[0-9]{2}\.)?(?P<skpd>[0-9]\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]{1,2}\.[0-9]{2,4})"
    r"(?:\.(?P<sisa>[0-9].*))?"
)
"""An SKPD: up to three bidang, a number, a sub-unit (`7.01.0.00.0.00.17.0000`), perhaps in front of another code."""


@dataclass(frozen=True, slots=True)
class Kode:
    """A code that was read.

    Attributes:
        baku: in standard spelling; an account below a sub-kegiatan follows after a space.
        akun: it may be an account as well as an urusan: `4`, `5`, `6` alone.
        skpd: the SKPD that stood in front.
    """

    jenis: JenisKode
    baku: str
    akun: bool = False
    skpd: str = ""

    @property
    def induk_skpd(self) -> str:
        """The SKPD that a sub-unit belongs to.

        >>> read_kode("7.01.0.00.0.00.17.0003").induk_skpd
        '7.01.0.00.0.00.17.0000'
        """
        return f"{self.baku.rpartition('.')[0]}.0000"


@lru_cache(maxsize=65_536)
def read_kode(teks: str) -> Kode:
    """What a code as it is written stands for.

    Leading zeros, missing zeros, hyphens, spaces and trailing dots are spelling; a kegiatan `201` is `2.01`. Nothing
    else is changed: what fits nothing comes back as it is, of kind ASING.

    >>> [read_kode(k).baku for k in ("07.01.04", "7.01.01.201.1", "7-01-04.", "7.01.04.02.01.0001")]
    ['7.01.04', '7.01.01.2.01.0001', '7.01.04', '7.01.04.2.01.0001']
    >>> [read_kode(k).jenis.value for k in ("5.1.02", "5.01.02", "5.1.02.01.001.00024", "01", "70101", "7.01.4x")]
    ['rekening', 'program', 'rekening', 'nomor', 'nomor', 'asing']
    >>> read_kode("7.01.7.01.0.00.0.00.17.0000.7.01.04").skpd
    '7.01.0.00.0.00.17.0000'
    """
    rapi = teks.strip().strip(".").strip()
    if BAKU.fullmatch(rapi):
        return _make_jenjang(rapi)
    bagian = re.split(r"\s*[.\-\s]\s*", rapi) if len(rapi) <= MAKS_KODE else []
    if not bagian or not all(b.isascii() and b.isdigit() for b in bagian):
        return Kode(JenisKode.ASING, rapi)
    if len(bagian) >= 8 and (cocok := _SKPD.fullmatch(".".join(bagian))):
        skpd = cocok["skpd"]
        if cocok["sisa"]:
            sisa = read_kode(cocok["sisa"])
            return Kode(sisa.jenis, sisa.baku, sisa.akun, skpd) if not sisa.skpd else Kode(JenisKode.ASING, rapi)
        return Kode(JenisKode.SKPD if int(skpd.rpartition(".")[2]) == 0 else JenisKode.SUB_UNIT, skpd)
    return _read_akun(bagian) or _read_nomor(bagian) or _read_jenjang(bagian) or Kode(JenisKode.ASING, rapi)


def normalize_kode(kode: str) -> str:
    """A code in standard spelling; what is none comes back trimmed.

    >>> normalize_kode("07.01.06 "), normalize_kode("7.01.06.2.01.11"), normalize_kode("7-01-4"), normalize_kode("x")
    ('7.01.06', '7.01.06.2.01.0011', '7.01.04', 'x')
    """
    return read_kode(kode).baku


def _read_akun(bagian: list[str]) -> Kode | None:
    """An account: 4 revenue, 5 spending, 6 financing, whose second part has one digit: 5.1.02, not 5.01.02."""
    if bagian[0] not in {"4", "5", "6"} or len(bagian) < 2 or len(bagian) > 6 or len(bagian[1]) != 1:
        return None
    if bagian[1] == "0" or any(len(b) > n + 4 for b, n in zip(bagian, _LEBAR_AKUN, strict=False)):
        return None
    return Kode(JenisKode.AKUN, _write(bagian, _LEBAR_AKUN))


def _read_nomor(bagian: list[str]) -> Kode | None:
    """A programme's number without its bidang, or with the dots lost."""
    satu = len(bagian) == 1 and (len(bagian[0]) == 2 or re.fullmatch("0?[1-9][0-9]{4}", bagian[0]))
    dua = len(bagian) == 2 and len(bagian[0]) == 3 and len(bagian[1]) == 2
    return Kode(JenisKode.NOMOR, ".".join(bagian)) if satu or dua else None


def _read_jenjang(bagian: list[str]) -> Kode | None:
    if len(bagian) > 3 and re.fullmatch("[1-9][0-9]{2}", bagian[3]):  # 201 for 2.01
        bagian = [*bagian[:3], bagian[3][0], bagian[3][1:], *bagian[4:]]
    akun = _read_akun(bagian[6:]) if len(bagian) > 6 else None
    if len(bagian) > 6 and akun is None:
        return None
    jenjang = bagian[:6]
    if int(jenjang[0]) > 9 or any(len(b) > max(n, 2) for b, n in zip(jenjang, _LEBAR[:5], strict=False)):
        return None
    if (len(jenjang) > 3 and int(jenjang[3]) > 9) or any(len(b) > 6 for b in jenjang):
        return None
    baku = _write(jenjang, _LEBAR)
    if akun is not None:
        return Kode(JenisKode.AKUN, f"{baku} {akun.baku}")
    return _make_jenjang(baku)


def _make_jenjang(baku: str) -> Kode:
    """A code of a level in standard spelling: its parts say which."""
    return Kode(_BERTINGKAT[baku.count(".")], baku, akun=baku in {"4", "5", "6"})


def _write(bagian: list[str], lebar: tuple[int, ...]) -> str:
    return ".".join(str(int(b)).zfill(n) for b, n in zip(bagian, lebar, strict=False))
