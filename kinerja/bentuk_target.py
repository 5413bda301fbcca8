"""A target as people write it, without its unit: `88,30`, `80–90`, `≥ 90`, `1:32`."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from kinerja.angka import JenisAngka, read_angka
from kinerja.errors import KosongError, MasukanError, RentangError
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
_POLA = re.compile(rf"(?:{BENTUK})(?P<akhir>\s*%)?", re.IGNORECASE)
_TERPANJANG = 100  # what is longer is no target; tested before anything else looks at a hostile text


def read_bentuk(teks: str, jenis: JenisAngka = "nilai") -> Target:
    """A target from its text; a per cent sign counts for nothing, as beside a bare number.

    Raises:
        KosongError: nothing in it.
        MasukanError: no number, a range whose end is not above its beginning, a ratio that is not `1 : number`.

    >>> [str(read_bentuk(x)) for x in ("80-90", ">= 90%", "maksimal 3", "1:32", "0,8012")]
    ['80–90', '≥ 90', '≤ 3', '1 : 32', '0,8012']
    """
    rapi = teks.strip()
    cocok = _POLA.fullmatch(rapi) if len(rapi) <= _TERPANJANG else None
    if cocok and _is_tanpa_satuan(cocok):
        return make_target(cocok, jenis)
    try:
        return Target.from_angka(read_angka(rapi, jenis))
    except KosongError:
        raise
    except MasukanError:
        if re.search("[0-9]", rapi):
            raise
        raise MasukanError(
            f"“{rapi[:40]}” bukan angka; predikat tidak dapat dinilai di sini karena urutannya tidak disebut.",
            saran="Tulis angkanya. Predikat tercapai atau belum; capaiannya ada di buku kerja.",
        ) from None


def read_realisasi(tertulis: Target, target: Target) -> Fraction:
    """The number that counts beside a target: of a ratio, which only a ratio is compared with, its value.

    Raises:
        MasukanError: no single number, or a ratio beside another target.
        RentangError: what stands behind `1 :`, written as if it were the value.

    >>> [str(read_realisasi(read_bentuk(x), read_bentuk("1:32"))) for x in ("1:30", "0,04")]
    ['1/30', '1/25']
    """
    nilai = tertulis.nilai
    if nilai is None:
        raise MasukanError(f"Realisasi {tertulis} bukan satu angka.", saran="Tulis angka yang dicapai.")
    if tertulis.rasio and not target.rasio:
        raise MasukanError(f"Realisasi {tertulis} tidak dapat dibandingkan dengan target {target}.")
    if target.rasio and target.nilai is not None and nilai > 1 > target.nilai:
        raise RentangError(
            f"Realisasi {tertulis} terlalu jauh dari target {target}.",
            saran='Tulis realisasi sebagai perbandingan, misalnya "1:30", atau nilainya, misalnya 0,0333.',
        )
    return nilai


def _is_tanpa_satuan(cocok: re.Match[str]) -> bool:
    """Whether no unit stands beside the numbers; a per cent sign may, behind them or behind each."""
    tengah, akhir = ((cocok[nama] or "").strip() for nama in ("tengah", "akhir"))
    return tengah in ("", akhir) and not (akhir and cocok["banding"])


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
