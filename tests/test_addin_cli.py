"""`kinerja addin` as a user types it."""

import argparse
import json
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest
import xlsxwriter

from addin import komputer
from addin.build import web
from addin.build.petunjuk import list_petunjuk
from addin.build.xlam import list_konfigurasi
from kinerja.cli import addin, bahasa, layar
from kinerja.errors import BerkasError, MasukanError
from tests.alat.windows import make_komputer, set_registry


def _run(*argv: str) -> int:
    bahasa.install()
    parser: argparse.ArgumentParser = bahasa.Parser(prog="kinerja")
    addin.register(parser.add_subparsers(required=True))
    args: argparse.Namespace = parser.parse_args(["addin", *argv])
    kode: int = args.run(args)
    return kode


@pytest.mark.parametrize(
    ("untuk", "nama", "isi"),
    [
        ("calc", "kinerja.oxt", "CalcAddIns.xcu"),
        ("excel", "kinerja.xlam", "xl/vbaProject.bin"),
        ("excel-python", "kinerja.xlam", "xl/vbaProject.bin"),
    ],
)
def test_bangun_membuat_berkas_dan_menyebut_tempatnya(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], untuk: str, nama: str, isi: str
) -> None:
    kode = _run("bangun", "--untuk", untuk, "--keluar", str(tmp_path / "baru"))

    assert (0, f"{tmp_path / 'baru' / nama}\n") == (kode, capsys.readouterr().out)
    assert isi in zipfile.ZipFile(tmp_path / "baru" / nama).namelist()


@pytest.mark.parametrize("untuk", ["excel", "excel-python"])
def test_bangun_excel_menulis_keterangan_di_samping_addin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], untuk: str
) -> None:
    _run("bangun", "--untuk", untuk, "--keluar", str(tmp_path))

    assert ["kinerja.intellisense.xml", "kinerja.xlam"] == sorted(path.name for path in tmp_path.iterdir())
    pesan = capsys.readouterr().err
    assert "kinerja.intellisense.xml jangan disalin ke XLSTART" in pesan
    assert "hanya untuk add-in gratis Excel-DNA IntelliSense" in pesan


def test_bangun_excel_menuntun_dari_berkas_sampai_rumus_pertama(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the order in which it is done, menus in both languages; and the sheet of the add-in says the same."""
    _run("bangun", "--untuk", "excel", "--keluar", str(tmp_path))
    pesan = capsys.readouterr().err
    lembar = zipfile.ZipFile(tmp_path / "kinerja.xlam").read("xl/worksheets/sheet1.xml").decode()
    urutan = [
        *("Properti (Properties)", "Buka blokir (Unblock)", "tanpa kotak itu", r"%APPDATA%\Microsoft\Excel\XLSTART"),
        *("=SAKIP_PREDIKAT(66,5)", "hasilnya B", "Pengganti langkah 3", "Opsi (Options)", "Add-in (Add-ins)"),
        *("Kelola: Add-in Excel (Manage: Excel Add-ins)", "Buka... (Go...)", "Telusuri... (Browse...)"),
        *("centang Fungsi Kinerja", "kinerja.intellisense.xml jangan disalin ke XLSTART"),
    ]
    letak = [pesan.index(satu) for satu in urutan]

    assert sorted(letak) == letak
    assert [] == [baris for baris in pesan.splitlines() if escape(baris) not in lembar]


def test_bangun_excel_python_menyebut_yang_diperlukan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run("bangun", "--untuk", "excel-python", "--keluar", str(tmp_path))
    pesan = capsys.readouterr().err

    assert (
        "memerlukan Python dan kinerja di PC itu. Untuk PC tanpa Python: kinerja addin bangun --untuk excel." in pesan
    )
    assert pesan.index("kinerja addin pasang") < pesan.index("Unblock") < pesan.index("=SAKIP_PREDIKAT(66,5)")
    assert list_konfigurasi()["PYTHONPATH"] in pesan
    assert list_konfigurasi()["INTERPRETER_WIN"].removesuffix(r"\pythonw.exe") in pesan


def test_bangun_calc_menyebut_libreoffice_yang_diperlukan_dan_kinerja_sel(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run("bangun", "--untuk", "calc", "--keluar", str(tmp_path))
    pesan = capsys.readouterr().err

    for kata in ("3.11 atau lebih baru", "python-core-3.11", "KINERJA_SEL(A1)", "sebagai 0", "kinerja addin bekukan"):
        assert kata in pesan


def test_bangun_web_tanpa_alamat_mengatakan_bahwa_hanya_untuk_komputer_ini(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(web, "build_web", lambda folder, **opsi: folder / "excel-web")
    _run("bangun", "--untuk", "excel-web", "--keluar", str(tmp_path / "a b"), "--pyodide", "py")
    lokal = capsys.readouterr().err
    _run("bangun", "--untuk", "excel-web", "--keluar", str(tmp_path), "--alamat", "HTTPS://A.go.id/f/")
    peladen = capsys.readouterr().err

    assert web.ALAMAT == addin.ALAMAT
    assert f"semua alamat dalam manifest.xml adalah {addin.ALAMAT}, yaitu komputer ini saja." in lokal
    ulangi = f'bangun --untuk excel-web --alamat https://ALAMAT-FOLDER --keluar "{tmp_path / "a b"}" --pyodide py\n'
    assert f"kinerja addin {ulangi}" in lokal
    assert "Taruh isi folder ini di https://a.go.id/f, lalu daftarkan manifest.xml" in peladen
    assert "localhost" not in peladen


def test_bantuan_menyebut_alamat_bawaan(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _run("bangun", "--help")

    assert f"(bawaan: {addin.ALAMAT}," in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("lain", [("--pyodide", "tidak-ada"), ("--alamat", "http://a.go.id")])
def test_bangun_yang_gagal_tidak_meninggalkan_folder(tmp_path: Path, lain: tuple[str, str]) -> None:
    with pytest.raises(BerkasError):
        _run("bangun", "--untuk", "excel-web", *lain, "--keluar", str(tmp_path / "baru" / "sekali"))

    assert [] == list(tmp_path.iterdir())


def test_bangun_yang_gagal_membiarkan_folder_yang_sudah_ada(tmp_path: Path) -> None:
    with pytest.raises(BerkasError):
        _run("bangun", "--untuk", "excel-web", "--pyodide", "tidak-ada", "--keluar", str(tmp_path))

    assert tmp_path.is_dir()


def test_bangun_program_lain_ditolak_dengan_pilihan_yang_ada(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as keluar:
        _run("bangun", "--untuk", "lotus")

    assert 2 == keluar.value.code
    assert "excel-python" in capsys.readouterr().err


def test_bangun_ke_folder_yang_tidak_dapat_dibuat(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()

    with pytest.raises(BerkasError, match="anak"):
        _run("bangun", "--untuk", "calc", "--keluar", str(tmp_path / "berkas" / "anak"))


def test_alamat_hanya_untuk_addin_web(tmp_path: Path) -> None:
    with pytest.raises(MasukanError, match="hanya untuk excel-web"):
        _run("bangun", "--untuk", "calc", "--alamat", "https://contoh.go.id", "--keluar", str(tmp_path))


def test_bangun_web_menerima_alamat_dan_folder_pyodide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dipanggil: list[tuple[Any, ...]] = []
    asli = addin._import
    monkeypatch.setattr(
        addin,
        "_import",
        lambda *nama: (
            asli(*nama)
            if not nama[1].startswith(("build", "serve"))
            else lambda *a, **k: dipanggil.append((*nama, *a, k))
        ),
    )

    _run("bangun", "--untuk", "excel-web", "--alamat", "https://a.go.id", "--keluar", str(tmp_path))
    _run("bangun", "--untuk", "excel-web", "--pyodide", "py", "--keluar", str(tmp_path))
    _run("sajikan", "--port", "9000")

    assert [
        ("addin.build.web", "build_web", tmp_path, {"alamat": "https://a.go.id"}),
        ("addin.build.web", "build_web", tmp_path, {"pyodide": Path("py")}),
        ("addin.build.sajikan", "serve", 9000, layar.say, None, {}),
    ] == dipanggil


@pytest.mark.parametrize("aksi", ["pasang", "lepas", "periksa"])
def test_di_luar_windows_ditolak_dengan_kalimat(aksi: str) -> None:
    with pytest.raises(BerkasError, match="hanya untuk Excel di Windows"):
        _run(aksi)


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    mesin = make_komputer(tmp_path)
    monkeypatch.setattr(komputer, "get_komputer", lambda: mesin)
    return mesin.xlam


def test_pasang_periksa_lepas_di_windows(windows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (0, f"{windows}\n", True) == (_run("pasang"), capsys.readouterr().out, windows.exists())
    assert [windows] == list(windows.parent.iterdir())  # Excel opens whatever else lies there
    assert 0 == _run("periksa")
    assert "SALAH" not in capsys.readouterr().out
    assert (0, False) == (_run("lepas"), windows.exists())
    assert "Add-in dihapus." in capsys.readouterr().err


def test_periksa_menyebut_yang_salah_dan_sarannya(windows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == _run("periksa")
    assert "Jalankan: kinerja addin pasang." in capsys.readouterr().out

    assert 1 == _run("periksa", "--json")
    hasil: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["periksa"]
    assert [False, *[True] * 7] == [satu["baik"] for satu in hasil]


def test_periksa_yang_tidak_dapat_diketahui_bukan_kesalahan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mesin = set_registry(make_komputer(tmp_path), {})
    monkeypatch.setattr(komputer, "get_komputer", lambda: mesin)
    _run("pasang")
    capsys.readouterr()

    assert 0 == _run("periksa")
    keluar = capsys.readouterr().out
    assert "ragu   Excel 32 atau 64 bit: tidak dapat diketahui" in keluar
    assert "       Lihat di Excel: Akun (Account) > Tentang Excel (About Excel)." in keluar


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    path = tmp_path / "laporan.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet()
        lembar.write("A1", 66.5)
        lembar.write_formula("B1", "=SAKIP_PREDIKAT(A1)", None, "B")
        lembar.write_formula("B2", "=TERBILANG(A1)", None, "enam puluh enam koma lima")
    return path


def test_bekukan_menulis_berkas_di_samping_aslinya(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode = _run("bekukan", str(berkas))

    keluar, pesan = capsys.readouterr()
    assert (0, f"{berkas.with_name('laporan-beku.xlsx')}\n") == (kode, keluar)
    assert "1 rumus dibekukan, 1 menjadi nilai, 0 tersisa." in pesan


def test_bekukan_berkas_yang_belum_pernah_dihitung(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An ordinary formula needs no stored value; what must become its value does."""
    path = tmp_path / "baru.xlsx"
    buku = openpyxl.Workbook()
    assert buku.active is not None
    buku.active["A1"], buku.active["B1"] = 66.5, "=SAKIP_PREDIKAT(A1)"
    buku.save(path)
    assert 0 == _run("bekukan", str(path))
    assert "1 rumus dibekukan, 0 menjadi nilai, 0 tersisa." in capsys.readouterr().err

    buku.active["B2"] = "=TERBILANG(A1)"
    buku.save(path)
    assert 1 == _run("bekukan", str(path), "--keluar", str(tmp_path / "lain.xlsx"))
    assert "sel B2: TERBILANG(A1): " in (pesan := capsys.readouterr().err)
    assert "sel itu tidak menyimpan hasil hitungan" in pesan


def test_bekukan_nilai_ke_berkas_yang_disebut(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode = _run("bekukan", str(berkas), "--nilai", "--keluar", str(berkas.with_name("x.xlsx")))

    assert (0, True) == (kode, "0 rumus dibekukan, 2 menjadi nilai" in capsys.readouterr().err)
    assert b"<f>" not in zipfile.ZipFile(berkas.with_name("x.xlsx")).read("xl/worksheets/sheet1.xml")


def test_bekukan_menyebut_yang_tersisa(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nama.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        buku.add_worksheet()
        buku.define_name("KATA", "=TERBILANG(Sheet1!$A$1)")

    assert 1 == _run("bekukan", str(path))
    assert "TERBILANG(Sheet1!$A$1): TERBILANG tidak punya rumus biasa yang setara." in capsys.readouterr().err


def test_bekukan_menurut_hari_sebelum_ada_aturannya_membiarkan_selnya(
    berkas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kode = _run("bekukan", str(berkas), "--pada", "2000-01-01")

    assert (1, True) == (kode, "0 rumus dibekukan, 0 menjadi nilai, 2 tersisa." in capsys.readouterr().err)


def test_bekukan_tidak_menimpa_berkas_yang_ada(berkas: Path) -> None:
    with pytest.raises(BerkasError, match="Berkas tujuan sudah ada"):
        _run("bekukan", str(berkas), "--keluar", str(berkas))


def test_setiap_program_yang_dibangun_punya_petunjuknya() -> None:
    assert addin.PEMBANGUN.keys() == {untuk for untuk in addin.PEMBANGUN if list_petunjuk(untuk, "https://a.go.id")}
