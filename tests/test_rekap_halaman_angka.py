"""Every figure that rekap.html shows is that of the recap: read off the page, against our own rounding here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kinerja.kumpul.halaman.dokumen import render_halaman
from kinerja.perjanjian.hasil import Angka, HasilBuku, HasilIndikator, HasilProgram
from kinerja.perjanjian.rekap import BarisRekap
from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.peramban_rekap import PerambanRekap
from tests.alat.rekap import make_rekap

REKAP = make_rekap(40, 11)
TELITI = Context(prec=60)
BACA_BAGIAN = """(() => {
    const baca = (akar, pilih) => [...akar.querySelectorAll(pilih)];
    const tabel = (x) => [...x.rows].slice(1).map((b) => [...b.cells].map((s) => s.textContent));
    const uraian = (x) => baca(x, 'dt').map((d) => [d.textContent, d.nextElementSibling.textContent]);
    const bagian = document.getElementById('bagian-kecamatan');
    const kartu = baca(bagian, 'article.kartu:not(.temuan)');
    return {
        indikator: kartu.map((k) => [baca(k, 'h4')[0].textContent, tabel(baca(k, 'table')[0])]),
        kendala: kartu.map((k) => baca(k, '.kendala').map((x) => [baca(x, 'h5')[0].textContent, uraian(x)])),
        tabel: Object.fromEntries(baca(bagian, 'section > .gulir table').map((t) => [t.caption.textContent, tabel(t)])),
        cek: baca(bagian, '.cek li').map((b) => [...b.children].map((s) => s.textContent)),
        temuan: baca(bagian, '.temuan').map((t) => [baca(t, 'h4')[0].textContent, uraian(t)]),
        teks: baca(bagian, 'p').map((p) => p.textContent),
    };
})()"""


@pytest.fixture(scope="module")
def peramban(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PerambanRekap]:
    with PerambanRekap() as satu:
        satu.open_rekap(render_halaman(REKAP), tmp_path_factory.mktemp("rekap"))
        yield satu


def show_dua(x: Angka | None) -> str:
    """Two decimals, half-up, as a reader in Indonesia writes them; by another way than the page's."""
    if x is None:
        return "–"
    pecahan = Fraction(x)
    bulat = TELITI.divide(Decimal(pecahan.numerator), Decimal(pecahan.denominator))
    teks = f"{bulat.quantize(Decimal('0.01'), ROUND_HALF_UP, TELITI):,}"
    return teks.replace(",", "_").replace(".", ",").replace("_", ".")


def show(x: Angka | str | None) -> str:
    """The same, whole numbers without decimals; a word as it is."""
    if isinstance(x, str):
        return x or "–"
    teks = show_dua(x)
    return teks[:-3] if teks.endswith(",00") else teks


def list_indikator(i: HasilIndikator) -> list[list[str]]:
    triwulan = [
        [nama, show(t.target), show(t.realisasi), show_dua(t.capaian), t.kategori or "–"]
        for nama, t in zip(("I", "II", "III", "IV"), i.triwulan, strict=True)
    ]
    return [*triwulan, ["Setahun", show(i.target), show(i.realisasi), show_dua(i.capaian), i.kategori or "–"]]


def list_kendala(i: HasilIndikator) -> list[Any]:
    isi = [
        (
            f"Triwulan {n}",
            [["Kendala", t.kendala], ["Tindak lanjut", t.tindak_lanjut], ["Bukti dukung", t.bukti_dukung]],
        )
        for n, t in zip(("I", "II", "III", "IV"), i.triwulan, strict=True)
    ]
    return [[judul, [satu for satu in semua if satu[1]]] for judul, semua in isi if any(teks for _, teks in semua)]


def list_program(semua: tuple[HasilProgram, ...]) -> list[list[str]]:
    def add(nilai: list[Angka | None]) -> Angka | None:
        ada = [Fraction(n) for n in nilai if n is not None]
        return sum(ada) if ada else None

    def write(p: HasilProgram) -> list[str]:
        return [*map(show, (p.perjanjian, p.dpa, p.pagu, *p.realisasi, p.jumlah)), show_dua(p.serapan)]

    pagu, jumlah = add([p.pagu for p in semua]), add([p.jumlah for p in semua])
    kolom = [add([p.perjanjian for p in semua]), add([p.dpa for p in semua]), pagu]
    kolom += [add([p.realisasi[n] for p in semua]) for n in range(4)]
    serapan = show_dua(jumlah * 100 / Fraction(pagu)) if pagu and jumlah is not None else "–"
    return [
        *([f"{p.kode} {p.nama}", *write(p)] for p in semua),
        ["Jumlah", *map(show, kolom), show(jumlah), serapan],
    ]


def list_temuan(b: BarisRekap) -> list[Any]:
    berat = [Bobot.BERUBAH, Bobot.PERIKSA, Bobot.CATATAN]
    semua = []
    for t in sorted(b.temuan, key=lambda t: berat.index(t.tingkat)):
        tempat = ", ".join(x for x in (f"lembar {t.lembar}" if t.lembar else "", t.sel) if x)
        isi = [
            ["Tempat", tempat],
            ["Semula", t.terbit],
            ["Datang", t.datang],
            ["Saran", t.saran],
        ]
        semua.append([f"{t.tingkat} {t.kode}: {t.pesan}", [satu for satu in isi if satu[1]]])
    return semua


def list_cek(h: HasilBuku) -> list[list[str]]:
    ada = [c for kata in ("PERIKSA", "BELUM", "DIJELASKAN") for c in h.cek if c.hasil == kata]
    return [[c.hasil, c.teks, f"{c.lembar} {c.sel}: {c.penjelasan or c.saran}"] for c in ada]


@pytest.mark.parametrize("b", REKAP.baris, ids=lambda b: b.kode)
def test_halaman_kecamatan_menampilkan_angka_rekap(peramban: PerambanRekap, b: BarisRekap) -> None:
    peramban.go(f"#k/{b.kode}")
    isi = peramban.run(BACA_BAGIAN)

    assert list_temuan(b) == isi["temuan"]
    if b.hasil is None:
        assert ([], {}) == (isi["indikator"], isi["tabel"])
        assert (("Belum ada berkas yang kembali." in isi["teks"]) is not bool(b.berkas)) and (
            ("Isi berkas ini tidak dapat dihitung." in isi["teks"]) is bool(b.berkas)
        )
        return
    h = b.hasil
    assert [[f"{i.nomor}. {i.nama}", list_indikator(i)] for i in h.indikator] == isi["indikator"]
    assert [list_kendala(i) for i in h.indikator] == isi["kendala"]
    assert list_cek(h) == isi["cek"]
    assert {
        "Anggaran dan realisasi": list_program(h.program),
        "Survei kepuasan masyarakat": [
            [s.lembar, show_dua(s.nik), s.mutu or "–", s.kinerja or "–", show(s.responden)] for s in h.skm
        ],
        "Evaluasi SAKIP": [[s.lembar, show_dua(s.nilai), s.predikat or "–"] for s in h.sakip],
    } == isi["tabel"]
    assert f"Rata-rata capaian: {show_dua(h.rerata)}{'%' if h.rerata is not None else ''}" in isi["teks"]
    assert any(teks.startswith(f"Berkas {b.berkas}, dikumpulkan ") for teks in isi["teks"])
    hitung = {k: sum(c.hasil == k for c in h.cek) for k in ("OK", "DIJELASKAN", "PERIKSA", "BELUM")}
    assert ", ".join(f"{n} {k}" for k, n in hitung.items()) + "." in isi["teks"]


def test_tabel_menampilkan_angka_rekap(peramban: PerambanRekap) -> None:
    peramban.go("#ringkasan")
    harap = []
    for b in REKAP.baris:
        h = b.hasil
        if h is None:
            berat = show(sum(t.tingkat is not Bobot.CATATAN for t in b.temuan)) if b.berkas else "–"
            harap.append([b.kecamatan, b.kabkota, str(b.status), *["–"] * 6, berat, b.kode])
            continue
        (skm,), (sakip,) = h.skm, h.sakip
        program = list_program(h.program)[-1]
        harap.append(
            [
                b.kecamatan,
                b.kabkota,
                str(b.status),
                show_dua(h.rerata),
                "–" if skm.nik is None else f"{show_dua(skm.nik)} ({skm.mutu})",
                "–" if sakip.nilai is None else f"{show_dua(sakip.nilai)} ({sakip.predikat})",
                program[-1],
                program[-2],
                program[3],
                show(sum(t.tingkat is not Bobot.CATATAN for t in b.temuan)),
                b.kode,
            ]
        )

    assert harap == peramban.read_tabel()[1:]


@pytest.mark.parametrize("periode", range(5))
@pytest.mark.parametrize("n", range(len(REKAP.list_indikator())))
def test_grafik_menampilkan_capaian_setiap_kecamatan(peramban: PerambanRekap, n: int, periode: int) -> None:
    peramban.go("#grafik")
    for nomor, nilai in enumerate((n, periode, "kode")):
        peramban.run(
            f"(() => {{ const p = document.querySelectorAll('#bagian-grafik select')[{nomor}]; p.value = '{nilai}';"
            "p.dispatchEvent(new Event('change')); })()"
        )
    harap: list[tuple[str, str, float | None, str]] = []
    for b in REKAP.baris:
        i = next((x for x in b.hasil.indikator if x.nama == REKAP.list_indikator()[n]), None) if b.hasil else None
        asal = i if periode == 4 or i is None else i.triwulan[periode]
        if asal is None or asal.capaian is None:
            harap.append((b.kecamatan, "–", None, "tidak ada angka"))
        else:
            harap.append((b.kecamatan, f"{show_dua(asal.capaian)}%", float(min(asal.capaian, 120)), asal.kategori))
    nyata = peramban.run(
        """[...document.querySelectorAll('.batang li')].map((x) => [x.querySelector('.nama').textContent,
        x.querySelector('.nilai').textContent, x.querySelector('.isi')?.getBoundingClientRect().width /
        x.querySelector('.jalur').getBoundingClientRect().width * 120, x.querySelector('.kategori').textContent])"""
    )
    ada = [x[2] for x in harap if x[2] is not None]

    assert [(a, b, d) for a, b, _, d in harap] == [(a, b, d) for a, b, _, d in nyata]
    assert pytest.approx([x[2] for x in harap if x[2] is not None], abs=0.05) == [
        x[2] for x in nyata if x[2] is not None
    ]
    assert peramban.read_teks("#bagian-grafik [role=status]")[0].startswith(
        f"Rata-rata {show_rerata(n, periode)} dari {len(ada)} kecamatan"
    )


def show_rerata(n: int, periode: int) -> str:
    """Mean of a period's capaian over all kecamatan."""
    semua = [i for b in REKAP.kembali if b.hasil for i in b.hasil.indikator if i.nama == REKAP.list_indikator()[n]]
    ada = [Fraction(x.capaian) for i in semua if (x := i if periode == 4 else i.triwulan[periode]).capaian is not None]
    return f"{show_dua(sum(ada, Fraction(0)) / len(ada))}%" if ada else "–"


def test_angka_yang_tidak_ada_tidak_menjadi_nol(peramban: PerambanRekap, tmp_path: Path) -> None:
    b = next(b for b in REKAP.kembali if b.hasil)
    assert b.hasil
    kosong = replace(b.hasil.program[0], perjanjian=None, dpa=None, pagu=None, realisasi=(None,) * 4, jumlah=None)
    skm = (replace(b.hasil.skm[0], nik=None, mutu="", kinerja="", responden=None),)
    h = replace(b.hasil, program=(replace(kosong, serapan=None),), skm=skm, rerata=None)
    nol = replace(h, program=(replace(kosong, pagu=0, jumlah=0, serapan=None),), rerata=0)
    rekap = replace(REKAP, baris=(replace(b, kode="01", hasil=h), replace(b, kode="02", hasil=nol)))
    with PerambanRekap() as satu:
        satu.open_rekap(render_halaman(rekap), tmp_path)
        tabel = satu.read_tabel()
        kolom = {judul: [baris[n] for baris in tabel[1:]] for n, judul in enumerate(tabel[0])}

    assert ["–", "0,00"] == kolom["Rata-rata capaian (%)"]
    assert ["–", "0"] == kolom["Realisasi (Rp)"]
    assert ["–", "0"] == kolom["Pagu (Rp)"]
    assert ["–", "–"] == kolom["Serapan (%)"]
    assert ["–", "–"] == kolom["IKM (mutu)"]
