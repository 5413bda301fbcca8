"""The one safe door: every byte from outside is bounded before a parser sees it, and what was not checked is not read.

`pintu` reads files and tells their kind by content; `arsip` and `xml` unpack and walk; `buku` gives the sheets of a
workbook as grids of cells (`sel`), `teks` cleans what people typed, `anak` runs parsers written in native code in a
child process.
"""
