"""Cases of `kinerja rekonsiliasi`: each folder holds the files, and in `harap.toml` what a careful reader expects.

`sumber` (where the form comes from), `soal` (what is easily read wrongly), `perintah` (arguments after
`kinerja rekonsiliasi`), `[harap]` and any number of `[[atau]]`, other answers that are as good. Keys of both:

keluar           allowed exit codes
perjanjian, dpa, realisasi
                 sum over all rows of the answer, exact
kode             codes of findings that must be there; a list inside the list: one of them
bukan_kode       codes that must not be there
menyebut         texts that the messages of the findings must hold; a list inside the list: one of them
boleh_tolak      a refusal (exit code 2) is an answer as well
tolak_menyebut   texts that a refusal must hold; a list inside the list: one of them
tolak_tanpa      texts that a refusal must not hold
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import main
from kinerja.cli.jaring import LAPOR

FOLDER = [Path(__file__).parent / "kasus" / nama for nama in ("rekonsiliasi", "rekonsiliasi-lagi")]
TOLAK = 2
SUMBER = ("perjanjian", "dpa", "realisasi")
WAJIB = {"sumber", "soal", "perintah", "harap"}
KUNCI = {"keluar", *SUMBER, "kode", "bukan_kode", "menyebut", "boleh_tolak", "tolak_menyebut", "tolak_tanpa"}


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What one run answered."""

    keluar: int
    baris: Sequence[Mapping[str, Any]]
    temuan: Sequence[Mapping[str, Any]]
    galat: str


def list_kasus() -> list[Path]:
    return sorted(satu for folder in FOLDER for satu in folder.iterdir())


def read_harap(kasus: Path) -> dict[str, Any]:
    """The expectation; unknown and missing keys are errors, so that a slip of the pen is not a pass."""
    harap = tomllib.loads((kasus / "harap.toml").read_text(encoding="utf-8"))
    salah = WAJIB ^ (harap.keys() - {"atau"})
    for satu in (harap.get("harap", {}), *harap.get("atau", [])):
        salah |= (satu.keys() - KUNCI) | ({"keluar"} - satu.keys())
    assert not salah, f"harap.toml: kunci tidak dikenal atau tidak ada: {', '.join(sorted(salah))}"
    return harap


def run(perintah: Sequence[str], keluaran: Path, capsys: pytest.CaptureFixture[str]) -> Jawaban:
    capsys.readouterr()
    try:
        keluar = main(["rekonsiliasi", *perintah, "--json", "--keluar", str(keluaran)])
    except SystemExit as berhenti:  # argparse
        assert isinstance(berhenti.code, int)
        keluar = berhenti.code
    teks = capsys.readouterr()
    isi = json.loads(teks.out) if keluar in {0, 1} else {"baris": [], "temuan": []}
    return Jawaban(keluar, isi["baris"], isi["temuan"], teks.err)


def list_kurang(teks: str, menyebut: Sequence[str | list[str]]) -> list[str]:
    """The wanted texts that are not there; a title found is taken away, so that 'Pagu' is not found in 'Pagu Akhir'."""
    kurang = []
    for satu in sorted(menyebut, key=lambda m: -len(m) if isinstance(m, str) else 0):
        pilihan = [satu] if isinstance(satu, str) else satu
        ada = next((p for p in pilihan if p in teks), None)
        if ada is None:
            kurang.append(" / ".join(pilihan))
        elif isinstance(satu, str):
            teks = teks.replace(ada, "\0")
    return kurang


def check(jawaban: Jawaban, harap: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with an answer; nothing when it is right."""
    if LAPOR in jawaban.galat:
        yield jawaban.galat
        return
    if jawaban.keluar == TOLAK:
        yield from check_tolak(" ".join(jawaban.galat.split()), harap)
        return
    if jawaban.keluar not in harap["keluar"]:
        yield f"kode keluar {jawaban.keluar}, seharusnya {harap['keluar']}"
    for kunci in (k for k in SUMBER if k in harap):
        jumlah = sum((Decimal(b[kunci]) for b in jawaban.baris if b[kunci] is not None), Decimal())
        if jumlah != Decimal(harap[kunci]):
            yield f"{kunci} {jumlah:f}, seharusnya {harap[kunci]}"
    kode = {t["kode"] for t in jawaban.temuan}
    for satu in harap.get("kode", []):
        if kode.isdisjoint([satu] if isinstance(satu, str) else satu):
            yield f"tidak ada {satu}"
    if palsu := sorted(kode & set(harap.get("bukan_kode", []))):
        yield f"palsu: {', '.join(palsu)}"
    pesan = "\n".join(f"{t['pesan']} {t['saran']}" for t in jawaban.temuan)
    if kurang := list_kurang(pesan, harap.get("menyebut", [])):
        yield f"tidak ada temuan yang menyebut {', '.join(map(repr, kurang))}"


def check_tolak(pesan: str, harap: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a refusal."""
    if not harap.get("boleh_tolak", TOLAK in harap["keluar"]):
        yield f"ditolak: {pesan}"
    elif kurang := list_kurang(pesan, harap.get("tolak_menyebut", [])):
        yield f"penolakan tidak menyebut {', '.join(map(repr, kurang))}: {pesan}"
    for lebih in (t for t in harap.get("tolak_tanpa", []) if t in pesan):
        yield f"penolakan menyebut {lebih!r}: {pesan}"


_JAWABAN: dict[Path, Jawaban] = {}
"""Answers so far: no case is run twice."""


@pytest.fixture
def jawab(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path], Jawaban]:
    """The answer to a case."""

    def jawab(kasus: Path) -> Jawaban:
        if kasus not in _JAWABAN:
            monkeypatch.chdir(kasus)
            _JAWABAN[kasus] = run(read_harap(kasus)["perintah"], tmp_path / f"{kasus.name}.xlsx", capsys)
        return _JAWABAN[kasus]

    return jawab


@pytest.mark.parametrize("kasus", list_kasus(), ids=lambda kasus: kasus.name)
def test_kasus_terbaca_benar_atau_ditanyakan(kasus: Path, jawab: Callable[[Path], Jawaban]) -> None:
    harap = read_harap(kasus)
    jawaban = jawab(kasus)
    salah = [list(check(jawaban, satu)) for satu in (harap["harap"], *harap.get("atau", []))]
    assert not all(salah), "; ".join(salah[0])


def test_paling_banyak_enam_kasus_ditanyakan_selain_sel_galat_di_kolom_pagu(jawab: Callable[[Path], Jawaban]) -> None:
    semua = sorted(FOLDER[0].iterdir())
    ditolak = {kasus.name for kasus in semua if jawab(kasus).keluar == TOLAK}

    assert len(semua) == 53
    assert "tetap-04-galat-di-kolom-pagu" in ditolak
    assert len(ditolak) <= 7, ditolak
