"""What is carried over from one workbook to the next, rule by rule."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kinerja.kumpul.bawa import Bawaan, carry_isian
from kinerja.perjanjian import jenis
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.kembali.isian import read_isian
from kinerja.perjanjian.kembali.peta import align
from kinerja.perjanjian.model import DaftarManfaat, Indikator, JenisPerjanjian, Kegiatan, Program
from kinerja.rumus.tahun import Metode
from tests.alat.bawa import carry, render
from tests.contoh import Isian, angka, make_perjanjian
from workbook_templates.perjanjian_kinerja import Bahan

SURAT = Indikator("Surat masuk", jenis.NILAI, "dokumen", angka(4), metode=Metode.JUMLAH)
ADUAN = Indikator("Aduan selesai", jenis.NILAI, "aduan", angka(9), metode=Metode.JUMLAH)
LIMA = (Program("7.01.02", "PROGRAM PELAYANAN", None), Program("7.01.03", "PROGRAM PEMBERDAYAAN", None))


def bahan(*indikator: Indikator, program: tuple[Program, ...] = LIMA, isi: Isian | None = None) -> Bahan:
    return Bahan(make_perjanjian(indikator or (SURAT,), program), isi or {}, responden=5)


def sebab(b: Bawaan) -> list[tuple[str, str]]:
    return [(s.sel, s.sebab) for s in b.sisa]


def carry_ubah(lama: Bahan, ubah: Callable[[Workbook], object], baru: Bahan | None = None) -> Bawaan:
    """Carry over what openpyxl typed into an issue."""
    terbit = render(lama)
    buku = openpyxl.load_workbook(io.BytesIO(terbit))
    ubah(buku)
    simpan = io.BytesIO()
    buku.save(simpan)
    asal, datang = read_buku(terbit, "a.xlsx"), read_buku(simpan.getvalue(), "b.xlsx")
    kosong = read_buku(render(baru or lama), "c.xlsx")
    return carry_isian(asal, read_isian(asal, datang, align(asal, datang)), kosong)


def test_program_yang_berganti_nama_tetap_dikenal_dari_kodenya() -> None:
    baru = bahan(program=(Program("7.01.03", "PROGRAM LAIN SAMA SEKALI"), LIMA[0]))
    b = carry(bahan(isi={"isian_anggaran_dpa": ((1,), (2,))}), baru)

    assert (b.isi, b.sisa) == ({"isian_anggaran_dpa": ((2,), (1,))}, ())


def test_program_yang_kode_dan_namanya_menunjuk_tempat_lain_terdaftar() -> None:
    baru = bahan(program=(Program("7.01.02", "PROGRAM PEMBERDAYAAN"), Program("7.01.03", "PROGRAM PELAYANAN")))
    b = carry(bahan(isi={"isian_anggaran_dpa": ((1,), (2,))}), baru)

    assert (b.isi, [s.nilai for s in b.sisa]) == ({}, [1, 2])


def test_program_yang_hanya_mirip_disarankan_tidak_ditebak() -> None:
    baru = bahan(program=(LIMA[0], Program("7.01.04", "PROGRAM PEMBERDAYAN")))
    b = carry(bahan(isi={"isian_anggaran_realisasi": ((), (5, None, 7))}), baru)

    kalimat = (
        "'7.01.03 – PROGRAM PEMBERDAYAAN' tidak ada di buku baru. Mungkin maksudnya '7.01.04 PROGRAM PEMBERDAYAN'."
    )
    assert sebab(b) == [("H8", kalimat), ("J8", kalimat)]
    assert [(s.nama, s.baris, s.tampak) for s in b.sisa] == [
        ("isian_anggaran_realisasi", "7.01.03 – PROGRAM PEMBERDAYAAN", n) for n in ("5", "7")
    ]


def test_yang_kini_diisi_penerbit_menang_dan_yang_berbeda_terdaftar() -> None:
    tahu = tuple(replace(p, anggaran=Decimal("1500000.5")) for p in LIMA)
    b = carry(bahan(isi={"isian_anggaran_perjanjian": ((1_500_000.5,), (9,))}), bahan(program=tahu))

    assert (b.isi, b.terbawa, b.sama) == ({}, 1, 1)
    assert sebab(b) == [("D8", "Penerbit sudah mengisi sel ini: 1.500.000,5.")]


def test_indikator_yang_pindah_nomor_membawa_target_catatan_dan_penjelasannya() -> None:
    isi: Isian = {
        "isian_indikator_1_nilai": ((1, 2),),
        "isian_indikator_1_aksi": (("Langkah",),),
        "isian_indikator_1_aksi_pelaksana": (("Kasi",),),
        "isian_triwulan_kendala": ((None,), ("Hujan",)),
    }
    lama = bahan(SURAT, isi=isi)
    cek = list(_list_cek(lama))
    nomor = next(n for n, teks in enumerate(cek) if teks.startswith("Indikator 1: triwulan terisi"))
    isi["isian_cek_penjelasan"] = tuple((None if n != nomor else "Sebab",) for n in range(len(cek)))

    baru = bahan(ADUAN, replace(SURAT, nama="SURAT  MASUK."))
    b = carry(lama, baru)

    tujuan = next(n for n, teks in enumerate(_list_cek(baru)) if teks == cek[nomor].replace("1", "2"))
    assert b.sisa == ()
    assert b.isi["isian_indikator_2_nilai"] == ((1, 2, None, None),)
    assert b.isi["isian_indikator_2_aksi"] == (("Langkah",),)
    assert b.isi["isian_indikator_2_aksi_pelaksana"] == (("Kasi",),)
    assert b.isi["isian_triwulan_kendala"] == ((None,),) * 5 + (("Hujan",),)
    assert b.isi["isian_cek_penjelasan"] == ((None,),) * tujuan + (("Sebab",),)
    assert len(b.isi) == 5


def _list_cek(b: Bahan) -> list[str]:
    lembar = read_buku(render(b), "x").lembar["Cek"].sel
    semua = (lembar.get((r, 1)) for r in range(6, 200))
    return [str(s.nilai) for s in semua if s is not None and s.nilai != "Perlu diperiksa"]


def test_indikator_bernama_sama_dibedakan_urutannya_dan_yang_hilang_terdaftar() -> None:
    isi: Isian = {f"isian_indikator_{n}_nilai": ((n,),) for n in (1, 2, 3)}
    b = carry(bahan(SURAT, SURAT, ADUAN, isi=isi), bahan(replace(ADUAN, nama="Aduan selesei"), SURAT, SURAT))

    assert {nama: baris[0][0] for nama, baris in b.isi.items()} == {
        "isian_indikator_2_nilai": 1,
        "isian_indikator_3_nilai": 2,
    }
    assert [s.sebab for s in b.sisa] == [
        "Indikator 'Aduan selesai' tidak ada di buku baru. Mungkin maksudnya 'Aduan selesei'."
    ]


def test_angka_dalam_satuan_lain_terdaftar_catatannya_tetap_dibawa() -> None:
    isi: Isian = {"isian_indikator_1_nilai": ((1,),), "isian_triwulan_kendala": (("Hujan",),)}
    b = carry(bahan(SURAT, isi=isi), bahan(replace(SURAT, satuan="lembar")))

    assert b.isi == {"isian_triwulan_kendala": (("Hujan",),)}
    assert sebab(b) == [("E7", "Satuan indikator ini berubah dari dokumen menjadi lembar.")]


def manfaat(*kegiatan: str) -> Indikator:
    daftar = DaftarManfaat("fisik", "Fisik", "KK", tuple(Kegiatan(k, 20, None) for k in kegiatan))
    return Indikator("Penerima manfaat", jenis.MANFAAT, "%", angka(100), daftar=(daftar,))


def test_baris_yang_dinamai_petugas_berpindah_utuh_ke_tempatnya() -> None:
    """One is now the issuer's, one stays a spare row; their figures go along."""
    isi: Isian = {
        "isian_manfaat_fisik_kegiatan": ((None,), ("Drainase",), ("Taman",)),
        "isian_manfaat_fisik_kelurahan": ((None,), ("Darat",), ("Hilir",)),
        "isian_manfaat_fisik_target": ((None,), (20,), (7,)),
        "isian_manfaat_fisik_realisasi": ((1,), (2, 3), (4,)),
    }
    b = carry(bahan(manfaat("Jalan"), isi=isi), bahan(manfaat("Drainase", "Jembatan", "Jalan")))

    assert b.sisa == ()
    assert b.sama == 2  # the name of the activity and its target
    kosong = (None,) * 4
    assert b.isi["isian_manfaat_fisik_realisasi"] == (
        (2, 3, None, None),
        kosong,
        (1, None, None, None),
        kosong,
        (4, None, None, None),
    )
    assert b.isi["isian_manfaat_fisik_kelurahan"] == (("Darat",), (None,), (None,), (None,), ("Hilir",))
    assert b.isi["isian_manfaat_fisik_kegiatan"] == ((None,),) * 4 + (("Taman",),)
    assert b.isi["isian_manfaat_fisik_target"] == ((None,),) * 4 + ((7,),)


def test_baris_cadangan_yang_tidak_cukup_terdaftar_dan_urutannya_tetap() -> None:
    nama = [f"Hal {n}" for n in range(7)]
    isi: Isian = {"isian_manfaat_fisik_kegiatan": ((None,), *((n,) for n in nama))}
    b = carry(bahan(manfaat(), isi=isi), bahan(manfaat("Jalan")))

    assert [baris[0] for baris in b.isi["isian_manfaat_fisik_kegiatan"][1:]] == nama[:5]
    assert [(s.nilai, s.sebab) for s in b.sisa] == [
        (n, "Baris kosong di buku baru habis: hanya ada 5.") for n in nama[5:]
    ]


@pytest.mark.parametrize("kali", [2, 4])
def test_survei_yang_banyaknya_setahun_berubah_terdaftar(kali: int) -> None:
    skm = Indikator("Kepuasan", jenis.SKM, "indeks", angka(80))
    b = carry(bahan(skm, isi={"isian_skm_jawaban": ((4,) * 9,)}), bahan(replace(skm, kali=kali)))

    assert (b.isi, b.terbawa, len(b.sisa)) == ({}, 0, 9)
    assert {s.sebab for s in b.sisa} == {"Lembar SKM tidak punya padanan di buku baru."}


def test_tanggal_murni_bukan_tanggal_perubahan() -> None:
    lama = bahan(isi={"isian_tanggal": (("2 Januari 2024",),), "isian_tempat": (("Contoh",),)})
    b = carry(lama, replace(lama, pk=replace(lama.pk, jenis=JenisPerjanjian.PERUBAHAN)))

    assert b.isi == {"isian_tempat": (("Contoh",),)}
    assert [s.sebab for s in b.sisa] == ["Tanggal ini milik perjanjian murni; ketik tanggal perjanjian perubahan."]


def test_rumus_yang_diketik_menjadi_nilainya() -> None:
    def ubah(buku: Workbook) -> None:
        buku["Anggaran"]["E7"], buku["Anggaran"]["E8"], buku["Anggaran"]["H7"] = "=1000/8", "=1/0", "=E7*2"

    b = carry_ubah(bahan(), ubah)

    assert b.isi == {"isian_anggaran_dpa": ((125,),), "isian_anggaran_realisasi": ((250, None, None, None),)}
    assert sebab(b) == [("E8", "Rumus yang diketik di sel ini menghasilkan #DIV/0!.")]
    assert [s.tampak for s in b.sisa] == ["#DIV/0!"]


def test_yang_tidak_dapat_dipakai_terdaftar_dengan_sebabnya() -> None:
    def ubah(buku: Workbook) -> None:
        a, r = buku["Anggaran"], buku["Rencana Aksi"]
        a["E7"], a["E8"], a["H7"], a["I7"] = "belum ada", -5, "#N/A", 45_000
        a["I7"].number_format = "dd/mm/yyyy"
        a["J7"], a["K7"], r["J7"] = "1.250.000", True, "x" * 300

    b = carry_ubah(bahan(), ubah)

    assert b.isi == {"isian_anggaran_realisasi": ((None, None, 1_250_000, None),)}
    assert dict(sebab(b)) == {
        "E7": "Isinya teks, sedangkan yang diminta angka.",
        "E8": "Isinya -5, sedangkan batasnya 0 sampai 1.000.000.000.000.000.",
        "H7": "Sel ini berisi #N/A, sehingga tidak dipakai.",
        "I7": "Sel ini tampil sebagai tanggal atau jam, sehingga tidak dipakai.",
        "K7": "Isinya TRUE atau FALSE, sedangkan yang diminta angka atau teks.",
        "J7": "Panjangnya 300 karakter, sedangkan batasnya 255.",
    }


def test_pilihan_yang_tidak_ada_lagi_di_daftar_terdaftar() -> None:
    opini = Indikator("Opini", jenis.PREDIKAT, "predikat", urutan=("WTP", "WDP", "TW"))
    isi: Isian = {"isian_indikator_1_predikat": (("wtp", "TW"),)}
    b = carry(bahan(opini, isi=isi), bahan(replace(opini, urutan=("WTP", "WDP"))))

    assert b.isi == {"isian_indikator_1_predikat": (("wtp", None, None, None),)}
    assert [(s.nilai, s.sebab) for s in b.sisa] == [("TW", "Isinya tidak ada di daftar: WTP, WDP.")]


def test_angka_pecahan_dibawa_tepat() -> None:
    b = carry_ubah(bahan(), lambda buku: buku["Indikator"].__setitem__("E7", 0.1))
    lain = carry_ubah(bahan(), lambda buku: buku["Anggaran"].__setitem__("E7", -0.25))

    assert b.isi == {"isian_indikator_1_nilai": ((0.1, None, None, None),)}
    assert [(s.nilai, s.tampak) for s in lain.sisa] == [(Fraction(-1, 4), "-0,25")]
