"""Workbooks written by hand, so that a test decides every letter of their XML."""

from __future__ import annotations

import io
import zipfile

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"


def write_xlsx(
    data: str,
    *,
    teks: str = "",
    gaya: str = "",
    buku: str = "",
    keadaan: str = "visible",
    bagian: dict[str, bytes] | None = None,
) -> bytes:
    """One sheet, DPA.

    Args:
        data: what stands inside `sheetData`.
        teks: what stands inside `sst`.
        gaya: what stands inside `styleSheet`.
        buku: what stands behind `sheets` in the workbook.
        keadaan: state of the sheet.
        bagian: further parts, or others in place of these.
    """
    semua = {
        "_rels/.rels": f'<Relationships xmlns="{_PAKET}"><Relationship Id="r1" Type="{_REL}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{NS}" xmlns:r="{_REL}"><sheets><sheet name="DPA" sheetId="1"'
        f' state="{keadaan}" r:id="r1"/></sheets>{buku}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PAKET}">'
        f'<Relationship Id="r1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{_REL}/styles" Target="/xl/styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{NS}"><sheetData>{data}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{NS}">{teks}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{NS}">{gaya}</styleSheet>',
    }
    return pack({n: i.encode() for n, i in semua.items()} | (bagian or {}))


def write_ods(isi: str, *, gaya: str = "", manifes: str = "") -> bytes:
    """An .ods whose spreadsheet element holds `isi`."""
    ruang = {"office": "office", "table": "table", "text": "text", "style": "style", "draw": "drawing"}
    awalan = "".join(f' xmlns:{a}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for a, n in ruang.items())
    konten = (
        f'<office:document-content{awalan} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:'
        f'calcext:1.0"><office:automatic-styles>{gaya}</office:automatic-styles><office:body><office:spreadsheet>{isi}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifes = f'<manifest:manifest xmlns:manifest="urn:x">{manifes}</manifest:manifest>'
    return pack(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifes.encode(),
            "content.xml": konten.encode(),
        }
    )


def pack(bagian: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return wadah.getvalue()
