"""Files that mean harm, or are beyond help: one sentence each, in time, and those after them are read."""

from __future__ import annotations

import os
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.kumpul.berkas import list_kiriman
from kinerja.tabel.batas import MAKS_BERKAS
from tests.alat.serangan.arsip import compress, inflate, lie, stream
from tests.alat.serangan.arsip import pack as pack_nakal
from tests.test_kumpul_berkas import SATU, pack, put, tell

BONGKAR = "Bongkar menjadi folder, lalu kumpulkan foldernya; bila tidak bisa, minta dikirim ulang."
JUTA = b"\0" * 1_000_000
BESAR = "Isi berkas terlalu besar."
RUSAK = "Berkas rusak dan tidak dapat dibaca."
LUAR = "Ada bagian yang menunjuk ke luar berkas."


def make_sandi() -> bytes:
    return pack_nakal([replace(compress("a.xlsx", SATU), bendera=1)])


def make_berlapis() -> bytes:
    """Forty zips of 10 MB, none of which is too large by itself."""
    satu = pack_nakal([inflate("a.xlsx", b"PK", JUTA, 10)])
    return pack({f"{n}.zip": satu for n in range(40)})


@pytest.mark.parametrize(
    ("make", "pesan"),
    [
        (lambda: pack_nakal([inflate("a.xlsx", b"PK", JUTA, 300)]), BESAR),
        (lambda: pack_nakal([compress(f"{n}.xlsx", b"x") for n in range(4_001)]), BESAR),
        (make_sandi, "Berkas terkunci sandi."),
        (lambda: pack_nakal([compress("../a.xlsx", SATU)]), LUAR),
        (lambda: pack_nakal([compress("/etc/a.xlsx", SATU)]), LUAR),
        (lambda: pack_nakal([compress("C:\\a.xlsx", SATU)]), LUAR),
        (lambda: pack_nakal([compress("a.xlsx", SATU)] * 2), "Ada bagian yang tersimpan dua kali di dalam berkas."),
        (lambda: pack({"a.xlsx": SATU})[:9_000], RUSAK),
        (lambda: b"PK\3\4" + os.urandom(999), RUSAK),
        (lambda: b"Rar!\x1a\7\1\0", "Ini arsip RAR, yang tidak dapat dibuka."),
        (lambda: b"7z\xbc\xaf\x27\x1c\0\4", "Ini arsip 7z, yang tidak dapat dibuka."),
    ],
)
@pytest.mark.parametrize("dalam", [False, True])
def test_zip_yang_buruk_dijawab_satu_kalimat_dan_yang_lain_dibaca(
    tmp_path: Path, make: Callable[[], bytes], pesan: str, *, dalam: bool
) -> None:
    isi = make()
    put(tmp_path, {"b.zip": pack({"n.zip": isi, "z.xlsx": SATU}) if dalam else isi, "c.xlsx": SATU})

    awal = time.perf_counter()
    semua = list(list_kiriman([tmp_path]))

    assert time.perf_counter() - awal < 5
    nama = "b.zip › n.zip" if dalam else "b.zip"
    assert tell(semua) == {nama: pesan, "c.xlsx": "buku"} | ({"b.zip › z.xlsx": "buku"} if dalam else {})
    assert [k.galat.saran for k in semua if k.galat] == [BONGKAR]


def test_zip_berlapis_yang_jumlahnya_terlalu_besar_berhenti_di_batas(tmp_path: Path) -> None:
    put(tmp_path, {"b.zip": make_berlapis(), "c.xlsx": SATU})

    hasil = tell(list(list_kiriman([tmp_path])))

    isi = [apa for nama, apa in hasil.items() if nama.endswith(".zip")]
    assert sum(nama.endswith("a.xlsx") for nama in hasil) == 25
    assert isi == ["Isi zip ini terlalu banyak."] * 15
    assert hasil["c.xlsx"] == "buku"


def test_anggota_yang_berbohong_tentang_besarnya_atau_putus_tidak_menghentikan_yang_lain(tmp_path: Path) -> None:
    bohong = lie(inflate("a.xlsx", b"PK", JUTA, 20), 100)
    rusak = replace(compress("b.xlsx", SATU), data=b"\xff" * 99)
    put(tmp_path, {"x.zip": pack_nakal([bohong, rusak, compress("c.xlsx", SATU)])})

    hasil = tell(list(list_kiriman([tmp_path])))

    assert hasil == {"x.zip › a.xlsx": RUSAK, "x.zip › b.xlsx": RUSAK, "x.zip › c.xlsx": "buku"}


def test_yang_tidak_ada_tidak_boleh_dibaca_atau_bukan_berkas(tmp_path: Path) -> None:
    put(tmp_path, {"a.xlsx": SATU, "tutup/b.xlsx": SATU})
    (tmp_path / "putus.xlsx").symlink_to("entah")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipa.xlsx")

    hasil = tell(list(list_kiriman([tmp_path / "tiada", Path("a\0b"), tmp_path, tmp_path / ("p" * 300)])))

    akhir = {nama.removeprefix(f"{tmp_path}/"): apa for nama, apa in hasil.items()}
    assert akhir.pop("…" + "p" * 299)[: len("Berkas tidak dapat")] == "Berkas tidak dapat"
    assert akhir.pop("pipa.xlsx", "Ini bukan berkas biasa.") == "Ini bukan berkas biasa."
    assert akhir == {
        "tiada": "Berkas tidak ditemukan.",
        "a?b": "Nama berkas tidak sah.",
        "a.xlsx": "buku",
        "putus.xlsx": "Berkas tidak ditemukan.",
        "tutup/b.xlsx": "buku",
    }


def test_folder_yang_tidak_terbaca_disebut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"tutup/b.xlsx": SATU, "z.xlsx": SATU})
    asli = os.listdir

    def tolak(path: Path) -> list[str]:
        if Path(path).name == "tutup":
            raise PermissionError(13, "")
        return asli(path)

    monkeypatch.setattr(os, "listdir", tolak)

    hasil = tell(list(list_kiriman([tmp_path])))

    assert hasil == {"tutup": "Berkas tidak dapat dibaca (tidak diizinkan).", "z.xlsx": "buku"}


def test_folder_yang_terlalu_dalam_disebut_sekali(tmp_path: Path) -> None:
    dalam = Path(*["d"] * 300)
    put(tmp_path, {(dalam / "a.xlsx").as_posix(): SATU, "e/" * 50 + "b.xlsx": SATU})

    hasil = tell(list(list_kiriman([tmp_path])))

    assert hasil == {"d/" * 50 + "d": "Folder ini terlalu dalam.", "e/" * 50 + "b.xlsx": "buku"}


def test_berkas_yang_terlalu_besar_ditolak_tanpa_dibaca(tmp_path: Path) -> None:
    for nama, awal in (("a.zip", b"PK\3\4"), ("b.xlsx", b"PK\3\4"), ("c.mp4", b"\0\0\0\x18ftyp")):
        with (tmp_path / nama).open("wb") as berkas:
            berkas.write(awal)
            berkas.truncate(MAKS_BERKAS + 1)

    tracemalloc.start()
    semua = list(list_kiriman([tmp_path]))
    _, puncak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    besar = "Berkas lebih besar dari 64 MB."
    assert tell(semua) == {"a.zip": besar, "b.xlsx": besar, "c.mp4": "berkas yang tidak dikenal, bukan buku kerja"}
    assert semua[0].galat is not None
    assert semua[0].galat.saran == BONGKAR
    assert puncak < 2_000_000


def test_ingatan_tetap_untuk_seribu_buku(tmp_path: Path) -> None:
    put(tmp_path, {"x.zip": pack({f"{n}.xlsx": SATU for n in range(300)})})
    put(tmp_path, {f"{n}.xlsx": SATU for n in range(700)})

    tracemalloc.start()
    kini = [tracemalloc.get_traced_memory()[0] for k in list_kiriman([tmp_path]) if len(k.isi) == len(SATU)]
    tracemalloc.stop()

    assert len(kini) == 1_000
    assert max(kini) < (tmp_path / "x.zip").stat().st_size + 2_000_000


def test_aliran_mampat_tanpa_arsip_disebut(tmp_path: Path) -> None:
    """A stream without an archive around it."""
    put(tmp_path, {"a.gz": b"\x1f\x8b" + stream(b"x", 9), "b.xlsx": SATU})

    assert tell(list(list_kiriman([tmp_path]))) == {
        "a.gz": "Ini arsip gzip, yang tidak dapat dibuka.",
        "b.xlsx": "buku",
    }
