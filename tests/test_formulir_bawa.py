"""What was typed into a form goes on: into its next issue, another form, a workbook of ours, and from there."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName

from kinerja.cli import main
from kinerja.formulir.baca import Formulir, read_formulir
from kinerja.formulir.isi import fill_formulir
from kinerja.kumpul.bawa import Bawaan, carry_isian
from kinerja.perjanjian import jenis
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.kembali.isian import Isian
from kinerja.perjanjian.kembali.terhitung import compute_terhitung
from kinerja.perjanjian.model import Indikator, JenisPerjanjian, PerjanjianKinerja, Program
from kinerja.rumus.tahun import Metode
from kinerja.workbook.layout import Matriks
from tests.alat.bawa import read, render
from tests.alat.bawa import read as read_baku
from tests.alat.formulir_pulang import draw_isi, fill, make_formulir, type_isi
from tests.alat.pulang import draw_isian
from tests.alat.sampel import choose_banyak
from tests.contoh import angka, make_perjanjian
from workbook_templates.perjanjian_kinerja import Bahan

PK = draw_isian(3)[0]
NIP = "197001011990011001"


def draw(pk: PerjanjianKinerja, benih: int = 1) -> dict[str, Matriks]:
    return draw_isi(pk, benih, 3) | {"isian_camat_nip": ((NIP,),)}


def carry(lama: bytes, baru: bytes) -> Bawaan:
    return carry_isian(*read(lama), read_buku(baru, "baru.xlsx"))


def list_nilai(isian: Isian) -> dict[tuple[str, int, int], Any]:
    return {
        (nama, r, c): n
        for nama, blok in isian.blok.items()
        for r, baris in enumerate(blok.isi)
        for c, n in enumerate(baris)
        if n is not None
    }


def make_lain(sel: Mapping[str, Any], buka: Mapping[str, str] | None = None) -> Formulir:
    """A form of these cells; `buka` are open ones with their number format."""
    buku = openpyxl.Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "Kinerja"
    for alamat, nilai in sel.items():
        lembar[alamat] = nilai
    for alamat, bentuk in (buka or {}).items():
        lembar[alamat].protection, lembar[alamat].number_format = Protection(locked=False), bentuk
    keluar = io.BytesIO()
    buku.save(keluar)
    return read_formulir(keluar.getvalue(), "lain.xlsx")


def test_terbitan_berikutnya_berisi_semua_yang_diketik() -> None:
    lama = fill(PK, draw(PK))
    b = carry(lama, fill(PK))

    baru = fill_formulir(make_formulir(), PK, b.isi).isi
    assert (b.sisa, b.sama) == ((), 0)
    assert list_nilai(read(baru)[1]) == list_nilai(read(lama)[1])


@pytest.mark.parametrize("benih", range(choose_banyak(4, 12)))
def test_perubahan_memindahkan_setiap_baris_menurut_apa_isinya(benih: int) -> None:
    acak, asal = Random(benih), draw_isian(benih)[0]
    nama = [f"{i.nama} ke-{n}" for n, i in enumerate(asal.indikator)]
    bernomor = iter(nama)
    lama = replace(
        asal,
        sasaran=tuple(
            replace(s, indikator=tuple(replace(i, nama=next(bernomor)) for i in s.indikator)) for s in asal.sasaran
        ),
    )
    program = [*lama.program, Program("7.01.99", "PROGRAM BARU")]
    acak.shuffle(program)
    dicabut = lama.program[0] if len(lama.program) > 1 else None
    baru = replace(
        lama,
        jenis=JenisPerjanjian.PERUBAHAN,
        program=tuple(p for p in program if p is not dicabut),
        sasaran=lama.sasaran[::-1],
        anggaran_tercantum=None,
        semula=None,
    )
    isi = {n: m for n, m in draw_isi(lama, benih).items() if "perjanjian" not in n}

    b = carry(fill(lama, isi), fill(baru))

    terisi = list_nilai(read(fill_formulir(make_formulir(), baru, b.isi).isi)[1])
    letak = {i.nama: n for n, i in enumerate(baru.indikator, start=1)}
    for n, satu in enumerate(lama.indikator, start=1):
        for q in range(1, 5):
            harap: Any = isi[f"isian_indikator_{n}_realisasi_{q}"][0][0]
            harap = harap if isinstance(harap, str) else Fraction(str(harap))
            assert terisi[f"isian_indikator_{letak[satu.nama]}_realisasi_{q}", 0, 0] == harap
    urut = {p.kode: n for n, p in enumerate(baru.program)}
    for n, p in enumerate(lama.program):
        for nama_blok in ("isian_program_dpa", "isian_program_realisasi_2"):
            if p is not dicabut:
                assert terisi[nama_blok, urut[p.kode], 0] == isi[nama_blok][n][0]
    sisa = [s for s in b.sisa if s.nama.startswith("isian_program")]
    assert len(sisa) == (5 if dicabut else 0)
    assert b.terbawa + len(b.sisa) == len(list_nilai(read(fill(lama, isi))[1]))


def test_formulir_yang_diubah_menerima_menurut_nama_dan_sisanya_disebut() -> None:
    lama = fill(PK, draw(PK))
    b = carry(lama, fill(PK, susun="b"))

    assert b.isi["isian_program_dpa"] == tuple((10**10 + n,) for n, _ in enumerate(PK.program))
    assert b.isi["isian_indikator_1_kendala_2"] == (("Hujan terus-menerus",),)
    assert b.isi["isian_catatan_umum"] == (("=1+1 bukan rumus",),)
    assert b.isi["isian_camat_nip"] == ((NIP,),)
    assert b.terbawa + len(b.sisa) == len(list_nilai(read(lama)[1]))
    assert {s.sebab.split()[0] for s in b.sisa} == {"Isian"}
    terisi = read(fill_formulir(make_formulir("b"), PK, b.isi).isi)[1]
    assert terisi.count_terisi() == b.terbawa


def test_isian_tanpa_nama_hanya_dibawa_ke_formulir_yang_sama() -> None:
    lama = make_lain({"A1": "{{tahun}}"}, {"B3": "General"})
    tetap = make_lain({"A1": "{{tahun}}"}, {"B3": "General"})
    lain = make_lain({"A1": "{{tahun}} lain"}, {"B3": "General"})
    isi = type_isi(fill_formulir(lama, PK).isi, {"isian_kinerja_b3": ((7,),)})

    assert carry(isi, fill_formulir(tetap, PK).isi).isi == {"isian_kinerja_b3": ((7,),)}
    (sisa,) = carry(isi, fill_formulir(lain, PK).isi).sisa
    assert (sisa.sel, sisa.sebab) == ("B3", "Formulirnya lain, dan isian ini tidak bernama.")


def test_nama_kantor_dengan_huruf_besar_dibaca_juga() -> None:
    buku = openpyxl.Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.title, lembar["A1"], lembar["B1"] = "Kinerja", "{{tahun}}", "=2*ISIAN_Jumlah"
    for nama, alamat in (("ISIAN_Jumlah", "$C$1"), ("Hasil_Ganda", "$B$1")):
        buku.defined_names[nama] = DefinedName(nama, attr_text=f"Kinerja!{alamat}")
    keluar = io.BytesIO()
    buku.save(keluar)
    formulir = read_formulir(keluar.getvalue(), "besar.xlsx")

    t = compute_terhitung(read_buku(type_isi(fill_formulir(formulir, PK).isi, {"isian_jumlah": ((21,),)}), "a.xlsx"))

    assert t.isian.blok["isian_jumlah"].isi == ((21,),)
    assert t.hasil.nama["hasil_ganda"] == ((42,),)


def test_ke_buku_kerja_baku_dan_kembali() -> None:
    lama = fill(PK, draw(PK))
    ke_baku = carry(lama, render(Bahan(PK)))

    isi = draw(PK)
    assert ke_baku.isi["isian_anggaran_dpa"] == isi["isian_program_dpa"]
    harap = tuple(
        (*(isi[f"isian_program_realisasi_{q}"][n][0] for q in (1, 2, 3)), None) for n, _ in enumerate(PK.program)
    )
    assert ke_baku.isi["isian_anggaran_realisasi"] == harap
    predikat = tuple(isi[f"isian_indikator_1_realisasi_{q}"][0][0] for q in (1, 2, 3))
    assert ke_baku.isi["isian_indikator_1_predikat"] == ((*predikat, None),)
    assert ke_baku.isi["isian_triwulan_kendala"][1] == ("Hujan terus-menerus",)
    assert ke_baku.terbawa + len(ke_baku.sisa) == len(list_nilai(read(lama)[1]))
    assert {s.nama for s in ke_baku.sisa} >= {"isian_catatan_umum", "isian_monev_24_b15"}

    pulang = carry_isian(*read_baku(render(Bahan(PK, ke_baku.isi))), read_buku(fill(PK), "a.xlsx"))
    assert pulang.sisa == ()
    asal = list_nilai(read(lama)[1])
    terisi = list_nilai(read(fill_formulir(make_formulir(), PK, pulang.isi).isi)[1])
    assert terisi.items() <= asal.items()
    assert len(terisi) == ke_baku.terbawa


def test_dari_buku_kerja_baku_tidak_ada_yang_hilang_diam_diam() -> None:
    pk, isi = draw_isian(3)
    buku, isian = read_baku(render(Bahan(pk, isi)))

    b = carry_isian(buku, isian, read_buku(fill(pk), "a.xlsx"))

    assert b.terbawa + len(b.sisa) == isian.count_terisi()
    assert all(s.sebab for s in b.sisa)
    terisi = read(fill_formulir(make_formulir(), pk, b.isi).isi)[1]
    assert terisi.count_terisi() == b.terbawa - b.sama


def test_yang_kini_dikatakan_penerbit_tidak_tersisa_bila_sama() -> None:
    i = Indikator("Hal", jenis.NILAI, "buah", None, metode=Metode.AKHIR)
    lama = make_perjanjian((i,), (Program("7.01.01", "Satu"), Program("7.01.02", "Dua")))
    program = Program("7.01.02", "Dua", Decimal(9)), Program("7.01.01", "Satu", Decimal(7))
    baru = make_perjanjian((replace(i, target=angka(5)),), program)
    isi: dict[str, Matriks] = {"isian_indikator_1_target": ((5,),), "isian_program_perjanjian": ((7,), (8,))}

    b = carry(fill(lama, isi), fill(baru))

    assert (b.terbawa, b.sama) == (2, 2)
    (sisa,) = b.sisa
    assert (sisa.nilai, sisa.sebab) == (8, "Penerbit sudah mengisi ini: 9.")


def test_persen_dibawa_menurut_artinya() -> None:
    pk = make_perjanjian(
        (Indikator("Hal", jenis.NILAI, "%", angka(95), metode=Metode.AKHIR),), (Program("7.01.01", "Satu"),)
    )
    sel = {"A1": "{{indikator.nama}}", "B1": "{{isian_realisasi_1}}"}
    persen, biasa = make_lain(sel, {"B1": "0%"}), make_lain(sel, {"B1": "0.00"})
    nama = "isian_indikator_1_realisasi_1"
    dari_persen = type_isi(fill_formulir(persen, pk).isi, {nama: ((0.925,),)})
    dari_biasa = type_isi(fill_formulir(biasa, pk).isi, {nama: ((92.5,),)})

    assert carry(dari_persen, fill_formulir(biasa, pk).isi).isi == {nama: ((92.5,),)}
    assert carry(dari_biasa, fill_formulir(persen, pk).isi).isi == {nama: ((0.925,),)}
    assert carry(dari_persen, fill_formulir(persen, pk).isi).isi == {nama: ((0.925,),)}
    assert carry(dari_persen, render(Bahan(pk))).isi == {"isian_indikator_1_nilai": ((92.5, None, None, None),)}


def test_persen_dan_tanggal_seperti_tampil_di_formulir_tidak_dipersoalkan() -> None:
    pk = make_perjanjian(
        (Indikator("Hal", jenis.NILAI, "%", angka(95), metode=Metode.AKHIR),), (Program("7.01.01", "Satu"),)
    )
    sel = {"A1": "{{indikator.nama}}", "B1": "{{isian_realisasi_1}}", "B3": "{{isian_hari}}"}
    form = make_lain(sel, {"B1": "0.0%", "B3": "dd/mm/yyyy"})
    hari = "isian_hari"
    isi = type_isi(fill_formulir(form, pk).isi, {"isian_indikator_1_realisasi_1": ((0.925,),), hari: ((45_382,),)})

    t = compute_terhitung(read_buku(isi, "a.xlsx"))

    assert t.isian.temuan == ()
    assert t.isian.blok[hari].isi == ((45_382,),)
    assert t.hasil.indikator[0].realisasi == Fraction(925, 10)
    assert carry(isi, fill_formulir(form, pk).isi).isi[hari] == ((45_382,),)


def test_baris_perintah_membawa_dan_menulis_yang_tersisa(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for susun in "ab":
        Path(f"{susun}.xlsx").write_bytes(make_formulir(susun).asli)
    satu = ("--kecamatan", "12.71.17")

    def buat(templat: str, *lain: str) -> tuple[int, str]:
        kode = main(["buat", *satu, "--templat", templat, "--keluar", "hasil", *lain])
        return kode, capsys.readouterr().err

    assert buat("a.xlsx")[0] == 0
    (terbit,) = Path("hasil").glob("*.xlsx")
    Path("kirim.xlsx").write_bytes(
        type_isi(terbit.read_bytes(), {"isian_catatan_umum": (("pesan",),), "isian_monev_24_b15": (("Aula",),)})
    )
    kode, kata = buat("b.xlsx", "--isi-dari", "kirim.xlsx")

    assert kode == 0, kata
    assert "1 isian dibawa dari kirim.xlsx, 1 tidak menemukan tempat" in kata
    (baris,) = csv.DictReader(io.StringIO(Path("hasil/isian-tersisa.csv").read_text("utf-8-sig")), delimiter=";")
    assert (baris["Isian"], baris["Nilai"]) == ("isian_monev_24_b15", "Aula")
    assert list_nilai(read(terbit.read_bytes())[1]) == {("isian_catatan_umum", 0, 0): "pesan"}
