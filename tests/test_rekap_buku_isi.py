"""rekap.xlsx: every figure is that of the recap, summed up once more here with fractions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.bilangan import round_half_up
from kinerja.peraturan import get_tabel
from kinerja.perjanjian.hasil import TRIWULAN, HasilIndikator, HasilProgram
from kinerja.perjanjian.rekap import BarisRekap, Rekap, StatusKembali
from kinerja.perjanjian.temuan_kumpul import Bobot
from kinerja.terbit.keluaran import write_workbook
from tests.alat.rekap import make_rekap
from tests.test_rekap_buku import make_campur, make_lebar
from workbook_templates.rekap import build_rekap

Baris = dict[str, Any]
UANG = ("Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)")
REKAP = {f"acak {n}": make_rekap(1 + 7 * n, n, sampai=1 + n % 4) for n in range(8)}
REKAP |= {"campur": make_campur(), "lebar": make_lebar(), "belum ada": make_rekap(5, sampai=0)}


class Isi:
    """A recap and the sheets of its workbook, as they show."""

    def __init__(self, rekap: Rekap, path: Path) -> None:
        self.rekap = rekap
        self.buku = openpyxl.load_workbook(path, data_only=True)

    def read(self, lembar: str) -> tuple[Baris, list[Baris]]:
        """The row of totals by title, and the rows of the table."""
        semua = [list(b) for b in self.buku[lembar].iter_rows(min_row=5, values_only=True)]
        jumlah, judul, *baris = [[None if x == "" else x for x in b] for b in semua]
        kunci = [str(j) for j in judul]
        assert len(set(kunci)) == len(kunci)
        return dict(zip(kunci, jumlah, strict=True)), [dict(zip(kunci, b, strict=True)) for b in baris]

    def list_indikator(self) -> list[tuple[BarisRekap, HasilIndikator]]:
        return [(b, i) for b in self.rekap.baris if b.hasil for i in b.hasil.indikator]

    def list_program(self) -> list[tuple[BarisRekap, HasilProgram]]:
        return [(b, i) for b in self.rekap.baris if b.hasil for i in b.hasil.program]


@pytest.fixture(scope="module", params=REKAP)
def isi(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Isi:  # fmt: skip
    path = tmp_path_factory.mktemp("isi") / "rekap.xlsx"
    write_workbook(build_rekap(REKAP[request.param]), path)
    return Isi(REKAP[request.param], path)


def angka(x: Any) -> Any:
    """A figure as a cell holds it; texts that are not there are blank."""
    return float(x) if isinstance(x, Fraction | int) else x or None


def mean(semua: Iterable[Any]) -> float | None:
    ada = [Fraction(x) for x in semua if x is not None]
    return float(round_half_up(sum(ada, Fraction(0)) / len(ada), 2)) if ada else None


def absorb(realisasi: Any, pagu: Any) -> float | None:
    if realisasi is None or not pagu:
        return None
    return float(round_half_up(Fraction(realisasi) * 100 / Fraction(pagu), 2))


def add_up(semua: Iterable[Any]) -> float | None:
    ada = [Fraction(x) for x in semua if x is not None]
    return float(sum(ada, Fraction(0))) if ada else None


def place(semua: Sequence[Any]) -> list[int | None]:
    return [None if x is None else 1 + sum(y is not None and y > x for y in semua) for x in semua]


def test_rincian_memuat_setiap_indikator(isi: Isi) -> None:
    _, baris = isi.read("Rincian")
    harap = [
        (
            b.kode,
            i.nama,
            angka(i.target),
            i.realisasi is None,
            angka(i.capaian),
            *(angka(t.capaian) for t in i.triwulan),
        )
        for b, i in isi.list_indikator()
    ]
    kolom = [f"Capaian triwulan {tw} (%)" for tw in TRIWULAN]

    ada = [
        (r["Kode"], r["Indikator"], r["Target"], r["Realisasi"] is None, r["Capaian (%)"], *(r[c] for c in kolom))
        for r in baris
        if r["Indikator"]
    ]
    assert harap == ada
    tw = [(r[f"Target triwulan {t}"], r[f"Realisasi triwulan {t}"]) for r in baris if r["Indikator"] for t in TRIWULAN]
    harap_tw = [(t.target, t.realisasi) for _, i in isi.list_indikator() for t in i.triwulan]
    assert [pytest.approx((angka(a), angka(b))) if not isinstance(a, str) else (a, angka(b)) for a, b in harap_tw] == tw


@pytest.mark.parametrize("tw", [None, 0, 1, 2, 3])
def test_capaian_setiap_kecamatan_rata_rata_dan_peringkatnya(isi: Isi, tw: int | None) -> None:
    if tw is not None and tw >= isi.rekap.sampai:
        assert f"Triwulan {TRIWULAN[tw]}" not in isi.buku.sheetnames
        return
    jumlah, baris = isi.read("Capaian" if tw is None else f"Triwulan {TRIWULAN[tw]}")

    def get(i: HasilIndikator) -> Any:
        return i.capaian if tw is None else i.triwulan[tw].capaian

    rerata = [mean(get(i) for i in b.hasil.indikator) if b.hasil else None for b in isi.rekap.baris]
    assert rerata == [r["Rata-rata (%)"] for r in baris]
    assert place(rerata) == [r["Peringkat"] for r in baris]
    assert mean(None if x is None else Fraction(str(x)) for x in rerata) == jumlah["Rata-rata (%)"]
    kolom = [j for j in jumlah if j not in {"Kode", "Kecamatan", "Kabupaten/kota", "Rata-rata (%)", "Peringkat"}]
    assert len(kolom) <= 24
    for judul in kolom:
        nama, ke = (judul.removesuffix(" (2)"), 1) if judul.endswith(" (2)") else (judul, 0)
        pendek = nama.removesuffix(" …")
        semua = [
            [get(i) for i in (b.hasil.indikator if b.hasil else ()) if i.nama.startswith(pendek)]
            for b in isi.rekap.baris
        ]
        nilai = [satu[ke] if len(satu) > ke else None for satu in semua]
        if judul.startswith("Indikator "):  # one name begins as another
            continue
        assert [angka(x) for x in nilai] == [r[judul] for r in baris], judul
        assert mean(nilai) == jumlah[judul], judul


def test_skm_dan_sakip_dengan_peringkat_dan_predikatnya(isi: Isi) -> None:
    jumlah, baris = isi.read("SKM dan SAKIP")
    skm = [s for b in isi.rekap.baris if b.hasil for s in b.hasil.skm]
    sakip = [s for b in isi.rekap.baris if b.hasil for s in b.hasil.sakip]
    ikm, nilai = ([r[k] for r in baris] for k in ("IKM", "Nilai SAKIP"))

    ada = [(r["IKM"], r["Mutu pelayanan"], r["Responden"]) for r in baris if r["Responden"] is not None]
    assert [(angka(s.nik), s.mutu or None, s.responden) for s in skm] == ada
    assert [(angka(s.nilai), s.predikat) for s in sakip if s.nilai is not None] == [
        (r["Nilai SAKIP"], r["Predikat SAKIP"]) for r in baris if r["Nilai SAKIP"] is not None
    ]
    assert (place(ikm), place(nilai)) == tuple([r[f"Peringkat {k}"] for r in baris] for k in ("IKM", "SAKIP"))
    for judul, sebutan, semua, nama in (
        ("IKM", "Mutu pelayanan", [s.nik for s in skm], "skm_mutu"),
        ("Nilai SAKIP", "Predikat SAKIP", [s.nilai for s in sakip], "sakip_predikat"),
    ):
        rerata = mean(semua)
        tabel = get_tabel(nama, pada=isi.rekap.hari.replace(year=isi.rekap.tahun, month=12, day=31))
        harap = None if rerata is None else tabel.find(rerata).kode
        assert (rerata, harap) == (jumlah[judul], jumlah[sebutan])


def test_rata_rata_setiap_sasaran_dan_indikator(isi: Isi) -> None:
    _, baris = isi.read("Sasaran")
    lain = [r for r in baris if " lain" in f"{r['Sasaran']} {r['Indikator']}"]
    assert len(lain) == (1 if isi.rekap.baris[0].kecamatan == "Kecamatan 0" else 0)
    for r in baris:
        if r in lain or r["Tingkat"] not in {"Sasaran", "Indikator"}:
            continue
        milik = [i.capaian for _, i in isi.list_indikator() if i.sasaran == r["Sasaran"]]
        if r["Tingkat"] == "Indikator":
            cocok = ((i.sasaran, i.nama) == (r["Sasaran"], r["Indikator"]) for _, i in isi.list_indikator())
            milik = [i.capaian for (_, i), ya in zip(isi.list_indikator(), cocok, strict=True) if ya]
        ada = [x for x in milik if x is not None]
        assert (len(milik), len(ada), mean(ada)) == (r["Ada pada"], r["Terukur"], r["Rata-rata capaian (%)"])
    indikator = [r for r in baris if r["Tingkat"] == "Indikator"]
    assert sum(r["Ada pada"] for r in indikator) == len(isi.list_indikator())


def test_anggaran_setiap_kecamatan_dan_program(isi: Isi) -> None:
    jumlah, baris = isi.read("Anggaran")
    hasil = [b.hasil.program if b.hasil else () for b in isi.rekap.baris]
    pagu = [add_up(p.pagu for p in satu) for satu in hasil]
    realisasi = [add_up(p.jumlah for p in satu) for satu in hasil]
    assert (pagu, realisasi) == tuple([r[k] for r in baris] for k in ("Pagu (Rp)", "Realisasi (Rp)"))
    serapan = [absorb(add_up(p.jumlah for p in satu), add_up(p.pagu for p in satu)) for satu in hasil]
    assert serapan == [r["Serapan (%)"] for r in baris]
    semua = isi.list_program()
    total = add_up(p.pagu for _, p in semua), add_up(p.jumlah for _, p in semua)
    assert (*total, absorb(total[1], total[0])) == tuple(jumlah[k] for k in UANG)

    rekap_program, program = isi.read("Program")
    kode = sorted({p.kode for _, p in semua})
    for k, r in zip(kode[:199], program, strict=False):
        milik = [p for _, p in semua if p.kode == k]
        a, b = add_up(p.pagu for p in milik), add_up(p.jumlah for p in milik)
        assert (k, a, b, absorb(b, a)) == (r["Kode"], r["Pagu (Rp)"], r["Realisasi (Rp)"], r["Serapan (%)"])
        kolom = f"Serapan {k} (%)"
        if kolom in jumlah:
            assert jumlah[kolom] == absorb(b, a)
            satu = [next((angka(p.serapan) for p in h if p.kode == k), None) for h in hasil]
            assert satu == [x[kolom] for x in baris]
    assert total == (rekap_program["Pagu (Rp)"], rekap_program["Realisasi (Rp)"])
    _, rincian = isi.read("Rincian Anggaran")
    ada = [(r["Kode"], r["Kode program"], r["Pagu (Rp)"], r["Serapan (%)"]) for r in rincian if r["Kode program"]]
    assert [(b.kode, p.kode, angka(p.pagu), angka(p.serapan)) for b, p in semua] == ada


def test_pengembalian_temuan_dan_kendala(isi: Isi) -> None:
    _, baris = isi.read("Pengembalian")
    assert [str(b.status) for b in isi.rekap.baris] == [r["Status"] for r in baris]
    assert [b.berkas or None for b in isi.rekap.baris] == [r["Berkas"] for r in baris]
    for bobot in Bobot:
        banyak = [b.count_temuan(bobot) if b.berkas else None for b in isi.rekap.baris]
        assert banyak == [r[f"Temuan: {bobot}"] for r in baris]
    _, temuan = isi.read("Temuan")
    semua = [(b.kode, t.kode, str(t.tingkat), t.sel or None, t.pesan) for b in isi.rekap.baris for t in b.temuan]
    ada = [(r["Kode"], r["Temuan"], r["Tingkat"], r["Sel"], r["Yang ditemukan"]) for r in temuan if r["Temuan"]]
    assert Counter(semua) == Counter(ada)
    kecamatan, berat = [b.kode for b in isi.rekap.baris], ["berubah", "periksa", "catatan"]
    urutan = [(kecamatan.index(kode), berat.index(tingkat), temuan) for kode, temuan, tingkat, *_ in ada]
    assert urutan == sorted(urutan)
    semula = Counter((b.kode, t.terbit or None) for b in isi.rekap.baris for t in b.temuan)
    assert semula == Counter((r["Kode"], r["Semula"]) for r in temuan if r["Temuan"])
    assert "Datang" in temuan[0]
    _, kendala = isi.read("Kendala")
    ditulis = [
        (b.kode, i.nama, tw, t.kendala or None, t.tindak_lanjut or None)
        for b, i in isi.list_indikator()
        for tw, t in zip(TRIWULAN, i.triwulan, strict=True)
        if t.kendala or t.tindak_lanjut
    ]
    ada = [(r["Kode"], r["Indikator"], r["Triwulan"], r["Kendala"], r["Tindak lanjut"]) for r in kendala]
    assert ditulis == [r for r in ada if r[1]]


def test_pengingat_hanya_untuk_yang_belum(isi: Isi) -> None:
    semua, baris = isi.read("Pengingat")
    belum = [b for b in isi.rekap.baris if b.status is StatusKembali.BELUM]
    teks = [r["Teks untuk dikirim"] for r in baris if r["Teks untuk dikirim"]]

    assert [b.kode for b in belum] == [r["Kode"] for r in baris if r["Teks untuk dikirim"]]
    nama = [" ".join(b.kecamatan.split()) for b in belum]
    assert all(f"Kecamatan {n}." in satu for n, satu in zip(nama, teks, strict=True))
    assert all(n in semua["Teks untuk dikirim"] for n in nama)


def test_ringkasan_menyebut_jumlah_dan_rata_rata(isi: Isi) -> None:
    sel = {str(b[0]): b[1:] for b in isi.buku["Ringkasan"].iter_rows(min_row=6, max_col=4, values_only=True) if b[0]}
    for status in StatusKembali:
        assert sel[str(status)][0] == sum(b.status is status for b in isi.rekap.baris)
    for bobot in Bobot:
        semua = [b.count_temuan(bobot) for b in isi.rekap.baris]
        assert sel[str(bobot)][:2] == (sum(semua), sum(n > 0 for n in semua))
    jumlah, _ = isi.read("Anggaran")
    for judul in UANG:
        assert (sel[judul][0] or None) == jumlah[judul]
    rerata = [mean(i.capaian for i in b.hasil.indikator) if b.hasil else None for b in isi.rekap.baris]
    harap = mean(None if x is None else Fraction(str(x)) for x in rerata)
    assert (sel["Rata-rata capaian setahun (%)"][0] or None) == harap
    assert sel["Rata-rata capaian setahun (%)"][2] == f"{sum(x is not None for x in rerata)} kecamatan"
    tautan = {s.value: str(s.hyperlink.location) for b in isi.buku["Ringkasan"].iter_rows() for s in b if s.hyperlink}
    assert [n.strip("'") for n in (t.rpartition("!")[0] for t in tautan.values())] == isi.buku.sheetnames[1:]


def test_nama_hasil_menunjuk_angka_ringkasan(isi: Isi) -> None:
    nama = {n: d.attr_text for n, d in isi.buku.defined_names.items()}
    jumlah, _ = isi.read("SKM dan SAKIP")

    assert {"hasil_rekap_capaian", "hasil_rekap_ikm", "hasil_rekap_sakip", "hasil_rekap_serapan"} <= set(nama)
    lembar, _, alamat = nama["hasil_rekap_ikm"].rpartition("!")
    assert (isi.buku[lembar.strip("'")][alamat].value or None) == jumlah["IKM"]


def test_huruf_terlarang_dan_teks_panjang_tidak_menghentikan_rekap(tmp_path: Path) -> None:
    rekap = make_rekap(3, 1, nakal=False)
    baris = replace(rekap.baris[0], kecamatan="A\x00\u202eB", kabkota="x" * 40_000, berkas="\ud800.xlsx")
    path = tmp_path / "rekap.xlsx"

    write_workbook(build_rekap(replace(rekap, baris=(baris, *rekap.baris[1:]))), path)

    sheet = openpyxl.load_workbook(path)["Pengembalian"]
    assert (sheet["B7"].value, len(sheet["C7"].value)) == ("A\ufffd\ufffdB", 32_767)
