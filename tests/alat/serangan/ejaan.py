"""One workbook in many XML spellings that all mean the same (XML 1.0; ECMA-376, part 1, 18.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from tests.alat.serangan.arsip import compress, pack

Bagian = dict[str, str]
"""Parts of the archive by name; sheets are `xl/worksheets/sheetN.xml`."""
UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006"
_V, _T = re.compile(r"<v>([^<]+)</v>"), re.compile(r"<t>([^<]+)</t>")


def spell(lembar: Mapping[str, Sequence[Sequence[object]]]) -> Bagian:
    """The parts of a workbook in the plain spelling; texts inline, blanks as empty cells."""
    nomor = range(1, len(lembar) + 1)
    isi = {f"xl/worksheets/sheet{n}.xml": _spell_lembar(petak) for n, petak in zip(nomor, lembar.values(), strict=True)}
    daftar = "".join(
        f'<sheet name="{nama}" sheetId="{n}" r:id="rId{n}"/>' for n, nama in zip(nomor, lembar, strict=True)
    )
    relasi = "".join(
        f'<Relationship Id="rId{n}" Type="{RELASI}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in nomor
    )
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    override = "".join(f'<Override PartName="/{nama}" ContentType="{jenis}.worksheet+xml"/>' for nama in isi)
    return {
        "[Content_Types].xml": f'<Types xmlns="{PAKET}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{jenis}.sheet.main+xml"/>{override}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PAKET}/relationships"><Relationship Id="rId1"'
        f' Type="{RELASI}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{UTAMA}" xmlns:r="{RELASI}"><sheets>{daftar}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PAKET}/relationships">{relasi}</Relationships>',
        **isi,
    }


def _spell_lembar(petak: Sequence[Sequence[object]]) -> str:
    baris = []
    for b, isi in enumerate(petak, start=1):
        sel = []
        for k, nilai in enumerate(isi, start=1):
            alamat = f'<c r="{get_column_letter(k)}{b}"'
            if nilai is None:
                sel.append(f"{alamat}/>")
            elif isinstance(nilai, str):
                sel.append(f'{alamat} t="inlineStr"><is><t>{escape(nilai)}</t></is></c>')
            else:
                sel.append(f"{alamat}><v>{nilai}</v></c>")
        baris.append(f'<row r="{b}">{"".join(sel)}</row>')
    return f'<worksheet xmlns="{UTAMA}"><sheetData>{"".join(baris)}</sheetData></worksheet>'


def write_ejaan(bagian: Bagian, sandi: str = "utf-8") -> bytes:
    """The archive; `sandi` is the encoding of the sheets."""
    return pack(
        compress(nama, (f'<?xml version="1.0" encoding="{s}"?>{xml}').encode(s))
        for nama, xml in bagian.items()
        for s in [sandi if nama.startswith("xl/worksheets/") else "utf-8"]
    )


def _each(pola: str, ubah: Callable[[str], str]) -> Callable[[Bagian], Bagian]:
    """A spelling of the parts whose names match."""
    return lambda bagian: {nama: ubah(xml) if re.search(pola, nama) else xml for nama, xml in bagian.items()}


def _sub(pola: str, ganti: str, di: str = "worksheets/") -> Callable[[Bagian], Bagian]:
    return _each(di, lambda xml: re.sub(pola, ganti, xml))


def _share(bagian: Bagian) -> Bagian:
    """Texts in the shared table."""
    teks: list[str] = []

    def pindah(cocok: re.Match[str]) -> str:
        teks.append(cocok[1])
        return f't="s"><v>{len(teks) - 1}</v></c>'

    baru = _each("worksheets/", lambda xml: re.sub(r't="inlineStr"><is>(.*?)</is></c>', pindah, xml))(bagian)
    isi = "".join(f"<si>{t}</si>" for t in teks)
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    ekor = {
        "[Content_Types].xml": f'<Override PartName="/xl/sharedStrings.xml" ContentType="{jenis}"/></Types>',
        "xl/_rels/workbook.xml.rels": f'<Relationship Id="rIdT" Type="{RELASI}/sharedStrings"'
        ' Target="sharedStrings.xml"/></Relationships>',
    }
    for nama, tambah in ekor.items():
        baru[nama] = baru[nama].removesuffix(re.findall(r"</\w+>", tambah)[-1]) + tambah
    return baru | {"xl/sharedStrings.xml": f'<sst xmlns="{UTAMA}">{isi}</sst>'}


def _exponent(xml: str) -> str:
    return _V.sub(lambda m: f"<v>{m[1]}0E-1</v>" if m[1].isdigit() else m[0], xml)


def _refer(xml: str) -> str:
    """The first letter of each value and text as a character reference."""
    return re.sub(r"(<[vt]>)([^<&])", lambda m: f"{m[1]}&#{ord(m[2])};", xml)


def _rich(xml: str) -> str:
    return _T.sub(
        lambda m: f"<r><rPr><b/></rPr><t>{m[1][:1]}</t></r><r><t>{m[1][1:]}</t></r>" if "&" not in m[1] else m[0], xml
    )


EJAAN: dict[str, Callable[[Bagian], Bagian]] = {
    "polos": lambda bagian: bagian,
    "petik tunggal": _sub('"', "'", ""),
    "spasi sekitar sama dengan": _sub(r'(\s[\w:]+)="', r'\1 = "', ""),
    "baris baru di dalam tanda": _sub(r"<(c|row|sheet|Relationship) ", r"<\1\n\t", ""),
    "awalan x": _sub(r"<(/?)(\w)", r"<\1x:\2", "worksheets/|xl/workbook.xml$"),
    "sel tanpa r": _sub(r'<c r="\w+"', "<c"),
    "baris tanpa r": _sub(r'<(c|row) r="\w+"', r"<\1"),
    "CDATA": _sub(r"<(v|t)>([^<&]+)<", r"<\1><![CDATA[\2]]><"),
    "rujukan huruf": _each("worksheets/", _refer),
    "komentar di dalam nilai": _sub(r"<(v|t)>(\w)", r"<\1>\2<!-- 000 -->"),
    "komentar antarsel": _sub(r"<(c|row|/row)\b", r'<!-- <c r="A1"><v>9</v></c> --><\1'),
    "perintah pengolah": _sub(r"<(v|t)>", r"<?ini itu?><\1>"),
    "teks bersama": _share,
    "teks bersama dan kaya": lambda bagian: _share(_each("worksheets/", _rich)(bagian)),
    "teks kaya": _each("worksheets/", _rich),
    "bacaan fonetik": _sub(r"</t></is>", r'</t><rPh sb="0" eb="1"><t>99</t></rPh><phoneticPr fontId="1"/></is>'),
    "atribut terbalik": _sub(r'<c (r="\w+") (t="\w+")', r"<c \2 \1"),
    "unsur kosong berlebih": _each(
        "worksheets/", lambda x: x.replace("</row>", "<c><v/></c></row>").replace("</sheetData>", "<row/></sheetData>")
    ),
    "spasi dijaga": _sub(r"<t>", '<t xml:space="preserve">'),
    "t n tersurat": _sub(r'(<c r="\w+")><v>', r'\1 t="n"><v>'),
    "pangkat sepuluh": _each("worksheets/", _exponent),
    "spasi antarunsur": _sub(r"><(c|row|/row|v|is|/c)", r">\n  <\1"),
    "sasaran mutlak": _sub(r'Target="worksheets/', 'Target="/xl/worksheets/', "workbook.xml.rels"),
    "sasaran bertitik": _sub(r'Target="worksheets/', 'Target="./worksheets/../worksheets/', "workbook.xml.rels"),
    "OOXML ketat": lambda bagian: {
        n: x.replace(UTAMA, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            RELASI, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for n, x in bagian.items()
    },
}
"""Spellings by name; each keeps the meaning."""
