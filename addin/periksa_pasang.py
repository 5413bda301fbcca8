"""Find out why the installed kinerja.xlam does not answer: the known reasons, each looked at."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from ntpath import normpath
from pathlib import Path

from addin.asr import check_asr
from addin.build.xlam_isi import IsiXlam, read_xlam
from addin.komputer import Komputer, Pemeriksaan
from addin.syarat import check_dll, check_huruf, list_syarat, list_syarat_python
from kinerja.errors import KinerjaError

TANDA_INTERNET = "Zone.Identifier"
MULAI = ("addin", "hosts", "excel_mulai.py")
"""Of the library, where Python begins."""
TANPA_PYTHON = "Add-in tanpa Python: tidak memerlukan apa pun di komputer ini."
ULANG = "Jalankan lagi: kinerja addin pasang."
PILIHAN_EXCEL = r"HKCU\Software\Microsoft\Office\{versi}\Excel\Options"
"""Its values OPEN, OPEN1, … are the add-ins that Excel opens besides those in its start folder."""
VERSI = ("16.0", "15.0", "14.0")


def diagnose(komputer: Komputer) -> list[Pemeriksaan]:
    """Every reason, with what was found; those of Python only where the add-in needs it."""
    path = komputer.xlam
    if not os.path.lexists(path):
        belum = Pemeriksaan(False, f"Add-in belum ada di {path}.", "Jalankan: kinerja addin pasang.")
        return [belum, *_check_lain(komputer), *_check_python(komputer)]
    try:
        isi = read_xlam(path)
    except KinerjaError as galat:
        pesan = f"{galat.tempat or path}: {galat.pesan}"
        saran = "Pindahkan berkas itu ke folder lain, lalu jalankan: kinerja addin pasang."
        return [Pemeriksaan(False, pesan, saran), *_check_lain(komputer), *_check_python(komputer)]
    umum = [_check_tanda(path), *_check_lain(komputer)]
    if isi.murni:
        return [Pemeriksaan(True, TANPA_PYTHON), *umum]
    if isi.lama:
        return [
            Pemeriksaan(False, "Add-in ini dibuat oleh kinerja yang lebih lama.", ULANG),
            *umum,
            *_check_python(komputer),
        ]
    return [*_check_isi(isi, komputer), *umum, *check_asr(replace(komputer, python=isi.python))]


def _check_isi(isi: IsiXlam, komputer: Komputer) -> Iterator[Pemeriksaan]:
    """What the add-in names, whether it is there; of packages only this Python knows, so of another nothing is said."""
    saran = "Jalankan kinerja addin pasang dari Python yang masih ada."
    ada = isi.python.is_file()
    yield Pemeriksaan(ada, f"Python yang dipanggil Excel: {isi.python}.", saran)
    pustaka = isi.pustaka.joinpath(*MULAI).is_file()
    pesan = f"Pustaka kinerja yang dipanggil Excel {'' if pustaka else 'tidak '}ada di {isi.pustaka}."
    yield Pemeriksaan(pustaka, pesan, ULANG)
    if _is_sama(isi.python, komputer.python):
        pesan = f"Add-in dibuat untuk xlwings {isi.versi}, terpasang {komputer.versi_xlwings or 'tidak ada'}."
        yield Pemeriksaan(isi.versi == komputer.versi_xlwings, pesan, ULANG)
        yield from list_syarat_python(komputer)
    elif ada:
        pesan = f"Excel memanggil Python lain daripada {komputer.python}; paketnya tidak dapat dilihat dari sini."
        saran = f'Jalankan: "{isi.python.with_name("python.exe")}" -m kinerja addin periksa.'
        yield Pemeriksaan(None, pesan, saran)
    yield from check_huruf(komputer, isi.python, isi.pustaka)
    yield from check_dll(replace(komputer, versi_xlwings=isi.versi), isi.dll)


def _is_sama(python: Path, lain: Path) -> bool:
    """Whether both are of one installation: python.exe and pythonw.exe stand beside each other."""
    satu, dua = (normpath(str(x.parent)).lower() for x in (python, lain))
    return satu == dua


def _check_tanda(path: Path) -> Pemeriksaan:
    bersih = not Path(f"{path}:{TANDA_INTERNET}").exists()
    return Pemeriksaan(
        bersih,
        f"Berkas add-in {'tanpa tanda' if bersih else 'bertanda'} dari internet (Mark of the Web).",
        f"Klik kanan {path}, Properti (Properties), centang Buka blokir (Unblock); atau jalankan lagi: "
        "kinerja addin pasang.",
    )


def _check_lain(komputer: Komputer) -> Iterator[Pemeriksaan]:
    """Another kinerja.xlam that Excel opens as well: of two with one name only one is, and formulas point to it."""
    kunci = [PILIHAN_EXCEL.format(versi=versi) for versi in VERSI]
    try:
        isi = [str(komputer.read_registry(satu, nama)) for satu in kunci for nama in _list_buka(komputer, satu)]
    except OSError:
        yield Pemeriksaan(None, "Daftar add-in Excel: tidak dapat diketahui, sebab registri tidak boleh dibaca.")
        return
    lain = sorted({path for satu in isi if (path := find_lain(satu, str(komputer.xlam)))})
    yield Pemeriksaan(
        not lain,
        f"Excel juga membuka {' dan '.join(lain)}; dari dua berkas bernama sama hanya satu yang dipakai."
        if lain
        else "Tidak ada kinerja.xlam lain yang dibuka Excel.",
        "Di Excel: Opsi (Options) > Add-in (Add-ins) > Buka... (Go...), hapus centang Kinerja atau Fungsi Kinerja.",
    )


def _list_buka(komputer: Komputer, kunci: str) -> list[str]:
    return [nama for nama in komputer.list_registry(kunci) if re.fullmatch(r"OPEN\d*", nama, re.IGNORECASE)]


def find_lain(buka: str, xlam: str) -> str:
    r"""The path of another kinerja.xlam in what Excel was told to open; "" for this one and for any other file.

    >>> find_lain('/R "C:\\Data\\Kinerja.xlam"', "C:/A/kinerja.xlam")
    'C:\\Data\\Kinerja.xlam'
    >>> find_lain('"C:\\A\\kinerja.xlam"', "C:/A/kinerja.xlam"), find_lain('"C:\\A\\lain.xlam"', "C:/A/kinerja.xlam")
    ('', '')
    """
    cocok = re.search(r'"([^"]+)"|(?:^|\s)([^\s/"][^"]*)$', buka)
    path = (cocok[1] or cocok[2] or "").strip() if cocok else ""
    nama = path.replace("/", "\\").rpartition("\\")[2]
    if nama.lower() != "kinerja.xlam" or normpath(path).lower() == normpath(xlam).lower():
        return ""
    return path


def _check_python(komputer: Komputer) -> Iterator[Pemeriksaan]:
    yield from list_syarat(komputer)
    yield from check_asr(komputer)
