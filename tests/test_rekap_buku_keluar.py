"""The recap as CSV and JSON: the same figures, and no text that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.periksa import BukuKumpul, StatusBerkas
from kinerja.kumpul.rekap_keluar import to_json, write_csv
from kinerja.perjanjian.hasil import TRIWULAN, HasilIndikator
from kinerja.perjanjian.rekap import Rekap
from tests.alat.rekap import NAKAL, make_rekap
from tests.test_rekap_buku import make_campur

REKAP = {"kota": make_rekap(21), "campur": make_campur(), "belum ada": make_rekap(4, sampai=0)}


def read_csv(rekap: Rekap) -> list[dict[str, str]]:
    isi = write_csv(rekap)
    assert isi.startswith(b"\xef\xbb\xbfkode;")
    return list(csv.DictReader(io.StringIO(isi.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_angka(teks: str) -> float | None:
    """A number as Excel in Indonesian reads it."""
    return float(teks.replace(",", ".")) if teks else None


@pytest.mark.parametrize("nama", REKAP)
def test_csv_memuat_tahun_dan_setiap_triwulan(nama: str) -> None:
    rekap = REKAP[nama]
    baris = read_csv(rekap)
    harap: list[tuple[Any, ...]] = []
    for b in rekap.baris:
        for i in b.hasil.indikator if b.hasil else ():
            harap.append((b.kode, str(i.nomor), "setahun", i.capaian, i.kategori))
            tw = zip(TRIWULAN, i.triwulan, strict=True)
            harap += [(b.kode, str(i.nomor), nama_tw, t.capaian, t.kategori) for nama_tw, t in tw]
        if not b.hasil or not b.hasil.indikator:
            harap.append((b.kode, "", "", None, ""))

    ada = [(r["kode"], r["nomor"], r["triwulan"], read_angka(r["capaian"]), r["kategori"]) for r in baris]
    assert [(*h[:3], None if h[3] is None else float(h[3]), h[4]) for h in harap] == ada
    status = {b.kode: str(b.status) for b in rekap.baris}
    assert all(r["status"] == status[r["kode"]] for r in baris)


def test_csv_tidak_memuat_rumus() -> None:
    awal = ("=1+1", "+62", "-5x", "@A1", "\tx", "\rx", " =1+1", "\n=1", "--5")
    rekap = make_rekap(len(awal), 2)
    baris = tuple(replace(b, kecamatan=nama, kabkota=nama) for b, nama in zip(rekap.baris, awal, strict=True))
    nakal = read_csv(replace(rekap, baris=baris)) + read_csv(REKAP["kota"]) + read_csv(REKAP["campur"])

    teks = [s for r in nakal for kolom, s in r.items() if kolom not in {"capaian", "target", "realisasi"}]
    assert 5000 < len(teks)
    assert not [s for s in teks if s.startswith(("\t", "\r")) or s.lstrip().startswith(("=", "+", "-", "@"))]
    assert {f"'{x}" for x in awal} <= {r["kecamatan"] for r in nakal}
    assert {"'=kendala"} <= {r["kendala"] for r in nakal}


def test_csv_menulis_angka_dengan_koma_dan_kata_apa_adanya() -> None:
    baris = read_csv(REKAP["campur"])
    tahun = {(r["indikator"], r["nomor"]): r for r in baris if r["triwulan"] == "setahun"}

    assert ("80-90", "-5") == (tahun["'=1+1", "1"]["target"], tahun["'=1+1", "1"]["capaian"])
    assert ("100", "100,05") == (tahun["Ganda", "2"]["target"], tahun["Ganda", "2"]["capaian"])
    assert ("WTP", "") == (tahun["Opini", "4"]["target"], tahun["Opini", "4"]["capaian"])


@pytest.mark.parametrize("nama", REKAP)
def test_json_memuat_semua_yang_ada_di_rekap(nama: str) -> None:
    rekap = REKAP[nama]
    isi = json.loads(json.dumps(to_json(rekap), allow_nan=False))

    assert (rekap.tahun, rekap.jenis, rekap.hari.isoformat(), rekap.sampai) == tuple(
        isi[k] for k in ("tahun", "jenis", "hari", "sampai")
    )
    assert [b.kode for b in rekap.baris] == [k["kode"] for k in isi["kecamatan"]]
    for b, k in zip(rekap.baris, isi["kecamatan"], strict=True):
        assert (b.kecamatan, str(b.status), b.berkas) == (k["kecamatan"], k["status"], k["berkas"])
        assert [t.to_dict() for t in b.temuan] == k["temuan"]
        if b.hasil is None:
            assert k["hasil"] is None
            continue
        assert [flatten(i) for i in b.hasil.indikator] == [
            (i["nama"], i["target"], i["capaian"], [t["capaian"] for t in i["triwulan"]])
            for i in k["hasil"]["indikator"]
        ]
        assert [(p.kode, plain(p.pagu), plain(p.serapan)) for p in b.hasil.program] == [
            (p["kode"], p["pagu"], p["serapan"]) for p in k["hasil"]["program"]
        ]
        assert [(s.lembar, plain(s.nik)) for s in b.hasil.skm] == [(s["lembar"], s["nik"]) for s in k["hasil"]["skm"]]
        assert [(s.lembar, s.predikat) for s in b.hasil.sakip] == [
            (s["lembar"], s["predikat"]) for s in k["hasil"]["sakip"]
        ]
        assert [c.hasil for c in b.hasil.cek] == [c["hasil"] for c in k["hasil"]["cek"]]


@pytest.mark.parametrize("pagu", [10**15, 10**15 + 1, Fraction(10**16), Fraction(1, 3), -7, None])
def test_angka_di_json_rekap_ditulis_seperti_di_json_kumpul(pagu: Any) -> None:
    """Beyond 15 digits both write what a cell can hold."""
    rekap = make_rekap(1)
    hasil = rekap.kembali[0].hasil
    assert hasil
    hasil = replace(hasil, rerata=pagu, program=(replace(hasil.program[0], pagu=pagu),))
    buku = BukuKumpul("a.xlsx", StatusBerkas.DITERIMA, (), hasil=hasil)
    kumpul: Any = Kumpulan((buku,), (), ()).to_dict()
    satu = to_json(replace(rekap, baris=(replace(rekap.kembali[0], hasil=hasil),)))

    harap = {kunci: isi for kunci, isi in kumpul["berkas"][0]["hasil"].items() if kunci != "nama"}
    assert json.dumps(satu["kecamatan"][0]["hasil"]) == json.dumps(harap)


def plain(x: Any) -> Any:
    return float(x) if isinstance(x, Fraction) else x


def flatten(i: HasilIndikator) -> tuple[Any, ...]:
    return i.nama, plain(i.target), plain(i.capaian), [plain(t.capaian) for t in i.triwulan]


def test_nama_nakal_utuh_di_csv_dan_json() -> None:
    rekap = make_rekap(60)
    csv_, json_ = {r["kecamatan"].removeprefix("'") for r in read_csv(rekap)}, to_json(rekap)

    assert set(NAKAL) <= csv_
    assert set(NAKAL) <= {k["kecamatan"] for k in json_["kecamatan"]}
