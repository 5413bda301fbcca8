"""Returns in the register: kept whole, which one counts, and what older registers and damaged rows give."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.errors import BerkasError, DataError
from kinerja.terbit import pangkalan
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import (
    Kembalian,
    add_kembalian,
    list_dihitung,
    list_semua,
    list_terakhir,
    read_isi_kembalian,
)
from kinerja.terbit.register import NAMA_REGISTER, Register, SimpananError, open_lama, open_register
from tests.alat.terbit import terbitkan
from tests.test_terbit_pangkalan import tulis
from tests.test_terbit_register import HARI, catat

BARU = Identitas("12.71.17", 2024, "murni")
ACAK = os.urandom(20_000)
POLOS = b"<row>" * 9_000


def make(isi: bytes, identitas: Identitas = BARU, *, dihitung: bool = True, berkas: str = "a.xlsx") -> Kembalian:
    return Kembalian(
        identitas, hashlib.sha256(isi).hexdigest(), dihitung, "2024-04-15T09:30:00+07:00", berkas, "0.7.0", 2, 1,
        "2024-04-14T08:00:00Z", "lengkap", '{"isian_a":[["1",null]]}', json.dumps({"rerata": "97,5"}), "[]",
    )  # fmt: skip


def kumpulkan(register: Register, isi: bytes, kembalian: Kembalian | None = None) -> bool:
    with register.transaction():
        return add_kembalian(register, kembalian or make(isi), isi)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAMA_REGISTER


def test_yang_dikumpulkan_dapat_dibaca_kembali_seutuhnya(path: Path) -> None:
    tanpa = replace(make(POLOS), revisi=None, triwulan=0, disimpan="", temuan='[{"kode":"KU01"}]')
    with open_register(path, HARI) as register:
        assert [kumpulkan(register, ACAK), kumpulkan(register, POLOS, tanpa)] == [True, True]

    with open_lama(path) as register:
        assert list(list_semua(register)) == [make(ACAK), tanpa]
        assert read_isi_kembalian(register, make(ACAK).sidik) == ACAK
        assert read_isi_kembalian(register, tanpa.sidik) == POLOS
        assert register.list_terbitan() == []
        (satu, mampat) = register.read("SELECT mampat, length(simpanan) FROM isi_kembali ORDER BY id")
    assert satu == (0, len(ACAK))
    assert mampat[0] == 1
    assert mampat[1] < len(POLOS) / 50


def test_berkas_kosong_pun_utuh(path: Path) -> None:
    with open_register(path, HARI) as register:
        kumpulkan(register, b"")

        assert read_isi_kembalian(register, make(b"").sidik) == b""


def test_berkas_yang_sama_untuk_perjanjian_yang_sama_dicatat_sekali(path: Path) -> None:
    lain = replace(make(ACAK), waktu="2025", berkas="lain.xlsx", hasil='{"lain":1}', temuan='["lain"]')
    with open_register(path, HARI) as register:
        hasil = [kumpulkan(register, ACAK, k) for k in (make(ACAK), lain, make(ACAK))]
        kumpulkan(register, ACAK, make(ACAK, replace(BARU, tahun=2025)))

        assert hasil == [True, False, False]
        assert list(list_semua(register)) == [make(ACAK), make(ACAK, replace(BARU, tahun=2025))]
        assert register.read("SELECT count(*) FROM isi_kembali") == [(1,)]


def test_yang_terakhir_dihitung_menurut_kata_pengumpulnya(path: Path) -> None:
    with open_register(path, HARI) as register:

        def terakhir() -> list[str]:
            return [k.berkas for k in list_terakhir(register)]

        kumpulkan(register, b"1", make(b"1", berkas="tw1"))
        kumpulkan(register, b"salinan", make(b"salinan", berkas="salinan", dihitung=False))
        assert terakhir() == ["tw1"]
        kumpulkan(register, b"2", make(b"2", berkas="tw2"))
        kumpulkan(register, b"1", make(b"1", berkas="tw1", dihitung=False))  # seen again beside the newer one
        assert terakhir() == ["tw2"]
        kumpulkan(register, b"1", make(b"1"))  # the newer one was withdrawn
        assert terakhir() == ["tw1"]
        kumpulkan(register, b"salinan", make(b"salinan"))
        assert terakhir() == ["salinan"]
        assert [(k.berkas, k.dihitung) for k in list_semua(register)] == [
            ("tw1", True),
            ("salinan", True),
            ("tw2", True),
        ]
        assert list_dihitung(register, BARU) == [make(isi).sidik for isi in (b"2", b"1", b"salinan")]


def test_yang_tidak_pernah_dihitung_tidak_termasuk_yang_terakhir(path: Path) -> None:
    with open_register(path, HARI) as register:
        kumpulkan(register, b"1", make(b"1", dihitung=False))

        assert list(list_terakhir(register)) == []
        assert [k.dihitung for k in list_semua(register)] == [False]


def test_disaring_menurut_kecamatan_tahun_dan_jenis(path: Path) -> None:
    semua = [Identitas(k, t, j) for k in ("12.71.01", "12.71.17") for t in (2024, 2025) for j in ("murni", "perubahan")]
    with open_register(path, HARI) as register:
        for n, satu in enumerate(reversed(semua)):
            kumpulkan(register, b"%d" % n, make(b"%d" % n, satu))

        assert [k.identitas for k in list_terakhir(register)] == semua
        assert [k.identitas for k in list_terakhir(register, 2025)] == [i for i in semua if i.tahun == 2025]
        assert [k.identitas for k in list_terakhir(register, 2024, "murni")] == [semua[0], semua[4]]
        assert [k.identitas for k in list_semua(register, "12.71.17", jenis="murni")] == [semua[4], semua[6]]


def test_register_tanpa_tabelnya_tidak_memuat_kiriman_dan_tetap_terbaca_versi_lama(path: Path) -> None:
    terbitkan(path.parent, 2)
    with open_lama(path) as register:
        sebelum = register.list_terbitan()
        assert [*list_semua(register), *list_terakhir(register), *list_dihitung(register, BARU)] == []
        with pytest.raises(BerkasError, match="Kiriman itu tidak ada"):
            read_isi_kembalian(register, "00" * 32)
    with closing(sqlite3.connect(path)) as db:
        susunan = db.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()

    with open_register(path, HARI) as register:
        kumpulkan(register, ACAK)
        assert register.list_terbitan() == sebelum
    terbitkan(path.parent, 3)

    with open_lama(path) as register:
        assert len(register.list_terbitan()) == 3
        assert list(list_semua(register)) == [make(ACAK)]
    with closing(sqlite3.connect(path)) as db:
        kini = db.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        assert db.execute("PRAGMA user_version").fetchone() == (1,)  # what version 0.7.0 opens
        assert set(susunan) <= set(kini)


def test_folder_di_bawah_hanya_memuat_kecamatannya(tmp_path: Path) -> None:
    path = tmp_path / NAMA_REGISTER
    (tmp_path / "medan").mkdir()
    lain = replace(BARU, kode="91.71.01")
    with open_register(path, HARI) as register:
        catat(register, b"medan", folder="medan")
        catat(register, b"lain", lain, folder="lain")
        for satu in (BARU, lain):
            kumpulkan(register, satu.kode.encode(), make(satu.kode.encode(), satu))

    for folder, kode in ((None, ["12.71.17", "91.71.01"]), (tmp_path / "medan", ["12.71.17"])):
        with open_lama(path, folder=folder) as register:
            assert [k.identitas.kode for k in list_semua(register)] == kode
            assert [k.identitas.kode for k in list_terakhir(register, 2024)] == kode


def test_register_yang_hanya_dapat_dibaca_dibaca(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_register(path, HARI) as register:
        kumpulkan(register, ACAK)
    asli = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda p, **kw: asli(f"file:{p}?mode=ro", uri=True, **kw))

    with open_lama(path) as register:
        assert list(list_terakhir(register)) == [make(ACAK)]
        assert read_isi_kembalian(register, make(ACAK).sidik) == ACAK
        with pytest.raises(BerkasError, match="tidak dapat dibuka atau ditulisi"):
            kumpulkan(register, POLOS)


@pytest.mark.parametrize(
    "salah",
    [
        {"identitas": replace(BARU, tahun=0)},
        {"identitas": replace(BARU, tahun=10_000)},
        {"identitas": replace(BARU, kode="12\0")},
        {"identitas": replace(BARU, jenis="\ud800")},
        {"berkas": "a\0b"},
        {"status": "\udcff"},
        {"revisi": 0},
        {"triwulan": 5},
    ],
)
def test_yang_akan_merusak_register_ditolak_sebelum_ditulis(path: Path, salah: dict[str, object]) -> None:
    with open_register(path, HARI) as register:
        kumpulkan(register, ACAK)
        with pytest.raises(DataError, match="kiriman ini"):
            kumpulkan(register, POLOS, replace(make(POLOS), **salah))  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="JSON"):
            kumpulkan(register, POLOS, replace(make(POLOS), hasil='{"a":NaN}'))

    with open_lama(path) as register:
        assert list(list_semua(register)) == [make(ACAK)]


def test_yang_gagal_di_tengah_tidak_tercatat_sama_sekali(path: Path) -> None:
    with open_register(path, HARI) as register:
        with pytest.raises(ZeroDivisionError), register.transaction():
            add_kembalian(register, make(ACAK), ACAK)
            1 / 0  # noqa: B018

        assert list(list_semua(register)) == []
        assert kumpulkan(register, ACAK)
        assert list(list_semua(register)) == [make(ACAK)]


def test_di_luar_transaksi_tidak_dapat_dicatat(path: Path) -> None:
    with open_register(path, HARI) as register, pytest.raises(AssertionError):
        add_kembalian(register, make(ACAK), ACAK)


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE isi_kembali SET sidik = 'teks'",
        "UPDATE isi_kembali SET simpanan = 7",
        "UPDATE isi_kembali SET panjang = 'x'",
        "UPDATE isi_kembali SET mampat = 'ya'",
        "DELETE FROM isi_kembali",
        "DROP TABLE isi_kembali",
        "ALTER TABLE kembali DROP COLUMN status",
        "UPDATE kembali SET tahun = 'lalu'",
        "UPDATE kembali SET revisi = 0",
        "UPDATE kembali SET triwulan = 9",
        "UPDATE kembali SET dihitung = x'01'",
        "UPDATE kembali SET isian = x'7b7d'",
        "UPDATE kembali SET berkas = CAST(x'610062' AS TEXT)",
        "UPDATE kembali SET waktu = CAST(x'ff' AS TEXT)",
    ],
)
def test_sel_yang_salah_jenis_adalah_register_rusak(path: Path, perintah: str) -> None:
    with open_register(path, HARI) as register:
        kumpulkan(register, ACAK)
    tulis(path, perintah)

    with pytest.raises(BerkasError, match="Register terbitan rusak"), open_lama(path) as register:
        list(list_semua(register))


@pytest.mark.parametrize("isi", ["'{'", "''", "CAST(x'7b7d0078' AS TEXT)"])
@pytest.mark.parametrize("kolom", ["isian", "hasil", "temuan"])
def test_data_yang_rusak_disebut_dan_pulih_bila_dikumpulkan_lagi(path: Path, kolom: str, isi: str) -> None:
    with open_register(path, HARI) as register:
        kumpulkan(register, ACAK)
    tulis(path, f"UPDATE kembali SET {kolom} = {isi}")

    with open_register(path, HARI) as register:
        with pytest.raises(SimpananError) as galat:
            list(list_terakhir(register))
        kalimat = "Simpanan kiriman 12.71.17 murni 2024 di register rusak. Kumpulkan lagi berkas a.xlsx."
        assert str(galat.value) == f"{path}: {kalimat}"
        assert not kumpulkan(register, ACAK)
        assert list(list_terakhir(register)) == [make(ACAK)]


@pytest.mark.parametrize("isi", [ACAK, POLOS])
@pytest.mark.parametrize("rusak", ["x'00'", "zeroblob(99)"])
def test_berkas_yang_rusak_tidak_pernah_diberikan_dan_pulih_bila_dikumpulkan_lagi(
    path: Path, isi: bytes, rusak: str
) -> None:
    with open_register(path, HARI) as register:
        kumpulkan(register, isi)
    tulis(path, f"UPDATE isi_kembali SET simpanan = {rusak}")

    with open_register(path, HARI) as register:
        with pytest.raises(SimpananError, match="Kumpulkan lagi berkasnya"):
            read_isi_kembalian(register, make(isi).sidik)
        kumpulkan(register, isi)
        assert read_isi_kembalian(register, make(isi).sidik) == isi


def test_daftar_tidak_menahan_register(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads row by row keeps nobody waiting, not even himself."""
    monkeypatch.setattr(pangkalan, "_DIAM", 0.1)
    monkeypatch.setattr(pangkalan, "_TUNGGU", 0.2)
    with open_register(path, HARI) as register:
        for n in range(3):
            kumpulkan(register, b"%d" % n)

        with open_register(path, HARI) as lain:
            sidik = []
            for n, satu in enumerate(list_semua(register)):
                sidik.append(satu.sidik)
                kumpulkan(lain, b"lagi %d" % n)

        assert sidik == [make(b"%d" % n).sidik for n in range(3)]
        assert len(list(list_semua(register))) == 6
