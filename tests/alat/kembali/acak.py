"""Random changes of one locked constant, formula or defined name: small ones, each of which means something else.

A number is never changed by what a program may write otherwise (beyond fifteen digits), a text never in its spaces or
capitals alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from string import ascii_lowercase

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.alamat import cell_position, column_letters
from tests.alat.kembali.ketik import list_isian, list_nama, list_terbuka
from tests.alat.kembali.paket import Paket, open_paket
from tests.alat.kembali.sel import Isi, Petak, Rumus, list_sel
from tests.alat.kembali.ubah_nama import point_nama
from tests.alat.kembali.ubahan import Tempat, Ubahan, at, read_nilai, type_sel

OPERATOR = {"+": "-", "-": "+", "*": "/", "/": "*", "=": "<>", "<>": "=", "<": ">", ">": "<", "<=": "<", ">=": ">"} | {
    "&": "="
}
FUNGSI = {
    "SUM": "MAX",
    "MAX": "MIN",
    "MIN": "MAX",
    "COUNT": "COUNTA",
    "COUNTA": "COUNT",
    "ROUND": "ROUNDUP",
    "AND": "OR",
    "OR": "AND",
    "ISNUMBER": "ISTEXT",
    "ISTEXT": "ISNUMBER",
    "TRIM": "LEN",
    "INT": "ABS",
}
_ACUAN = re.compile(r"(?<![A-Za-z0-9_!'])\$?[A-Z]{1,3}\$?[0-9]{1,7}(?![0-9A-Za-z_(])|(?<=!)\$?[A-Z]{1,3}\$?[0-9]{1,7}")


def list_acak(isi: bytes, benih: int, banyak: int) -> Iterator[Ubahan]:
    """So many changes, each to be applied to the workbook that they were drawn for."""
    acak, paket = Random(benih), open_paket(isi)
    tetapan, rumus = _list_terkunci(paket)
    nama = [n for awalan in ("isian_", "hasil_", "identitas_") for n in list_nama(paket, awalan)]
    for nomor in range(banyak):
        apa = acak.choices((0, 1, 2), (4, 4, 1))[0]
        if apa == 2:
            yield _move_nama(acak, nomor, *acak.choice(nama))
        else:
            lembar = acak.choice(list((tetapan, rumus)[apa]))
            yield _change_sel(acak, nomor, paket, lembar, acak.choice((tetapan, rumus)[apa][lembar]))


def _list_terkunci(paket: Paket) -> tuple[dict[str, list[Petak]], dict[str, list[Petak]]]:
    """Locked constants and formulas by sheet; where a program locked all, what stands in inputs is not among them."""
    buka = list_terbuka(paket)
    isian = set()
    if not buka:
        for satu in list_isian(paket).values():
            isian |= {(satu.lembar, satu.address(r, k)) for r in range(satu.tinggi) for k in range(satu.lebar)}
    tetapan: dict[str, list[Petak]] = {}
    rumus: dict[str, list[Petak]] = {}
    for lembar, bagian in paket.list_lembar().items():
        for alamat, petak in list_sel(paket.bagian[bagian]).items():
            if petak.rumus:
                rumus.setdefault(lembar, []).append(petak)
            elif petak.nilai and petak.atribut.get("s", "0") not in buka and (lembar, alamat) not in isian:
                tetapan.setdefault(lembar, []).append(petak)
    return tetapan, rumus


def _change_sel(acak: Random, nomor: int, paket: Paket, lembar: str, petak: Petak) -> Ubahan:
    lama = read_nilai(paket, paket.get_lembar(lembar), petak.alamat)
    baru: Isi
    if petak.rumus is None:
        baru = mutate_tetapan(acak, lama if isinstance(lama, float) else str(lama))
        kalimat = f"{lembar}!{petak.alamat}: {lama!r} menjadi {baru!r}."
    else:
        teks = mutate_rumus(acak, petak.rumus)
        baru = Rumus(teks, lama)
        kalimat = f"{lembar}!{petak.alamat}: ={petak.rumus} menjadi ={teks}."
    tingkat = Bobot.PERIKSA if lembar == "Identitas" else Bobot.BERUBAH
    return Ubahan(f"acak_{nomor}", kalimat, at(lembar, petak.alamat), tingkat, type_sel(lembar, {petak.alamat: baru}))


def _move_nama(acak: Random, nomor: int, nama: str, lembar: str, kotak: tuple[int, int, int, int]) -> Ubahan:
    """One corner of a name, or all of it, moved by one."""
    a, b, c, d = kotak
    pindah = [(a + 1, b, c + 1, d), (a, b + 1, c, d + 1)]
    pindah += [(a, b, c + 1, d), (a, b, c, d + 1)] + [(a, b, c - 1, d)] * (c > a) + [(a + 1, b, c, d)] * (c > a)
    e, f, g, h = acak.choice(pindah)
    ujung = f":${column_letters(h)}${g}" if (e, f) != (g, h) else ""
    tujuan = f"'{lembar}'!${column_letters(f)}${e}{ujung}"
    kalimat = f"{nama}: {lembar} {kotak} menjadi {tujuan}."
    return Ubahan(f"acak_{nomor}", kalimat, (Tempat(nama=nama),), Bobot.BERUBAH, point_nama(nama, tujuan))


def mutate_tetapan(acak: Random, nilai: float | str) -> float | str:
    """One digit or letter of a constant replaced.

    >>> mutate_tetapan(Random(1), 88.3)
    98.3
    """
    if isinstance(nilai, str):
        return _mutate_teks(acak, nilai)
    return float(_mutate_angka(acak, f"{nilai:.15g}"))


def mutate_rumus(acak: Random, rumus: str) -> str:
    """One number, text, reference, name, operator or function of a formula replaced.

    >>> mutate_rumus(Random(3), 'IF(C7>0,ROUND(D7/C7*100,2),"kosong")')
    'IF(C7>0,ROUND(D7/D7*100,2),"kosong")'
    """
    token = Tokenizer(f"={rumus}").items
    urut = list(range(len(token)))
    acak.shuffle(urut)
    for n in urut:
        baru = _mutate_token(acak, token[n])
        if baru is not None:
            return "".join(baru if m == n else satu.value for m, satu in enumerate(token))
    raise ValueError(f"tidak ada yang dapat diubah: {rumus}")


def _mutate_token(acak: Random, token: Token) -> str | None:
    """Another token of the same kind, or None where there is no other."""
    nilai: str = token.value
    match token.type, token.subtype:
        case Token.OP_IN, _:
            return OPERATOR.get(nilai)
        case Token.FUNC, Token.OPEN if nilai[:-1] in FUNGSI:
            return f"{FUNGSI[nilai[:-1]]}("
        case Token.OPERAND, Token.NUMBER if "E" not in nilai.upper():
            return _mutate_angka(acak, nilai)
        case Token.OPERAND, Token.LOGICAL:
            return "TRUE" if nilai.upper() == "FALSE" else "FALSE"
        case Token.OPERAND, Token.TEXT:
            dalam = nilai[1:-1]
            return f'"{_mutate_teks(acak, dalam)}"' if any(h.isalnum() for h in dalam) else None
        case Token.OPERAND, Token.RANGE if _ACUAN.search(nilai):
            satu = acak.choice(list(_ACUAN.finditer(nilai)))
            return nilai[: satu.start()] + _move_acuan(acak, satu[0]) + nilai[satu.end() :]
        case Token.OPERAND, Token.RANGE if re.fullmatch(r"(isian|hasil)_\w+", nilai):
            return "hasil_capaian_rerata" if nilai != "hasil_capaian_rerata" else "hasil_anggaran_serapan"
        case _:
            return None


def _move_acuan(acak: Random, acuan: str) -> str:
    """A reference one row or column further, with its dollar signs.

    >>> _move_acuan(Random(0), "$C$7")
    '$C$8'
    """
    r, k = cell_position(acuan)
    huruf = re.sub(r"[$0-9]", "", acuan)
    if acak.random() < 0.5:
        return acuan.replace(huruf, column_letters(k + 1), 1)
    return re.sub(r"\d+$", str(r + 1), acuan)


def _mutate_angka(acak: Random, angka: str) -> str:
    """A digit replaced so that the number is another one to fifteen digits."""
    while True:
        di = acak.choice([n for n, h in enumerate(angka) if h.isdigit()])
        baru = angka[:di] + acak.choice("0123456789") + angka[di + 1 :]
        if f"{float(baru):.15g}" != f"{float(angka):.15g}":
            return baru


def _mutate_teks(acak: Random, teks: str) -> str:
    """A letter or digit replaced by another; `x` put behind a text that has none."""
    di = [n for n, h in enumerate(teks) if h.isalnum()]
    if not di:
        return f"{teks}x"
    n = acak.choice(di)
    lain = "0123456789" if teks[n].isdigit() else ascii_lowercase
    return teks[:n] + acak.choice([h for h in lain if h != teks[n].lower()]) + teks[n + 1 :]
