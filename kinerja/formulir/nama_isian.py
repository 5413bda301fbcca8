"""Inputs that a form may ask for by names of ours, `{{isian_realisasi_1}}`; any other `isian_…` is free."""

from __future__ import annotations

from difflib import get_close_matches

from kinerja.rumus.tahun import TRIWULAN

ISIAN_BARIS = frozenset(
    (
        "isian_dpa",
        "isian_metode",
        *(
            f"isian_{kata}{akhir}"
            for kata in ("realisasi", "kendala", "tindak_lanjut", "bukti_dukung")
            for akhir in ("", *(f"_{n}" for n in range(1, len(TRIWULAN) + 1)))
        ),
    )
)
"""Inputs that mean something to us in the row of an item; others are free."""
ISIAN_TUNGGAL = frozenset(("isian_skm_jawaban", "isian_skm_populasi", "isian_sakip_nilai", "isian_sakip_predikat"))
_MIRIP = 0.9


def suggest_isian(teks: str) -> str:
    """The input of ours that somebody may have meant; empty for one of ours, and for one that is like none.

    >>> suggest_isian("isian_realsasi_1"), suggest_isian("isian_realisasi_1"), suggest_isian("isian_catatan")
    ('isian_realisasi_1', '', '')
    """
    dikenal = ISIAN_BARIS | ISIAN_TUNGGAL
    dekat = [] if teks in dikenal else get_close_matches(teks, sorted(dikenal), n=1, cutoff=_MIRIP)
    return dekat[0] if dekat else ""
