"""`kinerja rekonsiliasi` in a folder of small files, as it is typed: what it refuses, what it finds, what it reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.alat.perintah import run_utama
from tests.alat.saran import match_saran
from tests.berkas_anggaran import write_csv

JUDUL = ("kode", "nama", "pagu")
DUA = (("7.01.01", "PROGRAM PENUNJANG URUSAN", 1500), ("7.01.04", "PROGRAM TRANTIB", 250))
HARAP = {"7.01.01": Decimal(1500), "7.01.04": Decimal(250)}
Petak = Sequence[Sequence[Any]]


class Rekon:
    """The agreement is `pk.csv` and sound; the DPA is what a test makes of it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.put("pk.csv", [JUDUL, *DUA])

    def put(self, nama: str, isi: Petak | Mapping[str, Petak], lembar: str = "DPA") -> str:
        """A file of these rows; of several sheets by their names."""
        path = self.folder / nama
        path.parent.mkdir(exist_ok=True)
        if path.suffix == ".csv":
            assert not isinstance(isi, Mapping)
            write_csv(path, isi, ";")
            return nama
        semua = isi if isinstance(isi, Mapping) else {lembar: isi}
        buku = Workbook()
        buku.remove(buku.worksheets[0])
        for satu, petak in semua.items():
            sheet = buku.create_sheet(satu)
            for baris in petak:
                sheet.append(list(baris))
        buku.save(path)
        return nama

    def run(self, *pilihan: str, dpa: str = "dpa.csv", pk: str = "pk.csv") -> tuple[int, str, str]:
        awal = ["rekonsiliasi", "--perjanjian", pk, "--dpa", dpa, "--json", "--timpa"]
        return run_utama(self._capsys, *awal, *pilihan)

    def refuse(self, saran: str, *pilihan: str, dpa: str = "dpa.csv", pk: str = "pk.csv") -> str:
        """The refusal that gives this advice."""
        kode, _, galat = self.run(*pilihan, dpa=dpa, pk=pk)
        assert kode == 2
        assert match_saran(saran, galat), galat
        return galat

    def answer(self, *pilihan: str, dpa: str = "dpa.csv", pk: str = "pk.csv") -> dict[str, Any]:
        kode, keluar, galat = self.run(*pilihan, dpa=dpa, pk=pk)
        assert kode in (0, 1), galat
        hasil: dict[str, Any] = json.loads(keluar)
        return hasil

    def read(self, *pilihan: str, dpa: str = "dpa.csv", pk: str = "pk.csv", sisi: str = "dpa") -> dict[str, Decimal]:
        """Amounts of a side by code; of several kecamatan they are added."""
        hasil: dict[str, Decimal] = {}
        for satu in self.answer(*pilihan, dpa=dpa, pk=pk)["baris"]:
            if satu[sisi] is not None:
                hasil[satu["kode"]] = hasil.get(satu["kode"], Decimal(0)) + Decimal(satu[sisi])
        return hasil

    def list_kode(self, *pilihan: str, dpa: str = "dpa.csv", pk: str = "pk.csv") -> list[str]:
        """Codes of the findings."""
        return [t["kode"] for t in self.answer(*pilihan, dpa=dpa, pk=pk)["temuan"]]
