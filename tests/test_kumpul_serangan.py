"""Hostile and spoiled files among the returns: one sentence each, and the honest one beside them is collected."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from kinerja.kumpul.periksa import StatusBerkas
from tests.alat.perintah import run_python
from tests.alat.pulang import draw_isian, fill, gather, issue, send
from tests.alat.serangan.kelompok import load_kelompok

KELOMPOK = ("buku-dpa", "buku-kembali", "kembali", "sel", "ods", "xls", "teks", "temuan")
MAKS_MB = 400
PROGRAM = """
import re, sys
from kinerja.cli import main
kode = main(["kumpul", "kirim", "--terbit", "hasil", "--json"])
puncak = re.search(r"VmHWM:\\s+([0-9]+) kB", open("/proc/self/status").read())
print(kode, int(puncak[1]) // 1024, file=sys.stderr)
"""


@pytest.mark.parametrize("kelompok", KELOMPOK)
def test_berkas_jahat_disebut_satu_kalimat_dan_yang_jujur_terkumpul(kelompok: str, tmp_path: Path) -> None:
    pk, isi = draw_isian(0)
    issue(tmp_path / "hasil", pk)
    kirim = send(tmp_path / "kirim", jujur=fill(pk, isi))
    jahat = load_kelompok(kelompok)
    for nomor, kasus in enumerate(jahat):
        (tmp_path / "satu").mkdir(exist_ok=True)
        kasus.write(tmp_path / "satu").rename(kirim / f"{nomor:04}{Path(kasus.nama).suffix}")

    jalan = run_python(PROGRAM, folder=tmp_path)

    kode, mb = map(int, jalan.galat.splitlines()[-1].split())
    assert (kode, mb < MAKS_MB) == (1, True), jalan.galat[-2000:]
    data = json.loads(jalan.keluar)
    berkas = {b["berkas"]: b for b in data["berkas"]}
    assert berkas["jujur.xlsx"]["dihitung"], berkas["jujur.xlsx"]
    disebut = [*berkas, *(b["berkas"] for b in data["dilewati"])]
    assert len(disebut) == len(set(disebut)) == len(jahat) + 1
    for nama, b in berkas.items():
        if b["status"] == StatusBerkas.DITOLAK:
            (satu,) = b["temuan"]
            assert satu["pesan"].endswith(".") and "\n" not in satu["pesan"], (nama, satu)
        assert nama == "jujur.xlsx" or not b["dihitung"] or kelompok in ("kembali", "buku-kembali"), nama


def test_berkas_yang_rusak_di_sembarang_bita_tidak_pernah_menghentikan(tmp_path: Path) -> None:
    pk, isi = draw_isian(3)
    issue(tmp_path / "hasil", pk)
    asal = fill(pk, isi)
    acak = random.Random(20250407)
    rusak = {}
    for nomor in range(120):
        bita = bytearray(asal)
        for _ in range(acak.choice((1, 3, 20))):
            bita[acak.randrange(len(bita))] = acak.randrange(256)
        rusak[f"r{nomor:03}"] = bytes(bita[: acak.randrange(100, len(bita))] if nomor % 4 == 0 else bita)
    kirim = send(tmp_path / "kirim", jujur=asal, **rusak)

    kumpulan = gather(tmp_path / "hasil", kirim)

    assert len(kumpulan.buku) + len(kumpulan.lewat) == 121
    dihitung = [b.berkas for b in kumpulan.buku if b.berlaku]
    assert len(dihitung) == 1
    (jujur,) = (b for b in kumpulan.buku if b.berkas == "jujur.xlsx")
    assert jujur.status is not StatusBerkas.DITOLAK
