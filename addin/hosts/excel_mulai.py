"""Host: where the Python that Excel for Windows starts begins; `MULAI` is what it is told to run.

xlwings imports every package of data science that it can find, and lets pywin32 generate thousands of classes for
Excel. Our functions need neither, and a cell waits for the first answer: so they are hidden while xlwings is imported.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

MULAI = (
    "import sys; p = sys.argv[1]; sys.path.insert(0, p); import addin, kinerja; "
    "sys.path[:1] = [] if p in sys.path[1:] else [p]; "
    "from addin.hosts.excel_mulai import serve; serve(sys.argv[2])"
)
"""Arguments: the folder of this library, and under which name Excel looks for this process.

Our packages are taken from that folder whatever stands before it; all others keep their order, for beside ours may lie
a package that has the name of a module of Python's own.
"""
BERAT = ("pandas", "numpy", "polars", "matplotlib", "PIL", "cryptography")
"""What xlwings takes along where it is installed."""


def serve(clsid: str) -> None:
    """Answer Excel until it closes.

    Args:
        clsid: the class under which Excel looks for this process.
    """
    xlwings = import_xlwings()
    import_module("addin.hosts.excel_com")
    xlwings.serve(clsid)


def import_xlwings() -> Any:
    """The module xlwings, imported lightly; what was hidden for that can be imported by others afterwards."""
    with _hide(*BERAT), _without_makepy():
        return import_module("xlwings")


@contextmanager
def _hide(*paket: str) -> Iterator[None]:
    """These packages cannot be imported here, but for those that already are."""
    tutup = [nama for nama in paket if nama not in sys.modules]
    sys.modules.update(dict.fromkeys(tutup))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for nama in tutup:
            sys.modules.pop(nama, None)


@contextmanager
def _without_makepy() -> Iterator[None]:
    """Nothing is generated for Excel's own objects: values come to our functions, no objects."""
    gencache: Any = import_module("win32com.client.gencache")
    asli = gencache.EnsureModule
    gencache.EnsureModule = lambda *_, **__: None
    try:
        yield
    finally:
        gencache.EnsureModule = asli
