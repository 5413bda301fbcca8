"""Charts of a form: what they show moves with its rows, and a repeated row is all of its copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl.chart.data_source import MultiLevelStrRef, NumRef, StrRef
from openpyxl.descriptors.serialisable import Serialisable

from kinerja.formulir.geser import PetaBaris, move_acuan


def move_grafik(grafik: Any, peta: Mapping[str, PetaBaris]) -> None:
    """Let a chart refer to where its cells are; what it showed of them is forgotten, and drawn anew."""
    for acuan in _list_acuan(grafik, set()):
        if acuan.f:
            acuan.f = move_acuan(acuan.f, peta)
        for ingatan in ("numCache", "strCache", "multiLvlStrCache"):
            if getattr(acuan, ingatan, None) is not None:
                setattr(acuan, ingatan, None)


def _list_acuan(isi: Any, sudah: set[int]) -> Iterator[Any]:
    """All references in a chart, however deep; a chart is among its own parts."""
    if id(isi) in sudah:
        return
    if isinstance(isi, (NumRef, StrRef, MultiLevelStrRef)):
        yield isi
    elif isinstance(isi, (Serialisable, list, tuple)):
        sudah.add(id(isi))
        for satu in vars(isi).values() if isinstance(isi, Serialisable) else isi:
            yield from _list_acuan(satu, sudah)
