"""Many runs into one folder, at once or killed: `python -m tests.alat.terbit_bersama CARA BANYAK FOLDER`.

A process of its own, since it forks: a run costs milliseconds then. Whatever breaks a promise ends it with a traceback.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from kinerja.terbit.pembuatan import OpsiTerbit, make_serial
from kinerja.terbit.penerbitan import StatusTerbit, Tujuan, issue_workbooks
from kinerja.terbit.register import NAMA_REGISTER, open_lama
from tests.alat.terbit import ASAL, buat_perjanjian, nama

BANYAK = 6
SEMUA = buat_perjanjian(BANYAK)
CORAK = (3, 4)
"""Respondents: two kinds of workbooks for each kecamatan."""
BENAR = {
    corak: [cetakan.isi for cetakan in make_serial(SEMUA, OpsiTerbit(responden=corak))] for corak in CORAK
}  # pressed once, so that the runs are quick


def issue(folder: Path, corak: int, *, timpa: bool = False) -> set[StatusTerbit]:
    opsi = OpsiTerbit(responden=corak, timpa=timpa)
    return {t.status for t in issue_workbooks(SEMUA, Tujuan(folder), asal=ASAL, opsi=opsi)}


def fork(folder: Path, corak: int, *, timpa: bool = False) -> int:
    """A run in another process; it ends with 0 when it refused nothing."""
    pid = os.fork()
    if pid == 0:
        kode = 1
        try:
            kode = 2 if StatusTerbit.DITOLAK in issue(folder, corak, timpa=timpa) else 0
        finally:
            os._exit(kode)
    return pid


def check_utuh(folder: Path) -> None:
    """Only whole workbooks of ours, each under its own name."""
    for nomor in range(BANYAK):
        path = folder / nama(nomor + 1)
        assert not path.exists() or path.read_bytes() in [BENAR[c][nomor] for c in CORAK], path
    assert {p.name for p in folder.glob("*.xlsx")} <= {nama(n + 1) for n in range(BANYAK)}


def check_selesai(folder: Path, corak: int) -> None:
    """The next run refuses nothing, finishes, and leaves nothing behind."""
    assert StatusTerbit.DITOLAK not in issue(folder, corak)
    assert [(folder / nama(n + 1)).read_bytes() for n in range(BANYAK)] == BENAR[corak]
    lain = {p.name for p in folder.iterdir()} - {nama(n + 1) for n in range(BANYAK)}
    jurnal = f"{NAMA_REGISTER}-journal"  # of a killed run that had not begun: SQLite clears it when it writes next
    assert lain <= {NAMA_REGISTER, jurnal, "SHA256SUMS", "lama"}, lain
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, check=True)
    with open_lama(folder / NAMA_REGISTER) as register:
        for terbitan in register.list_terbitan():
            assert register.read_isi(terbitan.sidik) in BENAR[CORAK[0]] + BENAR[CORAK[1]]


def run_berdua(banyak: int, akar: Path) -> None:
    """Two at once, with the same data or others, into a new folder, a full one, and one with a filled workbook."""
    for putaran in range(banyak):
        folder = akar / str(putaran)
        if putaran % 3:
            issue(folder, CORAK[0])
        if terisi := putaran % 3 == 2:
            (folder / nama(2)).write_bytes(b"sudah diisi")
        anak = [fork(folder, corak, timpa=terisi) for corak in (CORAK[putaran % 2], CORAK[1])]
        kode = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in anak]
        assert kode == [0, 0], (putaran, kode)
        check_utuh(folder)
        check_selesai(folder, CORAK[putaran % 2])
        isi_lama = [p.read_bytes() for p in folder.glob("lama/*")]
        assert (b"sudah diisi" in isi_lama) == terisi, putaran


def run_dibunuh(banyak: int, akar: Path) -> None:
    """One after the other, each killed somewhere; not all before they began or after they ended."""
    acak = random.Random(20241231)
    awal = time.perf_counter()
    issue(akar / "ukur", CORAK[0])
    tunda = 1.2 * (time.perf_counter() - awal)
    folder = akar / "bunuh"
    di_tengah = 0
    for putaran in range(banyak):
        sebelum = see(folder)
        pid = fork(folder, CORAK[putaran % 2])
        time.sleep(acak.uniform(0, tunda))
        os.kill(pid, signal.SIGKILL)
        kode = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        assert kode in (0, -signal.SIGKILL), (putaran, kode)
        if kode == 0:
            tunda *= 0.8  # too late: sooner from now on, and later where it had not begun
        elif see(folder) == sebelum:
            tunda *= 1.2
        else:
            di_tengah += 1
        check_utuh(folder)
        if putaran % 5 == 4:
            check_selesai(folder, CORAK[acak.randrange(2)])
    assert di_tengah, "no run was killed in its middle"


def see(folder: Path) -> dict[str, int]:
    """What stands in a folder, and since when."""
    return {p.name: p.stat().st_mtime_ns for p in folder.glob("*")}


if __name__ == "__main__":
    {"berdua": run_berdua, "dibunuh": run_dibunuh}[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
