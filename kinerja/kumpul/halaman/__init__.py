"""The recap as one web page, `rekap.html`: a file that opens offline on a phone and asks nobody for anything.

`teks` writes figures, `ringkasan` says what stands in tiles and table, `data` packs all of it as JSON, `statis` is what
shows without JavaScript, `dokumen` puts the file together.
What moves is in `aset/`: plain JavaScript over TanStack Table, which sorts, filters and pages and draws nothing itself.
"""
