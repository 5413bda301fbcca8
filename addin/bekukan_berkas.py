"""Freeze a whole .xlsx: our calls become ordinary formulas or values, every other byte of every part stays.

The XML is edited as text, because a library that reads and writes the file would lose what it does not know.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from addin.bekukan import freeze_formula, has_call
from addin.ejaan import LAYANAN_CALC
from addin.fungsi import DAFTAR
from addin.rumus_biasa import TanpaRumusError
from kinerja.berkas import describe_oserror, write_atomic
from kinerja.errors import BerkasError

BYTE_TERBANYAK = 2 * 1024**3
"""Unpacked size that is still worked on."""

BAGIAN_RUMUS = re.compile(r"xl/(workbook|worksheets/[^/]+|tables/[^/]+)\.xml")
RANTAI = "xl/calcChain.xml"
SEL = re.compile(r"<((?:\w+:)?)c\b([^>]*[^/>]|)>(.*?)</\1c>", re.DOTALL)
RUMUS = re.compile(r"<((?:\w+:)?)f\b([^>]*?)(?:/>|>([^<]*)</\1f>)")
NILAI = re.compile(r"<((?:\w+:)?)v\b[^>]*?(?:/>|>([^<]*)</\1v>)")
RUMUS_LAIN = re.compile(
    r"((?:<(?:\w+:)?formula[12]>\s*)?"  # around the xm:f of newer validations
    r"<((?:\w+:)?(?:formula|formula1|formula2|definedName|calculatedColumnFormula|totalsRowFormula|f))\b[^>]*>)([^<]*)(</\2>)"
)
SEL_HABIS = re.compile(r"</(?:\w+:)?sheetData>")
NAMA_CALC = re.compile(rf'<definedName\b[^>]*\bname="{re.escape(LAYANAN_CALC)}\.[^>]*?(?:/>|></definedName>)', re.I)
PANJANG_VALIDASI = 255
"""Excel refuses a longer formula in a data validation, and with it the file."""
SIMPUL = re.compile(r"<(?:\w+:)?(\w+)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>([^<]*)")
ATRIBUT = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
BACAAN = frozenset(("t", "v", "text", "prompt", "promptTitle", "error", "errorTitle", "tooltip", "display", "descr"))
"""Elements and attributes that hold text for people: what looks like a call there is none."""


@dataclass(frozen=True, slots=True)
class Sisa:
    """A call that could not be frozen: where it stands, and why."""

    tempat: str
    rumus: str
    sebab: str


@dataclass(slots=True)
class Laporan:
    """What was done with a file."""

    rumus: int = 0
    nilai: int = 0
    sisa: list[Sisa] = field(default_factory=list)


@dataclass(slots=True)
class _Bagian:
    """One part while it is worked on.

    `bersama`: shared formulas of which only the value can stay, with the reason; None when the formula was replaced.
    `tanpa_nilai`: shared formulas with a cell that has no stored value; none of their cells may lose the formula.
    `hari_lain`: the law asked for is not that of today, which the stored values follow, so none of them may stay.
    """

    nama: str
    laporan: Laporan
    nilai_saja: bool
    pada: date
    hari_lain: bool
    bersama: dict[str, str | None] = field(default_factory=dict)
    tanpa_nilai: frozenset[str] = frozenset()
    perlu_hitung: bool = False

    def freeze(self, teks: str) -> str:
        """The XML of the part, frozen."""
        if self.nama == "xl/workbook.xml":
            teks = NAMA_CALC.sub("", teks).replace("<definedNames></definedNames>", "")
        batas = habis.end() if (habis := SEL_HABIS.search(teks)) else 0
        sel, lain = teks[:batas], teks[batas:]
        self.tanpa_nilai = _find_tanpa_nilai(sel)
        # The first cell of a shared formula decides for its followers, which may stand before it in no file we know.
        return SEL.sub(self._freeze_sel, sel) + RUMUS_LAIN.sub(self._freeze_lain, lain)

    def _freeze_sel(self, cocok: re.Match[str]) -> str:
        awalan, atribut, isi = cocok.groups()
        rumus = RUMUS.search(isi)
        if rumus is None:
            return cocok[0]
        nomor = _attribute(rumus[2], "si") if _attribute(rumus[2], "t") == "shared" else ""
        teks = html.unescape(rumus[3] or "")
        if nomor and not teks and nomor in self.bersama:
            sebab = self.bersama[nomor]
            return cocok[0] if sebab is None else self._to_nilai(cocok, rumus, sebab)
        if not has_call(teks):
            return cocok[0]
        try:
            if self.nilai_saja:
                raise TanpaRumusError("")
            baru = freeze_formula(teks, pada=self.pada)
        except TanpaRumusError as galat:
            self.bersama[nomor] = str(galat)
            return self._to_nilai(cocok, rumus, str(galat))
        self.bersama[nomor] = None
        self.laporan.rumus += 1
        isi = isi[: rumus.start(3)] + _escape(baru) + isi[rumus.end(3) :]
        if _attribute(atribut, "t") == "e" and "#NAME?" in isi:  # cached by a program that did not have the add-in
            self.perlu_hitung = True
            atribut, isi = re.sub(r'\s+t="e"', "", atribut), NILAI.sub("", isi)
        return f"<{awalan}c{atribut}>{isi}</{awalan}c>"

    def _to_nilai(self, cocok: re.Match[str], rumus: re.Match[str], sebab: str) -> str:
        """The cell with its stored value only; as it was, and reported, when there is no usable value."""
        awalan, atribut, isi = cocok.groups()
        ada = _has_nilai(cocok)
        if self.hari_lain or not ada or _attribute(rumus[2], "si") in self.tanpa_nilai:
            mana = "sel lain dengan rumus bersama ini" if ada else "sel itu"
            akibat = (
                "hasil yang tersimpan menurut aturan hari lain"
                if self.hari_lain
                else f"{mana} tidak menyimpan hasil hitungan"
            )
            alasan = "; ".join(filter(None, (sebab, akibat)))
            tempat = f"{self.nama}, sel {_attribute(atribut, 'r')}"
            self.laporan.sisa.append(Sisa(tempat, html.unescape(rumus[3] or "") or "rumus bersama", alasan))
            return cocok[0]
        self.laporan.nilai += 1
        atribut = re.sub(r'\s+cm="\d+"', "", atribut)  # marks a dynamic array formula
        return f"<{awalan}c{atribut}>{isi[: rumus.start()]}{isi[rumus.end() :]}</{awalan}c>"

    def _freeze_lain(self, cocok: re.Match[str]) -> str:
        """Names, validations, conditional formats, table columns: without a value, only a formula can replace them."""
        buka, _, isi, tutup = cocok.groups()
        teks = html.unescape(isi)
        if not has_call(teks):
            return cocok[0]
        try:
            baru = freeze_formula(teks, pada=self.pada)
            if re.search("formula[12]", buka) and len(baru) > PANJANG_VALIDASI:
                raise TanpaRumusError(f"rumus validasi data paling banyak {PANJANG_VALIDASI} huruf")
        except TanpaRumusError as galat:
            self.laporan.sisa.append(Sisa(self.nama, teks, str(galat)))
            return cocok[0]
        self.laporan.rumus += 1
        return f"{buka}{_escape(baru)}{tutup}"


def freeze_file(path: Path, keluar: Path, *, nilai: bool = False, pada: date, hari_lain: bool = False) -> Laporan:
    """Write `keluar`, the file without our functions; `nilai` keeps values instead of ordinary formulas.

    Args:
        pada: the day whose law the formulas follow.
        hari_lain: `pada` is not the day of the stored values; what no formula can replace is left and reported.

    Raises:
        BerkasError: `nilai` for another day, no .xlsx, locked with a password, too large, or `keluar` cannot be
            written.
    """
    if nilai and hari_lain:
        raise BerkasError(
            "Hasil yang tersimpan menurut aturan hari lain, jadi tidak dapat dijadikan nilai.",
            saran="Hapus --nilai, atau hapus --pada.",
        )
    laporan = Laporan()
    try:
        with zipfile.ZipFile(path) as arsip:
            info = arsip.infolist()
            if sum(satu.file_size for satu in info) > BYTE_TERBANYAK:
                raise BerkasError("Berkas terlalu besar.", tempat=str(path))
            isi = {satu.filename: arsip.read(satu) for satu in info}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise BerkasError(
            "Berkas ini bukan .xlsx, rusak, atau dikunci dengan sandi.",
            tempat=str(path),
            saran="Buka di Excel atau LibreOffice, hapus sandinya, simpan sebagai .xlsx.",
        ) from None
    except OSError as galat:
        raise BerkasError(f"Berkas tidak dapat dibaca ({describe_oserror(galat)}).", tempat=str(path)) from None
    if "xl/workbook.xml" not in isi:
        raise BerkasError("Berkas ini bukan buku kerja .xlsx.", tempat=str(path))
    _freeze_parts(isi, partial(_Bagian, laporan=laporan, nilai_saja=nilai, pada=pada, hari_lain=hari_lain))
    if laporan.nilai:  # a cell lost its formula
        _drop_calc_chain(isi)
    _report_rest(isi, laporan)
    write_atomic(keluar, _pack(info, isi))
    return laporan


def _freeze_parts(isi: dict[str, bytes], mulai: Callable[[str], _Bagian]) -> None:
    bagian = [mulai(nama) for nama in isi if BAGIAN_RUMUS.fullmatch(nama) and _mentions(isi[nama])]
    for satu in bagian:
        isi[satu.nama] = _edit(isi[satu.nama], satu.freeze)
    if any(satu.perlu_hitung for satu in bagian):
        isi["xl/workbook.xml"] = _edit(isi["xl/workbook.xml"], _ask_recalculation)


def _mentions(data: bytes) -> bool:
    """Whether a part may hold a call of ours; most parts do not, and are not looked at closer."""
    kecil = data.lower().replace(b"\0", b"")  # UTF-16, which is refused, not passed over
    return any(nama.lower().encode() in kecil for nama in (*DAFTAR, LAYANAN_CALC))


def _edit(data: bytes, ubah: Callable[[str], str]) -> bytes:
    try:
        return ubah(data.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        raise BerkasError("Isi buku kerja tidak memakai UTF-8.", saran="Simpan ulang di Excel.") from None


def _find_tanpa_nilai(teks: str) -> frozenset[str]:
    if 't="shared"' not in teks:
        return frozenset()
    nomor = ((_attribute(f[2], "si"), sel) for sel in SEL.finditer(teks) if (f := RUMUS.search(sel[3])))
    return frozenset(si for si, sel in nomor if si and not _has_nilai(sel))


def _has_nilai(sel: re.Match[str]) -> bool:
    """Whether a cell stores a usable result; openpyxl writes an empty one for every formula, only text may be empty."""
    nilai, jenis = NILAI.search(sel[3]), _attribute(sel[2], "t")
    if nilai is None or (jenis == "e" and "#NAME?" in nilai[0]):
        return False
    return jenis == "str" or bool((nilai[2] or "").strip())


def _report_rest(isi: dict[str, bytes], laporan: Laporan) -> None:
    """Whatever place was not thought of above: a call that still stands in a part is reported, never passed over."""
    for bagian, data in isi.items():
        if not bagian.startswith("xl/") or not bagian.endswith((".xml", ".vml")) or not _mentions(data):
            continue
        sudah = {satu.rumus for satu in laporan.sisa if satu.tempat.split(",")[0] == bagian}
        for teks in dict.fromkeys(_list_teks(data.decode("utf-8", "replace"))):
            if teks not in sudah and has_call(teks):
                laporan.sisa.append(Sisa(bagian, teks, "tempatnya tidak dikenal; ganti rumusnya dengan tangan"))


def _list_teks(xml: str) -> Iterator[str]:
    """Every text and attribute of a part in which a formula may stand."""
    for simpul in SIMPUL.finditer(xml):
        if simpul[1] not in BACAAN:
            yield html.unescape(simpul[3])
        for nama, ganda, tunggal in ATRIBUT.findall(simpul[2]):
            if nama not in BACAAN:
                yield html.unescape(ganda or tunggal)


def _escape(rumus: str) -> str:
    return escape(rumus, {"\r": "&#13;"})


def _attribute(atribut: str, nama: str) -> str:
    cocok = re.search(rf'(?:^|\s){nama}="([^"]*)"', atribut)
    return cocok[1] if cocok else ""


def _drop_calc_chain(isi: dict[str, bytes]) -> None:
    """Excel repairs a file whose calculation chain names cells without formula; without a chain it makes a new one."""
    if isi.pop(RANTAI, None) is None:
        return
    for nama, pola in (
        ("[Content_Types].xml", r'<(?:\w+:)?Override\b[^>]*PartName="/xl/calcChain.xml"[^>]*/>'),
        ("xl/_rels/workbook.xml.rels", r'<(?:\w+:)?Relationship\b[^>]*Target="(?:/xl/)?calcChain.xml"[^>]*/>'),
    ):
        isi[nama] = _edit(isi[nama], partial(re.sub, pola, ""))


def _ask_recalculation(buku: str) -> str:
    if re.search(r'<(?:\w+:)?calcPr\b[^>]*fullCalcOnLoad="1"', buku):
        return buku
    baru = re.sub(r"<((?:\w+:)?)calcPr\b", r'<\1calcPr fullCalcOnLoad="1"', buku, count=1)
    return baru if baru != buku else re.sub(r"(</(\w+:)?sheets>)", r'\1<\2calcPr fullCalcOnLoad="1"/>', buku, count=1)


def _pack(info: list[zipfile.ZipInfo], isi: dict[str, bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for satu in info:
            if satu.filename in isi:
                arsip.writestr(satu, isi[satu.filename], compress_type=satu.compress_type)
    return wadah.getvalue()
