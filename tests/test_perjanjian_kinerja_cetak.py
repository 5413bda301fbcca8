"""The agreement workbook on paper: nothing overlaps, nothing is clipped, one page each for what is signed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.alat.cetak import clipped, find_bad_text, overlaps, pages, to_pdf
from tests.contoh import (
    BESAR,
    MEDAN,
    MEDAN_BARU,
    SKM,
    make_2019,
    make_campuran,
    make_panjang,
    make_perjanjian,
    make_program,
    write_perjanjian,
)
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian


def test_lampiran_panjang_tidak_mengulang_kepala_tabel_lain() -> None:
    buku = build_perjanjian(Bahan(make_perjanjian((SKM,), make_program(60)), responden=5))

    assert buku.get_lembar("Lampiran").cetak.baris_berulang is None


@pytest.mark.parametrize("kertas", ["f4", "a4"])
def test_halaman_cetak_bersih(kertas: str, tmp_path: Path) -> None:
    isi = {"isian_anggaran_dpa": ((123456789012999,),) * 6, "isian_anggaran_realisasi": ((30000000000000,) * 4,) * 6}
    paths = [
        write_perjanjian(MEDAN_BARU, tmp_path / "medan-baru.xlsx", kertas=kertas, responden=20),
        write_perjanjian(MEDAN["12.71.01"], tmp_path / "kosong.xlsx", kertas=kertas, responden=20),
        write_perjanjian(make_panjang(), tmp_path / "panjang.xlsx", kertas=kertas, responden=20, isi=isi),
        write_perjanjian(
            make_campuran(),
            tmp_path / "campuran.xlsx",
            kertas=kertas,
            isi={**BESAR, "isian_indikator_2_nilai": ((14,),)},
        ),
        write_perjanjian(make_2019(), tmp_path / "2019.xlsx", kertas=kertas, isi=BESAR),
    ]

    hasil = to_pdf(paths, tmp_path)

    for path in paths:
        pdf = hasil[path]
        assert [] == overlaps(pdf)
        assert [] == find_bad_text(pdf)
        assert [] == clipped(pdf)


@pytest.mark.parametrize("kertas", ["f4", "a4"])
def test_pernyataan_dan_lampiran_masing_masing_satu_halaman(kertas: str, tmp_path: Path) -> None:
    path = write_perjanjian(MEDAN_BARU, tmp_path / "buku.xlsx", kertas=kertas, responden=20)

    halaman = pages(to_pdf([path], tmp_path)[path])

    pernyataan = [n for n, h in enumerate(halaman) if "Pihak pertama berjanji" in " ".join(h.teks.split())]
    lampiran = [n for n, h in enumerate(halaman) if "JUMLAH" in h.teks and "KETERANGAN" in h.teks]
    assert [pernyataan[0] + 1] == lampiran
    assert 1 == len(pernyataan)
    assert "Pernyataan, halaman 1" in " ".join(halaman[pernyataan[0]].teks.split())
    kiri, kanan = (halaman[pernyataan[0]].teks.index(x) for x in ("Pihak Kedua", "Pihak Pertama"))
    assert kiri < kanan
