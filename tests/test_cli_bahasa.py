"""argparse speaks Indonesian in every version of Python that we support."""

import argparse
import ast
import inspect
import re
from collections.abc import Iterator

import pytest

from kinerja.cli import build_parser
from kinerja.cli.bahasa import TERJEMAHAN, Parser, install


def list_pesan() -> set[str]:
    """Every message that argparse of this Python hands to gettext, from its own source."""
    pesan: set[str] = set()
    for simpul in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Name) and simpul.func.id in {"_", "ngettext"}:
            pesan |= {a.value for a in simpul.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return pesan


def test_semua_pesan_argparse_python_ini_diterjemahkan() -> None:
    pesan = list_pesan()

    assert len(pesan) > 30
    assert pesan - TERJEMAHAN.keys() == set()


@pytest.mark.parametrize("asli", TERJEMAHAN)
def test_terjemahan_memakai_isian_yang_sama_dengan_aslinya(asli: str) -> None:
    isian = re.compile(r"%(?:\(\w+\))?[sr]")

    assert sorted(isian.findall(TERJEMAHAN[asli])) == sorted(isian.findall(asli)) or asli.endswith(
        "error: %(message)s\n"
    )


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        ([], "contoh: yang ini wajib ada: BERKAS."),
        (["a", "--banyak"], "contoh: --banyak: harus diikuti satu nilai."),
        (["a", "--banyak", "x"], "contoh: --banyak: 'x' bukan int yang sah."),
        (["a", "--warna", "hijau"], "contoh: --warna: 'hijau' tidak dikenal (pilih:"),
        (["a", "--bany", "3"], "contoh: tidak dikenal: --bany 3."),
        (["a", "--dua", "1"], "contoh: --dua: harus diikuti 2 nilai."),
    ],
)
def test_salah_pakai_dijawab_satu_kalimat_indonesia(
    argumen: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    install()
    parser = Parser(prog="contoh")
    parser.add_argument("berkas", metavar="BERKAS")
    parser.add_argument("--banyak", type=int)
    parser.add_argument("--warna", choices=("merah", "biru"))
    parser.add_argument("--dua", nargs=2)

    with pytest.raises(SystemExit) as keluar:
        parser.parse_args(argumen)

    galat = capsys.readouterr().err
    assert keluar.value.code == 2
    assert galat.startswith(kata)
    assert galat.endswith("Lihat contoh --help.\n")


def test_angka_negatif_indonesia_bukan_pilihan() -> None:
    parser = Parser(prog="contoh")
    parser.add_argument("angka")

    assert parser.parse_args(["-66,50"]).angka == "-66,50"


def test_bantuan_tidak_memuat_kata_inggris_argparse() -> None:
    install()

    bantuan = Parser(prog="contoh").format_help()

    assert bantuan.startswith("pemakaian: contoh")
    assert not re.search(r"usage|options|show this help", bantuan)


def list_pilihan(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for aksi in parser._actions:
        yield aksi
        if isinstance(aksi, argparse._SubParsersAction):
            for satu in aksi.choices.values():
                yield from list_pilihan(satu)


def test_bantuan_tidak_memuat_nama_dari_dalam_program() -> None:
    isian = {str(aksi.metavar) for aksi in list_pilihan(build_parser()) if aksi.metavar}

    assert {"ARTI=JUDUL", "BERKAS"} <= isian
    assert [] == [satu for satu in sorted(isian) if "_" in satu]
