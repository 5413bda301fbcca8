"""The last net: what no command foresaw still ends in one sentence that says whose fault it is and what to do."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence

from kinerja.berkas import describe_oserror
from kinerja.errors import BanyakError, KinerjaError

_TERPANJANG = 1_200
MAKS_SEBUT = 50
"""Faults of one input that are told; nobody mends more at once."""
RINCI = "--rinci"
LAPOR = (
    f"Ini kesalahan kinerja, bukan kesalahan Anda. Jalankan lagi dengan {RINCI}, lalu kirimkan keluarannya,"
    " dan berkasnya bila boleh dibagikan, kepada pengelola kinerja."
)


def take_rinci(argv: Sequence[str]) -> tuple[list[str], bool]:
    """The command line without `--rinci`, wherever it stands before `--`, and whether it stood there.

    >>> take_rinci(["hitung", "--rinci", "skm", "--", "--rinci"])
    (['hitung', 'skm', '--', '--rinci'], True)
    """
    batas = argv.index("--") if "--" in argv else len(argv)
    sisa = [satu for satu in argv[:batas] if satu != RINCI]
    return [*sisa, *argv[batas:]], len(sisa) < batas


def report(galat: BaseException, *, rinci: bool) -> None:
    """Say on stderr what went wrong; with `rinci`, also where in the program it did, unless the sentence tells all."""
    if rinci and not isinstance(galat, KinerjaError):
        import traceback

        traceback.print_exception(galat)
    semua = galat.semua if isinstance(galat, BanyakError) else (galat,)
    for satu in semua[:MAKS_SEBUT]:
        print(f"kinerja: {explain(satu)}", file=sys.stderr)
        for baris in satu.rincian[: MAKS_SEBUT - 1] if isinstance(satu, KinerjaError) else ():
            print(f"  {_fit(baris)}", file=sys.stderr)
    if lagi := len(semua[MAKS_SEBUT:]):
        print(f"kinerja: … dan {lagi} kesalahan lagi.", file=sys.stderr)


def explain(galat: BaseException) -> str:
    """The sentence for a failure: of ours as it is, of the system in our words, of any other kind by its name.

    >>> explain(OSError(errno.ENAMETOOLONG, "?", "x.csv"))
    'x.csv: Berkas atau folder tidak dapat dipakai (nama terlalu panjang). Periksa nama, izin, dan penyimpanannya.'
    >>> explain(KeyError("x"))[:75]
    'Terjadi kesalahan tidak terduga (KeyError). Ini kesalahan kinerja, bukan ke'
    """
    match galat:
        case KinerjaError():
            return _fit(galat.kalimat)
        case MemoryError():
            return "Memori komputer tidak cukup. Tutup program lain, atau bagi datanya menjadi beberapa berkas."
        case RecursionError():
            return "Isi masukan bersarang terlalu dalam. Sederhanakan, atau salin datanya ke berkas baru."
        case OSError() if galat.errno:
            return _fit(str(_explain_oserror(galat)))
        case _:
            return f"Terjadi kesalahan tidak terduga ({type(galat).__name__}). {LAPOR}"


def _fit(kalimat: str) -> str:
    r"""One paragraph that somebody reads, whatever stood in the file or in its name.

    >>> _fit("a\nb\x1b.csv: Judul " + "x" * 2000)[:20], len(_fit("x" * 2000))
    ('a b?.csv: Judul xxxx', 1201)
    """
    satu = "".join(h if h.isprintable() else " " if h.isspace() else "?" for h in kalimat)
    return satu if len(satu) <= _TERPANJANG else satu[:_TERPANJANG] + "…"


def _explain_oserror(galat: OSError) -> KinerjaError:
    nama = galat.filename
    tempat = nama.decode(errors="replace") if isinstance(nama, bytes) else str(nama or "")
    if galat.errno in (errno.ENOSPC, errno.EDQUOT):
        return KinerjaError(
            "Penyimpanan penuh.", tempat=tempat, saran="Kosongkan ruang penyimpanan, lalu jalankan lagi."
        )
    return KinerjaError(
        f"Berkas atau folder tidak dapat dipakai ({describe_oserror(galat)}).",
        tempat=tempat,
        saran="Periksa nama, izin, dan penyimpanannya.",
    )
