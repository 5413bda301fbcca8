"""Runs in the browser: load the functions, and hand back what xlwings' script calls for each cell."""

import os

os.environ["XLWINGS_ON_SERVER"] = "true"
os.environ["XLWINGS_LICENSE_KEY"] = "noncommercial"

import traceback
from types import SimpleNamespace
from typing import Any

import js
from pyodide.ffi import to_js
from xlwings import XlwingsError
from xlwings.server import arg, custom_functions_call, func

from addin.hosts.excel_js import make_functions

FUNGSI = SimpleNamespace(**make_functions(func, arg))


async def call(permintaan: Any) -> Any:
    """What xlwings Server does with a POST: the result as rows, or the error."""
    try:
        hasil = await custom_functions_call(permintaan.to_py(), FUNGSI)
    except XlwingsError as galat:
        hasil = {"error": str(galat), "details": ""}
    except Exception as galat:
        hasil = {"error": str(galat), "details": traceback.format_exc()}
    return to_js(hasil, dict_converter=js.Object.fromEntries)
