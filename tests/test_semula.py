"""A perubahan beside its murni: rows are matched by what they are; what cannot be is refused in a sentence."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.errors import DataError, MasukanError
from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import JenisPerjanjian, PerjanjianKinerja, Program, Sasaran
from kinerja.perjanjian.semula import attach_semula, change_jenis, check_perubahan
from tests.contoh import angka
from tests.murni_perubahan import BARU, DICABUT, MURNI, PERUBAHAN, attach, make_sama
from tests.perjanjian_bersih import MANFAAT, PROGRAM, SAKIP, SKM


def list_lama(pk: PerjanjianKinerja) -> dict[str, str | None]:
    """What each indikator and programme was, by name."""
    s = pk.semula
    assert s
    kini = [*(i.nama for i in pk.indikator), *(p.nama for p in pk.program)]
    lama = [*(i.nama if i else None for i in s.indikator), *(p.nama if p else None for p in s.program)]
    return dict(zip(kini, lama, strict=True))


def test_baris_dipasangkan_menurut_apa_adanya_bukan_urutannya() -> None:
    pk = attach()

    assert list_lama(pk) == {
        "Manfaat": "Manfaat",
        "Jumlah Inovasi": None,
        "nilai sakip": "Nilai SAKIP",
        "Indeks Kepuasan Masyarakat": "Indeks Kepuasan Masyarakat",
        "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAH DESA": "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAH DESA",
        "PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM": None,
        "Program Pemberdayaan Masyarakat Desa dan Kelurahan": "PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN",
    }


def test_yang_dicabut_tetap_disebut_di_bawah_sasarannya() -> None:
    semula = attach().semula

    assert semula
    assert [(s.uraian, [i.nama for i in s.indikator]) for s in semula.dicabut] == [
        ("Meningkatnya manfaat", ["Trantibum"])
    ]
    assert (DICABUT[1],) == semula.program_dicabut
    assert "Januari 2024" == semula.tanggal
    assert "3212.50" == str(semula.anggaran)


@pytest.mark.parametrize("benih", range(5))
def test_urutan_tidak_mengubah_pasangan(benih: int) -> None:
    acak = random.Random(benih)
    sasaran, program = list(PERUBAHAN.sasaran), list(PERUBAHAN.program)
    acak.shuffle(sasaran)
    acak.shuffle(program)

    assert list_lama(attach(replace(PERUBAHAN, sasaran=tuple(sasaran), program=tuple(program)))) == list_lama(attach())


def test_kode_mendahului_nama_dan_nomor_saja_bukan_kode() -> None:
    murni = replace(MURNI, program=(Program("7.01.01", "Lama A"), Program("02", "Lama B"), Program("7.01.03", "C")))
    program = (Program("02", "Lain"), Program("7.01.1", "Nama Baru"), Program("03", "c"))

    lama = list_lama(attach(replace(PERUBAHAN, program=program), murni))

    assert (None, "Lama A", "C") == (lama["Lain"], lama["Nama Baru"], lama["c"])


def test_nama_yang_dipakai_dua_kali_dipasangkan_sekali() -> None:
    ganda = (Sasaran("Satu", (SKM, SKM)),)
    pk = attach(replace(PERUBAHAN, sasaran=ganda))

    assert pk.semula
    assert [True, False] == [i is not None for i in pk.semula.indikator]


def test_setiap_indikator_ingat_kalimat_sasarannya() -> None:
    semula = attach().semula

    assert semula
    assert ("Meningkatnya manfaat", None, "Meningkatnya pelayanan", "Meningkatnya pelayanan") == semula.sasaran
    assert MANFAAT is semula.indikator[0]


def test_jenis_yang_diganti_meninggalkan_tanggal_lama() -> None:
    perubahan = change_jenis(MURNI, JenisPerjanjian.PERUBAHAN)

    assert (JenisPerjanjian.PERUBAHAN, None) == (perubahan.jenis, perubahan.tanggal)
    assert PERUBAHAN == change_jenis(PERUBAHAN, JenisPerjanjian.PERUBAHAN)


def test_semula_untuk_perjanjian_murni_ditolak() -> None:
    with pytest.raises(MasukanError, match=r"^--semula hanya untuk perjanjian perubahan\. "):
        check_perubahan([PERUBAHAN, MURNI])
    with pytest.raises(ValueError, match="semula of a murni"):
        replace(attach(), jenis=JenisPerjanjian.MURNI)
    with pytest.raises(ValueError, match="other indikator"):
        replace(attach(), program=PROGRAM[:1])


@pytest.mark.parametrize(
    ("murni", "pesan"),
    [
        (replace(MURNI, tahun=2023), r"^murni.toml: Data murni bertahun 2023, sedangkan perubahannya 2024\. "),
        (PERUBAHAN, r"^murni.toml: Data untuk --semula bukan perjanjian murni\. "),
        (
            replace(MURNI, kecamatan=replace(MURNI.kecamatan, kode="12.71.01")),
            r"^murni.toml: Kecamatan 12.71.17 Medan Baru tidak ada dalam data murni\. ",
        ),
    ],
)
def test_murni_yang_bukan_miliknya_ditolak(murni: PerjanjianKinerja, pesan: str) -> None:
    with pytest.raises(DataError, match=pesan):
        attach_semula([PERUBAHAN], [murni], "murni.toml")


def test_indikator_baru_dan_lama_disebut_dengan_satuannya_masing_masing() -> None:
    ganti = replace(SAKIP, satuan="%")
    pk = attach(replace(PERUBAHAN, sasaran=(Sasaran("Satu", (BARU, ganti)),)))

    assert pk.semula
    assert [None, "nilai"] == [i.satuan if i else None for i in pk.semula.indikator]


def test_yang_senama_dipasangkan_menurut_sasaran_lalu_yang_tidak_berubah() -> None:
    """Values from the agreements themselves: the row of the same sasaran, of the same SKPD, of the same budget."""
    nilai = [replace(SKM, nama="Indeks", jenis=jenis.NILAI, satuan="nilai", target=angka(n)) for n in (80, 90, 95)]
    lama = replace(MURNI, sasaran=(Sasaran("Ramah", (nilai[0],)), Sasaran("Cepat", (nilai[1],))))
    baru = make_sama(sasaran=(Sasaran("Cepat", (nilai[2],)),))
    (pk,) = attach_semula([baru], [lama], "uji")
    assert pk.semula
    assert (nilai[1],) == pk.semula.indikator
    assert (Sasaran("Ramah", (nilai[0],)),) == pk.semula.dicabut

    awalan = "7.01.0.00.0.00.17.000"
    kembar = tuple(Program(f"{awalan}{n}.7.01.03", "Desa", Decimal(uang)) for n, uang in enumerate((100, 200)))
    (pk,) = attach_semula(
        [make_sama(program=(replace(kembar[1], anggaran=Decimal(250)),))], [replace(MURNI, program=kembar)], "uji"
    )
    assert pk.semula
    assert (kembar[1],) == pk.semula.program

    tanpa = tuple(Program(None, "Program X", Decimal(uang)) for uang in (100, 200, 150))
    (pk,) = attach_semula([make_sama(program=tanpa[1:])], [replace(MURNI, program=tanpa[:2])], "uji")
    assert pk.semula
    assert (tanpa[1], tanpa[0]) == pk.semula.program
