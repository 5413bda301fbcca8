"""Columns as a pandas DataFrame; pandas is loaded only when somebody asks for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def make_frame(kolom: Mapping[str, Sequence[object]]) -> pd.DataFrame:
    """A frame of objects, so that a Decimal stays exact and None stays None."""
    import pandas as pd

    return pd.DataFrame({nama: pd.Series(list(isi), dtype=object) for nama, isi in kolom.items()})
