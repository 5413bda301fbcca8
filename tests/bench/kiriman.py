"""Issued workbooks of the country filled in by hand, as bytes: what a thousand kecamatan send back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import openpyxl

from kinerja.alamat import a1
from kinerja.perjanjian.kembali.buku import read_buku

ULANG = 20
"""Of so many files one is saved again by openpyxl."""
RESPONDEN = 300
JAWABAN = (2, 3, 3, 4, 4)
PANJANG = 10
"""Rows of a block that are filled in."""
ANGKA = {
    "skm_jawaban": (1, 4),
    "skm_populasi": (1_000, 2_000),
    "sakip_subkomponen": (1, 2),
    "sakip_lalu": (1, 2),
    "target": (80, 100),
    "realisasi": (20, 25),
    "laporan": (3, 6),
    "ditangani": (1, 3),
    "anggaran_perjanjian": (10**8, 10**9),
    "anggaran_dpa": (10**8, 10**9),
    "anggaran_realisasi": (10**7, 10**8),
}
"""Bounds of the figures by the end of the name, the longest that fits."""
TEKS = ("kegiatan", "kelurahan", "aksi", "pelaksana", "kendala", "tindak_lanjut", "nama", "pangkat", "tempat")


def write_kiriman(terbit: Path, tujuan: Path, banyak: int) -> list[Path]:
    """Fill in what a folder of issues holds, each as often as it takes; the files by name, in turns."""
    tujuan.mkdir()
    asal = sorted(terbit.rglob("*.xlsx"))
    hasil = []
    for nomor in range(banyak):
        satu = asal[nomor % len(asal)]
        isi = fill_buku(satu.read_bytes(), Random(nomor))
        hasil.append(tujuan / f"{nomor:04}-{satu.name}")
        hasil[-1].write_bytes(save_ulang(isi) if nomor % ULANG == 0 else isi)
    return hasil


def fill_buku(isi: bytes, acak: Random) -> bytes:
    """A workbook with figures typed in, cell by cell in its XML; what it computed is left as it was."""
    buku = read_buku(isi, "")
    ketik: dict[str, dict[str, str]] = {}
    for nama, (lembar, (b, k, b_akhir, k_akhir)) in buku.list_isian().items():
        banyak = RESPONDEN if nama.endswith("jawaban") else PANJANG
        for r in range(b, min(b_akhir + 1, b + banyak)):
            for c in range(k, k_akhir + 1):
                if (teks := draw_isi(nama, acak)) is not None and (r, c) not in buku.lembar[lembar].sel:
                    ketik.setdefault(lembar, {})[a1(r, c)] = teks
    urut = list(buku.keadaan)
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for satu in asal.infolist():
            data = asal.read(satu)
            cocok = re.fullmatch(r"xl/worksheets/sheet([0-9]+)\.xml", satu.filename)
            if cocok and (sel := ketik.get(urut[int(cocok[1]) - 1])):
                data = re.sub(rb'<c r="([A-Z]+[0-9]+)"( s="[0-9]+")?/>', lambda m: _type(m, sel), data)
            baru.writestr(satu.filename, data)
    return wadah.getvalue()


def _type(cocok: re.Match[bytes], sel: dict[str, str]) -> bytes:
    isi = sel.get(cocok[1].decode())
    return cocok[0] if isi is None else cocok[0][:-2] + isi.encode()


def draw_isi(nama: str, acak: Random) -> str | None:
    """What stands in a cell of an input, as the rest of its XML."""
    akhir = max((a for a in ANGKA if nama.endswith(a)), key=len, default="")
    if akhir:
        angka = acak.choice(JAWABAN) if akhir == "skm_jawaban" else acak.randint(*ANGKA[akhir])
        return f"><v>{angka}</v></c>"
    if nama.endswith(TEKS):
        return f' t="inlineStr"><is><t>Catatan {acak.randint(1, 9_999)} tentang {nama[7:]}</t></is></c>'
    return None


def save_ulang(isi: bytes) -> bytes:
    """The same saved again by openpyxl."""
    wadah = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(isi)).save(wadah)
    return wadah.getvalue()


def list_contoh(berkas: list[Path], banyak: int) -> Iterator[Path]:
    """Files from all over, those saved again among them as often as in all."""
    langkah = max(1, len(berkas) // banyak)
    ulang, biasa = berkas[::ULANG], [b for n, b in enumerate(berkas) if n % ULANG]
    yield from ulang[: max(1, banyak // ULANG)]
    yield from biasa[::langkah][: banyak - max(1, banyak // ULANG)]
