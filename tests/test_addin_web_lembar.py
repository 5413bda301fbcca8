"""What the Office.js script asks of the grid: cells that show per cent, whole columns, many cells at once."""

import json
import random
from collections.abc import Iterator
from decimal import Decimal

import pytest

from tests.alat.bentuk_sel import BENTUK_SEL
from tests.alat.peramban import Peramban
from tests.alat.web import call, open_excel, read_outcome, refuse, to_cells


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peramban]:
    with open_excel("server", tmp_path_factory.mktemp("lembar")) as peramban:
        peramban.call("KINERJA_VERSI")
        yield peramban


@pytest.fixture
def excel(halaman: Peramban) -> Iterator[Peramban]:
    """Excel, which gets its settings back afterwards."""
    yield halaman
    halaman.run("Object.assign(excel.setelan, {kosong: 0, baca: true, nama: {}, rusak: [], rumus: ''})")


def test_argumen_yang_bukan_persen_diserahkan_apa_adanya(excel: Peramban) -> None:
    assert [[291.0]] == call(excel, "SKM_SAMPEL", 1200, to_cells(0.05, format_sel="0%"))
    assert [["nol koma lima"]] == call(excel, "TERBILANG", to_cells(0.5, format_sel="0%"))


def test_alasan_membaca_argumen_seperti_fungsi_yang_disebutnya(excel: Peramban) -> None:
    sel = to_cells(1.01, format_sel="0%")

    assert "#NUM! Nilai 101 di luar rentang 0 sampai 100" in call(excel, "KINERJA_ALASAN", " sakip_predikat", sel)[0][0]
    assert [["tidak ada galat"]] == call(excel, "KINERJA_ALASAN", "TERBILANG", sel)


def test_angka_berformat_dari_fungsi_lain_membawa_formatnya_sendiri(excel: Peramban) -> None:
    hasil = {"type": "FormattedNumber", "basicType": "Double", "basicValue": 0.665, "numberFormat": "0.0%"}

    assert [["B"]] == call(excel, "SAKIP_PREDIKAT", [[hasil]])


def test_persen_dalam_teks_persis_lima_belas_angka(halaman: Peramban) -> None:
    acak = random.Random(7)
    semua = [0.665, 0.6650000000000001, 2 / 3, 1.0, 12.0, 1e-7, -0.05, 0.0009, 123456.789, 1e17, 0.1 + 0.2]
    semua += [acak.uniform(-3, 3) * 10 ** acak.randint(-6, 6) for _ in range(500)]
    harap = []
    for x in semua:
        persen = format((Decimal(f"{x:.14e}") * 100).normalize(), "f")
        harap.append(f"{persen.replace('.', ',')}%")

    assert harap == halaman.run(f"{json.dumps(semua)}.map(kinerjaTeksPersen)")


@pytest.mark.parametrize(("format_sel", "angka", "rupa"), BENTUK_SEL)
def test_format_sel_dikenali_dari_bagian_yang_dipakai(
    halaman: Peramban, format_sel: str, angka: float, rupa: str
) -> None:
    assert rupa == (halaman.run(f"kinerjaRupa({json.dumps(format_sel)}, {angka!r})") or "biasa")


def test_target_yang_menjadi_tanggal_ditolak_bukan_dihitung(excel: Peramban) -> None:
    """7-8 typed into a cell of an Indonesian Excel is the 7th of August."""
    target = to_cells(45511, format_sel="d-mmm")

    assert refuse(excel, "PERSEN_CAPAIAN", 7, target) == (
        "#VALUE!",
        "target: Isinya sudah menjadi tanggal atau waktu (07-08-2024). Ubah format sel menjadi Teks, lalu ketik lagi, "
        "misalnya 7-8 atau 1:32.",
    )
    assert refuse(excel, "KATEGORI_CAPAIAN", target)[0] == "#VALUE!"
    assert refuse(excel, "PERSEN_CAPAIAN", 7, to_cells(0.0639, format_sel="h:mm"))[0] == "#VALUE!"


def test_angka_buku_lain_yang_dapat_berarti_persen_ditolak(excel: Peramban) -> None:
    kode, pesan = refuse(excel, "PERSEN_CAPAIAN", to_cells(0.9, "[Lain.xlsx]Data!A1"), 0.8)

    assert ("#VALUE!", "0,9 dan 90% tidak dapat dibedakan di [Lain.xlsx]Data!A1. Salin datanya ke buku kerja ini.") == (
        kode,
        pesan,
    )
    assert [["B"]] == call(excel, "SAKIP_PREDIKAT", to_cells(66.5, "[Lain.xlsx]Data!A1"))
    assert [["Tinggi"]] == call(excel, "KATEGORI_CAPAIAN", to_cells(80, "[Lain.xlsx]Data!A1"))
    assert "1,2 dan 120%" in refuse(excel, "KATEGORI_CAPAIAN", to_cells(1.2, "[Lain.xlsx]Data!A1"))[1]
    assert [["B"]] == call(excel, "SAKIP_PREDIKAT", to_cells("66,5%", "[Lain.xlsx]Data!A1"))
    assert [["nol koma lima"]] == call(excel, "TERBILANG", to_cells(0.5, "[Lain.xlsx]Data!A1"))


def test_alamat_yang_tidak_seukuran_dengan_nilainya_tidak_dipercaya(excel: Peramban) -> None:
    """One value of a whole column, as =SAKIP_PREDIKAT(@A:A) may hand over: which row it is from is not known."""
    for letak in ("Lembar1!A:A", "Lembar1!A1:A3"):
        panggil = f"kinerjaPanggil('SAKIP_PREDIKAT', false, [[[0]], {{parameterAddresses: ['{letak}']}}])"
        pesan = excel.run(f"{panggil}.catch((galat) => galat.message)")
        assert pesan.startswith(f"Sel kosong dan nol tidak dapat dibedakan di {letak}.")


@pytest.mark.parametrize("tulisan", ["[Lain.xlsx]Data!A1", "'[Lain, 2.xlsx]Data'!A1", r"'D:\kec\[Lain.xlsx]Data'!A:A"])
def test_buku_lain_dikenali_dari_rumus_bila_alamatnya_tidak_menyebutnya(excel: Peramban, tulisan: str) -> None:
    """A sheet of the same name in this workbook must not answer for the other one."""
    letak = "Data!A:A" if ":A" in tulisan else "Data!A1"
    for isi in (None, 0.9):
        kode, pesan = refuse(excel, "KATEGORI_CAPAIAN", to_cells(isi, letak) | {"nama": tulisan})
        assert ("#VALUE!", letak in pesan) == (kode, True)
    assert [["B"]] == call(excel, "SAKIP_PREDIKAT", to_cells(66.5, "Data!A1") | {"nama": "Tabel1[nilai]"})


@pytest.mark.parametrize("kosong", [0, None])
def test_kolom_utuh_dipotong_pada_daerah_yang_terpakai(excel: Peramban, kosong: int | None) -> None:
    excel.run(f"excel.setelan.kosong = {json.dumps(kosong)}")
    excel.call("TERBILANG", to_cells([["catatan"]] * 6, "Nilai!D1"))  # the sheet goes on longer than the column
    isi = [[66.5], [None], [90.5], [0]]

    assert [["B"], [None], ["AA"], ["E"], [None], [None]] == call(excel, "SAKIP_PREDIKAT", to_cells(isi, "Nilai!A:A"))
    assert [["AA"], ["E"], [None], [None]] == call(excel, "SAKIP_PREDIKAT", to_cells(isi[2:], "Nilai!A3:A1048576"))
    assert [["B", None, "AA", "E"]] == call(excel, "SAKIP_PREDIKAT", to_cells([[66.5, None, 90.5, 0]], "Mendatar!1:1"))
    assert [[None]] == call(excel, "SAKIP_PREDIKAT", to_cells(None, "Baru!B:B"))
    assert [[65.0]] == call(excel, "SKM_INDEKS", to_cells([[3] * 9] * 3 + [[2] * 9] * 2, "SKM!A:I"))


def test_nilai_yang_kosong_sebelum_akhir_lembar_bukan_dilewati(excel: Peramban) -> None:
    """As in LibreOffice and in VBA: an answer is missing in the rows that the sheet has below."""
    empat = to_cells([[4], [4]], "Unsur!A:A")

    assert [[100.0]] == call(excel, "SKM_NILAI", empat)
    excel.call("TERBILANG", to_cells("catatan", "Unsur!D5"))
    assert "#N/A" == call(excel, "SKM_NILAI", empat)


def test_beberapa_kolom_utuh_dipotong_bersama(excel: Peramban) -> None:
    realisasi = to_cells([[80], [None], [90]], "Dua!A:A")

    assert [[100.0], [None], [None]] == call(excel, "PERSEN_CAPAIAN", realisasi, to_cells([[80], [80]], "Dua!B:B"))
    assert [[100.0], [None], [112.5], [None]] == call(
        excel, "PERSEN_CAPAIAN", realisasi, to_cells([[80], [80], [80], [80]], "Dua!C1")
    )


def test_kolom_utuh_yang_tidak_dapat_dibaca_ditolak(excel: Peramban) -> None:
    kode, pesan = refuse(excel, "SAKIP_PREDIKAT", to_cells([[66.5]], "[Lain.xlsx]Data!A:A"))
    excel.run("excel.setelan.rusak = ['Hilang']")

    assert "#VALUE!" == kode
    assert pesan.startswith(
        "Kolom atau baris utuh tidak dapat dibaca di [Lain.xlsx]Data!A:A. Tulis alamat yang berakhir"
    )
    assert "#VALUE!" == call(excel, "SAKIP_PREDIKAT", to_cells([[66.5]], "Hilang!A:A"))


def test_rumus_yang_disalin_ke_bawah_bertanya_sekali(excel: Peramban) -> None:
    sel = "{letak: `Banyak!A${i + 1}`, nilai: [[i % 3 ? i / 120 : null]], format: i % 2 ? '0%' : 'General'}"
    banyak = f"Array.from({{length: 120}}, (_, i) => ['SAKIP_PREDIKAT', [{sel}]])"
    hasil = excel.run(f"excel.serentak({banyak})")

    assert (1, 1) == (hasil["run"], hasil["sync"])
    assert all(read_outcome(satu) == [[None]] for satu in hasil["hasil"][::3])
    assert ["D", "AA"] == [read_outcome(hasil["hasil"][i])[0][0] for i in (1, 119)]


def test_satu_lembar_yang_tidak_terbaca_tidak_merusak_panggilan_lain(excel: Peramban) -> None:
    excel.run("excel.setelan.rusak = ['Hilang']")
    sel = [
        to_cells(0 if i == 5 else 66.5, f"{'Hilang' if i == 5 else 'Ada'}!{'ABCDEFGH'[i]}{2 * i + 1}") for i in range(8)
    ]
    hasil = excel.run(f"excel.serentak({json.dumps([['SAKIP_PREDIKAT', [satu]] for satu in sel])})")["hasil"]

    assert [[["B"]]] * 7 == [read_outcome(satu) for i, satu in enumerate(hasil) if i != 5]
    assert hasil[5]["pesan"].startswith("Sel kosong dan nol tidak dapat dibedakan di Hilang!F11.")


def test_rentang_besar_diminta_sepotong_sepotong(halaman: Peramban) -> None:
    """Excel on the web refuses answers above 5 MB, and so does the stand-in; none is refused here."""
    soal = (
        "['valueTypes', 'numberFormat'].map((sifat) => ({lembar: 'Lembar1', b1: 3, k1: 1, b2: 300002, k2: 2, sifat}))"
    )
    ukuran = "[excel.hitung.run, ...soal.map(({jawab}) => [jawab.length, jawab[299999].length])]"
    halaman.run("excel.hitung.run = 0")

    assert [1, [300_000, 2], [300_000, 2]] == halaman.run(
        f"(async (soal) => (await kinerjaTanya(soal), {ukuran}))({soal})"
    )


def test_pertanyaan_yang_bertumpang_dijawab_masing_masing(halaman: Peramban) -> None:
    halaman.call("SAKIP_PREDIKAT", to_cells([[i] for i in range(1, 10)], "Tumpang!A1"))
    rentang = [[4, 9], [1, 2], [2, 6], [8, 8], [1, 9]]
    soal = [{"lembar": "Tumpang", "b1": a, "k1": 1, "b2": b, "k2": 1, "sifat": "formulas"} for a, b in rentang]
    hasil = halaman.run(
        f"(async (soal) => (await kinerjaTanya(soal), soal.map((s) => s.jawab.flat())))({json.dumps(soal)})"
    )

    assert [list(range(a, b + 1)) for a, b in rentang] == hasil


@pytest.mark.parametrize(
    "rumus",
    [
        "=SAKIP_PREDIKAT(66,5)",
        "=KATEGORI_CAPAIAN(PERSEN_CAPAIAN(A1;B1))",
        "=PERSEN_CAPAIAN(1)",
        "=SAKIP_PREDIKAT(A1",
        "=SAKIP_PREDIKAT(A1))",
        '=SAKIP_PREDIKAT("0,5)',
        f'=ANGKA("{"9" * 256}")',
    ],
)
def test_rumus_yang_ditolak_excel_ditolak_penggantinya(excel: Peramban, rumus: str) -> None:
    tulis = (
        f"Excel.run(async (k) => {{ k.workbook.getActiveCell().formulas = [[{json.dumps(rumus)}]]; await k.sync(); }})"
    )

    assert "InvalidArgument" == excel.run(f"{tulis}.then(() => 'diterima', (galat) => galat.message.split(':')[0])")
    assert [] == excel.run("excel.sisipan")
