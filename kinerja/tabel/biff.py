"""The records of an `.xls` workbook, walked before it is read: how far its cells reach, which of them show an error.

calamine makes a blank of an error; here it is seen. A formula that was never computed is known only where its stored
result is the empty text and its last step can give none (a sum, a quotient). Where a program stored 0 instead, or
where the formula may well give an empty text (IF, a reference), the file does not say, and it is read as stored.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from kinerja.bilangan import format_angka
from kinerja.errors import DataError
from kinerja.tabel.arsip import refuse_sandi
from kinerja.tabel.batas import MAKS_LUAS
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.sel import BELUM_DIHITUNG, SelGalat

_BOF, _EOF, _FILEPASS, _BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x0085
_FORMULA, _BOOLERR, _MULRK = 0x0006, 0x0205, 0x00BD
_SEL = {_FORMULA, _BOOLERR, _MULRK, 0x0203, 0x0204, 0x027E, 0x00FD, 0x00D6}
"""Records of cells with a value: further NUMBER, LABEL, RK, LABELSST, RSTRING."""
_BIFF8 = 0x0600
GALAT = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_OPERAND = {
    0x01: 5, 0x02: 5, 0x1C: 2, 0x1D: 2, 0x1E: 3, 0x1F: 9, 0x20: 8, 0x21: 3, 0x22: 4, 0x23: 5, 0x24: 5, 0x25: 9,
    0x26: 7, 0x27: 7, 0x28: 7, 0x29: 3, 0x2A: 5, 0x2B: 9, 0x2C: 5, 0x2D: 9, 0x39: 7, 0x3A: 7, 0x3B: 11, 0x3C: 7,
    0x3D: 11,
}  # fmt: skip
"""Bytes of the tokens of a formula; operators have one."""
_HITUNGAN = {0x03, 0x04, 0x05, 0x06, 0x07, 0x12, 0x13, 0x14}
"""Operators that give a number or an error: + - * / ^, signs, per cent."""
_FUNGSI_ANGKA = {0, 4, 5, 6, 7, 24, 25, 27, 183, 212, 213, 228, 344, 345}
"""COUNT SUM AVERAGE MIN MAX ABS INT ROUND PRODUCT ROUNDUP ROUNDDOWN SUMPRODUCT SUBTOTAL SUMIF."""


@dataclass(slots=True)
class Jejak:
    """What was seen of a sheet.

    Attributes:
        galat: cells without a value by row and column from 0.
        baris: rows that its cells reach.
        kolom: columns.
        rumus_kosong: formulas with an empty text, which may or may not have been computed.
    """

    galat: dict[tuple[int, int], SelGalat] = field(default_factory=dict)
    baris: int = 0
    kolom: int = 0
    rumus_kosong: int = 0


def walk_buku(aliran: bytes, tempat: str) -> list[Jejak]:
    """All sheets in the order of the workbook.

    Raises:
        DataError: encrypted, broken, or a sheet that reaches too far.
    """
    try:
        letak, versi = _list_lembar(aliran, tempat)
        hasil = [_walk_lembar(aliran, satu, versi) for satu in letak]
    except struct.error:
        raise DataError("Berkas rusak atau terpotong.", tempat=tempat, saran=SIMPAN) from None
    for satu in hasil:
        if satu.baris * satu.kolom > MAKS_LUAS:
            raise refuse_luas(satu.baris, satu.kolom, tempat)
    return hasil


def refuse_luas(baris: int, kolom: int, tempat: str) -> DataError:
    """The error for a sheet that reaches too far."""
    saran = "Salin tabelnya saja ke buku kerja baru."
    return DataError(
        f"Lembar terlalu luas: {format_angka(baris, 0)} baris, {format_angka(kolom, 0)} kolom.",
        tempat=tempat,
        saran=saran,
    )


def _list_lembar(aliran: bytes, tempat: str) -> tuple[list[int], int]:
    """Where the sheets begin, and the version of the format."""
    letak, hasil, versi = 0, [], 0
    while letak + 4 <= len(aliran):
        jenis, panjang = struct.unpack_from("<HH", aliran, letak)
        if jenis == _BOF:
            (versi,) = struct.unpack_from("<H", aliran, letak + 4)
        elif jenis == _FILEPASS:
            raise refuse_sandi(tempat)
        elif jenis == _BOUNDSHEET:
            hasil.append(struct.unpack_from("<I", aliran, letak + 4)[0])
        elif jenis == _EOF:
            break
        letak += 4 + panjang
    return hasil, versi


def _walk_lembar(aliran: bytes, letak: int, versi: int) -> Jejak:
    jejak, dalam = Jejak(), 0
    baca = struct.Struct("<HHHH").unpack_from
    while letak + 8 <= len(aliran):
        jenis, panjang, baris, kolom = baca(aliran, letak)
        if jenis in _SEL:
            if jenis == _MULRK:
                (kolom,) = struct.unpack_from("<H", aliran, letak + 2 + panjang)  # its last
            jejak.baris, jejak.kolom = max(jejak.baris, baris + 1), max(jejak.kolom, kolom + 1)
            if jenis == _BOOLERR:
                nilai, galat = aliran[letak + 10 : letak + 12]
                if galat:
                    jejak.galat[baris, kolom] = SelGalat(GALAT.get(nilai, "#?"))
            elif jenis == _FORMULA:
                _look_rumus(jejak, (baris, kolom), aliran[letak + 10 : letak + 4 + panjang], versi)
        elif jenis == _BOF:
            dalam += 1
        elif jenis == _EOF:
            dalam -= 1
            if dalam <= 0:  # the end of a chart within the sheet is not the end of the sheet
                break
        letak += 4 + panjang
    return jejak


def _look_rumus(jejak: Jejak, sel: tuple[int, int], isi: bytes, versi: int) -> None:
    """The stored result of a formula: an error, or an empty text."""
    if isi[6:8] != b"\xff\xff":
        return
    if isi[0] == 2:
        jejak.galat[sel] = SelGalat(GALAT.get(isi[2], "#?"))
    elif isi[0] == 3:
        (panjang,) = struct.unpack_from("<H", isi, 14)
        if versi == _BIFF8 and _is_hitungan(isi[16 : 16 + panjang]):
            jejak.galat[sel] = BELUM_DIHITUNG
        else:
            jejak.rumus_kosong += 1


def _is_hitungan(rumus: bytes) -> bool:
    """The last step of a formula, in reverse Polish order, gives a number or an error and never a text.

    >>> _is_hitungan(bytes.fromhex("1e01001e000006")), _is_hitungan(bytes.fromhex("170000"))
    (True, False)
    """
    letak, akhir = 0, False
    while letak < len(rumus):
        token = rumus[letak]
        dasar = token if token < 0x20 else (token & 0x1F) | 0x20  # three classes of one token
        sebelum, akhir = akhir, token in _HITUNGAN
        if token == 0x15:  # brackets
            akhir = sebelum
        elif token == 0x17 and letak + 2 < len(rumus):  # text
            letak += 2 + rumus[letak + 1] * (2 if rumus[letak + 2] & 1 else 1)
        elif token == 0x19:  # attributes; one of them is SUM of one area
            tanda, banyak = struct.unpack_from("<BH", rumus, letak + 1)
            akhir = bool(tanda & 0x10) or sebelum
            letak += 3 + ((banyak + 1) * 2 if tanda & 0x04 else 0)
        elif dasar in (0x21, 0x22):
            (nomor,) = struct.unpack_from("<H", rumus, letak + dasar - 0x20)
            akhir = nomor & 0x7FFF in _FUNGSI_ANGKA
            letak += _OPERAND[dasar] - 1
        elif dasar in _OPERAND:
            letak += _OPERAND[dasar] - 1
        letak += 1
    return akhir
