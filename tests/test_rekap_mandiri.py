"""The recap equals what other programs compute from the same files, read from their sheets by another reader."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.kumpul.rekapan import assemble_rekap
from kinerja.perjanjian.hasil import HasilBuku
from kinerja.perjanjian.rekap import Rekap
from kinerja.terbit.register import NAMA_REGISTER, open_lama
from tests.alat.mesin import Values, recalc_formulon, recalc_libreoffice
from tests.alat.pulang import WAKTU, Isi, draw_isian, gather, issue, send
from tests.alat.pulang import fill as fill_buku
from tests.alat.sampel import choose_banyak

BANYAK, KELOMPOK = choose_banyak(4, 30), choose_banyak(1, 5)
TAHUN = 2025
LIBREOFFICE = choose_banyak(1, 4)
"""Fillings that LibreOffice computes as well; all hundred of the first run were equal in formulon."""


def draw(nomor: int) -> tuple[Any, Isi]:
    pk, isi = draw_isian(500 + nomor, nomor % 4 + 1, f"91.{nomor // 90 + 11}.{nomor % 90 + 1:02}")
    return replace(pk, tahun=TAHUN, jenis=draw_isian(1)[0].jenis, semula=None), isi


def strip_nilai(isi: bytes) -> bytes:
    """The same without any value that a program stored beside a formula."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def read_mandiri(path: Path, mesin: Values) -> dict[str, list[list[Any]]]:
    """Tables of the workbook by the titles of their columns, formulas as the program computes them."""
    buku = openpyxl.load_workbook(path)
    hasil: dict[str, list[list[Any]]] = {"SKM": [], "SAKIP": []}
    for nama in buku.sheetnames:
        for jenis, angka in (("SKM", ("nik", "mutu")), ("SAKIP", ("nilai", "predikat"))):
            if re.fullmatch(rf"{jenis}( \d+)?", nama):
                awal = f"hasil_{nama.casefold().replace(' ', '_')}"
                letak = [buku.defined_names[f"{awal}_{apa}"].attr_text.rpartition("!")[2] for apa in angka]
                ada = [mesin.get((nama, satu.replace("$", ""))) for satu in letak]
                hasil[jenis].append([nama, *(None if n in ("", "–") else n for n in ada)])
    for nama, judul, isi in (
        ("Capaian", 6, ("Indikator", "Target", "Realisasi", "Capaian (%)", "Kategori")),
        ("Triwulan", 6, ("Target", "Realisasi", "Capaian (%)", "Kategori")),
        ("Anggaran", 6, ("Kode", "Jumlah realisasi (Rp)", "Serapan (%)")),
    ):
        lembar = buku[nama]
        kolom = {s.value: s.column for s in lembar[judul] if s.value}
        baris = []
        for r in range(judul + 1, lembar.max_row + 1):
            sel = [lembar.cell(r, kolom[j]) for j in isi]
            nilai = [mesin.get((nama, s.coordinate), s.value) for s in sel]
            baris.append([None if n in ("", "–") else n for n in nilai])
        hasil[nama] = baris
    return hasil


def is_sama(kami: Any, mereka: Any) -> bool:
    if isinstance(kami, (int, Fraction)) and isinstance(mereka, (int, float)):
        return abs(float(kami) - mereka) <= 1e-9 * max(1.0, abs(mereka))
    return (kami or None) == (" ".join(mereka.split()) if isinstance(mereka, str) else mereka)


def check_buku(hasil: HasilBuku, mandiri: Mapping[str, list[list[Any]]]) -> list[tuple[str, Any, Any]]:
    """Where the recap and the other program differ."""
    pasangan: list[tuple[str, Any, Any]] = []
    for i, baris in zip(hasil.indikator, mandiri["Capaian"], strict=False):
        kami = (i.nama, i.target, i.realisasi, i.capaian, i.kategori)
        pasangan += [(f"Capaian {i.nomor}", a, b) for a, b in zip(kami, baris, strict=True)]
    semua = [(i.nomor, t) for i in hasil.indikator for t in i.triwulan]
    for (nomor, t), baris in zip(semua, mandiri["Triwulan"], strict=False):
        kami_tw = (t.target, t.realisasi, t.capaian, t.kategori)
        pasangan += [(f"Triwulan {nomor}", a, b) for a, b in zip(kami_tw, baris, strict=True)]
    for p, baris in zip(hasil.program, mandiri["Anggaran"], strict=False):
        pasangan += [(p.kode, a, b) for a, b in zip((p.kode, p.jumlah, p.serapan), baris, strict=True)]
    for skm, baris in zip(hasil.skm, mandiri["SKM"], strict=True):
        pasangan += [(skm.lembar, a, b) for a, b in zip((skm.lembar, skm.nik, skm.mutu), baris, strict=True)]
    for sakip, baris in zip(hasil.sakip, mandiri["SAKIP"], strict=True):
        kami_sakip = (sakip.lembar, sakip.nilai, sakip.predikat)
        pasangan += [(sakip.lembar, a, b) for a, b in zip(kami_sakip, baris, strict=True)]
    assert len(pasangan) > 20
    return [satu for satu in pasangan if not is_sama(satu[1], satu[2])]


def collect_rekap(folder: Path, nomor: range) -> tuple[Rekap, dict[str, bytes]]:
    semua = [draw(n) for n in nomor]
    issue(folder / "hasil", *(pk for pk, _ in semua))
    berkas = {pk.kecamatan.kode: strip_nilai(fill_buku(pk, isi)) for pk, isi in semua}
    gather(folder / "hasil", send(folder / "kirim", **berkas))
    with open_lama(folder / "hasil" / NAMA_REGISTER) as register:
        return assemble_rekap(register, hari=WAKTU.date(), tahun=TAHUN), berkas


@pytest.mark.parametrize("bagian", range(KELOMPOK))
def test_rekap_sama_dengan_yang_dihitung_formulon_dan_libreoffice(bagian: int, tmp_path: Path) -> None:
    rekap, berkas = collect_rekap(tmp_path, range(bagian, BANYAK, KELOMPOK))
    assert len(rekap.kembali) == BANYAK // KELOMPOK
    assert rekap.sampai >= min(bagian + 1, 4)  # some had answers to a later quarter's survey typed already
    path = {kode: tmp_path / "kirim" / f"{kode}.xlsx" for kode in berkas}
    libre = recalc_libreoffice(list(path.values())[:LIBREOFFICE]) if bagian == 0 else {}

    for b in rekap.kembali:
        assert b.hasil is not None
        for mesin in (recalc_formulon(path[b.kode]), *(n for p, n in libre.items() if p == path[b.kode])):
            beda = check_buku(b.hasil, read_mandiri(path[b.kode], mesin))
            assert not beda, (b.kode, beda[:4])
