"""Budgets as .ods: repetitions, wrong and missing values, bombs."""

from __future__ import annotations

from collections.abc import Iterator

from tests.alat.serangan.arsip import Anggota, compress, inflate, pack
from tests.alat.serangan.buku import TAWA
from tests.alat.serangan.dasar import TOTAL, A, B
from tests.alat.serangan.kasus import Harap, Serangan

JENIS = "application/vnd.oasis.opendocument.spreadsheet"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
KEPALA = (
    f'<office:document-content xmlns:office="{_URN}:office:1.0" xmlns:table="{_URN}:table:1.0"'
    f' xmlns:text="{_URN}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
    '<table:table table:name="DPA">'
)
EKOR = "</table:table></office:spreadsheet></office:body></office:document-content>"
MANIFES = f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{_URN}:manifest:1.0">%s</manifest:manifest>'
BAGIAN = '<manifest:file-entry manifest:full-path="content.xml"%s>%s</manifest:file-entry>'


def _teks(isi: str, atribut: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{atribut}><text:p>{isi}</text:p></table:table-cell>'


def _angka(nilai: object) -> str:
    awal = f'<table:table-cell office:value-type="float" office:value="{nilai}">'
    return f"{awal}<text:p>{nilai}</text:p></table:table-cell>"


def _baris(isi: str, atribut: str = "") -> str:
    return f"<table:table-row{atribut}>{isi}</table:table-row>"


def _program(sel: str) -> str:
    """A row 7.01.01 with this cell as its amount."""
    return _baris(_teks("7.01.01") + _teks("PROGRAM A") + sel)


JUDUL = _baris(_teks("kode") + _teks("nama") + _teks("pagu"))
BARIS_A, BARIS_B = _program(_angka(A)), _baris(_teks("7.01.02") + _teks("PROGRAM B") + _angka(B))
DATAR = JUDUL + BARIS_A + BARIS_B
_LAGI = _teks("7.01.03") + _teks("PROGRAM C")
_KOLOM, _LARIK = " table:number-columns-repeated", " table:number-rows-repeated"

TOLAK = {
    "baris_2e31": DATAR + _baris(_LAGI + _angka(1), f'{_LARIK}="2147483648"'),
    "baris_kali_kolom": DATAR + _baris(_teks("x", f'{_KOLOM}="16384"'), f'{_LARIK}="1048576"'),
    "nan": JUDUL + _program(_angka("NaN")) + BARIS_B,
    "inf": JUDUL + _program(_angka("1e400")) + BARIS_B,
    "abc": JUDUL + _program(_angka("abc")) + BARIS_B,
    "spasi_2e9": JUDUL + _baris(_teks("7.01.01") + _teks('a<text:s text:c="2000000000"/>b') + _angka(A)) + BARIS_B,
    "rumus": JUDUL + _program('<table:table-cell table:formula="of:=1+1" office:value-type="float"/>') + BARIS_B,
    "galat": JUDUL
    + _program(
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="">'
        "<text:p>#DIV/0!</text:p></table:table-cell>"
    )
    + BARIS_B,
    "galat_calcext": JUDUL
    + _program(
        f'<table:table-cell xmlns:calcext="{_URN}:calcext" table:formula="of:=1/0" office:value-type="string"'
        ' office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    + BARIS_B,
    "benar": JUDUL
    + _program(
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p>'
        "</table:table-cell>"
    )
    + BARIS_B,
    "tak_tutup": DATAR + EKOR.removeprefix("</table:table>") + "<!--",
}
BOLEH: dict[str, tuple[str, tuple[object, ...]]] = {
    "kolom_2e31": (DATAR + _baris(_teks("x", f'{_KOLOM}="2147483648"')), (TOTAL,)),
    "kolom_1e6": (DATAR + _baris(_teks("x", f'{_KOLOM}="1000000"')), (TOTAL,)),
    "kolom_kosong_2e31": (DATAR + _baris(f'<table:table-cell{_KOLOM}="2147483648"/>' + _teks("x")), (TOTAL,)),
    "baris_1048576": (DATAR + _baris(_LAGI + _angka(1), f'{_LARIK}="1048573"'), (TOTAL + 1_048_573,)),
    "kosong_lalu_isi": (DATAR + _baris("<table:table-cell/>", f'{_LARIK}="1000000000"') + _baris(_teks("z")), (TOTAL,)),
    "ulang_minus": (DATAR + _baris(_teks("x", f'{_KOLOM}="-1"')), (TOTAL,)),
    "nilai_lain": (
        JUDUL + BARIS_A.replace(f'office:value="{A}"', 'office:value="1"') + BARIS_B,
        (B + 1,),
    ),
    "dalam": (DATAR + "<table:table-row-group>" * 200_000 + "</table:table-row-group>" * 200_000, (TOTAL,)),
    "persen": (
        JUDUL + _program('<table:table-cell office:value-type="percentage" office:value="0.5"/>') + BARIS_B,
        (),
    ),
}
SAMA = {
    "wajar": (DATAR, TOTAL),
    "tersembunyi": (
        JUDUL + BARIS_A + _baris(_LAGI + _angka(999), ' table:visibility="collapse"') + BARIS_B,
        TOTAL + 999,
    ),
    "komentar_sel": (
        JUDUL
        + _baris(
            _teks("7.01.01").replace(
                "<text:p>", "<office:annotation><text:p>komentar</text:p></office:annotation><text:p>"
            )
            + _teks("PROGRAM A")
            + _angka(A)
        )
        + BARIS_B,
        TOTAL,
    ),
    "mata_uang": (
        JUDUL
        + _program(
            '<table:table-cell office:value-type="currency" office:currency="IDR" office:value="5000">'
            "<text:p>Rp5.000</text:p></table:table-cell>"
        )
        + BARIS_B,
        B + 5_000,
    ),
    "rumus_dihitung": (
        JUDUL
        + _program('<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>')
        + BARIS_B,
        B + 2,
    ),
    "kosong_berulang": (DATAR + _baris(f'<table:table-cell{_KOLOM}="16384"/>', f'{_LARIK}="1048573"'), TOTAL),
}


def write_ods(isi: str | bytes | Anggota, manifes: str = BAGIAN % ("", ""), awal: str = "") -> bytes:
    """An .ods file with this table, or with this content as a whole."""
    if isinstance(isi, str):
        isi = f'<?xml version="1.0" encoding="UTF-8"?>{awal}{KEPALA}{isi}{EKOR}'.encode()
    return pack(
        (
            Anggota("mimetype", JENIS.encode(), 0x8A39_6C85, len(JENIS), 0),
            compress("META-INF/manifest.xml", (MANIFES % manifes).encode()),
            isi if isinstance(isi, Anggota) else compress("content.xml", isi),
        )
    )


def list_ods() -> Iterator[Serangan]:
    """All of them."""
    for nama, tabel in TOLAK.items():
        yield Serangan(f"{nama}.ods", write_ods(tabel), "anggaran", Harap.TOLAK)
    for nama, (tabel, nilai) in BOLEH.items():
        yield Serangan(f"{nama}.ods", write_ods(tabel), "anggaran", Harap.BOLEH, nilai)
    for nama, (tabel, total) in SAMA.items():
        yield Serangan(f"{nama}.ods", write_ods(tabel), "anggaran", Harap.SAMA, (total,))
    tawa = write_ods(DATAR.replace("PROGRAM A", "&j;"), awal=TAWA.decode())
    bom = inflate("content.xml", (KEPALA + DATAR).encode(), _baris(_teks("x")).encode() * 8_000, 1000, EKOR.encode())
    kunci = BAGIAN % (' manifest:size="10"', '<manifest:encryption-data manifest:checksum="x"/>')
    utuh = f'<?xml version="1.0"?>{KEPALA}{DATAR}'.encode()
    for nama, isi in {
        "tawa": tawa,
        "bom": write_ods(bom),
        "sandi": write_ods(bytes(range(256)) * 2, kunci),
        "tanpa_ekor": write_ods(utuh),
        "tanpa_tutup_tabel": write_ods(utuh + EKOR.removeprefix("</table:table>").encode()),
        "ganda": _double(),
        "terpotong": write_ods(DATAR)[:-100],
    }.items():
        yield Serangan(f"{nama}.ods", isi, "anggaran", Harap.TOLAK)


def _double() -> bytes:
    isi = f'<?xml version="1.0"?>{KEPALA}{DATAR}{EKOR}'
    dua = [compress("content.xml", x.encode()) for x in (isi, isi.replace(str(A), "1"))]
    return pack((compress("mimetype", JENIS.encode()), *dua))
