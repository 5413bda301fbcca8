"""rekap.html as bytes: nothing but itself, the same for the same recap, everything in it escaped."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from fractions import Fraction
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from kinerja.kumpul.halaman.data import KUNCI
from kinerja.kumpul.halaman.dokumen import SKRIP, render_halaman
from kinerja.kumpul.halaman.ringkasan import list_petak
from kinerja.kumpul.halaman.statis import MAKS_STATIS
from kinerja.perjanjian.rekap import BarisRekap, Rekap, StatusKembali
from kinerja.perjanjian.rekap_teks import write_pengingat
from tests.alat.program import AKAR
from tests.alat.rekap import NAKAL, make_rekap
from workbook_templates.rekap import build_rekap

SIDIK_PUSTAKA = "a0d1d4531c0c4ae7cdaec01f217c724aa969cacaff7f7d8971c334ac97500379"
"""SHA-256 of build/umd/index.production.js of @tanstack/table-core 8.21.3, as published."""


class Halaman(HTMLParser):
    """Elements with their attributes, and the text of each script and style, as an HTML parser sees them."""

    def __init__(self, isi: bytes) -> None:
        super().__init__()
        self.unsur: list[tuple[str, dict[str, str | None]]] = []
        self.mentah: list[tuple[str, dict[str, str | None], str]] = []
        self._terbuka = False
        self.feed(isi.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unsur.append((tag, dict(attrs)))
        self._terbuka = tag in ("script", "style")
        if self._terbuka:
            self.mentah.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._terbuka = False

    def handle_data(self, data: str) -> None:
        if self._terbuka:
            tag, sifat, isi = self.mentah[-1]
            self.mentah[-1] = (tag, sifat, isi + data)

    def get_aturan(self) -> str:
        return next(s["content"] or "" for t, s in self.unsur if s.get("http-equiv") == "Content-Security-Policy")


def make_kosong() -> Rekap:
    return Rekap(2024, "murni", date(2025, 1, 10), 0, ())


@pytest.fixture(scope="module")
def isi() -> bytes:
    return render_halaman(make_rekap(60, 5))


def test_rekap_yang_sama_menjadi_bita_yang_sama_juga_di_proses_lain(isi: bytes) -> None:
    kode = (
        "import hashlib; from tests.alat.rekap import make_rekap; "
        "from kinerja.kumpul.halaman.dokumen import render_halaman; "
        "print(hashlib.sha256(render_halaman(make_rekap(60, 5))).hexdigest())"
    )
    lain = {
        subprocess.run(
            [sys.executable, "-c", kode],
            cwd=AKAR,
            env={**os.environ, "PYTHONHASHSEED": benih, "PYTHONPATH": str(AKAR)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for benih in ("1", "2")
    }

    assert {hashlib.sha256(isi).hexdigest()} == lain


def test_halaman_tidak_menunjuk_ke_mana_pun(isi: bytes) -> None:
    halaman = Halaman(isi)
    tujuan = [(t, k, v) for t, s in halaman.unsur for k, v in s.items() if k in ("src", "href", "action", "data")]

    assert {"a"} == {t for t, _, _ in tujuan}
    assert ["#ringkasan", "#grafik", "#belum"] == [v for _, _, v in tujuan]
    assert not {t for t, _ in halaman.unsur} & {"img", "link", "iframe", "object", "base", "form"}
    assert b"sourceMappingURL" not in isi
    assert not re.search(r"url\(|@import", "".join(teks for t, _, teks in halaman.mentah if t == "style"))


def test_aturan_hanya_mengizinkan_gaya_dan_skrip_halaman_itu_sendiri(isi: bytes) -> None:
    halaman = Halaman(isi)
    sah = [teks for t, s, teks in halaman.mentah if s.get("type") != "application/json"]
    sidik = [f"'sha256-{base64.b64encode(hashlib.sha256(x.encode()).digest()).decode()}'" for x in sah]

    assert 3 == len(sidik)
    assert (
        f"default-src 'none'; style-src {sidik[0]}; script-src {sidik[1]} {sidik[2]}; base-uri 'none'; "
        "form-action 'none'"
    ) == halaman.get_aturan()


def test_skrip_menaruh_teks_saja_tidak_pernah_html() -> None:
    aset = files("kinerja.kumpul.halaman") / "aset"
    semua = {nama: (aset / f"{nama}.js").read_text("utf-8") for nama in SKRIP}
    dilarang = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function|fetch\(|XMLHttp"

    assert [*sorted(f"{nama}.js" for nama in SKRIP), "table-core.js"] == sorted(
        x.name for x in aset.iterdir() if x.name.endswith(".js")
    )
    assert {} == {nama: cocok for nama, teks in semua.items() if (cocok := re.findall(dilarang, teks))}


def test_pustaka_seperti_yang_diterbitkan_dan_lisensinya_ikut(isi: bytes) -> None:
    aset = files("kinerja.kumpul.halaman") / "aset"
    lisensi = (aset / "table-core.LICENSE").read_text("utf-8")

    assert SIDIK_PUSTAKA == hashlib.sha256((aset / "table-core.js").read_bytes()).hexdigest()
    assert "MIT License\n\nCopyright (c) 2016 Tanner Linsley" in lisensi
    assert lisensi in isi.decode()


def test_nama_yang_jahat_hanya_teks(isi: bytes) -> None:
    rekap = make_rekap(60, 5)
    halaman = Halaman(isi)
    skrip = [s for t, s, _ in halaman.mentah if t == "script"]
    data = [teks for _, s, teks in halaman.mentah if s.get("type") == "application/json"]
    nama = {baris[0] for baris in json.loads(data[0])["baris"]}

    assert set(NAKAL) <= {b.kecamatan for b in rekap.baris} == nama
    assert [{"type": "application/json", "id": f"data-{x}"} for x in ("kepala", "rinci")] + [{}, {}] == skrip
    assert not any(t in teks for teks in data for t in ("<", ">", "&", "\u2028", "\u2029"))
    assert [] == [(t, k) for t, s in halaman.unsur for k in s if k.startswith("on")]


def test_lebih_dari_beberapa_ratus_kecamatan_tidak_ditulis_dua_kali() -> None:
    sedikit, banyak = (render_halaman(make_rekap(n, 1)) for n in (MAKS_STATIS, MAKS_STATIS + 1))

    assert MAKS_STATIS == sedikit.count(b'<th scope="row">')
    assert 0 == banyak.count(b'<th scope="row">')
    assert "401 kecamatan terlalu banyak untuk ditampilkan tanpa JavaScript." in banyak.decode()


def test_rekap_tanpa_isi_pun_menjadi_halaman() -> None:
    isi = render_halaman(make_kosong()).decode()

    assert "Perjanjian murni · 0 kecamatan · belum ada angka · disusun 10 Januari 2025" in isi
    assert ["0 dari 0", "0", "0", "–", "–", "–", "–"] == [p.nilai for p in list_petak(make_kosong())]


def test_pengingat_satu_kecamatan_dan_beberapa() -> None:
    rekap = replace(make_kosong(), sampai=2)
    satu = BarisRekap("12.71.17", "Medan Baru", "Kota Medan", StatusKembali.BELUM)
    dua = replace(satu, kode="12.71.18", kecamatan="Medan\n Kota")

    assert (
        "Yth. Bapak/Ibu Camat Medan Baru.\n\n"
        "Sampai 10 Januari 2025 kami belum menerima kembali buku kerja Perjanjian Kinerja tahun 2024 dari Kecamatan "
        "Medan Baru.\n\nMohon berkas Excel yang telah kami kirim diisi sampai triwulan II, tanpa disalin ke berkas "
        "lain, lalu dikirim kembali kepada kami. Bila sudah dikirim, mohon dikirim ulang karena belum kami terima. "
        "Terima kasih."
    ) == write_pengingat(rekap, [satu])
    assert "Camat se-Kota Medan.\n" in write_pengingat(rekap, [satu, dua])
    assert "dari 2 kecamatan:\n1. Medan Baru\n2. Medan Kota\n\n" in write_pengingat(rekap, [satu, dua])


@pytest.mark.parametrize("jenis", ["murni", "perubahan"])
def test_pengingat_di_buku_dan_di_ponsel_meminta_hal_yang_sama(jenis: str) -> None:
    """Word by word, to each kecamatan; and to all of them, who are of one kota here."""
    rekap = replace(make_kosong(), sampai=3, jenis=jenis)
    satu = BarisRekap("12.71.17", "Medan Baru", "Kota Medan", StatusKembali.BELUM)
    rekap = replace(rekap, baris=(satu, replace(satu, kode="12.71.18", kecamatan="Medan\n Kota")))
    kepala, rinci = (
        teks for _, s, teks in Halaman(render_halaman(rekap)).mentah if s.get("type") == "application/json"
    )
    ponsel = [json.loads(satu)[KUNCI["rinci"].index("pengingat")] for satu in rinci.splitlines()]
    ((_, _, semua),) = json.loads(kepala)["belum"]
    semula, *_, akhir = semua.split("\n\n")
    buku = {(s.baris, s.kolom): s.nilai for s in build_rekap(rekap).get_lembar("Pengingat").sel}

    assert [" ".join(teks.split()) for teks in ponsel] == [buku[6, 2], buku[7, 2]]
    assert str(buku[4, 2]).startswith(f"{semula} Sampai ")
    assert str(buku[4, 2]).endswith(f" dari 2 kecamatan: Medan Baru, Medan Kota. {akhir}")


def test_petak_menghitung_rata_rata_dari_yang_ada() -> None:
    """Counted by hand: 80 and 90,01 over two; 50 of 200 rupiah in two kecamatan; the third has nothing."""
    rekap = make_rekap(40, 8)
    tiga = [b for b in rekap.baris if b.hasil and b.hasil.skm[0].nik is not None][:2]
    a, b = (x.hasil for x in tiga)
    assert a and b
    program = replace(a.program[0], pagu=100, jumlah=50, dpa=None)
    a = replace(a, rerata=80, program=(program,), skm=(replace(a.skm[0], nik=Fraction(80)),))
    b = replace(
        b, rerata=None, program=(replace(program, jumlah=None),), skm=(replace(b.skm[0], nik=Fraction(9001, 100)),)
    )
    belum = BarisRekap("99.01.01", "Belum", "Kota Medan", StatusKembali.BELUM)
    petak = {
        p.judul: (p.nilai, p.keterangan)
        for p in list_petak(replace(rekap, baris=(replace(tiga[0], hasil=a), replace(tiga[1], hasil=b), belum)))
    }

    assert ("80,00%", "1 kecamatan terukur") == petak["Rata-rata capaian"]
    assert ("85,01", "mutu B (Baik); 2 kecamatan terukur") == petak["Rata-rata IKM"]
    assert ("25,00%", "Rp50 dari Rp200") == petak["Serapan anggaran"]
    assert "2 dari 3" == petak["Sudah kembali"][0]
