"""How a user names a column, and how one is named to him: by its title, or by its letter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kinerja.alamat import column_letters
from kinerja.anggaran.arti import classify, fold_judul, read_ciri
from kinerja.anggaran.sumber import SEBUTAN, UANG, Peran
from kinerja.dekat import find_nearest
from kinerja.errors import DataError
from kinerja.tabel.sel import Petak

TERDALAM = 60
"""The header must stand in the first rows; above it there may be a long title block."""
_PERSEN = {"persen", "persentase", "prosentase"}
_RUPIAH = {"rp", "rupiah", "jumlah", "total", "keuangan"}
_HURUF_KOLOM = re.compile(r"kolom ([a-z]{1,3})", re.IGNORECASE)


def find_judul(judul: Mapping[int, str], kunci: str, teks: str) -> int | None:
    """The column that a user means: the title as it is written, one that reads the same, the end of one, a letter."""
    lipat = fold_judul(teks)
    tepat = [k for k, j in judul.items() if j.strip().casefold() == teks.strip().casefold()]
    cocok = tepat or [k for k, j in judul.items() if fold_judul(j) == lipat]
    cocok = cocok or [k for k, j in judul.items() if lipat and fold_judul(j).endswith(f" {lipat}")]
    if not cocok and (huruf := _HURUF_KOLOM.fullmatch(teks.strip())):
        cocok = [k for k in judul if column_letters(k) == huruf[1].upper()]
    if len(cocok) > 1:
        letak = ", ".join(f"{judul[k]!r} (kolom {column_letters(k)})" for k in cocok)
        raise DataError(
            f"Judul {teks!r} bisa berarti beberapa kolom: {letak}.",
            saran=f'Sebutkan hurufnya, contoh: --kolom {kunci}="kolom {column_letters(cocok[0])}".',
        )
    return cocok[0] if cocok else None


def need_satu(kolom: list[int], judul: Mapping[int, str], kunci: str) -> int:
    """The only column of a meaning.

    Raises:
        DataError: several; their titles, and how to name one.
    """
    if len(kolom) > 1:
        raise DataError(
            f"Beberapa kolom sama artinya: {', '.join(repr(judul[k]) for k in kolom)}.",
            saran=f"Sebutkan yang dipakai, contoh: --kolom {kunci}={write_pilihan(judul, kolom[0])}.",
        )
    return kolom[0]


def write_pilihan(judul: Mapping[int, str], kolom: int) -> str:
    """How a user names a column: by its title, or by its letter where that tells more, or no shell takes the title.

    >>> write_pilihan({2: "Pagu", 3: "Pagu Validasi" + chr(92)}, 3)
    '"kolom D"'
    """
    sama = [k for k, j in judul.items() if fold_judul(j) == fold_judul(judul[kolom])]
    bisa = len(sama) == 1 and is_terketik(judul[kolom])
    return f'"{judul[kolom]}"' if bisa else f'"kolom {column_letters(kolom)}"'


def is_terketik(judul: str) -> bool:
    """A title that may be typed between quotes: on Windows a backslash at its end would take the quote with it."""
    return '"' not in judul and judul.isprintable() and not judul.endswith("\\")


def find_judul_uang(petak: Petak) -> list[str]:
    """Texts with an amount right below them, which may be titles of a table that was not recognised.

    >>> find_judul_uang([["Kode", "Serapan"], ["7.01.01", 150000000.0]])
    ['Serapan']
    """
    return [
        str(sel).strip()
        for atas, bawah in pairwise(petak[: TERDALAM + 1])
        for sel, isi in zip(atas, bawah, strict=False)
        if isinstance(sel, str)
        and not classify(sel)
        and any(h.isalpha() for h in sel)
        and re.fullmatch(r"[0-9][0-9.,]{3,}", str(isi).strip())
    ]


def refuse_kepala(peran: Peran, judul: Sequence[str], tempat: str, *, pasti: bool = False) -> DataError:
    """The error for a grid without a header; `judul` are the titles seen, `pasti` those with amounts below them."""
    uang = UANG[peran]
    lain = UANG["dpa" if peran == "realisasi" else "realisasi"]
    judul = [j for j in judul if (c := read_ciri((j,))) is None or c.peran != lain]
    kata = {j: set(fold_judul(j).split()) for j in judul}
    calon = [j for j in judul if not kata[j] & _PERSEN]
    dekat = find_nearest(uang, [j for j in calon if kata[j] & _RUPIAH]) or find_nearest(uang, calon)
    dekat = dekat or next(
        (j for j in calon if (pasti or kata[j] & _RUPIAH) and not kata[j] & {"sisa", "selisih"}), None
    )
    dekat = dekat if dekat and is_terketik(dekat) else None
    berangka = [j for j in calon if pasti and not kata[j] & {"sisa", "selisih"}]
    if len(berangka) > 1 and not find_nearest(uang, berangka):
        saran = (
            f"Sebutkan kolomnya dengan --kolom {uang}=JUDUL; yang berisi angka: {', '.join(map(repr, berangka[:6]))}."
        )
    else:
        saran = f'Sebutkan kolomnya, contoh: --kolom {uang}="{dekat}".' if dekat else "Periksa judul kolomnya."
    return DataError(
        f"Tabel {SEBUTAN[peran]} tidak ditemukan: perlu judul kolom kode atau nama program, dan kolom {uang}.",
        tempat=tempat,
        saran=saran,
    )
