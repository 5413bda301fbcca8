"""A workbook that came back beside what was issued, file against file: findings by code."""

from __future__ import annotations

from kinerja.perjanjian.kembali import periksa_buku, periksa_lembar, periksa_nama, periksa_rupa, periksa_sel
from kinerja.perjanjian.kembali.beda import Pembanding
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.laporan import Banding, limit_temuan
from kinerja.perjanjian.kembali.peta import Peta
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul
from kinerja.temuan import list_pemeriksaan

PEMERIKSAAN = list_pemeriksaan(periksa_nama, periksa_sel, periksa_lembar, periksa_rupa, periksa_buku)


def check_beda(terbit: BukuUtuh, datang: BukuUtuh, peta: Peta) -> tuple[TemuanKumpul, ...]:
    """What of a return is not as it was issued; what is typed is no concern of this.

    Only what honest programs keep is compared: names, identity, locked texts and numbers, formulas by what they mean,
    and what the eye can be kept from. Cached values, protection and styles as such are never evidence.

    Args:
        peta: where the issue's cells stand in the return, of `align`.

    Returns:
        Findings by code; of more than 40 of a code a summary stands for the rest.
    """
    pembanding = Pembanding(terbit, datang, peta)
    banding = Banding(pembanding, pembanding.find_beda())
    return tuple(t for periksa in PEMERIKSAAN for t in limit_temuan(periksa(banding)))
