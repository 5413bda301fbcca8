"""Whose a workbook is, and whether it is as it was issued, by the file alone."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from kinerja.terbit.identitas import MAKS_BAGIAN, Identitas, find_identitas, is_utuh, read_identitas, read_judul
from tests.alat.program import AKAR

TERBITAN = AKAR / "tests" / "kasus" / "terbitan"
SEMUA = sorted(TERBITAN.glob("*/*.xlsx"))
BARU = TERBITAN / "0.1.0" / "medan-baru.xlsx"


def pack_lagi(isi: bytes, ganti: dict[str, bytes] | None = None) -> bytes:
    """The same members in a zip by another program."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for satu in lama.infolist():
            baru.writestr(satu, (ganti or {}).get(satu.filename, lama.read(satu)))
    return keluar.getvalue()


@pytest.mark.parametrize("path", SEMUA, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_identitas_terbaca_juga_setelah_diisi_dan_disimpan_program_lain(path: Path) -> None:
    kode = "12.71.01" if path.stem.startswith("medan-kota") else "12.71.17"
    jenis = "perubahan" if path.stem.startswith("perubahan") else "murni"

    if jenis == "murni":
        assert find_identitas(path) == Identitas(kode, 2024, jenis)
    else:
        ada = find_identitas(path)
        assert ada is not None
        assert ada.jenis == jenis
    assert read_identitas(path.read_bytes())["versi"] == path.parent.name


@pytest.mark.parametrize("path", SEMUA, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_yang_ditulis_pengepak_kami_utuh_dan_yang_disimpan_libreoffice_tidak(path: Path) -> None:
    assert is_utuh(path.read_bytes()) == (not path.stem.endswith("libreoffice"))


def test_satu_bita_yang_berubah_di_mana_pun_tidak_utuh_lagi() -> None:
    isi = BARU.read_bytes()

    for letak in (*range(0, len(isi), 997), len(isi) - 1):
        assert not is_utuh(isi[:letak] + bytes([isi[letak] ^ 1]) + isi[letak + 1 :]), letak
    assert not is_utuh(isi + b"\0")
    assert not is_utuh(isi[:-1])
    assert not is_utuh(b"\0" + isi)


def test_dipak_ulang_program_zip_atau_disimpan_openpyxl_tidak_utuh_lagi() -> None:
    isi = BARU.read_bytes()
    lain = io.BytesIO()
    openpyxl.load_workbook(BARU).save(lain)

    for berubah in (pack_lagi(isi), lain.getvalue()):
        assert not is_utuh(berubah)
        assert find_identitas(berubah) == Identitas("12.71.17", 2024, "murni")


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<Properties>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><Properties/>',
        b"<Properties/>" + b" " * MAKS_BAGIAN,
        b'<Properties><property name="kinerja_templat"><a>perjanjian-kinerja</a></property></Properties>',
        b'<Properties><property name="kinerja_tahun"><a>dua ribu</a></property></Properties>',
    ],
)
def test_sifat_yang_rusak_berarti_bukan_siapa_siapa(xml: bytes) -> None:
    assert find_identitas(pack_lagi(BARU.read_bytes(), {"docProps/custom.xml": xml})) is None


def test_bukan_buku_kami_bukan_siapa_siapa(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "lain.xlsx")
    (tmp_path / "teks.xlsx").write_bytes(b"halo")

    assert [find_identitas(p) for p in (*tmp_path.iterdir(), tmp_path, tmp_path / "tiada")] == [None] * 4


def test_judul_terbaca_dengan_entitas_dan_cdata() -> None:
    isi = BARU.read_bytes()
    inti = b'<p xmlns:dc="x"><dc:title>A &amp; <![CDATA[<B>]]></dc:title></p>'

    assert read_judul(isi) == "Perjanjian Kinerja Medan Baru 2024"
    assert read_judul(pack_lagi(isi, {"docProps/core.xml": inti})) == "A & <B>"
