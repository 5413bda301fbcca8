"""The last net: what no command foresaw still ends in one sentence that says whose fault it is and what to do."""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Sequence

from kinerja.berkas import describe_oserror
from kinerja.errors import KinerjaError

RINCI = "--rinci"
LAPOR = (
    f"Ini kekeliruan kinerja, bukan kesalahan Anda. Jalankan lagi dengan {RINCI}, lalu kirimkan keluarannya,"
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
        traceback.print_exception(galat)
    print(f"kinerja: {explain(galat)}", file=sys.stderr)


def explain(galat: BaseException) -> str:
    """The sentence for a failure: of ours as it is, of the system in our words, of any other kind by its name.

    >>> explain(OSError(errno.ENAMETOOLONG, "?", "x.csv"))
    'x.csv: Berkas atau folder tidak dapat dipakai (nama terlalu panjang). Periksa nama, izin, dan penyimpanannya.'
    >>> explain(KeyError("x"))[:76]
    'Terjadi kesalahan tidak terduga (KeyError). Ini kekeliruan kinerja, bukan ke'
    """
    match galat:
        case KinerjaError():
            return str(galat)
        case MemoryError():
            return "Memori komputer tidak cukup. Tutup program lain, atau bagi datanya menjadi beberapa berkas."
        case RecursionError():
            return "Isi masukan bersarang terlalu dalam. Sederhanakan, atau salin datanya ke berkas baru."
        case OSError() if galat.errno:
            return str(_explain_oserror(galat))
        case _:
            return f"Terjadi kesalahan tidak terduga ({type(galat).__name__}). {LAPOR}"


def _explain_oserror(galat: OSError) -> KinerjaError:
    nama = galat.filename
    tempat = nama.decode(errors="replace") if isinstance(nama, bytes) else str(nama or "")
    if galat.errno in (errno.ENOSPC, errno.EDQUOT):
        return KinerjaError("Penyimpanan penuh.", tempat=tempat, saran="Kosongkan ruang, lalu jalankan lagi.")
    return KinerjaError(
        f"Berkas atau folder tidak dapat dipakai ({describe_oserror(galat)}).",
        tempat=tempat,
        saran="Periksa nama, izin, dan penyimpanannya.",
    )
