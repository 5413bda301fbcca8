"""README and docs: links lead somewhere, printed commands are taken, an official types `kinerja …`."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja import __version__
from kinerja.cli import PERINTAH, build_parser
from tests.alat import dok_perintah
from tests.alat.program import AKAR

README = AKAR / "README.md"
DOCS = sorted((AKAR / "docs").glob("*.md"))
UNTUK_PEJABAT = [README, *DOCS]
SEMUA = [*UNTUK_PEJABAT, AKAR / "DEVELOPING.md", AKAR / "CHANGELOG.md"]
BERAKSI = ("addin", "templat", "hitung", "daftar")
"""Commands whose second word is an action with options of its own."""
MAKS_README = 10_000
"""Bytes: an official reads it to the end."""


def list_tautan(path: Path) -> list[str]:
    return [t for t in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")) if not t.startswith("https:")]


def list_bagian(path: Path) -> set[str]:
    """The anchors that the headings of a page have, as forges make them."""
    judul = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", satu.casefold()).replace(" ", "-") for satu in judul}


def list_baris_perintah(path: Path) -> Iterator[str]:
    """Commands that stand alone on a line of a block, as one types them."""
    for blok in re.findall(r"^ *```\w*\n(.*?)^ *```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        for baris in blok.splitlines():
            if cocok := re.fullmatch(r" *(?:\$ )?kinerja (.+)", baris):
                yield cocok[1]


def list_sebutan(path: Path) -> Iterator[str]:
    """Commands that are named in running text."""
    yield from re.findall(r"`kinerja ([^`]+)`", path.read_text("utf-8"))


@pytest.mark.parametrize("path", SEMUA, ids=lambda p: p.name)
def test_setiap_tautan_menuju_berkas_dan_bagian_yang_ada(path: Path) -> None:
    for tautan in list_tautan(path):
        berkas, _, bagian = tautan.partition("#")
        tujuan = (path.parent / berkas) if berkas else path
        assert tujuan.is_file(), tautan
        assert not bagian or bagian in list_bagian(tujuan), tautan


def test_readme_pendek_dan_setiap_halaman_docs_ditautkan_dari_sana() -> None:
    assert len(README.read_bytes()) <= MAKS_README
    assert {f"docs/{p.name}" for p in DOCS} <= set(list_tautan(README))


def test_halaman_perintah_masih_baru() -> None:
    """After a change: python -m tests.alat.dok_perintah"""
    teks = dok_perintah.DOK.read_text("utf-8")
    assert dok_perintah.update_dok(teks) == teks
    assert "## kinerja rekonsiliasi" in teks


def test_nama_roda_yang_diketik_adalah_versi_ini() -> None:
    assert set(re.findall(r"kinerja-(\d[\d.]*\d)", README.read_text("utf-8"))) == {__version__}


def test_bagian_pejabat_mendahului_bagian_pengembang() -> None:
    teks = README.read_text("utf-8")
    assert teks.index("## Memasang kinerja di Windows") < teks.index("## Lima pekerjaan") < teks.index("make uji")


@pytest.mark.parametrize("path", UNTUK_PEJABAT, ids=lambda p: p.name)
def test_setiap_baris_perintah_diterima_apa_adanya(path: Path) -> None:
    semua = list(list_baris_perintah(path))
    assert len(semua) >= 8 or path != README
    for baris in semua:
        kata = shlex.split(baris, comments=True)
        args = build_parser(kata[0]).parse_args([k.replace("…", "x") for k in kata])
        assert callable(args.run), baris


@pytest.mark.parametrize("path", UNTUK_PEJABAT, ids=lambda p: p.name)
def test_setiap_perintah_dan_pilihan_yang_disebut_ada(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for sebutan in list_sebutan(path):
        kata = sebutan.split()
        assert kata[0] in PERINTAH or kata[0] in ("--versi", "--help", "PERINTAH"), sebutan
        beraksi = kata[0] in BERAKSI and re.fullmatch(r"[a-z]+", " ".join(kata[1:2]))
        perintah = kata[: 2 if beraksi else 1] if kata[0] in PERINTAH else []
        with pytest.raises(SystemExit):
            build_parser(kata[0]).parse_args([*perintah, "--help"])
        bantuan = capsys.readouterr().out
        for pilihan in re.findall(r"--[a-z][a-z-]+", sebutan):
            assert re.search(rf"{pilihan}(?![\w-])", bantuan) or pilihan == "--help", sebutan


@pytest.mark.parametrize("path", UNTUK_PEJABAT, ids=lambda p: p.name)
def test_di_windows_pejabat_mengetik_kinerja_saja(path: Path) -> None:
    teks = path.read_text("utf-8")
    assert path.name == "memasang.md" or not re.search(
        r"py -m kinerja|python -m kinerja|Scripts\\+kinerja|\.venv\\", teks
    )


def test_setiap_entri_changelog_menyebut_macam_perubahan_dan_tahunnya() -> None:
    teks = (AKAR / "CHANGELOG.md").read_text("utf-8")
    entri = re.findall(
        r"^## ([\d.]+) \(\d{4}-\d\d-\d\d\)\n\nKind: (.+)\. Years: (none|all|[\d, ]+)\.$", teks, re.MULTILINE
    )
    macam = {"rules", "workbooks", "interface", "correction", "addition", "speed", "documents"}

    assert [versi for versi, _, _ in entri] == re.findall(r"^## ([\d.]+)", teks, re.MULTILINE)
    assert entri[0][0] == __version__
    for versi, kata, tahun in entri:
        assert set(kata.split(", ")) <= macam, versi
        assert ("rules" in kata) == (tahun != "none"), versi
