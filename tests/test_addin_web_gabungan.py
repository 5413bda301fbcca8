"""A union of areas, of which Excel hands over the first alone: the formula and the names in it tell (Office.js)."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.alat.peramban import Peramban
from tests.alat.web import call, open_excel, read_outcome, refuse, to_cells

SATU_BLOK = ("#VALUE!", "Rentang harus satu blok sel, bukan gabungan. Pilih satu blok sel.")


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peramban]:
    with open_excel("server", tmp_path_factory.mktemp("gabungan")) as peramban:
        peramban.call("KINERJA_VERSI")
        yield peramban


@pytest.fixture
def excel(halaman: Peramban) -> Iterator[Peramban]:
    """Excel, which gets its settings back afterwards."""
    yield halaman
    halaman.run("Object.assign(excel.setelan, {nama: {}, rumus: ''})")


def _union(*letak: str, nama: str | None = None) -> dict[str, Any]:
    return {"gabungan": [to_cells(66.5, satu) for satu in letak], "nama": nama}


def test_gabungan_rentang_ditolak_walau_excel_menyerahkan_bagian_pertamanya(excel: Peramban) -> None:
    excel.run("excel.setelan.nama = {daerah: '=Data!$A$1,Data!$C$1', satu: '=Data!$A$1', hitung: '=SUM(Data!A1,2)'}")
    letak = "Data!A1", "'Data, 2'!C1"

    assert SATU_BLOK == refuse(excel, "SAKIP_PREDIKAT", _union(*letak))
    assert SATU_BLOK == refuse(excel, "SAKIP_PREDIKAT", _union(*letak, nama="daerah"))
    assert SATU_BLOK == refuse(excel, "SAKIP_PREDIKAT", _union(*letak, nama="Data!A1:A2:C3"))
    assert SATU_BLOK == refuse(excel, "KINERJA_ALASAN", "SAKIP_PREDIKAT", _union(*letak))
    assert SATU_BLOK == refuse(excel, "SKM_INDEKS", _union(*letak, nama="((Data!A1,Data!C1))"))
    for nama in ("satu", "hitung", "IF(1,Data!A1)", "Tabel1[[nilai],[lain]]"):
        assert [["B"]] == call(excel, "SAKIP_PREDIKAT", to_cells(66.5, "Data!A1") | {"nama": nama})


NAMA = {
    "daerah": "=Data!$A$1,Data!$C$1",
    "dua": "=daerah",
    "tiga": "=IF(TRUE,dua)",
    "ZON1": "=daerah",
    "putar": "=balik",
    "balik": "=putar",
    "satu": "=Data!$A$1",
    "Data!lokal": "=Data!$A$1,Data!$C$1",
    "lokasi": "=Data!$A$1;Data!$C$1",
    "pilih": "=LAMBDA(n,(Data!$A$1,Data!$C$1))",
    "nilaiku": "=LAMBDA(r,SAKIP_PREDIKAT(r))",
    "NILAIKU": "=LAMBDA(r,SAKIP_PREDIKAT(r))",
}


@pytest.mark.parametrize(
    "tulisan",
    [
        "(daerah)",
        "Data!lokal",
        "'Data'!lokal",
        "Data!daerah",
        "dua",
        "lokasi",
        "tiga",
        "ZON1",
        "+daerah",
        "@daerah",
        "pilih(1)",
        "IF(TRUE,daerah)",
        "IF(TRUE,(Data!A1:A2,Data!C1:C2))",
        "CHOOSE(1,(Data!A1:A2,Data!C1:C2))",
        "INDEX((Data!A1:A2,Data!C1:C2),1,1,1)",
        "Data!A1:C3 (Data!A1,Data!C1)",
        "(Data!A1:B2):C3",
        "Data!A1 : B2 : C3",
        "INDEX(A:A,1):INDEX(A:A,2):INDEX(A:A,3)",
        "Jan:Mar!A1",
        "'Jan 1:Mar 1'!A1:B2",
    ],
)
def test_gabungan_di_mana_pun_dalam_argumen_ditolak(excel: Peramban, tulisan: str) -> None:
    excel.run(f"excel.setelan.nama = {json.dumps(NAMA)}")

    assert SATU_BLOK == refuse(excel, "SAKIP_PREDIKAT", to_cells(66.5, "Data!A1") | {"nama": tulisan})


@pytest.mark.parametrize(
    "rumus",
    [
        "=LET(r,(Data!A1:A2,Data!C1:C2),SAKIP_PREDIKAT(r))",
        "=LET(r,daerah,SAKIP_PREDIKAT(r))",
        "=LAMBDA(r,SAKIP_PREDIKAT(r))((Data!A1:A2,Data!C1:C2))",
        "=nilaiku((Data!A1:A2,Data!C1:C2))",
        "=NILAIKU(daerah)",
        "=SUM(1,SAKIP_PREDIKAT(Data!A1))+SAKIP_PREDIKAT(daerah)",
    ],
)
def test_gabungan_di_luar_kurung_panggilan_yang_sampai_ke_sana_ditolak(excel: Peramban, rumus: str) -> None:
    excel.run(f"Object.assign(excel.setelan, {json.dumps({'nama': NAMA, 'rumus': rumus})})")

    assert SATU_BLOK == refuse(excel, "SAKIP_PREDIKAT", to_cells(66.5, "Data!A1"))


@pytest.mark.parametrize(
    "rumus",
    [
        "=SAKIP_PREDIKAT(Data!A1:C3 Data!B2:B2)",
        "=SAKIP_PREDIKAT((Data!A1:C3 B2:B2 B1:B3))",
        "=SAKIP_PREDIKAT(Data!A1:Data!B2)",
        "=SAKIP_PREDIKAT($A:$A)",
        "=SAKIP_PREDIKAT(INDEX(Data!A:A,1):INDEX(Data!A:A,9))",
        "=SAKIP_PREDIKAT(IF({1,2}=1,Data!A1:A2,Data!C1:C2))",
        "=SAKIP_PREDIKAT(Tabel1[[#Data],[nilai],[a'],b]]:[lain]])",
        '=SAKIP_PREDIKAT(IF("(a,b)"="",A1,daerah1))',
        "=SAKIP_PREDIKAT('Data (1,2)'!A1:A2)",
        "=SAKIP_PREDIKAT(satu)+SUM((Data!A1,Data!C1))+ROWS(daerah)",
        "=SAKIP_PREDIKAT(putar)",
        "=LET(r,Data!A1,SAKIP_PREDIKAT(r))",
        "=SAKIP_PREDIKAT((A1)+(B1))",
        "=SAKIP_PREDIKAT((A1:A2)+(B1:B2))",
        "=SAKIP_PREDIKAT(IF(A1:A2>1,B1:B2,C1:C2))",
        "=SAKIP_PREDIKAT(A1#)",
    ],
)
def test_satu_blok_yang_ditulis_dengan_koma_atau_titik_dua_dihitung(excel: Peramban, rumus: str) -> None:
    excel.run(f"Object.assign(excel.setelan, {json.dumps({'nama': NAMA, 'rumus': rumus})})")

    assert [["B"]] == call(excel, "SAKIP_PREDIKAT", to_cells(66.5, "Data!A1"))


@pytest.mark.parametrize("tulisan", ["Buku.xlsx!daerah", "'Buku ini'!daerah"])
def test_nama_yang_tidak_dapat_dibaca_ditolak(excel: Peramban, tulisan: str) -> None:
    lembar = tulisan.partition("!")[0].strip("'")

    assert refuse(excel, "SAKIP_PREDIKAT", to_cells(66.5, "Data!A1") | {"nama": tulisan}) == (
        "#VALUE!",
        f"Nama daerah di {lembar} tidak dapat dibaca. Tulis alamat selnya, misalnya A2:A100.",
    )


def test_buku_lain_dikenali_juga_di_dalam_nama(excel: Peramban) -> None:
    excel.run("excel.setelan.nama = {luar: '=[Lain.xlsx]Data!$A$1'}")

    assert "#VALUE!" == call(excel, "KATEGORI_CAPAIAN", to_cells(0.9, "Data!A1") | {"nama": "luar"})


def test_nama_banyak_panggilan_ditanyakan_bersama(excel: Peramban) -> None:
    excel.run(f"excel.setelan.nama = {json.dumps(NAMA)}")
    sel = to_cells(66.5, "Data!A1") | {"nama": "satu"}
    hasil = excel.run(f"excel.serentak(Array.from({{length: 50}}, () => ['SAKIP_PREDIKAT', [{json.dumps(sel)}]]))")

    assert (2, 2) == (hasil["run"], hasil["sync"])
    assert [[["B"]]] * 50 == [read_outcome(satu) for satu in hasil["hasil"]]


def test_gabungan_dalam_alamat_argumen_ditolak(excel: Peramban) -> None:
    """Should Excel ever say it."""
    for letak in ("Data!A1:A2,Data!C1", "Data!A1:A2,C1", "'Data, 1'!A1,'Data, 1'!C1"):
        panggil = f"kinerjaPanggil('SAKIP_PREDIKAT', false, [[[66.5]], {{parameterAddresses: [{json.dumps(letak)}]}}])"
        assert [*SATU_BLOK] == excel.run(f"{panggil}.catch((galat) => [galat.code, galat.message])")
    assert not excel.run("""kinerjaBanyakBlok("'Data, 1'!A1:A3")""")
