"""What a workbook comes to, thing by thing: its tables by row and title, its named results, its checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kinerja.alamat import a1
from kinerja.judul import normalize_judul
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.kembali.beda_buku_butir import (
    HASIL,
    KATA,
    Baris,
    Butir,
    Kunci,
    read_butir,
    read_konstan,
    to_layak,
    to_polos,
)
from kinerja.perjanjian.kembali.buku import AWALAN_HASIL
from kinerja.perjanjian.kembali.cek import KATA as HASIL_CEK
from kinerja.perjanjian.kembali.cek import LEMBAR
from kinerja.perjanjian.kembali.hasil_baca import INDIKATOR, PROGRAM, TRIWULAN_, Tabel, find_cek, find_tabel
from kinerja.perjanjian.kembali.tanda_formulir import is_formulir
from kinerja.perjanjian.kembali.terhitung import Terhitung

SelIsian = frozenset[tuple[str, int, int]]
_KATA = frozenset(["sasaran", "indikator", "satuan", "arah", "kode", "program"])
_TRIWULAN = frozenset(["realisasi", "capaian", "kategori", "keterangan"])
_TERTABEL = ("hasil_capaian_persen", "hasil_capaian_kategori", "hasil_capaian_keterangan", "hasil_cek_ringkas")
"""Names of what is told otherwise."""
_SINGKATAN = frozenset(["nik", "dpa", "skm", "sakip", "i", "ii", "iii", "iv"])
_NAMA_INDIKATOR = re.compile("hasil_indikator_([0-9]{1,4})")
_NOMOR = re.compile(r"(?<=\bindikator )[0-9]{1,4}\b", re.IGNORECASE)


def list_hasil(t: Terhitung, baris: Baris, isian: SelIsian) -> Iterator[tuple[Kunci, Butir]]:
    """All results and the words of their tables.

    Args:
        isian: cells that are told as inputs.
    """
    for nama, jenis, milik in (
        (INDIKATOR, "indikator", baris.indikator),
        (PROGRAM, "program", baris.program),
    ):
        tabel = find_tabel(t.buku, t.isi, *nama)
        if tabel is not None:
            yield from _list_tabel(t, tabel, jenis, milik, isian)
    yield from _list_triwulan(t, baris)
    yield from _list_bernama(t, baris)
    yield from _list_cek(t, baris)


def _list_tabel(
    t: Terhitung, tabel: Tabel, jenis: str, milik: Sequence[tuple[str, str]], isian: SelIsian
) -> Iterator[tuple[Kunci, Butir]]:
    """The rows of a table; of merged cells each row has the text."""
    for n, (r, (kunci, sebutan)) in enumerate(zip(tabel.baris, milik, strict=False)):
        for judul, c in tabel.kolom.items():
            if judul == "no" or (tabel.lembar, r, c) in isian:
                continue
            satu = read_butir(t, KATA if judul in _KATA else HASIL, "", (tabel.lembar, r, c))
            if judul == "sasaran" and satu.nilai is None:
                satu = satu._replace(nilai=to_polos(t.hasil.indikator[n].sasaran))
            yield (jenis, kunci, judul), satu._replace(apa=f"{sebutan}: {read_judul(t, tabel, c)}")


def read_judul(t: Terhitung, tabel: Tabel, c: int) -> str:
    """The title of a column as it is written."""
    atas = tabel.baris[0] if tabel.baris else 0
    for r in range(atas - 1, max(-1, atas - 13), -1):
        teks = read_konstan(t, tabel.lembar, r, c)
        if teks and tabel.kolom.get(normalize_judul(teks)) == c:
            return teks
    return ""


def _list_triwulan(t: Terhitung, baris: Baris) -> Iterator[tuple[Kunci, Butir]]:
    """What each indikator comes to in each quarter."""
    tabel = find_tabel(t.buku, t.isi, *TRIWULAN_)
    if tabel is None:
        return
    for n, r in enumerate(tabel.baris[: len(baris.indikator) * len(TRIWULAN)]):
        kunci, sebutan = baris.indikator[n // len(TRIWULAN)]
        triwulan = TRIWULAN[n % len(TRIWULAN)]
        for judul, c in tabel.kolom.items():
            if judul in _TRIWULAN:
                apa = f"{sebutan}, triwulan {triwulan}: {read_judul(t, tabel, c)}"
                yield ("indikator", kunci, triwulan, judul), read_butir(t, HASIL, apa, (tabel.lembar, r, c))


def _list_bernama(t: Terhitung, baris: Baris) -> Iterator[tuple[Kunci, Butir]]:
    """Results that have a name and one cell; they are called as the cell left of them, or as their name."""
    for nama, (lembar, (r, c, r_akhir, c_akhir)) in t.buku.list_nama(AWALAN_HASIL).items():
        if nama in _TERTABEL or (r, c) != (r_akhir, c_akhir):
            continue
        cocok = _NAMA_INDIKATOR.fullmatch(nama)
        if cocok and 0 < int(cocok[1]) <= len(baris.indikator):
            kunci, sebutan = baris.indikator[int(cocok[1]) - 1]
            yield ("indikator", kunci, lembar), read_butir(t, HASIL, f"{sebutan}: setahun", (lembar, r, c))
            continue
        label = read_konstan(t, lembar, r, c - 1) or _call_nama(nama, lembar)
        yield ("hasil", nama), read_butir(t, HASIL, f"{to_layak(lembar)}: {label}", (lembar, r, c))


def _list_cek(t: Terhitung, baris: Baris) -> Iterator[tuple[Kunci, Butir]]:
    """The live checks, also those below a row that was emptied.

    They speak of an indikator by its number: here they are known by what it is, and say what it is called.
    """
    berisi = LEMBAR in t.buku.lembar and not is_formulir(t.buku.identitas)
    tabel = find_cek(t.buku, t.isi) if berisi else None
    if tabel is None:
        return
    nomor, nama = [kunci for kunci, _ in baris.indikator], [sebutan for _, sebutan in baris.indikator]
    for r in sorted({r for r, _ in t.buku.lembar[LEMBAR].sel if r in tabel.baris}):
        hasil = tabel.get_teks(r, "hasil")
        if tabel.get_angka(r, "no") is None and hasil not in HASIL_CEK:
            continue
        asal = to_layak(tabel.get_teks(r, "yang diperiksa"))
        kunci, teks = (_name_indikator(asal, satu) for satu in (nomor, nama))
        letak = a1(r, tabel.kolom["hasil"])
        isi = hasil if hasil in HASIL_CEK else None
        yield (
            ("cek", normalize_judul(kunci), tabel.get_teks(r, "lembar")),
            Butir(HASIL, f"Cek: {teks}", LEMBAR, letak, isi),
        )


def _call_nama(nama: str, lembar: str) -> str:
    """A result as its name says.

    >>> _call_nama("hasil_skm_nik", "SKM"), _call_nama("hasil_cek_belum", "Cek")
    ('NIK', 'banyaknya BELUM')
    """
    awal, *sisa = nama.removeprefix(AWALAN_HASIL).split("_")
    if awal == "cek":
        return f"banyaknya {' '.join(sisa).upper()}"
    kata = sisa if sisa and awal == lembar.casefold() else [awal, *sisa]
    return " ".join(satu.upper() if satu in _SINGKATAN else satu for satu in kata)


def _name_indikator(teks: str, semua: Sequence[str]) -> str:
    """The words of a check with something else for the number of an indikator.

    >>> _name_indikator("Capaian, indikator 2: target terisi", ["IKM", "SAKIP"])
    "Capaian, indikator 'SAKIP': target terisi"
    """
    return _NOMOR.sub(lambda m: f"{semua[int(m[0]) - 1]!r}" if 0 < int(m[0]) <= len(semua) else m[0], teks)
