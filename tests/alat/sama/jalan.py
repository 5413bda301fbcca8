"""The rows of the table of outcomes, run in each host; what comes back is what its cells show."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import formulon
import ironcalc

from addin import fungsi as semua_fungsi
from addin.bekukan import freeze_formula
from addin.build.murni import write_modules
from addin.build.oxt import build_oxt
from addin.ejaan import LAYANAN_CALC, get_metode
from addin.fungsi import DAFTAR
from addin.hari_ini import hari_ini
from addin.nilai import KODE
from addin.rumus_biasa import TanpaRumusError
from addin.rumus_lambda import list_bernama
from kinerja.alamat import parse_range
from kinerja.errors import KinerjaError
from tests.alat.addin import blank, to_code
from tests.alat.bernama import read_formulon, spell_formulon
from tests.alat.calc import run_calc
from tests.alat.mesin import recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.alat.murni import GALAT_VBA, Persen, write_proyek
from tests.alat.peramban import Peramban
from tests.alat.sama.aturan import flatten
from tests.alat.sama.batas import HARI_NOL
from tests.alat.sama.lembar import Lembar, need_vba, write_buku, write_vba
from tests.alat.sama.rantai import GEMA, _read_gema
from tests.alat.sama.tabel import (
    DITOLAK,
    NILAI_SAJA,
    TIDAK_ADA,
    Baris,
    Gabungan,
    Hilang,
    Kolom,
    Panggil,
    Tuan,
    Tulis,
)
from tests.alat.sama.tuan import run_com
from tests.alat.vba import make_proyek
from tests.alat.web import GALAT_EXCEL, to_cells, to_js

MAKS_BARIS = 3
"""Rows of a result of a whole column that are looked at; below them nothing stands."""


def size(harap: Any) -> tuple[int, int]:
    """Rows and columns of an outcome."""
    return (len(harap), len(harap[0])) if isinstance(harap, list) else (1, 1)


def to_nilai(harap: Any) -> Any:
    """An outcome of the table as values: the table of predicates is what the core has."""
    return to_code(DAFTAR["SAKIP_PREDIKAT"].at(hari_ini()).evaluate()) if harap == "tabel" else harap


def run_murni_tabel(baris: Sequence[Baris], folder: Path) -> list[Any]:
    """VBA without Python; too many arguments are what its signature does not take."""
    return _run_vba(baris, folder / "murni.xlsm", "murni", lambda tambahan: _murni(folder, tambahan))


def _murni(folder: Path, tambahan: str) -> bytes:
    write_proyek(folder / "murni-proyek.bin", tambahan)
    return (folder / "murni-proyek.bin").read_bytes()


def _run_vba(baris: Sequence[Baris], path: Path, tuan: Tuan, make: Callable[[str], bytes]) -> list[Any]:
    rumus, tambahan, hasil = {}, [], {}
    for nomor, satu in enumerate(baris):
        lembar = Lembar(f"D{nomor}")
        if _is_ditolak(satu.panggilan, opsional=tuan == "murni"):
            hasil[nomor] = DITOLAK
            continue
        if need_vba(satu):
            tambahan.append(write_vba(nomor, satu, lembar))
            teks = f"uji_{nomor}()"
        else:
            teks = lembar.write(satu.panggilan, str)
        ukuran = size(to_nilai(satu.expect(tuan))) if tuan == "murni" else (1, 1)
        rumus[nomor] = teks, lembar, ukuran
    tempat = write_buku(path, rumus, vba=make("\n".join(tambahan)))
    baca = [satu.hasil for satu in tempat.values()]
    nilai = run_calc([{"buka": str(path), "baca": baca}])[0]["nilai"]
    hasil |= {nomor: _from_vba(nilai[satu.hasil]) for nomor, satu in tempat.items()}
    return [hasil[nomor] for nomor in range(len(baris))]


def _from_vba(nilai: Any) -> Any:
    """A CVErr of VBA, which LibreOffice shows as a text, as its code; the text of a code is called one."""
    if isinstance(nilai, list):
        return [[_from_vba(sel) for sel in satu] for satu in nilai]
    return GALAT_VBA.get(nilai, f"teks {nilai}" if nilai in KODE else nilai) if isinstance(nilai, str) else nilai


def _is_ditolak(panggilan: Panggil, *, opsional: bool) -> bool:
    """Whether Excel refuses the formula, by the signature that VBA has.

    Args:
        opsional: the add-in without Python, whose arguments may all be left out.
    """
    modul = "\n".join(write_modules().values()) if opsional else "\n".join(_list_modul())
    cocok = re.search(rf"(?m)^Public Function {panggilan.nama}\((.*)\) As Variant$", modul)
    if not cocok:  # no such function: #NAME?
        return False
    parameter = [satu.strip() for satu in cocok[1].split(",") if satu.strip()]
    wajib = [satu for satu in parameter if not satu.startswith(("Optional ", "ParamArray "))]
    banyak = len(panggilan.argumen)
    return banyak < len(wajib) or (banyak > len(parameter) and "ParamArray" not in cocok[1])


def _list_modul() -> list[str]:
    return ["\n".join(kode.splitlines()) for kode in make_proyek("kinerja_server().CallUDF").modul.values()]


def run_excel_tabel(baris: Sequence[Baris], folder: Path) -> list[Any]:
    """Excel with Python: through the generated VBA, then xlwings' COM server; what is nested is computed first."""
    dalam = [x for satu in baris for x in satu.panggilan.argumen if isinstance(x, Panggil)]
    if dalam:
        jawab = iter(run_excel_tabel([Baris("", x, None) for x in dalam], folder))
        baris = [_replace(satu, lambda _: next(jawab)) for satu in baris]

    def make(tambahan: str) -> bytes:
        proyek = make_proyek("uji_gema")
        proyek.add("uji", f"{GEMA}\n{tambahan}")
        return proyek.to_bytes()

    gema = _run_vba(baris, folder / "excel.xlsm", "excel", make)
    # What VBA refuses by itself is an error already.
    sendiri = {i: satu for i, satu in enumerate(gema) if satu in (*KODE, DITOLAK)}
    lanjut = [i for i in range(len(baris)) if i not in sendiri]
    dari_com = run_com([(baris[i].panggilan.nama, _read_gema(gema[i])) for i in lanjut])
    hasil = sendiri | dict(zip(lanjut, dari_com, strict=True))
    return [hasil[i] for i in range(len(baris))]


def _replace(baris: Baris, hitung: Callable[[Panggil], Any]) -> Baris:
    """A row with its nested calls replaced by what they give."""
    isi = (Tulis(hitung(x) or "") if isinstance(x, Panggil) else x for x in baris.panggilan.argumen)
    return replace(baris, panggilan=replace(baris.panggilan, argumen=tuple(isi)))


def run_web_tabel(baris: Sequence[Baris], excel: Peramban) -> list[Any]:
    """Office.js; each row in rows of cells of its own."""
    return [_call_web(satu.panggilan, f"D{nomor}", excel) for nomor, satu in enumerate(baris)]


def _call_web(panggilan: Panggil, lembar: str, excel: Peramban) -> Any:
    argumen: list[Any] = []
    for k, nilai in enumerate(panggilan.argumen):
        huruf = "ACEGIK"[k]
        match nilai:
            case Panggil():
                argumen.append(_call_web(nilai, lembar, excel) or "")
            case Hilang():
                argumen.append(None)
            case Tulis(nilai=tetap):
                argumen.append(tetap)
            case Kolom(isi=isi):
                argumen.append(to_cells([[x] for x in isi], f"{lembar}!{huruf}:{huruf}"))
            case Gabungan(bagian=bagian):
                argumen.append({"gabungan": [to_cells(x, f"{lembar}!{h}1") for x, h in zip(bagian, "XZ", strict=True)]})
            case _:
                argumen.append(_to_web(nilai, f"{lembar}!{huruf}1"))
    jawaban = excel.call(panggilan.nama, *argumen)
    if "hasil" not in jawaban:
        return jawaban.get("galat", DITOLAK)
    hasil = [[_from_web(sel) for sel in satu] for satu in jawaban["hasil"]]
    while len(hasil) > MAKS_BARIS and not any(hasil[-1]) and any(isinstance(x, Kolom) for x in panggilan.argumen):
        hasil.pop()
    return flatten(hasil)


def _to_web(nilai: Any, letak: str) -> dict[str, Any]:
    if isinstance(nilai, Persen):
        return to_cells(nilai.nilai, letak, [["0.0%"]])
    if isinstance(nilai, date):
        return to_cells((nilai - HARI_NOL.date()).days, letak, [["d-mmm"]])
    return to_cells(to_js(nilai), letak)


def _from_web(sel: Any) -> Any:
    if isinstance(sel, dict):
        return GALAT_EXCEL[sel["errorType"]]
    if isinstance(sel, str):
        return f"teks {sel}" if sel in KODE else sel or None
    return float(sel) if isinstance(sel, int) and not isinstance(sel, bool) else sel


def run_calc_tabel(baris: Sequence[Baris], folder: Path) -> list[Any]:
    """The extension; the file is opened in a window, as a user does."""
    rumus = {}
    for nomor, satu in enumerate(baris):
        lembar = Lembar(f"D{nomor}")
        teks = lembar.write(satu.panggilan, lambda nama: f"{LAYANAN_CALC}.{get_metode(nama)}".upper())
        rumus[nomor] = teks, lembar, size(to_nilai(satu.expect("calc")))
    tempat = write_buku(folder / "calc.xlsx", rumus)
    baca = [x for satu in tempat.values() for x in (satu.hasil, satu.galat)]
    tugas = {"buka": str(folder / "calc.xlsx"), "tampil": True, "baca": baca}
    nilai = run_calc([tugas], build_oxt(folder))[0]["nilai"]
    return [_tell_teks(nilai[tempat[n].hasil], nilai[tempat[n].galat]) for n in range(len(baris))]


def _tell_teks(nilai: Any, galat: Any) -> Any:
    """Results, with the text of a code called a text."""
    if isinstance(nilai, list):
        return [[_tell_teks(x, g) for x, g in zip(p, q, strict=True)] for p, q in zip(nilai, galat, strict=True)]
    return f"teks {nilai}" if nilai in KODE and not galat else nilai


def run_lambda_tabel(mesin: str, baris: Sequence[Baris], folder: Path) -> list[Any]:
    """LAMBDA names in an engine; a result of a whole column needs a workbook of its own, as it fills the sheet."""
    nama = {x.fungsi.nama: x.rumus for x in list_bernama(pada=hari_ini())}
    if mesin == "formulon":
        nama = {satu: spell_formulon(teks) for satu, teks in nama.items()}
    rumus = {}
    for nomor, satu in enumerate(baris):
        lembar = Lembar(f"D{nomor}")
        rumus[nomor] = lembar.write(satu.panggilan, str), lembar, size(to_nilai(satu.expect("lambda")))
    path = folder / f"lambda-{mesin}.xlsx"
    tempat = write_buku(path, rumus, nama=nama, dinamis=True)
    alamat = [tempat[nomor].hasil for nomor in range(len(baris))]
    return _read_ironcalc(path, alamat) if mesin == "ironcalc" else _read_formulon(path, alamat)


def _read_ironcalc(path: Path, alamat: Sequence[str]) -> list[Any]:
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    return [_read_blok(satu, lambda b, k: model.get_cell_value(0, b + 1, k + 1)) for satu in alamat]


def _read_formulon(path: Path, alamat: Sequence[str]) -> list[Any]:
    with formulon.Workbook.load(path.read_bytes()) as buku:
        buku.recalc()
        return [_read_blok(satu, partial(read_formulon, buku)) for satu in alamat]


def _read_blok(alamat: str, read: Callable[[int, int], Any]) -> Any:
    atas, kiri, bawah, kanan = parse_range(alamat)
    return flatten(blank([[read(b, k) for k in range(kiri, kanan + 1)] for b in range(atas, bawah + 1)]))


def run_beku_tabel(baris: Sequence[Baris], folder: Path) -> dict[str, list[Any]]:
    """Frozen formulas in three engines."""
    rumus: dict[int, tuple[str, Lembar, tuple[int, int]]] = {}
    for nomor, satu in enumerate(baris):
        lembar = Lembar(f"D{nomor}")
        with contextlib.suppress(TanpaRumusError):
            rumus[nomor] = freeze_formula(lembar.write(satu.panggilan, str), pada=hari_ini()), lembar, (1, 1)
    path = folder / "beku.xlsx"
    tempat = write_buku(path, rumus)
    mesin = {
        "calc": recalc_libreoffice([path])[path],
        "formulon": recalc_formulon(path),
        "ironcalc": recalc_ironcalc(path),
    }
    return {
        satu: [blank(nilai["H", tempat[n].hasil]) if n in tempat else NILAI_SAJA for n in range(len(baris))]
        for satu, nilai in mesin.items()
    }


def run_python_tabel(baris: Sequence[Baris]) -> list[Any]:
    """From Python: an exception is its code; what Python has not is TIDAK_ADA."""
    return [TIDAK_ADA if satu.expect("python") == TIDAK_ADA else _call_python(satu.panggilan) for satu in baris]


def _call_python(panggilan: Panggil) -> Any:
    nama = [arg.nama for arg in DAFTAR[panggilan.nama].at(hari_ini()).args]
    posisi: list[Any] = []
    bernama: dict[str, Any] = {}
    for k, nilai in enumerate(panggilan.argumen):
        if isinstance(nilai, Hilang):
            continue
        isi = _call_python(nilai) if isinstance(nilai, Panggil) else nilai.nilai if isinstance(nilai, Tulis) else nilai
        if k > len(posisi):
            bernama[nama[k]] = isi
        else:
            posisi.append(isi)
    try:
        return flatten(blank(to_code(getattr(semua_fungsi, panggilan.nama)(*posisi, **bernama))))
    except KinerjaError as galat:
        return galat.kode_excel
