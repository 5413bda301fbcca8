"""Commands on workbooks made from the office's form: an answer, or one sentence that says what can be done."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from kinerja.cli import main
from kinerja.terbit.penerbitan import name_workbook
from tests.alat.formulir_pulang import draw_isi, issue, type_isi
from tests.alat.pulang import gather, send
from tests.test_formulir_kembali import PK, answer


@pytest.fixture
def hasil(tmp_path: Path) -> Path:
    issue(tmp_path / "hasil", PK)
    return tmp_path / "hasil"


def run(capsys: pytest.CaptureFixture[str], *argumen: object) -> tuple[int, str, str]:
    kode = main([str(a) for a in argumen])
    keluaran = capsys.readouterr()
    return kode, keluaran.out, keluaran.err


def test_rekap_memuatnya_dalam_setiap_bentuk(
    hasil: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    gather(hasil, send(tmp_path / "kirim", a=answer(hasil)))

    assert run(capsys, "rekap", hasil, "--keluar", "rekap.xlsx", "--csv", "rekap.csv")[0] == 0
    for nama in ("rekap.html", "rekap.csv"):
        assert PK.indikator[1].nama in (tmp_path / nama).read_text("utf-8-sig")
    kode, keluar, _ = run(capsys, "rekap", hasil, "--json")

    data = json.loads(keluar)
    assert kode == 0
    teks = json.dumps(data, ensure_ascii=False)
    assert "Hujan terus-menerus" in teks
    assert PK.program[0].nama in teks
    sel = {s.value for ws in openpyxl.load_workbook(tmp_path / "rekap.xlsx").worksheets for b in ws.rows for s in b}
    assert {"Hujan terus-menerus", PK.indikator[1].nama, 10**10} <= sel


def test_periksa_dan_tunjukkan_dan_bandingkan_menjawab_dengan_kalimat(
    hasil: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, lain = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    path.write_bytes(answer(hasil))
    lain.write_bytes(answer(hasil, isian_catatan_umum=(("lain",),)))

    kode, _, galat = run(capsys, "periksa", path)
    assert (kode, galat.count("\n")) == (2, 1)
    assert "dibuat dari formulir daerah, yang tidak punya lembar Cek" in galat
    kode, keluar, _ = run(capsys, "tunjukkan", path, "--isian")
    assert kode == 0
    assert "Cek: tidak ada; buku ini dibuat dari formulir daerah" in keluar
    assert "=1+1 bukan rumus" in keluar
    assert run(capsys, "tunjukkan", path, "--json")[0] == 0
    kode, keluar, _ = run(capsys, "bandingkan", path, lain)
    assert (kode, keluar.splitlines()[0]) == (1, "Isian: 1 perbedaan")
    assert "=1+1 bukan rumus → lain" in keluar
    assert run(capsys, "bandingkan", path, path)[0] == 0


def test_bandingkan_dua_formulir_memasangkan_menurut_artinya(
    hasil: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue(tmp_path / "lain", PK, susun="b")
    sama = {"isian_program_dpa": draw_isi(PK, 1)["isian_program_dpa"]}
    a, b = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    a.write_bytes(type_isi((hasil / name_workbook(PK)).read_bytes(), sama))
    b.write_bytes(type_isi((tmp_path / "lain" / name_workbook(PK)).read_bytes(), sama))

    kode, keluar, _ = run(capsys, "bandingkan", a, b, "--json")

    apa = [s["apa"] for s in json.loads(keluar)["selisih"]]
    assert kode == 1
    assert "Sidik formulir" in apa
    assert not [satu for satu in apa if "DPA" in satu]


def test_rekonsiliasi_membaca_isian_anggarannya(
    hasil: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.xlsx"
    uang = tuple((10**10 + n,) for n, _ in enumerate(PK.program))
    path.write_bytes(answer(hasil, isian_program_perjanjian=uang))

    kode, keluar, _ = run(capsys, "rekonsiliasi", "--perjanjian", path, "--dpa", path, "--realisasi", path, "--json")

    assert kode == 0, keluar
    assert run(capsys, "rekonsiliasi", "--perjanjian", path, "--dpa", hasil / name_workbook(PK))[0] == 2
    issue(tmp_path / "lain", PK, susun="b")
    kode, _, galat = run(capsys, "rekonsiliasi", "--perjanjian", tmp_path / "lain" / name_workbook(PK), "--dpa", path)
    assert (kode, galat.count("\n")) == (2, 1)
