"""A city's own form: the office's workbook, in which names in braces stand where values belong.

From below: `nama`, the names and what each is for an agreement · `geser`, where rows and references come to lie when
a row is repeated for each item of its list · `susun`, the same for a whole workbook (`grafik` its charts); `tulis`,
values into cells · `selain` and `baca`, the form through the safe door, and all that is wrong with it in one run ·
`rangka`, the form opened once for a batch, and where the office lets type; `kunci`, inputs, their names and rules;
`pilihan`, the form's own lists; `luar`, formulas that read other files; `simpan`, values into the cache and the file
in our own container, with `mesin` for formulas that are not in our language · `hasil*` and `tanda`, the hidden sheet
with identity and results, so that what comes back is known and summed up as any other · `isi`, one agreement filled
in · `tersisa`, what found no place; `hilang`, what openpyxl would not keep (`kandungan`, `kata_hilang`); `contoh`, a
small form to begin with.

The library for the office's workbook is openpyxl: it keeps styles, widths, merges, validations, conditional formats and
print set-up. It sees nothing that the door has not seen before.
"""
