"""Who answered: respondents by age, sex, schooling, work and kind of service, where a survey asks for them.

No person can be recognised in the result: ages are bands, of sex and schooling only the usual values are named, of work
and services only what several respondents have in common.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kinerja.judul import normalize_judul
from kinerja.survei.kalimat import MAKS_HURUF, sebut
from kinerja.tabel.petak import get_sel

MIN_SAMA = 2
"""So many respondents must have written a work or a service alike before it is named."""
MAKS_NILAI = 12
"""Values of one group; the rarer ones are added up."""
TIDAK_DIISI, LAIN = "tidak diisi", "lainnya"
TERTUA = 120
_PITA = ((0, 19, "<20"), *((n, n + 9, f"{n}–{n + 9}") for n in range(20, 60, 10)), (60, TERTUA, "≥60"))
_UMUR = re.compile(r"([0-9]{1,3})(?: 0)?(?: old)?")
_PITA_TERTULIS = re.compile(
    r"(?:[<>≤≥]=?|di ?bawah|di ?atas|kurang dari|lebih dari|under|over) ?[0-9]{1,2}"
    r"|[0-9]{1,2} ?(?:\+|ke atas|ke bawah)"
)
_RENTANG = re.compile(r"([0-9]{1,2}) ?(?:[-–—_~]|s/d|s\.?d\.?|sampai(?: dengan)?|hingga|to) ?([0-9]{1,2})")
_KELAMIN = (
    ("Laki-laki", "l|lk|laki|laki laki|pria|m|male|man"),
    ("Perempuan", "p|pr|perempuan|wanita|f|female|woman"),
)
_SEKOLAH = (
    ("Tidak sekolah", "tidak sekolah|tidak tamat sd|belum sekolah|none"),
    ("SD", "(tamat )?(sd|mi|sd mi)( sederajat)?|sekolah dasar|elementary( school)?|primary( school)?"),
    ("SMP", "(tamat )?(smp|sltp|mts|smp mts)( sederajat)?|junior high( school)?"),
    ("SMA", "(tamat )?(sma|smk|slta|ma|sma smk|sma smk ma)( sederajat)?|senior high( school)?|high school"),
    ("Diploma", "d ?[1-4i]+|d i+v?|diploma( [1-4i]+)?|d ?1 d ?2 d ?3|d ?1 d ?3|d ?3 d ?4"),
    ("S1", "s ?1|sarjana|strata 1|s1 d4|d4 s1|bachelor( s)?( degree)?|undergraduate"),
    ("S2", "s ?2|magister|pascasarjana|strata 2|master( s)?( degree)?"),
    ("S3", "s ?3|doktor|strata 3|doctor|doctorate|phd"),
    ("S2 ke atas", "s ?2 ke atas|s ?2 s ?3|s ?2 atau lebih|postgraduate"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A way to tell respondents apart, and how many there are of each value."""

    nama: str
    isi: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Responden:
    """The groups of a table, the numbers of the columns that they come from, what the reader should be told."""

    kelompok: tuple[Kelompok, ...]
    kolom: frozenset[int]
    catatan: tuple[str, ...]


def count_responden(judul: Mapping[int, str], baris: Sequence[Sequence[object]]) -> Responden:
    """The groups in the columns of a table that hold no answers.

    Args:
        judul: titles of these columns.
        baris: rows of the respondents that count.

    >>> hasil = count_responden({0: "Nama", 1: "Usia (tahun)"}, [["Ani", 34.0], ["Budi", "35 th"], ["Cici", None]])
    >>> hasil.kelompok[0].isi
    (('30–39', 2), ('tidak diisi', 1))
    """
    kelompok: list[Kelompok] = []
    catatan: list[str] = []
    kolom: list[int] = []
    for nama, pola, read in _MACAM:
        milik = [k for k, satu in judul.items() if re.search(pola, normalize_judul(satu)) and not _is_bebas(satu)]
        if len(milik) > 1:
            dua = " dan ".join(sebut(judul[k]) for k in milik[:2])
            catatan.append(f"Kolom {dua} sama-sama {nama}; responden tidak dihitung menurut {nama}.")
        elif milik:
            kelompok.append(Kelompok(nama, read([_get_teks(b, milik[0]) for b in baris])))
        kolom += milik
    return Responden(tuple(kelompok), frozenset(kolom), tuple(catatan))


def _is_bebas(judul: str) -> bool:
    """Whether a column holds what people write beside the choices, or names."""
    return bool(
        re.search(
            r"\b(?:sebutkan|lainnya|other|tuliskan|nama|name|alasan|saran|points?|feedback|score|skor)\b",
            normalize_judul(judul),
        )
    )


def _count_usia(semua: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Single ages by decades; bands that the form itself has as they stand."""
    banyak = Counter(_find_pita(teks) for teks in semua)
    akhir = (TIDAK_DIISI, LAIN)
    awal = {nama: bawah for bawah, _, nama in _PITA}

    def order(nama: str) -> tuple[bool, int, str]:
        angka = re.search(r"[0-9]+", nama)
        return nama in akhir, awal.get(nama, int(angka[0]) if angka else 0), nama

    return tuple(sorted(banyak.items(), key=lambda satu: order(satu[0])))


def _find_pita(teks: str) -> str:
    if not teks:
        return TIDAK_DIISI
    rapi = re.sub(r"[ _](?:tahun|thn|th|years?)\b", "", " ".join(teks.split()).casefold())
    if rentang := _RENTANG.fullmatch(rapi):
        return f"{rentang[1]}–{rentang[2]}"
    if _PITA_TERTULIS.fullmatch(rapi):
        return rapi
    cocok = _UMUR.fullmatch(normalize_judul(rapi))
    return next((nama for bawah, atas, nama in _PITA if cocok and bawah <= int(cocok[1]) <= atas), LAIN)


def _make_tetap(pilihan: Sequence[tuple[str, str]]) -> Callable[[Sequence[str]], tuple[tuple[str, int], ...]]:
    """What counts values of which all spellings are known, in their order."""

    def count(semua: Sequence[str]) -> tuple[tuple[str, int], ...]:
        banyak: Counter[str] = Counter()
        for teks in semua:
            rapi = re.sub(r"^[0-9a-h] (?=.{2})", "", normalize_judul(teks))
            cocok = (nama for nama, pola in pilihan if re.fullmatch(pola, rapi))
            banyak[next(cocok, LAIN) if teks else TIDAK_DIISI] += 1
        urut = [*(nama for nama, _ in pilihan), LAIN, TIDAK_DIISI]
        return tuple((nama, banyak[nama]) for nama in urut if banyak[nama])

    return count


def _count_bebas(semua: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Values that people may have typed: named when several have them and no name of a person seems to be in them."""
    ejaan: dict[str, Counter[str]] = {}
    banyak: Counter[str] = Counter()
    for teks in semua:
        rapi = normalize_judul(teks)
        kunci = rapi if not re.search(r"\b(?:a n|an|atas nama)\b", rapi) else LAIN
        banyak[kunci] += 1
        ejaan.setdefault(kunci, Counter())[" ".join(teks.split())] += 1
    kosong = banyak.pop("", 0)
    sebutan = [k for k, n in sorted(banyak.items(), key=lambda x: (-x[1], x[0])) if n >= MIN_SAMA and k != LAIN]
    sebutan = sebutan[:MAKS_NILAI]
    sisa = sum(n for k, n in banyak.items() if k not in sebutan)
    isi = [(min(ejaan[k], key=lambda x: (-ejaan[k][x], x))[:MAKS_HURUF], banyak[k]) for k in sebutan]
    return (*isi, *(x for x in ((LAIN, sisa), (TIDAK_DIISI, kosong)) if x[1]))


def _get_teks(baris: Sequence[object], kolom: int) -> str:
    sel = get_sel(baris, kolom)
    if isinstance(sel, float) and sel == int(sel):
        return str(int(sel))
    return "" if sel is None else str(sel).strip()


_MACAM: tuple[tuple[str, str, Callable[[Sequence[str]], tuple[tuple[str, int], ...]]], ...] = (
    ("usia", r"\b(?:umur|usia|age)(?:nya)?\b", _count_usia),
    ("jenis kelamin", r"\b(?:kelamin|gender|sex|l p)\b", _make_tetap(_KELAMIN)),
    ("pendidikan", r"\b(?:pendidikan|education)\b", _make_tetap(_SEKOLAH)),
    ("pekerjaan", r"\b(?:pekerjaan|profesi|occupation|job)\b", _count_bebas),
    (
        "jenis layanan",
        r"\b(?:jenis|macam) (?:pe)?layanan|\b(?:pe)?layanan yang di|\b(?:type|kind) of service|\bservice (?:type|rec)",
        _count_bebas,
    ),
)
"""Groups: what they are called, how their titles are known, how their values are counted."""
