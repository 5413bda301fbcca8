"""`python -m tests.alat.mulai [polos]`: Python as Excel starts it, on stand-ins for pywin32; prints JSON.

The real `serve` of xlwings registers its class, Excel's first calls come, and Excel closes. With `polos` xlwings is
imported and nothing else, as its own VBA would do it.
"""

import asyncio
import concurrent.futures
import ctypes
import importlib
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.alat.pywin32 import _Apa, _module, install_stand_ins

BERAT = ("pandas", "numpy", "polars", "matplotlib", "PIL")
SIAP = (asyncio, concurrent.futures, subprocess, tempfile)
"""Of the standard library, imported while the platform is still the real one."""
TABEL = (("Kode", "Uraian", "Pagu"), ("1.01", "Rapat", 5000.0))
CLSID = "{318BEE36-5BE1-492A-826D-473DB19B0F30}"

makepy: list[object] = []
catatan: dict[str, Any] = {}


def main() -> None:
    _prepare()
    if sys.argv[1:] == ["polos"]:
        importlib.import_module("xlwings")
    else:
        importlib.import_module("addin.hosts.excel_mulai").serve(CLSID)
    pakai = resource.getrusage(resource.RUSAGE_SELF)
    catatan["cpu"] = pakai.ru_utime + pakai.ru_stime
    catatan["mb"] = _memory()
    catatan["berat"] = [nama for nama in BERAT if nama in sys.modules]
    catatan["makepy"] = len(makepy)
    sys.platform = "linux"
    catatan["boleh"] = importlib.import_module("numpy").array([1, 2]).sum().item()
    print(json.dumps(catatan))


def _call() -> bool:
    """What Excel does while `serve` waits for messages; True as when it closes."""
    server = importlib.import_module("xlwings.com_server").XLPython()
    udf = "addin.hosts.excel_com"
    catatan["jawaban"] = server.CallUDF(udf, "SAKIP_PREDIKAT", (66.5,))
    catatan["rekon"] = [list(baris) for baris in server.CallUDF(udf, "ANGGARAN_REKON", (TABEL, TABEL))]
    return True


def _prepare() -> None:
    """Stand-ins, and Windows as the platform."""
    install_stand_ins()
    win32com = sys.modules["win32com.client"]
    win32com.gencache = _module("win32com.client.gencache", EnsureModule=lambda *a, **_: makepy.append(a))  # type: ignore[attr-defined]
    pythoncom = sys.modules["pythoncom"]
    lain = ("CoRegisterClassObject", "EnableQuitMessage", "CoResumeClassObjects", "CoRevokeClassObject")
    pythoncom.__dict__.update({nama: lambda *_: 0 for nama in lain}, REGCLS_SUSPENDED=4, PumpWaitingMessages=_call)
    pythoncom.__dict__["MakePyFactory"] = lambda clsid: catatan.update(clsid=clsid.teks)
    sys.modules["win32api"].__dict__["GetCurrentThreadId"] = lambda: 1
    tunggu: dict[str, Any] = {"INFINITE": -1, "QS_ALLEVENTS": 1, "WAIT_OBJECT_0": 0}
    sys.modules["win32event"].__dict__.update(tunggu, MsgWaitForMultipleObjects=lambda *_: 0)
    ctypes.PyDLL = lambda *_, **__: _Apa()  # type: ignore[assignment,misc]
    sys.platform = "win32"


def _memory() -> float:
    """Resident memory in megabytes, the most that there was."""
    status = Path("/proc/self/status").read_text()
    return int(next(baris for baris in status.splitlines() if baris.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    main()
