"""The file: template, style, scripts and data in one, and a policy that lets nothing else in."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from kinerja.hari import write_hari
from kinerja.kumpul.halaman.data import make_data
from kinerja.kumpul.halaman.ringkasan import list_petak
from kinerja.kumpul.halaman.statis import (
    write_baris,
    write_belum,
    write_judul,
    write_petak,
    write_tanpa_skrip,
)
from kinerja.kumpul.halaman.teks import write_nilai
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.rekap import Rekap

PUSTAKA = "table-core"
"""TanStack Table 8.21.3, as published; its licence stands before it in the page."""
SKRIP = ("alat", "tabel", "grafik", "rincian", "kecamatan", "belum", "mulai")
"""Our scripts, in the order in which they need each other."""


def render_halaman(rekap: Rekap) -> bytes:
    """The page in UTF-8; the same recap gives the same bytes."""
    gaya, pustaka, skrip = _load_aset()
    kepala, rinci = make_data(rekap)
    banyak = write_nilai(len(rekap.baris))
    disusun = f"disusun {write_hari(rekap.hari)}"
    angka = f"angka sampai triwulan {TRIWULAN[rekap.sampai - 1]}" if rekap.sampai else "belum ada angka"
    isi = {
        "aturan": _write_aturan(gaya, pustaka, skrip),
        "judul": escape(f"Rekap Perjanjian Kinerja {rekap.tahun}"),
        "keterangan": escape(" · ".join((*_list_wilayah(rekap), f"{banyak} kecamatan", angka, disusun))),
        "banyak": banyak,
        "belum": write_nilai(len(rekap.belum)),
        "petak": write_petak(list_petak(rekap)),
        "judul_kolom": write_judul(rekap),
        "baris": write_baris(rekap),
        "pengingat": write_belum(rekap),
        "tanpa_skrip": write_tanpa_skrip(rekap),
        "gaya": gaya,
        "pustaka": pustaka,
        "skrip": skrip,
        "data_kepala": kepala,
        "data_rinci": rinci,
    }
    return Template(_read_aset("halaman.html")).substitute(isi).encode()


def _list_wilayah(rekap: Rekap) -> list[str]:
    """The kind of agreement, and the kabupaten or kota where all are of one."""
    semua = {b.kabkota for b in rekap.baris}
    return [f"Perjanjian {rekap.jenis}", *(semua if len(semua) == 1 and "" not in semua else ())]


@lru_cache(maxsize=1)
def _load_aset() -> tuple[str, str, str]:
    """Style sheet, library with its licence, our scripts."""
    lisensi = _read_aset(f"{PUSTAKA}.LICENSE")
    pustaka = _read_aset(f"{PUSTAKA}.js").partition("//# sourceMappingURL=")[0]  # a map is one more file to ask for
    skrip = "\n".join(_read_aset(f"{nama}.js") for nama in SKRIP)
    return _read_aset("gaya.css"), f"/*\n{lisensi}*/\n{pustaka}", f'(() => {{\n"use strict";\n{skrip}}})();\n'


def _read_aset(nama: str) -> str:
    return (files("kinerja.kumpul.halaman") / "aset" / nama).read_text("utf-8").replace("\r\n", "\n")


def _write_aturan(gaya: str, *skrip: str) -> str:
    """The policy: this style and these scripts, by their digests; nothing from anywhere."""
    skrip_sah = " ".join(map(_digest, skrip))
    return f"default-src 'none'; style-src {_digest(gaya)}; script-src {skrip_sah}; base-uri 'none'; form-action 'none'"


def _digest(teks: str) -> str:
    return f"'sha256-{b64encode(sha256(teks.encode()).digest()).decode()}'"
