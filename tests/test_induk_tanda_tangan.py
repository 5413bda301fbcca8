"""Whether the annex is signed too: a word of the settings, in every carrier."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja.errors import DataError
from kinerja.perjanjian.induk.berkas import read_induk
from tests.berkas_induk import changed, read_xlsx, small, tabulate, write_csv


@pytest.mark.parametrize(
    ("isi", "harap"), [(None, True), ("ya", True), (" Tidak", False), ("YA", True), (True, True), (False, False)]
)
def test_tanda_tangan_di_lampiran_dibaca_dari_lembar_umum(isi: object, harap: bool, tmp_path: Path) -> None:
    assert {harap} == {
        pk.tanda_tangan_lampiran for pk in read_xlsx(tmp_path, changed("umum", 0, tanda_tangan_lampiran=isi))
    }


def test_tanda_tangan_di_lampiran_dibaca_dari_csv_dan_toml(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv", tabulate(changed("umum", 0, tanda_tangan_lampiran="tidak")))
    toml = tmp_path / "induk.toml"
    kepala = '[umum]\nkabkota = "12.71"\ntahun = 2025\njenis = "murni"\ntanda_tangan_lampiran = {}\n'
    sisa = (
        '[[kecamatan]]\nkode = "12.71.17"\n[[program]]\nkode = "7.01.04"\nnama = "PROGRAM KOORDINASI"\n'
        '[[indikator]]\nsasaran = "Satu"\nindikator = "Mutu"\njenis = "skm"\nsatuan = "nilai"\n'
    )

    assert [False, False] == [pk.tanda_tangan_lampiran for pk in read_induk(folder)]
    for tulis, harap in (("false", False), ("true", True), ('"tidak"', False), ('""', True)):
        toml.write_text(kepala.format(tulis) + sisa, "utf-8")
        assert [harap] == [pk.tanda_tangan_lampiran for pk in read_induk(toml)]


def test_kata_lain_ditolak_dengan_pilihannya(tmp_path: Path) -> None:
    pola = r"kolom Tanda tangan di lampiran .*'boleh' tidak dikenal\. Pilih: ya, tidak\."
    with pytest.raises(DataError, match=pola):
        read_xlsx(tmp_path, changed("umum", 0, tanda_tangan_lampiran="boleh"))


def test_data_lama_tanpa_baris_itu_tetap_terbaca(tmp_path: Path) -> None:
    assert all(pk.tanda_tangan_lampiran for pk in read_xlsx(tmp_path, small()))
