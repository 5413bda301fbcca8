"""A city's own form: the office's workbook, in which names in braces stand where values belong.

From below: `nama`, the names and what each is for an agreement, `nama_isian`, those of inputs · `geser`, where rows
and references come to lie when a row is repeated for each item of its list · `sel`, cells and names of openpyxl;
`susun`, a whole workbook with its rows in place (`grafik` its charts); `tulis`, values into cells · `selain` and
`baca`, the form through the safe door, and all that is wrong with it in one run · `rangka`, the form opened once for
a batch (`beku`), and where the office lets type; `kunci`, rules and locks; `pilihan`, the form's own lists; `tinggi`,
heights of rows; `luar`, formulas that read other files; `simpan`, values into the cache and the file in our own
container, with `mesin` for formulas that are not in our language · `hasil*` and `tanda`, the hidden sheet with
identity and results, so that what comes back is known and summed up as any other · `minta`, what is asked for; `isi`,
one agreement filled in · `tersisa`, what found no place; `hilang`, what openpyxl would not keep (`kandungan`,
`kata_hilang`); `contoh`, a small form to begin with.

The library for the office's workbook is openpyxl: it keeps styles, widths, merges, validations, conditional formats and
print set-up. It sees nothing that the door has not seen before.
"""
