"""Text measure: no row may be too low for its text, by the widths of the real font and by LibreOffice's own fitting."""

import random
import re
import zipfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Buku, Gaya, Lembar, Sel
from kinerja.workbook.ukuran import TABEL, row_height, split_paragraf, text_width
from tests.alat.libreoffice import convert

BIASA, TEBAL = ({int(lebar): deret for lebar, deret in TABEL[nama].items()} for nama in ("biasa", "tebal"))
HURUF = Path("/usr/share/fonts/truetype/liberation")
KALIMAT = (
    "Meningkatnya kualitas pelayanan publik di kecamatan, persentase (%) sub-bagian akuntabilitas 29.432.849.010 "
    "Rp WWWW iiii IKM/SAKIP “pemberdayaan” masyarakat – ketenteraman dan ketertiban-umum"
)
KATA = KALIMAT.split()
UKURAN = (8.0, 9.0, 10.0, 11.0, 12.0, 14.0, 16.0)
LEBAR = (8.0, 12.0, 20.0, 33.0, 60.0, 90.0)

teks = st.lists(st.sampled_from([*KATA, "\n", "  ", "x" * 300]), max_size=400).map(" ".join)


@pytest.mark.parametrize(
    ("tabel", "berkas"), [(BIASA, "LiberationSans-Regular.ttf"), (TEBAL, "LiberationSans-Bold.ttf")]
)
def test_lebar_huruf_sama_dengan_fon_semetrik_arial(tabel: dict[int, str], berkas: str) -> None:
    fon = TTFont(HURUF / berkas)
    peta, lebar, satuan = fon.getBestCmap(), fon["hmtx"], fon["head"].unitsPerEm

    for angka, deret in tabel.items():
        for huruf in deret:
            seribu = lebar[peta[ord(huruf)]][0] * 1000 / satuan
            assert 0 <= angka - seribu < 1, huruf


@pytest.mark.parametrize("tabel", [BIASA, TEBAL])
def test_tabel_memuat_ascii_latin_dan_tanda_yang_dipakai_sekali_saja(tabel: dict[int, str]) -> None:
    deret = "".join(tabel.values())

    assert len(deret) == len(set(deret))
    assert set(map(chr, [*range(32, 127), *range(160, 256)])) | set("–—≥≤×÷“”‘’…•€") <= set(deret)


def test_tinggi_satu_baris_arial_11_adalah_tinggi_baku() -> None:
    assert row_height("Camat", (20,)) == 15.0


def test_tinggi_baris_arial_10_11_dan_12_sama_dengan_excel() -> None:
    # Excel's automatic heights for one line, 12.75, 14.25 and 15.75 points, show per line in two lines more.
    beda = [row_height("a\nb\nc\nd", (20,), n) - row_height("a\nb", (20,), n) for n in (10, 11, 12)]

    assert beda == [25.5, 28.5, 31.5]


def test_baris_kosong_di_akhir_dan_di_tengah_dihitung() -> None:
    assert row_height("a\n\nb\n", (20,)) == row_height("a\nb\nc\nd", (20,))


def test_kata_yang_lebih_lebar_dari_kolom_dipecah_dalam_beberapa_baris() -> None:
    # 100 letters of 500/1000 em at 11 points are 550 points; the column gives 10 * 8 + 5 pixels less the edges.
    assert row_height("c" * 100, (10,)) >= 14.25 * 550 / 63.75


@given(teks, st.sampled_from(LEBAR), st.sampled_from(UKURAN), st.booleans())
def test_potongan_alinea_memuat_seluruh_teks_dan_masing_masing_muat(
    isi: str, lebar: float, ukuran: float, tebal: bool
) -> None:
    potongan = split_paragraf(isi, (lebar,), ukuran, tebal)

    assert re.sub(r"\s", "", "".join(potongan)) == re.sub(r"\s", "", isi)
    assert all(15 <= row_height(satu, (lebar,), ukuran, tebal) <= 409 for satu in potongan)


@given(teks, st.sampled_from(LEBAR), st.integers(1, 5))
def test_indentasi_tidak_pernah_mengurangi_tinggi(isi: str, lebar: float, indentasi: int) -> None:
    biasa, menjorok = split_paragraf(isi, (lebar,)), split_paragraf(isi, (lebar,), indentasi=indentasi)

    assert len(menjorok) >= len(biasa)


def test_teks_yang_tidak_muat_di_satu_baris_ditolak_dengan_jalan_keluar() -> None:
    with pytest.raises(DataError, match=r"tidak muat di satu sel. Pecah menjadi beberapa sel."):
        row_height("a\n" * 40, (20,))


def test_huruf_tebal_dan_besar_lebih_lebar() -> None:
    assert text_width("kecamatan") < text_width("kecamatan", tebal=True) < text_width("kecamatan", 12, True)


def test_tinggi_tidak_pernah_kurang_dari_yang_dipakai_libreoffice(tmp_path: Path) -> None:
    acak = random.Random(88)
    gaya = {f"{n:g}{tebal}": Gaya(ukuran=n, tebal=tebal, lipat=True) for n in UKURAN for tebal in (False, True)}
    sel: list[Sel] = []
    tinggi: list[float] = []
    while len(sel) < 240:
        ukuran, tebal, kolom = acak.choice(UKURAN), acak.random() < 0.4, len(sel) % len(LEBAR)
        isi = acak.choice([" ", " ", "\n"]).join(acak.choices(KATA, k=acak.randint(1, 30)))
        isi = split_paragraf(isi, (LEBAR[kolom],), ukuran, tebal)[0]
        tinggi.append(row_height(isi, (LEBAR[kolom],), ukuran, tebal))
        sel.append(Sel(len(sel), kolom, isi, f"{ukuran:g}{tebal}"))
    path = tmp_path / "tinggi.xlsx"
    write_workbook(Buku("Tinggi", (Lembar("A", LEBAR, tuple(sel)),), gaya, (), (2024, 1, 31)), path)

    optimal = fit_rows(path)

    assert [b + 1 for b, poin in enumerate(tinggi) if poin < optimal[b + 1] - 0.01] == []
    # Not wastefully high either: a third more on average would show as holes on the printed page.
    assert sum(tinggi) < 1.33 * sum(optimal.values())


def fit_rows(path: Path) -> dict[int, float]:
    """Row number -> the height, in points, that LibreOffice finds best.

    It keeps the heights of xlsx files, but fits rows of its own format that are marked optimal and give none.
    """
    with convert([path], "fods", "fods", "en-US") as hasil:
        isi = hasil[path].read_text("utf-8")
    isi = re.sub(r' style:row-height="[^"]*"', "", isi)
    fods = path.with_suffix(".fods")
    fods.write_text(isi.replace('optimal-row-height="false"', 'optimal-row-height="true"'), "utf-8")
    with (
        convert([fods], "xlsx:Calc MS Excel 2007 XML", "xlsx", "en-US") as hasil,
        zipfile.ZipFile(hasil[fods]) as arsip,
    ):
        lembar = arsip.read("xl/worksheets/sheet1.xml").decode()
    return {int(b): float(poin) for b, poin in re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)"', lembar)}
