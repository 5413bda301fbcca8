"""What the findings KU10 to KU36 advise is done to the file once: it is filled in or put back, and counts right."""

from __future__ import annotations

from typing import Any

import pytest

from kinerja.perjanjian.temuan_kumpul import TemuanKumpul
from tests.alat.kembali import ubah_identitas, ubah_rupa, ubah_susunan
from tests.alat.kembali.gaya import restyle
from tests.alat.kembali.paket import Paket, U
from tests.alat.kembali.ubah import DAFTAR
from tests.alat.kembali.ubahan import Langkah, type_sel
from tests.alat.saran import follow, match_saran
from tests.saran_kembali import ANGKA, TERISI, change, list_angka, look, refill

UBAHAN = {u.nama: u for u in DAFTAR}
HITAM = "FF000000"


def find_saran(isi: bytes, kode: str, saran: str) -> TemuanKumpul:
    """The finding that advises so."""
    return next(t for t in look(isi).temuan if t.kode == kode and match_saran(saran, t.saran))


def remove(lembar: str, elemen: str, **atribut: str) -> Langkah:
    """An element of a sheet's XML taken out."""

    def ubah(paket: Paket) -> Paket:
        akar: Any = paket.tree(paket.get_lembar(lembar))
        for satu in list(akar.iter(f"{U}{elemen}")):
            if atribut.items() <= dict(satu.attrib).items():
                satu.getparent().remove(satu)
        return paket.put_tree(paket.get_lembar(lembar), akar)

    return ubah


def look_as(lembar: str, sel: str, **rupa: str) -> Langkah:
    return lambda paket: restyle(paket, lembar, sel, **rupa)


ISI_LAGI = "Minta kecamatan mengisi lagi buku yang diterbitkan."
JANGAN = "Minta kecamatan mengisi lagi buku yang diterbitkan; buku ini jangan dipakai."
SIAPA = "Tanyakan buku milik siapa ini; minta kecamatan mengisi buku yang diterbitkan untuknya."
MENU = "Minta kecamatan mengisi lagi buku yang diterbitkan: menu Excel tidak dapat menampilkan lembar ini."


@follow(ISI_LAGI, JANGAN, SIAPA, MENU)
@pytest.mark.parametrize(
    ("kode", "saran", "nama"),
    [
        ("KU10", JANGAN, "nama_dihapus"),
        ("KU11", JANGAN, "nama_dialihkan"),
        ("KU12", JANGAN, "nama_baru_seperti_hasil"),
        ("KU12", JANGAN, "nama_lokal"),
        ("KU13", SIAPA, "kode_diganti"),
        ("KU13", SIAPA, "buku_kecamatan_lain"),
        ("KU22", ISI_LAGI, "baris_dihapus"),
        ("KU23", ISI_LAGI, "lembar_dihapus"),
        ("KU24", MENU, "lembar_tambahan_sangat_tersembunyi"),
        ("KU26", MENU, "lembar_sangat_tersembunyi"),
    ],
)
def test_buku_yang_diterbitkan_diisi_lagi(kode: str, saran: str, nama: str) -> None:
    find_saran(UBAHAN[nama].apply(TERISI), kode, saran)
    lagi = look(refill())

    assert (kode in lagi.kode, lagi.berat) == (False, [])
    assert ANGKA == list_angka(lagi.hasil)


HITUNG = "Pakai hasil yang dihitung ulang, dan tanyakan mengapa rumusnya diubah."
KOMA = "Pakai hasil yang dihitung ulang: angka di belakang koma mungkin sudah hilang dari isian."


@follow(
    HITUNG,
    KOMA,
    "Pakai hasil yang dihitung ulang.",
    "Cocokkan dengan yang diterbitkan; yang berlaku ialah yang diterbitkan.",
    "Lihat apa yang ditulis di sana; isinya tidak ikut dihitung.",
    "Tidak perlu apa-apa; hasil dihitung ulang dari isiannya.",
)
@pytest.mark.parametrize(
    ("kode", "saran", "nama"),
    [
        ("KU14", "Cocokkan dengan yang diterbitkan; yang berlaku ialah yang diterbitkan.", "target_capaian"),
        ("KU14", "Cocokkan dengan yang diterbitkan; yang berlaku ialah yang diterbitkan.", "anggaran_terkunci"),
        ("KU16", HITUNG, "batas_mutu"),
        ("KU16", HITUNG, "ditambah_angka"),
        ("KU17", HITUNG, "nik_diketik"),
        ("KU17", HITUNG, "rerata_diketik"),
        ("KU21", "Lihat apa yang ditulis di sana; isinya tidak ikut dihitung.", "baris_disisipkan"),
        ("KU33", KOMA, "presisi_tampilan"),
        ("KU34", "Pakai hasil yang dihitung ulang.", "nilai_basi"),
        ("KU50", "Tidak perlu apa-apa; hasil dihitung ulang dari isiannya.", "nilai_basi"),
    ],
)
def test_hasil_yang_dihitung_ulang_benar_apa_pun_kata_berkasnya(kode: str, saran: str, nama: str) -> None:
    isi = UBAHAN[nama].apply(TERISI)
    find_saran(isi, kode, saran)

    assert ANGKA == list_angka(look(isi).hasil)


KEMBALI: tuple[tuple[str, str, str, tuple[Langkah, ...]], ...] = (
    (
        "KU24",
        "Lihat isinya: catatan boleh dibiarkan, tiruan lembar yang ditandatangani tidak.",
        "lembar_tambahan",
        (ubah_susunan.drop_lembar("Hitungan"),),
    ),
    (
        "KU25",
        "Kembalikan namanya; isinya tetap dibandingkan.",
        "lembar_diganti_nama",
        (ubah_susunan.rename_lembar("Rujukan Lama", "Rujukan"),),
    ),
    *(
        ("KU26", "Tampilkan lagi, lalu lihat isinya dan tanyakan mengapa.", nama, (tampil,))
        for nama, tampil in (
            ("lembar_disembunyikan", ubah_rupa.hide_lembar("Cek", "visible")),
            ("baris_disembunyikan", ubah_rupa.edit_lembar("Anggaran", ubah_rupa.edit_baris(9, hidden="0"))),
            ("baris_setinggi_nol", ubah_rupa.edit_lembar("Capaian", ubah_rupa.edit_baris(8, ht="30"))),
            ("kolom_disembunyikan", ubah_rupa.edit_lembar("Anggaran", ubah_rupa.edit_kolom("G", hidden="0"))),
            ("kolom_selebar_nol", ubah_rupa.edit_lembar("Capaian", ubah_rupa.edit_kolom("L", width="12"))),
        )
    ),
    (
        "KU27",
        "Pisahkan lagi: isi sel yang tertutup gabungan tidak tampak.",
        "sel_digabung",
        (remove("Capaian", "mergeCell", ref="J9:J10"),),
    ),
    *(
        ("KU28", "Ubah warna, ukuran, atau format angkanya, lalu lihat isinya.", nama, (rupa,))
        for nama, rupa in (
            ("huruf_putih", look_as("Anggaran", "G9", warna=HITAM)),
            ("huruf_satu_titik", look_as("Lampiran", "E7", ukuran="10")),
            ("format_kosong", look_as("Capaian", "J8", format="0.00")),
        )
    ),
    *(
        ("KU29", "Kembalikan format angkanya, lalu lihat nilainya.", nama, (rupa,))
        for nama, rupa in (
            ("format_angka_palsu", look_as("SKM", "Q18", format="0.00")),
            ("format_dibagi_seribu", look_as("Anggaran", "M7", format="#,##0")),
        )
    ),
    (
        "KU30",
        "Lihat lembarnya, lalu hapus gambar atau kotak teks yang menutupi angka.",
        "kotak_teks",
        (remove("Lampiran", "drawing"),),
    ),
    (
        "KU32",
        "Matikan sistem tanggal 1904 di pilihan Excel, lalu periksa setiap tanggal: semuanya bergeser empat tahun.",
        "tanggal_1904",
        (ubah_identitas.set_buku("workbookPr", date1904="0"),),
    ),
    (
        "KU19",
        "Pastikan angkanya benar, lalu ganti rumus itu dengan angkanya.",
        "dpa_jadi_rumus",
        (type_sel("Anggaran", {"E7": 15435519078}),),
    ),
)


@follow(*{saran for _, saran, *_ in KEMBALI})
@pytest.mark.parametrize(("kode", "saran", "nama", "langkah"), KEMBALI, ids=[f"{k} {n}" for k, _, n, _ in KEMBALI])
def test_yang_dikembalikan_tanpa_temuan_lagi(kode: str, saran: str, nama: str, langkah: tuple[Langkah, ...]) -> None:
    ubah = UBAHAN[nama].apply(TERISI)
    find_saran(ubah, kode, saran)
    kembali = look(change(ubah, *langkah))

    assert (kode in kembali.kode, kembali.berat) == (False, [])
    assert ANGKA == list_angka(kembali.hasil)
