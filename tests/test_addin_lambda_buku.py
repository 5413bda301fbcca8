"""fungsi-kinerja.xlsx: sound, spelled as Excel spells, free to be copied, and of the law of its day."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from addin.build.rumus import BERTEKS, NAMA_BERKAS, build_rumus, make_isi, update_dok
from addin.daftar import DAFTAR
from addin.rumus_argumen import TanpaRumusError
from addin.rumus_biasa import RUMUS
from addin.rumus_kata import show_ketikan
from addin.rumus_lambda import TANPA, list_bernama, write_lambda
from addin.spec import HARI_CONTOH
from kinerja.cli import main
from kinerja.errors import DataError
from kinerja.workbook.larik import Larik, RumusBernama
from kinerja.workbook.layout import Buku, Lembar
from kinerja.workbook.writer import render_workbook
from tests.alat.addin import pada_hari
from tests.alat.berkas import UTAMA, read_cached, read_formulas, read_part
from tests.alat.bernama import spell_formulon
from tests.alat.hukum import HUKUM_2027, enact
from tests.alat.lint import lint
from tests.alat.mesin import compare, recalc_formulon, recalc_ironcalc
from tests.alat.program import AKAR
from tests.alat.validator import validate
from tests.soal_rumus import BARU
from workbook_templates.fungsi_excel import build_fungsi_excel
from workbook_templates.gaya import GAYA


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pada_hari(HARI_CONTOH):
        return build_rumus(tmp_path_factory.mktemp("rumus"))


def list_nama(path: Path) -> list[etree._Element]:
    return list(etree.fromstring(read_part(path, "xl/workbook.xml").encode()).iter(f"{UTAMA}definedName"))


def test_setiap_fungsi_menjadi_nama_atau_punya_sebab() -> None:
    bernama = {satu.fungsi.nama for satu in list_bernama(pada=HARI_CONTOH)}

    assert bernama | set(TANPA) == set(DAFTAR)
    assert bernama & set(TANPA) == set()
    assert set(RUMUS) < bernama
    with pytest.raises(TanpaRumusError, match="bahasa program"):
        write_lambda("RUPIAH_TEKS", pada=HARI_CONTOH)


def test_berkasnya_sehat_dan_nilainya_hasil_hitungan(buku: Path) -> None:
    assert [] == lint(buku)
    assert {buku: []} == validate([buku])
    assert [] == compare(buku, ironcalc=recalc_ironcalc(buku))
    contoh = len(read_formulas(buku))
    assert len(DAFTAR) - len(TANPA) <= contoh <= 2 * len(DAFTAR)


def test_formulon_sepakat_bila_yang_opsional_dieja_dengan_caranya(tmp_path: Path) -> None:
    rencana = build_fungsi_excel(make_isi(HARI_CONTOH))
    nama = tuple(RumusBernama(x.nama, spell_formulon(x.rumus), x.uraian) for x in rencana.rumus)
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        render_workbook(Buku(rencana.judul, rencana.lembar, GAYA, (), (2024, 1, 1), rumus=nama, bebas=True))
    )

    assert [] == compare(path, formulon=recalc_formulon(path))


def test_setiap_nama_dipanggil_di_lembar_fungsi_agar_ikut_tersalin(buku: Path) -> None:
    rumus = [isi for (lembar, _), isi in read_formulas(buku).items() if lembar == "Fungsi"]
    nama = {satu.get("name") for satu in list_nama(buku)} - {"_xlnm.Print_Titles"}

    assert nama == {satu.fungsi.nama for satu in list_bernama(pada=HARI_CONTOH)}
    assert nama == {re.match(r"[A-Z_]+", isi)[0] for isi in rumus}  # type: ignore[index]
    assert not any("!" in isi for isi in rumus)


def test_tidak_ada_yang_terkunci(buku: Path) -> None:
    assert "Protection" not in read_part(buku, "xl/workbook.xml")
    for nomor in (1, 2):
        assert "sheetProtection" not in read_part(buku, f"xl/worksheets/sheet{nomor}.xml")


def test_nama_panjang_dan_komentarnya_menurut_batas_excel(buku: Path) -> None:
    for satu in list_nama(buku):
        if satu.get("name").startswith("_xlnm"):
            continue
        rumus, uraian = satu.text, satu.get("comment")
        assert len(satu.get("name")) <= 255 and len(rumus) < 8192 and 20 < len(uraian) <= 255
        assert rumus.startswith("_xlfn.LAMBDA(") and "[" not in rumus and "_xlop." not in rumus.partition(",IF(")[2]
    assert "Batas" not in DAFTAR["SKM_MUTU"].at(HARI_CONTOH).uraian


def test_parameternya_bernama_seperti_dalam_deklarasi() -> None:
    for satu in list_bernama(pada=HARI_CONTOH):
        args = [arg.nama if arg.wajib else f"[{arg.nama}]" for arg in satu.fungsi.args]
        assert show_ketikan(satu.rumus).startswith(f"LAMBDA({','.join(args)}")
        assert satu.bantuan.startswith(satu.fungsi.uraian)
    assert "target teks" in next(x.bantuan for x in list_bernama(pada=HARI_CONTOH) if x.fungsi.nama == "PERSEN_CAPAIAN")


def test_keterangan_tidak_menawarkan_yang_ditolak_rumusnya() -> None:
    """A text in quotes only where a text is taken; a target of other shapes nowhere; one sentence on the version."""
    isi = make_isi(HARI_CONTOH)
    semua = {satu.fungsi.nama: satu for satu in list_bernama(pada=HARI_CONTOH)}
    baris = {satu.tanda.partition("(")[0]: satu for satu in isi.fungsi}
    capaian = f"{baris['PERSEN_CAPAIAN'].argumen} {semua['PERSEN_CAPAIAN'].fungsi.uraian}"

    assert [] == [a.nama for s in semua.values() for a in s.fungsi.args if '"' in a.bantuan and a.jenis not in BERTEKS]
    assert [] == re.findall("80-90|>=|<=|1:3|rentang|satu sisi|perbandingan", capaian)
    assert "berupa angka, dua desimal;" in semua["PERSEN_CAPAIAN"].fungsi.uraian
    assert "Versi kinerja yang membuat buku kerja ini." == baris["KINERJA_VERSI"].guna
    assert "Versi kinerja yang membuat buku kerja ini." == semua["KINERJA_VERSI"].bantuan


def test_sel_larik_ditandai_dinamis(buku: Path) -> None:
    lembar = etree.fromstring(read_part(buku, "xl/worksheets/sheet1.xml").encode())
    rumus = list(lembar.iter(f"{UTAMA}f"))
    luas = {f.text: f.get("ref") for f in rumus if ":" in f.get("ref")}

    assert {("array", "1")} == {(f.get("t"), f.getparent().get("cm")) for f in rumus}
    assert set(luas) == {"SAKIP_PREDIKAT()", *(f for f in luas if f.startswith(("SKM_NRR(", "SAKIP_", "PERSEN_CAP")))}
    assert len(luas) == 4
    assert 'name="XLDAPR"' in read_part(buku, "xl/metadata.xml")
    assert read_cached(buku)["Fungsi", "E9"] == "Baik"


def test_hukum_2027_mengalir_ke_nama_contoh_dan_lembarnya(tmp_path: Path) -> None:
    with enact(HUKUM_2027), pada_hari(BARU):
        path = build_rumus(tmp_path)

    teks = read_part(path, "xl/sharedStrings.xml")
    assert [] == [*lint(path), *validate([path])[path], *compare(path, ironcalc=recalc_ironcalc(path))]
    assert "SAKIP_NILAI(25,25,50)" in read_formulas(path).values()
    assert "01-06-2027" in teks and "Peraturan Contoh 1/2027" in teks
    assert "turun_selisih" not in "".join(satu.text for satu in list_nama(path))


def test_fungsi_yang_sama_memberi_berkas_yang_sama(buku: Path, tmp_path: Path) -> None:
    with pada_hari(HARI_CONTOH):
        assert buku.read_bytes() == build_rumus(tmp_path).read_bytes()


def test_buku_senama_yang_sudah_dikerjakan_orang_tidak_hilang(buku: Path, tmp_path: Path) -> None:
    with pada_hari(HARI_CONTOH):
        path = build_rumus(tmp_path)
        build_rumus(tmp_path)
        assert [path] == list(tmp_path.iterdir())
        path.write_bytes(b"sudah dikerjakan")
        build_rumus(tmp_path)

    (lama,) = (tmp_path / "lama").iterdir()
    assert (b"sudah dikerjakan", buku.read_bytes()) == (lama.read_bytes(), path.read_bytes())


def test_perintah_membangunnya_dan_menyebut_langkah_berikutnya(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["addin", "bangun", "--untuk", "excel-rumus", "--keluar", str(tmp_path)]) == 0

    keluar = capsys.readouterr()
    assert keluar.out.strip() == str(tmp_path / NAMA_BERKAS)
    assert "salin lembar Fungsi" in keluar.err


def test_tabel_di_dokumen_sama_dengan_deklarasi() -> None:
    """After a change: python -m addin.build.rumus"""
    dok = (AKAR / "docs" / "excel-rumus.md").read_text("utf-8")

    assert dok == update_dok(dok)
    assert dok.count("| ya |") == len(DAFTAR) - len(TANPA)


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({"rumus": (RumusBernama("A1", "1"),)}, "alamat sel"),
        ({"rumus": (RumusBernama("A_B", "1"), RumusBernama("a_b", "2"))}, "dua kali"),
        ({"rumus": (RumusBernama("A_B", "1", "x" * 256),)}, "Uraian nama"),
        ({"rumus": (RumusBernama("A_B", "x" * 8192),)}, "Rumus kosong"),
        ({"larik": (Larik("L", 0, 0, "=A_B", ((1,),), "sel"),)}, "Rumus kosong"),
        ({"larik": (Larik("M", 0, 0, "A_B", ((1,),), "sel"),)}, "Tidak ada lembar M"),
        ({"larik": (Larik("L", 0, 0, "A", ((1,),), "sel"),) * 2}, "tempat yang sama"),
    ],
)
def test_rencana_yang_tidak_dapat_ditulis_ditolak(lain: dict[str, object], pesan: str) -> None:
    isi: dict[str, object] = {
        "judul": "x",
        "lembar": (Lembar("L", (9,)),),
        "gaya": GAYA,
        "nama": (),
        "tanggal": (2024, 1, 1),
    }
    with pytest.raises(DataError, match=pesan):
        render_workbook(Buku(**isi | lain))  # type: ignore[arg-type]
