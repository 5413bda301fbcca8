"""Every advice about files that come in, followed: the right file is sent, and counts with what was typed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kinerja.terbit.pangkalan import NAMA_REGISTER
from tests.alat.perintah import run_utama
from tests.alat.saran import follow
from tests.alat.saran_cli import advise, succeed
from tests.alat.saran_kumpul import (
    DUA,
    Tampung,
    answer,
    compute_belanja,
    kumpul,
    list_kode,
    read_belanja,
    rekap,
)
from tests.buku_kembali import change

TANPA = {
    "Nilailah apakah penjelasannya dapat diterima.": "Orang yang menilai; penjelasannya sendiri ditampilkan.",
    "Tanyakan kepada kecamatan cara surveinya dijalankan.": "Jawabannya bukan berkas: pola survei tetap pola itu.",
}


def check_dihitung(capsys: Tampung, sumber: object = "kirim", *pilihan: object, kode: str = DUA[0]) -> None:
    """What was typed arrives in the recap."""
    assert any(b["dihitung"] for b in kumpul(capsys, sumber, *pilihan).values())
    assert read_belanja({"dihitung": True, "temuan": [], **rekap(capsys)[kode]}) == compute_belanja(kode)


@follow(
    "Periksa foldernya; yang dikumpulkan berkas .xlsx atau zip.",
    "Periksa namanya.",
    "Sebutkan folder tujuan kinerja buat dengan --terbit FOLDER.",
)
def test_sumber_dan_folder_terbitan_disebut_dengan_benar(kirim: Path, capsys: Tampung) -> None:
    (kirim / "a.xlsx").write_bytes(answer())
    Path("lain").mkdir()
    advise(capsys, "Periksa foldernya; yang dikumpulkan berkas .xlsx atau zip.", "kumpul", "lain")
    advise(capsys, "Periksa namanya.", "kumpul", "kirm")
    Path("hasil").rename("terbitan")
    saran = "Sebutkan folder tujuan kinerja buat dengan --terbit FOLDER."
    advise(capsys, saran, "kumpul", kirim)

    data = kumpul(capsys, kirim, "--terbit", "terbitan")

    assert read_belanja(data["a.xlsx"]) == compute_belanja()


@follow("Pindahkan isinya ke folder di atasnya.")
def test_folder_yang_terlalu_dalam_dipindahkan_isinya(kirim: Path, capsys: Tampung) -> None:
    dalam = kirim.joinpath(*["x"] * 51)
    dalam.mkdir(parents=True)
    (dalam / "a.xlsx").write_bytes(answer())
    (buku,) = kumpul(capsys, kirim).values()
    assert list_kode(buku, "Pindahkan isinya ke folder di atasnya.") == ["KU01"]

    (dalam / "a.xlsx").rename(dalam.parent / "a.xlsx")
    dalam.rmdir()

    check_dihitung(capsys)


BONGKAR = "Bongkar menjadi folder, lalu kumpulkan foldernya; bila tidak bisa, minta dikirim ulang."


def _pack() -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        arsip.writestr("a.xlsx", answer())
    return wadah.getvalue()


@follow(BONGKAR)
@pytest.mark.parametrize(
    ("nama", "isi"),
    [("kiriman.rar", b"Rar!\x1a\x07\x01\x00"), ("kiriman.zip", _pack()[:2_000])],
    ids=["rar", "terpotong"],
)
def test_arsip_yang_tidak_dapat_dibuka_dibongkar_menjadi_folder(
    nama: str, isi: bytes, kirim: Path, capsys: Tampung
) -> None:
    (kirim / nama).write_bytes(isi)
    semua = kumpul(capsys, kirim)
    assert [list_kode(b, BONGKAR) for b in semua.values()] == [["KU01"]]

    (kirim / nama).unlink()
    (kirim / "kiriman").mkdir()
    (kirim / "kiriman" / "a.xlsx").write_bytes(answer())

    check_dihitung(capsys)


def _make_lain() -> bytes:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        buku.add_worksheet("Catatan").write("A1", "milik saya")
    return wadah.getvalue()


def _break_milik(buku: Any) -> None:
    for sel in ("B4", "B5", "B6", "B7"):
        buku["Identitas"][sel].value = None


def _pose(buku: Any) -> None:
    """The file of the second kecamatan says that it is of the first."""
    buku["Identitas"]["B4"].value = DUA[0]


Kiriman = tuple[str, Callable[[], bytes]]
BERKAS: dict[str, list[Kiriman]] = {
    "Minta dikirim ulang.": [("KU01", bytes)],
    "Minta kecamatan mengirim ulang buku kerja .xlsx yang diisinya.": [
        ("KU01", lambda: b"%PDF-1.4"),
        ("KU01", lambda: answer()[:4_000]),
    ],
    "Kumpulkan berkas .xlsx yang diterbitkan dan diisi.": [("KU01", _make_lain)],
    "Tanyakan milik siapa; minta mengisi buku yang diterbitkan.": [("KU03", lambda: change(answer(), _break_milik))],
    "Minta kecamatan mengisi buku yang diterbitkan untuknya.": [("KU02", lambda: change(answer(DUA[1]), _pose))],
    "Tanyakan milik siapa berkas ini.": [("KU08", lambda: change(answer(DUA[1]), _pose))],
    "Tanyakan dahulu kepada pengirimnya.": [("KU06", lambda: change(answer(DUA[1]), _pose))],
    "Ingatkan kecamatan mengisinya; berkas ini tidak dihitung.": [
        ("KU09", lambda: next(Path("hasil").glob(f"{DUA[0]}*")).read_bytes())
    ],
}
"""Advice -> code of the finding, and a file that shows it."""


@follow(*BERKAS)
@pytest.mark.parametrize("saran", BERKAS)
def test_berkas_yang_diminta_lagi_dihitung(saran: str, kirim: Path, capsys: Tampung) -> None:
    for kode, make in BERKAS[saran]:
        (kirim / "a.xlsx").write_bytes(make())
        (buku,) = kumpul(capsys, kirim).values()
        assert (list_kode(buku, saran), buku["dihitung"]) == ([kode], False), buku["temuan"]

    (kirim / "a.xlsx").write_bytes(answer())

    check_dihitung(capsys)
    assert not list_kode(kumpul(capsys, kirim)["a.xlsx"], saran)


@follow("Minta berkasnya dikirim ulang.")
def test_yang_ditolak_tanpa_saran_sendiri_dikirim_ulang(
    kirim: Path, capsys: Tampung, monkeypatch: pytest.MonkeyPatch
) -> None:
    (kirim / "a.xlsx").write_bytes(answer())
    with monkeypatch.context() as lama:
        lama.setattr("kinerja.terbit.kiriman.MAKS_REVISI", 0)  # a number that this version cannot keep
        (buku,) = kumpul(capsys, kirim).values()
    assert list_kode(buku, "Minta berkasnya dikirim ulang.") == ["KU01"]

    check_dihitung(capsys)


@follow("Minta kecamatan mengetik ulang isian yang tampak sebagai kotak atau tanda tanya.")
def test_isian_berkarakter_terlarang_diketik_ulang(kirim: Path, capsys: Tampung) -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(answer())) as lama, zipfile.ZipFile(wadah, "w") as baru:
        for nama in lama.namelist():
            baru.writestr(nama, lama.read(nama).replace(b"Hujan lebat.", b"Hujan _xD800_"))
    (kirim / "a.xlsx").write_bytes(wadah.getvalue())
    (buku,) = kumpul(capsys, kirim).values()
    saran = "Minta kecamatan mengetik ulang isian yang tampak sebagai kotak atau tanda tanya."
    assert list_kode(buku, saran) == ["KU01"]

    (kirim / "a.xlsx").write_bytes(answer())

    check_dihitung(capsys)


@follow("Periksa folder terbitan yang disebut dengan --terbit.", "Minta buku {}, atau periksa --terbit.")
def test_yang_tidak_ada_terbitannya_dikumpulkan_dengan_folder_yang_benar(kirim: Path, capsys: Tampung) -> None:
    succeed(capsys, "buat", "--kecamatan", "12.71.17", "--responden", "3", "--keluar", "lain")
    (kirim / "a.xlsx").write_bytes(answer())
    saran = "Periksa folder terbitan yang disebut dengan --terbit."
    (buku,) = kumpul(capsys, kirim, "--terbit", "lain").values()
    assert list_kode(buku, saran) == ["KU04"]
    (kirim / "a.xlsx").write_bytes(change(answer(), lambda b: b["Identitas"].__setitem__("B6", 2031)))
    (buku,) = kumpul(capsys, kirim).values()
    (t,) = (t for t in buku["temuan"] if t["kode"] == "KU04")
    assert t["saran"] == "Minta buku murni 2025, atau periksa --terbit."

    (kirim / "a.xlsx").write_bytes(answer())

    check_dihitung(capsys)


@follow("Terbitkan dahulu dengan kinerja buat.")
def test_rekap_sebelum_ada_terbitan_menunggu_kinerja_buat(folder_kerja: Path, capsys: Tampung) -> None:
    buat = ("buat", "--kecamatan", "12.71.17", "--responden", "3")
    succeed(capsys, *buat, "--keluar", "lain")
    Path("hasil").mkdir()
    (terbit,) = Path("lain").glob("*.xlsx")
    Path("hasil", terbit.name).write_bytes(b"diisi orang")
    assert run_utama(capsys, *buat)[0] == 2
    assert Path("hasil", NAMA_REGISTER).exists()
    advise(capsys, "Terbitkan dahulu dengan kinerja buat.", "rekap", "hasil")

    succeed(capsys, *buat, "--timpa")

    assert list(rekap(capsys)) == ["12.71.17"]
