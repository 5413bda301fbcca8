"""The page about what comes back says what the program says: a year of Medan is run as it tells it."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from kinerja.cli import main
from tests.alat.dok_temuan import JENIS, PENGUMPULAN
from tests.alat.kembali.ketik import type_isian
from tests.alat.kembali.paket import open_paket, pack
from tests.alat.kembali.ubahan import type_sel
from tests.alat.program import AKAR
from tests.isian_wajar import fill_medan_baru, fill_medan_kota

TEKS = PENGUMPULAN.read_text("utf-8")
LAYAR = re.findall(r"^```\n(.+?)^```", TEKS, re.MULTILINE | re.DOTALL)
HARI = re.compile(r"\b[0-9]{1,2} (?:Januari|Februari|Maret|April|Mei|Ju[nl]i|Agustus|[A-Z][a-z]+ber) 20[0-9]{2}\b")
NAIK = 5_000_000


def run(perintah: str) -> list[str]:
    """A command as the page writes it; the lines of both outputs, without today's date."""
    isi = io.StringIO()
    with redirect_stdout(isi), redirect_stderr(isi):
        main(perintah.split()[1:])
    return HARI.sub("HARI", isi.getvalue()).splitlines()


def read_terbitan(kode: str) -> bytes:
    return next(Path("hasil").glob(f"{kode}-*.xlsx")).read_bytes()


def send(folder: str, **berkas: bytes) -> None:
    Path(folder).mkdir()
    for nama, isi in berkas.items():
        Path(folder, f"{nama.replace('_', ' ')}.xlsx").write_bytes(isi)


@pytest.fixture(scope="module")
def tahun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[str]]]:
    """What each command of the page prints, in its order, and the folder in which it ran."""
    baru, kota = fill_medan_baru(), fill_medan_kota()
    tiga = {**baru, "isian_anggaran_realisasi": [b[:3] for b in baru["isian_anggaran_realisasi"]]}
    (awal, *sisa), *lain = kota["isian_anggaran_realisasi"]
    assert isinstance(awal, int)
    empat = {**kota, "isian_anggaran_realisasi": [[*b[:3], 10_000_000] for b in ((awal + NAIK, *sisa), *lain)]}
    with chdir(tmp_path_factory.mktemp("tahun")):
        run("kinerja buat")
        diubah = type_sel("Anggaran", {"D7": 16_435_519_078})(open_paket(type_isian(read_terbitan("12.71.17"), tiga)))
        send("kiriman-tw3", PK_Medan_Kota_FIX=type_isian(read_terbitan("12.71.01"), kota), WA0012=pack(diubah))
        send("kiriman-tw4", PK_Medan_Kota_TW4=type_isian(read_terbitan("12.71.01"), empat))
        ubah = "buat --jenis perubahan --semula bawaan --isi-dari hasil"
        urutan = "kumpul kiriman-tw3", "rekap", "kumpul kiriman-tw4", ubah
        yield {p: run(p) for p in (f"kinerja {satu}" for satu in urutan)}


def test_yang_tampak_di_layar_seperti_tertulis(tahun: dict[str, list[str]]) -> None:
    salah = []
    for layar in LAYAR:
        perintah, *baris = layar.removeprefix("$ ").splitlines()
        nyata = set(tahun[perintah])
        salah += [satu for satu in baris if HARI.sub("HARI", satu) not in nyata]

    assert 4 == len(LAYAR)
    assert {layar.partition("\n")[0].removeprefix("$ ") for layar in LAYAR} == set(tahun)
    assert [] == salah
    assert [] == [satu for satu in tahun[list(tahun)[-1]] if "--semula" in satu]  # nothing is left to be advised


def test_contoh_python_berjalan(tahun: dict[str, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    (kode,) = re.findall(r"^```python\n(.+?)^```", TEKS, re.MULTILINE | re.DOTALL)
    ruang: dict[str, object] = {}

    exec(kode, ruang)

    assert ["12.71.01 Medan Kota", "12.71.17 Medan Baru"] == re.findall(
        "^12.71.+? Medan [A-Z][a-z]+", capsys.readouterr().out, re.MULTILINE
    )
    assert 21 == len(list(ruang["belum"]))  # type: ignore[call-overload] # all of the perubahan
    assert 8 == len(ruang["tabel"])  # type: ignore[arg-type]


def test_setiap_kode_ku_di_program_ada_sekali_di_tabel() -> None:
    """Codes are looked for in the text of the program: one that is written twice, or forgotten, is found."""
    kode = Counter[str]()
    for path in sorted((AKAR / "kinerja").rglob("*.py")):
        kode.update(re.findall(r'"(KU[0-9]{2})"', path.read_text("utf-8")))
    tabel = re.findall(r"^\| (KU[0-9]{2}) \|", TEKS, re.MULTILINE)

    assert len(kode) > 40
    assert set(kode.values()) == {1}
    assert sorted(kode) == tabel == [j.kode for j in JENIS[PENGUMPULAN]]


def test_setiap_kode_dan_berkas_yang_disebut_ada() -> None:
    tabel = TEKS[TEKS.index("<!-- temuan -->") :]

    assert set(re.findall(r"\bKU[0-9]{2}\b", TEKS)) == set(re.findall(r"^\| (KU[0-9]{2}) \|", tabel, re.MULTILINE))
    assert [] == [p for p in re.findall(r"\]\(([\w.-]+\.md)\)", TEKS) if not (PENGUMPULAN.parent / p).exists()]
    assert "docs/pengumpulan.md" in (AKAR / "README.md").read_text("utf-8")
