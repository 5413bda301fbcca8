"""How much the door lets in. Every limit is far above what an office makes, and far below what hurts a small PC."""

from __future__ import annotations

MAKS_BERKAS = 64_000_000
"""Bytes of a file that is read whole."""
MAKS_KECIL = 8_000_000
"""Bytes up to which a text file is read cell by cell, in the program's own process."""
MAKS_ANGGOTA = 4_000
"""Parts of an archive; a workbook with 500 sheets has some 1.100."""
MAKS_BAGIAN = 128_000_000
"""Bytes of one part of an archive, unpacked; a sheet of 200.000 rows by 10 columns has some 100 million."""
MAKS_BITA = 256_000_000
"""Bytes of all parts of an archive, unpacked; also of all that is read of it."""
MAKS_ELEMEN = 10_000_000
"""Elements of one part."""
MAKS_DALAM = 100
"""Elements inside each other; a sheet has some ten."""
MAKS_TANDA = 1_000_000
"""Bytes of a tag, a comment or an instruction."""
MAKS_TEKS = 1_000_000
"""Letters of text inside one element; a cell holds at most 32.767."""
MAKS_LUAS = 2_000_000
"""Cells of the rectangle that a sheet fills, rows times columns: 200.000 rows of 10 columns."""
MAKS_LUAS_TABEL = 60_000_000
"""The same for tables that are read by columns: 6.000.000 rows of 10 columns, a survey of the whole country."""
MAKS_NAMA = 2_000
"""Letters of a name or title."""
