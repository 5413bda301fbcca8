"""Two files of one issue in one of which rows or columns were put in or taken out: what moved does not differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja.perjanjian.kembali.beda_buku import Selisih, list_selisih
from kinerja.perjanjian.kembali.beda_buku_butir import HASIL, ISIAN, KATA
from kinerja.perjanjian.kembali.terhitung import read_terhitung
from tests.alat.kembali.sel import Isi
from tests.test_kembali_banding_susunan import VERSI, Langkah, edit

TERISI = VERSI / "medan-baru-terisi.xlsx"


def compare(folder: Path, *langkah: Langkah, isi: dict[str, dict[str, Isi]] | None = None) -> tuple[Selisih, ...]:
    (folder / "ubah.xlsx").write_bytes(edit(*langkah, isi=isi))
    return list_selisih(read_terhitung(TERISI), read_terhitung(folder / "ubah.xlsx"))


def test_dari_baris_yang_disisipkan_hanya_isinya_yang_disebut(tmp_path: Path) -> None:
    ketikan: dict[str, Isi] = {"C9": "Program titipan", "H9": 1_000_000.0}

    beda = compare(tmp_path, ("insert_rows", "Anggaran", 8, 1), isi={"Anggaran": ketikan})

    assert [(s.bagian, s.lembar, s.sel, s.semula, s.menjadi) for s in beda] == [
        (KATA, "Anggaran", "C9", None, "Program titipan"),
        (ISIAN, "Anggaran", "H9", None, 1_000_000),
    ]


def test_yang_diubah_di_bawah_sisipan_disebut_di_tempatnya_sekarang(tmp_path: Path) -> None:
    """F11 was F10 before; the note in R20 stands where nothing stood."""
    ketikan: dict[str, Isi] = {"F11": 7.0, "R20": "catatan"}

    beda = compare(tmp_path, ("insert_rows", "Anggaran", 8, 1), isi={"Anggaran": ketikan})

    assert ("Anggaran", "F11", 7) in [(s.lembar, s.sel, s.menjadi) for s in beda]
    assert ("Anggaran", "R20", None, "catatan") in [(s.lembar, s.sel, s.semula, s.menjadi) for s in beda]
    assert all("JUMLAH" != s.semula and s.bagian in (HASIL, KATA) for s in beda)


@pytest.mark.parametrize("langkah", [("insert_cols", "Capaian", 7, 1), ("insert_rows", "Manfaat", 0, 1)])
def test_sisipan_yang_kosong_tidak_membuat_buku_berbeda(langkah: Langkah, tmp_path: Path) -> None:
    assert compare(tmp_path, langkah) == ()


def test_baris_yang_dihapus_disebut_sekali_setiap_selnya(tmp_path: Path) -> None:
    beda = compare(tmp_path, ("delete_rows", "Anggaran", 8, 1))

    hilang = [s for s in beda if s.semula is not None and s.menjadi is None and s.sel[1:] == "9"]
    isian, kata, rumus = set("DEHIJK"), set("ABC"), set("FGLMNO")
    assert {s.sel[0] for s in hilang} == isian | kata | rumus
    assert len([s for s in hilang if s.sel[0] in isian | kata]) == len(isian | kata)
    assert {s.lembar for s in hilang} == {"Anggaran"}
    assert {s.sel[1:] for s in beda if s.lembar != "Cek"} == {"9", "12"}  # the row, and the totals
