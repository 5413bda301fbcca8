"""A city's own form: the office's workbook, in which names in braces stand where values belong.

* `nama`: the names, what each means and what it is for an agreement.
* `baca`: the form through the safe door, cell by cell; what is wrong with it, all in one run.
* `geser`: where rows and references come to lie when a row is repeated for each item of its list.
* `isi`: one agreement filled in. `kunci`: inputs, their names and rules; everything else locked.
* `hasil`: the hidden sheet with identity and results, so that what comes back is known and summed up as any other.
* `simpan`: values into the cache, and the file in our own container.
* `hilang`: what of the form openpyxl would not keep. `contoh`: a small form to begin with.

The library for the office's workbook is openpyxl: it keeps styles, widths, merges, validations, conditional formats and
print set-up. It sees nothing that the door has not seen before.
"""
