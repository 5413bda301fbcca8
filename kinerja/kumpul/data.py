"""Results and inputs as plain data, for JSON and for the register; and back again, exactly."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kinerja.perjanjian.hasil import (
    BarisPeriksa,
    HasilBuku,
    HasilIndikator,
    HasilProgram,
    HasilSakip,
    HasilSkm,
    HasilTriwulan,
)
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.tabel.sel import SelGalat
from kinerja.workbook.eksak import MAKS_BULAT, to_eksak, to_tampak

Polos = int | float | str | bool | None
Data = dict[str, list[list[Polos]]]
"""What was typed, as it is kept: by name, rows of cells."""


_KECIL = frozenset({int, type(None)})


def to_polos(nilai: Any) -> Polos:
    """A value as JSON has it; an error is none.

    >>> from fractions import Fraction
    >>> to_polos(Fraction(1751, 20)), to_polos(SelGalat("#N/A"))
    (87.55, None)
    """
    return None if nilai is None or type(nilai) is SelGalat else to_tampak(nilai)


def write_json(data: object) -> str:
    """Data as the register keeps it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def is_kecil(semua: Sequence[Any]) -> bool:
    """Whether all of these values are whole numbers, as JSON has them, or nothing.

    >>> is_kecil([4, None]), is_kecil([4, "4"]), is_kecil([10**15 + 1])
    (True, False, False)
    """
    return _KECIL.issuperset(map(type, semua)) and max(map(abs, filter(None, semua)), default=0) <= MAKS_BULAT


def to_dict(satu: Any) -> Any:
    """Frozen results as dictionaries and lists; figures of at most 15 digits come back as they were."""
    if isinstance(satu, tuple | list):
        return [to_dict(n) for n in satu]
    if isinstance(satu, Mapping):
        return {kunci: to_dict(n) for kunci, n in satu.items()}
    if hasattr(satu, "__dataclass_fields__"):
        return {nama: to_dict(getattr(satu, nama)) for nama in satu.__dataclass_fields__}
    return to_polos(satu)


def read_hasil_data(data: Mapping[str, Any]) -> HasilBuku:
    """Results from what `to_dict` made of them.

    Raises:
        KeyError, TypeError, ValueError: it is something else.

    >>> kosong = HasilBuku((), (), (HasilSkm("SKM", 85, "B", "Baik", 10),), (), None, (), {"hasil_a": ((1, None),)})
    >>> read_hasil_data(to_dict(kosong)) == kosong
    True
    """
    return HasilBuku(
        tuple(_read_indikator(x) for x in data["indikator"]),
        tuple(HasilProgram(**_eksak(x) | {"realisasi": tuple(map(to_eksak, x["realisasi"]))}) for x in data["program"]),
        tuple(HasilSkm(**_eksak(x)) for x in data["skm"]),
        tuple(HasilSakip(**_eksak(x)) for x in data["sakip"]),
        to_eksak(data["rerata"]),
        tuple(BarisPeriksa(**x) for x in data["cek"]),
        {nama: tuple(tuple(map(to_eksak, baris)) for baris in semua) for nama, semua in data["nama"].items()},
    )


def read_temuan_data(data: list[dict[str, str]]) -> tuple[TemuanKumpul, ...]:
    """Findings from what `to_dict` made of them."""
    polos = ({kunci: x[kunci] for kunci in x if kunci != "tingkat"} for x in data)
    return tuple(TemuanKumpul(tingkat=Bobot(x["tingkat"]), **lain) for x, lain in zip(data, polos, strict=True))


def _read_indikator(data: Mapping[str, Any]) -> HasilIndikator:
    triwulan = tuple(HasilTriwulan(**_eksak(x)) for x in data["triwulan"])
    return HasilIndikator(**_eksak({k: n for k, n in data.items() if k != "triwulan"}) | {"triwulan": triwulan})


def _eksak(data: Mapping[str, Any]) -> dict[str, Any]:
    """Figures exact again."""
    return {kunci: to_eksak(n) if isinstance(n, int | float) else n for kunci, n in data.items()}
