"""What differs between two workbooks, cell by cell and name by name, as their XML says it."""

from __future__ import annotations

from typing import Any

from tests.alat.kembali.paket import BUKU, Paket, U
from tests.alat.kembali.sel import list_sel


def read_sel(paket: Paket, lembar: str) -> dict[tuple[str, str], Any]:
    """Formula with its attributes, value, and style of every cell of a sheet, by sheet and address."""
    if lembar not in paket.list_lembar():
        return {}
    teks = paket.list_teks()
    hasil: dict[tuple[str, str], Any] = {}
    for alamat, p in list_sel(paket.bagian[paket.get_lembar(lembar)]).items():
        nilai = teks[int(p.nilai)] if p.atribut.get("t") == "s" and p.nilai else p.nilai
        hasil[lembar, alamat] = (p.rumus, p.atribut_rumus, nilai, p.atribut.get("s"))
    return hasil


def differ_sel(lama: Paket, baru: Paket) -> set[tuple[str, str]]:
    """Sheet and address of every cell that only one has, or that is not the same."""
    hasil: set[tuple[str, str]] = set()
    for lembar in {**lama.list_lembar(), **baru.list_lembar()}:
        if _part(lama, lembar) != _part(baru, lembar) or lama.list_teks() != baru.list_teks():
            hasil |= _differ(read_sel(lama, lembar), read_sel(baru, lembar))
    return hasil


def _part(paket: Paket, lembar: str) -> bytes:
    return paket.bagian[paket.get_lembar(lembar)] if lembar in paket.list_lembar() else b""


def read_nama(paket: Paket) -> dict[tuple[str, str | None], str | None]:
    """What names lead to, by name and number of their sheet."""
    semua = paket.tree(BUKU).iterfind(f"{U}definedNames/{U}definedName")
    return {(n.get("name"), n.get("localSheetId")): n.text for n in semua}


def differ_nama(lama: Paket, baru: Paket) -> set[str]:
    """Names that only one has, or that lead elsewhere."""
    return {nama for nama, _ in _differ(read_nama(lama), read_nama(baru))}


def _differ(lama: dict[Any, Any], baru: dict[Any, Any]) -> set[Any]:
    return {kunci for kunci in lama.keys() | baru.keys() if lama.get(kunci) != baru.get(kunci)}
