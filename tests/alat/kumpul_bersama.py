"""Collections into one register, killed or two at once: `python -m tests.alat.kumpul_bersama CARA BANYAK FOLDER`.

A process of its own, since it forks: a run is short then. Whatever breaks a promise ends it with a traceback.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from kinerja.kumpul import collect
from kinerja.terbit.kiriman import list_semua, list_terakhir, read_isi_kembalian
from kinerja.terbit.register import NAMA_REGISTER, open_lama
from tests.alat.pulang import WAKTU, Isi, draw_isian, fill, issue, send

BANYAK, RESPONDEN = 3, 5
SEMUA = [draw_isian(n, n % 4 + 1, f"91.71.{n + 1:02}") for n in range(BANYAK)]


def prepare_folder(akar: Path) -> tuple[Path, Path]:
    """Issues, and what came back: two files of the first kecamatan, one of each other."""
    issue(akar / "hasil", *(pk for pk, _ in SEMUA), responden=RESPONDEN)
    lain = fill(SEMUA[0][0], cut(draw_isian(0, 2)[1]), responden=RESPONDEN)
    semua = {f"k{n}": fill(pk, cut(isi), responden=RESPONDEN) for n, (pk, isi) in enumerate(SEMUA)}
    return akar / "hasil", send(akar / "kirim", lain=lain, **semua)


def cut(isi: Isi) -> Isi:
    """As many answers as the small sheet has rows."""
    return {nama: baris[:RESPONDEN] if nama.endswith("_jawaban") else baris for nama, baris in isi.items()}


def fork(terbit: Path, kirim: Path) -> int:
    """A run in another process; it ends with 0 when it came to its end."""
    pid = os.fork()
    if pid == 0:
        kode = 1
        try:
            collect(kirim, terbit=terbit, waktu=WAKTU, proses=1)
            kode = 0
        finally:
            os._exit(kode)
    return pid


def see(terbit: Path) -> tuple[list[str], list[str]]:
    """All that is kept of the returns, and which count; every file must be whole."""
    with open_lama(terbit / NAMA_REGISTER) as register:
        semua, hitung = list(list_semua(register)), list(list_terakhir(register))
        for satu in semua:
            assert len(read_isi_kembalian(register, satu.sidik)) > 1000
            assert json.loads(satu.hasil)["indikator"] and json.loads(satu.isian)["nilai"] is not None
    return sorted(f"{k.sidik} {k.temuan}" for k in semua), sorted(k.sidik for k in hitung)


def run_dibunuh(banyak: int, akar: Path) -> None:
    """One after the other, each killed somewhere; the next goes on, the last leaves what an undisturbed run does."""
    asal, kirim = prepare_folder(akar)
    shutil.copytree(asal, akar / "utuh")
    awal = time.perf_counter()
    collect(kirim, terbit=akar / "utuh", waktu=WAKTU, proses=1)
    tunda = 1.1 * (time.perf_counter() - awal)
    benar = see(akar / "utuh")
    acak = random.Random(20250407)
    di_tengah = 0
    for putaran in range(banyak):
        terbit = akar / "bunuh"
        if putaran % 3 == 0:
            shutil.rmtree(terbit, ignore_errors=True)
            shutil.copytree(asal, terbit)
        pid = fork(terbit, kirim)
        time.sleep(acak.uniform(0, tunda))
        os.kill(pid, signal.SIGKILL)
        kode = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        assert kode in (0, -signal.SIGKILL), (putaran, kode)
        tersimpan = see(terbit)[0]
        di_tengah += 0 < len(tersimpan) and kode != 0
        if putaran % 3 == 2:
            collect(kirim, terbit=terbit, waktu=WAKTU, proses=1)
            assert see(terbit) == benar, putaran
    assert di_tengah, "no run was killed in its middle"


def run_berdua(banyak: int, akar: Path) -> None:
    """Two at once, of the same files."""
    asal, kirim = prepare_folder(akar)
    shutil.copytree(asal, akar / "utuh")
    collect(kirim, terbit=akar / "utuh", waktu=WAKTU, proses=1)
    for putaran in range(banyak):
        terbit = akar / str(putaran)
        shutil.copytree(asal, terbit)
        anak = [fork(terbit, kirim) for _ in range(2)]
        kode = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in anak]
        assert kode == [0, 0], (putaran, kode)
        assert see(terbit) == see(akar / "utuh"), putaran


if __name__ == "__main__":
    {"berdua": run_berdua, "dibunuh": run_dibunuh}[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
