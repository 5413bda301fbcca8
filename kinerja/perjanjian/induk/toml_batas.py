"""How large a TOML text may be, and how deep: tested in one walk before the parser, which would hang or overflow."""

from __future__ import annotations

import re

from kinerja.errors import DataError

MAKS_HURUF = 4_000_000
"""Characters of a TOML file; the data of a kabupaten with every target has some 100.000."""
MAKS_DALAM = 20
"""Brackets inside each other; our tables have one."""
MAKS_BAGIAN = 20
"""Parts of a dotted key; ours have one."""
MAKS_KATA = 40
"""Characters of a bare key or a number."""

# Texts (which may lack their end), comments, bare words, and what opens, closes and divides. Every repetition is
# possessive or of one kind of character, so that the walk is linear.
_SIMPUL = re.compile(
    r'''"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+(?:"{3,5})?'''
    r"""|'''[^']*+(?:'(?!'')[^']*+)*+(?:'{3,5})?"""
    r"""|"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"?"""
    r"""|'[^'\n]*+'?"""
    r"""|\#[^\n]*+"""
    r"""|(?P<kata>[A-Za-z0-9_+:-]++(?:\.[A-Za-z0-9_+:-]++)*+)"""
    r"""|(?P<buka>[\[{])|(?P<tutup>[\]}])|(?P<pisah>[=,\n])|(?P<titik>\.)""",
    re.DOTALL,
)


def check_toml(teks: str, berkas: str) -> None:
    """Refuse a TOML text that is too large, nested too deep, or has a key or a number that is too long.

    Raises:
        DataError: names the file and the line.
    """
    if len(teks) > MAKS_HURUF:
        saran = "Bagi menjadi beberapa berkas, atau pakai .xlsx."
        raise DataError(f"Berkas TOML lebih besar dari {MAKS_HURUF // 1_000_000} MB.", tempat=berkas, saran=saran)
    dalam = bagian = 0
    for simpul in _SIMPUL.finditer(teks):
        jenis, kata = simpul.lastgroup, simpul[0]
        if jenis in ("titik", "kata"):
            bagian += kata.count(".")
        elif jenis is not None:
            bagian = 0
            dalam += {"buka": 1, "tutup": -1}.get(jenis, 0)
        if jenis == "kata" and len(kata) > MAKS_KATA:
            raise _refuse(teks, simpul, berkas, f"Angka atau kunci lebih dari {MAKS_KATA} karakter.")
        if dalam > MAKS_DALAM:
            raise _refuse(teks, simpul, berkas, f"Kurung bersarang lebih dari {MAKS_DALAM} tingkat.")
        if bagian > MAKS_BAGIAN:
            raise _refuse(teks, simpul, berkas, f"Kunci lebih dari {MAKS_BAGIAN} bagian.")


def _refuse(teks: str, simpul: re.Match[str], berkas: str, pesan: str) -> DataError:
    baris = teks.count("\n", 0, simpul.start()) + 1
    return DataError(pesan, tempat=f"{berkas}, baris {baris}", saran="Betulkan baris itu.")
