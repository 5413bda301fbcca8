"""The cases of tests/aturan/*.toml, which an inspector can read and write.

A case gives `nama`, `rumus`, `masukan` (numbers as whole numbers or as text with a decimal comma), `dasar` (where the
expected value comes from), perhaps `pada` (else the end of 2024), and either `hasil` or `galat` (an error class, with a
part of its sentence in `memuat`). A result is written as a reader sees it: "66,50", a kode, "65,00 C" for a survey,
"tidak ada" for None.
"""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kinerja import angka, bilangan, errors
from kinerja.bentuk_target import read_bentuk
from kinerja.peraturan import Jenjang
from kinerja.rumus import anggaran, capaian, manfaat, sakip, skm
from kinerja.rumus.skm import HasilSkm
from kinerja.rumus.terbilang import terbilang

RUMUS: dict[str, Callable[..., object]] = {
    f.__name__: f
    for f in (
        skm.compute_skm,
        skm.compute_skm_totals,
        skm.compute_nik,
        skm.find_mutu,
        skm.compute_sampel,
        sakip.compute_subkomponen,
        sakip.compute_sakip,
        sakip.compute_sakip_subkomponen,
        sakip.find_predikat,
        manfaat.compute_persen,
        manfaat.compute_manfaat,
        manfaat.compute_trantibum,
        capaian.compute_capaian,
        capaian.compute_capaian_predikat,
        capaian.find_kategori,
        anggaran.compute_serapan,
        anggaran.compute_selisih,
        angka.read_angka,
        angka.read_kolom_uang,
        bilangan.format_rupiah,
        terbilang,
    )
}
PADA = date(2024, 12, 31)
# Arguments that stay text even when they look like numbers.
TEKS = {"penimbang", "arah", "kriteria", "teks", "jenis", "values"}
WAJIB = {"nama", "rumus", "masukan", "dasar"}
BOLEH = {*WAJIB, "pada", "hasil", "galat", "memuat"}


def read_kasus(*berkas: Path) -> list[tuple[str, dict[str, Any]]]:
    """Cases with a name each."""
    return [
        (f"{path.stem}: {kasus.get('nama', '?')}", kasus)
        for path in berkas
        for kasus in tomllib.loads(path.read_text(encoding="utf-8"))["kasus"]
    ]


KASUS = read_kasus(*sorted((Path(__file__).parent / "aturan").glob("*.toml")))


def check_bentuk(kasus: dict[str, Any]) -> None:
    """A case that cannot be judged is a failure of its own."""
    assert kasus.keys() >= WAJIB, f"kurang: {WAJIB - kasus.keys()}"
    assert kasus.keys() <= BOLEH, f"tidak dikenal: {kasus.keys() - BOLEH}"
    assert kasus["dasar"].strip()
    assert ("hasil" in kasus) != ("galat" in kasus)


def to_masukan(kunci: str, nilai: Any) -> Any:
    if isinstance(nilai, list):
        return [to_masukan(kunci, x) for x in nilai]
    if nilai == "kosong" and kunci != "teks":
        return None
    if kunci not in TEKS and isinstance(nilai, str) and re.fullmatch(r"-?[0-9]+(,[0-9]+)?", nilai):
        return Decimal(nilai.replace(",", "."))
    if kunci == "target" and isinstance(nilai, str) and re.search("[0-9]", nilai):
        return read_bentuk(nilai)
    return nilai


def write_hasil(hasil: object) -> str:
    match hasil:
        case None:
            return "tidak ada"
        case Jenjang():
            return hasil.kode
        case HasilSkm():
            return f"{bilangan.write_angka(hasil.nik)} {hasil.mutu.kode}"
        case int() | Decimal() | Fraction():
            return bilangan.write_angka(hasil)
        case tuple():
            return " | ".join(write_hasil(x) for x in hasil)
    return str(hasil)


def check_kasus(kasus: dict[str, Any], pada: date = PADA) -> None:
    """Compute a case and compare; `pada` counts where the case itself names no day."""
    check_bentuk(kasus)
    masukan = {kunci: to_masukan(kunci, nilai) for kunci, nilai in kasus["masukan"].items()}
    rumus = RUMUS[kasus["rumus"]]
    if "pada" in inspect.signature(rumus).parameters:
        masukan["pada"] = kasus.get("pada", pada)

    if "galat" in kasus:
        with pytest.raises(getattr(errors, kasus["galat"])) as galat:
            rumus(**masukan)
        assert type(galat.value).__name__ == kasus["galat"]
        assert kasus.get("memuat", "") in str(galat.value)
    else:
        assert kasus["hasil"] == write_hasil(rumus(**masukan))


@pytest.mark.parametrize("kasus", [kasus for _, kasus in KASUS], ids=[nama for nama, _ in KASUS])
def test_kasus_sesuai_dasarnya(kasus: dict[str, Any]) -> None:
    check_kasus(kasus)


def test_kasus_tanpa_dasar_ditolak() -> None:
    kasus = {"nama": "n", "rumus": "find_mutu", "masukan": {"nik": 65}, "hasil": "C"}

    with pytest.raises(AssertionError, match="dasar"):
        check_bentuk(kasus)


def test_setiap_rumus_punya_kasus() -> None:
    assert {kasus["rumus"] for _, kasus in KASUS} == set(RUMUS)
