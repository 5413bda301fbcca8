"""Findings on what stands in cells: locked texts and numbers, formulas, formulas where something is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.perjanjian.kembali.beda import SelBeda, is_di_dalam
from kinerja.perjanjian.kembali.kelompok import write_nilai
from kinerja.perjanjian.kembali.laporan import Banding
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.temuan import declare

_BERKAS_LAIN = re.compile(r"\[[^\]]+\][^!]*!|'[^']*\.xl\w+'?!|\bfile:|\\\\|\bhttps?:", re.IGNORECASE)
"""In a formula: a sheet of another file."""
_HITUNG_LAGI = "Pakai hasil yang dihitung ulang, dan tanyakan mengapa rumusnya diubah."


@declare(
    "KU14",
    Bobot.BERUBAH,
    "Teks atau angka yang terkunci berubah",
    "Cocokkan dengan yang diterbitkan; yang berlaku ialah yang diterbitkan.",
)
def check_tetap(n: Banding) -> Iterator[TemuanKumpul]:
    """Locked constants."""
    identitas = n.pembanding.identitas
    semua = (s for s in n.beda.tetap if (s.lembar, s.baris, s.kolom) not in identitas)
    return n.report_sel(semua, _say_tetap)


def _say_tetap(s: SelBeda) -> str:
    apa = "Teks" if isinstance(s.terbit.nilai, str) else "Angka"
    if s.datang.rumus is not None:
        dari = " dari berkas lain" if is_tautan(s.datang.rumus) else ""
        return f"{apa} yang terkunci diganti rumus{dari}."
    return f"{apa} yang terkunci {'dihapus' if s.datang.nilai in (None, '') else 'berubah'}."


@declare(
    "KU15",
    Bobot.PERIKSA,
    "Ada isi di sel yang bukan tempat isian",
    "Lihat selnya: catatan boleh dibiarkan, angka yang memengaruhi hasil tidak.",
)
def check_baru(n: Banding) -> Iterator[TemuanKumpul]:
    """Something stands where nothing was issued; evidence where issued formulas read it.

    What stands in a row or column that was put in is no input, were it between two rows of inputs.
    """

    def weigh(s: SelBeda) -> Bobot:
        dibaca = is_di_dalam((s.baris, s.kolom), n.pembanding.acuan.get(s.lembar, ()))
        return Bobot.BERUBAH if dibaca else Bobot.PERIKSA

    def say(s: SelBeda, di: str) -> str:
        apa = "Rumus" if s.datang.rumus is not None else "Teks" if isinstance(s.datang.nilai, str) else "Angka"
        dibaca = ", dan rumus terbitan membacanya" if weigh(s) is Bobot.BERUBAH else ""
        return f"{apa} ditulis di {di}{dibaca}."

    yield from n.report_sel(n.beda.baru, lambda s: say(s, "sel yang diterbitkan kosong"), weigh)
    yield from n.report_sel(n.beda.sisipan, lambda s: say(s, "baris atau kolom yang disisipkan"), weigh)


@declare("KU16", Bobot.BERUBAH, "Rumus berubah", _HITUNG_LAGI)
def check_rumus(n: Banding) -> Iterator[TemuanKumpul]:
    """Formulas that compute something else."""

    def say(s: SelBeda) -> str:
        return "Rumus diganti rumus lain" + (" yang mengambil dari berkas lain." if _is_menaut(s) else ".")

    return n.report_sel(n.beda.rumus, say)


@declare("KU17", Bobot.BERUBAH, "Rumus diganti nilai, atau dihapus", _HITUNG_LAGI)
def check_ganti(n: Banding) -> Iterator[TemuanKumpul]:
    """A value typed over a formula, or nothing left of it."""

    def say(s: SelBeda) -> str:
        return "Rumus dihapus." if s.datang.nilai in (None, "") else "Rumus diganti nilai yang diketik."

    return n.report_sel(n.beda.ganti, say)


@declare("KU18", Bobot.PERIKSA, "Rumus dijadikan rumus larik", "Bandingkan hasilnya dengan yang dihitung ulang.")
def check_larik(n: Banding) -> Iterator[TemuanKumpul]:
    """The same formula over several cells at once."""
    return n.report_sel(n.beda.larik, lambda _: "Rumusnya sama, tetapi dijadikan rumus larik.")


@declare("KU19", Bobot.PERIKSA, "Isian berupa rumus", "Pastikan angkanya benar, lalu ganti rumus itu dengan angkanya.")
def check_isian_rumus(n: Banding) -> Iterator[TemuanKumpul]:
    """A sum typed as a formula is honest; that its value is meant, a person must say."""
    return n.report_sel((s for s in n.beda.isian if not _is_menaut(s)), _say_isian)


@declare(
    "KU20",
    Bobot.PERIKSA,
    "Isian mengambil dari berkas lain",
    "Minta bukti angkanya, lalu ganti rumus itu dengan angka yang terbukti.",
)
def check_isian_tautan(n: Banding) -> Iterator[TemuanKumpul]:
    """An officer may link to a list of his own; nobody else can see what stands there."""
    return n.report_sel((s for s in n.beda.isian if _is_menaut(s)), _say_isian)


def _say_isian(s: SelBeda) -> str:
    dari = " yang mengambil dari berkas lain" if _is_menaut(s) else ""
    return f"Isian berupa rumus{dari}; nilai tersimpannya {write_nilai(s.datang.nilai)}."


def _is_menaut(s: SelBeda) -> bool:
    return s.datang.rumus is not None and is_tautan(s.datang.rumus)


def is_tautan(rumus: str) -> bool:
    r"""Whether a formula reads another file.

    >>> [is_tautan(r) for r in ("[1]Rekap!B5", "'C:\\a\\[rka.xlsx]Rekap'!B5", "SUM(A1:A3)", "'Rencana Aksi'!B2")]
    [True, True, False, False]
    """
    return bool(_BERKAS_LAIN.search(rumus))
