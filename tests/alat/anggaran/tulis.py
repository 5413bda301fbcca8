"""Rows as a grid of cells, and the grid as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tests.alat.anggaran.baris import Baris
from tests.alat.anggaran.bentuk import Bentuk
from tests.alat.anggaran.kode import LEBAR, spell, write_kode
from tests.alat.anggaran.pohon import Pohon
from tests.alat.anggaran.uang import list_uang
from tests.berkas_anggaran import new_sheet, write_csv, write_xlsx

Sel = str | int | float | Decimal | None


@dataclass(frozen=True, slots=True)
class Kolom:
    """Titles from the top, and the cell of a row with its number from 1."""

    judul: tuple[str | None, ...]
    isi: Callable[[int, Baris], object]


_JUDUL_DIMENSI = {
    "akun": ("kode_akun",),
    "dana": ("sumber_dana",),
    "sp2d": ("nomor_sp2d",),
    "bulan": ("bulan",),
}
_BLOK = {
    "tahun": ["DOKUMEN PELAKSANAAN ANGGARAN", "TAHUN ANGGARAN 2024"],
    "perda": ["LAMPIRAN I PERATURAN DAERAH NOMOR 9 TAHUN 2023", "TENTANG APBD", "T.A. 2024"],
    "terbilang": ["DPA TAHUN ANGGARAN 2024", "Jumlah : Rp1.250.000 (satu juta dua ratus lima puluh ribu rupiah)"],
    "skpd": ["DPA T.A. 2024", "SKPD : {kode} {nama}"],
}
_NOMOR = {"angka": "{}", "kurung": "({})"}


def write_petak(baris: Sequence[Baris], pohon: Pohon, bentuk: Bentuk) -> list[list[Sel]]:
    """The cells of the whole sheet; amounts that are numbers are Decimal."""
    kolom = _list_kolom(bentuk)
    tinggi = max(len(k.judul) for k in kolom)
    petak: list[list[Sel]] = [[teks] for teks in _head(pohon, bentuk)]
    petak += [[k.judul[t] if t < len(k.judul) else None for k in kolom] for t in range(tinggi)]
    if bentuk.nomor == "huruf":
        petak.append([chr(ord("a") + n) for n in range(len(kolom))])
    elif bentuk.nomor:
        petak.append([_NOMOR[bentuk.nomor].format(n) for n in range(1, len(kolom) + 1)])
    for n, b in enumerate(baris, 1):
        if bentuk.sela == "kosong" and b.jenjang == "program" and b.peran != "total":
            petak.append([])
        petak.append([k.isi(n, b) for k in kolom])  # type: ignore[misc]
    kaki = ("Medan, 5 Januari 2024", "CAMAT", "Drs. AHMAD SIREGAR, M.Si", "NIP. 19700101 199503 1 002")
    letak = len(_list_kode(bentuk)) - 1
    return petak + [[*[None] * letak, teks] for teks in kaki if bentuk.sela == "tanda_tangan"]


def _head(pohon: Pohon, bentuk: Bentuk) -> list[str]:
    judul = "tahun" if bentuk.kolom == "tahun" and not bentuk.judul else bentuk.judul
    satu = pohon.kecamatan[0]
    if len(pohon.kecamatan) > 1 and judul in {"skpd", "lengkap"}:
        judul = "perda"
    macam = ("perda", "skpd", "terbilang") if judul == "lengkap" else (judul,)
    return [t.format(kode=".".join(satu.kode), nama=satu.nama.upper()) for m in macam for t in _BLOK.get(m, [])]


def _list_kolom(bentuk: Bentuk) -> list[Kolom]:
    urut = [Kolom(("No",), lambda n, b: n if b.kode else None)] if bentuk.urut else []
    kode = _list_tingkat(bentuk) if bentuk.susunan == "per_tingkat" else _list_kode(bentuk)
    return [*urut, *kode, *_list_dimensi(bentuk), *(Kolom(*satu) for satu in list_uang(bentuk))]


def _list_tingkat(bentuk: Bentuk) -> list[Kolom]:
    """A column of codes and one of names for each level, as in a data dump; the label of a total is a name."""

    def code(jenjang: str) -> Callable[[int, Baris], object]:
        return lambda n, b: next(
            (spell(s.kode, bentuk.ejaan) for s in b.jalur if b.kode and s.jenjang == jenjang), None
        )

    def name(jenjang: str) -> Callable[[int, Baris], object]:
        label = jenjang == "program"
        return lambda n, b: next((s.nama for s in b.jalur if s.jenjang == jenjang), b.nama if label else None)

    pasang = (("program", "program"), ("kegiatan", "giat"), ("sub", "sub_giat"))
    return [k for j, t in pasang for k in (Kolom((f"kode_{t}",), code(j)), Kolom((f"nama_{t}",), name(j)))]


def _list_kode(bentuk: Bentuk) -> list[Kolom]:
    """Codes and the name; the label of a total may stand in the first of them."""
    lebar = LEBAR.get(bentuk.susunan, 0)

    def code(nomor: int) -> Callable[[int, Baris], object]:
        return lambda n, b: _code_cell(b, bentuk, nomor)

    def name(n: int, b: Baris) -> object:
        if not lebar and b.kode:
            pisah = " - " if bentuk.susunan.endswith("strip") else " "
            return f"{spell(b.kode, bentuk.ejaan, bentuk.ekor)}{pisah}{b.nama}"
        return None if _is_label(b, bentuk) else b.nama

    judul = {"satu": "Kode Rekening", "depan_nama": "Program / Kegiatan / Sub Kegiatan"}
    kolom = [Kolom((judul.get(bentuk.susunan, "Kode"),) if n == 0 else (None,), code(n)) for n in range(lebar)]
    return [*kolom, Kolom(("Uraian" if lebar else "Program dan Kegiatan",), name)]


def _is_label(baris: Baris, bentuk: Bentuk) -> bool:
    return bentuk.letak_sebutan == "kode" and baris.peran in {"total", "pindahan"} and not baris.kode


def _code_cell(baris: Baris, bentuk: Bentuk, nomor: int) -> object:
    if _is_label(baris, bentuk):
        return baris.nama if nomor == 0 else None
    skpd = baris.skpd.kode if baris.skpd else ()
    akun = baris.jenjang == "akun"
    jalur = next((s.kode for s in reversed(baris.jalur) if s.jenjang != "akun"), ()) if akun else ()
    return write_kode(baris.kode, jalur, skpd, bentuk.susunan, bentuk.ejaan, bentuk.ekor)[nomor]


def _list_dimensi(bentuk: Bentuk) -> list[Kolom]:
    if bentuk.dimensi == "sub_unit":
        return [
            Kolom(("kode_skpd",), lambda n, b: ".".join(b.skpd.kode) if b.skpd else None),
            Kolom(("nama_skpd",), lambda n, b: b.skpd.nama if b.skpd else None),
            Kolom(("kode_sub_skpd",), lambda n, b: _unit_code(b) if b.pecahan else None),
            Kolom(("nama_sub_skpd",), lambda n, b: b.pecahan or None),
        ]
    return [Kolom((j,), lambda n, b: b.pecahan or None) for j in _JUDUL_DIMENSI.get(bentuk.dimensi, ())]


def _unit_code(baris: Baris) -> str:
    """The code of a kelurahan: that of its SKPD with a number of its own at the end."""
    atas = baris.skpd.kode[:7] if baris.skpd else ()
    return ".".join((*atas, f"{sum(map(ord, baris.pecahan)) % 9000 + 1:04}"))


def write_berkas(petak: Sequence[Sequence[Sel]], folder: Path, nama: str, berkas: str) -> Path:
    """The grid as csv (with comma or semicolon) or xlsx (by one of two libraries)."""
    if berkas in {"csv", "titik_koma"}:
        isi = [[f"{s:.2f}" if isinstance(s, Decimal) else "" if s is None else s for s in baris] for baris in petak]
        return write_csv(folder / f"{nama}.csv", isi, "," if berkas == "csv" else ";")
    angka = [[_to_number(s) for s in baris] for baris in petak]
    path = folder / f"{nama}.xlsx"
    if berkas == "xlsx":
        return write_xlsx(path, angka)
    buku, _ = new_sheet(angka)
    buku.save(path)
    return path


def _to_number(sel: Sel) -> Sel:
    if not isinstance(sel, Decimal):
        return sel
    return int(sel) if sel == int(sel) else float(sel)
