"""What a host may make otherwise than the core: each difference a named rule that says the exact outcome.

Most rules say what a cell is by the time that a function sees it; the outcome is then what the core makes of that. The
others say the outcome itself. So a difference is never merely let pass: an outcome is right or wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from addin.baca import SEL_TUNGGAL
from addin.daftar import DAFTAR
from addin.hari_ini import hari_ini
from addin.spec import Arg, Fungsi
from kinerja.bilangan import write_angka
from tests.alat.addin import blank, to_code
from tests.alat.murni import Persen

Panggilan = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Aturan:
    """One difference: `sel` says what a cell of an argument is (in a block: True), `hasil` what the outcome is."""

    nama: str
    sel: Callable[[Arg, Any, bool], Any] | None = None
    hasil: Callable[[Fungsi, tuple[Any, ...], Any], Any] | None = None


def _see_persen(arg: Arg, sel: Any, _: bool) -> Any:
    """As the contract has it: the text as it looks, where per cent counts; all fifteen digits, none by binary luck."""
    if not isinstance(sel, Persen):
        return sel
    return f"{write_angka(Decimal(f'{sel.nilai:.15g}').scaleb(2))}%" if arg.persen else sel.nilai


PERSEN = Aturan("sel berformat persen dibaca seperti tampaknya", sel=_see_persen)


@dataclass(frozen=True, slots=True)
class Putusan:
    """One call in one host: what should come, what came, and the rules without which it would be another outcome."""

    panggilan: Panggilan
    harap: Any
    dapat: Any
    aturan: tuple[str, ...]
    sama: bool


def expect(aturan: Sequence[Aturan], panggilan: Panggilan) -> tuple[Any, tuple[str, ...]]:
    """What a host with these rules gives for a call, and which of them made it another outcome than the core's."""
    nama, asal = panggilan
    fungsi = DAFTAR[nama].at(hari_ini())
    args, masukan = list_args(fungsi, asal), asal
    hasil = compute(fungsi, _change(PERSEN, args, masukan))
    dipakai: list[str] = []
    for satu in aturan:
        if satu.sel:
            masukan = _change(satu, args, masukan)
            baru = compute(fungsi, _change(PERSEN, args, masukan))
        else:
            assert satu.hasil
            baru = satu.hasil(fungsi, asal, hasil)
        if baru != hasil:
            hasil = baru
            dipakai.append(satu.nama)
    return hasil, tuple(dipakai)


def compute(fungsi: Fungsi, masukan: Sequence[Any]) -> Any:
    """What the core gives, as cells show it: errors as codes, a blank as None, one cell as that cell."""
    return flatten(blank(to_code(fungsi.evaluate(*masukan))))


def flatten(hasil: Any) -> Any:
    """A block of one cell as that cell; a row without its own brackets as a block of one row."""
    if isinstance(hasil, list):
        baris = hasil if isinstance(hasil[0], list) else [hasil]
        return baris[0][0] if len(baris) == len(baris[0]) == 1 else baris
    return hasil


def list_args(fungsi: Fungsi, masukan: Sequence[Any]) -> list[Arg]:
    """The declaration of each argument that is given; KINERJA_ALASAN takes those of the function that it explains."""
    args = [fungsi.args[min(i, len(fungsi.args) - 1)] for i in range(len(masukan))] if fungsi.args else []
    dalam = DAFTAR.get(str(masukan[0]).strip().upper()) if fungsi.nama == "KINERJA_ALASAN" and masukan else None
    if dalam:
        milik = dalam.at(hari_ini()).args
        args[1:] = [milik[min(i, len(milik) - 1)] if milik else args[-1] for i in range(len(masukan) - 1)]
    return args


def judge(
    aturan: Sequence[Aturan],
    semua: Sequence[Panggilan],
    dapat: Sequence[Any],
    equal: Callable[[Any, Any], bool] = lambda a, b: bool(a == b),
) -> list[Putusan]:
    """Each call of a host judged; `equal` compares two cells."""
    hasil = []
    for satu, nilai in zip(semua, dapat, strict=True):
        harap, dipakai = expect(aturan, satu)
        nilai = flatten(nilai)
        hasil.append(Putusan(satu, harap, nilai, dipakai, _equal(harap, nilai, equal)))
    return hasil


def list_salah(putusan: Sequence[Putusan]) -> list[Putusan]:
    """What is neither equal nor as a rule says."""
    return [satu for satu in putusan if not satu.sama]


def count_aturan(putusan: Sequence[Putusan]) -> dict[str, int]:
    """How often each rule made the outcome."""
    hitung: dict[str, int] = {}
    for nama in (nama for satu in putusan for nama in satu.aturan):
        hitung[nama] = hitung.get(nama, 0) + 1
    return hitung


def change(aturan: Aturan, panggilan: Panggilan) -> Panggilan:
    """A call with its cells as a rule has them."""
    nama, masukan = panggilan
    return nama, _change(aturan, list_args(DAFTAR[nama].at(hari_ini()), masukan), masukan)


def _change(aturan: Aturan, args: Sequence[Arg], masukan: Sequence[Any]) -> tuple[Any, ...]:
    ubah = aturan.sel
    assert ubah

    def change(arg: Arg, nilai: Any) -> Any:
        if isinstance(nilai, list):
            dalam = arg.jenis not in SEL_TUNGGAL
            return [[ubah(arg, sel, dalam) for sel in baris] for baris in nilai]
        return ubah(arg, nilai, False)

    return tuple(change(arg, nilai) for arg, nilai in zip(args, masukan, strict=True))


def _equal(harap: Any, nilai: Any, equal: Callable[[Any, Any], bool]) -> bool:
    if isinstance(harap, list) != isinstance(nilai, list):
        return False
    if not isinstance(harap, list):
        return equal(harap, nilai)
    bentuk = [len(baris) for baris in harap] == [len(baris) for baris in nilai]
    return bentuk and all(equal(a, b) for p, q in zip(harap, nilai, strict=True) for a, b in zip(p, q, strict=True))
