"""The built extension in LibreOffice Calc: a fresh profile, formulas typed into cells, files from Excel."""

import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from addin.build.oxt import build_oxt
from addin.hosts.calc_perbaiki import repair_dokumen
from tests.alat.addin import KINI, Kasus, list_kasus_kini, to_code
from tests.alat.calc import run_calc
from tests.alat.program import run

Hasil = dict[str, Any]

DOKUMEN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
RELASI = f'<Relationship Id="rId9" Type="{DOKUMEN}/{{jenis}}" Target="{{ke}}"/>'
LUAR = ' TargetMode="External"/>'
JENIS = (
    '<Override PartName="/xl/externalLinks/1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>'
)
TAUTAN = (
    '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    f'<externalBook xmlns:r="{DOKUMEN}" r:id="rId9"/></externalLink>'
)
LARIK_DARI_EXCEL = {"B6": "_xldudf_SKM_MUTU(A1)", "B7": "_xldudf_SKM_MUTU(A1:A2)"}


def _column(nomor: int) -> str:
    return (chr(64 + nomor // 26) if nomor >= 26 else "") + chr(65 + nomor % 26)


def _lay_out(semua: list[Kasus]) -> tuple[dict[str, Any], dict[str, str]]:
    """One task with every example: arguments in cells, the call beside them; and the address of each result."""
    isi: dict[str, Any] = {}
    larik: dict[str, str] = {}
    alamat: dict[str, str] = {}
    baris = 1
    for kasus in semua:
        kolom, tinggi, argumen = 0, 1, []
        for nilai in kasus.masukan:
            blok = nilai if isinstance(nilai, list) else [[nilai]]
            for i, satu in enumerate(blok):
                for j, sel in enumerate(satu):
                    isi[f"{_column(kolom + j)}{baris + i}"] = sel
            awal, akhir = f"{_column(kolom)}{baris}", f"{_column(kolom + len(blok[0]) - 1)}{baris + len(blok) - 1}"
            argumen.append(awal if awal == akhir and nilai is not None else f"{awal}:{akhir}")
            kolom, tinggi = kolom + len(blok[0]), max(tinggi, len(blok))
        hasil = kasus.hasil if isinstance(kasus.hasil, list) else [[kasus.hasil]]
        tujuan = f"AA{baris}:{_column(26 + len(hasil[0]) - 1)}{baris + len(hasil) - 1}"
        larik[tujuan] = f"={kasus.fungsi.nama}({';'.join(argumen)})"
        alamat[str(kasus)] = tujuan
        baris += max(tinggi, len(hasil))
    tugas = {"isi": isi, "larik": larik, "baca": list(alamat.values())}
    tunggal = {k: v for k, v in larik.items() if re.fullmatch(r"(\w+):\1", k)}
    tugas["rumus"] = {k.split(":")[0]: v for k, v in tunggal.items()}
    tugas["larik"] = {k: v for k, v in larik.items() if k not in tunggal}
    return tugas, alamat


def _write_excel(path: Path) -> Path:
    """A file as Excel's hosts leave it, with cached values that are false."""
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet()
        lembar.write_column("A1", [80, 90])
        rumus = ["SKM_MUTU(A1)", "_xldudf_SKM_MUTU(A1)", "_xll.SKM_MUTU(A1)", "[1]!SKM_MUTU(A1)"]
        for nomor, satu in enumerate([*rumus, '"SKM_MUTU("&_xldudf_skm_mutu(A2)&")"'], start=1):
            lembar.write_formula(f"B{nomor}", f"={satu}", None, "basi")
        lembar.write_array_formula("B6", f"{{={LARIK_DARI_EXCEL['B6']}}}", None, "basi")
        lembar.write_array_formula("B7:B8", f"{{={LARIK_DARI_EXCEL['B7']}}}", None, "basi")
        lembar.write_formula("B9", "=SUM(A1:A2)", None, 170)
    _add_link(path)
    return path


def _add_link(path: Path) -> None:
    """The external link to kinerja.xlam that [1]! in a formula of Excel refers to."""
    with zipfile.ZipFile(path) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    for nama, akhir, tambahan in [
        (
            "xl/_rels/workbook.xml.rels",
            "</Relationships>",
            RELASI.format(jenis="externalLink", ke="externalLinks/1.xml"),
        ),
        ("xl/workbook.xml", "<calcPr", '<externalReferences><externalReference r:id="rId9"/></externalReferences>'),
        ("[Content_Types].xml", "</Types>", JENIS),
    ]:
        isi[nama] = isi[nama].replace(akhir.encode(), (tambahan + akhir).encode())
    isi["xl/externalLinks/1.xml"] = TAUTAN.encode()
    sasaran = RELASI.format(jenis="externalLinkPath", ke="file:///C:/XLSTART/kinerja.xlam").replace("/>", LUAR)
    isi["xl/externalLinks/_rels/1.xml.rels"] = f'<Relationships xmlns="{PAKET}">{sasaran}</Relationships>'.encode()
    with zipfile.ZipFile(path, "w") as arsip:
        for nama, data in isi.items():
            arsip.writestr(nama, data)


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Hasil]:
    """All that LibreOffice has to do, in one start."""
    folder = tmp_path_factory.mktemp("calc")
    contoh, _ = _lay_out(list_kasus_kini())
    sel: dict[str, Any] = {"A1": 66.5, "A3": 0, "A4": "abc", "A5": 101}
    tugas = {
        "contoh": contoh | {"uraian": True},
        "lokal": {"lokal": {"A1": "=SAKIP_PREDIKAT(66,5)", "A2": "=PERSEN_CAPAIAN(95;88,3)"}, "baca": ["A1", "A2"]},
        "sel": {
            "isi": sel,
            "rumus": {
                "B1": "=SAKIP_PREDIKAT(A2)",
                "B2": "=SAKIP_PREDIKAT(A2:A2)",
                "B3": "=IFERROR(SAKIP_PREDIKAT(A5);7)",
                "B4": "=ISNA(PERSEN_CAPAIAN(5))",
                "B5": "=SAKIP_PREDIKAT(NA())",
                "B6": "=SAKIP_PREDIKAT(1;2)",
                "B7": "=PERSEN_CAPAIAN(5;10)",
                "B8": '=KINERJA_ALASAN("SAKIP_PREDIKAT";A5)',
                "C6": '=COUNTIF(C1:C5;"B")',
                "C7": '=C1="B"',
                "B9": '=PERSEN_TRANTIBUM(0;0)="tidak ada laporan"',
                "B10": '=PERSEN_CAPAIAN("1:30";"1:32")&"|"&PERSEN_CAPAIAN(45;"≥ 90")',
            },
            "larik": {"C1:C5": "=SAKIP_PREDIKAT(A1:A5)", "D1:F1": "=SKM_MUTU(H1:J1)", "K1:M9": "=SAKIP_PREDIKAT()"},
            "baca": [*(f"B{i}" for i in range(1, 11)), "C1:C5", "C6", "C7", "D1:F1", "K1:M9"],
        },
        "beda": {
            "isi": {"A1": 66.5, "A5": "7.01.01", "B5": 3, "A7": 66.5, "A8": 101},
            "rumus": {
                "A2": "=NA()",
                "C1": "=SUM(SKM_INDEKS(A1:A2))",
                "C2": "=SAKIP_PREDIKAT(TRUE())",
                "C3": '=COUNTIF(D1:D2;"#NUM!")',
                "C4": "=SUMPRODUCT(ISERROR(D1:D2))",
                "C5": '=K2="sama"',
                "C6": '=K2&""="sama"',
            },
            "larik": {"D1:D2": "=SAKIP_PREDIKAT(A7:A8)", "E1:K2": "=ANGGARAN_REKON(A5:B5;A5:B5)"},
            "baca": [*(f"C{i}" for i in range(1, 7)), "D1:D2", "E1:K2"],
        },
        "banyak": {
            "blok": {"A1:A10000": [[i / 100] for i in range(1, 10_001)]},
            "larik": {"B1:B10000": "=SAKIP_PREDIKAT(A1:A10000)"},
            "rumus": {"C1": '=COUNTIF(B1:B10000;"AA")', "C2": '=COUNTIF(B1:B10000;"D")'},
            "baca": ["C1", "C2"],
        },
        "excel": {"buka": str(_write_excel(folder / "excel.xlsx")), "tampil": True, "hitung": False},
        "simpan": {
            "rumus": {"A1": "=SAKIP_PREDIKAT(66.5)"},
            "simpan": {str(folder / "a.xlsx"): "Calc MS Excel 2007 XML", str(folder / "a.ods"): "calc8"},
        },
        "buka": {"buka": str(folder / "a.xlsx"), "tampil": True, "baca": ["A1"]},
    }
    tugas["excel"]["baca"] = [f"B{i}" for i in range(1, 10)]
    oxt = build_oxt(folder)
    hasil = dict(zip(tugas, run_calc(list(tugas.values()), oxt, lokal="id-ID"), strict=True))
    hasil["simpan"]["xlsx"] = zipfile.ZipFile(folder / "a.xlsx").read("xl/worksheets/sheet1.xml").decode()
    hasil["simpan"]["ods"] = zipfile.ZipFile(folder / "a.ods").read("content.xml").decode()
    return hasil


@pytest.mark.parametrize("kasus", list_kasus_kini(), ids=str)
def test_contoh_yang_dinyatakan_benar_di_calc(calc: dict[str, Hasil], kasus: Kasus) -> None:
    _, alamat = _lay_out(list_kasus_kini())

    assert to_code(kasus.hasil) == calc["contoh"]["nilai"][alamat[str(kasus)]]


def test_panduan_fungsi_berisi_uraian_dan_bantuan_argumen(calc: dict[str, Hasil]) -> None:
    tampil = calc["contoh"]["uraian"]

    assert [f.uraian for f in KINI.values()] == [tampil[nama]["uraian"] for nama in KINI]
    assert tampil["KINERJA_SEL"]["uraian"].startswith("Isi sel apa adanya")
    assert tampil["KINERJA_NOL"]["uraian"].startswith("Nilai apa adanya")
    assert [["rentang", "Sel atau rentang."]] == tampil["KINERJA_SEL"]["argumen"]
    assert [["nilai", "Nilai."]] == tampil["KINERJA_NOL"]["argumen"]
    assert [[[a.nama, a.bantuan] for a in f.args] for f in KINI.values()] == [tampil[nama]["argumen"] for nama in KINI]


def test_rumus_diketik_dengan_koma_desimal_dan_titik_koma(calc: dict[str, Hasil]) -> None:
    assert {"A1": "B", "A2": 107.59} == calc["lokal"]["nilai"]


def test_galat_bertipe_sehingga_iferror_dan_isna_bekerja(calc: dict[str, Hasil]) -> None:
    nilai = calc["sel"]["nilai"]

    assert (7.0, 1.0) == (nilai["B3"], nilai["B4"])


def test_sel_kosong_tunggal_kosong_seperti_rentang(calc: dict[str, Hasil]) -> None:
    nilai = calc["sel"]["nilai"]

    assert (None, None) == (nilai["B1"], nilai["B2"])


def test_sel_galat_kelebihan_argumen_dan_pilihan_yang_tidak_ditulis(calc: dict[str, Hasil]) -> None:
    nilai = calc["sel"]["nilai"]

    assert ("#N/A", "Err:504", 50.0) == (nilai["B5"], nilai["B6"], nilai["B7"])


def test_target_teks_dihitung(calc: dict[str, Hasil]) -> None:
    assert calc["sel"]["nilai"]["B10"] == "106,67|50"


def test_alasan_galat_dapat_dibaca_di_sel(calc: dict[str, Hasil]) -> None:
    assert calc["sel"]["nilai"]["B8"].startswith("#NUM! Nilai 101 di luar rentang")


def test_rentang_teks_dapat_dibandingkan_dan_dihitung(calc: dict[str, Hasil]) -> None:
    """Text inside a mixed matrix never equals anything in Calc; text matrices must therefore not be mixed."""
    nilai = calc["sel"]["nilai"]

    assert [["B"], [None], ["E"], ["#VALUE!"], ["#NUM!"]] == nilai["C1:C5"]
    assert (1.0, 1.0, 1.0) == (nilai["C6"], nilai["C7"], nilai["B9"])


def test_perbedaan_calc_yang_tertulis_di_docs(calc: dict[str, Hasil]) -> None:
    """If one of these becomes better in a newer LibreOffice, its row in docs/program.md can go."""
    nilai = calc["beda"]["nilai"]

    assert ("#N/A", "#NUM!") == (nilai["C1"], nilai["C2"])  # the error of a cell inside a range; TRUE() arrives as 1
    assert [["B"], ["#NUM!"]] == nilai["D1:D2"]
    assert (1.0, 0.0) == (nilai["C3"], nilai["C4"])  # in a matrix of text an error is text
    assert "sama" == nilai["E1:K2"][1][6]
    assert (0.0, 1.0) == (nilai["C5"], nilai["C6"])  # text in a mixed table equals only with &""


def test_rentang_sebaris_kosong_memberi_baris_kosong(calc: dict[str, Hasil]) -> None:
    assert [[None, None, None]] == calc["sel"]["nilai"]["D1:F1"]


def test_predikat_tanpa_argumen_menumpahkan_tabel(calc: dict[str, Hasil]) -> None:
    tabel = calc["sel"]["nilai"]["K1:M9"]

    assert (["Predikat", "Interpretasi", "Nilai"], ["AA", "Sangat Memuaskan", ">90 – 100"]) == (tabel[0], tabel[1])


def test_sepuluh_ribu_sel_sekali_panggil(calc: dict[str, Hasil]) -> None:
    """90,01..100 has 1.000 hundredths; 1,01..30 has 2.900."""
    assert {"C1": 1000.0, "C2": 2900.0} == calc["banyak"]["nilai"]


def test_berkas_dari_excel_diperbaiki_saat_dibuka(calc: dict[str, Hasil]) -> None:
    harap = ["B", "B", "B", "B", "SKM_MUTU(A)", "B", "B", "A", 170.0]

    assert (harap, True) == (list(calc["excel"]["nilai"].values()), calc["excel"]["diubah"])
    assert "=ID.KINERJA.FUNGSI.SKMMUTU(ID.KINERJA.FUNGSI.KINERJASEL(A1))" == calc["excel"]["rumus"]["B6"]


def test_berkas_calc_menyimpan_nama_layanan_dan_dapat_dibuka_lagi(calc: dict[str, Hasil]) -> None:
    assert "ID.KINERJA.FUNGSI.SAKIPPREDIKAT(66.5)</f>" in calc["simpan"]["xlsx"]
    assert "ID.KINERJA.FUNGSI.SAKIPPREDIKAT(66.5)" in calc["simpan"]["ods"]
    assert ("B", False) == (calc["buka"]["nilai"]["A1"], calc["buka"]["diubah"])


def test_ekstensi_dibangun_dua_kali_sama_bitanya(tmp_path: Path) -> None:
    satu, dua = tmp_path / "satu", tmp_path / "dua"
    satu.mkdir()
    dua.mkdir()

    assert build_oxt(satu).read_bytes() == build_oxt(dua).read_bytes()


def test_pustaka_di_dalam_ekstensi_berdiri_sendiri(tmp_path: Path) -> None:
    """Python's own library and nothing else: no site-packages, no checkout."""
    with zipfile.ZipFile(build_oxt(tmp_path)) as arsip:
        arsip.extractall(tmp_path / "isi")
    kode = f"""
import sys
sys.path.insert(0, {str(tmp_path / "isi" / "pythonpath")!r})
import addin.hosts.calc, addin.hosts.calc_perbaiki
from addin.fungsi import SAKIP_PREDIKAT, SKM_SAMPEL, ANGGARAN_REKON
print(SAKIP_PREDIKAT("66,5"), SKM_SAMPEL(1200), len(addin.hosts.calc.METODE), addin.__file__)
"""

    keluar = run([sys.executable, "-I", "-S", "-c", kode], detik=30)

    assert f"B 291.0 {len(KINI)} {tmp_path}/isi/pythonpath/addin/__init__.py\n" == keluar


def test_perbaikan_tidak_menyentuh_dokumen_tanpa_fungsi_kami() -> None:
    class Kosong:
        Count = 0

    class Dokumen:
        Sheets = Kosong()
        NamedRanges = Kosong()

    assert repair_dokumen(Dokumen()) == set()
