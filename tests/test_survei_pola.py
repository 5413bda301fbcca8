"""Notes on survey answers: rare where people answered, however alike; there where rows were copied or made up."""

from __future__ import annotations

import itertools
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.survei.pola import Pola, find_pola
from kinerja.survei.pola_urut import find_ulangan
from tests.alat.jujur.lembar import draw_skm
from tests.alat.jujur.petugas import Petugas

Survei = list[tuple[int, ...]]
Pengisi = Callable[[random.Random, int], Survei]


def draw_lepas(*bobot: int) -> Pengisi:
    """Each answer by itself."""
    return lambda acak, n: [tuple(acak.choices((1, 2, 3, 4), bobot, k=9)) for _ in range(n)]


def draw_puas(rata: float, orang: float, soal: float) -> Pengisi:
    """Who is content is so with everything: one level a person, a little to and fro."""

    def draw(acak: random.Random, n: int) -> Survei:
        sulit = [acak.gauss(0, 0.25) for _ in range(9)]
        tingkat = [acak.gauss(rata, orang) for _ in range(n)]
        return [tuple(min(4, max(1, round(t + s + acak.gauss(0, soal)))) for s in sulit) for t in tingkat]

    return draw


def draw_gratis(acak: random.Random, n: int) -> Survei:
    """Nine in ten know that it costs nothing; four in ten tick the same all the way down, but for that."""
    semua = []
    for baris in draw_puas(3.2, 0.5, 0.35)(acak, n):
        isi = [acak.choices((3, 4), (6, 4))[0]] * 9 if acak.random() < 0.4 else list(baris)
        isi[3] = 4 if acak.random() < 0.95 else isi[3]
        semua.append(tuple(isi))
    return semua


def draw_rombongan(acak: random.Random, n: int) -> Survei:
    """They come in groups of any size that fill in the form together, and each tells a form like the others'."""
    semua: Survei = []
    while len(semua) < n:
        semua += draw_puas(3.3, 0.5, 0.3)(acak, 1) * acak.choice((1, 1, 1, 1, 1, 1, 2, 3, 5, 8))
    return semua[:n]


JUJUR: dict[str, Pengisi] = {
    "sama mungkin": draw_lepas(1, 1, 1, 1),
    "tujuh dari sepuluh tiga": draw_lepas(2, 8, 70, 20),
    "tiga atau empat": draw_lepas(0, 0, 6, 4),
    "puas": draw_puas(3.2, 0.5, 0.35),
    "sangat seragam": draw_puas(3.2, 0.4, 0.15),
    "sangat berbeda tingkat": draw_puas(3.2, 0.8, 0.2),
    "gratis": draw_gratis,
    "rombongan": draw_rombongan,
}


def list_kode(pola: Pola) -> list[str]:
    return [c.kode for c in pola.catatan]


@pytest.mark.parametrize("nama", JUJUR)
def test_jawaban_jujur_jarang_mendapat_catatan(nama: str) -> None:
    acak = random.Random(nama)
    semua = [find_pola(JUJUR[nama](acak, n)) for n in (30, 100, 400) for _ in range(60)]

    assert sum(bool(p.catatan) for p in semua) <= 1, Counter(k for p in semua for k in list_kode(p))


def test_isian_petugas_jujur_tidak_mendapat_catatan() -> None:
    """Surveys of honest officers, by themselves and three dozen as one."""
    blok: list[Survei] = []
    for benih in range(200):
        petugas = Petugas(random.Random(benih))
        draw_skm(petugas, 1, 1)
        semua = (isi for nama, isi in petugas.isi.items() if nama.endswith("jawaban"))
        blok += [[tuple(int(str(x)) for x in b) for b in isi if None not in b] for isi in semua]
    gabungan = [list(itertools.chain(*blok[n : n + 36])) for n in range(0, 160, 8)]

    assert min(map(len, gabungan)) > 400
    assert [] == [list_kode(p) for p in map(find_pola, [*blok, *gabungan]) if p.catatan]


@pytest.mark.parametrize("n", [100, 200, 400])
@pytest.mark.parametrize("nama", ["sama mungkin", "tujuh dari sepuluh tiga", "tiga atau empat", "puas"])
def test_formulir_yang_tersalin_dan_dikocok_dicatat_dengan_angkanya(nama: str, n: int) -> None:
    acak = random.Random(n)
    for _ in range(10):
        isi = JUJUR[nama](acak, n // 2) * 2
        acak.shuffle(isi)

        (catatan,) = find_pola(isi).catatan

        assert catatan.kode == "kembar"
        assert catatan.ditemukan % 2 == 0
        assert f"{catatan.ditemukan} dari {n} responden" in catatan.pesan
        assert catatan.kebetulan is not None
        assert catatan.kebetulan < catatan.ditemukan / 2
        assert catatan.tanya.startswith("Tanyakan apakah ada formulir")


@pytest.mark.parametrize("nama", JUJUR)
@pytest.mark.parametrize("panjang", [15, 40])
def test_blok_yang_tersalin_dicatat_dengan_barisnya(nama: str, panjang: int) -> None:
    if nama == "sangat seragam" or (nama, panjang) == ("rombongan", 15):
        panjang = 60  # so many answers are alike that a short stretch may well come again
    acak = random.Random(nama)
    for awal, tujuan in ((0, panjang), (20, 120)):
        isi = JUJUR[nama](acak, 200)
        isi[tujuan : tujuan + panjang] = isi[awal : awal + panjang]

        (catatan,) = (c for c in find_pola(isi).catatan if c.kode == "ulang")

        assert "kurang dari sekali dalam 10.000 survei" in catatan.pesan
        assert abs(catatan.ditemukan - panjang) < 10  # a neighbour may be equal by chance


def test_nomor_baris_menghitung_juga_yang_tidak_lengkap() -> None:
    acak = random.Random(1)
    isi: list[Sequence[int | None]] = list(draw_lepas(1, 1, 1, 1)(acak, 60))
    isi[30:40] = isi[5:15]
    isi.insert(10, [None] * 9)

    (catatan,) = find_pola(isi).catatan

    assert catatan.pesan.startswith(
        "Deret 10 jawaban yang berbeda-beda pada baris 6–16 muncul lagi dengan urutan yang sama pada baris 32–41;"
    )


@pytest.mark.parametrize("putaran", [3, 5, 7, 12])
def test_baris_yang_berputar_dicatat(putaran: int) -> None:
    isi = (draw_lepas(1, 1, 1, 1)(random.Random(putaran), putaran) * 60)[:120]

    (catatan,) = (c for c in find_pola(isi).catatan if c.kode == "ulang")

    assert catatan.pesan.startswith(
        f"Deret {putaran} jawaban yang berbeda-beda pada baris 1–{putaran} diulang terus sampai baris 120,"
    )


def test_semua_empat_dan_unsur_tanpa_perbedaan() -> None:
    acak = random.Random(2)
    isi = draw_lepas(1, 2, 8, 4)(acak, 60)

    (semua,) = find_pola([(4,) * 9] * 60).catatan
    assert (semua.kode, semua.pesan) == ("tetap", "Dari 540 jawaban, 540 berbunyi 4.")
    dua = [(4, b[1], 4, *b[3:]) for b in isi]
    assert find_pola(dua).catatan == ()
    (tiga,) = find_pola([(*b[:6], 3, 4, 4) for b in isi], [f"Unsur {k}" for k in range(1, 10)]).catatan
    pesan = "Pada 3 dari 9 unsur semua responden memberi jawaban yang sama: Unsur 7, Unsur 8, Unsur 9."
    assert (tiga.kode, tiga.ditemukan, tiga.pesan) == ("tetap", 3, pesan)


@pytest.mark.parametrize(("lurus", "dicatat"), [(0.6, []), (0.78, []), (0.9, ["lurus"])])
def test_jawaban_lurus_dicatat_bila_hampir_semua(lurus: float, dicatat: list[str]) -> None:
    acak = random.Random(3)
    isi = draw_lepas(1, 1, 1, 1)(acak, 400)
    isi[: int(400 * lurus)] = [(acak.choice((3, 4)),) * 9 for _ in range(int(400 * lurus))]
    acak.shuffle(isi)

    hasil = find_pola(isi)

    assert list_kode(hasil) == dicatat
    assert abs(hasil.lurus - 400 * lurus) <= 1


def test_baris_yang_diurutkan_dicatat() -> None:
    isi = JUJUR["puas"](random.Random(4), 80)

    assert list_kode(find_pola(sorted(isi))) == list_kode(find_pola(sorted(isi, key=sum)[::-1])) == ["urut"]
    assert find_pola(isi).catatan == ()


def test_rombongan_yang_menjawab_sama_bukan_urutan() -> None:
    """Two meetings of twenty; whoever was first, they stand sorted."""
    satu, dua = draw_lepas(1, 1, 1, 1)(random.Random(6), 2)

    assert find_pola([satu] * 20 + [dua] * 20).catatan == ()


def test_di_bawah_tiga_puluh_responden_tidak_ada_catatan() -> None:
    assert list_kode(find_pola([(4,) * 9] * 30)) == ["tetap"]
    assert find_pola([(4,) * 9] * 29).catatan == ()
    assert find_pola([]).responden == find_pola([[None, None]]).responden == 0


kecil = st.lists(st.tuples(*[st.integers(1, 5)] * 3), min_size=1, max_size=12)


@given(kecil)
def test_angka_kebetulan_sama_dengan_cacahan_semua_kemungkinan(isi: Survei) -> None:
    n, kolom = len(isi), list(zip(*isi, strict=True))
    peluang = {
        satu: Fraction(kolom[0].count(satu[0]) * kolom[1].count(satu[1]) * kolom[2].count(satu[2]), n**3)
        for satu in itertools.product(range(1, 6), repeat=3)
    }

    hasil = find_pola(isi)

    assert hasil.pasangan_kebetulan == sum(p * p for p in peluang.values()) * n * (n - 1) / 2
    assert hasil.lurus_kebetulan == sum(n * peluang[a, a, a] for a in range(1, 6))
    assert hasil.pasangan == sum(a == b for a, b in itertools.combinations(isi, 2))
    assert hasil.kembar == sum(isi.count(b) > 1 for b in isi)
    assert hasil.lurus == sum(len(set(b)) == 1 for b in isi)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(sorted(JUJUR)), st.permutations(range(9)), st.integers(1, 2))
def test_urutan_unsur_geseran_skala_dan_baris_tak_lengkap_tidak_mengubah_apa_pun(
    benih: int, nama: str, urutan: list[int], kali: int
) -> None:
    isi = JUJUR[nama](random.Random(benih), 60) * kali
    lain: list[Sequence[int | None]] = [tuple(b[k] + 6 for k in urutan) for b in isi]
    lain.append([None, *range(8)])
    lain = [[None, *b] for b in lain]

    satu, dua = find_pola(isi), find_pola(lain)

    assert [(c.kode, c.ditemukan, c.kebetulan) for c in satu.catatan if c.kode != "urut"] == [
        (c.kode, c.ditemukan, c.kebetulan) for c in dua.catatan if c.kode != "urut"
    ]
    assert (satu.responden, satu.kembar, satu.pasangan_kebetulan) == (dua.responden, dua.kembar, dua.pasangan_kebetulan)


def drop_sama(baris: Sequence[int]) -> list[int]:
    return [a for n, a in enumerate(baris) if n == 0 or baris[n - 1] != a]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 30), st.integers(0, 30))
def test_yang_disebut_berulang_memang_berulang(benih: int, macam: int, panjang: int) -> None:
    acak = random.Random(benih)
    isi = [acak.randrange(macam) for _ in range(80)]
    awal, tujuan = acak.randrange(50), acak.randrange(50)
    isi[tujuan : tujuan + panjang] = isi[awal : awal + panjang]

    if u := find_ulangan(isi):
        dulu, lagi = drop_sama(isi[u.awal : u.akhir + 1]), drop_sama(isi[u.awal_lagi : u.akhir_lagi + 1])
        assert u.awal < u.awal_lagi
        assert len(dulu) == u.panjang
        assert lagi[: len(dulu)] == dulu[: len(lagi)]
        assert len(lagi) >= 5


def test_dua_puluh_ribu_baris_cepat() -> None:
    acak = random.Random(5)
    for draw in (
        JUJUR["tujuh dari sepuluh tiga"],
        JUJUR["gratis"],
        lambda a, n: draw_lepas(1, 1, 1, 1)(a, 9) * (n // 9),
    ):
        isi = draw(acak, 20_000)
        awal = time.process_time()
        find_pola(isi)
        assert time.process_time() - awal < 5  # some 40 ms where nothing else runs; a minute if each looked at all
