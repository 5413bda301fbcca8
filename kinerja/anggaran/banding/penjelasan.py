"""Explanations stay: what a person said about the findings of an earlier result, carried to those of a new one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from kinerja.anggaran.banding.konteks import LEBIH
from kinerja.anggaran.temuan import Keadaan, Lanjutan, TemuanAnggaran, TemuanLama, write_sidik


def carry(temuan: Sequence[TemuanAnggaran], lama: Iterable[TemuanLama], hari: date) -> Lanjutan:
    """Explanations of an earlier result for the findings of a new one.

    An explanation holds where code, key and amounts are the same; of other amounts it is only shown beside.
    What was settled already is kept only where something was said about it.

    Args:
        hari: the day on which what is gone is settled.
    """
    sidik = [write_sidik(t) for t in temuan]
    sama: dict[int, TemuanLama] = {}
    sisa = sorted(lama, key=lambda t: bool(t.selesai))  # what is there goes before what was settled
    # Of several with one key and the same amounts, first those that say the same.
    tanda = [f"{s} {t.pesan}" for s, t in zip(sidik, temuan, strict=True)]
    sisa = _match(sama, tanda, sisa, lambda t: f"{t.sidik} {t.pesan}")
    sisa = _match(sama, sidik, sisa, lambda t: t.sidik)
    penjelasan = _unite_penjelasan(sidik, sama, sisa)
    ada = set(sidik)
    sisa = [t for t in sisa if t.sidik not in ada]
    berubah: dict[int, TemuanLama] = {}
    kunci = ["" if n in sama else s.rpartition("-")[0] for n, s in enumerate(sidik)]
    sisa = _match(berubah, kunci, sisa, lambda t: t.kunci if not t.selesai else t.sidik)
    ringkas = {t.kode for t in temuan if t.kunci.startswith(LEBIH)}
    belum = [not t.selesai and t.kode in ringkas for t in sisa]
    sejak = f"Tidak ditemukan lagi sejak {hari:%d-%m-%Y}."
    return Lanjutan(
        tuple(replace(t, penjelasan=penjelasan.get(n) or None) for n, t in enumerate(temuan)),
        tuple(_name_keadaan(sama.get(n), berubah.get(n)) for n in range(len(temuan))),
        tuple(_choose_lama(sama.get(n), berubah.get(n)) for n in range(len(temuan))),
        tuple(
            t if t.selesai else replace(t, selesai=sejak)
            for t, ragu in zip(sisa, belum, strict=True)
            if not ragu and (t.dijelaskan or not t.selesai)
        ),
        tuple(t for t, ragu in zip(sisa, belum, strict=True) if ragu),
    )


def _match(
    pasang: dict[int, TemuanLama], baru: Sequence[str], lama: Iterable[TemuanLama], tanda: Callable[[TemuanLama], str]
) -> list[TemuanLama]:
    """Pair findings that have none yet with earlier ones of the same mark, in order; returns the earlier ones left."""
    antrean: defaultdict[str, deque[TemuanLama]] = defaultdict(deque)
    for satu in lama:
        antrean[tanda(satu)].append(satu)
    for n, satu_tanda in enumerate(baru):
        if n not in pasang and antrean.get(satu_tanda):
            pasang[n] = antrean[satu_tanda].popleft()
    return [satu for milik in antrean.values() for satu in milik]


def _unite_penjelasan(sidik: Sequence[str], sama: dict[int, TemuanLama], sisa: Iterable[TemuanLama]) -> dict[int, str]:
    """Explanation by finding; where a row was copied, the first of its finding gets what the copies say besides."""
    hasil = {n: t.penjelasan for n, t in sama.items()}
    pertama = {s: n for n, s in reversed(list(enumerate(sidik)))}
    for satu in sisa:
        n = pertama.get(satu.sidik)
        if n is not None and satu.penjelasan and satu.penjelasan not in hasil[n].split("\n"):
            hasil[n] = f"{hasil[n]}\n{satu.penjelasan}".strip()
    return hasil


def _name_keadaan(sama: TemuanLama | None, berubah: TemuanLama | None) -> Keadaan:
    if sama:
        return Keadaan.KEMBALI if sama.selesai else Keadaan.TETAP
    return Keadaan.BERUBAH if berubah else Keadaan.BARU


def _choose_lama(sama: TemuanLama | None, berubah: TemuanLama | None) -> str:
    """What was said of other amounts: before the earlier result, or in it."""
    if sama:
        return sama.lama
    return (berubah.penjelasan or berubah.lama) if berubah else ""
