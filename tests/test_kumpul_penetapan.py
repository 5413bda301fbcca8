"""Of several files, and of those before, the one that counts; what a year of sendings in one folder shows."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import openpyxl
import pytest

from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.periksa import BukuKumpul, StatusBerkas
from kinerja.terbit.register import NAMA_REGISTER
from tests.alat.pulang import Isi, draw_isian, fill, gather, issue, send
from tests.test_kumpul import save_at

DUA = ("91.71.01", "91.71.02")
NAMA = "isian_anggaran_realisasi"
PK, ISI = draw_isian(0, 1)


@pytest.fixture
def terbit(tmp_path: Path) -> Path:
    issue(tmp_path / "hasil", *(draw_isian(0, kode=kode)[0] for kode in DUA))
    return tmp_path / "hasil"


def make(sampai: int, satu: int = 1_000_000, ganti: Isi | None = None) -> bytes:
    """The file of a quarter, saved in the month after it; `satu` is the first figure of the budget."""
    angka = [[1_000_000 * (k + 1) if k < sampai else None for k in range(4)] for _ in ISI[NAMA]]
    angka[0][0] = satu
    isi = {**ISI, NAMA: tuple(map(tuple, angka)), **(ganti or {})}
    return save_at(fill(PK, isi), f"2025-{3 * sampai + 1:02}-05T08:00:00Z")


def pick(kumpulan: Kumpulan, berkas: str) -> BukuKumpul:
    (buku,) = (b for b in kumpulan.buku if b.berkas == berkas)
    return buku


def list_sel(buku: BukuKumpul, kode: str) -> list[tuple[str, str]]:
    return [(t.lembar, t.sel) for t in buku.temuan if t.kode == kode]


def test_kiriman_triwulan_lalu_di_folder_yang_sama_menjadi_pembanding(terbit: Path, tmp_path: Path) -> None:
    kirim = send(tmp_path / "kirim", tw1=make(1, satu=1_000_000), tw2=make(2, satu=2_000_000))

    kumpulan, lagi = (gather(terbit, kirim) for _ in range(2))

    lama, baru = pick(kumpulan, "tw1.xlsx"), pick(kumpulan, "tw2.xlsx")
    assert (lama.berlaku, baru.berlaku) == (False, True)
    assert [t.kode for t in lama.temuan if t.kode in ("KU06", "KU66")] == ["KU66"]
    assert ("Anggaran", "H7") in list_sel(baru, "KU60") and not list_sel(baru, "KU06")
    assert lagi.to_dict() == kumpulan.to_dict()


def test_kiriman_lama_yang_dikumpulkan_lagi_sendirian_hanya_catatan(terbit: Path, tmp_path: Path) -> None:
    tw1 = send(tmp_path / "tw1", tw1=make(1))
    gather(terbit, tw1)
    gather(terbit, send(tmp_path / "tw2", tw2=make(2)))

    (buku,) = gather(terbit, tw1).buku

    assert not buku.berlaku and list_sel(buku, "KU66") and not list_sel(buku, "KU06")


def test_berkas_yang_diragukan_miliknya_tidak_mengalahkan_yang_asli(terbit: Path, tmp_path: Path) -> None:
    palsu = openpyxl.load_workbook(io.BytesIO(fill(*draw_isian(1, 3, DUA[1]))))
    lembar, letak = palsu.defined_names["identitas_kode"].attr_text.split("!")
    palsu[lembar.strip("'")][letak].value = DUA[0]
    tulis = io.BytesIO()
    palsu.save(tulis)

    kumpulan = gather(terbit, send(tmp_path / "kirim", asli=make(1), palsu=tulis.getvalue()))

    assert [(b.berkas, b.berlaku) for b in kumpulan.buku] == [("asli.xlsx", True), ("palsu.xlsx", False)]
    assert list_sel(pick(kumpulan, "palsu.xlsx"), "KU02") and not list_sel(pick(kumpulan, "asli.xlsx"), "KU06")
    assert [t.identitas.kode for t in kumpulan.belum] == [DUA[1]]


def test_isian_yang_dibawa_ke_terbitan_baru_ikut_dihitung(terbit: Path, tmp_path: Path) -> None:
    """The new issue holds what was typed before; what comes back in it is as full as it was."""
    from kinerja.cli import main

    gather(terbit, send(tmp_path / "tw1", tw1=make(1)))
    (asal,) = terbit.glob("*91.71.01*.xlsx")
    buku = openpyxl.load_workbook(io.BytesIO(make(1)))
    assert main(["tunjukkan", str(asal)]) == 0
    buku.properties.modified = buku.properties.modified.replace(year=2026)
    buku["Anggaran"]["I7"].value = 3_000_000
    tulis = io.BytesIO()
    buku.save(tulis)

    (baru,) = gather(terbit, send(tmp_path / "tw2", tw2=tulis.getvalue())).buku

    assert baru.berlaku and not list_sel(baru, "KU06")


def test_target_yang_diubah_sesudah_dilaporkan_adalah_temuan_selama_berbeda(terbit: Path, tmp_path: Path) -> None:
    target = "isian_indikator_3_target"
    ((awal,),) = ISI[target]
    assert isinstance(awal, float)
    ubah: Isi = {target: ((awal / 2,),)}
    gather(terbit, send(tmp_path / "tw1", tw1=make(1)))

    kumpulan = [gather(terbit, send(tmp_path / f"tw{n}", **{f"tw{n}": make(n, ganti=ubah)})) for n in (2, 3)]

    for satu in kumpulan:
        assert [t for t in satu.buku[0].temuan if t.kode == "KU60" and t.pesan.startswith("Target berubah")]
    kembali = gather(terbit, send(tmp_path / "pulih", a=save_at(make(3), "2025-11-05T08:00:00Z")))
    assert not list_sel(kembali.buku[0], "KU60")


def test_baris_yang_baru_diisi_untuk_triwulan_lalu_disebut_sekali(terbit: Path, tmp_path: Path) -> None:
    kosong: Isi = {NAMA: ((None,) * 4, (1, 1, None, None), *((None,) * 4 for _ in ISI[NAMA][2:]))}
    gather(terbit, send(tmp_path / "tw2", tw2=make(2, ganti=kosong)))

    (buku,) = gather(terbit, send(tmp_path / "tw3", tw3=make(3))).buku

    per_baris = [(t.sel, t.datang) for t in buku.temuan if t.kode == "KU60" and t.sel.endswith("7")]
    assert per_baris == [("H7", "1.000.000; 2.000.000")]


@pytest.mark.parametrize("kolom", ["isian", "temuan", "hasil"])
def test_simpanan_yang_rusak_dari_satu_kecamatan_tidak_menghentikan_yang_lain(
    kolom: str, terbit: Path, tmp_path: Path
) -> None:
    gather(terbit, send(tmp_path / "tw1", tw1=make(1)))
    with sqlite3.connect(terbit / NAMA_REGISTER) as basis:
        basis.execute(f"UPDATE kembali SET {kolom} = '[]' WHERE kode = ?", (DUA[0],))
    basis.close()

    kumpulan = gather(terbit, send(tmp_path / "tw2", tw2=make(2), lain=fill(*draw_isian(0, 2, DUA[1]))))

    assert pick(kumpulan, "lain.xlsx").berlaku and pick(kumpulan, "tw2.xlsx").berlaku


@pytest.mark.parametrize(
    "rumus",
    [
        "ROUND(1234567.5,-3)",
        "SUMIF(C7:C9,1,D7:D8)",
        'COUNTIF(C7:C9,B7&"?")',
        'RIGHT("abc","x")',
        "RIGHT(B7,0)",
        "1E300*1E300",
        "1E400",
        "ROUND(1,99999999)",
        "COUNTBLANK(A1:XFD1048576)",
        'SUBSTITUTE(B7,1,2)&"x"+1',
    ],
)
def test_rumus_ketikan_apa_pun_tidak_menghentikan_pengumpulan(rumus: str, terbit: Path, tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(make(1)))
    buku["Anggaran"]["H7"].value = f"={rumus}"
    tulis = io.BytesIO()
    buku.save(tulis)

    kumpulan = gather(terbit, send(tmp_path / "kirim", a=tulis.getvalue(), b=fill(*draw_isian(0, 2, DUA[1]))))

    aneh, lain = pick(kumpulan, "a.xlsx"), pick(kumpulan, "b.xlsx")
    assert lain.berlaku and aneh.status is StatusBerkas.DIPERIKSA
    assert {("Anggaran", "H7")} & {(t.lembar, t.sel) for t in aneh.temuan if t.kode in ("KU44", "KU46")}
