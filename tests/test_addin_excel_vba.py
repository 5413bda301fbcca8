"""Classic Excel: the generated VBA executed by LibreOffice, from cells and with stand-ins."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from addin.build import vba
from addin.build.ovba import Proyek
from addin.build.xlam import build_xlam
from addin.daftar import DAFTAR
from addin.nilai import KODE, Galat
from tests.alat.addin import FUNGSI, Kasus, blank, list_kasus, to_code
from tests.alat.calc import run_calc
from tests.alat.vba import make_proyek, write_answers, write_calls


def test_nama_umum_di_vba_tidak_ganda_antarmodul(tmp_path: Path) -> None:
    """Two public names in two modules are ambiguous, also beside those of xlwings; a private one hides a public one."""
    with zipfile.ZipFile(build_xlam(tmp_path)) as arsip:
        modul = Proyek(arsip.read("xl/vbaProject.bin")).modul
    pola = r"(?mi)^{} (?:Declare )?(?:PtrSafe )?(?:Function |Sub |Const |Property \w+ )?(\w+)"
    kode = {nama: isi for nama, isi in modul.items() if nama not in ("ThisWorkbook", "Sheet2", "Dictionary")}
    umum = [nama.lower() for isi in kode.values() for nama in set(re.findall(pola.format("Public"), isi))]
    milik = [isi for nama, isi in kode.items() if nama.startswith("kinerja_")]
    pribadi = {nama.lower() for isi in milik for nama in re.findall(pola.format("Private"), isi)}

    assert {nama.lower() for nama in DAFTAR} | {"siapkan", "des_dari", "tangkap"} <= set(umum)
    assert [] == [nama for nama in umum if umum.count(nama) > 1]
    assert not set(umum) & (pribadi | {nama.lower() for nama in kode})


PENGGANTI = """Option Explicit
Public Function uji_panggil(modul As String, nama As String, a As Variant) As Variant
    Dim baris(0 To 2) As Variant, tabel(0 To 1, 0 To 1) As Variant
    If nama = "SAKIP_PREDIKAT" Then
        If UBound(a) < 0 Then
            uji_panggil = "hilang"
        ElseIf IsArray(a(0)) Then
            uji_panggil = a(0)
        ElseIf a(0) = 200 Then
            baris(0) = "B"
            baris(1) = "#DIV/0!"
            baris(2) = 5
            uji_panggil = baris
        ElseIf a(0) = 300 Then
            tabel(0, 0) = "AA"
            tabel(0, 1) = "#N/A"
            tabel(1, 0) = "#NUM!"
            tabel(1, 1) = 7
            uji_panggil = tabel
        ElseIf a(0) = 400 Then
            Err.Raise 1001, , "rusak"
        Else
            uji_panggil = a(0)
        End If
    ElseIf nama = "KINERJA_ALASAN" Then
        uji_panggil = UBound(a) - LBound(a) + 1
    ElseIf nama = "PERSEN_CAPAIAN" Then
        uji_panggil = UBound(a)
    Else
        uji_panggil = modul & "." & nama
    End If
End Function
"""


CAMPURAN = [[66.5], [None], ["90,01"], [101.0], [Galat("#REF!")], ["abc"], [True]]


@pytest.fixture(scope="module")
def contoh_di_vba(com: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every call from a cell through the generated wrapper, with the answers of the COM server of the same run."""
    folder = tmp_path_factory.mktemp("contoh")
    dari_sel = {str(k): (k.fungsi.nama, k.masukan, com["contoh"][str(k)]) for k in list_kasus()} | {
        "sel kosong": ("SAKIP_PREDIKAT", (None,), com["kosong"]),
        "campuran tanpa galat": ("SAKIP_PREDIKAT", (CAMPURAN[:4],), com["campuran"][:4]),
    }
    dari_vba = [
        ("SAKIP_PREDIKAT", (CAMPURAN,), com["campuran"]),
        ("SKM_MUTU", (Galat("#REF!"),), com["galat_wajib"]),
    ]
    proyek = make_proyek("uji_contoh")
    proyek.add("uji", write_answers([*dari_sel.values(), *dari_vba]))
    (folder / "vba.bin").write_bytes(proyek.to_bytes())
    with xlsxwriter.Workbook(folder / "contoh.xlsm") as buku:
        buku.add_vba_project(str(folder / "vba.bin"))
        alamat = write_calls(buku, dari_sel, {"uji_galat": 1, "uji_campuran": 7})
    hasil = run_calc([{"buka": str(folder / "contoh.xlsm"), "baca": list(alamat.values())}])[0]["nilai"]
    return {nama: hasil[sel] for nama, sel in alamat.items()}


@pytest.mark.parametrize("kasus", list_kasus(), ids=str)
def test_contoh_yang_dinyatakan_benar_dari_sel_lewat_vba_yang_dibuat(
    contoh_di_vba: dict[str, Any], kasus: Kasus
) -> None:
    assert _shown(to_code(kasus.hasil)) == blank(contoh_di_vba[str(kasus)])


def _shown(nilai: Any) -> Any:
    """A result as LibreOffice shows it."""
    if isinstance(nilai, list):
        return [_shown(sel) for sel in nilai]
    return _cverr(nilai) if nilai in KODE else nilai


def test_sel_kosong_dan_rentang_campuran_dari_sel_lewat_vba(contoh_di_vba: dict[str, Any]) -> None:
    assert None is blank(contoh_di_vba["sel kosong"])
    assert [["B"], [None], ["AA"], [_cverr("#NUM!")]] == blank(contoh_di_vba["campuran tanpa galat"])


def test_sel_galat_lewat_vba_tetap_galat_itu(contoh_di_vba: dict[str, Any]) -> None:
    """As Excel's Range.Value holds it, a CVErr; LibreOffice's own Range.Value gives 0 for an error cell."""
    campuran = ["B", None, "AA", *map(_cverr, ("#NUM!", "#REF!", "#VALUE!", "#VALUE!"))]

    assert _cverr("#REF!") == contoh_di_vba["uji_galat"]
    assert [[sel] for sel in campuran] == blank(contoh_di_vba["uji_campuran"])


BEKUKAN = """
Private pesan As String, pilihan As Variant

Public Sub uji_pesan(teks As String, gaya As Long, judul As String)
    pesan = teks
End Sub

Public Function uji_pilihan() As Variant
    Set uji_pilihan = ThisWorkbook.Worksheets(1).Range("Z900:Z901")
End Function

Public Function uji_bekukan() As Variant
    KinerjaBekukan Nothing
    uji_bekukan = pesan
End Function
"""


WISAYA = """
Public uji_addin As Boolean, uji_tersimpan As Boolean, uji_layar As Boolean, uji_peristiwa As Boolean
Private daftar As String, rusak As Boolean

' As Excel: an add-in is hidden, and then this is an error.
Public Sub uji_opsi(Macro As String, Description As String, Category As String, _
        Optional ArgumentDescriptions As Variant)
    Dim n As Long
    If uji_addin Then Err.Raise 1004
    If rusak Then Err.Raise 1004
    If uji_layar Or uji_peristiwa Then Err.Raise 1004
    If Not IsMissing(ArgumentDescriptions) Then n = UBound(ArgumentDescriptions) + 1
    daftar = daftar & Mid$(Macro, InStr(Macro, "!") + 1) & " " & Category & " " & n & ";"
End Sub

Public Function uji_wisaya(ByVal addin As Boolean, ByVal tersimpan As Boolean, ByVal gagal As Boolean) As Variant
    daftar = ""
    rusak = gagal
    uji_addin = addin
    uji_tersimpan = tersimpan
    uji_layar = True
    uji_peristiwa = True
    kinerja_daftar
    uji_wisaya = daftar & uji_addin & uji_tersimpan & uji_layar & uji_peristiwa
End Function
"""
TIRUAN = {
    "Application.MacroOptions": "uji_opsi",
    "ThisWorkbook.IsAddin": "uji_addin",
    "ThisWorkbook.Saved": "uji_tersimpan",
    "Application.ScreenUpdating": "uji_layar",
    "Application.EnableEvents": "uji_peristiwa",
}
"""What LibreOffice lacks."""
TERKOMPILASI = """
Public Function {nama}() As Variant
    {nama} = "terkompilasi"
End Function
"""


@pytest.fixture(scope="module")
def vba_di_calc(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The wrappers in a workbook, with Python's side replaced by VBA, executed by LibreOffice from cells."""
    folder = tmp_path_factory.mktemp("vba")
    proyek = make_proyek("uji_panggil")
    wisaya = vba.write_wizard(FUNGSI.values())
    for asli, tiruan in TIRUAN.items():
        assert asli in wisaya
        wisaya = wisaya.replace(asli, tiruan)
    proyek.add("kinerja_wizard", wisaya)
    proyek.add("uji_wisaya", WISAYA)
    pita = vba.write_ribbon().replace("MsgBox ", "uji_pesan ").replace("Selection", "uji_pilihan()")
    proyek.add("kinerja_ribbon", pita + TERKOMPILASI.format(nama="uji_ribbon"))
    proyek.add("uji", PENGGANTI)
    proyek.add("uji_pita", BEKUKAN)
    (folder / "vba.bin").write_bytes(proyek.to_bytes())
    galat = {f"A{i}": f'=SAKIP_PREDIKAT("{kode}")' for i, kode in enumerate(KODE, start=1)}
    rumus = galat | {
        "B1": "=SAKIP_PREDIKAT(66.5)",
        "B2": "=SAKIP_PREDIKAT()",
        "B3": "=SAKIP_PREDIKAT(400)",
        "B4": "=KINERJA_ALASAN(1,2,3)",
        "B5": "=PERSEN_CAPAIAN(1,2)",
        "B6": '=PERSEN_CAPAIAN(1,2,"naik")',
        "B7": "=KINERJA_VERSI()",
        "B9": "=uji_wisaya(TRUE,TRUE,FALSE)",
        "B12": "=uji_wisaya(FALSE,FALSE,TRUE)",
        "B13": "=uji_wisaya(TRUE,FALSE,TRUE)",
        "B10": "=uji_ribbon()",
        "B11": "=uji_bekukan()",
        "B8": '=SAKIP_PREDIKAT("#bukan galat")',
    }
    larik = {"D1:F1": "=SAKIP_PREDIKAT(200)", "D3:E4": "=SAKIP_PREDIKAT(300)", "D6:D7": "=SAKIP_PREDIKAT(H1:H2)"}
    with xlsxwriter.Workbook(folder / "uji.xlsm") as buku:
        buku.add_vba_project(str(folder / "vba.bin"))
        lembar = buku.add_worksheet()
        lembar.write_column("H1", [11, 12])
        for sel, isi in rumus.items():
            lembar.write_formula(sel, isi)
        for sel, isi in larik.items():
            lembar.write_array_formula(sel, f"{{{isi}}}")
    tugas = {"buka": str(folder / "uji.xlsm"), "baca": [*rumus, *larik]}
    hasil: dict[str, Any] = run_calc([tugas])[0]["nilai"]
    return hasil


def test_vba_mengubah_teks_galat_menjadi_galat_bertipe(vba_di_calc: dict[str, Any]) -> None:
    assert [_cverr(kode) for kode in KODE] == [vba_di_calc[f"A{i}"] for i in range(1, 8)]
    assert "#bukan galat" == vba_di_calc["B8"]


def _cverr(kode: str) -> str:
    """How LibreOffice shows a CVErr value of VBA in a cell; Excel shows the code."""
    return f"Error {KODE[kode]}"


def test_vba_meneruskan_nilai_argumen_hilang_dan_argumen_berulang(vba_di_calc: dict[str, Any]) -> None:
    assert (66.5, "hilang", 3.0) == tuple(vba_di_calc[sel] for sel in ("B1", "B2", "B4"))
    assert (1.0, 2.0) == (vba_di_calc["B5"], vba_di_calc["B6"])
    assert "addin.hosts.excel_com.KINERJA_VERSI" == vba_di_calc["B7"]


def test_vba_python_yang_gagal_menjadi_value_bukan_teks(vba_di_calc: dict[str, Any]) -> None:
    assert _cverr("#VALUE!") == vba_di_calc["B3"]


def test_vba_baris_dan_tabel_memuat_galat_bertipe(vba_di_calc: dict[str, Any]) -> None:
    """xlwings hands a single row over as an array of one dimension."""
    assert [["B", _cverr("#DIV/0!"), 5.0]] == vba_di_calc["D1:F1"]
    assert [["AA", _cverr("#N/A")], [_cverr("#NUM!"), 7.0]] == vba_di_calc["D3:E4"]
    assert [[11.0], [12.0]] == vba_di_calc["D6:D7"]


def test_vba_pita_dapat_dikompilasi(vba_di_calc: dict[str, Any]) -> None:
    """LibreOffice compiles a module before it runs a function of it; a syntax error leaves every cell empty."""
    assert "terkompilasi" == vba_di_calc["B10"]


def test_wisaya_didaftarkan_selagi_bukan_addin_dan_semuanya_kembali_seperti_semula(vba_di_calc: dict[str, Any]) -> None:
    harap = "".join(f"{nama} Kinerja {len(fungsi.args)};" for nama, fungsi in FUNGSI.items())

    assert f"{harap}TrueTrueTrueTrue" == vba_di_calc["B9"]
    assert ("FalseFalseTrueTrue", "TrueFalseTrueTrue") == (vba_di_calc["B12"], vba_di_calc["B13"])


def test_vba_bekukan_di_luar_daerah_terisi_dijelaskan(vba_di_calc: dict[str, Any]) -> None:
    assert "Pilihan tidak memuat sel yang terisi. Pilih dahulu sel yang berumus." == vba_di_calc["B11"]
