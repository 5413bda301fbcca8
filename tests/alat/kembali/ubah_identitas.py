"""Tampering with whose a workbook is, and with how a program counts in it."""

from __future__ import annotations

import re

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.kembali.ekstra import URUTAN_BUKU, URUTAN_LEMBAR, get_anak
from tests.alat.kembali.paket import BUKU, Paket, UbahError, open_paket
from tests.alat.kembali.sel import Isi, Rumus, find_sel, put_sel
from tests.alat.kembali.ubahan import Langkah, Tempat, Ubahan, at, chain, read_nilai, type_sel
from tests.alat.terbitan import TERBITAN

B, P, C = Bobot.BERUBAH, Bobot.PERIKSA, Bobot.CATATAN


def _identity(nama: str, sel: str, apa: str, isi: Isi) -> Ubahan:
    kata = f"Identitas {apa} diganti."
    return Ubahan(nama, kata, (Tempat("Identitas", sel, f"identitas_{apa}"),), P, type_sel("Identitas", {sel: isi}))


def set_buku(anak: str, **atribut: str) -> Langkah:
    """Attributes of an element of the workbook part."""

    def ubah(paket: Paket) -> Paket:
        akar = paket.tree(BUKU)
        get_anak(akar, anak, URUTAN_BUKU).attrib.update(atribut)
        return paket.put_tree(BUKU, akar)

    return ubah


def _say(lembar: str, alamat: str, nilai: float) -> Langkah:
    """Another value in the file beside a formula that stays."""

    def ubah(paket: Paket) -> Paket:
        bagian = paket.get_lembar(lembar)
        petak = find_sel(paket.bagian[bagian], alamat)
        if petak.rumus is None:
            raise UbahError(f"{lembar}!{alamat} bukan rumus.")
        return paket.put(bagian, put_sel(paket.bagian[bagian], {alamat: Rumus(petak.rumus, nilai)}))

    return ubah


def _pose(paket: Paket) -> Paket:
    """The whole of sheet Identitas as the book of Medan Kota of the same version has it."""
    bagian = paket.get_lembar("Identitas")
    versi = read_nilai(paket, bagian, "B3")
    lain = open_paket((TERBITAN / str(versi) / "medan-kota.xlsx").read_bytes())
    asal = lain.get_lembar("Identitas")
    return type_sel("Identitas", {f"B{r}": read_nilai(lain, asal, f"B{r}") for r in range(2, 9)})(paket)


def _unlock(paket: Paket) -> Paket:
    """Protection of all sheets and of the structure gone, as by any tool that forgets it."""
    for bagian in paket.list_lembar().values():
        if re.search(rb"<(\w+:)?sheetProtection\b", paket.bagian[bagian]):
            akar = paket.tree(bagian)
            kunci = get_anak(akar, "sheetProtection", URUTAN_LEMBAR)
            akar.remove(kunci)
            paket = paket.put_tree(bagian, akar)
    return paket


DAFTAR = (
    _identity("kode_diganti", "B4", "kode", "12.71.01"),
    _identity("kecamatan_diganti", "B5", "kecamatan", "Medan Kota"),
    _identity("tahun_diganti", "B6", "tahun", 2025),
    _identity("jenis_diganti", "B7", "jenis", "perubahan"),
    _identity("sidik_diganti", "B8", "sidik", "f" * 64),
    _identity("versi_diganti", "B3", "versi", "0.5.0"),
    Ubahan(
        "buku_kecamatan_lain",
        "Buku kecamatan lain dikirim dengan identitas Medan Kota.",
        at("Pernyataan", "A2"),
        B,
        _pose,
    ),
    Ubahan(
        "nilai_basi",
        "Nilai NIK yang tersimpan diganti, hitungan dijadikan manual; rumusnya tetap.",
        at("SKM", "Q18"),
        C,
        chain(_say("SKM", "Q18", 97.25), set_buku("calcPr", calcMode="manual", fullCalcOnLoad="0")),
    ),
    Ubahan(
        "nilai_basi_capaian",
        "Nilai capaian yang tersimpan diganti; rumusnya tetap.",
        at("Capaian", "J9"),
        C,
        _say("Capaian", "J9", 140),
    ),
    Ubahan("tanggal_1904", "Hitungan tanggal dimulai 1904.", (Tempat(),), P, set_buku("workbookPr", date1904="1")),
    Ubahan(
        "presisi_tampilan",
        "Hitungan memakai angka sebagaimana ditampilkan.",
        (Tempat(),),
        P,
        set_buku("calcPr", fullPrecision="0"),
    ),
    Ubahan(
        "kunci_dibuka",
        "Kunci semua lembar dibuka.",
        (Tempat(),),
        C,
        _unlock,
        tanpa={"sheetjs": "SheetJS sendiri sudah membuang kunci lembar."},
    ),
)
