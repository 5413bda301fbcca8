"""The guide of one page: nothing from elsewhere, true words, one sheet of paper that can be read."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from addin.build.petunjuk import EXCEL
from addin.build.rilis.chromium import print_pdf
from addin.build.rilis.panduan import KIRIMAN, XLSTART, write_panduan
from addin.fungsi import KINERJA_ALASAN
from kinerja import __version__
from kinerja.errors import BerkasError
from tests.alat.addin import pada_hari
from tests.alat.cetak import clipped, overlaps, pages

HTML, PDF = "panduan.html", "panduan.pdf"
TINGGI_CHROMIUM = 1.117
"""Height of pdftotext's box of a word of one point that Chromium prints in Liberation Sans: ascent and descent."""
TIDAK_TAMPAK = ("style", "title")
TOMBOL = (
    "Properti (Properties)",
    "Umum (General)",
    "Buka blokir (Unblock)",
    "Ekstrak Semua (Extract All)",
    "Tambah (Add)",
    "Pindahkan atau Salin (Move or Copy)",
    "Buat salinan (Create a copy)",
    "Tempel Khusus – Nilai (Paste Special, Values)",
)


@pytest.fixture(scope="module")
def pohon(rilis: Path) -> etree._Element:
    return etree.fromstring((rilis / HTML).read_bytes())


def read_kata(pohon: etree._Element) -> list[str]:
    """The words that are to be seen."""
    teks = [str(x) for x in pohon.xpath("//text()") if etree.QName(x.getparent()).localname not in TIDAK_TAMPAK]
    return " ".join(teks).split()


def test_halaman_utuh_dan_tidak_meminta_apa_pun_dari_luar(rilis: Path, pohon: etree._Element) -> None:
    teks = (rilis / HTML).read_text("utf-8")
    ruang = "http://www.w3.org/2000/svg"

    assert "id" == pohon.get("lang")
    assert [] == pohon.xpath("//@src | //@href | //@*[local-name()='href'] | //script | //link")
    assert {ruang} == set(re.findall(r"https?://[^\"' <]+", teks))
    assert [] == re.findall(r"url\(|@import|\{\{|\{%", teks)


def test_gambarnya_bagan_yang_bernama(pohon: etree._Element) -> None:
    gambar = [satu.get("aria-label") for satu in pohon.iter("{*}svg")]

    assert 5 == len(gambar)
    assert gambar == [satu for satu in gambar if satu.startswith("Gambar bagan: ")]


def test_langkah_dan_tombol_tersebut_dalam_dua_bahasa(pohon: etree._Element) -> None:
    teks = " ".join(read_kata(pohon))
    nama = [__version__, XLSTART, *(satu for satu, _, _ in KIRIMAN)]

    assert [*"12345"] == pohon.xpath("//h2/b/text()")
    assert [] == [satu for satu in (*TOMBOL, *nama) if satu not in teks]
    assert XLSTART in " ".join(EXCEL)
    assert "Buka blokir (Unblock)" in " ".join(EXCEL)


def test_hasilnya_dihitung_dan_yang_ditolak_memang_ditolak(rilis: Path) -> None:
    """66,5 is B by the table of 88/2021: above 60, up to 70."""
    teks = (rilis / HTML).read_text("utf-8")

    assert "=SAKIP_PREDIKAT(66,5) → B<" in teks
    assert "Hasilnya <b>B</b>" in teks
    assert "SAKIP_PREDIKAT&#34;;166,5)" in teks
    assert str(KINERJA_ALASAN("SAKIP_PREDIKAT", 166.5)).startswith("#NUM!")


def test_berkas_yang_disebut_memang_dibagikan(rilis: Path) -> None:
    assert [] == [nama for nama, _, _ in KIRIMAN if not (rilis / nama).is_file()]


def test_yang_sering_menghalangi_dikatakan(pohon: etree._Element) -> None:
    """What testers of the guide ran into: each with what to do about it, in the row or step where it shows."""
    baris = {str(tr[0].text): " ".join("".join(tr[1].itertext()).split()) for tr in pohon.iter("{*}tr")}
    (langkah,) = [
        " ".join("".join(p.itertext()).split()) for p in pohon.iter("{*}p") if "File Explorer" in "".join(p.itertext())
    ]

    assert XLSTART.endswith(r"\Excel\XLSTART")
    assert rf"Tidak ditemukan? Ketik {XLSTART.removesuffix(chr(92) + 'XLSTART')}, buat folder XLSTART" in langkah
    assert "satu saja, tanpa kinerja (1).xlam di sampingnya" in langkah
    assert baris["Hasilnya #NUM! atau #VALUE!"].startswith("Excel bertitik desimal? Tulis 66.5.")
    assert "menjadi #NAME? bila dihitung ulang" in baris["Dibuka di komputer lain"]
    assert "dibekukan" in baris["WPS atau ponsel"]


def test_hari_pembuatan_tertulis() -> None:
    with pada_hari(date(2027, 3, 4)):
        assert f"kinerja {__version__}, dibuat 04-03-2027." in write_panduan()


def test_cetakannya_satu_halaman_a4_yang_terbaca(rilis: Path, pohon: etree._Element) -> None:
    (satu,) = pages(rilis / PDF)
    tertulis = "".join([*read_kata(pohon), *(f"{n}." for n, _ in enumerate(pohon.iter("{*}li"), 1))])

    assert (595, 842) == (round(satu.lebar), round(satu.tinggi))
    assert sorted(tertulis) == sorted(satu.teks.replace(" ", ""))
    assert 8 <= min((kata.bawah - kata.atas) / TINGGI_CHROMIUM for kata in satu.kata)
    assert [] == overlaps(rilis / PDF)
    assert [] == clipped(rilis / PDF)
    assert [] == [k.teks for k in satu.kata if k.bawah > satu.tinggi - 12 or k.kanan > satu.lebar - 12 or k.kiri < 12]


def test_cetakan_yang_tidak_jadi_adalah_galat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda nama: "/bin/true")
    with pytest.raises(BerkasError, match="tidak menghasilkan apa pun"):
        print_pdf(tmp_path / "a.html")
