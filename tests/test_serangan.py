"""Every hostile file against every command that reads: one sentence and exit 2, or the right value; in time, in bounds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alat.serangan import dasar
from tests.alat.serangan.hakim import find_pelanggaran, write_tabel
from tests.alat.serangan.kandang import Hasil, Kandang
from tests.alat.serangan.kasus import Serangan
from tests.alat.serangan.kelompok import KELOMPOK, choose
from tests.alat.serangan.perintah import PERINTAH, PK, Perintah
from tests.alat.serangan.teks import SURVEI

Nilai = dict[str, object]


class Lapangan:
    """The cage, the files, and the values of the honest ones."""

    def __init__(self, folder: Path, kandang: Kandang) -> None:
        self.kandang = kandang
        self.berkas = folder / "berkas"
        self.pk, self.kerja = folder / "pk.csv", folder / "kerja"
        self.berkas.mkdir()
        self.pk.write_text(PK, encoding="utf-8")

    def run(self, berkas: Path, perintah: Perintah) -> tuple[Hasil, Path]:
        """A command on a file, in a folder of its own; with the place of its output."""
        shutil.rmtree(self.kerja, ignore_errors=True)
        self.kerja.mkdir()
        keluar = self.kerja / perintah.keluar
        return self.kandang.run(perintah.list_argumen(berkas, self.pk, keluar), self.kerja), keluar


@pytest.fixture(scope="module")
def lapangan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lapangan]:
    folder = tmp_path_factory.mktemp("serangan")
    with Kandang(folder) as kandang:
        yield Lapangan(folder, kandang)
    shutil.rmtree(folder)  # hundreds of megabytes


@pytest.fixture(scope="module")
def nilai(lapangan: Lapangan) -> Nilai:
    """What each command reads in the honest file."""
    isi = {"induk": ("wajar.toml", dasar.TOML), "survei": ("wajar.csv", SURVEI)}
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
        salah += [f"{ascii(kasus.nama)}: {p}" for p in find_pelanggaran(kasus, perintah, hasil, keluar, nilai)]
    (tmp_path / "tabel.txt").write_text(tabel := write_tabel(jalan), encoding="utf-8")
    print(tabel)

    assert not salah, f"{len(salah)} pelanggaran oleh {len(jalan)} berkas:\n" + "\n".join(salah)
