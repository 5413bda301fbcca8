"""A target as people write it, without its unit: `88,30`, `80–90`, `≥ 90`, `1:32`."""

from __future__ import annotations

import re
from decimal import Decimal

from kinerja.angka import JenisAngka, read_angka
from kinerja.errors import MasukanError
from kinerja.rumus.target import Target

ANGKA = r"-?[0-9](?:[0-9.,]*[0-9])?"
_BAWAH = r"≥|>=|=>|minimal|minimum|min\.?|sekurang-kurangnya|paling (?:sedikit|kurang|rendah)"
_ATAS = r"≤|<=|=<|maksimal|maksimum|maks\.?|sebanyak-banyaknya|paling (?:banyak|tinggi|lama|lambat)"
_SAMPAI = r"\s*(?:[-–—]|s\.?/?d\.?|sampai dengan|sampai|hingga)\s*"
BENTUK = (
    rf"(?P<atau>{_BAWAH}|{_ATAS})?\s*(?P<dari>{ANGKA})(?P<tengah>\s*(?:%|[A-Za-z]+)?)"
    rf"(?:{_SAMPAI}(?P<sampai>{ANGKA})|\s*(?::|banding)\s*(?P<banding>{ANGKA}))"
    rf"|(?P<sisi>{_BAWAH}|{_ATAS})\s*(?P<angka>{ANGKA})"
)
"""A pattern of all that is no bare number; between the numbers of a range the unit may stand once more."""
_POLA = re.compile(BENTUK, re.IGNORECASE)


def read_bentuk(teks: str) -> Target:
    """A target from its text.

    Raises:
        KosongError: nothing in it.
        MasukanError: no number, a range whose end is not above its beginning, a ratio that is not `1 : number`.

    >>> [str(read_bentuk(x)) for x in ("80-90", ">= 90", "maksimal 3", "1:32", "0,8012")]
    ['80–90', '≥ 90', '≤ 3', '1 : 32', '0,8012']
    """
    cocok = _POLA.fullmatch(teks.strip())
    return (
        make_target(cocok)
        if cocok and not (cocok["tengah"] or "").strip()
        else Target.from_angka(read_angka(teks, "nilai"))
    )


def make_target(cocok: re.Match[str], jenis: JenisAngka = "nilai") -> Target:
    """The target of a match of `BENTUK`, whatever stands in `tengah`. Raises as `read_bentuk`."""

    def read(nama: str) -> Decimal:
        return read_angka(cocok[nama], jenis)

    if cocok["sisi"]:
        angka = read("angka")
        if re.fullmatch(_BAWAH, cocok["sisi"], re.IGNORECASE):
            return Target(angka, None)
        return Target(None, angka) if angka else Target.from_angka(angka)
    dari = read("dari")
    if cocok["atau"]:
        raise MasukanError("Rentang dan tanda tertulis bersama.", saran="Tulis 80–90, atau ≥ 80.")
    if cocok["banding"]:
        kedua = read("banding")
        if dari != 1 or kedua <= 0:
            raise MasukanError("Perbandingan harus 1 banding angka di atas 0.", saran="Tulis misalnya 1:32.")
        return Target(kedua, kedua, rasio=True)
    sampai = read("sampai")
    if not dari < sampai:
        raise MasukanError("Rentang harus naik.", saran="Tulis yang kecil lebih dahulu, misalnya 80–90.")
    return Target(dari, sampai)
