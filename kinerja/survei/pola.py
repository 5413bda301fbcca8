"""What a careful reader of survey answers would ask about: notes with the figure and a question, never a verdict.

Honest answers are alike. Who is content ticks the same all the way down, a service that costs nothing has the same
answer about its fee on every form, and neighbours answer as neighbours do. So nothing here assumes that a person's
answers do not hang together, and each note waits for what honest answers hardly give, however they hang together:

* *kembar*. Figures are told against independent unsur, as a first measure, but decide nothing: in honest surveys with
  content respondents there are fifty times as many equal pairs. What decides is how many answers came exactly k times.
  If all respondents draw from one and the same distribution of whole rows, whatever it is, the number f(k) of rows that
  came k times is a mixture of Poisson numbers, and then f(k)² ≤ (k+1)/k · f(k-1) · f(k+1) in expectation (Cauchy and
  Schwarz over λᵏ e^-λ). Copied forms break that: all come twice, few once or thrice. Four standard deviations are
  allowed for on each side.
* *lurus*. All unsur the same: only when four in five did it, and far above what independent unsur give.
* *tetap*. One unsur without any difference is usual, so is a second; a third of them is not. Or nearly all answers of
  the whole survey are one number.
* *ulang*, *urut*. See `pola_urut`.

Below thirty respondents shares say little, and nothing is noted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kinerja.bilangan import format_angka
from kinerja.survei.kalimat import join
from kinerja.survei.pola_urut import find_ulangan, is_terurut

PALING_SEDIKIT = 30
"""Complete rows."""
LURUS, LEBIH = 0.8, 0.15
"""Shares of respondents: who answered the same all the way down; above what chance gives."""
TETAP = Fraction(1, 3)
"""Share of the unsur without any difference."""
SATU_JAWABAN = 0.98
"""Share of all answers that are one number."""
SIMPANGAN = 4
"""Standard deviations that chance is allowed; of a Poisson number, half of that on its square root."""
_KALI = (2, 3, 4)
"""How often copied forms may be there."""
Baris = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CatatanPola:
    """A note.

    Attributes:
        kode: `kembar`, `lurus`, `tetap`, `ulang` or `urut`.
        ditemukan: the figure found: respondents, for `tetap` unsur or answers.
        kebetulan: what chance gives of it; None where it gives practically none.
        pesan: what was found and what chance gives, sentences.
        tanya: what to ask the kecamatan, one sentence.
    """

    kode: str
    ditemukan: int
    kebetulan: Fraction | None
    pesan: str
    tanya: str


@dataclass(frozen=True, slots=True)
class Pola:
    """Figures of the rows without a blank; `kebetulan` is expected when each unsur is drawn by itself, as it is spread.

    Attributes:
        responden: rows without a blank, in the unsur that anybody answered.
        kembar: respondents whose answers another gave as well; `pasangan` pairs of them.
        lurus: respondents who gave one answer to all unsur.
    """

    responden: int
    kembar: int
    pasangan: int
    pasangan_kebetulan: Fraction
    lurus: int
    lurus_kebetulan: Fraction
    catatan: tuple[CatatanPola, ...]


def find_pola(jawaban: Sequence[Sequence[int | None]], unsur: Sequence[str] = ()) -> Pola:
    """Figures and notes of a survey.

    Args:
        jawaban: respondents × unsur, whole numbers on any scale; None is no answer. Rows in the order of the file.
        unsur: their names; without them `U1`, `U2` …

    >>> find_pola([[4, 4], [4, 3], [4, 3], [None, 3]]).pasangan
    1
    """
    if jawaban and None in jawaban[0]:  # perhaps an unsur that was not asked
        ada = [k for k, satu in enumerate(zip(*jawaban, strict=True)) if any(x is not None for x in satu)]
        unsur = [unsur[k] if unsur else f"U{k + 1}" for k in ada]
        jawaban = [[b[k] for k in ada] for b in jawaban]
    baris: list[Baris] = [tuple(b) for b in jawaban if b and None not in b]  # type: ignore[arg-type] # mypy sees no `in`
    kolom = [Counter(satu) for satu in zip(*baris, strict=True)]
    sama = Counter(baris)
    lurus = [n for a in (kolom[0] if kolom else ()) if (n := sama[(a,) * len(kolom)])]
    hitung = Pola(
        responden=len(baris),
        kembar=sum(n for n in sama.values() if n > 1),
        pasangan=sum(math.comb(n, 2) for n in sama.values()),
        pasangan_kebetulan=_compute_pasangan(kolom, len(baris)),
        lurus=sum(lurus),
        lurus_kebetulan=_compute_lurus(kolom, len(baris)),
        catatan=(),
    )
    if len(baris) < PALING_SEDIKIT or len(kolom) < 2:
        return hitung
    catatan = (
        *_note_tetap(kolom, unsur or [f"U{k}" for k in range(1, len(kolom) + 1)], len(baris)),
        *_note_lurus(hitung),
        *_note_kembar(hitung, Counter(sama.values()) - Counter(lurus)),
        *_note_urutan(baris, jawaban),
    )
    return replace(hitung, catatan=catatan)


def _compute_pasangan(kolom: Sequence[Counter[int]], banyak: int) -> Fraction:
    """Pairs of equal rows that are expected when each unsur is drawn by itself, as it is spread."""
    sama = math.prod(sum(n * n for n in satu.values()) for satu in kolom)
    return Fraction(math.comb(banyak, 2) * sama, banyak ** (2 * len(kolom)) or 1)


def _compute_lurus(kolom: Sequence[Counter[int]], banyak: int) -> Fraction:
    """Rows of one answer that are expected then."""
    nilai = set(kolom[0]) if kolom else set()
    return Fraction(banyak * sum(math.prod(satu[a] for satu in kolom) for a in nilai), banyak ** len(kolom) or 1)


def _note_tetap(kolom: Sequence[Counter[int]], nama: Sequence[str], banyak: int) -> Iterator[CatatanPola]:
    """Unsur without any difference; nearly all answers the same."""
    ((jawaban, terbanyak),) = sum(kolom, Counter()).most_common(1)
    semua = banyak * len(kolom)
    tanya = "Tanyakan bagaimana jawaban dikumpulkan, dan mintalah beberapa formulir aslinya."
    tetap = [n for n, satu in zip(nama, kolom, strict=True) if len(satu) == 1]
    if terbanyak >= SATU_JAWABAN * semua:
        pesan = f"Dari {format_angka(semua, 0)} jawaban, {format_angka(terbanyak, 0)} berbunyi {jawaban}."
        yield CatatanPola("tetap", terbanyak, None, pesan, tanya)
    elif len(tetap) >= TETAP * len(kolom):
        pesan = f"Pada {len(tetap)} dari {len(kolom)} unsur semua responden memberi jawaban yang sama: {join(tetap)}."
        yield CatatanPola("tetap", len(tetap), None, pesan, tanya)


def _note_lurus(p: Pola) -> Iterator[CatatanPola]:
    """Respondents who gave one answer to all unsur, if they are nearly all, and far more than by chance."""
    peluang = float(p.lurus_kebetulan / p.responden)
    lebih = max(LEBIH, SIMPANGAN * math.sqrt(peluang * (1 - peluang) / p.responden))
    if p.lurus / p.responden >= LURUS and lebih <= p.lurus / p.responden - peluang:
        yield CatatanPola(
            "lurus",
            p.lurus,
            p.lurus_kebetulan,
            f"{_tell(p.lurus, p.responden)} memberi jawaban yang sama untuk semua unsur; bila setiap unsur dijawab"
            f" sendiri-sendiri, kira-kira {format_angka(p.lurus_kebetulan, 0)} orang.",
            "Tanyakan apakah responden mengisi sendiri, dan apakah setiap unsur dibacakan kepadanya.",
        )


def _note_kembar(p: Pola, kali: Counter[int]) -> Iterator[CatatanPola]:
    """Answers that came exactly k times, above what any spread of answers gives; `kali` is how many came so often."""
    for k in _KALI:
        batas = math.sqrt((k + 1) / k * _find_atas(kali[k - 1]) * _find_atas(kali[k + 1]))
        if kali[k] and max(0.0, math.sqrt(kali[k]) - SIMPANGAN / 2) ** 2 > batas:
            lazim = Fraction(math.isqrt((k + 1) * k * kali[k - 1] * kali[k + 1]))
            yield CatatanPola(
                "kembar",
                k * kali[k],
                lazim,
                f"{_tell(k * kali[k], p.responden)} menjawab sama persis dengan tepat {k - 1} orang lain, padahal"
                f" jawaban mereka beragam; biasanya paling banyak sekitar {format_angka(lazim, 0)} orang."
                f" Seluruhnya ada {format_angka(p.pasangan, 0)} pasang jawaban yang sama persis; bila setiap unsur"
                f" dijawab sendiri-sendiri, kira-kira {format_angka(p.pasangan_kebetulan, 1)}.",
                "Tanyakan apakah ada formulir yang terketik atau tersalin dua kali, dan cocokkan dengan aslinya.",
            )
            return


def _find_atas(banyak: int) -> float:
    """The largest mean of a Poisson number that may well give so many.

    >>> _find_atas(0)  # of which 0 comes once in some 8.000
    9.0
    """
    return (math.sqrt(banyak + 1) + SIMPANGAN / 2) ** 2


def _note_urutan(baris: Sequence[Baris], jawaban: Sequence[Sequence[int | None]]) -> Iterator[CatatanPola]:
    """A stretch of rows that comes again; rows that stand sorted. `jawaban` are all rows, for their numbers."""
    if ulang := find_ulangan(baris):
        letak = [n for n, b in enumerate(jawaban, 1) if None not in b]
        a, b, c, d = (letak[n] for n in (ulang.awal, ulang.akhir, ulang.awal_lagi, ulang.akhir_lagi))
        apa = f"Deret {ulang.panjang} jawaban yang berbeda-beda pada baris {a}–{b}"
        lagi = f"muncul lagi dengan urutan yang sama pada baris {c}–{d}"
        if ulang.kali > 1:
            lagi = f"diulang terus sampai baris {d}, {ulang.kali} kali"
        pesan = f"{apa} {lagi}; kebetulan memberinya kurang dari sekali dalam 10.000 survei."
        tanya = "Tanyakan apakah baris-baris itu tersalin, dan mintalah formulir aslinya."
        yield CatatanPola("ulang", d - c + 1, None, pesan, tanya)
    if is_terurut(baris) or is_terurut(list(map(sum, baris))):
        yield CatatanPola(
            "urut",
            len(baris),
            None,
            f"Jawaban {format_angka(len(baris), 0)} responden tersusun urut; kebetulan hampir tidak pernah memberinya.",
            "Tanyakan apakah baris diurutkan setelah diketik, dan mintalah urutan aslinya.",
        )


def _tell(banyak: int, dari: int) -> str:
    """So many respondents, with their share.

    >>> _tell(52, 100)
    '52 dari 100 responden (52,0%)'
    """
    persen = format_angka(Fraction(banyak * 100, dari), 1)
    return f"{format_angka(banyak, 0)} dari {format_angka(dari, 0)} responden ({persen}%)"
