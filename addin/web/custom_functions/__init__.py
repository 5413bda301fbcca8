"""What xlwings Server looks for: the functions as attributes of this module."""

from xlwings.server import arg, func

from addin.hosts.excel_js import make_functions

globals().update(make_functions(func, arg))
