"""Every hostile file against every command that reads: one sentence and exit 2, or the right value; within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alat.serangan import dasar
from tests.alat.serangan.hakim import find_pelanggaran, write_tabel
from tests.alat.serangan.kandang import Hasil
from tests.alat.serangan.kelompok import KELOMPOK, choose
from tests.alat.serangan.lapangan import Lapangan, open_lapangan
from tests.alat.serangan.perintah import PERINTAH, Perintah
from tests.alat.serangan.teks import SURVEI

Nilai = dict[str, object]


@pytest.fixture(scope="module")
def lapangan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lapangan]:
    with open_lapangan(tmp_path_factory.mktemp("serangan")) as satu:
        yield satu


@pytest.fixture(scope="module")
def nilai(lapangan: Lapangan) -> Nilai:
    """What each command reads in the honest file."""
    isi = {"induk": ("nilai.toml", dasar.TOML), "survei": ("nilai.csv", SURVEI)}
    hasil: Nilai = {}
    for nama, teks in isi.values():
        (lapangan.berkas / nama).write_text(teks, encoding="utf-8")
    for perintah in PERINTAH:
        jenis = "induk" if perintah.nama in ("periksa", "buat") else "survei"
        if perintah.nama in ("periksa", "buat", "skm", "skm-per"):
            jalan, _ = lapangan.run(lapangan.berkas / isi[jenis][0], perintah)
            assert jalan.kode in (0, 1), jalan
            hasil[perintah.nama] = perintah.baca(jalan)
    return hasil


def test_nilai_survei_yang_wajar_seperti_dihitung_tangan(nilai: Nilai) -> None:
    """The sums of the nine unsur are 92 over 3 respondents, and the weights exact: 92 / 27 x 25 = 85,185."""
    assert nilai["skm"] == nilai["skm-per"] == ("85,19",)


@pytest.mark.parametrize("perintah", PERINTAH, ids=lambda p: p.nama)
@pytest.mark.parametrize("kelompok", KELOMPOK)
def test_berkas_jahat_ditolak_dengan_satu_kalimat_atau_dibaca_benar(
    kelompok: str, perintah: Perintah, lapangan: Lapangan, nilai: Nilai, tmp_path: Path
) -> None:
    jalan: list[tuple[str, str, Hasil]] = []
    salah: list[str] = []
    for kasus in choose(kelompok, perintah):
        hasil, keluar = lapangan.run(kasus.write(lapangan.berkas), perintah)
        jalan.append((ascii(kasus.nama)[1:-1], perintah.nama, hasil))
        salah += [f"{kasus.nama!a}: {p}" for p in find_pelanggaran(kasus, perintah, hasil, keluar, nilai)]
    (tmp_path / "tabel.txt").write_text(tabel := write_tabel(jalan), encoding="utf-8")
    (tmp_path / "pelanggaran.txt").write_text("\n".join(salah), encoding="utf-8")
    print(tabel)

    assert not salah, f"{len(salah)} pelanggaran oleh {len(jalan)} berkas:\n" + "\n".join(salah)
