"""The law of the press: the bytes that it stamps are the bytes that the ordinary writer gives."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.perjanjian.model import Kecamatan, Kegiatan, PerjanjianKinerja
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Aturan, Blok, Buku, Gaya, Grafik, Lembar, Nilai, Sel, Seri
from kinerja.workbook.press import mesin as mesin_press
from kinerja.workbook.press import pola
from kinerja.workbook.press.mesin import Mesin
from kinerja.workbook.writer import build_xlsx, render_workbook
from kinerja.workbook.xlsx import BukuXlsx
from tests.alat.sampel import choose_banyak
from tests.contoh import BENTUK, angka, fill, make_medan
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

KUNCI = Kunci("hash==", "salt==")
T = TypeVar("T")
BIDANG = ("camat", "nip", "atasan", "anggaran", "target", "alamat", "tempat", "tanggal", "tercantum")
TEKS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters="\u202e"),
    min_size=1,
    max_size=30,
) | st.sampled_from(
    ["Medan Baru", "CAMAT", "<r>x</r>", " A & B ", "_x0041_", "=1+1", "Wilayah " * 20, "M" * 40, "&[Picture] &G"]
)
UANG = st.decimals(0, 10**13, places=2) | st.sampled_from([Decimal(0), Decimal("1E+9"), Decimal("5.00")])
TARGET = st.sampled_from([angka(x) for x in ("88.30", "88.3", 100, "66.5", 12)])


@st.composite
def perjanjian(draw: st.DrawFn, pk: PerjanjianKinerja, dikenal: frozenset[str]) -> PerjanjianKinerja:
    """The agreement with any names, budgets and targets; those in `dikenal` are known, save now and then."""

    def pick(nama: str, pilihan: st.SearchStrategy[T]) -> T | None:
        ada = (nama in dikenal) != (draw(st.integers(0, 30)) == 0)
        return draw(pilihan) if ada else None

    return replace(
        pk,
        kecamatan=Kecamatan(
            draw(st.sampled_from(["12.71.17", "91.71.01"])),
            draw(TEKS),
            draw(TEKS),
            "Contoh",
            sebutan_desa=draw(st.sampled_from(["Kelurahan", "Gampong"])),
        ),
        pihak_pertama=replace(pk.pihak_pertama, nama=pick("camat", TEKS), jabatan=draw(TEKS), nip=pick("nip", TEKS)),
        pihak_kedua=replace(pk.pihak_kedua, nama=pick("atasan", TEKS), jabatan=draw(TEKS)),
        program=tuple(replace(p, anggaran=pick("anggaran", UANG)) for p in pk.program),
        sasaran=tuple(
            replace(
                s,
                indikator=tuple(replace(i, target=pick("target", TARGET)) for i in s.indikator),
            )
            for s in pk.sasaran
        ),
        alamat=pick("alamat", TEKS),
        tempat=pick("tempat", TEKS),
        tanggal=pick("tanggal", TEKS),
        anggaran_tercantum=pick("tercantum", UANG),
    )


@st.composite
def rencana(draw: st.DrawFn) -> list[tuple[PerjanjianKinerja, bool, int]]:
    """Agreements that are mostly of one shape; whether their findings are told; a seed for what is typed, or 0."""
    dikenal = draw(st.frozensets(st.sampled_from(BIDANG)))
    bentuk = draw(st.sampled_from(BENTUK))()
    bertemuan, terisi = draw(st.booleans()), draw(st.integers(0, 9)) == 0
    return [(draw(perjanjian(bentuk, dikenal)), bertemuan, draw(st.integers(1, 99)) * terisi) for _ in range(4)]


def build(pk: PerjanjianKinerja, bertemuan: bool, benih: int) -> Buku:
    bahan = Bahan(pk, responden=3, temuan=check_perjanjian(pk) if bertemuan else ())
    if benih:
        bahan = replace(bahan, isi=fill(build_perjanjian(bahan), random.Random(benih)))
    return build_perjanjian(bahan)


def render_or_refuse(render: object, buku: Buku) -> bytes | str:
    try:
        return render(buku)  # type: ignore[no-any-return, operator]
    except DataError as galat:
        return str(galat)


@given(rencana())
@settings(max_examples=choose_banyak(30, 60), deadline=None)
def test_buku_sama_sampai_ke_bitnya_dengan_penulis_biasa(semua: list[tuple[PerjanjianKinerja, bool, int]]) -> None:
    mesin = Mesin(KUNCI)
    for satu in semua:
        buku = build(*satu)
        assert render_or_refuse(lambda b: render_workbook(b, KUNCI), buku) == render_or_refuse(mesin.render, buku)


def list_kecamatan_contoh(banyak: int) -> Iterator[Buku]:
    pk = make_medan()
    for n in range(banyak):
        nama = f"Kecamatan {chr(65 + n)}{'m' * n}"
        yield build_perjanjian(
            Bahan(
                replace(
                    pk,
                    kecamatan=replace(pk.kecamatan, nama=nama),
                    pihak_pertama=replace(pk.pihak_pertama, jabatan=f"CAMAT {nama.upper()}", nama=f"Nama {n}"),
                    program=tuple(replace(p, anggaran=Decimal(10**9 + n)) for p in pk.program),
                    alamat="Jalan Panjang " * (n + 1),
                ),
                responden=5,
            )
        )


def test_satu_bentuk_ditulis_sekali_saja(monkeypatch: pytest.MonkeyPatch) -> None:
    ditulis: list[Buku] = []

    def hitung(buku: Buku, kunci: Kunci | None = None) -> BukuXlsx:
        ditulis.append(buku)
        return build_xlsx(buku, kunci)

    monkeypatch.setattr(pola, "build_xlsx", hitung)
    mesin = Mesin()

    hasil = [mesin.render(buku) for buku in list_kecamatan_contoh(9)]

    assert 1 == len(ditulis)
    assert 9 == len(set(hasil))


def test_bentuk_yang_disimpan_terbatas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mesin_press, "BANYAK_POLA", 2)
    ditulis: list[int] = []

    def write(buku: Buku, kunci: Kunci | None = None) -> BukuXlsx:
        ditulis.append(1)
        return build_xlsx(buku, kunci)

    monkeypatch.setattr(pola, "build_xlsx", write)
    mesin = Mesin()
    semua = [build_perjanjian(Bahan(make_medan(), responden=n)) for n in (2, 3, 4, 2)]

    assert [render_workbook(b) for b in semua] == [mesin.render(b) for b in semua]
    assert len(semua) == len(ditulis)  # the fourth is of a form that was given up for the third


def test_buku_dapat_dibuka_dan_utuh() -> None:
    mesin = Mesin()
    *_, isi = (mesin.render(buku) for buku in list_kecamatan_contoh(3))

    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert arsip.testzip() is None
    lembar = openpyxl.load_workbook(io.BytesIO(isi), data_only=True)["Petunjuk"]
    assert "Perjanjian Kinerja Kecamatan Kecamatan Cmm" == lembar["A1"].value


def buku(*sel: Sel, nilai: Nilai = None, **lain: object) -> Buku:
    blok = Blok("isian_a", 5, 0, 1, 1, "n", Aturan("teks", "", "", 1, 9), ((nilai,),))
    lembar = Lembar("A", (20,), (Sel(0, 0, "Judul", "n"), *sel), (blok,), **lain)  # type: ignore[arg-type]
    return Buku("Uji", (lembar,), {"n": Gaya(lipat=True)}, (), (2024, 1, 31))


RUMUS = tuple(Sel(r, 0, 1, "n", rumus=f"SUM(B{r + 1}:C{r + 1})+COUNT(A5:A5,$B$3:$C$3)") for r in (1, 2, 3))
GRAFIK = (Grafik(9, 0, "Uji", (Seri("a", "A!$A$2:$A$2", "A!$A$3:$A$3", "#000000"),)),)


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        (buku(Sel(1, 0, 1, "n")), buku(Sel(1, 0, 1.0, "n"))),
        (buku(Sel(1, 0, 0.0, "n")), buku(Sel(1, 0, -0.0, "n"))),
        (buku(Sel(1, 0, 1, "n", rumus="1")), buku(Sel(1, 0, 1.0, "n", rumus="1"))),
        (buku(Sel(1, 0, 1, "n", rumus="1")), buku(Sel(1, 0, "<a>", "n", rumus='"<a>"'))),
        (buku(Sel(1, 0, None, "n")), buku(Sel(1, 0, 7, "n"))),
        (buku(Sel(1, 0, "a", "n")), buku(Sel(1, 0, "Judul", "n"))),
        (buku(Sel(1, 0, "a", "n"), Sel(2, 0, "a", "n")), buku(Sel(1, 0, "a", "n"), Sel(2, 0, "b", "n"))),
        (buku(Sel(1, 0, "a", "n"), Sel(2, 0, "b", "n")), buku(Sel(1, 0, "b", "n"), Sel(2, 0, "a", "n"))),
        (buku(Sel(1, 0, "a", "n")), buku(Sel(1, 0, 1, "n"))),
        (buku(nilai="a"), buku(nilai="b")),
        (buku(nilai="a"), buku(nilai=None)),
        (buku(nilai=1), buku(nilai=True)),
        (buku(tinggi=((0, 20.0),)), buku(tinggi=((0, 33.0), (1, 40.0)))),
        (buku(tinggi=((0, 20.0),)), buku(tinggi=())),
        (buku(Sel(1, 0, "a", "n"), Sel(2, 0, 3, "n"), grafik=GRAFIK), buku(Sel(1, 0, "a", "n"), Sel(2, 0, 4, "n"), grafik=GRAFIK)),  # noqa: E501
        (buku(Sel(1, 0, "a", "n"), Sel(2, 0, 3, "n"), grafik=GRAFIK), buku(Sel(1, 0, "b", "n"), Sel(2, 0, 3, "n"), grafik=GRAFIK)),  # noqa: E501
        (replace(buku(), sifat=(("a", "b"),)), replace(buku(), sifat=(("a", "c & d"),))),
        (replace(buku(), sifat=(("a", "b"),)), replace(buku(), sifat=(("a", ""),))),
        (replace(buku(), kaki="a"), replace(buku(), kaki="b <c>")),
        (replace(buku(), kaki="a"), replace(buku(), kaki="b & c")),
        (replace(buku(), kaki="a"), replace(buku(), kaki="2024 a")),
        (buku(Sel(1, 0, "a", "n")), buku(Sel(1, 0, "007", "n"))),
        (buku(Sel(1, 0, "007", "n")), buku(Sel(1, 0, "008", "n"))),
        (buku(nilai="a"), buku(nilai="007")),
        (buku(*RUMUS, Sel(4, 0, None, "n")), buku(*RUMUS, Sel(4, 0, 7, "n"))),
        (buku(*RUMUS), buku(RUMUS[0], Sel(2, 0, 1, "n", rumus="B3+1"), RUMUS[2])),
        (buku(*RUMUS), buku(*(Sel(s.baris, 0, 2, "n", rumus=s.rumus) for s in RUMUS))),
        (replace(buku(), kaki="a"), replace(buku(), kaki="x" * 250)),
        (buku(), replace(buku(), judul="Lain <judul>")),
        (buku(Sel(1, 0, "a", "n")), buku(Sel(1, 0, "a\x07", "n"))),
        (buku(Sel(1, 0, 1, "n")), buku(Sel(1, 0, 10**16, "n"))),
    ],
)  # fmt: skip
def test_setiap_beda_dicetak_atau_ditolak_seperti_oleh_penulis_biasa(satu: Buku, dua: Buku) -> None:
    mesin = Mesin()
    mesin.render(satu)

    assert render_or_refuse(render_workbook, dua) == render_or_refuse(mesin.render, dua)


def test_isi_yang_dipakai_bersama_sama_dengan_yang_dibuat_sendiri() -> None:
    pk = make_medan()
    sasaran = tuple(
        replace(
            s,
            indikator=tuple(
                replace(i, daftar=tuple(replace(d, kegiatan=(Kegiatan("Lain", 9),)) for d in i.daftar))
                for i in s.indikator
            ),
        )
        for s in pk.sasaran
    )
    kosong = {"isian_tempat": ((None,),)}  # something typed: nothing is shared, and nothing is changed

    for satu in (pk, replace(pk, sasaran=sasaran), replace(pk, tahun=2026), replace(pk, program=pk.program[:2])):
        bahan = Bahan(satu, responden=4, temuan=check_perjanjian(satu))
        assert build_perjanjian(replace(bahan, isi=kosong)) == build_perjanjian(bahan)
