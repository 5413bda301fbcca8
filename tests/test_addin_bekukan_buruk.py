"""Freezing files that are damaged, hostile or not what they seem; and what a file keeps that is none of this."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from kinerja.errors import BerkasError, DataError
from tests.alat.addin import freeze_file
from tests.alat.buku_beku import BUKU, write_zip

AWAL = '<worksheet><sheetData><row r="1">'
AKHIR = "</row></sheetData></worksheet>"
SEL = '<c r="B1" t="str"><f>SKM_MUTU(A1)</f><v>C</v></c>'
LEMBAR = "xl/worksheets/sheet1.xml"


def _write(tmp_path: Path, lembar: str | bytes, **lain: str | bytes) -> Path:
    isi = {"xl/workbook.xml": BUKU.format(nama=""), LEMBAR: lembar, "xl/media/a.png": bytes(5000)}
    return write_zip(tmp_path / "asal.xlsx", isi | lain)


def _refuse(tmp_path: Path, pesan: str) -> None:
    """The file is refused with one sentence that names it, soon, and nothing is written."""
    mulai = time.process_time()
    with pytest.raises(DataError, match=pesan) as galat:
        freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx")
    assert time.process_time() - mulai < 2
    assert "asal.xlsx" in galat.value.tempat
    assert ["asal.xlsx"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "melainkan berkas kosong"),
        (b"bukan zip", "melainkan teks"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "melainkan berkas Office lama"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "terkunci sandi"),
        (b"PK\3\4" + bytes(99), "rusak"),
        (b"<html>", "melainkan halaman web"),
    ],
)
def test_yang_bukan_xlsx_ditolak_dengan_kalimat(tmp_path: Path, isi: bytes, pesan: str) -> None:
    (tmp_path / "asal.xlsx").write_bytes(isi)

    _refuse(tmp_path, pesan)


@pytest.mark.parametrize(
    ("lembar", "pesan"),
    [
        (f"{AWAL}SKM_MUTU" + "<c " * 1_000_000, "rusak"),
        (f"{AWAL}SKM_MUTU" + '<c r="A9">' * 20_000, "terlalu rumit"),
        ("<definedName " * 1_000_000 + "SKM_MUTU", "rusak"),
        (f"{AWAL}{SEL}", "rusak"),
        (f'<!DOCTYPE w [<!ENTITY a "SKM_MUTU(A1)">]>{AWAL}<c r="B1"><f>&a;</f></c>{AKHIR}', "DTD"),
        (f'<?xml version="1.0" encoding="ISO-8859-1"?>{AWAL}{SEL}{AKHIR}', "UTF-8"),
        (f"{AWAL}{SEL}<!--{' ' * 50_000_000}-->{AKHIR}", "terlalu panjang"),
        (f"{AWAL}{SEL}<c{' ' * 50_000_000}/>{AKHIR}", "terlalu panjang"),
        (f"{AWAL}{SEL}{AKHIR}".encode("utf-16"), "UTF-8"),
        (f"{AWAL}{SEL}{AKHIR}".encode("utf-16-be"), "UTF-8"),
        (f"{AWAL}{SEL}é{AKHIR}".encode("latin-1"), "rusak"),
        (f"{AWAL}{SEL}<c><f>{'A' * 1_000_001}</f></c>{AKHIR}", "terlalu panjang"),
    ],
    ids=[
        "sel",
        "sel-dalam",
        "nama",
        "terpotong",
        "dtd",
        "latin-1",
        "komentar",
        "spasi",
        "utf-16",
        "utf-16-be",
        "bita",
        "teks",
    ],
)
def test_lembar_yang_buruk_ditolak_dengan_kalimat(tmp_path: Path, lembar: str | bytes, pesan: str) -> None:
    _write(tmp_path, lembar)

    _refuse(tmp_path, pesan)


@pytest.mark.parametrize("sel", [SEL, '<c><f t="shared" si="0"/></c>'])
def test_terlalu_banyak_sel_ditolak_dengan_kalimat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sel: str) -> None:
    monkeypatch.setattr("addin.bekukan_bagian.MAKS_SEL", 9)
    akhir = AKHIR.replace("</worksheet>", "<cfRule><formula>SKM_MUTU(A1)=1</formula></cfRule></worksheet>")
    _write(tmp_path, f"{AWAL}{sel * 9}{akhir}")
    freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx")
    (tmp_path / "hasil.xlsx").unlink()

    _write(tmp_path, f"{AWAL}{sel * 10}{akhir}")
    _refuse(tmp_path, "Lebih dari 9 sel")


def test_isi_yang_rusak_di_bagian_mana_pun_ditolak(tmp_path: Path) -> None:
    path = _write(tmp_path, f"{AWAL}{SEL}{AKHIR}")
    data = bytearray(path.read_bytes())
    data[data.index(b"xl/media/a.png") + 16] ^= 0xFF
    path.write_bytes(data)

    _refuse(tmp_path, "rusak")


def test_bagian_ganda_ditolak_tanpa_peringatan_inggris(tmp_path: Path) -> None:
    path = _write(tmp_path, f"{AWAL}{SEL}{AKHIR}", **{"xl/worksheets/sheet2.xml": "<worksheet/>"})
    path.write_bytes(path.read_bytes().replace(b"sheet2", b"sheet1"))

    _refuse(tmp_path, "tersimpan dua kali")


def test_arsip_lain_bukan_buku_kerja(tmp_path: Path) -> None:
    write_zip(tmp_path / "asal.xlsx", {"content.xml": "<a/>"})

    _refuse(tmp_path, "bukan buku kerja .xlsx")


def test_berkas_tujuan_yang_ada_tidak_pernah_ditimpa(tmp_path: Path) -> None:
    path = _write(tmp_path, f"{AWAL}{SEL}{AKHIR}")
    tujuan = tmp_path / "hasil.xlsx"
    tujuan.write_bytes(b"milik orang")

    with pytest.raises(BerkasError, match="sudah dipakai"):
        freeze_file(path, tujuan)

    assert b"milik orang" == tujuan.read_bytes()
    assert ["asal.xlsx", "hasil.xlsx"] == sorted(path.name for path in tmp_path.iterdir())


def test_bagian_yang_tidak_berubah_tetap_sama_sampai_ke_bita_yang_dimampatkan(tmp_path: Path) -> None:
    """Dates, order, macros too; also in an archive that was written as a stream, with sizes behind the data."""
    with (tmp_path / "asal.xlsm").open("wb") as berkas, zipfile.ZipFile(_Aliran(berkas), "w") as tulis:
        for nama, isi in (
            ("xl/vbaProject.bin", b"Dim a" * 99),
            ("xl/workbook.xml", BUKU.format(nama="")),
            (LEMBAR, f"{AWAL}{SEL}{AKHIR}"),
            ("docProps/app.xml", "<a/>"),
        ):
            satu = zipfile.ZipInfo(nama, (2024, 5, 6, 7, 8, 10))
            satu.compress_type = zipfile.ZIP_STORED if nama == "docProps/app.xml" else zipfile.ZIP_DEFLATED
            tulis.writestr(satu, isi, compresslevel=1)

    freeze_file(tmp_path / "asal.xlsm", tmp_path / "hasil.xlsm")

    with zipfile.ZipFile(tmp_path / "asal.xlsm") as asal, zipfile.ZipFile(tmp_path / "hasil.xlsm") as hasil:
        assert hasil.testzip() is None
        assert asal.namelist() == hasil.namelist()
        for lama, baru in zip(asal.infolist(), hasil.infolist(), strict=True):
            assert (lama.date_time, lama.compress_type) == (baru.date_time, baru.compress_type)
            if lama.filename != LEMBAR:
                assert (lama.compress_size, asal.read(lama)) == (baru.compress_size, hasil.read(baru))


def test_buku_kerja_yang_wajar_dibekukan_dalam_sekejap(tmp_path: Path) -> None:
    """Thirteen sheets of some 3.000 cells, of which a few call us: half a second on a PC that does nothing else."""
    polos = "".join(f'<c r="C{i}"><f>SUM(A1:A9)</f><v>7</v></c>' for i in range(1, 3_000))
    lain = {f"xl/worksheets/sheet{n}.xml": f"{AWAL}{polos}{SEL * 3}{AKHIR}" for n in range(2, 14)}
    path = _write(tmp_path, f"{AWAL}{SEL}{AKHIR}", **lain)

    mulai = time.process_time()
    laporan = freeze_file(path, tmp_path / "hasil.xlsx")

    assert 37 == laporan.rumus
    assert time.process_time() - mulai < 10


class _Aliran(io.RawIOBase):
    """A file that cannot go back, so that sizes are written behind the data."""

    def __init__(self, berkas: io.BufferedWriter) -> None:
        self._berkas = berkas

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return self._berkas.write(data)  # type: ignore[arg-type]
