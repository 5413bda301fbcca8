"""Digests of the three forms, filled for one kecamatan of Surabaya by its place: `python -m tests.alat.formulir 7`."""

import hashlib
import sys

from kinerja.formulir import mesin
from tests.alat.formulir.data import list_surabaya
from tests.alat.formulir.hakim import make_isi
from tests.alat.formulir.isi import FORM, fill
from tests.alat.sampel import PENUH

if not PENUH:  # the other engine takes seconds to start, and what it adds is but values
    mesin.is_terpasang = lambda: False  # type: ignore[assignment]
pk = list_surabaya()[int(sys.argv[1])]
for nama in FORM:
    print(hashlib.sha256(fill(nama, pk, make_isi(nama, pk, 1)).isi).hexdigest())
