"""Tampering with what is seen: values stay, and show as something else or not at all."""

from __future__ import annotations

from typing import Any

from lxml import etree

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.alamat import column_number
from tests.alat.kembali.ekstra import URUTAN_LEMBAR, add_anak, add_kotak_teks, get_anak
from tests.alat.kembali.gaya import PUTIH, add_dxf, restyle
from tests.alat.kembali.paket import BUKU, Paket, U, UbahError
from tests.alat.kembali.ubahan import Langkah, Ubahan, at

P = Bobot.PERIKSA


def _look(nama: str, lembar: str, sel: str, apa: str, **ubah: str) -> Ubahan:
    return Ubahan(nama, apa, at(lembar, sel), P, lambda paket: restyle(paket, lembar, sel, **ubah))


def edit_lembar(lembar: str, ubah: Any) -> Langkah:
    def langkah(paket: Paket) -> Paket:
        bagian = paket.get_lembar(lembar)
        akar = paket.tree(bagian)
        ubah(akar)
        return paket.put_tree(bagian, akar)

    return langkah


def edit_baris(nomor: int, **atribut: str) -> Any:
    def ubah(akar: Any) -> None:
        for baris in akar.iterfind(f"{U}sheetData/{U}row"):
            if baris.get("r") == str(nomor):
                baris.attrib.update(atribut)
                return
        raise UbahError(f"Baris {nomor} tidak ada.")

    return ubah


def edit_kolom(huruf: str, **atribut: str) -> Any:
    """One column set apart from those that are described with it."""

    def ubah(akar: Any) -> None:
        k = column_number(huruf)
        semua = get_anak(akar, "cols", URUTAN_LEMBAR)
        rentang = [(dict(satu.attrib), int(satu.get("min")), int(satu.get("max"))) for satu in semua]
        for satu in list(semua):
            semua.remove(satu)
        sebut = next((ciri for ciri, awal, akhir in rentang if awal <= k <= akhir), {"width": "9"})
        potong = [(c, a, b) for c, a, b in rentang if not a <= k <= b]
        for ciri, awal, akhir in rentang:
            if awal <= k <= akhir:
                potong += [(ciri, awal, k - 1)] * (awal < k) + [(ciri, k + 1, akhir)] * (k < akhir)
        for ciri, awal, akhir in sorted([*potong, (sebut | atribut, k, k)], key=lambda x: x[1]):
            etree.SubElement(semua, f"{U}col").attrib.update(ciri | {"min": str(awal), "max": str(akhir)})

    return ubah


def _merge(rentang: str) -> Any:
    def ubah(akar: Any) -> None:
        semua = get_anak(akar, "mergeCells", URUTAN_LEMBAR)
        etree.SubElement(semua, f"{U}mergeCell", ref=rentang)
        semua.set("count", str(len(semua)))

    return ubah


def _paint(paket: Paket) -> Paket:
    paket, dxf = add_dxf(paket, PUTIH)
    bagian = paket.get_lembar("Anggaran")
    akar = paket.tree(bagian)
    satu = add_anak(akar, "conditionalFormatting", URUTAN_LEMBAR)
    satu.set("sqref", "N7:N13")
    aturan = etree.SubElement(satu, f"{U}cfRule", type="expression", dxfId=str(dxf), priority="1")
    etree.SubElement(aturan, f"{U}formula").text = "TRUE"
    for lain in akar.iterfind(f"{U}conditionalFormatting/{U}cfRule"):
        if lain is not aturan:
            lain.set("priority", str(int(lain.get("priority")) + 1))
    return paket.put_tree(bagian, akar)


def hide_lembar(nama: str, keadaan: str) -> Langkah:
    """A sheet hidden, or very hidden."""

    def ubah(paket: Paket) -> Paket:
        akar = paket.tree(BUKU)
        for satu in akar.iterfind(f"{U}sheets/{U}sheet"):
            if satu.get("name") == nama:
                satu.set("state", keadaan)
        return paket.put_tree(BUKU, akar)

    return ubah


DAFTAR = (
    _look("format_angka_palsu", "SKM", "Q18", "Format sel menampilkan 95,00 apa pun nilainya.", format='"95,00"'),
    _look("format_kosong", "Capaian", "J8", "Format ;;; membuat nilai tidak tampak.", format=";;;"),
    _look("format_ditambah", "SAKIP", "C27", "Format menulis angka 1 di depan nilai.", format='"1"0.00'),
    _look("format_dibagi_seribu", "Anggaran", "M7", "Format membagi seribu.", format="#,##0,"),
    _look("huruf_putih", "Anggaran", "G9", "Huruf putih di atas putih.", warna=PUTIH, latar=PUTIH),
    _look("huruf_sewarna_latar", "Cek", "D37", "Huruf sewarna dengan latarnya.", warna="FF1F3864", latar="FF1F3864"),
    _look("huruf_satu_titik", "Lampiran", "E7", "Huruf berukuran satu titik.", ukuran="1"),
    Ubahan(
        "format_bersyarat_putih",
        "Format bersyarat mencat serapan menjadi putih.",
        at("Anggaran", "N7:N13"),
        P,
        _paint,
    ),
    Ubahan(
        "baris_disembunyikan",
        "Baris program disembunyikan.",
        at("Anggaran", "9:9"),
        P,
        edit_lembar("Anggaran", edit_baris(9, hidden="1")),
    ),
    Ubahan(
        "baris_setinggi_nol",
        "Baris indikator dibuat setinggi nol.",
        at("Capaian", "8:8"),
        P,
        edit_lembar("Capaian", edit_baris(8, ht="0", customHeight="1")),
    ),
    Ubahan(
        "kolom_disembunyikan",
        "Kolom selisih disembunyikan.",
        at("Anggaran", "G:G"),
        P,
        edit_lembar("Anggaran", edit_kolom("G", hidden="1")),
    ),
    Ubahan(
        "kolom_selebar_nol",
        "Kolom keterangan dibuat selebar nol.",
        at("Capaian", "L:L"),
        P,
        edit_lembar("Capaian", edit_kolom("L", width="0", customWidth="1")),
    ),
    Ubahan("lembar_disembunyikan", "Lembar Cek disembunyikan.", at("Cek"), P, hide_lembar("Cek", "hidden")),
    Ubahan(
        "lembar_sangat_tersembunyi",
        "Lembar SAKIP disembunyikan sehingga menu tidak dapat menampilkannya.",
        at("SAKIP"),
        P,
        hide_lembar("SAKIP", "veryHidden"),
    ),
    Ubahan(
        "sel_digabung",
        "Dua sel digabung sehingga yang bawah tertutup.",
        at("Capaian", "J9:J10"),
        P,
        edit_lembar("Capaian", _merge("J9:J10")),
    ),
    Ubahan(
        "kotak_teks",
        "Kotak teks putih diletakkan di atas target.",
        at("Lampiran"),
        P,
        lambda paket: add_kotak_teks(paket, "Lampiran", "100%", (4, 5, 5, 5)),
    ),
)
