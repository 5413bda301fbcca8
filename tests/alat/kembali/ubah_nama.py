"""Tampering with defined names, by which formulas and readers find what is typed and what comes of it."""

from __future__ import annotations

from typing import Any

from lxml import etree

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.kembali.ekstra import URUTAN_BUKU, get_anak, link_luar
from tests.alat.kembali.paket import BUKU, Paket, U, UbahError
from tests.alat.kembali.ubahan import Langkah, Tempat, Ubahan, chain


def find_nama(akar: Any, nama: str) -> Any:
    """The element of a name of the whole workbook.

    Raises:
        UbahError: there is none.
    """
    for satu in akar.iterfind(f"{U}definedNames/{U}definedName"):
        if satu.get("name") == nama and satu.get("localSheetId") is None:
            return satu
    raise UbahError(f"Nama {nama} tidak ada.")


def point_nama(nama: str, tujuan: str) -> Langkah:
    """A name led elsewhere."""

    def ubah(paket: Paket) -> Paket:
        akar = paket.tree(BUKU)
        find_nama(akar, nama).text = tujuan
        return paket.put_tree(BUKU, akar)

    return ubah


def _drop(nama: str) -> Langkah:
    def ubah(paket: Paket) -> Paket:
        akar = paket.tree(BUKU)
        satu = find_nama(akar, nama)
        satu.getparent().remove(satu)
        return paket.put_tree(BUKU, akar)

    return ubah


def _add(nama: str, tujuan: str, *, lembar: str = "", sembunyi: bool = False) -> Langkah:
    """A new name, of one sheet or of the workbook."""

    def ubah(paket: Paket) -> Paket:
        akar = paket.tree(BUKU)
        baru = etree.SubElement(get_anak(akar, "definedNames", URUTAN_BUKU), f"{U}definedName", name=nama)
        if lembar:
            baru.set("localSheetId", str(list(paket.list_lembar()).index(lembar)))
        if sembunyi:
            baru.set("hidden", "1")
        baru.text = tujuan
        return paket.put_tree(BUKU, akar)

    return ubah


def _comment(nama: str, tujuan: str) -> Langkah:
    """The name as it was, in an XML comment after the others: readers by pattern take it for the real one."""

    def ubah(paket: Paket) -> Paket:
        akar = paket.tree(BUKU)
        akar.find(f"{U}definedNames").append(etree.Comment(f'<definedName name="{nama}">{tujuan}</definedName>'))
        return paket.put_tree(BUKU, akar)

    return ubah


def _ubahan(nama: str, bernama: str, ubah: Langkah, apa: str, tingkat: Bobot = Bobot.BERUBAH) -> Ubahan:
    return Ubahan(nama, apa, (Tempat(nama=bernama),), tingkat, ubah)


_PERJANJIAN, _REALISASI = "isian_anggaran_perjanjian", "isian_anggaran_realisasi"
DAFTAR = (
    _ubahan("nama_dialihkan", "hasil_skm_nik", point_nama("hasil_skm_nik", "SKM!$Q$19"), "Nama menunjuk sel lain."),
    _ubahan("nama_ke_isian", "hasil_sakip_nilai", point_nama("hasil_sakip_nilai", "SKM!$O$28"), "Nama menunjuk isian."),
    _ubahan("nama_dipendekkan", _REALISASI, point_nama(_REALISASI, "Anggaran!$H$7:$K$11"), "Rentang nama dipendekkan."),
    _ubahan("nama_digeser", _PERJANJIAN, point_nama(_PERJANJIAN, "Anggaran!$E$7:$E$12"), "Nama digeser satu kolom."),
    _ubahan("nama_dihapus", "hasil_trantibum_persen", _drop("hasil_trantibum_persen"), "Sebuah nama dihapus."),
    _ubahan("nama_tetapan", "hasil_sakip_nilai", point_nama("hasil_sakip_nilai", "85"), "Nama dijadikan angka tetap."),
    _ubahan(
        "nama_rumus",
        "hasil_manfaat_persen",
        point_nama("hasil_manfaat_persen", "Manfaat!$I$65*1.2"),
        "Nama dijadikan rumus.",
    ),
    _ubahan(
        "nama_berkas_lain",
        "isian_anggaran_dpa",
        chain(link_luar(1), point_nama("isian_anggaran_dpa", "[1]Sheet1!$A$1")),
        "Nama menunjuk berkas lain.",
    ),
    _ubahan(
        "nama_lokal",
        "hasil_skm_nik",
        _add("hasil_skm_nik", "SAKIP!$C$27", lembar="Capaian"),
        "Nama lokal pada Capaian menutupi nama yang sama untuk seluruh buku.",
    ),
    _ubahan(
        "nama_di_komentar",
        _PERJANJIAN,
        chain(point_nama(_PERJANJIAN, "Anggaran!$D$7:$D$11"), _comment(_PERJANJIAN, "Anggaran!$D$7:$D$12")),
        "Rentang nama dipendekkan, dan rentang yang lama ditaruh dalam komentar XML.",
    ),
    _ubahan(
        "nama_tersembunyi",
        "simpanan",
        _add("simpanan", '"NIK sebenarnya 71,20"', sembunyi=True),
        "Data disimpan dalam nama tersembunyi.",
        Bobot.PERIKSA,
    ),
    _ubahan(
        "nama_baru_seperti_hasil",
        "hasil_skm_2_nik",
        _add("hasil_skm_2_nik", "SKM!$Q$20"),
        "Ditambah nama yang berbunyi seperti hasil.",
        Bobot.PERIKSA,
    ),
)
