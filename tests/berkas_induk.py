"""Input data as files: the least that makes an agreement, Medan's, and the three carriers."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import openpyxl

from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.induk.skema import TABEL, UMUM
from kinerja.perjanjian.model import PerjanjianKinerja

Data = dict[str, list[dict[str, Any]]]
"""Rows of each table, by table and column key; `umum` has one."""

MEDAN = files("kinerja").joinpath("data", "medan_2024.toml").read_text(encoding="utf-8")


def small() -> Data:
    """The least data that make an agreement with every table."""
    return {
        "umum": [{"kabkota": "12.71", "tahun": 2025, "jenis": "murni"}],
        "kecamatan": [{"kode": "12.71.17", "nama": "Medan Baru"}, {"kode": "12.71.01"}],
        "indikator": [
            {"sasaran": "Satu", "indikator": "Manfaat", "jenis": "manfaat", "satuan": "%", "target": 100},
            {"sasaran": "Satu", "indikator": "Mutu", "jenis": "skm", "satuan": "nilai", "target": "B (88,30)"},
        ],
        "daftar": [{"kunci": "sarpras", "nama": "Sarana", "satuan": "KK"}],
        "program": [{"kode": "7.01.04", "nama": "PROGRAM KOORDINASI", "anggaran": 191200000}],
        "kegiatan": [{"kecamatan": "12.71.17", "daftar": "sarpras", "uraian": "Jalan", "target": 35}],
    }


def changed(tabel: str, baris: int, **isi: object) -> Data:
    data = small()
    data[tabel][baris].update(isi)
    return data


def added(tabel: str, **isi: object) -> Data:
    data = small()
    data[tabel].append(isi)
    return data


def tabulate(data: Mapping[str, Sequence[Mapping[str, object]]]) -> dict[str, list[list[object]]]:
    """The grids of the sheets, with their headers."""
    petak: dict[str, list[list[object]]] = {}
    for tabel in TABEL:
        if tabel is UMUM:
            petak[tabel.lembar] = [[k.judul, data["umum"][0].get(k.kunci)] for k in tabel.kolom]
        else:
            isi = [[b.get(k.kunci) for k in tabel.kolom] for b in data.get(tabel.kunci, ())]
            petak[tabel.lembar] = [[k.judul for k in tabel.kolom], *isi]
    return petak


def write_xlsx(path: Path, petak: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    buku = openpyxl.Workbook()
    assert buku.active is not None
    buku.remove(buku.active)
    for nama, baris in petak.items():
        lembar = buku.create_sheet(nama)
        for r, isi in enumerate(baris, start=1):
            for k, nilai in enumerate(isi, start=1):
                if nilai is not None:
                    sel = lembar.cell(r, k)
                    sel.value = nilai
                    if isinstance(nilai, str) and nilai.startswith("=") and nilai != "=A1+1":
                        sel.data_type = "s"
    buku.save(path)
    return path


def write_csv(
    folder: Path, petak: Mapping[str, Sequence[Sequence[object]]], pemisah: str = ",", sandi: str = "utf-8"
) -> Path:
    folder.mkdir()
    for nama, baris in petak.items():
        keluar = io.StringIO(newline="")
        csv.writer(keluar, delimiter=pemisah).writerows(baris)
        (folder / f"{nama.lower()}.csv").write_bytes(keluar.getvalue().encode(sandi))
    return folder


def read_xlsx(tmp_path: Path, data: Data) -> tuple[PerjanjianKinerja, ...]:
    return read_induk(write_xlsx(tmp_path / "induk.xlsx", tabulate(data)))


def medan() -> Data:
    isi: dict[str, Any] = tomllib.loads(MEDAN)
    return {**isi, "umum": [isi["umum"]]}
