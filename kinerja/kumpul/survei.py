"""Notes on survey answers of a returned workbook: figures and what to ask, never verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.alamat import a1
from kinerja.kumpul.kode import KU65
from kinerja.perjanjian.kembali.isian import BlokIsian, Isian
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul
from kinerja.survei.pola import find_pola

_JAWABAN = re.compile(r"isian_skm(?:_[0-9]+)?_jawaban")


def check_survei(isian: Isian) -> Iterator[TemuanKumpul]:
    """What the answers of each survey show."""
    for nama, blok in isian.blok.items():
        if blok.terisi and _JAWABAN.fullmatch(nama):
            for catatan in find_pola(_list_jawaban(blok)).catatan:
                yield KU65.report((blok.lembar, a1(*blok.kotak[:2])), catatan.pesan, saran=catatan.tanya)


def _list_jawaban(blok: BlokIsian) -> list[list[int | None]]:
    """Answers as whole numbers; anything else is no answer here, and told elsewhere."""
    return [[n if type(n) is int else None for n in baris] for baris in blok.isi if any(n is not None for n in baris)]
