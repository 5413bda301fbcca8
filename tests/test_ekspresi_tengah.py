"""Quotients beside a half are rounded as the programs round them."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

from kinerja.workbook.ekspresi import X, to_x
from kinerja.workbook.fungsi import ROUND
from tests.alat.mesin import recalc_libreoffice, same
from tests.test_ekspresi import evaluate, write_lembar


def test_hasil_bagi_di_dekat_tengah_dibulatkan_seperti_libreoffice(tmp_path: Path) -> None:
    """Percentages a few units of the 16th digit beside xx,xx5: the programs take them for xx,xx5 itself."""
    acak = random.Random(5)
    daftar: list[X] = []
    while len(daftar) < 1000:
        target, tengah = acak.randint(1, 9999), Decimal(2 * acak.randint(1, 30000) + 1) / 200
        geser = Decimal(acak.randint(-30, 30)).scaleb(-acak.randint(12, 15))
        realisasi = Decimal(f"{float(tengah * target / 100 + geser):.15g}")
        persen = realisasi * 100 / target
        if len({f"{persen * (1 + Decimal(ulp)):.14e}" for ulp in ("-4e-16", "4e-16")}) == 1:  # else chance decides
            daftar.append(ROUND(to_x(realisasi) / target * 100, 2))
    path = write_lembar(tmp_path / "tengah.xlsx", daftar)

    values = recalc_libreoffice([path])[path]

    nilai = [(x.rumus, evaluate(x), values["S", f"C{n}"]) for n, x in enumerate(daftar, start=1)]
    assert [] == [satu for satu in nilai if not same(*satu[1:])]
