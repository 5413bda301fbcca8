"""A figure of an earlier quarter is held against what was collected in that quarter, however often it comes again."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from kinerja.kumpul import find_kiriman, open_kumpul
from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.pengumpulan import collect_kiriman
from kinerja.kumpul.proses import CaraKumpul
from kinerja.kumpul.rekapan import assemble_rekap
from kinerja.perjanjian.model import JenisPerjanjian, PerjanjianKinerja
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul
from kinerja.terbit.register import NAMA_REGISTER, open_lama
from tests.alat.pulang import WAKTU, draw_isian, fill, issue, send

PK, ISI = draw_isian(0, 1)
NAMA = "isian_anggaran_realisasi"
BANYAK = len(ISI[NAMA])

BULAN = {4: "April", 7: "Juli"}


def write_hari(hari: int) -> str:
    """The day so many days after the first collection."""
    kapan = WAKTU + timedelta(days=hari)
    return f"{kapan.day} {BULAN[kapan.month]} {kapan.year}"


H1, H2 = write_hari(0), write_hari(91)


class Tahun:
    """A folder of issues, and files of one kecamatan that come one after the other, each with another digest."""

    def __init__(self, akar: Path) -> None:
        self.akar, self.nomor = akar, 0
        self._buku: dict[str, bytes] = {}
        self.issue(PK)

    def issue(self, pk: PerjanjianKinerja) -> None:
        self.pk = pk
        issue(self.akar / "hasil", pk)
        self._buku = {}

    def write(self, *angka: int | None, baris: int = 7) -> Path:
        """A file with these figures of the first programme, quarter by quarter, saved anew by another program."""
        self.nomor += 1
        if not self._buku:
            kosong = tuple((None,) * len(b) for b in ISI[NAMA])
            self._buku["asal"] = fill(self.pk, {**ISI, NAMA: kosong})
        buku = openpyxl.load_workbook(io.BytesIO(self._buku["asal"]))
        for k, n in enumerate(angka):
            buku["Anggaran"].cell(baris, 8 + k).value = n
        buku.properties.lastModifiedBy = f"Petugas {self.nomor}"
        tulis = io.BytesIO()
        buku.save(tulis)
        return send(self.akar / f"kiriman-{self.nomor:02}", a=tulis.getvalue())

    def collect(self, kirim: Path, hari: int, *, ganti: bool = False) -> Kumpulan:
        waktu = WAKTU + timedelta(days=hari)
        with open_kumpul(self.akar / "hasil", None, waktu, str) as register:
            return collect_kiriman(
                find_kiriman([kirim]), register, self.akar / "hasil", waktu=waktu, cara=CaraKumpul(1, ganti)
            )

    def find(self, kirim: Path, hari: int, *, ganti: bool = False) -> list[tuple[str, str, str, str]]:
        """Cell, both values and the day of each KU60; the recap and the same command once more say the same."""
        kumpulan = self.collect(kirim, hari, ganti=ganti)
        assert kumpulan.buku[0].berlaku
        lagi = self.collect(kirim, hari + 1)
        assert lagi.to_dict() == kumpulan.to_dict()
        temuan = pick(kumpulan.buku[0].temuan)
        with open_lama(self.akar / "hasil" / NAMA_REGISTER) as register:
            rekap = assemble_rekap(register, hari=WAKTU.date())
        assert [pick(b.temuan) for b in rekap.baris if b.hasil is not None] == [temuan]
        return temuan


def pick(semua: tuple[TemuanKumpul, ...]) -> list[tuple[str, str, str, str]]:
    lalu = [t for t in semua if t.kode == "KU60"]
    assert all(t.lembar == "Anggaran" for t in lalu)
    return [(t.sel, t.terbit, t.datang, t.pesan.split(" dikumpulkan ")[1].rstrip(".")) for t in lalu]


@pytest.fixture
def tahun(tmp_path: Path) -> Tahun:
    return Tahun(tmp_path)


def test_menyimpan_ulang_berkas_yang_sama_tidak_menghapus_temuan(tahun: Tahun) -> None:
    assert tahun.find(tahun.write(3_000), 0) == []
    harap = [("H7", "3000", "3100", H1)]

    assert tahun.find(tahun.write(3_100, 400), 91) == harap
    for hari in (95, 100, 105):
        assert tahun.find(tahun.write(3_100, 400), hari) == harap
    assert tahun.find(tahun.write(3_100, 400, 50), 182) == harap


def test_angka_yang_diubah_dua_kali_dibandingkan_dengan_yang_dikumpulkan_dalam_triwulannya(tahun: Tahun) -> None:
    tahun.find(tahun.write(3_000), 0)
    tahun.find(tahun.write(3_100, 400), 91)

    assert tahun.find(tahun.write(3_200, 401, 50), 182) == [("H7", "3000", "3200", H1), ("I7", "400", "401", H2)]
    assert tahun.find(tahun.write(3_200, 400, 50), 190) == [("H7", "3000", "3200", H1)]


def test_angka_yang_dikembalikan_bukan_temuan_lagi(tahun: Tahun) -> None:
    tahun.find(tahun.write(3_000), 0)
    assert tahun.find(tahun.write(3_100, 400), 91) != []

    assert tahun.find(tahun.write(3_000, 400), 95) == []
    assert tahun.find(tahun.write(3_000, 400, 50), 182) == []


def test_pembetulan_di_dalam_triwulannya_bukan_temuan_dan_menjadi_pembanding(tahun: Tahun) -> None:
    tahun.find(tahun.write(3_000), 0)
    assert tahun.find(tahun.write(3_005), 5) == []

    assert tahun.find(tahun.write(3_005, 400), 91) == []
    assert tahun.find(tahun.write(3_000, 400), 95) == [("H7", "3005", "3000", write_hari(5))]


def test_triwulan_yang_tidak_pernah_dikumpulkan_sendiri_dibandingkan_dengan_kiriman_pertama(tahun: Tahun) -> None:
    tahun.find(tahun.write(3_000, 400), 91)
    harap = [("H7", "3000", "3100", H2)]

    assert tahun.find(tahun.write(3_100, 410), 95) == harap
    assert tahun.find(tahun.write(3_100, 410), 100) == harap
    assert tahun.find(tahun.write(3_100, 410, 50), 182) == harap
    assert tahun.find(tahun.write(3_100, 400, 50), 190) == [
        *harap,
        ("I7", "410", "400", write_hari(100)),
    ]


def test_berkas_lama_dengan_ganti_mengembalikan_angkanya_dan_tetap_pembandingnya(tahun: Tahun) -> None:
    lama = tahun.write(3_000)
    tahun.find(lama, 0)
    baru = tahun.write(3_100, 400)
    tahun.find(baru, 91)

    assert tahun.find(lama, 100, ganti=True) == [("I7", "400", "(kosong)", H2)]
    assert tahun.find(baru, 110, ganti=True) == [("H7", "3000", "3100", H1)]
    assert tahun.find(tahun.write(3_100, 400), 120) == [("H7", "3000", "3100", H1)]


def test_kiriman_pertama_yang_dihitung_lagi_tetap_yang_pertama(tahun: Tahun) -> None:
    satu, dua = tahun.write(3_000, 400), tahun.write(3_100, 400)
    tahun.find(satu, 91)
    assert tahun.find(dua, 95) == [("H7", "3000", "3100", H2)]

    assert tahun.find(satu, 100, ganti=True) == []
    assert tahun.find(tahun.write(3_100, 400), 105) == [("H7", "3000", "3100", H2)]


def test_yang_dipilih_dengan_ganti_di_dalam_triwulannya_menjadi_pembanding(tahun: Tahun) -> None:
    satu = tahun.write(3_000)
    tahun.find(satu, 0)
    tahun.find(tahun.write(3_005), 5)
    assert tahun.find(satu, 10, ganti=True) == []

    assert tahun.find(tahun.write(3_000, 400), 91) == []
    assert tahun.find(tahun.write(3_005, 400), 95) == [("H7", "3000", "3005", H1)]


def test_mundur_ke_triwulan_lalu_tidak_mencuci_angkanya(tahun: Tahun) -> None:
    """The same changed figure once more in a file without quarter II, as if quarter I had been collected only now."""
    tahun.find(tahun.write(3_000), 0)
    tahun.find(tahun.write(3_100, 400), 91)
    assert ("H7", "3000", "3100", H1) in tahun.find(tahun.write(3_100), 95)

    assert tahun.find(tahun.write(3_100, 400), 100) == [("H7", "3000", "3100", H1)]


def test_kembali_ke_triwulan_lalu_sesudah_salah_ketik_tetap_ditanyakan(tahun: Tahun) -> None:
    """A slip into quarter II and a cheat who leaves quarter II out look the same: a person decides."""
    beda = ("H7", "3000", "3005", H1)
    tahun.find(tahun.write(3_000, 1), 0)
    assert tahun.find(tahun.write(3_005), 5) == [beda, ("I7", "1", "(kosong)", H1)]

    assert tahun.find(tahun.write(3_005, 400), 91) == [beda]
    assert tahun.find(tahun.write(3_005, 400), 95) == [beda]


def test_angka_di_triwulan_jauh_yang_mendahului_bukan_kiriman_triwulan_itu(tahun: Tahun) -> None:
    tahun.find(tahun.write(3_000, None, None, 5), 0)

    assert tahun.find(tahun.write(3_000, 400, None, 5), 91) == []
    assert tahun.find(tahun.write(3_000, 400, 700, 5), 182) == []


def test_konsep_lama_yang_dihitung_lagi_tidak_menjadi_pembanding(tahun: Tahun) -> None:
    konsep = tahun.write(3_200)
    tahun.find(konsep, 0)
    tahun.find(tahun.write(3_000), 1)
    assert tahun.find(tahun.write(3_200, 400), 91) == [("H7", "3000", "3200", write_hari(1))]
    tahun.find(konsep, 95, ganti=True)

    assert tahun.find(tahun.write(3_200, 401), 99) == [("H7", "3000", "3200", write_hari(1))]


def renew(tahun: Tahun) -> None:
    tahun.issue(replace(PK, program=(*PK.program[1:], PK.program[0])))


def revise(tahun: Tahun) -> None:
    tahun.issue(replace(PK, jenis=JenisPerjanjian.PERUBAHAN, program=(*PK.program[1:], PK.program[0])))


@pytest.mark.parametrize("ubah", [renew, revise])
def test_terbitan_baru_di_antaranya_tidak_menghapus_temuan(ubah: Callable[[Tahun], None], tahun: Tahun) -> None:
    """The first programme is the last one now; what was collected of it before is its baseline still."""
    assert BANYAK > 1
    tahun.find(tahun.write(3_000), 0)
    tahun.find(tahun.write(3_100, 400), 91)
    ubah(tahun)
    baris = 6 + BANYAK
    harap, lagi = [(f"H{baris}", "3000", "3100", H1)], write_hari(100)

    assert tahun.find(tahun.write(3_100, 400, baris=baris), 100) == harap
    assert tahun.find(tahun.write(3_100, 400, 50, baris=baris), 182) == harap
    assert tahun.find(tahun.write(3_100, 400, 50, baris=baris), 190) == harap
    assert tahun.find(tahun.write(3_000, 401, 50, baris=baris), 195) == [(f"I{baris}", "400", "401", lagi)]
    assert tahun.find(tahun.write(None, None, 50, baris=baris), 200) == [
        (f"H{baris}", "3000", "(kosong)", H1),
        (f"I{baris}", "400", "(kosong)", lagi),
    ]
