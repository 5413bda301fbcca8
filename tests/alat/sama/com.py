"""`python -m tests.alat.sama.com`: calls from standard input through xlwings' COM server, on stand-ins for pywin32."""

from __future__ import annotations

import importlib
import json
import pickle
import sys
from datetime import date
from typing import Any

from addin.nilai import KODE, Galat
from tests.alat.com import UDF, _plain
from tests.alat.pywin32 import TimeType, install


def main() -> None:
    xlwings = install()
    udfs = importlib.import_module("xlwings.udfs")
    server = importlib.import_module("xlwings.com_server").XLPython()
    xlwings.func, xlwings.arg = udfs.xlfunc, udfs.xlarg
    hasil = [
        _plain(server.CallUDF(UDF, nama, tuple(map(_to_com, masukan))))
        for nama, masukan in pickle.load(sys.stdin.buffer)
    ]
    print(json.dumps(hasil))


def _to_com(nilai: Any) -> Any:
    """As pywin32 hands a cell over: an error is a signed number of 32 bits, every number a float."""
    match nilai:
        case list():
            return tuple(tuple(map(_to_com, baris)) for baris in nilai)
        case Galat(kode=kode):
            return KODE[kode] - 0x7FF6_0000
        case date():
            return TimeType(nilai.year, nilai.month, nilai.day)
        case bool():
            return nilai
        case int():
            return float(nilai)
    return nilai


if __name__ == "__main__":
    main()
