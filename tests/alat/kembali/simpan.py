"""Workbooks saved again by other programs, many in one run: what an officer's computer does to a file by itself.

`ssconvert` is Gnumeric. Excelize is what many web services in Go write with. Not here: Apache POI (Debian's package
lacks most classes of its schema) and Excel, WPS, Google Sheets (no Linux program).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import formulon
import openpyxl

from tests.alat.calc import run_calc
from tests.alat.libreoffice import convert
from tests.alat.mesin import KE_XLSX
from tests.alat.program import AKAR, ProgramError, find, run

SKRIP = Path(__file__).parent / "simpan.js"
DETIK_MULAI, DETIK_PER_BERKAS = 60.0, 20.0
SEJENDELA = 40
"""Files that LibreOffice opens in windows of one run, which has four minutes."""
SARINGAN = KE_XLSX.partition(":")[2]

Jalur = Mapping[Path, Path]
"""Where each output belongs, by its source."""


def _save_libreoffice(berkas: Jalur) -> None:
    _convert(berkas, KE_XLSX)


def _save_ods(berkas: Jalur) -> None:
    _convert(berkas, "ods", KE_XLSX)


def _convert(berkas: Jalur, *langkah: str) -> None:
    with ExitStack() as buka:
        kini = {asal: asal for asal in berkas}
        for ke in langkah:
            hasil = buka.enter_context(convert(list(kini.values()), ke, ke.partition(":")[0], "id-ID"))
            kini = {asal: hasil[path] for asal, path in kini.items()}
        for asal, path in kini.items():
            shutil.copyfile(path, berkas[asal])


def _save_jendela(berkas: Jalur) -> None:
    """Opened in a window, so that what belongs to the view (panes, tab colours) is there when it is saved."""
    tugas: list[dict[str, Any]] = [
        {"buka": str(asal), "tampil": True, "hitung": False, "simpan": {str(tujuan): SARINGAN}}
        for asal, tujuan in berkas.items()
    ]
    for mulai in range(0, len(tugas), SEJENDELA):
        run_calc(tugas[mulai : mulai + SEJENDELA], lokal="id-ID")


def _save_openpyxl(berkas: Jalur) -> None:
    for asal, tujuan in berkas.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            openpyxl.load_workbook(asal).save(tujuan)


def _save_formulon(berkas: Jalur) -> None:
    for asal, tujuan in berkas.items():
        with formulon.Workbook.load(asal.read_bytes()) as buku:
            buku.recalc()
            tujuan.write_bytes(buku.save())


def _save_gnumeric(berkas: Jalur) -> None:
    program = find("ssconvert", "gnumeric")
    for asal, tujuan in berkas.items():
        run([program, "-T", "Gnumeric_Excel:xlsx2", str(asal), str(tujuan)], detik=DETIK_MULAI)


def _save_node(program: str) -> Callable[[Jalur], None]:
    def save(berkas: Jalur) -> None:
        if not (AKAR / ".alat" / "node_modules" / NODE[program]).is_dir():
            raise ProgramError(f"{program} tidak ada di .alat; jalankan `make uji`, atau tests/alat/pasang.sh.")
        jalur = [str(path) for pasangan in berkas.items() for path in pasangan]
        perintah = [find("node", "nodejs"), str(SKRIP), program, *jalur]
        run(perintah, detik=DETIK_MULAI + DETIK_PER_BERKAS * len(berkas))

    return save


NODE = {"exceljs": "exceljs", "sheetjs": "xlsx", "excelize": "excelize-wasm"}
PROGRAM: Mapping[str, Callable[[Jalur], None]] = {
    "libreoffice": _save_libreoffice,
    "libreoffice-jendela": _save_jendela,
    "libreoffice-ods": _save_ods,
    "openpyxl": _save_openpyxl,
    "exceljs": _save_node("exceljs"),
    "sheetjs": _save_node("sheetjs"),
    "excelize": _save_node("excelize"),
    "gnumeric": _save_gnumeric,
    "formulon": _save_formulon,
}
LAMBAT = {"libreoffice", "libreoffice-jendela", "libreoffice-ods", "excelize"}
"""Programs that take a second a file or more, and some to start."""


def save_ulang(program: str, berkas: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files as a program of `PROGRAM` saves them again, by the same names.

    Raises:
        ProgramError: the program is missing, failed, or left a file out.
    """
    with tempfile.TemporaryDirectory(prefix="kinerja-simpan-") as sementara:
        akar = Path(sementara)
        jalur = {nama: (akar / f"{n:04d}.xlsx", akar / f"{n:04d}-ulang.xlsx") for n, nama in enumerate(berkas)}
        for nama, (asal, _) in jalur.items():
            asal.write_bytes(berkas[nama])
        PROGRAM[program](dict(jalur.values()))
        hilang = [nama for nama, (_, tujuan) in jalur.items() if not tujuan.is_file()]
        if hilang:
            raise ProgramError(f"{program} tidak menghasilkan {', '.join(hilang[:5])}.")
        return {nama: tujuan.read_bytes() for nama, (_, tujuan) in jalur.items()}


def write_kasus(versi: str) -> None:
    """A filled workbook of a version, saved by every program into tests/kasus/simpan-ulang/."""
    kasus = AKAR / "tests" / "kasus"
    isi = (kasus / "terbitan" / versi / "medan-baru-terisi.xlsx").read_bytes()
    for program in PROGRAM:
        (kasus / "simpan-ulang" / f"{program}.xlsx").write_bytes(save_ulang(program, {"": isi})[""])


if __name__ == "__main__":
    write_kasus(sys.argv[1])
