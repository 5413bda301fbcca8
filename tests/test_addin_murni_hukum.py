"""The add-in without Python and a made-up law of 2027: what counts on the day of the call is in the file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from addin.build.murni import write_modules
from addin.build.murni_hukum import list_argumen
from addin.daftar import DAFTAR
from tests.alat.hukum import HUKUM_2027, enact
from tests.alat.kasus_murni import KELUARGA
from tests.alat.murni import Tertulis, run_vba, shape, show, to_core
from tests.alat.sampel import choose_banyak

LANGKAH = choose_banyak(72, 24)
"""Of the boundary cases every so many."""
MAKS_BARIS = 300


@pytest.fixture
def hukum_2027() -> Iterator[None]:
    with enact(HUKUM_2027):
        yield


@pytest.mark.parametrize("hari", [date(2026, 12, 31), date(2027, 6, 1)], ids=str)
def test_hukum_hari_panggilan_yang_menentukan(hukum_2027: None, tmp_path: Path, hari: date) -> None:
    fungsi = {nama: satu.at(hari) for nama, satu in DAFTAR.items()}
    hukum = [kasus for nama in ("skm", "sakip", "persen", "anggaran") for kasus in KELUARGA[nama](hari)]
    kasus: list[tuple[str, tuple[Any, ...]]] = hukum[::LANGKAH]
    kasus += [("KINERJA_DASAR", (nama,)) for nama in DAFTAR]
    kasus += [("KINERJA_ALASAN", (Tertulis(f'"{nama}"', nama), *isi)) for nama, isi in hukum[:: 2 * LANGKAH] if isi]
    harap = [fungsi[nama].evaluate(*to_core(fungsi[nama], isi)) for nama, isi in kasus]
    hasil = run_vba(kasus, tmp_path, map(shape, harap), hari=hari)

    assert [] == [
        (satu, dapat, seharusnya)
        for satu, dapat, seharusnya in zip(kasus, hasil, map(show, harap), strict=True)
        if dapat != seharusnya and [[dapat]] != seharusnya
    ]


def test_sebelum_ada_hukum_fungsi_menolak_dengan_kalimat_inti(tmp_path: Path) -> None:
    hari = date(2001, 2, 3)
    nama = [satu for satu in DAFTAR if not satu.startswith("KINERJA")]
    harap = [DAFTAR["KINERJA_DASAR"].at(hari).evaluate(satu) for satu in nama]
    hasil = run_vba([("KINERJA_DASAR", (satu,)) for satu in nama], tmp_path, hari=hari)

    assert list(map(show, harap)) == hasil
    assert "#VALUE!" in hasil


def test_argumen_tambahan_hukum_baru_sudah_dapat_ditulis(hukum_2027: None) -> None:
    assert [arg.nama for arg in DAFTAR["SAKIP_NILAI"].at(date.today()).args] == list_argumen("SAKIP_NILAI")[:4]


def test_modul_tetap_pendek_dengan_satu_hukum_lagi(hukum_2027: None) -> None:
    panjang = {nama: len(kode.splitlines()) for nama, kode in write_modules().items()}

    assert {} == {nama: n for nama, n in panjang.items() if n > MAKS_BARIS}
