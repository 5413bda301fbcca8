"""Notes on survey answers of a returned workbook: figures and what to ask, never verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.perjanjian.kembali.isian import Isian
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul

_JAWABAN = re.compile(r"isian_skm(?:_[0-9]+)?_jawaban")


def check_survei(isian: Isian) -> Iterator[TemuanKumpul]:
    """Patterns in the answers of each survey."""
    return iter(())
