"""The sentences of refusals: each says what to do, none has a capital in its middle; the same in VBA without Python."""

from pathlib import Path
from typing import Any

import pytest

from addin.daftar import DAFTAR
from addin.hari_ini import hari_ini
from addin.nilai import DIV0, Galat
from tests.alat.murni import Tertulis, run_vba

ALASAN = DAFTAR["KINERJA_ALASAN"].at(hari_ini())
TULIS_MUTU = DAFTAR["SKM_MUTU"].at(hari_ini()).tanda
KALIMAT: dict[str, tuple[Any, ...]] = {
    "#NUM! Populasi 0 bukan bilangan bulat 1 atau lebih. Isi banyaknya orang yang dilayani.": ("SKM_SAMPEL", 0),
    "#NUM! Nilai Perencanaan Kinerja 31 di luar 0 sampai bobotnya 30. Isi nilai menurut bobotnya, bukan persennya.": (
        "SAKIP_NILAI", 31, 20, 10, 20,
    ),
    "#NUM! Bobot 101 di luar 0 sampai 100. Periksa bobot itu.": ("SAKIP_SUBKOMPONEN", [["A"], ["B"]], 101),
    "#NUM! Jumlah laporan 1,5 bukan bilangan bulat 0 atau lebih. Isi banyaknya laporan.": ("PERSEN_TRANTIBUM", 1, 1.5),
    f"#VALUE! SKM_MUTU menerima paling banyak 1 argumen, bukan 2. Tulis {TULIS_MUTU}.": ("SKM_MUTU", 80, 90),
    "#N/A baris 3 kolom 1: Ukuran rentang tidak sama. Pilih rentang yang sama banyak baris dan kolomnya.": (
        "ANGGARAN_SELISIH", [[5], [6], [7]], [[1], [2]],
    ),
    "#NUM! perjanjian, baris 2: Jumlah -5 negatif. Isi 0 ke atas.": (
        "ANGGARAN_REKON", [["Kode", "Pagu"], ["7.01.01", -5]], [["7.01.01", 5]],
    ),
    "#VALUE! perjanjian, baris 2: 'seribu' tidak terbaca sebagai angka. Tulis seperti \"1.250.000\" atau \"66,50\".": (
        "ANGGARAN_REKON", [["Kode", "Pagu"], ["7.01.01", "seribu"]], [["7.01.01", 5]],
    ),
    f"#N/A Tidak ada fungsi sakip_predikatt. Yang ada: {', '.join(DAFTAR)}.": ("sakip_predikatt", 66.5),
}  # fmt: skip


@pytest.mark.parametrize(("kalimat", "panggilan"), KALIMAT.items())
def test_kalimatnya_menyebut_yang_harus_dilakukan(kalimat: str, panggilan: tuple[Any, ...]) -> None:
    assert kalimat == ALASAN.evaluate(*panggilan)


def test_kalimat_yang_sama_di_vba_tanpa_python(tmp_path: Path) -> None:
    panggilan = [("KINERJA_ALASAN", (Tertulis(f'"{nama}"'), *isi)) for nama, *isi in KALIMAT.values()]

    assert list(KALIMAT) == run_vba(panggilan, tmp_path)


@pytest.mark.parametrize("panggilan", [("SKM_MUTU", DIV0), ("ANGGARAN_REKON", [["7.01.01", DIV0]], [["7.01.01", 5]])])
def test_sel_galat_disertai_yang_harus_dilakukan(panggilan: tuple[Any, ...]) -> None:
    """VBA gives the same: test_addin_murni, test_addin_murni_rekon."""
    assert str(ALASAN.evaluate(*panggilan)).endswith(" berisi #DIV/0!. Betulkan sel itu dahulu.")


def test_nama_yang_tidak_ada_tanpa_dasar_hukum() -> None:
    hasil = DAFTAR["KINERJA_DASAR"].at(hari_ini()).evaluate("sakip_predikatt")

    assert isinstance(hasil, Galat)
    assert "#N/A" == hasil.kode
