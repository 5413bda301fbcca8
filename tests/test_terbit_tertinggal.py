"""An issue that carries what was typed gives way only to one that has it too, or to `timpa`, and then into `lama`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kinerja.kumpul.ketinggalan import count_tertinggal, make_penghitung
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.terbit.folder import TERTINGGAL, Sumbatan
from kinerja.terbit.pembuatan import Isi, OpsiTerbit, identify, make_serial
from kinerja.terbit.penerbitan import StatusTerbit, Terbit, Tujuan, issue_workbooks
from kinerja.terbit.register import NAMA_REGISTER
from kinerja.terbit.sha256sums import list_sidik
from kinerja.workbook.layout import Matriks
from tests.alat.terbit import ASAL, buat_perjanjian, nama

ISI: dict[str, Matriks] = {"isian_anggaran_dpa": ((5,), (6,)), "isian_camat_pangkat": (("Pembina",),)}
LAIN = "Uji Baru"


def press(isi: Isi, responden: int = 3) -> bytes:
    pk = buat_perjanjian(1)
    (jadi,) = make_serial(pk, OpsiTerbit(responden=responden, isi={identify(pk[0]): isi}))
    return jadi.isi


def issue(folder: Path, isi: Isi, sebutan: str = "Uji Satu", *, responden: int = 3, timpa: bool = False) -> Terbit:
    pk = buat_perjanjian(1, sebutan)
    opsi = OpsiTerbit(responden=responden, timpa=timpa, isi={identify(pk[0]): isi})
    (satu,) = issue_workbooks(pk, Tujuan(folder, count_tertinggal=make_penghitung(())), asal=ASAL, opsi=opsi)
    return satu


@pytest.mark.parametrize("rusak", [False, True])
def test_terbitan_berisi_tetap_dan_tercatat_walau_register_rusak(rusak: bool, tmp_path: Path) -> None:
    lama = issue(tmp_path, ISI)
    isi = lama.path.read_bytes()
    if rusak:
        with closing(sqlite3.connect(tmp_path / NAMA_REGISTER)) as basis, basis:
            basis.execute("UPDATE isi SET simpanan = x'00', dasar = NULL")

    satu = issue(tmp_path, {}, responden=4)

    assert (satu.status, satu.tertinggal) == (StatusTerbit.DITOLAK, 3)
    assert satu.sumbatan == (Sumbatan(tmp_path / nama(1), TERTINGGAL),)
    assert lama.path.read_bytes() == isi
    assert list_sidik(tmp_path) == {(nama(1), lama.sha256)}


def test_buku_kecamatan_yang_berganti_nama_dipindahkan_ke_lama(tmp_path: Path) -> None:
    lama = issue(tmp_path, ISI)
    isi = lama.path.read_bytes()
    assert issue(tmp_path, {}, LAIN).sumbatan == (Sumbatan(lama.path, TERTINGGAL),)

    satu = issue(tmp_path, {}, LAIN, timpa=True)

    assert (satu.status, [dari for dari, _ in satu.pindah]) == (StatusTerbit.DIBUAT, [lama.path])
    assert [p.read_bytes() for p in (tmp_path / "lama").iterdir()] == [isi]
    assert list(tmp_path.glob("*.xlsx")) == [satu.path]
    assert issue(tmp_path, {}, LAIN, responden=4).status is StatusTerbit.DIBUAT  # the last one is blank now


@pytest.mark.parametrize(
    ("kini", "banyak"),
    [
        ({}, 3),
        (ISI, 0),
        (ISI | {"isian_anggaran_dpa": ((5,),)}, 1),
        (ISI | {"isian_anggaran_dpa": ((7,), (8,))}, 0),  # other values are what whoever names the source wants
    ],
)
def test_yang_tertinggal_ialah_sel_yang_tadinya_terisi_dan_kini_kosong(kini: Isi, banyak: int) -> None:
    lama = press(ISI)

    assert count_tertinggal(lama, press(kini, 4), None) == banyak
    assert count_tertinggal(lama, press(kini, 4), read_buku(press({}), "").identitas["sidik"]) == banyak
    assert count_tertinggal(lama, press(kini, 4), read_buku(lama, "").identitas["sidik"]) == 0


def test_isian_tanpa_tempat_terhitung_hanya_bila_tidak_dibawa() -> None:
    """Of six answers two have a row left: who carried was told of the others."""
    lama = press({"isian_skm_jawaban": ((1,), (2,), (3,), (4,), (1,), (2,))}, 6)
    baru = press({"isian_skm_jawaban": ((1,), (2,))}, 2)

    assert (count_tertinggal(lama, baru, None), count_tertinggal(lama, baru, "lain")) == (4, 0)
