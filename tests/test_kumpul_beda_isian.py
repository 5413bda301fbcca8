"""Inputs that differ between two files of one kecamatan: all of them in JSON and register, few on the screen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

from kinerja.cli import main
from kinerja.kumpul.lalu import MAKS
from tests.alat.pulang import Isi, draw_isian, fill, gather, issue, send
from tests.test_kumpul import save_at

PK, ISI = draw_isian(0, 1)
KENDALA = "isian_triwulan_kendala"
BANYAK = len(ISI[KENDALA])
DPA = "isian_anggaran_dpa"


def type_kendala(akhir: str, dpa: int) -> Isi:
    """An obstacle in every quarter of every indikator, and the DPA of the first programme."""
    return {
        **ISI,
        KENDALA: tuple((f"Kendala ke-{n}: {akhir}",) for n in range(BANYAK)),
        DPA: ((dpa,), *ISI[DPA][1:]),
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    issue(Path("hasil"), PK)
    lama, baru = type_kendala("hujan", 3_000_000_000), type_kendala("banjir", 3_100_000_000.5)  # type: ignore[arg-type]
    send(Path("satu"), a=save_at(fill(PK, lama), "2025-04-01T08:00:00Z"))
    send(Path("dua"), b=save_at(fill(PK, baru), "2025-04-02T08:00:00Z"))
    send(Path("kedua"), a=Path("satu/a.xlsx").read_bytes(), b=Path("dua/b.xlsx").read_bytes())
    return tmp_path


def collect(capsys: pytest.CaptureFixture[str], sumber: str, kode: str) -> tuple[str, str]:
    """The message of the one finding of a code in the JSON, and its line on the screen."""
    main(["kumpul", sumber, "--json"])
    temuan = [t for b in json.loads(capsys.readouterr().out)["berkas"] for t in b["temuan"]]
    main(["kumpul", sumber])
    layar = capsys.readouterr().out.splitlines()
    (pesan,) = (t["pesan"] for t in temuan if t["kode"] == kode and "isian" in t["pesan"])
    (ke,) = (n for n, baris in enumerate(layar) if f" {kode}" in baris and "isian" in layar[n + 1])
    return pesan, layar[ke + 1]


def check_lengkap(pesan: str, lama: str, baru: str) -> None:
    angka = {"hujan": "3.000.000.000", "banjir": "3.100.000.000,5"}
    assert f"Anggaran!E7: {angka[lama]} → {angka[baru]}" in pesan
    sel = re.findall(rf"Triwulan!\w+: Kendala ke-([0-9]+): {lama} → Kendala ke-\1: {baru}\b", pesan)
    assert [int(n) for n in sel] == list(range(BANYAK))


@pytest.mark.usefixtures("folder")
def test_semua_isian_yang_diperbarui_disebut_di_json_dan_rekap_dan_layar_tetap_pendek(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["kumpul", "satu"])
    capsys.readouterr()

    pesan, layar = collect(capsys, "dua", "KU61")

    check_lengkap(pesan, "hujan", "banjir")
    assert re.match(rf"{BANYAK + 1} isian diubah sejak dikumpulkan [0-9]{{1,2}} [A-Z][a-z]+ 20[0-9]{{2}}: ", pesan)
    assert len(layar) < 500 < len(pesan) and "…; selengkapnya dalam --json." in layar
    main(["rekap", "hasil", "--json", "--keluar", "rekap.xlsx"])
    (kecamatan,) = json.loads(capsys.readouterr().out)["kecamatan"]
    assert [t["pesan"] for t in kecamatan["temuan"] if t["kode"] == "KU61"] == [pesan]
    sel = {str(n) for b in openpyxl.load_workbook("rekap.xlsx")["Temuan"].iter_rows(values_only=True) for n in b}
    assert [len(n) < 500 for n in sel if " isian diubah sejak " in n] == [True]
    assert "; selengkapnya dalam --json." in Path("rekap.html").read_text("utf-8") and pesan not in sel


@pytest.mark.usefixtures("folder")
def test_semua_isian_yang_berbeda_dari_dua_berkas_disebut_di_json_dan_layar_tetap_pendek(
    capsys: pytest.CaptureFixture[str],
) -> None:
    pesan, layar = collect(capsys, "kedua", "KU06")

    check_lengkap(pesan, "hujan", "banjir")
    sebab = "lebih baru (disimpan 2 April 2025 pukul 08.00; berkas ini 1 April 2025 pukul 08.00)"
    assert pesan.startswith(f"Berkas ini tidak dihitung, karena b.xlsx {sebab}. {BANYAK + 1} isian berbeda: ")
    assert len(layar) < 600 < len(pesan)


def test_angka_triwulan_lalu_di_atas_batas_disebut_semua_dalam_satu_temuan(tmp_path: Path) -> None:
    pk, isi = draw_isian(504, 2)
    nama = "isian_skm_2_jawaban"
    balik = tuple(tuple(1 if n == 4 else 4 for n in baris) for baris in isi[nama])
    issue(tmp_path / "hasil", pk)
    gather(tmp_path / "hasil", send(tmp_path / "satu", a=fill(pk, isi)))

    kumpulan = gather(tmp_path / "hasil", send(tmp_path / "dua", a=fill(pk, {**isi, nama: balik})))

    *satuan, sisa = (t for t in kumpulan.buku[0].temuan if t.kode == "KU60")
    banyak = sum(map(len, balik)) - len(satuan)
    assert len(satuan) == MAKS and all(t.lembar == "SKM 2" and t.sel for t in satuan)
    assert sisa.pesan.startswith(f"{banyak} angka lain juga berubah: SKM 2!")
    assert len(set(re.findall(r"SKM 2!([A-J][0-9]+): ", sisa.pesan)) - {t.sel for t in satuan}) == banyak > 100
