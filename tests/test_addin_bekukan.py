"""Frozen formulas: equal to the functions in LibreOffice and IronCalc."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.utility import xl_range

from addin.rumus_biasa import RUMUS, TanpaRumusError
from addin.spec import Arg
from tests.alat.addin import Kasus, freeze_file, freeze_formula, list_kasus, to_code
from tests.alat.mesin import Values, recalc_ironcalc, recalc_libreoffice

BASI = "basi"


def _is_di_rumus(arg: Arg) -> bool:
    """Whether an argument of the examples is written in the formula; the others stand in cells."""
    return arg.jenis == "pilihan" or arg.nama in ("batas", "target")


def _has_teks_angka(kasus: Kasus) -> bool:
    """Whether a number is given as text: no formula can read it the same way under every language setting."""
    return any(
        isinstance(sel, str) and not arg.passes(sel)
        for arg, nilai in zip(kasus.fungsi.args, kasus.masukan, strict=False)
        if arg.jenis != "daftar_teks" and not _is_di_rumus(arg)
        for baris in (nilai if isinstance(nilai, list) else [[nilai]])
        for sel in baris
    )


BERUMUS = [kasus for kasus in list_kasus() if kasus.fungsi.nama in RUMUS]
TANPA_RUMUS = [kasus for kasus in list_kasus() if kasus.fungsi.nama not in RUMUS]
HANYA_NILAI = {
    "SKM_MUTU-7": "adalah rentang",  # a range out: a frozen formula fills one cell
    "SAKIP_PREDIKAT-13": "adalah rentang",
    "PERSEN_CAPAIAN-8": "argumen arah tidak terbaca",  # the choice "mundur" does not exist; nothing to compute
    "PERSEN_CAPAIAN-12": "target tidak cocok dengan arah",
    "PERSEN_CAPAIAN-18": "argumen target tidak terbaca",  # a predicate
}
"""Examples of functions with an ordinary formula of which still only the value can stay, and why."""
ANGKA = [kasus for kasus in BERUMUS if str(kasus) not in HANYA_NILAI]


def _write(path: Path, isi: dict[str, Any], rumus: dict[str, str]) -> Path:
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet("Lembar 1")
        for sel, nilai in isi.items():
            lembar.write(sel, nilai)
        for sel, satu in rumus.items():
            lembar.write_formula(sel, f"={satu}", None, BASI)
    return path


def _lay_out(semua: list[Kasus]) -> tuple[dict[str, Any], dict[str, str], dict[str, str]]:
    """Arguments in cells (choices as literals), one call a row in column AA; and the cell of each example."""
    isi: dict[str, Any] = {}
    rumus: dict[str, str] = {}
    sel: dict[str, str] = {}
    baris = 0
    for kasus in semua:
        kolom, tinggi, argumen = 0, 1, []
        for arg, nilai in zip(kasus.fungsi.args, kasus.masukan, strict=False):
            if _is_di_rumus(arg):
                argumen.append(f'"{nilai}"' if isinstance(nilai, str) else str(nilai))
                continue
            blok = nilai if isinstance(nilai, list) else [[nilai]]
            for i, satu in enumerate(blok):
                for j, x in enumerate(satu):
                    if x is not None:
                        isi[xl_range(baris + i, kolom + j, baris + i, kolom + j)] = x
            argumen.append(xl_range(baris, kolom, baris + len(blok) - 1, kolom + len(blok[0]) - 1))
            kolom, tinggi = kolom + len(blok[0]), max(tinggi, len(blok))
        sel[str(kasus)] = f"AA{baris + 1}"
        rumus[sel[str(kasus)]] = f"{kasus.fungsi.nama}({','.join(argumen)})"
        baris += tinggi
    return isi, rumus, sel


@pytest.fixture(scope="module")
def beku(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Values, Values]:
    """All numeric examples in one frozen file, computed by both engines."""
    folder = tmp_path_factory.mktemp("beku")
    isi, rumus, sel = _lay_out(ANGKA)
    hasil = folder / "hasil.xlsx"
    laporan = freeze_file(_write(folder / "asal.xlsx", isi, rumus), hasil)
    assert (len(rumus), 0, []) == (laporan.rumus, laporan.nilai, laporan.sisa)
    return sel, recalc_ironcalc(hasil), recalc_libreoffice([hasil])[hasil]


@pytest.mark.parametrize("kasus", ANGKA, ids=str)
def test_contoh_tetap_benar_setelah_dibekukan(beku: tuple[dict[str, str], Values, Values], kasus: Kasus) -> None:
    """Every example; where a number is given as text the frozen formula shows #VALUE!, and never another number."""
    sel, ironcalc, libreoffice = beku
    tempat = ("Lembar 1", sel[str(kasus)])
    harap = "#VALUE!" if _has_teks_angka(kasus) else to_code(kasus.hasil)

    assert harap == to_code(ironcalc[tempat]) == to_code(libreoffice[tempat])


@pytest.mark.parametrize("kasus", BERUMUS, ids=str)
def test_contoh_yang_hanya_bisa_menjadi_nilai_ada_sebabnya(kasus: Kasus) -> None:
    (rumus,) = _lay_out([kasus])[1].values()
    try:
        sebab = "" if freeze_formula(rumus) else "kosong"
    except TanpaRumusError as galat:
        sebab = str(galat)

    assert bool(sebab) == (str(kasus) in HANYA_NILAI)
    assert HANYA_NILAI.get(str(kasus), "") in sebab


def test_nilai_bertahan_di_mesin_hitung_tanpa_addin(tmp_path: Path) -> None:
    """Functions without an ordinary formula: the stored result, tables too, is what both engines see afterwards."""
    harap: dict[tuple[str, str], Any] = {}
    baris = 0
    with xlsxwriter.Workbook(tmp_path / "asal.xlsx") as buku:
        lembar = buku.add_worksheet("Lembar 1")
        for kasus in TANPA_RUMUS:
            tabel = to_code(kasus.hasil if isinstance(kasus.hasil, list) else [[kasus.hasil]])
            akhir = baris + len(tabel) - 1, len(tabel[0]) - 1
            rumus = f"{{={kasus.fungsi.nama}(Z1:Z9)}}"
            lembar.write_array_formula(baris, 0, *akhir, rumus, None, "" if tabel[0][0] is None else tabel[0][0])
            for i, isi in enumerate(tabel, start=baris):
                for j, nilai in enumerate(isi):
                    if (i, j) != (baris, 0):
                        lembar.write(i, j, nilai)
                    lembar.write_formula(i, j + 10, f"={xl_range(i, j, i, j)}", None, BASI)
                    harap["Lembar 1", xl_range(i, j + 10, i, j + 10)] = nilai
            baris += len(tabel)

    laporan = freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx")

    assert (0, len(TANPA_RUMUS), []) == (laporan.rumus, laporan.nilai, laporan.sisa)
    hasil = tmp_path / "hasil.xlsx"
    for terbaca in (recalc_ironcalc(hasil), recalc_libreoffice([hasil])[hasil]):
        kosong = {sel for sel, nilai in harap.items() if nilai is None}
        assert {None, "", 0} >= {terbaca[sel] for sel in kosong}  # a reference to a blank cell reads 0
        assert {sel: x for sel, x in harap.items() if sel not in kosong} == {
            sel: x for sel, x in terbaca.items() if sel not in kosong
        }


def test_spasi_di_dalam_rentang_menjadi_value_bukan_hasil_lain(tmp_path: Path) -> None:
    """The two rows of the table in docs/hasil-fungsi.md in which a frozen formula differs over spaces."""
    isi: dict[str, Any] = {"A1": " bb ", "B1": "AA", "A2": "  "} | {f"{k}3": 4 for k in "ABCDEFGH"} | {"I3": "  "}
    rumus = {"K1": "SAKIP_SUBKOMPONEN(A1:B1,9)", "K2": "SKM_NILAI(A2:B2)", "K3": "SKM_INDEKS(A3:I3)"}
    hasil = tmp_path / "hasil.xlsx"

    freeze_file(_write(tmp_path / "asal.xlsx", isi, rumus), hasil)

    harap = {("Lembar 1", sel): "#VALUE!" for sel in rumus}
    assert harap == recalc_ironcalc(hasil) == recalc_libreoffice([hasil])[hasil]
