"""Repeated rows: what lies below and beside them follows, with 0, 1, 3 and 40 items, in any number of tables."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment

from kinerja.errors import DataError
from kinerja.formulir.baca import read_formulir
from kinerja.formulir.isi import fill_formulir
from kinerja.formulir.rangka import check_rumus
from tests.alat.formulir.aksi import make_aksi
from tests.alat.formulir.buku import Terbaca, is_sama, read_buku
from tests.alat.formulir.data import make_banyak
from tests.alat.formulir.isi import fill
from tests.alat.formulir.susunan import Susunan, read_susunan
from tests.alat.formulir.ulang import Soal, draw_soal
from tests.alat.mesin import recalc_formulon
from tests.alat.sampel import choose_banyak

TAK_TERHITUNG = ("SUMIF(", "SUMPRODUCT(", "VLOOKUP(", '"ke-1*"')
"""Functions of offices that our own engine leaves to the program."""
UKURAN = [(1, 1, 0), (3, 3, 1), (40, 2, 3), (3, 40, 0), (40, 40, 40)]
"""Numbers of indikator, programmes and steps."""
Terisi = tuple[tuple[int, int, int], Terbaca, Susunan]
"""Of a size the workbook, and what lies on its first sheet: openpyxl reads a picture once."""


@pytest.fixture(scope="module", params=UKURAN, ids=lambda u: "-".join(map(str, u)))
def aksi(request: pytest.FixtureRequest) -> Terisi:
    """The action plan with so many of each."""
    n, m, k = request.param
    ada = read_buku(fill("aksi", make_banyak(n, m, 3, k)).isi)
    return (n, m, k), ada, read_susunan(ada, "Monitoring")


@pytest.fixture(scope="module")
def asal() -> Susunan:
    """What lies on the first sheet of its form."""
    return read_susunan(read_buku(make_aksi()), "Monitoring")


def fill_soal(soal: Soal) -> bytes:
    return fill_formulir(read_formulir(soal.isi, "soal.xlsx"), soal.pk).isi


def list_beda(soal: Soal, get: Callable[[tuple[str, str]], object]) -> list[object]:
    """Cells that show something else than what their author means."""
    return [(sel, get(sel), x) for sel, x in soal.harap.items() if not is_sama(get(sel), x)]


@settings(max_examples=choose_banyak(2, 150), suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_tabel_berapa_pun_dihitung_formulon_seperti_maksud_pembuatnya(data: st.DataObject, tmp_path: Path) -> None:
    soal = draw_soal(lambda pilihan: data.draw(st.sampled_from(pilihan)))
    path = tmp_path / "soal.xlsx"
    path.write_bytes(fill_soal(soal))
    ada, hitung = read_buku(path.read_bytes()), recalc_formulon(path)

    assert list_beda(soal, lambda sel: hitung.get(sel, ada.get(sel))) == []


@pytest.mark.parametrize("benih", range(choose_banyak(4, 60)))
def test_nilai_tersimpan_sama_dengan_maksud_pembuatnya(benih: int) -> None:
    soal = draw_soal(random.Random(benih).choice)
    ada = read_buku(fill_soal(soal))
    tanpa = {
        sel for sel, x in soal.harap.items() if ada.get_rumus(sel) and ada.get(sel) is None and x not in (None, "")
    }

    assert [b for b in list_beda(soal, ada.get) if b[0] not in tanpa] == []  # type: ignore[index]
    assert [r for r in map(ada.get_rumus, tanpa) if not any(nama in r for nama in TAK_TERHITUNG)] == []


def shift(baris: int, *ulangan: tuple[int, int]) -> int:
    """Where a row below repeated rows comes to lie; each is (row in the form, how many items)."""
    return baris + sum(max(n, 1) - 1 for b, n in ulangan if b < baris)


def test_gabungan_tinggi_aturan_dan_halaman_ikut_bergeser(aksi: Terisi, asal: Susunan) -> None:
    (n, m, _), _, kini = aksi
    ulang = ((7, n), (14, m))
    program = range(13 + n, 13 + n + m)

    assert kini.gabung == move_gabung(asal, *ulang) | {f"C{b}:D{b}" for b in program}
    indikator, satu, pena = (asal.tinggi[b] for b in (7, 14, 22))
    assert kini.tinggi == dict.fromkeys(range(7, 7 + n), indikator) | dict.fromkeys(program, satu) | {
        shift(22, *ulang): pena
    }
    assert (kini.cetak, kini.judul, kini.beku) == (f"A1:T{shift(25, *ulang)}", "5:6", "D7")
    assert kini.patah == (10 + n - 1,)
    total = 13 + n + m
    assert {a for a in kini.aturan if a[0].startswith(("J7", f"F{13 + n}", f"C{total + 2}"))} == {
        (f"J7:M{6 + n}", "decimal", "0", "None"),
        (f"F{13 + n}:J{12 + n + m}", "decimal", "0", f"$E${total}"),
        (f"C{total + 2}", "textLength", "200", "None"),
    }
    assert kini.syarat == {
        (f"N7:R{7 + n}", "50"), (f"A{13 + n}:O{total - 1}", f"$K{13 + n}>$E{13 + n}"), (f"L{total}", f"$R${7 + n}"),
    }  # fmt: skip


def move_gabung(asal: Susunan, *ulang: tuple[int, int]) -> set[str]:
    """Merges of the form that do not lie in a repeated row, moved."""
    hasil = set()
    for satu in asal.gabung:
        awal, akhir = satu.split(":")
        baris = int(awal.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        if baris not in {b for b, _ in ulang}:
            hasil.add(
                ":".join(
                    f"{x.rstrip('0123456789')}{shift(int(x.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')), *ulang)}"
                    for x in (awal, akhir)
                )
            )
    return hasil


def test_gambar_tabel_saringan_dan_nama_ikut_bergeser(aksi: Terisi, asal: Susunan) -> None:
    (n, m, k), ada, kini = aksi
    ((awal, akhir, sidik),) = asal.gambar
    geser = shift(19, (7, n), (14, m)) - 19
    tabel = shift(11, (4, n), (8, k))

    assert kini.gambar == ((awal + geser, akhir + geser, sidik),)
    assert read_susunan(ada, "Catatan Indikator").tabel == {"TabelKategori": f"B{tabel}:D{tabel + 4}"}
    assert read_susunan(ada, "Rekap").saring == f"A12:E{12 + m}"
    assert ada.list_nama()["anggaran_program"] == f"Monitoring!E{13 + n}:E{12 + n + m}"
    assert ada.list_nama()["hasil_capaian_rerata"] == f"Monitoring!R{7 + n}"
    assert read_susunan(ada, "Catatan Indikator").cetak == f"A1:F{tabel + 6}"


def test_rumus_di_bawah_di_samping_dan_di_lembar_lain_menunjuk_yang_dimaksud(aksi: Terisi) -> None:
    (n, m, k), ada, _ = aksi
    p, t = 13 + n, 13 + n + m
    harap = {
        ("Monitoring", f"N{7 + n}"): f'=IF(COUNT(N7:N{6 + n})=0,"",ROUND(AVERAGE(N7:N{6 + n}),2))',
        ("Monitoring", f"E{8 + n}"): f"=COUNT(R7:R{6 + n})" if n > 1 else "=COUNT(R7)",
        ("Monitoring", f"F{8 + n}"): f'=IF(SUM(E7:E{6 + n})=0,"",MAX($E$7:E{6 + n}))',
        ("Monitoring", f"Q{6 + n}"): (
            f'=IF(AND(ISNUMBER(I{6 + n}),ISNUMBER(M{6 + n})),IF(I{6 + n}=0,"",ROUND(M{6 + n}/I{6 + n}*100,2)),"")'
        ),
        ("Monitoring", f"O{p + m - 1}"): f"=SUM(O{p + m - 2},E{p + m - 1})",
        ("Monitoring", f"N{p + m - 1}"): f'=IF($E${t}=0,"",ROUND(E{p + m - 1}/$E${t}*100,2))',
        ("Monitoring", f"K{t}"): f"=SUM(K{p}:K{t - 1})",
        ("Catatan Indikator", f"C{3 + n}"): f"=Monitoring!R{6 + n}",
        ("Catatan Indikator", f"D{n + 7 + max(k, 1)}"): f"=SUM(D{n + 7}:D{n + 6 + max(k, 1)})",
        ("Rekap", "B5"): f"=SUM(Monitoring!E{p}:E{t - 1})", ("Rekap", "B6"): f"=Monitoring!K{t}",
        ("Rekap", "B7"): "=MAX(anggaran_program)", ("Rekap", f"C{12 + m}"): f"=Monitoring!K{t - 1}",
        ("Rekap", f"D{12 + m}"): f"=SUM(D{11 + m},B{12 + m})",
    }  # fmt: skip

    assert {sel: ada.get_rumus(sel) for sel in harap} == harap


def test_daftar_kosong_menyisakan_satu_baris_tanpa_apa_pun_dan_gayanya_tetap() -> None:
    ada = read_buku(fill("aksi", make_banyak(1, 1, 3, 0)).isi).rumus["Catatan Indikator"]

    assert [sel.value for sel in ada[8]] == [None] * len(ada[8])
    assert ada["B8"].border.left.style == "thin"
    assert ada["D9"].value == "=SUM(D8:D8)"


def test_gaya_tinggi_dan_gabungan_salinan_seperti_barisnya() -> None:
    rumus = read_buku(fill("aksi", make_banyak(3, 40, 0)).isi).rumus["Monitoring"]

    for baris in range(16, 56):
        for kolom in "ABCDEFGHIJKLMNO":
            a, b = rumus[f"{kolom}16"], rumus[f"{kolom}{baris}"]
            assert (a.number_format, a.font.name, a.fill.fgColor.rgb, a.protection.locked) == (
                b.number_format, b.font.name, b.fill.fgColor.rgb, b.protection.locked,
            )  # fmt: skip
            assert a.border.bottom.style == b.border.bottom.style == "thin"


@pytest.mark.parametrize(("beku", "atas"), [("B3", "B3"), ("B5", "B30"), ("A6", "A6")])
def test_baris_yang_dibekukan_tetap_sama_juga_bila_formulir_tersimpan_tergulung(beku: str, atas: str) -> None:
    """The form as its author left it, scrolled down; a repeated row among those that stay in sight keeps them all."""
    buku, wadah = load_workbook(io.BytesIO(make_kecil(A4="{{program.nama}}", A9="=COUNTA(A4:A4)"))), io.BytesIO()
    ws = buku["Satu"]
    ws.freeze_panes = beku
    assert ws.sheet_view.pane is not None
    ws.sheet_view.pane.topLeftCell = atas
    buku.save(wadah)
    lama = ws.sheet_view.pane.ySplit
    kini = read_buku(fill_formulir(read_formulir(wadah.getvalue(), "f.xlsx"), make_banyak(1, 3, 0)).isi).rumus["Satu"]
    lain = kini.sheet_view

    assert lain.pane is not None
    assert lain.pane.ySplit == shift(int(lama or 0) + 1, (4, 3)) - 1
    assert len(lain.selection) == len(ws.sheet_view.selection)


def test_baris_setinggi_teks_yang_diisikan_dan_tidak_pernah_lebih_rendah() -> None:
    """A short row, one that is high enough, one without a height in which nothing is typed; a text is not cut off."""
    buku, wadah = (
        load_workbook(io.BytesIO(make_kecil(A5="{{program.nama}}", A6="{{kecamatan.provinsi}}"))),
        io.BytesIO(),
    )
    ws = buku["Satu"]
    ws.column_dimensions["A"].width = 12
    ws["A5"].alignment = ws["A6"].alignment = Alignment(wrap_text=True)
    ws.row_dimensions[5].height, ws.row_dimensions[6].height = 15, 80
    buku.save(wadah)
    pk = make_banyak(1, 2, 0)
    assert [len(p.nama) for p in pk.program] == [22, 22]
    kini = read_buku(fill_formulir(read_formulir(wadah.getvalue(), "f.xlsx"), pk).isi).rumus["Satu"]

    tinggi = [kini.row_dimensions[b].height for b in (5, 6, 7)]
    assert tinggi[0] == tinggi[1]
    assert tinggi[0] is not None
    assert 28 < tinggi[0] < 60  # two or three lines
    assert tinggi[2] == 80


def make_kecil(**sel: str) -> bytes:
    """A form of one sheet with these cells."""
    buku, wadah = Workbook(), io.BytesIO()
    assert buku.active is not None
    buku.active.title = "Satu"
    for alamat, isi in sel.items():
        buku.active[alamat] = isi
    buku.save(wadah)
    return wadah.getvalue()


@pytest.mark.parametrize("rumus", ["=C5+1", "=IF(C5>1,1,0)", "=$C$5", "=ROUND(C5,0)", "=C6-C5"])
def test_rumus_ke_satu_sel_baris_berulang_ditolak_dengan_selnya(rumus: str) -> None:
    isi = make_kecil(A5="{{program.nama}}", C5="{{program.anggaran}}", C6="=SUM(C5:C5)", D9=rumus)

    (galat,) = check_rumus(read_formulir(isi, "form.xlsx"))

    assert isinstance(galat, DataError)
    assert galat.tempat == "form.xlsx, lembar Satu, sel D9"
    assert "baris yang berulang" in galat.pesan


@pytest.mark.parametrize(
    ("rumus", "harap"),
    [
        ("=SUM(C5)", "=SUM(C5:C44)"),
        ("=SUM(C4:C6)", "=SUM(C4:C45)"),
        ("=SUM(C:C)", "=SUM(C:C)"),
        ("=SUM(5:5)", "=SUM(5:44)"),
        ('=SUMIF(A5:A5,"P*",C5:C5)', '=SUMIF(A5:A44,"P*",C5:C44)'),
        ("=COUNTA(A5:C5)", "=COUNTA(A5:C44)"),
        ("=SUM(Satu!$C$5:$C$5)", "=SUM(Satu!$C$5:$C$44)"),
        ('="C5: "&C7', '="C5: "&C46'),
        ("=MIN(C5,10)", "=MIN(C5:C44,10)"),
        ("=A1+A4+C6", "=A1+A4+C45"),
        ("=SUM(C6:C5)", "=SUM(C45:C5)"),
    ],
)
def test_rentang_tumbuh_dan_sel_di_bawah_bergeser(rumus: str, harap: str) -> None:
    isi = make_kecil(A5="{{program.nama}}", C5="{{program.anggaran}}", C6="=SUM(C5:C5)", E9=rumus)
    ada = read_buku(fill_formulir(read_formulir(isi, "form.xlsx"), make_banyak(1, 40, 0)).isi)

    assert ada.get_rumus(("Satu", "E48")) == harap


def test_nama_bernomor_di_mana_pun_dan_yang_tidak_ada_tetap_kosong() -> None:
    isi = make_kecil(
        A1="{{indikator.2.nama}}", A2="{{indikator.2.target}}", A3="{{sasaran.9.uraian}}", A4="x{{program.9.nama}}y"
    )
    hasil = fill_formulir(read_formulir(isi, "form.xlsx"), make_banyak(3, 1, 0))
    ada = read_buku(hasil.isi)

    assert [ada.get(("Satu", f"A{n}")) for n in range(1, 5)] == ["Indikator 2", 20, None, "xy"]
    assert len([t for t in hasil.temuan if "tempat untuk indikator ke-1, 3." in t.pesan]) == 1


def get_nilai(ada: Terbaca, *alamat: str) -> list[object]:
    return [ada.get(("Satu", satu)) for satu in alamat]


def test_bagian_terhadap_jumlah_peringkat_dan_jumlah_berjalan_di_barisnya_sendiri() -> None:
    """Items of 1.000.001, 2.000.002 and 3.000.003 rupiah."""
    isi = make_kecil(
        A5="{{program.anggaran}}",
        B5="=ROUND(A5/SUM(A$5:A$5),4)",
        C5="=SUM(A$5:A5)",
        D5="=SUM(D4,A5)",
        E5="=MAX($A$5:$A$5)-A5",
    )
    ada = read_buku(fill_formulir(read_formulir(isi, "form.xlsx"), make_banyak(1, 3, 0)).isi)

    assert get_nilai(ada, "B5", "B6", "B7") == [0.1667, 0.3333, 0.5]
    assert get_nilai(ada, "C5", "C6", "C7") == get_nilai(ada, "D5", "D6", "D7") == [1000001, 3000003, 6000006]
    assert get_nilai(ada, "E5", "E6", "E7") == [2000002, 1000001, 0]
