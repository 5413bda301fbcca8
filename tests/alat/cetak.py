"""The printed page: to PDF with LibreOffice, then look for text that is lost, cut off or printed over."""

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from tests.alat.berkas import Sel, read_printed_texts
from tests.alat.libreoffice import Lokal, convert
from tests.alat.program import find, run

BURUK = re.compile(r"#{2,}|#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|Err:\d+")

TINGGI_POIN = 1.3008
"""Height of pdftotext's box of a word in Liberation Sans, in its points (measured from 8 to 20 points)."""
DPI = 144
BEDA = 60
"""Least difference of grey (of 255) between ink and ground."""

# Parts of a word's box (left, right, top, bottom), each of which must bear ink. In Liberation Sans and Serif and in
# Carlito the small letters stand between 0.36 and 0.70 of the height of pdftotext's box.
BIDANG = ((0, 0.25, 0.1, 0.9), (0.75, 1, 0.1, 0.9), (0, 1, 0.38, 0.5), (0, 1, 0.6, 0.7))


@dataclass(frozen=True, slots=True)
class Kata:
    """One word on a page; the box is in points from the top left corner."""

    teks: str
    kiri: float
    atas: float
    kanan: float
    bawah: float

    @property
    def poin(self) -> float:
        """Size of the letters in points."""
        return (self.bawah - self.atas) / TINGGI_POIN


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page: size in points (F4: 612 x 936, A4: 595 x 842) and its words in reading order."""

    lebar: float
    tinggi: float
    kata: tuple[Kata, ...]

    @property
    def teks(self) -> str:
        """All words, one blank between them."""
        return " ".join(k.teks for k in self.kata)


@dataclass(frozen=True, slots=True)
class Cela:
    """Something wrong in print: the page (from 1) and the words concerned."""

    halaman: int
    kata: str


def to_pdf(paths: Iterable[Path], folder: Path, lokal: Lokal = "id-ID") -> dict[Path, Path]:
    """Print workbooks to PDF files in `folder` (0.5 s a file, and 1 s to start)."""
    hasil: dict[Path, Path] = {}
    with convert(list(paths), "pdf:calc_pdf_Export", "pdf", lokal) as keluaran:
        for nomor, (path, pdf) in enumerate(keluaran.items(), 1):
            hasil[path] = Path(shutil.copyfile(pdf, folder / f"{nomor:03d}-{path.stem}.pdf"))
    return hasil


def pages(pdf: Path) -> list[Halaman]:
    """The pages with their words; each file is read once."""
    return list(_read_pages(pdf, pdf.stat().st_mtime_ns))


@lru_cache(maxsize=16)
def _read_pages(pdf: Path, _sejak: int) -> tuple[Halaman, ...]:
    xml = run([find("pdftotext", "poppler-utils"), "-bbox", str(pdf), "-"], detik=60)
    # Text may hold control characters, which XML forbids.
    akar = etree.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml).encode(), etree.XMLParser(recover=True))
    return tuple(
        Halaman(
            float(h.get("width")),
            float(h.get("height")),
            tuple(
                Kata(k.text or "", *(float(k.get(sisi)) for sisi in ("xMin", "yMin", "xMax", "yMax")))
                for k in h.iterfind("{*}word")
            ),
        )
        for h in akar.iter("{*}page")
    )


def find_bad_text(pdf: Path) -> list[Cela]:
    """Figures that do not fit (###) and error values."""
    return [Cela(n, k.teks) for n, h in enumerate(pages(pdf), 1) for k in h.kata if BURUK.search(k.teks)]


def overlaps(pdf: Path) -> list[Cela]:
    """Words that are printed over each other: a row too low, a column too narrow."""
    return [Cela(n, f"{a.teks} / {b.teks}") for n, h in enumerate(pages(pdf), 1) for a, b in _overlapping(h)]


def find_holes(halaman: Halaman, baris: float = 3) -> list[Cela]:
    """Words below which the page is blank for more than so many lines, though something follows.

    Over the signatures there is room for the pen: what follows a title in capitals, there, is a name.
    """
    badan = [k for k in halaman.kata if k.bawah < halaman.tinggi - 54 + 9]
    hasil = []
    tepi = sorted({k.bawah for k in badan})
    for bawah in tepi:
        lanjut = [k.atas for k in badan if k.bawah > bawah]
        kata = next(k for k in badan if k.bawah == bawah)
        if lanjut and min(lanjut) - bawah > baris * kata.poin * 1.2 and not _is_pena(badan, bawah):
            hasil.append(Cela(0, kata.teks))
    return hasil


def _is_pena(kata: Iterable[Kata], bawah: float) -> bool:
    """Whether the line that ends here, or the one above, says who signs."""
    return any(k.teks == "Pihak" and bawah - 60 < k.bawah <= bawah + 1 for k in kata)


def _overlapping(halaman: Halaman) -> Iterator[tuple[Kata, Kata]]:
    kata = sorted(halaman.kata, key=lambda k: k.kiri)
    for nomor, a in enumerate(kata):
        for b in kata[nomor + 1 :]:
            if b.kiri > a.kanan:
                break
            lebar = min(a.kanan, b.kanan) - b.kiri
            tinggi = min(a.bawah, b.bawah) - max(a.atas, b.atas)
            # Boxes of lines set closely touch: only a third of the height counts.
            if lebar > 1 and tinggi > 0.35 * min(a.bawah - a.atas, b.bawah - b.atas):
                yield a, b


def to_png(pdf: Path, folder: Path, dpi: int = 100) -> list[Path]:
    """One PNG a page, to look at."""
    run([find("pdftoppm", "poppler-utils"), "-r", str(dpi), "-png", str(pdf), str(folder / pdf.stem)], detik=120)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


def missing(path: Path, pdf: Path) -> dict[str, list[Sel]]:
    """Words of the workbook that the PDF lacks, with the cells that hold them.

    LibreOffice leaves out what runs beyond a cell with a full neighbour, so that nothing overlaps there either.
    """
    tempat: dict[str, list[Sel]] = {}
    for sel, teks in read_printed_texts(path).items():
        for kata in teks.split():
            tempat.setdefault(kata, []).append(sel)
    ada = Counter(kata.teks for halaman in pages(pdf) for kata in halaman.kata)
    return {kata: sel for kata, sel in tempat.items() if ada[kata] < len(sel)}


def clipped(pdf: Path, halaman: range | None = None) -> list[Cela]:
    """Words that the PDF holds but that the paper does not show whole; of some pages (from 1), or of all.

    A cell cuts off what does not fit, pdftotext finds it all the same, and beside empty cells nothing overlaps.
    So the page is drawn: a word counts as cut when the left or right end of its box, or the upper or lower half of
    its small letters, bears no ink.
    """
    semua = pages(pdf)
    nomor = range(1, len(semua) + 1) if halaman is None else halaman
    with tempfile.TemporaryDirectory(prefix="kinerja-cetak-") as folder:
        batas = ["-f", str(nomor[0]), "-l", str(nomor[-1])]
        perintah = [
            find("pdftoppm", "poppler-utils"),
            "-r",
            str(DPI),
            "-gray",
            *batas,
            str(pdf),
            str(Path(folder) / "h"),
        ]
        run(perintah, detik=120)
        gambar = [_Gambar.read(berkas) for berkas in sorted(Path(folder).iterdir())]
    return [
        Cela(n, kata.teks)
        for n, lukisan in zip(nomor, gambar, strict=True)
        for kata in semua[n - 1].kata
        if any(map(str.isalnum, kata.teks)) and not lukisan.shows(kata)
    ]


@dataclass(frozen=True, slots=True)
class _Gambar:
    """A page drawn in grey, one byte a pixel, DPI pixels an inch."""

    lebar: int
    titik: memoryview

    @classmethod
    def read(cls, path: Path) -> "_Gambar":
        isi = path.read_bytes()
        kepala = re.match(rb"P5\s(\d+)\s\d+\s255\s", isi)
        assert kepala, path
        return cls(int(kepala[1]), memoryview(isi)[kepala.end() :])

    def shows(self, kata: Kata) -> bool:
        """Whether the word's ends and the halves of its small letters bear ink."""
        return all(self._ink(kata, *bidang) for bidang in BIDANG)

    def _ink(self, kata: Kata, kiri: float, kanan: float, atas: float, bawah: float) -> bool:
        """Whether a row of pixels in part of the word's box is not all of one grey (so a border is no ink)."""
        lebar, tinggi, skala = kata.kanan - kata.kiri, kata.bawah - kata.atas, DPI / 72
        x = max(0, int((kata.kiri + kiri * lebar) * skala) - 1)
        x2 = min(self.lebar, int((kata.kiri + kanan * lebar) * skala) + 2)
        for y in range(int((kata.atas + atas * tinggi) * skala), int((kata.atas + bawah * tinggi) * skala) + 1):
            baris = self.titik[y * self.lebar + x : y * self.lebar + x2]
            if baris and max(baris) - min(baris) > BEDA:
                return True
        return False
