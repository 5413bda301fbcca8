"""Workbooks of ours made from a form of the office: amounts from its inputs, programmes from its hidden sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kinerja.alamat import show_nama, split_acuan
from kinerja.anggaran.baca.tabel import TabelAnggaran, make_isi
from kinerja.anggaran.baca.uang import read_sen
from kinerja.anggaran.sumber import Bagian, Peran
from kinerja.errors import DataError
from kinerja.kode import normalize_kode
from kinerja.tabel.buku import Buku, read_bernama
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import SelGalat, refuse_galat

PROGRAM = "formulir_program"
"""The name of the first column of the table of programmes; beside it code, name and what is agreed."""
_KODE, _NAMA, _PERJANJIAN = 1, 2, 3
_MAKS_BARIS = 2_000
"""No block is longer."""


def is_formulir(buku: Buku) -> bool:
    """Whether a workbook was made from a form."""
    return PROGRAM in buku.nama


def read_formulir(buku: Buku, path: Path, peran: Peran, *, boleh_kosong: bool = False) -> TabelAnggaran:
    """The budgets of a source; realisation is summed over the quarters.

    Args:
        boleh_kosong: inputs that nobody has filled in give rows without amounts.

    Raises:
        DataError: the form does not ask for it, nobody has filled it in, text where an amount must be, names that
            lead nowhere.
    """
    berkas = show_nama(path.name)
    milik, awal, akhir = _find(buku, PROGRAM, berkas)
    semua = list(_list_nama(buku, peran))
    if not semua and peran != "perjanjian":
        raise DataError(
            f"Formulir buku kerja ini tidak menanyakan {peran}.",
            tempat=berkas,
            saran="Pakai berkas lain untuk sumber itu.",
        )
    letak = [_find(buku, nama, berkas) for nama in semua] or [(milik, awal, akhir)]
    kolom = [split_acuan(buku.nama[nama])[1][1] for nama in semua] or [_PERJANJIAN]
    if any(n - m != akhir - awal for _, m, n in letak):
        raise _refuse(berkas)
    sen = [
        read_sen(_read_kolom(buku, satu, k, berkas), satu[1] + 1, f"{berkas}, lembar {satu[0]}")
        for satu, k in zip(letak, kolom, strict=True)
    ]
    jumlah = [sum(ada) if (ada := [s for s in baris if s is not None]) else None for baris in zip(*sen, strict=True)]
    if not boleh_kosong and all(j is None for j in jumlah):
        raise DataError(f"Kolom {peran} belum diisi.", tempat=berkas, saran="Isi dahulu, atau pakai berkas lain.")
    return _make(buku, path, (milik, awal, akhir), (peran, letak[0], jumlah))


def _list_nama(buku: Buku, peran: Peran) -> Iterator[str]:
    """Inputs of a source: by quarter, else of the year."""
    triwulan = [n for q in range(1, 5) if (n := f"isian_program_{peran}_{q}") in buku.nama]
    yield from triwulan or (n for n in (f"isian_program_{peran}",) if n in buku.nama)


def _find(buku: Buku, nama: str, berkas: str) -> tuple[str, int, int]:
    """Sheet, first and last row of a name.

    Raises:
        DataError: it leads nowhere, or too far.
    """
    try:
        lembar, kotak = split_acuan(buku.nama[nama])
    except DataError:
        raise _refuse(berkas) from None
    if lembar not in buku.lembar or kotak[2] - kotak[0] > _MAKS_BARIS:
        raise _refuse(berkas)
    return lembar, kotak[0], kotak[2]


def _read_kolom(buku: Buku, letak: tuple[str, int, int], kolom: int, berkas: str) -> list[object]:
    """The cells of a column, in which an error is no blank.

    Raises:
        DataError: there is one.
    """
    lembar, awal, akhir = letak
    petak = buku.read(lembar).petak
    isi = [get_sel(petak[r], kolom) if r < len(petak) else None for r in range(awal, akhir + 1)]
    for r, sel in enumerate(isi, start=awal):
        if isinstance(sel, SelGalat):
            raise refuse_galat(sel, r, kolom, f"{berkas}, lembar {lembar}")
    return isi


def _make(
    buku: Buku, path: Path, tabel: tuple[str, int, int], hasil: tuple[Peran, tuple[str, int, int], Sequence[int | None]]
) -> TabelAnggaran:
    """The table; `hasil` is the source, where its first amounts stand, and the amounts."""
    berkas, (peran, (lembar, awal, akhir), jumlah) = show_nama(path.name), hasil
    tanda = read_bernama(buku, "identitas_")
    kode, kecamatan, tahun = (tanda.get(kunci, "") for kunci in ("kode", "kecamatan", "tahun"))
    if not (kode and kecamatan and tahun.isascii() and tahun.isdecimal() and len(tahun) == 4):
        raise _refuse(berkas)
    teks = [[_text(n) for n in _read_kolom(buku, tabel, k, berkas)] for k in (_KODE, _NAMA)]
    bagian = Bagian(
        path,
        lembar,
        tahun=int(tahun),
        pemetaan=((peran, f"isian_program_{peran}"),),
        masa=tanda.get("jenis", ""),
        terbaca=(sum(j is not None for j in jumlah), sum(j or 0 for j in jumlah)),
    )
    isi = {
        "bagian": [0] * len(jumlah),
        "baris": list(range(awal + 1, akhir + 2)),
        "kecamatan": [kode] * len(jumlah),
        "kode": [None if n is None else normalize_kode(n) for n in teks[0]],
        "nama": teks[1],
        "sen": list(jumlah),
    }
    return TabelAnggaran(peran, (bagian,), make_isi(isi), nama_kecamatan={kode: kecamatan})


def _text(nilai: object) -> str | None:
    return str(nilai).strip() if isinstance(nilai, str) and nilai.strip() else None


def _refuse(berkas: str) -> DataError:
    return DataError(
        "Ini buku kerja dari formulir daerah, tetapi susunannya sudah berubah.",
        tempat=berkas,
        saran="Pakai berkas yang diterbitkan, tanpa mengubah lembar dan namanya.",
    )
