"""`kinerja hitung skm --keluar`: the answers that were read, as a workbook to copy from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.bilangan import format_angka
from kinerja.cli import layar
from kinerja.cli.argumen import hari_ini
from kinerja.cli.keluar import check_keluar
from kinerja.errors import DataError
from kinerja.rumus.skm import list_unsur

if TYPE_CHECKING:
    from kinerja.survei.jawaban import Survei


def check_jawaban(path: Path, sumber: Path, *, timpa: bool) -> None:
    """Refuse before anything is read what could not be written.

    Raises:
        BerkasError: the file must not be written.
    """
    from workbook_templates.jawaban_survei import JUDUL

    check_keluar(path, [sumber], JUDUL, timpa=timpa)


def write_jawaban(survei: Survei, path: Path, *, timpa: bool, pada: date) -> None:
    """Write the answers, whole or not at all.

    Raises:
        DataError: the survey has other unsur than sheet SKM.
        BerkasError: the file cannot or must not be written.
    """
    from kinerja.terbit.keluaran import make_room, write_workbook
    from workbook_templates.jawaban_survei import JUDUL, build_jawaban

    baku = len(list_unsur(pada=pada))
    if len(survei.unsur) != baku:
        raise DataError(
            f"Lembar SKM memuat {baku} unsur, survei ini {len(survei.unsur)}.",
            tempat=str(path),
            saran="Hitung survei ini tanpa --keluar.",
        )
    hari = hari_ini()
    buku = build_jawaban(survei.unsur, survei.jawaban, (hari.year, hari.month, hari.day))
    pindah = make_room(path, JUDUL, timpa=timpa, hari=hari)
    write_workbook(buku, path)
    if pindah:
        layar.say(f"{path.name} yang lama dipindahkan ke {pindah}.")
    layar.say(
        f"{path} dibuat: {format_angka(len(survei.jawaban), 0)} responden. Salin isinya tanpa judul ke lembar"
        " SKM: Tempel Khusus – Nilai"
        " (Paste Special, Values)."
    )
