"""What a user sees: progress, tables and findings. rich is loaded only when there is something to show."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO, TypeVar

from kinerja.berkas import describe_oserror
from kinerja.bilangan import format_angka
from kinerja.errors import BerkasError

if TYPE_CHECKING:
    from rich.console import Console

    from kinerja.temuan import Temuan

T = TypeVar("T")
LEBAR_BERKAS = 200
"""Characters a line where there is no terminal to fit into."""


def print_data(teks: str, aliran: TextIO | None = None) -> None:
    """Lines to stdout, or another stream.

    Raises:
        BerkasError: it cannot be written, as on a full disk.
    """
    aliran = aliran or sys.stdout
    if aliran is None:
        raise BerkasError("Hasil tidak dapat ditulis (keluaran tertutup).", saran="Periksa tujuan keluaran.")
    try:
        aliran.write(teks + "\n" if teks else "")
        aliran.flush()
    except BrokenPipeError:
        raise
    except OSError as galat:
        pesan = f"Hasil tidak dapat ditulis ({describe_oserror(galat)})."
        raise BerkasError(pesan, saran="Periksa tujuan keluaran.") from None


def print_json(data: Mapping[str, object]) -> None:
    """One JSON object to stdout, for a program to read."""
    print_data(json.dumps(data, ensure_ascii=False, indent=2))


def say(teks: str) -> None:
    """A line of talk to stderr."""
    print(teks, file=sys.stderr)


def follow(isi: Iterable[T], total: int | None, nama: str) -> Iterator[T]:
    """The items again, with a progress bar on a terminal: count, rate and, where `total` is known, time left."""
    if not sys.stderr.isatty():
        yield from isi
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    laju = TextColumn("{task.fields[laju]}")
    kolom = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), laju, TimeRemainingColumn())
    with Progress(*kolom, console=_console(sys.stderr), transient=True) as kemajuan:
        tugas = kemajuan.add_task(nama, total=total, laju="")
        for satu in isi:
            speed = kemajuan.tasks[0].speed
            kemajuan.update(tugas, advance=1, laju=f"{speed:.0f}/detik" if speed else "")
            yield satu


def show_table(kepala: Sequence[str], baris: Iterable[Sequence[str]], kanan: Sequence[str] = ()) -> None:
    """A table to stderr; the columns named in `kanan` are figures."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    console = _console(sys.stderr)
    tabel = Table(box=SIMPLE_HEAD if console.is_terminal else None, pad_edge=False)
    for judul in kepala:
        tabel.add_column(judul, justify="right" if judul in kanan else "left", overflow="ellipsis")
    for sel in baris:
        tabel.add_row(*sel)
    with console.capture() as rekaman:  # written by us: rich would end the program on a closed pipe
        console.print(tabel)
    print_data(rekaman.get().rstrip("\n"), sys.stderr)


def show_temuan(kelompok: Iterable[tuple[Temuan, str]], aliran: TextIO) -> None:
    """Findings with the place to show: severity, code and place, then the sentence, then what to do."""
    baris = [
        (t, f"{t.tingkat} {t.kode}", f"  {tempat}", f"  {t.pesan}" + (f" {t.saran}" if t.saran else ""))
        for t, tempat in kelompok
    ]
    if not aliran.isatty():  # rich takes half a second for a thousand
        print_data("\n".join(f"{kepala}{tempat}\n{isi}" for _, kepala, tempat, isi in baris), aliran)
        return
    from rich.text import Text

    from kinerja.temuan import Tingkat

    warna: dict[StrEnum, str] = {Tingkat.GALAT: "bold red", Tingkat.PERINGATAN: "yellow", Tingkat.INFO: "cyan"}
    console = _console(aliran)
    with console.capture() as rekaman:
        for t, kepala, tempat, isi in baris:
            console.print(Text.assemble((kepala, warna[t.tingkat]), tempat), Text(isi), sep="\n")
    print_data(rekaman.get().rstrip("\n"), aliran)


def group_temuan(milik: Iterable[tuple[str, Sequence[Temuan]]]) -> Iterator[tuple[Temuan, str]]:
    """Findings with their places, gravest first; what three or more kecamatan have in common is told once.

    Args:
        milik: name of the kecamatan, which begins the place of its findings, and these findings.
    """
    from kinerja.temuan import Tingkat

    sama: dict[tuple[str, str, str, str], list[tuple[str, Temuan]]] = {}
    for nama, temuan in milik:
        for t in temuan:
            sama.setdefault((t.kode, t.pesan, t.saran, t.tempat.removeprefix(nama)), []).append((nama, t))
    berat: list[StrEnum] = list(Tingkat)
    for (_, _, _, sisa), anggota in sorted(sama.items(), key=lambda x: berat.index(x[1][0][1].tingkat)):
        if len(anggota) < 3:
            yield from ((t, t.tempat) for _, t in anggota)
        else:
            (satu, t), (dua, _) = anggota[:2]
            yield t, f"{len(anggota)} kecamatan ({satu}, {dua}, dan {len(anggota) - 2} lagi){sisa}"


def count_temuan(temuan: Sequence[Temuan]) -> dict[str, str]:
    """How many of each severity, gravest first, as text."""
    from kinerja.temuan import Tingkat

    return {tingkat.capitalize(): format_angka(sum(t.tingkat is tingkat for t in temuan), 0) for tingkat in Tingkat}


def write_jumlah(temuan: Sequence[Temuan]) -> str:
    """The same in one line: `1 galat, 0 peringatan, 2 info`."""
    return ", ".join(f"{n} {tingkat.lower()}" for tingkat, n in count_temuan(temuan).items())


def choose_kode(temuan: Sequence[Temuan]) -> int:
    """The exit code of a check: 1 where anything asks for a correction."""
    from kinerja.temuan import Tingkat

    return int(any(t.tingkat is not Tingkat.INFO for t in temuan))


def _console(aliran: TextIO) -> Console:
    """A console that never guesses at markup; where there is no terminal, plain and wide."""
    from rich.console import Console

    return Console(file=aliran, markup=False, highlight=False, width=None if aliran.isatty() else LEBAR_BERKAS)
