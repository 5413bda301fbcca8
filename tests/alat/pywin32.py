"""Stand-ins for pywin32, so that the Windows code of xlwings (udfs, com_server) runs on any machine.

Call `install` in a process of its own: it fills sys.modules and ctypes.
"""

import ctypes
import datetime as dt
import os
import sys
import types
from typing import Any


class _Apa:
    """Any attribute, any call."""

    def __getattr__(self, nama: str) -> "_Apa":
        return _Apa()

    def __call__(self, *args: object, **kwargs: object) -> int:
        return 0


class ComError(Exception):
    @property
    def hresult(self) -> Any:
        return self.args[0]


class IID:
    def __init__(self, teks: object) -> None:
        self.teks = str(teks).lower()

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, IID) and lain.teks == self.teks

    def __hash__(self) -> int:
        return hash(self.teks)


class TimeType(dt.datetime):
    """What pywin32 makes of a date cell."""


class Kosong:
    """A class of pywin32 that is only subclassed or compared."""


def install() -> Any:
    """Put the stand-ins in place and return the xlwings module with its Windows engine."""
    install_stand_ins()
    return _import_xlwings()


def install_stand_ins() -> None:
    """Put the stand-ins in place; xlwings is not imported yet."""
    _module("pywintypes", com_error=ComError, error=ComError, IID=IID, TimeType=TimeType, TimeZoneInfo=None)
    _module(
        "pythoncom", __file__="pythoncom.dll", com_error=ComError, ole_error=ComError, error=ComError,
        CoInitialize=lambda: None, CoUninitialize=lambda: None, PumpWaitingMessages=lambda: None,
        IID_IDispatch="IDispatch", IID_IEnumVARIANT="IEnum", TypeIIDs={"IDispatch": Kosong}, VT_ERROR=10,
        CLSCTX_LOCAL_SERVER=4, REGCLS_MULTIPLEUSE=1,
    )  # fmt: skip
    for nama in ("win32api", "win32con", "win32gui", "win32event"):
        _module(nama)
    _module("win32process", GetWindowThreadProcessId=lambda hwnd: (1, 1))
    _module("win32timezone", TimeZoneInfo=types.SimpleNamespace(utc=lambda: dt.UTC))
    klien = _module(
        "win32com.client", Dispatch=lambda objek, **_: objek, DispatchEx=lambda objek, **_: objek,
        CDispatch=Kosong, CoClassBaseClass=Kosong, DispatchBaseClass=Kosong,
    )  # fmt: skip
    util = _module("win32com.server.util", wrap=lambda objek, **_: objek, unwrap=lambda objek: objek)
    kebijakan = ("DesignatedWrapPolicy", "EventHandlerPolicy", "BasicWrapPolicy", "DefaultPolicy")
    policy = _module("win32com.server.policy", **dict.fromkeys(kebijakan, Kosong))
    dispatcher = _module("win32com.server.dispatcher", DefaultDebugDispatcher=Kosong)
    server = _module("win32com.server", util=util, policy=policy, dispatcher=dispatcher)
    _module("win32com", client=klien, server=server, __gen_path__="")
    for nama in ("windll", "oledll"):
        setattr(ctypes, nama, _Apa())
    ctypes.WINFUNCTYPE = ctypes.CFUNCTYPE  # type: ignore[attr-defined]


def _module(nama: str, **isi: object) -> types.ModuleType:
    modul = types.ModuleType(nama)
    modul.__dict__.update(isi)
    sys.modules[nama] = modul
    return modul


def _import_xlwings() -> Any:
    import xlwings

    asli, folder = ctypes.PyDLL, os.getcwd()  # noqa: PTH109 - the import below changes both
    ctypes.PyDLL = lambda *args, **kwargs: _Apa()  # type: ignore[assignment,misc]
    from xlwings import _xlwindows

    ctypes.PyDLL = asli  # type: ignore[misc]
    os.chdir(folder)
    xlwings.engines.add(xlwings.Engine(impl=_xlwindows.engine))
    xlwings.engines.active = xlwings.engines["excel"]  # type: ignore[assignment]
    return xlwings
