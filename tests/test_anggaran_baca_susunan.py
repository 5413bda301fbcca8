"""How rows stand in budget files: cells too many, tables below one another, totals, carry-overs, signatures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kinerja.anggaran.baca import berkas as anggaran
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.cepat import read_cepat
from kinerja.anggaran.banding import reconcile
from kinerja.errors import DataError
from tests.berkas_anggaran import ENAM, Petak, dots, read_kode, write_csv, write_xlsx

HARAP = {kode: Decimal(n) for kode, _, n in ENAM}
ISI: list[list[Any]] = [[kode, nama, n] for kode, nama, n in ENAM]
SEMUA = sum(n for *_, n in ENAM)
JUDUL = ["Kode", "Uraian", "Jumlah (Rp)"]
SELIP = r"baris {} berisi {} sel, judulnya {}; jumlah tidak diapit tanda kutip"


def write(path: Path, teks: str) -> Path:
    path.write_text(teks, encoding="utf-8")
    return path


class Berlebih(NamedTuple):
    """A csv whose row has more cells than its header: how many, and how many are titled."""

    judul: str
    baris: str
    sel: int
    lebar: int


BERLEBIH = (
    Berlebih("kode,nama,pagu", "7.01.04,Trantib,300.000.000,50", 4, 3),
    Berlebih("kode,nama,pagu", "7.01.04,Trantib,300,000,000.00", 5, 3),
    Berlebih("kode,nama,pagu,", "7.01.04,Trantib,300.000.000,50", 4, 3),
    Berlebih("kode,nama,pagu,keterangan", "7.01.04,Trantib,300.000.000,50,", 5, 4),
    Berlebih("kode,nama,pagu,keterangan", "7.01.04,Trantib,300.000.000,50,APBD", 5, 4),
    Berlebih("kode,pagu,nama", "7.01.04,300.000.000,50,Trantib", 4, 3),
)


@pytest.mark.parametrize("kasus", BERLEBIH)
@pytest.mark.parametrize("besar", [False, True])
def test_baris_csv_dengan_sel_berlebih_ditolak(
    kasus: Berlebih, besar: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.csv", f"{kasus.judul}\n{kasus.baris}\n")
    if besar:
        monkeypatch.setattr(anggaran, "_CEPAT", 0)

    with pytest.raises(DataError, match="(?i)" + SELIP.format(2, kasus.sel, kasus.lebar)):
        read_anggaran(path, "dpa")


def test_sel_berlebih_di_tengah_dan_di_baris_jumlah_ditolak(tmp_path: Path) -> None:
    awal = "kode,nama,pagu\n7.01.03,A,300000000\n"

    for ekor in ("7.01.04,B,200.000.000,50\n", ",Jumlah,300.000.000,50\n"):
        path = write(tmp_path / "a.csv", awal + ekor)
        assert read_cepat(path, "dpa", {}, parquet=False) is None
        with pytest.raises(DataError, match="(?i)" + SELIP.format(3, 4, 3)):
            read_anggaran(path, "dpa")


def test_pemisah_di_ujung_baris_dan_kolom_sisa_bukan_sel_berlebih(tmp_path: Path) -> None:
    harap = {"7.01.04": Decimal(300_000_000)}

    for teks in ("kode;nama;pagu\n7.01.04;A;300000000;;\n", "kode;pagu;%\n7.01.04;300000000;50\n"):
        assert read_kode(write(tmp_path / "a.csv", teks)) == harap


SKPD: dict[str, list[str | None]] = {
    "satu sel": ["SKPD : {}"],
    "kolom kode": [None, "SKPD : {}"],
    "tiga sel": ["SKPD", ":", "{}"],
    "berkode": ["Organisasi", ":", "7.01.0.00.0.00.17.0000 {}"],
    "dua sel": ["Nama SKPD :", "{}"],
}


def stack(bentuk: list[str | None], judul: list[list[str | None]], nomor: bool = False) -> list[list[object]]:
    """Two tables on one sheet, three programmes each."""
    hasil: list[list[object]] = []
    for nama, isi in (("Kecamatan Medan Baru", ISI[:3]), ("Kecamatan Medan Kota", ISI[3:])):
        kiri = [None] if len(judul[0]) == 4 else []
        hasil += [["DPA TAHUN ANGGARAN 2024"], [s.format(nama) if s else None for s in bentuk], []]
        hasil += [list(baris) for baris in judul]
        hasil += [list(range(1, len(judul[0]) + 1))] if nomor else []
        hasil += [[*kiri, *baris] for baris in isi]
        hasil += [[*kiri, "JUMLAH", None, sum(n for *_, n in isi)], [], ["Mengetahui", None, "Medan, 2 Januari 2024"]]
    return hasil


@pytest.mark.parametrize("judul", [[JUDUL], [["No", *JUDUL]], [[*JUDUL[:2], "Jumlah"], [None, None, "(Rp)"]]])
@pytest.mark.parametrize("bentuk", SKPD)
@pytest.mark.parametrize("nomor", [False, True])
def test_tabel_bertumpuk_masuk_ke_skpd_masing_masing(
    bentuk: str, judul: list[list[str | None]], nomor: bool, tmp_path: Path
) -> None:
    tabel = read_anggaran(write_xlsx(tmp_path / "a.xlsx", stack(SKPD[bentuk], judul, nomor)), "dpa")

    harap = [*[("Kecamatan Medan Baru", k) for k, *_ in ENAM[:3]], *[("Kecamatan Medan Kota", k) for k, *_ in ENAM[3:]]]
    assert list(tabel.isi.select("kecamatan", "kode").iter_rows()) == harap
    assert tabel.isi["sen"].sum() == SEMUA * 100
    assert tabel.total["kecamatan"].to_list() == ["Kecamatan Medan Baru", "Kecamatan Medan Kota"]


def test_baris_skpd_di_antara_program_tanpa_judul_berulang(tmp_path: Path) -> None:
    petak = [JUDUL, ["SKPD : Medan Baru"], *ISI[:3], ["SKPD", ":", "Medan Kota"], *ISI[3:]]
    isi = read_anggaran(write_xlsx(tmp_path / "a.xlsx", petak), "dpa").isi

    assert isi["kecamatan"].to_list() == ["Medan Baru"] * 3 + ["Medan Kota"] * 3
    assert isi["kode"].to_list() == list(HARAP)


def test_tabel_di_atas_judul_yang_lebih_lengkap_tidak_hilang(tmp_path: Path) -> None:
    petak = [JUDUL, *ISI[:3], ["SKPD : Medan Kota"], ["Kecamatan", *JUDUL], *(["Kota", *b] for b in ISI[3:])]

    with pytest.raises(DataError, match="baris 2: Di atas judul kolom yang terlengkap masih ada tabel lain"):
        read_anggaran(write_xlsx(tmp_path / "a.xlsx", petak), "dpa")


@pytest.mark.parametrize("antara", [["KECAMATAN MEDAN KOTA"], ["Tabel 2"]])
def test_tabel_kedua_yang_skpd_nya_tidak_terbaca_ditolak(antara: list[str], tmp_path: Path) -> None:
    petak = [["SKPD : Medan Baru"], JUDUL, *ISI[:3], ["JUMLAH", None, 1], antara, JUDUL, *ISI[3:]]

    with pytest.raises(DataError, match=rf"baris 8: Judul kolom berulang di bawah '{antara[0]}'; .*SKPD : nama"):
        read_anggaran(write_xlsx(tmp_path / "a.xlsx", petak), "dpa")


def test_tabel_kedua_dengan_susunan_atau_tahun_lain_ditolak(tmp_path: Path) -> None:
    atas = [["DPA TAHUN ANGGARAN 2024"], ["SKPD : Medan Baru"], ["No", *JUDUL], *([1, *b] for b in ISI[:3])]

    with pytest.raises(DataError, match="baris 8: Judul kolom kedua berbeda"):
        read_anggaran(write_xlsx(tmp_path / "a.xlsx", [*atas, ["SKPD : Medan Kota"], JUDUL, *ISI[3:]]), "dpa")
    bawah = [["DPA TAHUN ANGGARAN 2023"], ["SKPD : Medan Kota"], ["No", *JUDUL], *([1, *b] for b in ISI[3:])]
    with pytest.raises(DataError, match="beberapa tahun: 2023, 2024"):
        read_anggaran(write_xlsx(tmp_path / "a.xlsx", [*atas, *bawah]), "dpa")


def test_kepala_halaman_yang_berulang_tetap_skpd_yang_sama(tmp_path: Path) -> None:
    kepala = [["PEMERINTAH KOTA MEDAN"], ["Kecamatan Medan Baru"], JUDUL]
    petak = [*kepala, *ISI[:3], ["Halaman 2 dari 2"], *kepala, [1, 2, 3], *ISI[3:], ["JUMLAH", None, SEMUA]]

    assert read_kode(write_xlsx(tmp_path / "a.xlsx", petak)) == HARAP


@pytest.mark.parametrize(
    "petak",
    [
        [JUDUL, [None, None, None], ["1", "2", "3"], *ISI],
        [JUDUL, [], [1, 2, 3], *ISI],
        [JUDUL, [1, 2, 3], *ISI[:3], JUDUL, [1, 2, 3], *ISI[3:]],
        [JUDUL, *ISI[:3], [1, 2, 3], *ISI[3:]],
        [JUDUL, ["SKPD : Medan Baru"], ["(1)", "(2)", "(3)"], *ISI],
    ],
    ids=["sel gabungan", "baris kosong", "judul berulang", "ganti halaman", "di bawah skpd"],
)
def test_baris_nomor_kolom_bukan_program(petak: Petak, tmp_path: Path) -> None:
    assert read_kode(write_xlsx(tmp_path / "a.xlsx", petak)) == HARAP


def test_jumlah_tanpa_kode_dan_nama_tidak_hilang(tmp_path: Path) -> None:
    pk = write_csv(tmp_path / "pk.csv", [["kode", "nama", "pagu"], *ISI[:2]])
    dpa = write_csv(tmp_path / "dpa.csv", [["kode", "nama", "pagu"], ISI[0], ["", "", 75_000_000], ISI[1]])
    hasil = reconcile(pk, dpa)

    assert [(t.kode, t.dpa) for t in hasil.temuan if t.kode == "RK07"] == [("RK07", Decimal(75_000_000))]
    assert read_anggaran(dpa, "dpa").catatan == ("dpa.csv, baris 3: jumlah tanpa kode dan nama dianggap baris jumlah.",)


def test_jumlah_tanpa_kode_dan_nama_yang_sama_dengan_baris_di_atasnya_adalah_baris_jumlah(tmp_path: Path) -> None:
    pk = write_csv(tmp_path / "pk.csv", [["kode", "nama", "pagu"], *ISI])
    dpa = write_csv(tmp_path / "dpa.csv", [["kode", "nama", "pagu"], *ISI, ["", "", SEMUA]])

    assert [t for t in reconcile(pk, dpa).temuan if t.kode == "RK07"] == []
    assert read_anggaran(dpa, "dpa").total["sen"].to_list() == [SEMUA * 100]


TANDA_TANGAN = (
    "\n;;Medan, 2 Januari 2024\nMengetahui,;;Medan, 2 Januari 2024\n;Camat Medan Baru;2 Januari 2024\n"
    "NIP. 197001011990031001;;NIP. 19700101 199003 1 001\n;;197001011990031001\n"
)


@pytest.mark.parametrize("jumlah", [f"JUMLAH;;{SEMUA}\n", f";Jml.;{dots(SEMUA)}\n"])
def test_tanda_tangan_di_bawah_jumlah_diabaikan(jumlah: str, tmp_path: Path) -> None:
    baris = "".join(f"{k};{n};{dots(p)}\n" for k, n, p in ENAM)
    path = write(tmp_path / "a.csv", "kode;nama;pagu\n" + baris + jumlah + TANDA_TANGAN)

    assert read_kode(path) == HARAP
    assert read_anggaran(path, "dpa").total["sen"].to_list() == [SEMUA * 100]


def test_program_di_bawah_jumlah_tetap_terbaca(tmp_path: Path) -> None:
    petak = [JUDUL, *ISI[:5], ["JUMLAH", None, 1], ["Mengetahui", None, None], ISI[5], [None, "Lain", 5]]

    assert read_kode(write_xlsx(tmp_path / "a.xlsx", petak)) == {**HARAP, "Lain": Decimal(5)}


def test_jumlah_yang_tak_terbaca_di_bawah_kode_terakhir_tetap_ditolak(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="'300 juta' tidak terbaca"):
        read_anggaran(write_csv(tmp_path / "a.csv", [JUDUL, ISI[0], ["", "Lain", "300 juta"]], ";"), "dpa")


def test_pindahan_antarhalaman_bukan_program(tmp_path: Path) -> None:
    sebagian = sum(n for *_, n in ENAM[:3])
    petak = [
        ["kode", "nama", "pagu"], *ISI[:3], ["", "Dipindahkan ke halaman berikut", sebagian],
        ["", "Pindahan", sebagian], *ISI[3:], ["", "Jml", SEMUA],
    ]  # fmt: skip
    dpa = write_csv(tmp_path / "dpa.csv", petak)
    pk = write_csv(tmp_path / "pk.csv", [["kode", "nama", "pagu"], *ISI])

    assert read_kode(dpa) == HARAP
    assert [t.kode for t in reconcile(pk, dpa).temuan if t.kode == "RK07"] == []
