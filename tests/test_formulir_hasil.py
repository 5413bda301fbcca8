"""The hidden sheet of a form's workbook comes to what the rules come to, in every program, whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kinerja.alamat import Kotak, parse_range
from kinerja.errors import DataError, KinerjaError
from kinerja.formulir.hasil import JUMLAH as JUMLAH_PROGRAM
from kinerja.formulir.hasil import PAGU, SERAPAN, TW, LembarHasil, plan_hasil
from kinerja.formulir.hasil_indikator import (
    CAPAIAN,
    KATEGORI,
    KETERANGAN,
    PREDIKAT,
    REALISASI,
    TANPA_CARA,
    TW_REALISASI,
)
from kinerja.perjanjian import jenis
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.kembali.hitung import get_nilai
from kinerja.perjanjian.kembali.tanda_formulir import TABEL_INDIKATOR, TABEL_PROGRAM, TABEL_TRIWULAN
from kinerja.perjanjian.kembali.terhitung import read_terhitung
from kinerja.perjanjian.model import Indikator, PerjanjianKinerja, Program
from kinerja.rumus.anggaran import compute_serapan
from kinerja.rumus.capaian import compute_capaian, compute_capaian_predikat, find_kategori
from kinerja.rumus.tahun import Metode, compute_tahun
from kinerja.rumus.target import Target
from kinerja.workbook.eksak import to_eksak, to_tampak
from kinerja.workbook.ekspresi import X
from kinerja.workbook.isi_buku import IsiBuku
from kinerja.workbook.urai import parse_rumus
from tests.alat.formulir_pulang import draw_isi, fill
from tests.alat.mesin import recalc_formulon, recalc_libreoffice, same
from tests.alat.pulang import draw_isian
from tests.alat.sampel import choose_banyak
from tests.contoh import angka, make_perjanjian

ISIAN = "Form I.A'b"
PADA = date(2024, 12, 31)
WTP = ("WTP", "WDP", "TMP")
PROGRAM = (Program("7.01.01", "Satu", Decimal("1000000.50")), Program("7.01.02", "Dua"))
Nilai = Mapping[str, Any]


class Buku:
    """A filled form in memory: a column of inputs, and the hidden sheet over them."""

    def __init__(self, pk: PerjanjianKinerja, isi: Nilai, bentuk: Mapping[str, str] | None = None) -> None:
        nama: dict[str, tuple[str, Kotak]] = {}
        sel: dict[tuple[int, int], Any] = {}
        for n, (satu, nilai) in enumerate(isi.items()):
            isian = nilai if isinstance(nilai, list) else [nilai]
            nama[satu] = (ISIAN, (10 * n, 1, 10 * n + len(isian) - 1, 1))
            sel |= {(10 * n + r, 1): to_eksak(x) for r, x in enumerate(isian) if x is not None}
        self.hasil = plan_hasil(pk, nama, ("a", "b"), "Identitas 2", bentuk or {})
        letak = {(r, c): x if isinstance(x, X) else to_eksak(x) for r, c, x in self.hasil.sel}
        self.isi = IsiBuku({ISIAN: sel, "Identitas 2": letak}, {})
        self.teks = IsiBuku({ISIAN: dict(sel), "Identitas 2": dict(self._parse(self.hasil))}, {})

    @staticmethod
    def _parse(hasil: LembarHasil) -> Iterator[tuple[tuple[int, int], Any]]:
        for r, c, x in hasil.sel:
            yield (r, c), parse_rumus(x.rumus, "Identitas 2") if isinstance(x, X) else to_eksak(x)

    def get(self, nama: str, baris: int, kolom: int) -> Any:
        """A cell of a table; as the expression comes to it and as its text does."""
        awal = next(r for satu, r, _, _ in self.hasil.nama if satu == nama)
        nilai, dari_teks = (isi.get_sel("Identitas 2", awal + baris, kolom) for isi in (self.isi, self.teks))
        assert nilai == dari_teks
        return nilai


def make_pk(*indikator: Indikator, program: tuple[Program, ...] = PROGRAM) -> PerjanjianKinerja:
    return make_perjanjian(indikator, program)


def draw_triwulan(acak: Random) -> list[Any]:
    return [acak.choice([None, 0, acak.randint(0, 200), acak.randint(1, 20_000) / 100]) for _ in TRIWULAN]


def judge(x: Any, i: Indikator) -> Fraction | None:
    """Capaian by the rule; None where it refuses."""
    if x is None or i.target is None:
        return None
    try:
        return Fraction(compute_capaian(x, i.target, i.arah, pada=PADA))
    except KinerjaError:
        return None


@pytest.mark.parametrize("benih", range(choose_banyak(150, 2_000)))
def test_setahun_dan_setiap_triwulan_menurut_aturannya(benih: int) -> None:
    acak = Random(benih)
    arah = acak.choice(("naik", "turun_selisih", "turun_rasio", "tetap"))
    target = acak.choice((angka(acak.randint(0, 100)), Target(Decimal(20), Decimal(90)), None))
    metode = acak.choice(list(Metode))
    i = Indikator("Hal", jenis.NILAI, "dokumen", target, arah=arah, metode=metode, triwulan=(target,) * 4)
    tw, tahun = draw_triwulan(acak), acak.choice([None, acak.randint(1, 300)])
    isi = {f"isian_indikator_1_realisasi_{q}": x for q, x in enumerate(tw, start=1)}
    b = Buku(make_pk(i), isi | {"isian_indikator_1_realisasi": tahun})

    dari_tw = compute_tahun(tw, metode)
    harap = tahun if dari_tw is None else dari_tw
    realisasi = b.get(TABEL_INDIKATOR, 0, REALISASI)
    assert realisasi == ("" if harap is None else harap)
    capaian = judge(harap, i)
    assert b.get(TABEL_INDIKATOR, 0, CAPAIAN) == ("" if capaian is None else capaian)
    if capaian is not None and not (any(x is not None for x in tw) and tw[-1] is None):
        assert b.get(TABEL_INDIKATOR, 0, KATEGORI) == find_kategori(capaian, pada=PADA).sebutan
    for q, x in enumerate(tw):
        kini = judge(x, i)
        assert b.get(TABEL_TRIWULAN, q, TW_REALISASI) == ("" if x is None else to_eksak(x))
        assert b.get(TABEL_TRIWULAN, q, TW_REALISASI + 1) == ("" if kini is None else kini)


@pytest.mark.parametrize("benih", range(40))
def test_predikat_memakai_triwulan_terakhir_yang_terisi(benih: int) -> None:
    acak = Random(benih)
    i = Indikator("Opini", jenis.PREDIKAT, "predikat", Target(predikat="WDP"), urutan=WTP)
    tw = [acak.choice([None, *WTP]) for _ in TRIWULAN]
    b = Buku(make_pk(i), {f"isian_indikator_1_realisasi_{q}": x for q, x in enumerate(tw, start=1)})

    terakhir = next((x for x in reversed(tw) if x), None)
    assert b.get(TABEL_INDIKATOR, 0, REALISASI) == (terakhir or "")
    capaian = None if terakhir is None else compute_capaian_predikat(terakhir, "WDP", WTP)[0]
    assert b.get(TABEL_INDIKATOR, 0, CAPAIAN) == ("" if capaian is None else 100)


@pytest.mark.parametrize("benih", range(60))
def test_anggaran_menurut_aturannya(benih: int) -> None:
    acak = Random(benih)
    tw: list[list[Any]] = [[acak.choice([None, 0, acak.randint(1, 10**8) / 4]) for _ in PROGRAM] for _ in TRIWULAN]
    dpa = [acak.choice([None, 0, acak.randint(1, 10**9)]) for _ in PROGRAM]
    isi: dict[str, Any] = {f"isian_program_realisasi_{q}": x for q, x in enumerate(tw, start=1)}
    b = Buku(make_pk(Indikator("Hal", jenis.NILAI, "buah")), isi | {"isian_program_dpa": dpa})

    for n, p in enumerate(PROGRAM):
        ada = [Fraction(x[n]) for x in tw if x[n] is not None]
        acuan: Any = dpa[n] if dpa[n] is not None else p.anggaran
        assert b.get(TABEL_PROGRAM, n, PAGU) == ("" if acuan is None else Fraction(acuan))
        assert [b.get(TABEL_PROGRAM, n, TW + q) for q in range(4)] == ["" if x[n] is None else x[n] for x in tw]
        jumlah = b.get(TABEL_PROGRAM, n, JUMLAH_PROGRAM)
        assert jumlah == ("" if not ada else (sum(ada) * 100 + Fraction(1, 2)).__floor__() / Fraction(100))
        terukur = ada and acuan
        assert b.get(TABEL_PROGRAM, n, SERAPAN) == (compute_serapan(jumlah, acuan, pada=PADA) if terukur else "")


def test_setahun_dipakai_bila_tidak_ada_triwulannya_dan_kosong_bukan_nol() -> None:
    i = Indikator("Hal", jenis.NILAI, "buah", angka(10), metode=Metode.RATA_RATA)
    kosong = {f"isian_indikator_1_realisasi_{q}": None for q in range(1, 5)}

    assert Buku(make_pk(i), kosong).get(TABEL_INDIKATOR, 0, REALISASI) == ""
    assert Buku(make_pk(i), {"isian_indikator_1_realisasi": 5}).get(TABEL_INDIKATOR, 0, REALISASI) == 5
    b = Buku(make_pk(i), kosong | {"isian_indikator_1_realisasi_2": 8, "isian_indikator_1_realisasi": 5})
    assert b.get(TABEL_INDIKATOR, 0, REALISASI) == 8
    assert b.get(TABEL_INDIKATOR, 0, KATEGORI) == "belum setahun"


def test_persen_yang_dijumlahkan_dan_cara_yang_tidak_disepakati_tidak_ditebak() -> None:
    for i in (
        Indikator("Hal", jenis.PERSEN, "%", angka(90), metode=Metode.JUMLAH),
        Indikator("Hal", jenis.NILAI, "buah", angka(90)),
    ):
        isi = {"isian_indikator_1_realisasi_1": 50, "isian_indikator_1_realisasi_2": 60}
        b = Buku(make_pk(i), isi)
        assert [b.get(TABEL_INDIKATOR, 0, c) for c in (REALISASI, CAPAIAN, KETERANGAN)] == ["", "", TANPA_CARA]
        assert Buku(make_pk(i), isi | {"isian_indikator_1_realisasi": 55}).get(TABEL_INDIKATOR, 0, REALISASI) == 55


def test_cara_setahun_boleh_dipilih_di_formulir() -> None:
    i = Indikator("Hal", jenis.NILAI, "buah", angka(90))
    isi = {"isian_indikator_1_realisasi_1": 50, "isian_indikator_1_realisasi_2": 60}

    for metode, harap in (("dijumlahkan", 110), ("rata-rata", 55), ("triwulan terakhir", 60), ("entah", "")):
        b = Buku(make_pk(i), isi | {"isian_indikator_1_metode": metode})
        assert b.get(TABEL_INDIKATOR, 0, REALISASI) == harap


def test_hasil_formulir_dipakai_untuk_survei_dan_sakip() -> None:
    pk = make_pk(
        Indikator("IKM", jenis.SKM, "indeks", angka("88.3")),
        Indikator("IKM kedua", jenis.SKM, "indeks", angka(80)),
        Indikator("SAKIP", jenis.SAKIP, "nilai", angka(70)),
    )
    b = Buku(pk, {"hasil_skm_nik": 90, "hasil_skm_2_nik": 70.5, "isian_sakip_nilai": 66.5})

    assert [b.get(TABEL_INDIKATOR, n, REALISASI) for n in range(3)] == [90, Fraction(141, 2), Fraction(133, 2)]
    assert [b.get(TABEL_INDIKATOR, n, PREDIKAT) for n in range(3)] == ["A", "C", "B"]
    assert b.get("hasil_sakip_nilai", 0, 1) == Fraction(133, 2)
    assert b.get("hasil_sakip_predikat", 0, 1) == "B"
    kosong = Buku(pk, {"isian_sakip_nilai": None, "isian_sakip_predikat": "BB"})
    assert [kosong.get(TABEL_INDIKATOR, 2, c) for c in (REALISASI, PREDIKAT)] == ["", "BB"]


def test_isian_yang_tampil_sebagai_persen_dihitung_seratus_kali() -> None:
    i = Indikator("Hal", jenis.NILAI, "%", angka(95), metode=Metode.AKHIR)
    nama = "isian_indikator_1_realisasi"

    assert Buku(make_pk(i), {nama: 0.95}, {nama: "persen"}).get(TABEL_INDIKATOR, 0, CAPAIAN) == 100
    assert Buku(make_pk(i), {nama: 0.95}).get(TABEL_INDIKATOR, 0, CAPAIAN) == 1


def test_nama_kantor_tidak_ditimpa_dan_nama_kami_ditolak() -> None:
    pk = make_pk(Indikator("Hal", jenis.NILAI, "buah"))
    letak = {"hasil_capaian_rerata": (ISIAN, (0, 0, 0, 0))}

    assert "hasil_capaian_rerata" not in [n[0] for n in plan_hasil(pk, letak, ("a", "b")).nama]
    with pytest.raises(ValueError, match="name of ours"):
        plan_hasil(pk, {TABEL_PROGRAM: (ISIAN, (0, 0, 0, 0))}, ("a", "b"))
    with pytest.raises(DataError, match="tidak sebanyak program, yaitu 2 baris"):
        plan_hasil(pk, {"isian_program_dpa": (ISIAN, (0, 0, 5, 0))}, ("a", "b"))


def test_catatan_setahun_berdiri_di_triwulan_terakhir() -> None:
    pk = make_pk(Indikator("Hal", jenis.NILAI, "buah"))
    b = Buku(pk, {"isian_indikator_1_kendala": "Banjir", "isian_indikator_1_kendala_2": "Hujan"})

    assert b.get(TABEL_TRIWULAN, 1, 7) == "Hujan"
    assert b.get(TABEL_TRIWULAN, 3, 7) == "Banjir"


def test_teks_dan_benar_salah_bukan_angka() -> None:
    i = Indikator("Hal", jenis.NILAI, "buah", angka(10), metode=Metode.JUMLAH)
    isi = {"isian_indikator_1_realisasi_1": "lima", "isian_indikator_1_realisasi_2": True}
    b = Buku(make_pk(i), isi | {"isian_indikator_1_realisasi_3": 3})

    assert b.get(TABEL_INDIKATOR, 0, REALISASI) == 3


def test_program_lain_menghitung_sama(tmp_path: Path) -> None:
    berkas, harap = [], {}
    for benih in (1, 3, 5):
        pk = draw_isian(benih)[0]
        path = tmp_path / f"{benih}.xlsx"
        path.write_bytes(fill(pk, draw_isi(pk, benih, 1 + benih % 4)))
        berkas.append(path)
        t = read_terhitung(path)
        harap[path] = {sel: nilai for sel, nilai in recalc_formulon(path).items() if sel[0] == "Identitas"}
        kami = {sel: to_tampak(get_nilai(t.isi, "Identitas", *parse_range(sel[1])[:2])) for sel in harap[path]}
        assert [(sel, x, kami[sel]) for sel, x in harap[path].items() if not same(x, kami[sel])] == []
    lain = recalc_libreoffice(berkas)

    for path, semua in harap.items():
        assert len(semua) > 50
        assert [(sel, x, lain[path][sel]) for sel, x in semua.items() if not same(x, lain[path][sel])] == []
