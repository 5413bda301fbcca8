"""The styles part: number formats, and indexes that must point at something."""

import re
from collections.abc import Iterator

from tests.alat.berkas import UTAMA
from tests.alat.lint.cacat import Cacat
from tests.alat.lint.model import Buku

FORMAT_TERPANJANG = 255
# Numbers below 164 are built in; the rest must be declared.
FORMAT_SENDIRI = 164
TANGGAL_BAWAAN = frozenset([*range(14, 23), *range(45, 48)])
TEMPAT = "xl/styles.xml"


def check_styles(buku: Buku) -> list[Cacat]:
    """Faults of the styles part."""
    return [*_check_formats(buku), *_check_indexes(buku)]


def is_date(kode: str) -> bool:
    """Whether a number format shows a date or a time.

    >>> is_date("d mmmm yyyy"), is_date('#,##0 "hari"'), is_date("[Red]0.00")
    (True, False, False)
    """
    return bool(re.search(r"[dmyhs]", re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|General', "", kode), re.IGNORECASE))


def date_styles(buku: Buku) -> frozenset[int]:
    """Indexes of the cell styles whose number format shows a date."""
    kode = {int(f.get("numFmtId")): f.get("formatCode", "") for f in buku.gaya.iter(f"{UTAMA}numFmt")}
    xfs = buku.gaya.find(f"{UTAMA}cellXfs")
    nomor = [int(xf.get("numFmtId", 0)) for xf in xfs]
    return frozenset(i for i, n in enumerate(nomor) if n in TANGGAL_BAWAAN or is_date(kode.get(n, "")))


def count(buku: Buku, kumpulan: str) -> int:
    """How many cellXfs, dxfs, fonts, ... there are."""
    elemen = buku.gaya.find(f"{UTAMA}{kumpulan}")
    return 0 if elemen is None else len(elemen)


def _check_formats(buku: Buku) -> Iterator[Cacat]:
    for f in buku.gaya.iter(f"{UTAMA}numFmt"):
        kode = f.get("formatCode", "")
        telanjang = re.sub(r"\\.|_.|\*.", "", kode)
        tanpa_teks = re.sub(r'"[^"]*"', "", telanjang)
        if len(kode) > FORMAT_TERPANJANG:
            yield Cacat("FORMAT_PANJANG", TEMPAT, f"{kode[:40]}: {len(kode)} aksara, batasnya 255")
        if telanjang.count('"') % 2:
            yield Cacat("FORMAT_KUTIP", TEMPAT, f"{kode}: tanda kutip belum ditutup")
        elif re.search(r"\[[^\]]*$|^[^\[]*\]", tanpa_teks):
            yield Cacat("FORMAT_KURUNG", TEMPAT, f"{kode}: kurung siku tidak berpasangan")
        elif tanpa_teks.count(";") > 3:
            yield Cacat("FORMAT_BAGIAN", TEMPAT, f"{kode}: lebih dari empat bagian")


def _check_indexes(buku: Buku) -> Iterator[Cacat]:
    ada = {int(f.get("numFmtId")) for f in buku.gaya.iter(f"{UTAMA}numFmt")}
    batas = {"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"}
    for nomor, xf in enumerate(buku.gaya.find(f"{UTAMA}cellXfs")):
        for atribut, kumpulan in batas.items():
            if int(xf.get(atribut, 0)) >= count(buku, kumpulan):
                yield Cacat("GAYA_NOMOR", TEMPAT, f"cellXfs {nomor}: {atribut} {xf.get(atribut)} tidak ada")
        if int(xf.get("numFmtId", 0)) >= FORMAT_SENDIRI and int(xf.get("numFmtId")) not in ada:
            yield Cacat("GAYA_NOMOR", TEMPAT, f"cellXfs {nomor}: numFmtId {xf.get('numFmtId')} tidak ada")
