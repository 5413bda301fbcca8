"""Advice on workbooks and their cells, followed."""

from __future__ import annotations

import io
import os
import shutil
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto import OfficeFile
from msoffcrypto.format.ooxml import OOXMLFile

from kinerja.anggaran.banding import reconcile
from kinerja.tabel import anak
from kinerja.tabel.anak import Batas
from kinerja.tabel.pintu import read_bita
from kinerja.terbit.keluaran import write_workbook
from tests.alat import libreoffice
from tests.alat.lembar_xml import write_ods
from tests.alat.lembar_xml import write_xlsx as write_mentah
from tests.alat.saran import expect_saran, follow
from tests.alat.xls import label, make_aliran, make_ole, number
from tests.berkas_anggaran import ENAM, new_sheet, read_kode, write_csv, write_xlsx
from tests.contoh import make_medan
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

ISI = [["kode", "nama", "pagu"], ["7.01.01", "Penunjang", 1500], ["7.01.04", "Trantib", 250]]
HARAP = {"7.01.01": Decimal(1500), "7.01.04": Decimal(250)}
JUDUL = "".join(f'<c t="inlineStr"><is><t>{t}</t></is></c>' for t in ("kode", "nama", "pagu"))
SANDI = "Buka dengan Excel atau LibreOffice, hapus sandinya, lalu simpan."
SIMPAN_XLSX = "Simpan sebagai .xlsx, atau pakai berkas yang diterbitkan."
SALIN = "Salin datanya ke buku kerja baru."
PAGU = "<c><v>1500</v></c>"
JAUH = "Hapus isi di luar tabel; tabel besar dibaca sebagai .csv."


def save(path: Path, isi: bytes) -> Path:
    path.write_bytes(isi)
    return path


def program(pagu: str, tambahan: str = "", buku: str = "", bagian: dict[str, bytes] | None = None) -> bytes:
    """A workbook of one programme whose amount is spelt so."""
    sel = '<c t="inlineStr"><is><t>7.01.01</t></is></c><c t="inlineStr"><is><t>Penunjang</t></is></c>'
    return write_mentah(f"<row>{JUDUL}</row><row>{sel}{pagu}</row>{tambahan}", buku=buku, bagian=bagian)


@follow("Betulkan rumus di sel itu.", "Ketik ulang isinya.")
@pytest.mark.parametrize(
    ("pagu", "saran"),
    [
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "Betulkan rumus di sel itu."),
        ("<c><v>1_500</v></c>", "Ketik ulang isinya."),
        ('<c t="d"><v>kemarin</v></c>', "Ketik ulang isinya."),
    ],
)
def test_sel_pagu_dibetulkan(pagu: str, saran: str, tmp_path: Path) -> None:
    path = save(tmp_path / "dpa.xlsx", program(pagu))
    with expect_saran(saran):
        read_kode(path)
    save(path, program("<c><f>750*2</f><v>1500</v></c>" if "rumus" in saran else PAGU))
    assert read_kode(path) == {"7.01.01": Decimal(1500)}


@follow("Minta lembar kerjanya (.xlsx) dari yang membuatnya; dari SIPD, unduh sebagai .xlsx atau .csv.")
@pytest.mark.parametrize("isi", [b"%PDF-1.7", b"\x89PNG\r\n"])
@pytest.mark.parametrize("akhiran", [".xlsx", ".csv"])
def test_cetakan_diganti_lembar_kerja_yang_diunduh(isi: bytes, akhiran: str, tmp_path: Path) -> None:
    """No program that opens these saves them as the table that they show."""
    with expect_saran("Minta lembar kerjanya (.xlsx) dari yang membuatnya; dari SIPD, unduh sebagai .xlsx atau .csv."):
        read_kode(save(tmp_path / "dpa.pdf", isi))

    write = write_xlsx if akhiran == ".xlsx" else write_csv
    assert read_kode(write(tmp_path / f"dpa{akhiran}", ISI)) == HARAP


@follow("Ketik ulang isinya.")
def test_sel_ods_diketik_ulang(tmp_path: Path) -> None:
    def write(pagu: str) -> Path:
        teks = ["kode", "nama", "pagu", "7.01.01", "Penunjang"]
        sel = [f'<table:table-cell office:value-type="string"><text:p>{t}</text:p></table:table-cell>' for t in teks]
        sel.append(f'<table:table-cell office:value-type="float" office:value="{pagu}"/>')
        baris = "".join(f"<table:table-row>{''.join(satu)}</table:table-row>" for satu in (sel[:3], sel[3:]))
        return save(tmp_path / "dpa.ods", write_ods(f'<table:table table:name="DPA">{baris}</table:table>'))

    path = write("INF")
    with expect_saran("Ketik ulang isinya."):
        read_kode(path)
    write("1500")
    assert read_kode(path) == {"7.01.01": Decimal(1500)}


@follow("Hapus karakter itu atau ketik ulang selnya.", "Persingkat menjadi paling banyak {} karakter.")
@pytest.mark.parametrize(
    ("sel", "saran", "betul"),
    [
        (["7.01.01\x07", "Penunjang"], "Hapus karakter itu atau ketik ulang selnya.", ["7.01.01", "Penunjang"]),
        (
            ["7.01.01", "Penunjang" * 300],
            "Persingkat menjadi paling banyak {} karakter.",
            ["7.01.01", ("Penunjang" * 300)[:2000]],
        ),
    ],
)
def test_isi_sel_dibersihkan_dan_dipendekkan(sel: list[str], saran: str, betul: list[str], tmp_path: Path) -> None:
    path = write_csv(tmp_path / "dpa.csv", [ISI[0], [*sel, "1500"], ISI[2]])
    with expect_saran(saran):
        read_kode(path)
    write_csv(path, [ISI[0], [*betul, "1500"], ISI[2]])
    assert read_kode(path) == HARAP


@follow(
    "Buka dengan Excel atau LibreOffice, lalu simpan ulang.",
    "Simpan sebagai .xlsx, atau pakai berkas yang diterbitkan.",
)
def test_disimpan_ulang_dengan_libreoffice(tmp_path: Path) -> None:
    """One call writes the workbook of ours as .ods, another writes both as .xlsx."""
    terisi = tmp_path / "buku.xlsx"
    isi = {"isian_anggaran_dpa": tuple((n,) for _, _, n in ENAM)}
    write_workbook(build_perjanjian(Bahan(make_medan(), isi, responden=10)), terisi)
    buku, _ = new_sheet([*ISI[:2], ["7.01.04", "Trantib", "=C2/6"]], "DPA")
    rumus = tmp_path / "rumus.xlsx"
    buku.save(rumus)
    with expect_saran("Buka dengan Excel atau LibreOffice, lalu simpan ulang."):
        read_kode(rumus)
    ods = tmp_path / "buku.ods"
    with libreoffice.convert([terisi], "ods", "ods", "id-ID") as hasil:
        shutil.copyfile(hasil[terisi], ods)
    with expect_saran(SIMPAN_XLSX):
        read_kode(ods)
    with libreoffice.convert([rumus, ods], "xlsx:Calc MS Excel 2007 XML", "xlsx", "id-ID") as hasil:
        assert read_kode(hasil[rumus]) == HARAP
        assert read_kode(hasil[ods]) == {kode: Decimal(n) for kode, _, n in ENAM}


@follow(SALIN, JAUH)
@pytest.mark.parametrize(
    ("isi", "saran"),
    [
        (program(PAGU, bagian={f"xl/media/{n}.png": b"" for n in range(4_001)}), SALIN),
        (program(PAGU, buku="<x>" * 101 + "</x>" * 101), SALIN),
        (program(PAGU, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), JAUH),
    ],
)
def test_tabelnya_saja_disalin_ke_buku_kerja_baru(isi: bytes, saran: str, tmp_path: Path) -> None:
    path = save(tmp_path / "dpa.xlsx", isi)
    with expect_saran(saran):
        read_kode(path)
    write_xlsx(path, ISI)
    assert read_kode(path) == HARAP


@follow(JAUH)
def test_tabel_besar_dibaca_sebagai_csv(tmp_path: Path) -> None:
    banyak = 210_000
    jauh = f'<row r="{banyak + 1}"><c r="J{banyak + 1}"><v>1</v></c></row>'
    besar = save(tmp_path / "dpa.xlsx", program(PAGU, jauh))
    with expect_saran(JAUH):
        read_kode(besar)
    judul = ["kode", "nama", "pagu", *(f"catatan {n}" for n in range(7))]
    semua = (
        [f"7.01.{1 + n % 90:02}.2.{1 + n // 90 % 90:02}.{n // 8100:04}", "Sub", 5, *[""] * 7] for n in range(banyak)
    )
    path = write_csv(tmp_path / "dpa.csv", [judul, *semua], ";")
    assert sum(n or 0 for n in read_kode(path).values()) == 5 * banyak


@follow("Salin tabelnya saja ke buku kerja baru.", "Salin tabelnya saja ke berkas baru.")
def test_berkas_yang_terlalu_besar_disalin_tabelnya(tmp_path: Path) -> None:
    sel = (
        label(0, 0, "kode") + label(0, 1, "pagu") + label(1, 0, "7.01.01") + number(1, 1, 1500) + number(65_000, 200, 1)
    )
    lama = save(tmp_path / "dpa.xls", make_ole(make_aliran([("DPA", 0, sel)])))
    with expect_saran("Salin tabelnya saja ke buku kerja baru."):
        read_kode(lama)
    besar = write_xlsx(tmp_path / "besar.xlsx", ISI)
    os.truncate(besar, 64_000_001)
    with expect_saran("Salin tabelnya saja ke berkas baru."):
        read_kode(besar)
    assert read_kode(write_xlsx(tmp_path / "baru.xlsx", ISI)) == HARAP


@follow(SANDI)
def test_sandi_dihapus(tmp_path: Path) -> None:
    polos = write_xlsx(tmp_path / "polos.xlsx", ISI)
    tersandi = tmp_path / "dpa.xlsx"
    with polos.open("rb") as masuk, tersandi.open("wb") as keluar:
        OOXMLFile(masuk).encrypt("rahasia", keluar)
    with expect_saran(SANDI):
        read_kode(tersandi)
    with tersandi.open("rb") as masuk:
        buku, wadah = OfficeFile(masuk), io.BytesIO()
        buku.load_key(password="rahasia")
        buku.decrypt(wadah)
    openpyxl.load_workbook(wadah).save(tersandi)
    assert read_kode(tersandi) == HARAP


@follow("Periksa pengiriman atau penyalinannya.")
def test_berkas_kosong_disalin_lagi(tmp_path: Path) -> None:
    asal = write_xlsx(tmp_path / "asal.xlsx", ISI)
    kosong = save(tmp_path / "dpa.xlsx", b"")
    with expect_saran("Periksa pengiriman atau penyalinannya."):
        read_kode(kosong)
    shutil.copyfile(asal, kosong)
    assert read_kode(kosong) == HARAP


@follow("Periksa nama berkasnya.", "Sebutkan sebuah berkas.")
def test_nama_dan_jenis_berkas_dibetulkan(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "dpa.csv", ISI)
    with expect_saran("Periksa nama berkasnya."):
        read_bita(Path(f"{path}\0"))
    with expect_saran("Sebutkan sebuah berkas."):
        read_bita(Path(os.devnull))
    assert read_kode(path) == HARAP


@follow("Simpan ulang sebagai .xlsx atau .csv, atau bagi menjadi beberapa berkas.")
def test_berkas_yang_terlalu_berat_disimpan_ulang_atau_dibagi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that four programmes exceed stands for the one that a huge file does."""

    def write(nama: str, baris: range) -> Path:
        sel = label(0, 0, "kode") + label(0, 1, "nama") + label(0, 2, "pagu")
        for r, n in enumerate(baris, start=1):
            sel += label(r, 0, f"7.01.{n:02}") + label(r, 1, "Program " + "x" * 200) + number(r, 2, 1000 * n)
        return save(tmp_path / nama, make_ole(make_aliran([("DPA", 0, sel)])))

    semula = Batas.from_ukuran
    monkeypatch.setattr(
        anak.Batas, "from_ukuran", lambda bita, sel=0: Batas(1, 60.0, 60.0) if bita > 6_000 else semula(bita, sel)
    )
    saran = "Simpan ulang sebagai .xlsx atau .csv, atau bagi menjadi beberapa berkas."
    isi = [ISI[0], *([f"7.01.{n:02}", "Program", 1000 * n] for n in range(1, 23))]
    harap = {f"7.01.{n:02}": Decimal(1000 * n) for n in range(1, 23)}
    berat = write("dpa.xls", range(1, 23))
    assert berat.stat().st_size > 6_000
    with expect_saran(saran):
        reconcile(write("pk.xls", range(1, 23)), berat)
    assert read_kode(write_xlsx(tmp_path / "dpa.xlsx", isi)) == harap
    assert read_kode(write_csv(tmp_path / "dpa.csv", isi)) == harap
    bagi = tmp_path / "bagi"
    bagi.mkdir()
    for nama, baris in (("bagi/1.xls", range(1, 12)), ("bagi/2.xls", range(12, 23))):
        assert write(nama, baris).stat().st_size <= 6_000
    assert read_kode(bagi) == harap
