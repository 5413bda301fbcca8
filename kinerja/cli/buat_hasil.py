"""`kinerja buat`: what became of each workbook, on the screen and as JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.bilangan import format_angka
from kinerja.cli import layar
from kinerja.errors import BerkasError
from kinerja.perintah import write_perintah

if TYPE_CHECKING:
    from kinerja.kumpul.pemindahan import Pindahan
    from kinerja.terbit.identitas import Identitas
    from kinerja.terbit.penerbitan import Terbit

SEBUT = 2
"""Refused files that the last sentence names for each reason; all stand in the JSON."""
MAKS_TABEL = 200
"""Workbooks that are listed; of more, nobody reads the list."""
SEBUT_TERTINGGAL = 5
"""Kecamatan of which is told how many values would stay behind."""


def show_terbit(terbit: Sequence[Terbit], folder: Path) -> None:
    """All workbooks where they can be read, findings, and what became of how many."""
    angka = layar.count_temuan(())
    if len(terbit) <= MAKS_TABEL:
        layar.show_table(
            ("Kode", "Kecamatan", "Berkas", "Status", *angka),
            [(t.kode, t.nama, t.path.name, t.status, *layar.count_temuan(t.temuan).values()) for t in terbit],
            kanan=list(angka),
        )
    layar.show_temuan(layar.group_temuan((f"{t.kode} {t.nama}", t.temuan) for t in terbit), sys.stderr)
    _show_tertinggal([t for t in terbit if t.tertinggal])
    status = [t.status for t in terbit]
    for lama, kini in (pasangan for t in terbit for pasangan in t.pindah):
        layar.say(f"{lama.name} dipindahkan ke {kini}.")
    layar.say(
        f"{folder}: " + ", ".join(f"{format_angka(status.count(s), 0)} berkas {s}" for s in dict.fromkeys(status)) + "."
    )
    if tanpa := max((t.tak_terhitung for t in terbit), default=0):
        layar.say(
            f"{format_angka(tanpa, 0)} rumus formulir baru dihitung saat bukunya dibuka di Excel atau LibreOffice."
        )


def to_json(terbit: Sequence[Terbit], pindahan: Sequence[Pindahan]) -> dict[str, object]:
    """The same as data."""
    bawaan = {"bawaan": [satu.to_dict() for satu in pindahan]} if pindahan else {}
    return bawaan | {
        "berkas": [
            {"kode": t.kode, "nama": t.nama, "path": str(t.path), "sha256": t.sha256} for t in terbit if t.sha256
        ],
        "ditolak": [
            {"kode": t.kode, "nama": t.nama, "path": str(s.path), "alasan": s.alasan}
            for t in terbit
            for s in t.sumbatan
        ],
        "temuan": [temuan.to_dict() for t in terbit for temuan in t.temuan],
    }


def _show_tertinggal(terbit: Sequence[Terbit]) -> None:
    for t in terbit[:SEBUT_TERTINGGAL]:
        banyak = format_angka(t.tertinggal, 0)
        layar.say(f"{t.kode} {t.nama}: {banyak} isian di terbitan terakhirnya tidak ada di buku yang baru.")
    if (lebih := len(terbit) - SEBUT_TERTINGGAL) > 0:
        layar.say(f"Begitu juga {format_angka(lebih, 0)} kecamatan lagi.")


def refuse_ditolak(ditolak: Sequence[Terbit], milik: Mapping[str, Identitas], args: argparse.Namespace) -> int:
    """Say which workbooks were not written for which files, if any, by reason.

    Args:
        milik: the agreements of the batch, by code.

    Raises:
        BerkasError: there are some.
    """
    from kinerja.terbit.folder import BUKAN_BERKAS, TAK_DIGANTI, TAK_PINDAH, TERTINGGAL

    if not ditolak:
        return 0
    sebab: dict[str, list[str]] = {}
    for satu in (s for t in ditolak for s in t.sumbatan):
        sebab.setdefault(satu.alasan, []).append(satu.path.name)
    timpa = args.timpa or sebab.keys() <= {BUKAN_BERKAS, TAK_DIGANTI, TAK_PINDAH}  # then it does not help
    saran = "Tutup atau pindahkan dahulu, atau pakai --timpa: yang ada dipindahkan ke folder lama."
    if timpa:
        saran = "Tutup atau pindahkan dahulu."
    elif tertinggal := [t for t in ditolak if any(s.alasan == TERTINGGAL for s in t.sumbatan)]:
        saran = advise_tertinggal(tertinggal, milik, args)
    raise BerkasError(
        f"{format_angka(len(ditolak), 0)} buku kerja tidak ditulis:"
        f" {'; '.join(_name_sebab(*satu) for satu in sebab.items())}.",
        tempat=str(args.keluar),
        saran=saran,
    )


def advise_tertinggal(semua: Sequence[Terbit], milik: Mapping[str, Identitas], args: argparse.Namespace) -> str:
    """How the values of last issues come along: from the folder that they stand in; one by one where that was tried."""
    from kinerja.terbit.keluaran import is_sama

    satu = semua[0]
    i, path = milik[satu.kode], satu.sumbatan[0].path
    if not path.exists():
        register = ["--register", str(args.register)] if args.register else []
        ambil = ["--ambil", i.kode, "--tahun", str(i.tahun), "--jenis", i.jenis, "--keluar", str(path)]
        perintah = write_perintah(["kinerja", "riwayat", str(args.keluar), *register, *ambil])
        return f"Terbitkan kembali yang terakhir, lalu ulangi: {perintah}"
    sumber = ["--isi-dari", str(args.keluar)]
    if len(semua) == 1 or (args.isi_dari is not None and is_sama(args.isi_dari, args.keluar)):
        sumber = ["--kecamatan", i.kode, "--isi-dari", str(path)]
    return f"Bawa isiannya dengan {write_perintah(sumber)}, atau pakai --timpa: yang ada dipindahkan ke folder lama."


def _name_sebab(alasan: str, nama: Sequence[str]) -> str:
    lebih = f", dan {len(nama) - SEBUT} lagi" if len(nama) > SEBUT else ""
    return f"{alasan} ({', '.join(nama[:SEBUT])}{lebih})"
