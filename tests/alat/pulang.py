"""Workbooks that were issued and come back: an agreement, its issue in a folder, what its officer sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kinerja.kumpul import collect
from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import Tujuan, issue_workbooks
from kinerja.workbook.layout import Matriks
from kinerja.workbook.writer import render_workbook
from tests.alat.jujur import draw_jujur
from tests.alat.terbit import ASAL
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

RESPONDEN = 40
WAKTU = datetime(2025, 4, 7, 8, 9, 10, tzinfo=UTC)
Isi = Mapping[str, Matriks]


def draw_isian(benih: int, sampai: int = 4, kode: str = "91.71.01") -> tuple[PerjanjianKinerja, Isi]:
    """An agreement and what an honest officer types into its workbook, with his explanations."""
    bahan = draw_jujur(benih, sampai).bahan
    kecamatan = replace(bahan.pk.kecamatan, kode=kode, nama=f"Uji {kode[-2:]}")
    return replace(bahan.pk, kecamatan=kecamatan), bahan.isi


def issue(folder: Path, *pk: PerjanjianKinerja, responden: int = RESPONDEN) -> None:
    """Issue workbooks into a folder."""
    opsi = OpsiTerbit(responden=responden)
    assert all(t.sha256 for t in issue_workbooks(list(pk), Tujuan(folder), asal=ASAL, opsi=opsi))


def fill(pk: PerjanjianKinerja, isi: Isi, *, responden: int = RESPONDEN) -> bytes:
    """The workbook with these inputs, saved by a program that computes; its identity is that of the issue."""
    bahan = Bahan(pk, isi, responden=responden, temuan=check_perjanjian(pk))
    buku, terbit = build_perjanjian(bahan), build_perjanjian(replace(bahan, isi={}))
    return render_workbook(replace(buku, lembar=(*buku.lembar[:-1], terbit.lembar[-1]), sifat=terbit.sifat))


def send(folder: Path, **berkas: bytes) -> Path:
    """Files as they came; `tw1_a` is `tw1/a.xlsx`."""
    for nama, isi in berkas.items():
        path = folder / f"{nama.replace('_', '/')}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(isi)
    return folder


def gather(terbit: Path, *sumber: Path, waktu: datetime = WAKTU, proses: int | None = 1) -> Kumpulan:
    """Collect."""
    return collect(*sumber, terbit=terbit, waktu=waktu, proses=proses)


def list_kode(kumpulan: Kumpulan, berkas: str) -> Sequence[str]:
    """Codes of the findings on a file, in order."""
    (buku,) = (b for b in kumpulan.buku if b.berkas == berkas)
    return [t.kode for t in buku.temuan]


def cut_triwulan(isi: Isi, nama: str, sampai: int) -> Isi:
    """The same inputs while the later quarters of the budget are still blank."""
    baris = tuple(tuple(n if k < sampai else None for k, n in enumerate(b)) for b in isi[nama])
    return {**isi, nama: baris}
