"""Every function that a user can type, as plain callables too; they follow the law of today, or of the day `pada`.

>>> from datetime import date
>>> [SAKIP_PREDIKAT(x, pada=date(2024, 1, 2)) for x in ("66,5", 60, None)]
['B', 'CC', None]
"""

# ruff: noqa: F403 - what is declared there is known here, and so to every host
from addin.daftar import DAFTAR as DAFTAR
from addin.daftar import list_fungsi as list_fungsi
from addin.fungsi_evaluasi import *
from addin.fungsi_persen import *
from addin.fungsi_umum import *
