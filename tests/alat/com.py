"""`python -m tests.alat.com`: xlwings' COM server calls our functions, on stand-ins for pywin32; prints JSON."""

import importlib
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from addin.nilai import Galat
from addin.spec import HARI_CONTOH
from tests.alat.addin import list_kasus, pada_hari
from tests.alat.hukum import HUKUM_2027, enact
from tests.alat.pywin32 import IID, TimeType, install

UDF = "addin.hosts.excel_com"
SCODE = {"#N/A": -2146826246, "#NUM!": -2146826252, "#REF!": -2146826265, "#VALUE!": -2146826273}
HILANG = -2147352572
IID_RANGE = "{00020846-0000-0000-C000-000000000046}"


TAHUN_BARU: list[tuple[Any, ...]] = [
    ("SKM_INDEKS", ((5.0, 4.0, 4.0),)),
    ("SKM_MUTU", 85.05),
    ("SKM_SAMPEL", 1200.0),
    ("SAKIP_NILAI", 25.0, 20.05, 40.0),
    ("SAKIP_PREDIKAT", 79.95),
    ("PERSEN_CAPAIAN", 8.0, 10.0),
    ("PERSEN_CAPAIAN", 8.0, 10.0, "turun_selisih"),
    ("KATEGORI_CAPAIAN", 95.0),
    ("KINERJA_DASAR", "SKM_MUTU"),
    ("KINERJA_ALASAN", "SAKIP_NILAI", 25.0, 20.0),
]
"""Calls whose answer changes with the law of 2027."""


class Buku:
    """A workbook that keeps what xlwings writes into it."""

    Name = "kinerja.xlam"

    def __init__(self) -> None:
        self.modul = ""
        self.panduan: dict[str, dict[str, Any]] = {}
        self.Application = self
        self.VBProject = self
        self.VBComponents = self
        self.Worksheets: list[Any] = []
        self.Version = "16.0"

    def __call__(self, nama: str) -> str:
        return nama

    def Remove(self, komponen: object) -> None: ...

    def Import(self, path: str) -> None:
        self.modul = Path(path).read_text()

    def MacroOptions(self, nama: str, **isi: Any) -> None:
        self.panduan[nama.split("!")[1]] = isi


class RentangExcel:
    """A Range object as it arrives from Excel: with the interface id that xlwings asks for."""

    def __init__(self, nilai: Any) -> None:
        self.Value = nilai
        self._oleobj_ = self

    def __getattr__(self, nama: str) -> Any:
        return 1 if nama in ("Row", "Column", "Count") else self  # sheet, book, application, rows: not looked at

    def __len__(self) -> int:
        return 1

    def GetTypeInfo(self) -> Any:
        return self

    def GetTypeAttr(self) -> Any:
        return type("Atribut", (), {"iid": IID(IID_RANGE)})


def main() -> None:
    with pada_hari(HARI_CONTOH):
        print(json.dumps(_answer()))


def _answer() -> dict[str, Any]:
    xlwings = install()
    udfs = importlib.import_module("xlwings.udfs")
    server = importlib.import_module("xlwings.com_server").XLPython()
    xlwings.func, xlwings.arg = udfs.xlfunc, udfs.xlarg

    def call(nama: str, *argumen: Any) -> Any:
        return _plain(server.CallUDF(UDF, nama, argumen))

    buku = Buku()
    udfs.import_udfs(UDF, buku)
    kolom = tuple((satu,) for satu in (66.5, None, "90,01", 101.0, SCODE["#REF!"], "abc", True))
    modul = server.Module("addin.hosts.pita")
    hasil = {
        "contoh": {str(k): call(k.fungsi.nama, *map(_to_com, k.masukan)) for k in list_kasus()},
        "vba": buku.modul,
        "panduan": buku.panduan,
        "kosong": call("SAKIP_PREDIKAT", None),
        "hilang": call("SAKIP_PREDIKAT", HILANG)[0],
        "pilihan_hilang": call("PERSEN_CAPAIAN", 5.0, 10.0, HILANG, HILANG),
        "galat": [call("SAKIP_PREDIKAT", SCODE[kode]) for kode in ("#N/A", "#REF!")],
        "galat_wajib": call("SKM_MUTU", SCODE["#REF!"]),
        "campuran": call("SAKIP_PREDIKAT", kolom),
        "baris": call("SAKIP_PREDIKAT", ((66.5, 90.5, None),)),
        "rentang": call("SAKIP_PREDIKAT", RentangExcel(((66.5,), (90.5,)))),
        "persen": call(
            "SAKIP_PREDIKAT", (("66,5%",), ("0,5%",), ("90,00500000001%",), ("100,1%",))
        ),  # as VBA hands over
        "tanggal": call("SAKIP_PREDIKAT", TimeType(2024, 1, 2)),
        "target_tanggal": call("PERSEN_CAPAIAN", 6.5, TimeType(2026, 8, 7)),
        "target_beragam": call("PERSEN_CAPAIAN", 85.0, ((80.0,), ("80–90",), ("≥ 90",), ("BB",), (None,))),
        "mata_uang": call("ANGGARAN_SELISIH", Decimal("15435519078.25"), 15435519078.0),
        "lebih": call("SAKIP_PREDIKAT", 66.5, 1.0),
        "banyak": call("SAKIP_PREDIKAT", tuple((i / 100,) for i in range(1, 10_001))),
    }
    for rumus in ("=SKM_MUTU(A1)", "=TERBILANG(A1)"):  # as the ribbon asks
        hasil[rumus] = server.Str(server.Call(modul, "freeze_cell", server.Tuple(rumus)))
    with enact(HUKUM_2027):  # an Excel that stays open over New Year
        for hari in (date(2026, 12, 31), date(2027, 6, 1)):
            with pada_hari(hari):
                hasil[str(hari)] = [call(nama, *masukan) for nama, *masukan in TAHUN_BARU]
                beku = server.Str(server.Call(modul, "freeze_cell", server.Tuple("=SKM_MUTU(A1)")))
                hasil[str(hari)].append(beku)
    return hasil


def _to_com(nilai: Any) -> Any:
    if isinstance(nilai, list):
        return tuple(tuple(map(_to_com, baris)) for baris in nilai)
    if isinstance(nilai, Galat):
        return SCODE[nilai.kode]
    if isinstance(nilai, date):
        return TimeType(nilai.year, nilai.month, nilai.day)
    return float(nilai) if isinstance(nilai, int) and not isinstance(nilai, bool) else nilai


def _plain(nilai: Any) -> Any:
    return [_plain(sel) for sel in nilai] if isinstance(nilai, list | tuple) else nilai


if __name__ == "__main__":
    main()
