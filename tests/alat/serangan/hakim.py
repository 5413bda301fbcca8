"""The judge: what in a run breaks the rule, in words; and the table of all runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kinerja.cli.jaring import MAKS_SEBUT
from tests.alat.serangan.kandang import MAKS_DETIK, MAKS_MB, Hasil
from tests.alat.serangan.kasus import DASAR, Harap, Serangan
from tests.alat.serangan.perintah import Perintah

JARING = "tidak terduga"
"""The mark of the last net: a sentence for what nobody foresaw. What is in the corpus is foreseen."""
PANJANG = 1_500
"""Letters of a sentence that somebody reads, long paths included."""
_AWAL = re.compile(r"kinerja( [\w-]+){,2}: ")  # a command names itself when its arguments are at fault
_RINCIAN = re.compile(r"  +\S")
"""A line below a sentence: a title to choose from, an option to copy."""
_INGGRIS = re.compile(
    r"\b(the|error|invalid|expected|failed|failure|not|file|found|must|with|unexpected|cannot|could|warning|missing"
    r"|parse|overflow|exceed(?:s|ed)?|unable|column|row|out of|bad|unsupported)\b",
    re.IGNORECASE,
)
_RAHASIA = ("Traceback", "panicked", "Warning:")


def find_pelanggaran(
    kasus: Serangan, perintah: Perintah, hasil: Hasil, keluar: Path, dasar: Mapping[str, object]
) -> list[str]:
    """What breaks the rule; empty when all is well.

    Args:
        keluar: where the output had to go.
        dasar: value of the honest file by name of the command.
    """
    if hasil.nasib:
        return [f"{hasil.nasib} sesudah {hasil.detik:.1f} detik, {hasil.mb:.0f} MB"]
    if salah := find_kasar(hasil):
        return salah
    if hasil.detik > MAKS_DETIK:
        salah.append(f"{hasil.detik:.1f} detik")
    if hasil.mb > MAKS_MB:
        salah.append(f"{hasil.mb:.0f} MB")
    if hasil.kode == 2:
        salah += _judge_kalimat(kasus.nama, hasil.galat, keluar)
    return salah + (_judge_nilai(kasus, perintah, hasil, dasar) if perintah.owns(kasus) else [])


def _judge_nilai(kasus: Serangan, perintah: Perintah, hasil: Hasil, dasar: Mapping[str, object]) -> list[str]:
    """Refused or read, as expected of the case, and read right."""
    if hasil.kode == 2:
        return [f"ditolak, padahal sah: {hasil.galat.strip()[:200]}"] if kasus.harap is Harap.SAMA else []
    nilai = perintah.baca(hasil)
    if kasus.harap is Harap.TOLAK:
        return [f"diterima (kode {hasil.kode}, nilai {nilai}), seharusnya ditolak"]
    boleh = {str(dasar[perintah.nama] if n == DASAR else n) for n in kasus.nilai}
    bebas = kasus.harap is Harap.BOLEH and not boleh  # what must be read has a value, else nothing is judged
    if nilai is None or bebas or str(nilai) in boleh:
        return []
    return [f"terbaca {str(nilai)[:100]}, seharusnya {' atau '.join(sorted(boleh))[:100] or 'disebut kasusnya'}"]


def find_kasar(hasil: Hasil) -> list[str]:
    """What no run may ever do: another exit code, a traceback, a panic, an abort, the last net."""
    if hasil.nasib:
        return [hasil.nasib]
    salah = [] if hasil.kode in (0, 1, 2) else [f"kode {hasil.kode}"]
    for tanda in (*_RAHASIA, JARING):
        if baris := [b for b in hasil.galat.splitlines() if tanda in b]:
            akhir = hasil.galat.strip().splitlines()[-1] if tanda == "Traceback" else ""
            salah.append(f"{baris[0].strip()[:200]} {akhir[:200]}")
    return salah


def _judge_kalimat(nama: str, galat: str, keluar: Path) -> list[str]:
    """A refusal is one paragraph in Indonesian, with lines below it or none, or one for each fault of a data set; it
    names the file given, and nothing of that is written."""
    baris = [b for b in galat.splitlines() if b.strip()]
    salah = [f"kalimat sepanjang {len(b)} huruf" for b in baris if len(b) > PANJANG]
    utama = [b for n, b in enumerate(baris) if not (n and _RINCIAN.match(b))]
    if not 1 <= len(set(baris)) == len(baris) <= MAKS_SEBUT + 1 or not all(map(_AWAL.match, utama)):
        salah.append(f"{len(baris)} baris di stderr: {' | '.join(baris)[:300]}")
    galat = " ".join(b[:PANJANG] for b in baris)
    if max(re.findall(r"[\w.-]+", nama, re.ASCII), key=len)[:40] not in galat:  # odd letters may be shown in any way
        salah.append(f"tidak menyebut berkasnya: {galat.strip()[:200]}")
    if keluar.name in galat.replace(nama, ""):
        salah.append(f"menyebut keluaran kita: {galat.strip()[:200]}")
    if inggris := _INGGRIS.search(re.sub(r"'[^']*'|\S*[/.]\S*", "", galat.replace(nama, ""))):
        salah.append(f"kata Inggris {inggris[0]!r}: {galat.strip()[:200]}")
    if keluar.is_file() or any(keluar.rglob("*.xlsx")):
        salah.append("menolak, tetapi keluaran tertulis")
    return salah


def write_tabel(baris: Iterable[tuple[str, str, Hasil]]) -> str:
    """File, command, exit code, seconds, megabytes."""
    kepala = f"{'berkas':40} {'perintah':11} {'kode':>5} {'detik':>6} {'MB':>5}"
    isi = (f"{b:40} {p:11} {h.nasib or h.kode!s:>5} {h.detik:6.2f} {h.mb:5.0f}" for b, p, h in baris)
    return "\n".join((kepala, *isi))
