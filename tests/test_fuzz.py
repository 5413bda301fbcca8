"""Files spoiled at random: an exit code of ours, never a traceback, a hang, an abort, or the last net.

`make fuzz` runs 10.000 of each kind, by MUTAN. A mutant that fails is kept beside the test and named by its number.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alat.sampel import choose_banyak
from tests.alat.serangan.acak import PABRIK, Pabrik
from tests.alat.serangan.hakim import find_kasar
from tests.alat.serangan.kandang import MAKS_DETIK, MAKS_MB
from tests.alat.serangan.lapangan import Lapangan, open_lapangan
from tests.alat.serangan.perintah import PERINTAH

MUTAN = int(os.environ.get("MUTAN", str(choose_banyak(25, 500))))
TERBANYAK = 20
"""Failures after which a test stops: each hang costs seconds."""


@pytest.fixture(scope="module")
def lapangan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lapangan]:
    with open_lapangan(tmp_path_factory.mktemp("fuzz")) as satu:
        yield satu


@pytest.mark.parametrize("pabrik", PABRIK.values(), ids=PABRIK)
def test_berkas_acak_tidak_pernah_mematikan_perintah(pabrik: Pabrik, lapangan: Lapangan, tmp_path: Path) -> None:
    (perintah,) = (p for p in PERINTAH if p.nama == pabrik.perintah)
    kode: Counter[int | None] = Counter()
    salah: list[str] = []
    for nomor in range(MUTAN):
        berkas = lapangan.berkas / f"mutan{pabrik.akhiran}"
        berkas.write_bytes(isi := pabrik.make(nomor))
        hasil, _ = lapangan.run(berkas, perintah)
        kode[hasil.kode] += 1
        besar = [f"{hasil.detik:.1f} detik"] * (hasil.detik > MAKS_DETIK) + [f"{hasil.mb:.0f} MB"] * (
            hasil.mb > MAKS_MB
        )
        if rusak := [*find_kasar(hasil), *besar]:
            (simpan := tmp_path / f"{pabrik.nama}-{nomor}{pabrik.akhiran}").write_bytes(isi)
            salah.append(f"{simpan}: {'; '.join(rusak)}")
        if len(salah) == TERBANYAK:
            break

    assert not salah, f"{len(salah)} dari {sum(kode.values())} mutan (kode {dict(kode)}):\n" + "\n".join(salah)


def test_mutan_sama_di_setiap_mesin() -> None:
    assert PABRIK["toml"].make(7) == PABRIK["toml"].make(7)
    assert len({PABRIK["toml"].make(n) for n in range(100)}) > 90
