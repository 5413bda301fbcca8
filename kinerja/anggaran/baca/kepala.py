"""The header of a budget table: where it stands and which column is what; in any order, with merged cells above."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from kinerja.anggaran.baca.arti import classify, fold_judul
from kinerja.anggaran.baca.tabel import SEBUTAN, UANG, Peran
from kinerja.errors import DataError
from kinerja.sumber.petak import is_kosong
from kinerja.tabel.panjang import PEMISAH
from kinerja.tabel.sel import Petak
from kinerja.wilayah import find_nearest
from kinerja.workbook.alamat import column_letters

_AWAL_TEKS = 65_536
TERDALAM = 60
"""The header must stand in the first rows; above it there may be a long title block."""

KUNCI = ("kode", "nama", "pagu", "realisasi", "kecamatan", "nama_kecamatan", "tahun")
"""Meanings that a user may map a column to."""

TINGKAT = ("program", "kegiatan", "sub")
_MASA = re.compile(r"(?:t ?[-+]|tw|triwulan|semester|tahun) ?[0-9]{1,4}", re.IGNORECASE)
_URUTAN = {"pagu": ("setelah", "pagu", "jumlah", "murni"), "realisasi": ("realisasi_jumlah", "realisasi", "jumlah")}
"""Meanings of titles by which an amount column is chosen, the most telling first."""
_PERSEN = {"persen", "persentase", "prosentase"}
_RUPIAH = {"rp", "rupiah", "jumlah", "total", "keuangan"}


@dataclass(frozen=True, slots=True)
class Kepala:
    """The header of a table.

    Attributes:
        baris: rows from 0 up to where the data begins.
        letak: column number from 0 by meaning; levels are `kode_program`, `nama_kegiatan` and so on.
        judul: titles by column number.
        rincian: it lists items (coefficient, unit, price) below the codes.
    """

    baris: int
    letak: Mapping[str, int]
    judul: Mapping[int, str]
    rincian: bool = False

    @property
    def pemetaan(self) -> tuple[tuple[str, str], ...]:
        """Meaning and title, to be shown."""
        return tuple((makna, self.judul[k]) for makna, k in self.letak.items())


def find_kepala(petak: Petak, peran: Peran, kolom: Mapping[str, str] | None = None) -> Kepala | None:
    """The header of a grid, or None.

    Args:
        kolom: titles that the user gave, by meaning; those that this grid does not have are left alone.

    Raises:
        DataError: two columns of one meaning, amounts in thousands or millions; the titles are named.
    """
    terbaik: tuple[int, Kepala | DataError] | None = None
    awal = 0  # the row of the best; only there may a second row of titles replace the first alone
    for nomor in range(min(TERDALAM, len(petak))):
        for tinggi in (1, 2):
            baris = petak[nomor : nomor + tinggi]
            if len(baris) < tinggi or (tinggi == 2 and not _is_dua_baris(baris)):
                continue
            judul = _titles(baris)
            banyak = len({m for j in judul.values() if (m := classify(j))})
            if terbaik and banyak < terbaik[0] + (tinggi == 1 or nomor != awal):
                continue
            try:
                letak = _map_kolom(judul, peran, kolom or {})
            except DataError as galat:
                terbaik, awal = (banyak, galat), nomor
                continue
            if letak:
                kata = {kata for j in judul.values() for kata in fold_judul(j).split()}
                rincian = bool(kata & {"koefisien", "harga"})
                terbaik, awal = (banyak, Kepala(nomor + tinggi, letak, judul, rincian)), nomor
    if terbaik is None:
        return None
    if isinstance(terbaik[1], DataError):
        raise terbaik[1]
    _refuse_satuan(petak[: terbaik[1].baris])
    return terbaik[1]


def choose_pemisah(teks: str, peran: Peran, kolom: Mapping[str, str]) -> str:
    """The delimiter of a text under which most of its titles make sense; names and amounts may hold the others."""
    awal = io.StringIO(teks[:_AWAL_TEKS], newline="")

    def count(pemisah: str) -> int:
        awal.seek(0)
        try:
            kepala = find_kepala(list(islice(csv.reader(awal, delimiter=pemisah), TERDALAM)), peran, kolom)
        except (DataError, csv.Error):
            return 1
        return len(kepala.letak) if kepala else 0

    return max(PEMISAH, key=count)


def _titles(baris: Sequence[Sequence[object]]) -> dict[int, str]:
    """Titles by column; of two rows, the upper one reaches right over the blanks that merged cells leave."""
    atas = {k: str(s).strip() for k, s in enumerate(baris[0]) if not is_kosong(s)}
    if len(baris) == 1:
        return atas
    bawah = {k: str(s).strip() for k, s in enumerate(baris[1]) if not is_kosong(s)}
    hasil, kini = dict(atas), ""
    for k in range(max([*atas, *bawah], default=-1) + 1):
        kini = atas.get(k, kini)
        if k in bawah:
            hasil[k] = f"{kini} {bawah[k]}".strip() if k not in atas or kini != bawah[k] else kini
    return hasil


def _is_dua_baris(baris: Sequence[Sequence[object]]) -> bool:
    """Several titles with a row of words only under them, without a figure except those of a period (`T-1`, `TW 2`)."""
    atas, bawah = ([str(s) for s in b if not is_kosong(s)] for b in baris)
    return (
        len(atas) > 1
        and bool(bawah)
        and not any(re.search("[0-9:]", s) and not _MASA.fullmatch(s.strip()) for s in bawah)
    )


def _map_kolom(judul: Mapping[int, str], peran: Peran, kolom: Mapping[str, str]) -> dict[str, int]:
    """Columns by meaning; empty unless there is an amount and a code or a name."""
    makna: dict[str, list[int]] = {}
    for k, teks in judul.items():
        if satu := classify(teks):
            makna.setdefault(satu, []).append(k)
    diberi = {m: i for m, teks in kolom.items() if (i := _find_judul(judul, m, teks)) is not None}
    jumlah = _choose_uang(makna, judul, peran, diberi)
    nama = [m for m in makna if m.startswith(("kode", "nama")) and m != "nama_kecamatan"]
    if jumlah is None or not (nama or diberi.keys() & {"kode", "nama"}):
        return {}
    letak = {m: _only(makna[m], judul, m.partition("_")[0]) for m in nama if m not in diberi}
    for m in ("kecamatan", "nama_kecamatan", "skpd", "tahun"):
        if m in makna and m not in diberi:
            letak[m] = min(makna[m], key=lambda k: (_is_sub(judul[k]), k))
    if "skpd" in letak and "nama_kecamatan" in letak and _is_sub(judul[letak["nama_kecamatan"]]):
        del letak["nama_kecamatan"]  # the name of a kelurahan beside the code of its kecamatan
    letak |= {m: k for m, k in diberi.items() if m not in {"pagu", "realisasi"}}
    if "kode" in diberi:
        letak = {m: k for m, k in letak.items() if not m.startswith("kode_")}
    return {**letak, UANG[peran]: jumlah}


def _find_judul(judul: Mapping[int, str], kunci: str, teks: str) -> int | None:
    """The column that a user means: the title as it is written, else the only one that reads the same."""
    tepat = [k for k, j in judul.items() if j.strip().casefold() == teks.strip().casefold()]
    cocok = tepat or [k for k, j in judul.items() if fold_judul(j) == fold_judul(teks)]
    if len(cocok) > 1:
        letak = ", ".join(f"{judul[k]!r} (kolom {column_letters(k)})" for k in cocok)
        raise DataError(
            f"Judul {teks!r} bisa berarti beberapa kolom: {letak}.",
            saran="Bedakan judulnya di berkas." if tepat else "Tulis judulnya persis seperti di berkas.",
        )
    if cocok and kunci in {"pagu", "realisasi"} and set(fold_judul(judul[cocok[0]]).split()) & _PERSEN:
        raise DataError(
            f"Kolom {judul[cocok[0]]!r} berisi persen, bukan rupiah.", saran="Sebutkan kolom yang berisi rupiah."
        )
    return cocok[0] if cocok else None


def _is_sub(judul: str) -> bool:
    """It speaks of a unit below the SKPD."""
    return "sub" in fold_judul(judul).split()


def _choose_uang(
    makna: Mapping[str, list[int]], judul: Mapping[int, str], peran: Peran, diberi: Mapping[str, int]
) -> int | None:
    """The amount column: what the user gave, else the most telling title."""
    kunci = UANG[peran]
    if kunci in diberi:
        return diberi[kunci]
    for m in _URUTAN[kunci]:
        # A table of budgets has no realisation just because it has a total.
        if m in makna and not (m == "jumlah" and peran == "realisasi" and "pagu" in makna):
            return _only(makna[m], judul, kunci)
    return None


def _only(kolom: list[int], judul: Mapping[int, str], kunci: str) -> int:
    if len(kolom) > 1:
        usul = max(kolom, key=lambda k: (bool(set(fold_judul(judul[k]).split()) & _RUPIAH), k))
        raise DataError(
            f"Beberapa kolom sama artinya: {', '.join(repr(judul[k]) for k in kolom)}.",
            saran=f'Sebutkan yang dipakai, contoh: --kolom {kunci}="{judul[usul]}".',
        )
    return kolom[0]


def _refuse_satuan(atas: Petak) -> None:
    """Amounts in thousands or millions would differ from everything else by that factor."""
    for sel in (s for baris in atas for s in baris if isinstance(s, str)):
        if re.search(r"\b(?:ribuan|ribu|jutaan|juta|miliar|milyar)\b", sel, re.IGNORECASE):
            raise DataError(
                f"Jumlahnya tidak dalam rupiah penuh: {sel.strip()[:60]!r}.", saran="Pakai tabel dalam rupiah penuh."
            )


def refuse_kepala(peran: Peran, judul: Sequence[str], tempat: str) -> DataError:
    """The error for a grid without a header; `judul` are the titles seen."""
    uang = UANG[peran]
    kata = {j: set(fold_judul(j).split()) for j in judul}
    calon = [j for j in judul if not kata[j] & _PERSEN]
    dekat = find_nearest(uang, [j for j in calon if kata[j] & _RUPIAH]) or find_nearest(uang, calon)
    return DataError(
        f"Tabel {SEBUTAN[peran]} tidak ditemukan: perlu judul kolom kode atau nama program, dan kolom {uang}.",
        tempat=tempat,
        saran=f'Sebutkan kolomnya, contoh: --kolom {uang}="{dekat or "Jumlah (Rp)"}".',
    )
