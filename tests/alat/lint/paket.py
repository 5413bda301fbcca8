"""The package level: zip entries, well-formed XML, content types, relationships."""

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from tests.alat.lint.cacat import Cacat

URL_TERPANJANG = 2079
ASING = ("vbaProject", "externalLinks/", "embeddings/", "activeX/", "connections.xml")


@dataclass(frozen=True, slots=True)
class Relasi:
    """One relationship: target is a part name, or the URL when `luar`."""

    id: str
    jenis: str
    target: str
    luar: bool


@dataclass(frozen=True, slots=True)
class Paket:
    """Parsed XML parts by name, and the names of all parts."""

    nama: frozenset[str]
    xml: Mapping[str, Any]

    def relations(self, bagian: str) -> list[Relasi]:
        """Relationships of one part ("" = of the package)."""
        folder, berkas = posixpath.split(bagian)
        akar = self.xml.get(posixpath.join(folder, "_rels", f"{berkas}.rels"))
        return [] if akar is None else [_relation(r, folder) for r in akar]


def read_package(path: Path) -> tuple[Paket | None, list[Cacat]]:
    """The package and its own faults; None when it cannot be read any further."""
    try:
        with zipfile.ZipFile(path) as arsip:
            nama = [n for n in arsip.namelist() if not n.endswith("/")]
            isi = {n: arsip.read(n) for n in nama}
    except (zipfile.BadZipFile, OSError) as galat:
        return None, [Cacat("BUKAN_XLSX", path.name, str(galat))]
    ganda = [n for n, kali in Counter(n.lower() for n in nama).items() if kali > 1]
    cacat = [Cacat("ZIP_GANDA", n, "entri zip lebih dari satu") for n in ganda]
    xml: dict[str, Any] = {}
    for n in isi:
        if n.endswith((".xml", ".rels")):
            try:
                # A fresh parser each time: lxml's is not to be used again after an error.
                xml[n] = etree.fromstring(isi[n], etree.XMLParser(resolve_entities=False, no_network=True))
            except etree.XMLSyntaxError as galat:
                cacat.append(Cacat("XML_RUSAK", n, str(galat)))
    for wajib in ("[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"):
        if wajib not in isi:
            cacat.append(Cacat("BAGIAN_HILANG", wajib, "bagian ini wajib ada"))
    paket = Paket(frozenset(isi), xml)
    if any(c.kode in ("XML_RUSAK", "BAGIAN_HILANG") for c in cacat):
        return None, cacat
    cacat += _check_types(paket)
    cacat += _check_relations(paket)
    cacat += [Cacat("BAGIAN_ASING", n, "makro, tautan luar, atau objek") for n in isi if any(a in n for a in ASING)]
    return (None if any(c.kode == "RELASI_HILANG" for c in cacat) else paket), cacat


def _relation(elemen: Any, folder: str) -> Relasi:
    luar = elemen.get("TargetMode") == "External"
    target = elemen.get("Target", "")
    if not luar:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relasi(elemen.get("Id"), elemen.get("Type", "").rsplit("/", 1)[-1], target, luar)


def _check_types(paket: Paket) -> Iterator[Cacat]:
    tipe = paket.xml["[Content_Types].xml"]
    satuan = {e.get("PartName", "").lstrip("/") for e in tipe.iterfind("{*}Override")}
    umum = {e.get("Extension", "").lower() for e in tipe.iterfind("{*}Default")}
    for n in sorted(satuan - paket.nama):
        yield Cacat("TIPE_ISI", n, "disebut di [Content_Types].xml tetapi tidak ada")
    for n in sorted(paket.nama - satuan - {"[Content_Types].xml"}):
        akhiran = n.rsplit(".", 1)[-1].lower()
        # The default for "xml" says nothing of what the part is: Excel wants each one named.
        if akhiran not in umum or (akhiran == "xml" and not n.startswith("customXml/")):
            yield Cacat("TIPE_ISI", n, "tidak disebut di [Content_Types].xml")


def _check_relations(paket: Paket) -> Iterator[Cacat]:
    for n in sorted(paket.nama):
        if not n.endswith(".rels"):
            continue
        folder, berkas = posixpath.split(n)
        relasi = paket.relations(posixpath.join(posixpath.dirname(folder), berkas.removesuffix(".rels")))
        for r in relasi:
            if not r.luar and r.target not in paket.nama:
                yield Cacat("RELASI_HILANG", n, f"{r.id} menuju {r.target} yang tidak ada")
            if r.luar and len(r.target) > URL_TERPANJANG:
                yield Cacat("TAUTAN_PANJANG", n, f"{r.id}: {len(r.target)} aksara, batasnya {URL_TERPANJANG}")
        if len({r.id for r in relasi}) != len(relasi):
            yield Cacat("RELASI_GANDA", n, "Id yang sama dipakai dua kali")
