"""`python -m tests.alat.sama.com`: calls from standard input through xlwings' COM server, on stand-ins for pywin32."""

from __future__ import annotations

import importlib
import json
import pickle
import sys

from tests.alat.com import UDF, _plain, _to_com
from tests.alat.pywin32 import install


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


if __name__ == "__main__":
    main()
