"""One worksheet: order, rows, columns, cells, formulas, merges."""

import re
from collections.abc import Iterator
from typing import Any

from tests.alat.alamat import BARIS_AKHIR, KOLOM_AKHIR, box, cell_position, in_grid, overlap
from tests.alat.berkas import UTAMA
from tests.alat.lint.buku import check_order, check_string
from tests.alat.lint.cacat import Cacat, words
from tests.alat.lint.gaya import count, date_styles
from tests.alat.lint.hiasan import check_trimmings
from tests.alat.lint.model import Buku, Lembar
from tests.alat.lint.rumus import Lingkup, check_formula

TINGGI = 409.5
LEBAR = 255.0
URUTAN = words(
    """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
    scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
    dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks
    customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF
    picture oleObjects controls webPublishItems tableParts extLst"""
)
JENIS_SEL = frozenset(["n", "s", "str", "b", "e", "inlineStr"])


def check_sheet(buku: Buku, lembar: Lembar) -> list[Cacat]:
    """Faults of one worksheet, tables apart."""
    return [
        *_check_order(lembar),
        *_check_columns(lembar),
        *_check_rows(lembar),
        *_check_cells(buku, lembar),
        *_check_merges(lembar),
        *check_trimmings(buku, lembar),
    ]


def _check_order(lembar: Lembar) -> Iterator[Cacat]:
    # conditionalFormatting is the one element that may stand several times in a row.
    bersyarat = f"{UTAMA}conditionalFormatting"
    unik = [e for e in lembar.akar if e.tag != bersyarat or e.getprevious().tag != bersyarat]
    yield from check_order(unik, URUTAN, lembar.nama)


def _check_columns(lembar: Lembar) -> Iterator[Cacat]:
    lalu = 0
    for kolom in lembar.akar.iterfind(f"{UTAMA}cols/{UTAMA}col"):
        awal, akhir = int(kolom.get("min")), int(kolom.get("max"))
        if not lalu < awal <= akhir <= KOLOM_AKHIR:
            yield Cacat("KOLOM_URUTAN", lembar.nama, f"kolom {awal}-{akhir} bertumpang, terbalik, atau di luar")
        lalu = akhir
        if not 0 <= float(kolom.get("width", 0)) <= LEBAR:
            yield Cacat("KOLOM_LEBAR", lembar.nama, f"kolom {awal}: lebar {kolom.get('width')}, batasnya 255")


def _check_rows(lembar: Lembar) -> Iterator[Cacat]:
    baris_lalu = 0
    for baris in lembar.akar.iterfind(f"{UTAMA}sheetData/{UTAMA}row"):
        nomor = int(baris.get("r"))
        if not baris_lalu < nomor <= BARIS_AKHIR:
            yield Cacat("BARIS_URUTAN", f"{lembar.nama}!{nomor}", "baris ganda, tidak urut, atau di luar")
        baris_lalu = nomor
        if not 0 <= float(baris.get("ht", 0)) <= TINGGI:
            yield Cacat("BARIS_TINGGI", f"{lembar.nama}!{nomor}", f"tinggi {baris.get('ht')}, batasnya 409,5")
        kolom_lalu = 0
        for sel in baris:
            b, k = cell_position(sel.get("r"))
            if b != nomor or not kolom_lalu < k <= KOLOM_AKHIR:
                yield Cacat("SEL_URUTAN", f"{lembar.nama}!{sel.get('r')}", "sel ganda, tidak urut, atau di luar")
            kolom_lalu = k


def _check_cells(buku: Buku, lembar: Lembar) -> Iterator[Cacat]:
    xfs, tanggal = count(buku, "cellXfs"), date_styles(buku)
    lingkup = Lingkup(buku, lembar)
    for sel in lembar.akar.iterfind(f"{UTAMA}sheetData/{UTAMA}row/{UTAMA}c"):
        tempat = f"{lembar.nama}!{sel.get('r')}"
        gaya = int(sel.get("s", 0))
        if gaya >= xfs:
            yield Cacat("GAYA_NOMOR", tempat, f"gaya {gaya} tidak ada")
        yield from _check_value(sel, tempat, len(buku.teks), tanggal=gaya in tanggal)
        rumus = sel.find(f"{UTAMA}f")
        if rumus is not None:
            if rumus.get("t", "normal") != "normal" and not _is_dinamis(buku, sel, rumus):
                yield Cacat("RUMUS_LARIK", tempat, f"rumus berjenis {rumus.get('t')}")
            yield from check_formula(rumus.text or "", tempat, lingkup)


def _is_dinamis(buku: Buku, sel: Any, rumus: Any) -> bool:
    """Whether an array formula is a dynamic one that begins in its own cell; any other has braces in Excel."""
    meta = buku.paket.xml.get("xl/metadata.xml")
    banyak = 0 if meta is None else len(meta.findall(f"{UTAMA}cellMetadata/{UTAMA}bk"))
    dikenal = rumus.get("t") == "array" and 1 <= int(sel.get("cm", 0)) <= banyak
    return dikenal and rumus.get("ref", "").partition(":")[0] == sel.get("r")


def _check_value(sel: Any, tempat: str, banyak_teks: int, *, tanggal: bool) -> Iterator[Cacat]:
    jenis, isi = sel.get("t", "n"), sel.findtext(f"{UTAMA}v")
    # XlsxWriter stores an empty text as the result of a formula as <v></v> in a cell of no type: all read it so.
    kosong_boleh = isi is None or sel.find(f"{UTAMA}f") is not None
    if jenis not in JENIS_SEL:
        yield Cacat("SEL_JENIS", tempat, f"jenis sel {jenis} tidak dikenal")
    elif jenis == "s" and not (isi and isi.isdigit() and int(isi) < banyak_teks):
        yield Cacat("TEKS_NOMOR", tempat, f"teks bersama nomor {isi} tidak ada")
    elif jenis == "b" and isi not in ("0", "1"):
        yield Cacat("SEL_NILAI", tempat, f"nilai logika {isi!r}")
    elif jenis == "b" and sel.find(f"{UTAMA}f") is None:
        yield Cacat("LOGIKA_TETAP", tempat, "LibreOffice menyimpan nilai logika sebagai rumus TRUE()")
    elif jenis == "n" and isi and not re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", isi):
        yield Cacat("SEL_NILAI", tempat, f"{isi!r} bukan bilangan")
    elif jenis == "n" and not isi and not kosong_boleh:
        yield Cacat("SEL_NILAI", tempat, "bilangan kosong (NaN atau tak hingga)")
    elif jenis == "n" and isi and tanggal and float(isi) < 0:
        yield Cacat("TANGGAL_NEGATIF", tempat, f"tanggal {isi} sebelum 1900")
    for si in sel.iterfind(f"{UTAMA}is"):
        yield from check_string(si, tempat)


def _check_merges(lembar: Lembar) -> Iterator[Cacat]:
    acuan = [m.get("ref", "") for m in lembar.akar.iterfind(f"{UTAMA}mergeCells/{UTAMA}mergeCell")]
    gabungan = sorted((box(a), a) for a in acuan)
    for nomor, (kotak, a) in enumerate(gabungan):
        tempat = f"{lembar.nama}!{a}"
        if not in_grid(kotak):
            yield Cacat("LUAR_GRID", tempat, "sel gabungan di luar lembar kerja")
        if kotak[:2] == kotak[2:]:
            yield Cacat("GABUNG_SATU", tempat, "sel gabungan hanya satu sel")
        for lain, b in gabungan[nomor + 1 :]:
            if lain[0] > kotak[2]:
                break
            if overlap(kotak, lain):
                yield Cacat("GABUNG_TUMPANG", tempat, f"bertumpang dengan {b}")
