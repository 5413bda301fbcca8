"""The tables of docs/perintah.md, from the commands' own help: `python -m tests.alat.dok_perintah` writes them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from addin.build.dok import replace_bagian
from kinerja.cli import build_parser
from tests.alat.program import AKAR

DOK = AKAR / "docs" / "perintah.md"
DIKENAL = {"--help"}


def write_perintah() -> str:
    """Markdown: a heading a command, its actions, its options."""
    return "\n".join(baris for nama, parser, guna in list_perintah() for baris in _write_satu(nama, parser, guna))


def update_dok(teks: str) -> str:
    """The page with the current tables between its marks."""
    return replace_bagian(teks, "perintah", write_perintah())


def list_perintah() -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    """Every command and every action that has options of its own, in the order of the help."""
    for nama, parser, guna in _list_anak(build_parser()):
        yield nama, parser, guna
        yield from ((f"{nama} {aksi}", anak, arti) for aksi, anak, arti in _list_anak(parser))


def _list_anak(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    for aksi in parser._actions:
        if isinstance(aksi, argparse._SubParsersAction):
            guna = {satu.dest: satu.help or "" for satu in aksi._choices_actions}
            yield from ((nama, anak, guna.get(nama, "")) for nama, anak in aksi.choices.items())


def _write_satu(nama: str, parser: argparse.ArgumentParser, guna: str) -> Iterator[str]:
    tingkat = "##" if " " not in nama else "###"
    yield from (f"{tingkat} kinerja {nama}", "", f"{guna[:1].upper()}{guna[1:]}.".replace("%%", "%"), "")
    bentuk = parser._get_formatter()
    baris = [
        f"| {_write_ejaan(satu, bentuk)} | {_write_arti(satu, bentuk)} |".replace("<", "&lt;")
        for satu in parser._actions
        if satu.help is not argparse.SUPPRESS
        and not isinstance(satu, argparse._SubParsersAction)
        and not DIKENAL.intersection(satu.option_strings)
    ]
    if baris:
        yield from ("| ditulis | artinya |", "|---|---|", *baris, "")


def _write_arti(satu: argparse.Action, bentuk: argparse.HelpFormatter) -> str:
    return " ".join(bentuk._expand_help(satu).split()) if satu.help else ""


def _write_ejaan(satu: argparse.Action, bentuk: argparse.HelpFormatter) -> str:
    """How an argument or option is typed."""
    nilai = "" if satu.nargs == 0 else bentuk._format_args(satu, bentuk._get_default_metavar_for_optional(satu))
    ejaan = satu.option_strings[-1:] or []
    return f"`{' '.join([*ejaan, *([nilai] if nilai else [])])}`".replace("|", "\\|")


if __name__ == "__main__":
    DOK.write_text(update_dok(DOK.read_text("utf-8")), "utf-8")
