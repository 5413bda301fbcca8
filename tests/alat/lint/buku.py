"""The workbook level: sheets, defined names, shared strings, charts, the calculation chain."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tests.alat.alamat import looks_like_cell
from tests.alat.berkas import UTAMA
from tests.alat.lint.bernama import check_lambda, is_lambda
from tests.alat.lint.cacat import Cacat, words
from tests.alat.lint.fungsi import SEMUA
from tests.alat.lint.model import Buku
from tests.alat.lint.rumus import Lingkup, check_formula
from tests.alat.lint.token import read_reference, tokenize

TEKS_TERPANJANG = 32_767
GRAFIK = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
URUTAN = words(
    """fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences
    definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing
    fileRecoveryPr webPublishObjects extLst"""
)
# Sheet-local names that Excel itself needs; any other is lost or broken when LibreOffice saves the file.
LOKAL_BOLEH = frozenset(["_xlnm.print_area", "_xlnm.print_titles", "_xlnm._filterdatabase"])


def check_book(buku: Buku) -> list[Cacat]:
    """Faults of the workbook part and of what belongs to no single sheet."""
    return [
        *_check_order(buku),
        *_check_sheets(buku),
        *_check_names(buku),
        *_check_strings(buku),
        *_check_charts(buku),
        *_check_chain(buku),
    ]


def check_order(akar: Iterable[Any], urutan: tuple[str, ...], tempat: str) -> Iterator[Cacat]:
    """Children must stand in the order of the schema; unknown ones are left to the schema validator."""
    ada = [e.tag.rpartition("}")[2] for e in akar]
    nomor = [urutan.index(a) for a in ada if a in urutan]
    if nomor != sorted(set(nomor)):
        yield Cacat("URUTAN_ELEMEN", tempat, f"urutan atau jumlah elemen salah: {' '.join(ada)}")


def _check_order(buku: Buku) -> Iterator[Cacat]:
    return check_order(buku.akar, URUTAN, "xl/workbook.xml")


def _check_sheets(buku: Buku) -> Iterator[Cacat]:
    elemen = list(buku.akar.iterfind(f"{UTAMA}sheets/{UTAMA}sheet"))
    nama = [e.get("name", "") for e in elemen]
    for n in nama:
        tepi = n.startswith("'") or n.endswith("'")
        if not 1 <= len(n) <= 31 or tepi or re.search(r"[\[\]:*?/\\]", n) or n.lower() == "history":
            yield Cacat("NAMA_LEMBAR", n, "1-31 aksara, tanpa [ ] : * ? / \\ atau ' di tepi, bukan History")
    for n, kali in Counter(n.lower() for n in nama).items():
        if kali > 1:
            yield Cacat("NAMA_LEMBAR_GANDA", n, "dua lembar bernama sama (huruf besar tidak dibedakan)")
    if len({e.get("sheetId") for e in elemen}) != len(elemen):
        yield Cacat("NOMOR_LEMBAR_GANDA", "xl/workbook.xml", "sheetId yang sama dipakai dua kali")
    tampak = [e.get("state", "visible") == "visible" for e in elemen]
    if not any(tampak):
        yield Cacat("SEMUA_TERSEMBUNYI", "xl/workbook.xml", "setidaknya satu lembar harus tampak")
    for tampilan in buku.akar.iterfind(f"{UTAMA}bookViews/{UTAMA}workbookView"):
        aktif = int(tampilan.get("activeTab", 0))
        if aktif >= len(tampak) or not tampak[aktif]:
            yield Cacat("LEMBAR_AKTIF", "xl/workbook.xml", f"activeTab {aktif} tidak ada atau tersembunyi")


def _check_names(buku: Buku) -> Iterator[Cacat]:
    ada: set[tuple[str, str | None]] = set()
    for d in buku.akar.iterfind(f"{UTAMA}definedNames/{UTAMA}definedName"):
        nama, acuan, lokal = d.get("name", ""), d.text or "", d.get("localSheetId")
        kunci = (nama.lower(), lokal)
        if kunci in ada:
            yield Cacat("NAMA_GANDA", nama, "nama dipakai dua kali (huruf besar tidak dibedakan)")
        ada.add(kunci)
        if lokal is not None and int(lokal) >= len(buku.akar.find(f"{UTAMA}sheets")):
            yield Cacat("NAMA_NOMOR", nama, f"localSheetId {lokal} tidak ada")
        if lokal is not None and nama.lower() not in LOKAL_BOLEH:
            yield Cacat("NAMA_LOKAL", nama, "nama hanya berlaku di satu lembar")
        if not acuan or "#REF!" in acuan:
            yield Cacat("NAMA_PUTUS", nama, f"menunjuk {acuan or 'ke tempat kosong'}")
        elif is_lambda(acuan):
            yield from _check_spelling(nama)
            yield from check_lambda(nama, acuan, d.get("comment", ""))
        elif not nama.startswith("_xlnm."):
            yield from _check_name(nama, acuan, buku)


def _check_spelling(nama: str) -> Iterator[Cacat]:
    if not re.fullmatch(r"(?:[^\W\d]|\\)[\w.\\?]*", nama) or len(nama) > 255:
        yield Cacat("NAMA_BURUK", nama, "nama diawali huruf atau _, tanpa spasi, paling panjang 255")
    elif looks_like_cell(nama):
        yield Cacat("NAMA_SEPERTI_SEL", nama, "Excel membacanya sebagai alamat sel")


def _check_name(nama: str, acuan: str, buku: Buku) -> Iterator[Cacat]:
    yield from _check_spelling(nama)
    if nama.upper() in SEMUA:
        yield Cacat("NAMA_SEPERTI_FUNGSI", nama, "nama sama dengan nama fungsi")
    yield from check_formula(acuan, f"nama {nama}", Lingkup(buku, None, rentang=True))
    try:
        rujukan = [read_reference(t.isi) for t in tokenize(acuan) if t.jenis == "rujuk"]
    except ValueError:
        return  # check_formula has told it
    if not all(r.mutlak for r in rujukan):
        yield Cacat("NAMA_RELATIF", nama, f"{acuan} bergeser menurut sel yang aktif; pakai $")


def _check_strings(buku: Buku) -> Iterator[Cacat]:
    for nomor, si in enumerate(buku.teks):
        yield from check_string(si, f"sharedStrings {nomor}")


def check_string(si: Any, tempat: str) -> Iterator[Cacat]:
    """Faults of a shared or inline string."""
    bagian = [t.text or "" for t in si.iter(f"{UTAMA}t")]
    if sum(map(len, bagian)) > TEKS_TERPANJANG:
        yield Cacat("TEKS_PANJANG", tempat, f"lebih dari {TEKS_TERPANJANG} aksara")
    for r in si.iter(f"{UTAMA}r"):
        if not r.findtext(f"{UTAMA}t"):
            yield Cacat("TEKS_KAYA_KOSONG", tempat, "bagian teks berformat yang kosong")


def _check_charts(buku: Buku) -> Iterator[Cacat]:
    for bagian, akar in buku.paket.xml.items():
        if bagian.startswith("xl/charts/chart"):
            for f in akar.iter(f"{GRAFIK}f"):
                yield from check_formula(f.text or "", bagian, Lingkup(buku, None, rentang=True))


def _check_chain(buku: Buku) -> Iterator[Cacat]:
    rantai = buku.paket.xml.get("xl/calcChain.xml")
    if rantai is None:
        return
    nomor = {e.get("sheetId"): e.get("name") for e in buku.akar.iterfind(f"{UTAMA}sheets/{UTAMA}sheet")}
    sekarang = ""
    for c in rantai:
        sekarang = c.get("i", sekarang)
        lembar = buku.sheet(nomor.get(sekarang, ""))
        sel = lembar.sel.get(c.get("r")) if lembar else None
        if sel is None or sel.find(f"{UTAMA}f") is None:
            yield Cacat("RANTAI_HITUNG", "xl/calcChain.xml", f"{c.get('r')} bukan rumus")
