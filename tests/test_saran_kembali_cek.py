"""What is advised where a sheet Cek is read as it came: inputs set right, the workbook as it was, another command."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from packaging.requirements import Requirement

from kinerja.cli import main
from kinerja.perjanjian.kembali.cek import DIJELASKAN, OK
from kinerja.perjanjian.kembali.temuan import PEMERIKSAAN, check_kembali
from kinerja.temuan import Temuan, Tingkat
from kinerja.terbit.pembuatan import OpsiTerbit, make_dask
from kinerja.terbit.penerbitan import name_workbook
from tests.alat.formulir_pulang import draw_isi, issue, type_isi
from tests.alat.pulang import draw_isian
from tests.alat.saran import expect_saran, follow, match_saran
from tests.buku_kembali import BARU, HASIL_BARU, Ubah, find, put, read, spoil
from tests.contoh import MEDAN_BARU, Isian, write_perjanjian

BETULKAN = "Lihat selnya, lalu betulkan isiannya."
LENGKAPI = "Lengkapi isiannya."
JELASKAN = "Tulis penjelasannya, atau betulkan isiannya."
TIDAK_DIUBAH = "Pakai buku yang lembar Cek-nya tidak diubah."
DI_TERBITAN = "Lihat bagian bawah lembar Cek buku yang diterbitkan."
LEMBAR = "Pakai buku yang lembarnya tidak dihapus atau diganti namanya."
IDENTITAS = "Pakai buku yang lembar Identitas-nya tidak diubah."
XLSX = "Pakai berkas .xlsx yang diterbitkan atau diisi."
FORMULIR = "Lihat isinya dengan kinerja tunjukkan, atau periksa dengan kinerja kumpul."
TRANTIBUM = "Trantibum: laporan dan penanganan setiap bulan terisi berpasangan"


def list_trantibum(folder: Path, laporan: int | None, ditangani: int | None) -> list[Temuan]:
    """What a workbook says of its reports, of which each month has so many."""
    isi: Isian = {
        "isian_trantibum_laporan": ((laporan,),) * 12,
        "isian_trantibum_ditangani": ((ditangani,),) * 12,
    }
    path = write_perjanjian(MEDAN_BARU, folder / "a.xlsx", isi=isi, responden=3)
    return [t for t in check_kembali(read(path), "x") if TRANTIBUM in t.pesan]


@follow(BETULKAN, LENGKAPI)
@pytest.mark.parametrize(
    ("kode", "umum", "laporan", "ditangani"), [("CK01", BETULKAN, 4, 5), ("CK02", LENGKAPI, None, None)]
)
def test_isian_yang_disebut_selnya_dibetulkan_atau_dilengkapi(
    kode: str, umum: str, laporan: int | None, ditangani: int | None, tmp_path: Path
) -> None:
    """The advice of the list in short, that of the sheet in full; both lead to the cell."""
    (jenis,) = (p.jenis for p in PEMERIKSAAN if p.jenis.kode == kode)
    (temuan,) = list_trantibum(tmp_path, laporan, ditangani)

    assert (kode, umum, "x, lembar Trantibum, sel C7") == (temuan.kode, jenis.saran, temuan.tempat)
    assert temuan.saran.startswith("Isi kedua kolom dengan bilangan bulat; yang ditangani tidak boleh melebihi laporan")
    assert [] == list_trantibum(tmp_path, 4, 4)
    assert OK in [b.hasil for b in read(tmp_path / "a.xlsx").cek.baris if TRANTIBUM in b.teks]


@follow(JELASKAN)
@pytest.mark.parametrize("betul", [(("F14", "Menurut SK nomor 7."),), (("D14", "OK"),)])
def test_yang_dijelaskan_diberi_penjelasan_atau_dibetulkan(betul: tuple[tuple[str, object], ...]) -> None:
    dasar = (("F6", "Penjelasan"), ("D22", 0), ("D14", DIJELASKAN))
    (temuan,) = find(spoil(put(*dasar)), "CK04")

    assert match_saran(JELASKAN, temuan.saran)
    assert [] == find(spoil(put(*dasar, *betul)), "CK01", "CK04", "CK06")


def drop_baris(buku: Workbook) -> None:
    buku["Cek"].delete_rows(14)


@follow(TIDAK_DIUBAH, DI_TERBITAN)
@pytest.mark.parametrize(
    ("kode", "saran", "ubah"),
    [
        ("CK07", TIDAK_DIUBAH, drop_baris),
        ("CK08", DI_TERBITAN, put(("D28", "gawat"))),
        ("CK08", DI_TERBITAN, put(("A25", None))),
    ],
)
def test_buku_yang_tidak_diubah_menyebut_semuanya(kode: str, saran: str, ubah: Ubah) -> None:
    """The issue of Medan Baru names seven findings on its data, the first on a total: read off its sheet."""
    assert saran == find(spoil(ubah), kode)[0].saran

    assert [] == find(BARU.read_bytes(), kode)
    assert HASIL_BARU == [b.hasil for b in read(BARU).cek.baris]
    assert ("PK01", Tingkat.GALAT) in [(t.kode, t.tingkat) for t in read(BARU).cek.temuan or ()]


def rename(buku: Workbook) -> None:
    buku["Cek"].title = "Cek lama"


def drop_identitas(buku: Workbook) -> None:
    for nama in [n for n in buku.defined_names if n.startswith("identitas_")]:
        del buku.defined_names[nama]


@follow(LEMBAR, IDENTITAS, XLSX)
@pytest.mark.parametrize(
    ("saran", "ubah"),
    [
        (LEMBAR, rename),
        (LEMBAR, lambda buku: buku.remove(buku["Cek"])),
        (TIDAK_DIUBAH, put(("D6", "Status"))),
        (IDENTITAS, put(("B4", "12.71"), lembar="Identitas")),
        (XLSX, drop_identitas),
    ],
)
def test_buku_yang_lembar_dan_namanya_utuh_terbaca(saran: str, ubah: Ubah) -> None:
    with expect_saran(saran):
        read(spoil(ubah))

    kembali = read(BARU)
    assert ("12.71.17 Medan Baru", 2024) == (kembali.identitas.sebutan, kembali.identitas.tahun)
    assert HASIL_BARU == [b.hasil for b in kembali.cek.baris]


@follow(FORMULIR)
def test_buku_dari_formulir_daerah_ditunjukkan_atau_dikumpulkan(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pk = draw_isian(7)[0]
    issue(folder_kerja / "hasil", pk)
    path = folder_kerja / "a.xlsx"
    path.write_bytes(type_isi((folder_kerja / "hasil" / name_workbook(pk)).read_bytes(), draw_isi(pk, 1, 2)))
    with expect_saran(FORMULIR):
        read(path)

    assert 0 == main(["tunjukkan", str(path)])
    assert pk.indikator[0].nama in capsys.readouterr().out
    kode = main(["kumpul", "a.xlsx", "--terbit", "hasil"])
    keluaran = capsys.readouterr()
    assert (0, True) == (kode, "1 diterima" in keluaran.out + keluaran.err), keluaran


@follow("Jalankan: pip install {}")
def test_paket_yang_disarankan_ialah_yang_diperlukan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what is advised is installed, as here, the import that failed works."""
    with monkeypatch.context() as tanpa, pytest.raises(Exception, match="belum terpasang") as galat:
        tanpa.setitem(sys.modules, "joblib", None)
        next(make_dask([MEDAN_BARU], OpsiTerbit(), alamat="tcp://127.0.0.1:1"))
    saran = getattr(galat.value, "saran", "")
    paket = [Requirement(satu) for satu in saran.removeprefix("Jalankan: pip install ").strip('"').split('" "')]

    assert {"dask", "joblib"} == {p.name for p in paket}
    assert all(p.specifier.contains(version(p.name)) for p in paket)
    with expect_saran("Periksa alamatnya."):
        next(make_dask([MEDAN_BARU], OpsiTerbit(), alamat="bukan alamat"))
