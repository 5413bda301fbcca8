"""The functions in Office.js: xlwings Server with its own script, and the folder in which Python runs in the browser.

Chromium loads the page over TLS; a stand-in for Office.js does what Excel does around it (`alat/office.js`).
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from addin.build.web import ALAMAT
from addin.nilai import Galat
from tests.alat.addin import KINI, Kasus, list_kasus_kini, to_code
from tests.alat.manifes import check_manifest, list_urls
from tests.alat.peramban import Peramban
from tests.alat.web import open_excel, read_outcome, to_cells

SERIBU = "Array.from({length: 10000}, (_, i) => [(i + 1) / 100])"


@pytest.fixture(scope="module", params=["server", "folder"])
def excel(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peramban]:
    with open_excel(request.param, tmp_path_factory.mktemp("web")) as peramban:
        yield peramban


def _call_all(excel: Peramban, semua: list[Kasus]) -> list[dict[str, Any]]:
    panggilan = [[k.fungsi.nama, [to_cells(nilai, f"Data{i}!A1") for i, nilai in enumerate(k.masukan)]] for k in semua]
    hasil: list[dict[str, Any]] = excel.run(f"excel.semua({json.dumps(panggilan)})")
    return hasil


def _expect(hasil: Any) -> Any:
    """A single value is a range of one cell, save an error, which Excel is thrown."""
    return to_code(hasil if isinstance(hasil, list | Galat) else [[hasil]])


def test_semua_contoh_yang_dinyatakan_benar(excel: Peramban) -> None:
    semua = list_kasus_kini()
    hasil = _call_all(excel, semua)

    assert {str(k): _expect(k.hasil) for k in semua} == {
        str(k): read_outcome(satu) for k, satu in zip(semua, hasil, strict=True)
    }


def test_galat_disertai_kalimat_yang_sama_dengan_inti(excel: Peramban) -> None:
    semua = [k for k in list_kasus_kini() if isinstance(k.hasil, Galat)]
    harap = {str(k): k.fungsi.evaluate(*k.masukan) for k in semua}

    assert {nama: galat.pesan for nama, galat in harap.items() if isinstance(galat, Galat)} == {
        str(k): satu["pesan"] for k, satu in zip(semua, _call_all(excel, semua), strict=True)
    }


def test_excel_mengenal_semua_fungsi_tanpa_awalan_dengan_teks_deklarasi(excel: Peramban) -> None:
    daftar = excel.run("fetch('xlwings/kinerja-fungsi.json').then((j) => j.json())")["functions"]

    assert {
        nama: (f.uraian, [(a.nama, a.bantuan, not (a.wajib or a.ulang), a.ulang) for a in f.args])
        for nama, f in KINI.items()
    } == {
        f["name"]: (
            f["description"],
            [
                (p["name"], p["description"], p.get("optional", False), p.get("repeating", False))
                for p in f["parameters"]
            ],
        )
        for f in daftar
    }


def test_bantuan_setiap_fungsi_ada_di_halaman_yang_disajikan(excel: Peramban) -> None:
    daftar = excel.run("fetch('xlwings/kinerja-fungsi.json').then((j) => j.json())")["functions"]
    bantuan = {f["name"]: f["helpUrl"].replace(ALAMAT, excel.alamat).partition("#") for f in daftar}
    (url,) = {url for url, _, _ in bantuan.values()}
    halaman = (
        f"fetch({json.dumps(url)}).then((j) => j.text()).then((x) => new DOMParser().parseFromString(x, 'text/html'))"
    )
    jangkar = excel.run(f"{halaman}.then((d) => [...d.querySelectorAll('section[id]')].map((x) => x.id))")

    assert f"{excel.alamat}/index.html" == url
    assert {nama: nama for nama in jangkar} == {nama: tanda for nama, (_, _, tanda) in bantuan.items()}
    assert list(KINI) == jangkar


@pytest.mark.parametrize("kosong", [0, None])
def test_sel_kosong_tetap_kosong_dan_nol_tetap_nol(excel: Peramban, kosong: int | None) -> None:
    """Excel on the desktop hands a blank cell over as 0, Excel on the web as null."""
    excel.run(f"excel.setelan.kosong = {json.dumps(kosong)}")
    try:
        hasil = [
            excel.call("SAKIP_PREDIKAT", to_cells(None)),
            excel.call("SAKIP_PREDIKAT", to_cells(0)),
            excel.call("SAKIP_PREDIKAT", to_cells([[0], [None], [66.5]], "'Data ''24'!B2")),
            excel.call("ANGGARAN_SELISIH", to_cells(None), to_cells(5, "Lembar1!B1")),
            excel.call("KINERJA_ALASAN", "SKM_MUTU", to_cells(None), to_cells(0, "Lembar1!B1")),
            excel.call("SKM_INDEKS", to_cells([[4, None], [None, None], [2, 3]])),
        ]
    finally:
        excel.run("excel.setelan.kosong = 0")

    assert [
        [[None]],
        [["E"]],
        [["E"], [None], ["B"]],
        [[None]],
        [["#VALUE! SKM_MUTU menerima paling banyak 1 argumen, bukan 2. Tulis SKM_MUTU(nik)."]],
        [[75.0]],
    ] == [read_outcome(satu) for satu in hasil]


def test_nol_yang_diketik_di_rumus_bukan_sel_kosong(excel: Peramban) -> None:
    assert [["E"]] == read_outcome(excel.call("SAKIP_PREDIKAT", 0))


def test_bila_lembar_tidak_dapat_dibaca_nol_tidak_ditebak(excel: Peramban) -> None:
    excel.run("excel.setelan.baca = false")
    try:
        nol = excel.call("SAKIP_PREDIKAT", to_cells(0, "[Lain.xlsx]Data!A1"))
        isi = excel.call("SAKIP_PREDIKAT", to_cells(66.5, "[Lain.xlsx]Data!A1"))
    finally:
        excel.run("excel.setelan.baca = true")

    assert ("#VALUE!", [["B"]]) == (read_outcome(nol), read_outcome(isi))
    assert nol["pesan"].startswith("Sel kosong dan nol tidak dapat dibedakan di [Lain.xlsx]Data!A1.")


def test_teks_sel_galat_dan_rentang_campuran(excel: Peramban) -> None:
    kolom = [[66.5], [None], ["90,01"], [101], [Galat("#REF!")], ["abc"], [True], [0]]
    hasil = read_outcome(excel.call("SAKIP_PREDIKAT", to_cells(kolom, "Lembar1!A1")))

    assert [["B"], [None], ["AA"], ["#NUM!"], ["#REF!"], ["#VALUE!"], ["#VALUE!"], ["E"]] == hasil


@pytest.mark.parametrize("kode", ["#REF!", "#N/A", "#DIV/0!", "#NAME?"])
def test_sel_galat_diteruskan_dengan_kodenya_sendiri(excel: Peramban, kode: str) -> None:
    assert kode == read_outcome(excel.call("SAKIP_PREDIKAT", to_cells(Galat(kode))))
    assert kode == read_outcome(excel.call("SKM_INDEKS", to_cells([[4, Galat(kode)]])))


def test_rentang_sebaris_tetap_sebaris(excel: Peramban) -> None:
    assert [["B", None, "AA"]] == read_outcome(excel.call("SAKIP_PREDIKAT", to_cells([[66.5, None, 91]])))
    assert [[100.0, 50.0]] == read_outcome(excel.call("PERSEN_CAPAIAN", to_cells([[50, 25]]), 50))


def test_kolom_target_yang_beragam(excel: Peramban) -> None:
    target = to_cells([[80], ["80–90"], ["≥ 90"], ["BB"], [None]])

    assert [[106.25], [100.0], [94.44], ["#VALUE!"], [None]] == read_outcome(excel.call("PERSEN_CAPAIAN", 85, target))
    assert [[106.67]] == read_outcome(excel.call("PERSEN_CAPAIAN", "1:30", "1:32"))


def test_tanpa_argumen_predikat_memberi_tabel_jenjang(excel: Peramban) -> None:
    tabel = read_outcome(excel.call("SAKIP_PREDIKAT"))

    assert tabel == to_code(KINI["SAKIP_PREDIKAT"].evaluate())
    assert ["Predikat", "Interpretasi", "Nilai"] == tabel[0]


def test_argumen_pilihan_yang_tidak_ditulis_memakai_bawaan(excel: Peramban) -> None:
    assert [[50.0]] == read_outcome(excel.call("PERSEN_CAPAIAN", 5, 10))
    assert [[120.0]] == read_outcome(excel.call("PERSEN_CAPAIAN", 150, 100, None, 120))


def test_argumen_kurang_atau_lebih_ditolak_excel_sebelum_dipanggil(excel: Peramban) -> None:
    """The description says how many there are; Excel does not take the formula. See the table of differences."""
    assert "ditolak" == read_outcome(excel.call("PERSEN_CAPAIAN", 5))
    assert "ditolak" == read_outcome(excel.call("SAKIP_PREDIKAT", 5, 6))


def test_argumen_berulang_boleh_tidak_ada(excel: Peramban) -> None:
    assert [["tidak ada galat"]] == read_outcome(excel.call("KINERJA_ALASAN", "KINERJA_VERSI"))
    assert [["tidak ada galat"]] == excel.run("kinerjaPanggil('KINERJA_ALASAN', true, [[['KINERJA_VERSI']], null, {}])")


def test_sel_berformat_persen_dibaca_seperti_tampaknya(excel: Peramban) -> None:
    isi, format_sel = [[0.665], [66.5], [None], [0], ["90,01"]], [["0.0%"], ["0.0"], ["0%"], ["0%"], ["0%"]]
    realisasi, target = to_cells(0.83, format_sel="0%"), to_cells(90, "Lembar1!B1", "0.0")
    hasil = [
        excel.call("SAKIP_PREDIKAT", to_cells(0.665, format_sel="0.0%")),
        excel.call("SAKIP_PREDIKAT", to_cells(isi, format_sel=format_sel)),
        excel.call("KATEGORI_CAPAIAN", to_cells(1.2, format_sel="0%")),
        excel.call("PERSEN_CAPAIAN", realisasi, target),
        excel.call("SAKIP_NILAI", to_cells(0.205, format_sel="0.0%"), 7, 0, 0),
    ]

    assert [[["B"]], [["B"], ["B"], [None], ["E"], ["AA"]], [["Sangat Tinggi"]], [[92.22]], [[27.5]]] == [
        read_outcome(satu) for satu in hasil
    ]


def test_kolom_utuh_seratus_nilai_dalam_sedetik(excel: Peramban) -> None:
    excel.call("KINERJA_VERSI")  # Python has started
    hasil = excel.call("SAKIP_PREDIKAT", to_cells([[1 + 0.99 * i] for i in range(1, 101)], "Seratus!A:A"))
    predikat = [baris[0] for baris in hasil["hasil"]]

    assert ["D", "C", "CC", "B", "BB", "A", "AA"] == list(dict.fromkeys(predikat))
    assert (100, 29) == (len(predikat), predikat.count("D"))
    assert hasil["detik"] <= 1


def test_sepuluh_ribu_baris_dalam_satu_panggilan(excel: Peramban) -> None:
    hasil = excel.run(f"excel.panggil('SAKIP_PREDIKAT', [{{letak: 'L!A1:A10000', nilai: {SERIBU}}}])")
    predikat = [baris[0] for baris in hasil["hasil"]]

    assert (10_000, 2900, 1000) == (len(predikat), predikat.count("D"), predikat.count("AA"))


def test_kesalahan_program_menjadi_galat_dengan_kalimat_dan_tidak_diulang(excel: Peramban) -> None:
    sebelum = len(excel.permintaan)
    hasil = excel.run("kinerjaPanggil('TIDAK_ADA', false, [{}]).catch((galat) => [galat.code, galat.message])")

    assert ("#VALUE!", True) == (hasil[0], hasil[1].startswith("Fungsi tidak dapat dihitung sekarang ("))
    assert len([cara for cara, _ in excel.permintaan[sebelum:] if cara == "POST"]) <= 1


def test_satu_sel_satu_permintaan_dan_tidak_ada_yang_ke_luar(excel: Peramban) -> None:
    """A refused value too is one request to our own server; where Python runs in the browser there is none at all."""
    sebelum = len(excel.permintaan)
    excel.call("SAKIP_PREDIKAT", 101)
    di_peramban = excel.run("!!globalThis.kinerjaMesin")
    panggilan = ("POST", f"{excel.alamat}/xlwings/custom-functions-call")

    assert ([] if di_peramban else [panggilan]) == excel.permintaan[sebelum:]
    assert (set() if di_peramban else {panggilan}) == {satu for satu in excel.permintaan if satu[0] != "GET"}
    assert [url for _, url in excel.permintaan if not url.startswith((f"{excel.alamat}/", "about:"))] == []


def test_manifest_baik_dan_setiap_alamatnya_ada(excel: Peramban) -> None:
    manifes = excel.run("fetch('manifest.xml').then((j) => j.text())")
    alamat = [url.replace(ALAMAT, excel.alamat) for url in list_urls(manifes)]
    status = excel.run(f"Promise.all({json.dumps(alamat)}.map((url) => fetch(url).then((j) => j.status)))")

    assert [] == check_manifest(manifes)
    assert (8, {200}) == (len(alamat), set(status))


def test_di_excel_2021_galat_dalam_rentang_adalah_teks(excel: Peramban) -> None:
    """CustomFunctionsRuntime 1.3 knows no error inside an array; a single cell has its error."""
    excel.open(f"{excel.alamat}/taskpane.html", runtime="1.3")
    try:
        rentang = excel.call("SAKIP_PREDIKAT", to_cells([[66.5], [101]]))
        tunggal = excel.call("SAKIP_PREDIKAT", 101)
    finally:
        excel.open(f"{excel.alamat}/taskpane.html")

    assert ([["B"], ["#NUM!"]], "#NUM!") == (rentang["hasil"], tunggal["galat"])
