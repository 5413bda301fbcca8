"""Many that keep returns in one register, at once or killed: `python -m tests.alat.kiriman_bersama CARA BANYAK FOLDER`.

A process of its own, since it forks. Whatever breaks a promise ends it with a traceback.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
import time
from collections import Counter
from datetime import date
from itertools import count
from pathlib import Path

from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import Kembalian, add_kembalian, list_semua, list_terakhir, read_isi_kembalian
from kinerja.terbit.register import NAMA_REGISTER, open_lama, open_register
from tests.alat.terbit import terbitkan

HARI = date(2025, 1, 2)
KELOMPOK = 3
"""Returns that are kept together or not at all."""
SEMUA = 30


def make_isi(nomor: int) -> bytes:
    """A file of a number: some are compressed, most are not, the largest fill several pages."""
    return str(nomor).encode() * 5_000 if nomor % 5 == 0 else random.Random(nomor).randbytes(100 + 9_000 * (nomor % 4))


def make(nomor: int) -> Kembalian:
    sidik = hashlib.sha256(make_isi(nomor)).hexdigest()
    identitas = Identitas(f"91.71.{nomor % 7 + 1:02}", 2024, "murni")
    waktu = f"2025-01-02T00:00:{nomor % 60:02}+00:00"
    return Kembalian(identitas, sidik, True, waktu, f"{nomor}.xlsx", "0.7.0", 1, 1, "", "lengkap", "{}", "{}", "[]")


def collect(folder: Path, nomor: list[int]) -> None:
    """Keep those of a group together."""
    with open_register(folder / NAMA_REGISTER, HARI) as register, register.transaction():
        for satu in nomor:
            add_kembalian(register, make(satu), make_isi(satu))


def fork(folder: Path, semua: list[list[int]]) -> int:
    """Groups kept in another process, one after the other."""
    pid = os.fork()
    if pid == 0:
        kode = 1
        try:
            for nomor in semua:
                collect(folder, nomor)
            kode = 0
        finally:
            os._exit(kode)
    return pid


def check(folder: Path) -> list[int]:
    """Numbers of what is kept: each once, whole, of each group all or none, and of each kecamatan one that counts."""
    with open_lama(folder / NAMA_REGISTER) as register:
        semua = list(list_semua(register))
        assert all(read_isi_kembalian(register, k.sidik) == make_isi(int(k.berkas[:-5])) for k in semua)
        assert [k.identitas for k in list_terakhir(register)] == sorted({k.identitas for k in semua})
        assert len(register.list_terbitan()) == 3
    nomor = sorted(int(k.berkas[:-5]) for k in semua)
    assert set(Counter(n // KELOMPOK for n in nomor).values()) <= {KELOMPOK}, nomor
    return nomor


def list_kelompok() -> list[list[int]]:
    return [list(range(n, n + KELOMPOK)) for n in range(0, SEMUA, KELOMPOK)]


def run_berdua(banyak: int, akar: Path) -> None:
    """The same files collected by two at once, in another order each, into a register that has no such tables yet."""
    for putaran in range(banyak):
        folder = akar / str(putaran)
        terbitkan(folder)
        kelompok = list_kelompok()
        acak = random.Random(putaran)
        anak = [fork(folder, acak.sample(kelompok, len(kelompok))) for _ in range(2)]
        assert [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in anak] == [0, 0], putaran
        assert check(folder) == list(range(SEMUA)), putaran


def run_dibunuh(banyak: int, akar: Path) -> None:
    """One after the other, each killed somewhere, also before the tables are there; the next goes on."""
    acak = random.Random(20250102)
    folder, tunda, di_tengah = akar / "bunuh", 0.05, 0
    for putaran in range(banyak):
        if putaran % 10 == 0:
            folder = akar / str(putaran)
            terbitkan(folder)
        sebelum = check(folder)
        mulai = len(sebelum)
        pid = fork(folder, [list(range(n, n + KELOMPOK)) for n in range(mulai, mulai + SEMUA, KELOMPOK)])
        time.sleep(acak.uniform(0, tunda))
        os.kill(pid, signal.SIGKILL)
        kode = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        assert kode in (0, -signal.SIGKILL), (putaran, kode)
        sesudah = check(folder)
        assert sesudah == list(range(len(sesudah)))
        assert len(sesudah) >= mulai
        di_tengah += kode != 0 and len(sesudah) > mulai
        tunda *= 0.8 if kode == 0 else 1.2 if len(sesudah) == mulai else 1
    assert di_tengah, "no run was killed in its middle"
    for nomor in count(len(check(folder)), KELOMPOK):
        if nomor > 3 * SEMUA:
            break
        collect(folder, list(range(nomor, nomor + KELOMPOK)))
    assert check(folder)[-1] > 3 * SEMUA


if __name__ == "__main__":
    {"berdua": run_berdua, "dibunuh": run_dibunuh}[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
