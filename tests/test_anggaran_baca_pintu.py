"""What passes the door into a budget: errors refuse only where they are read, invisible letters go, nothing is cut."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

from kinerja.anggaran.baca import berkas as anggaran
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.errors import DataError
from tests.alat.lembar_xml import write_ods, write_xlsx
from tests.berkas_anggaran import write_csv

JUDUL = ["Kode", "Uraian", "Pagu", "Serapan (%)"]


def read(folder: Path, baris: list[list[object]]) -> TabelAnggaran:
    return read_anggaran(write_csv(folder / "dpa.csv", [JUDUL, *baris]), "dpa")


@pytest.mark.parametrize("galat", ["#DIV/0!", "#REF!", "#NAME?", "#N/A", "#VALUE!", "#NUM!", "Err:508", " #REF! "])
@pytest.mark.parametrize("kolom", [0, 1, 2])
def test_sel_galat_dalam_csv_ditolak_di_kode_nama_dan_jumlah(kolom: int, galat: str, tmp_path: Path) -> None:
    baris: list[object] = ["7.01.01", "A", "5", "1"]
    baris[kolom] = galat

    with pytest.raises(
        DataError, match=rf"^dpa\.csv, baris 2: Sel {'ABC'[kolom]}2 berisi {re.escape(galat.strip())}\."
    ):
        read(tmp_path, [baris])


def test_sel_galat_di_kolom_yang_tidak_dipakai_tidak_mengganggu(tmp_path: Path) -> None:
    assert [500] == read(tmp_path, [["7.01.01", "A", "5", "#DIV/0!"]]).isi["sen"].to_list()


@pytest.mark.parametrize("galat", ["t='e'><v>#DIV/0!</v>", "><f>1/0</f>"])
def test_sel_galat_dan_rumus_belum_dihitung_dalam_xlsx_ditolak_dengan_alamatnya(galat: str, tmp_path: Path) -> None:
    def row(nomor: int, *sel: str) -> str:
        isi = "".join(f'<c t="inlineStr"><is><t>{s}</t></is></c>' if "<" not in s else f"<c {s}</c>" for s in sel)
        return f'<row r="{nomor}">{isi}</row>'

    path = tmp_path / "a.xlsx"
    path.write_bytes(write_xlsx(row(1, "Kode", "Uraian", "Pagu") + row(2, "7.01.01", "A", galat)))

    with pytest.raises(DataError, match=r"^a\.xlsx, lembar DPA, baris 2: Sel C2 berisi (?:#DIV/0!|rumus yang belum)"):
        read_anggaran(path, "dpa")


def test_sel_galat_dalam_ods_ditolak_bukan_menjadi_kosong(tmp_path: Path) -> None:
    def row(*sel: str) -> str:
        return (
            "<table:table-row>"
            + "".join(f"<table:table-cell{s}</table:table-cell>" for s in sel)
            + "</table:table-row>"
        )

    def teks(isi: str) -> str:
        return f' office:value-type="string"><text:p>{isi}</text:p>'

    galat = ' table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
    isi = row(*map(teks, JUDUL[:3])) + row(teks("7.01.01"), teks("A"), galat)
    path = tmp_path / "a.ods"
    path.write_bytes(write_ods(f'<table:table table:name="DPA">{isi}</table:table>'))

    with pytest.raises(DataError, match=r"^a\.ods, lembar DPA, baris 2: Sel C2 berisi #DIV/0!"):
        read_anggaran(path, "dpa")


def test_huruf_yang_tidak_tampak_dihapus_dan_dikatakan(tmp_path: Path) -> None:
    tabel = read(tmp_path, [["7.01.\u200b01", "Kec.\u00a0Medan\u202e", "5", ""], ["7.01.02", "B", "6", ""]])

    assert ["7.01.01", "7.01.02"] == tabel.isi["kode"].to_list()
    assert "Kec. Medan" == tabel.isi["nama"][0]
    assert ("dpa.csv: karakter yang tidak tampak dihapus, contoh di baris 2.",) == tabel.catatan


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        (["7.01.01", "a\x07b", "5", ""], "Sel B2 berisi karakter terlarang U\\+0007"),
        (["7.01.01", "a\ufffe", "5", ""], "Sel B2 berisi karakter terlarang U\\+FFFE"),
        (["7.01.01", "x" * 2001, "5", ""], "Sel B2 berisi teks terlalu panjang: 2.001 karakter"),
        (["7" + ".01" * 24, "A", "5", ""], "Kode '7.01.*terlalu panjang"),
        (["7" * 81, "A", "5", ""], "Kode '777.*terlalu panjang"),
    ],
)
def test_nama_dan_kode_yang_tidak_mungkin_ditolak_dengan_tempatnya(
    baris: list[object], kata: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=rf"^dpa\.csv, baris 2: {kata}"):
        read(tmp_path, [baris])


def test_teks_panjang_di_kolom_lain_bukan_alasan_menolak(tmp_path: Path) -> None:
    assert [500] == read(tmp_path, [["7.01.01", "x" * 2000, "5", "y" * 30_000]]).isi["sen"].to_list()


ANEH: dict[str, list[object]] = {
    "kode berspasi": ["7.01.01 ", "A", "5"],
    "nama berspasi": ["7.01.01", " A ", "5"],
    "spasi ganda": ["7.01.01", "A  B", "5"],
    "spasi lebar": ["7.01.01", "A\u2003B", "5"],
    "baris baru Unicode": ["7.01.01", "A\u2028B", "5"],
    "tak tampak": ["7.01.01", "A\u200bB", "5"],
    "jumlah bertitik": ["7.01.01", "A", "1.500.000"],
    "jumlah negatif": ["7.01.01", "A", "(5)"],
    "tanpa kode": ["", "PROGRAM A", "5"],
    "jumlah": ["", "JUMLAH", "5"],
}


@pytest.mark.parametrize("sel", ANEH.values(), ids=ANEH)
def test_pembaca_menurut_kolom_memberi_hasil_pembaca_menurut_sel(
    sel: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baris = [[f"7.01.0{n}", f"PROGRAM {n}", "1000"] for n in range(2, 9)]
    path = write_csv(tmp_path / "dpa.csv", [JUDUL[:3], sel, *baris])
    biasa = read_anggaran(path, "dpa")
    monkeypatch.setattr(anggaran, "_CEPAT", 0)
    panjang = read_anggaran(path, "dpa")

    assert biasa.isi.equals(panjang.isi)
    assert biasa.total.equals(panjang.total)
    assert biasa.catatan == panjang.catatan


@pytest.mark.parametrize("akhiran", ["csv", "parquet"])
@pytest.mark.parametrize("nama", ["dpa[1]", "dpa*", "dpa?", "{dpa}", "~dpa"])
def test_tanda_dalam_nama_berkas_bukan_pola(
    nama: str, akhiran: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(nama: str, pagu: int) -> Path:
        path = tmp_path / f"{nama}.{akhiran}"
        bingkai = pl.DataFrame({"kode": ["7.01.01"], "nama": ["A"], "pagu": [pagu]})
        (bingkai.write_csv if akhiran == "csv" else bingkai.write_parquet)(path)
        return path

    path = write(nama, 5)
    for lain in ("dpa1", "dpaX", "dpa"):
        write(lain, 77)
    monkeypatch.setattr(anggaran, "_CEPAT", 0)

    assert [500] == read_anggaran(path, "dpa").isi["sen"].to_list()


def test_kecamatan_sebagai_angka_dalam_parquet_dibaca_sebagai_kode(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"Kecamatan": [127101.0], "Kode": ["7.01.01"], "Nama": ["A"], "Pagu": [5]}).write_parquet(path)

    assert ["127101"] == read_anggaran(path, "dpa").isi["kecamatan"].to_list()


def test_jenis_dikenal_dari_isi_bukan_dari_akhiran(tmp_path: Path) -> None:
    csv = write_csv(tmp_path / "dpa.csv", [JUDUL, ["7.01.01", "A", "5", ""]])
    salah = csv.rename(tmp_path / "dpa.xls")

    assert [500] == read_anggaran(salah, "dpa").isi["sen"].to_list()
