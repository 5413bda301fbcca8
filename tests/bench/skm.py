"""The survey of a million respondents: run as a process, `python -m tests.bench.skm CARA BERKAS`.

`kinerja` gives whole-number totals, NIK and mutu, and would name wrong answers; `polars` and `pandas` only read the
file and average by group; `pandas, hal yang sama` is what it takes to have the same from pandas.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from tests.bench.ukur import measure_memory

PADA = date(2024, 12, 31)

BANYAK = 1_000_000
UNSUR = [f"U{n}" for n in range(1, 10)]


def write_tables(folder: Path) -> None:
    """The same answers as CSV and as Parquet, a million respondents of all kecamatan, in no order."""
    import numpy as np
    import polars as pl

    from kinerja.wilayah import list_kecamatan

    acak = np.random.default_rng(1)
    kode = np.array([k.kode for k in list_kecamatan()])
    jawaban = {u: acak.choice(np.array([1, 2, 3, 4], np.int8), BANYAK, p=[0.03, 0.12, 0.55, 0.3]) for u in UNSUR}
    bingkai = pl.DataFrame({"kecamatan": kode[acak.integers(0, len(kode), BANYAK)], **jawaban})
    bingkai.write_csv(folder / "skm.csv")
    bingkai.write_parquet(folder / "skm.parquet")


def by_kinerja(path: Path) -> dict[str, float]:
    from kinerja.rumus.skm import compute_skm_totals
    from kinerja.survei.wilayah import read_survei_wilayah

    survei = read_survei_wilayah(path, pada=PADA)
    return {t.kunci: float(compute_skm_totals(t.jumlah, t.terisi, pada=PADA).nik) for t in survei.total}


def by_polars(path: Path) -> dict[str, float]:
    import polars as pl

    isi = pl.scan_csv(path) if path.suffix == ".csv" else pl.scan_parquet(path)
    nik = pl.mean_horizontal(UNSUR) * 25
    hasil = isi.group_by("kecamatan").agg(pl.col(UNSUR).mean()).select("kecamatan", nik=nik).sort("kecamatan")
    return dict(hasil.collect(engine="streaming").iter_rows())


def by_pandas(path: Path) -> dict[str, float]:
    import pandas as pd

    isi = pd.read_csv(path) if path.suffix == ".csv" else pd.read_parquet(path)
    return dict(isi.groupby("kecamatan")[UNSUR].mean().mean(axis=1) * 25)


def by_pandas_sama(path: Path) -> dict[str, float]:
    """What kinerja gives: whole-number totals, rows with a wrong answer, each NIK exact and rounded once."""
    import pandas as pd

    from kinerja.rumus.skm import compute_skm_totals

    isi = pd.read_csv(path) if path.suffix == ".csv" else pd.read_parquet(path)
    benar = isi[UNSUR].isin([1, 2, 3, 4]) | isi[UNSUR].isna()
    assert not (~benar.all(axis=1)).groupby(isi["kecamatan"]).sum().any()
    kelompok = isi.groupby("kecamatan")[UNSUR]
    jumlah, terisi = kelompok.sum(), kelompok.count()
    semua = zip(jumlah.index, jumlah.to_numpy().tolist(), terisi.to_numpy().tolist(), strict=True)
    return {kunci: float(compute_skm_totals(j, n, pada=PADA).nik) for kunci, j, n in semua}


def check_exact(path: Path) -> None:
    """Every NIK equals the sum in fractions, rounded once.

    Raises:
        AssertionError: one does not.
    """
    import csv
    from collections import Counter
    from decimal import ROUND_HALF_UP, Decimal
    from fractions import Fraction

    jumlah: Counter[str] = Counter()
    banyak: Counter[str] = Counter()
    with path.open(encoding="utf-8") as berkas:
        baris = csv.reader(berkas)
        next(baris)
        for kode, *jawaban in baris:  # nobody left an unsur out, so the mean of the averages is that of all answers
            jumlah[kode] += sum(map(int, jawaban))
            banyak[kode] += 9
    nik = by_kinerja(path)
    assert nik.keys() == jumlah.keys()
    for kode, total in jumlah.items():
        tepat = Fraction(total * 25, banyak[kode])
        desimal = Decimal(tepat.numerator) / Decimal(tepat.denominator)
        assert float(desimal.quantize(Decimal("0.01"), ROUND_HALF_UP)) == nik[kode], kode


CARA = {"kinerja": by_kinerja, "polars": by_polars, "pandas": by_pandas, "pandas, hal yang sama": by_pandas_sama}

if __name__ == "__main__":
    CARA[sys.argv[1]](Path(sys.argv[2]))
    print(measure_memory())
