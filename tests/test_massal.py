"""Many workbooks: the same files by one process, by several and by a cluster; the whole country in its folders."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from dask.distributed import LocalCluster

from kinerja.cli import main
from kinerja.errors import DataError, MasukanError
from kinerja.perjanjian.induk import nasional
from kinerja.perjanjian.induk.nasional import list_nasional
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.terbit.pembuatan import KELOMPOK, OpsiTerbit, choose_pembuat, make_dask, make_parallel, make_serial
from kinerja.terbit.penerbitan import StatusTerbit, Tujuan, issue_workbooks, place_by_wilayah
from kinerja.wilayah import list_kecamatan
from tests.alat.perintah import prepare
from tests.alat.terbit import ASAL

OPSI = OpsiTerbit(responden=3)


def contoh(banyak: int) -> Iterator[PerjanjianKinerja]:
    return islice(list_nasional(2025), banyak)


def test_dua_proses_mencetak_sama_dan_berurutan() -> None:
    biasa = list(make_serial(contoh(60), OPSI))

    assert biasa == list(make_parallel(contoh(60), OPSI, proses=2))


@pytest.mark.filterwarnings("ignore")  # what Dask says of itself
def test_dask_mencetak_sama_dan_berurutan() -> None:
    biasa = list(make_serial(contoh(60), OPSI))
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as klaster:
        assert biasa == list(make_dask(contoh(60), OPSI, alamat=klaster.scheduler_address))


@pytest.mark.filterwarnings("ignore")
def test_alamat_dask_yang_salah_ditolak() -> None:
    with pytest.raises(MasukanError, match="tidak menjawab"):
        list(make_dask(contoh(1), OPSI, alamat="bukan alamat"))


def test_yang_belum_diminta_tidak_dibaca_jauh_ke_depan() -> None:
    dibaca = 0

    def hitung() -> Iterator[PerjanjianKinerja]:
        nonlocal dibaca
        for pk in contoh(5000):
            dibaca += 1
            yield pk

    cetak = make_parallel(hitung(), OPSI, proses=2)
    next(cetak)
    cetak.close()  # type: ignore[attr-defined]

    assert 6 * KELOMPOK > dibaca


def test_kesalahan_di_proses_lain_sampai_dengan_tempatnya() -> None:
    (pk,) = contoh(1)

    with pytest.raises(DataError, match=r"Pernyataan.*U\+0007"):
        list(make_parallel([replace(pk, alamat="\x07")], OPSI, proses=2))


@pytest.mark.parametrize(("banyak", "proses", "serial"), [(21, None, True), (7285, 1, True), (2, 2, False)])
def test_sedikit_buku_dicetak_di_satu_proses(banyak: int, proses: int | None, serial: bool) -> None:
    assert serial == (choose_pembuat(banyak, proses=proses) is make_serial)


def test_nasional_memuat_semua_kecamatan_dengan_struktur_dan_nama_saja() -> None:
    semua = list(list_nasional(2025))

    assert [k.kode for k in list_kecamatan()] == [pk.kecamatan.kode for pk in semua]
    medan = next(pk for pk in semua if pk.kecamatan.kode == "12.71.17")
    assert ("CAMAT MEDAN BARU", "WALI KOTA MEDAN") == (medan.pihak_pertama.jabatan, medan.pihak_kedua.jabatan)
    assert "Petisah Hulu" in medan.kecamatan.kelurahan
    assert 6 == len(medan.program)
    assert {None} == {p.anggaran for pk in semua for p in pk.program}
    assert {None} == {i.target for pk in semua for i in pk.indikator}


def test_folder_menurut_provinsi_dan_kabkota_masing_masing_dengan_catatannya(tmp_path: Path) -> None:
    semua = list(list_nasional(2025))
    pilihan = [pk for pk in semua if pk.kecamatan.kode.startswith(("12.71.0", "12.72.0"))]

    hasil = list(issue_workbooks(pilihan, Tujuan(tmp_path, place=place_by_wilayah), asal=ASAL, opsi=OPSI))

    sumut = tmp_path / "sumatera-utara"
    assert {"kota-medan", "kota-pematangsiantar"} == {p.name for p in sumut.iterdir()}
    assert [t.path.parent for t in hasil] == [tmp_path / place_by_wilayah(pk) for pk in pilihan]
    for folder in sumut.iterdir():
        baris = (folder / "SHA256SUMS").read_text().splitlines()
        assert sorted(p.name for p in folder.glob("*.xlsx")) == [b.split("  ")[1] for b in baris]
    ulang = list(issue_workbooks(pilihan, Tujuan(tmp_path, place=place_by_wilayah), asal=ASAL, opsi=OPSI))
    assert {StatusTerbit.SUDAH_ADA} == {t.status for t in ulang}


def test_folder_wilayah_tidak_ada_yang_kembar() -> None:
    tempat = {(pk.kecamatan.provinsi, pk.kecamatan.kabkota): place_by_wilayah(pk) for pk in list_nasional(2025)}

    assert 514 == len(tempat) == len(set(tempat.values()))
    assert all(str(p).isascii() for p in tempat.values())


def test_perintah_semua_menulis_ke_folder_wilayah(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(nasional, "list_kecamatan", lambda: list_kecamatan("12.71")[:3])

    assert 0 == main(["buat", "--semua", "--tahun", "2025", "--responden", "3", "--keluar", str(tmp_path), "--json"])

    hasil = json.loads(capsys.readouterr().out)
    assert [
        "sumatera-utara/kota-medan/12.71.01-medan-kota-perjanjian-kinerja-2025.xlsx",
        "sumatera-utara/kota-medan/12.71.02-medan-sunggal-perjanjian-kinerja-2025.xlsx",
        "sumatera-utara/kota-medan/12.71.03-medan-helvetia-perjanjian-kinerja-2025.xlsx",
    ] == [str(Path(b["path"]).relative_to(tmp_path)) for b in hasil["berkas"]]


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [(["--semua"], "Tahun"), (["--semua", "--tahun", "2025", "--kecamatan", "12.71.17"], "tidak dapat bersama")],
)
def test_perintah_semua_menolak_pilihan_yang_tidak_cocok(
    pilihan: list[str], pesan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["buat", *pilihan])
    assert pesan in capsys.readouterr().err


PROGRAM = """
import sys
from pathlib import Path
from kinerja.terbit.penerbitan import Tujuan, issue_workbooks
from kinerja.terbit.pembuatan import choose_pembuat
from kinerja.perjanjian.induk.nasional import list_nasional
from tests.alat.terbit import ASAL
if __name__ == "__main__":
    cetak = choose_pembuat(7285, proses=2)
    for terbit in issue_workbooks(list_nasional(2025), Tujuan(Path(sys.argv[1])), asal=ASAL, make=cetak):
        print(terbit.path.name, flush=True)
"""


def test_ctrl_c_menghentikan_semua_proses_dan_meninggalkan_berkas_utuh(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    with subprocess.Popen(
        [sys.executable, str(program), str(tmp_path / "hasil")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=prepare({}),
        encoding="utf-8",
        start_new_session=True,
    ) as proses:
        assert proses.stdout is not None
        assert [proses.stdout.readline() for _ in range(40)][-1]
        os.killpg(proses.pid, signal.SIGINT)  # a terminal sends it to every process
        _, galat = proses.communicate(timeout=30)

    assert 1 == galat.count("KeyboardInterrupt")  # only the first process says so
    ada = [p.name for p in (tmp_path / "hasil").iterdir()]
    assert not [nama for nama in ada if nama.endswith(".tmp")]
    benar = make_serial(contoh(sum(nama.endswith(".xlsx") for nama in ada)), OpsiTerbit())
    berkas = sorted(p for p in (tmp_path / "hasil").glob("*.xlsx"))
    assert [c.isi for c in benar] == [p.read_bytes() for p in berkas]
