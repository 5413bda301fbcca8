"""One source of documentation: what docs/fungsi.md, the wizards and KINERJA_DASAR say is what the declarations say."""

import tomllib
from pathlib import Path

import pytest

from addin.build.dok import AKHIR, AWAL, update_table, write_contoh
from addin.fungsi import DAFTAR
from addin.rumus_biasa import RUMUS
from addin.spec import HARI_CONTOH
from tests.alat.addin import FUNGSI
from tests.alat.program import AKAR

DOK = (AKAR / "docs" / "fungsi.md").read_text("utf-8")
PERATURAN = AKAR / "kinerja" / "peraturan"


def test_tabel_fungsi_di_docs_sama_dengan_deklarasi() -> None:
    """After a change: python -m addin.build.dok"""
    assert (1, 1) == (DOK.count(AWAL), DOK.count(AKHIR))
    assert update_table(DOK) == DOK


@pytest.mark.parametrize(
    ("fungsi", "berkas"),
    [
        ("SKM_INDEKS", "skm"),
        ("SKM_NILAI", "skm"),
        ("SKM_MUTU", "skm_mutu"),
        ("SKM_KINERJA", "skm_mutu"),
        ("SKM_SAMPEL", "skm_sampel"),
        ("SAKIP_NILAI", "sakip_bobot"),
        ("SAKIP_SUBKOMPONEN", "sakip_kriteria"),
        ("SAKIP_PREDIKAT", "sakip_predikat"),
        ("SAKIP_INTERPRETASI", "sakip_predikat"),
        ("PERSEN_MANFAAT", "persen"),
        ("PERSEN_TRANTIBUM", "persen"),
        ("PERSEN_CAPAIAN", "capaian"),
        ("KATEGORI_CAPAIAN", "capaian_kategori"),
    ],
)
def test_dasar_fungsi_adalah_rujukan_tabel_yang_berlaku(fungsi: str, berkas: str) -> None:
    """The regulation that a function names is the one that its newest table cites."""
    tabel = tomllib.loads(Path(PERATURAN, f"{berkas}.toml").read_text("utf-8"))
    berlaku = [satu for satu in tabel["versi"] if satu["berlaku"] <= HARI_CONTOH]
    rujukan = [satu["peraturan"] for satu in berlaku[-1]["rujukan"]]

    assert any(FUNGSI[fungsi].dasar.startswith(satu) for satu in rujukan), rujukan


def test_contoh_ditulis_seperti_diketik_di_indonesia() -> None:
    assert ("`=SAKIP_PREDIKAT(66,5)` → B", "`=SKM_INDEKS(A1:I5)` → 65") == (
        write_contoh(FUNGSI["SAKIP_PREDIKAT"]),
        write_contoh(FUNGSI["SKM_INDEKS"]),
    )


def test_fungsi_dengan_rumus_biasa_adalah_fungsi_yang_ada() -> None:
    assert set(RUMUS) <= set(DAFTAR)
