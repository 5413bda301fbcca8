"""Tampering with what there is: sheets, rows and columns put in or taken out, with formulas that do not follow."""

from __future__ import annotations

from typing import Any

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.alamat import cell_position, column_letters
from tests.alat.kembali.ekstra import add_lembar
from tests.alat.kembali.paket import BUKU, Paket, U
from tests.alat.kembali.sel import Isi
from tests.alat.kembali.ubahan import Langkah, Tempat, Ubahan, at, chain, type_sel

B, P = Bobot.BERUBAH, Bobot.PERIKSA


def _move(lembar: str, baris: int = 0, kolom: int = 0, geser: int = 1) -> Langkah:
    """Cells from a row or a column on move by `geser`; what stood in rows that they now take is gone."""

    def ubah(paket: Paket) -> Paket:
        bagian = paket.get_lembar(lembar)
        akar = paket.tree(bagian)
        data = akar.find(f"{U}sheetData")
        for satu in list(data):
            r = int(satu.get("r"))
            if baris and geser < 0 and baris <= r < baris - geser:
                data.remove(satu)
                continue
            tambah = geser if baris and r >= baris else 0
            satu.set("r", str(r + tambah))
            satu.attrib.pop("spans", None)
            for sel in satu.iterfind(f"{U}c"):
                _move_sel(sel, tambah, kolom, geser)
        return paket.put_tree(bagian, akar)

    return ubah


def _move_sel(sel: Any, tambah: int, kolom: int, geser: int) -> None:
    r, k = cell_position(sel.get("r"))
    sel.set("r", f"{column_letters(k + (geser if kolom and k >= kolom else 0))}{r + tambah}")


def drop_lembar(nama: str) -> Langkah:
    """As a program does it: names that led there come to #REF!, local names of later sheets move up."""

    def ubah(paket: Paket) -> Paket:
        urut = list(paket.list_lembar()).index(nama)
        akar = paket.tree(BUKU)
        daftar = akar.find(f"{U}sheets")
        daftar.remove(daftar[urut])
        for satu in list(akar.iterfind(f"{U}definedNames/{U}definedName")):
            lokal = int(satu.get("localSheetId", -1))
            if lokal == urut:
                satu.getparent().remove(satu)
            elif lokal > urut:
                satu.set("localSheetId", str(lokal - 1))
            elif (satu.text or "").startswith((f"{nama}!", f"'{nama}'!")):
                satu.text = "#REF!"
        return paket.put_tree(BUKU, akar)

    return ubah


def rename_lembar(lama: str, baru: str) -> Langkah:
    """A sheet that no formula speaks of gets another name, and its local names with it."""

    def ubah(paket: Paket) -> Paket:
        akar = paket.tree(BUKU)
        for satu in akar.iterfind(f"{U}sheets/{U}sheet"):
            if satu.get("name") == lama:
                satu.set("name", baru)
        for satu in akar.iterfind(f"{U}definedNames/{U}definedName"):
            satu.text = (satu.text or "").replace(f"{lama}!", f"'{baru}'!").replace(f"'{lama}'!", f"'{baru}'!")
        return paket.put_tree(BUKU, akar)

    return ubah


_PROGRAM: dict[str, Isi] = {f"{k}12": None for k in "ABCDEFGHIJKLMNO"}
_LAMPIRAN: dict[str, Isi] = {f"{k}17": None for k in "ABDE"}
_TAMBAHAN: dict[str, Isi] = {"A9": 3, "B9": "7.01.09", "C9": "PROGRAM TAMBAHAN", "D9": 500000000, "E9": 500000000}
_HITUNGAN = '<c r="A1" t="inlineStr"><is><t>Hitungan NIK lain</t></is></c><c r="B1"><v>95</v></c>'

DAFTAR = (
    Ubahan("lembar_dihapus", "Lembar Cek dihapus.", at("Cek"), B, drop_lembar("Cek")),
    Ubahan(
        "lembar_diganti_nama",
        "Lembar Rujukan diganti nama.",
        at("Rujukan"),
        P,
        rename_lembar("Rujukan", "Rujukan Lama"),
    ),
    Ubahan("lembar_tambahan", "Ditambah lembar.", at("Hitungan"), P, lambda p: add_lembar(p, "Hitungan", _HITUNGAN)),
    Ubahan(
        "lembar_tambahan_sangat_tersembunyi",
        "Ditambah lembar yang tidak dapat ditampilkan lewat menu.",
        at("Simpanan"),
        P,
        lambda p: add_lembar(p, "Simpanan", _HITUNGAN, "veryHidden"),
    ),
    Ubahan(
        "baris_disisipkan",
        "Baris program disisipkan; rumus dan nama tidak ikut bergeser.",
        at("Anggaran"),
        B,
        chain(_move("Anggaran", baris=9), type_sel("Anggaran", _TAMBAHAN)),
    ),
    Ubahan("baris_dihapus", "Baris kegiatan dihapus.", at("Manfaat"), B, _move("Manfaat", baris=10, geser=-1)),
    Ubahan("kolom_disisipkan", "Kolom disisipkan di Capaian.", at("Capaian"), B, _move("Capaian", kolom=8)),
    Ubahan("kolom_digeser", "Kolom Trantibum digeser.", at("Trantibum"), B, _move("Trantibum", kolom=3)),
    Ubahan(
        "program_dibuang",
        "Program keenam dibuang dari Anggaran dan Lampiran.",
        (Tempat("Anggaran", "A12:O12"), Tempat("Lampiran", "A17:F17")),
        B,
        chain(type_sel("Anggaran", _PROGRAM), type_sel("Lampiran", _LAMPIRAN)),
    ),
)
