"""Explanations stay: what a person said about the findings of an earlier result, carried to those of a new one."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinerja.anggaran.banding.konteks import LEBIH
from kinerja.anggaran.temuan import Keadaan, Lanjutan, TemuanAnggaran, TemuanLama, write_kunci, write_sidik

_KODE_KECAMATAN = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}(?= )")


@dataclass(frozen=True, slots=True)
class Lingkup:
    """What a comparison looked at; what it did not look at it cannot call settled.

    Attributes:
        kecamatan: keys of those that take part; empty where nothing is known of them.
        realisasi: there is a realisation.
    """

    kecamatan: frozenset[str] = frozenset()
    realisasi: bool = True


SEMUA = Lingkup()


def carry(
    temuan: Sequence[TemuanAnggaran], lama: Iterable[TemuanLama], hari: date, lingkup: Lingkup = SEMUA
) -> Lanjutan:
    """Explanations of an earlier result for the findings of a new one.

    An explanation holds where code, key and amounts are the same; of other amounts it is only shown beside.
    What was settled already is kept only where something was said about it.

    Args:
        hari: the day on which what is gone is settled.
        lingkup: what was not looked for is not settled.
    """
    sidik = [write_sidik(t) for t in temuan]
    sama: dict[int, TemuanLama] = {}
    sisa = sorted(lama, key=lambda t: bool(t.selesai))  # what is there goes before what was settled
    # Of several with one key and the same amounts, first those that say the same.
    tanda = [f"{s} {t.pesan}" for s, t in zip(sidik, temuan, strict=True)]
    sisa = _match(sama, tanda, sisa, lambda t: f"{t.sidik} {t.pesan}")
    sisa = _match(sama, sidik, sisa, lambda t: t.sidik)
    ejaan = _list_ejaan(temuan, sisa)
    sisa = _match_ejaan(sama, ejaan, sidik, sisa)
    penjelasan = _unite_penjelasan(sidik, sama, sisa)
    ada = set(sidik)
    sisa = [t for t in sisa if t.sidik not in ada]
    berubah: dict[int, TemuanLama] = {}
    kunci = ["" if n in sama else s.rpartition("-")[0] for n, s in enumerate(sidik)]
    sisa = _match(berubah, kunci, sisa, lambda t: t.kunci if not t.selesai else t.sidik)
    ejaan = {n: satu for n, satu in ejaan.items() if n not in sama}
    sisa = _match_ejaan(berubah, ejaan, [], sisa)
    ringkas = {t.kode for t in temuan if t.kunci.startswith(LEBIH)}
    semua_ejaan = frozenset().union(*ejaan.values())
    sebab = ["" if t.selesai else _find_sebab(t, ringkas, lingkup, semua_ejaan) for t in sisa]
    sejak = f"Tidak ditemukan lagi sejak {hari:%d-%m-%Y}."
    return Lanjutan(
        tuple(replace(t, penjelasan=penjelasan.get(n) or None) for n, t in enumerate(temuan)),
        tuple(_name_keadaan(sama.get(n), berubah.get(n)) for n in range(len(temuan))),
        tuple(_choose_lama(sama.get(n), berubah.get(n)) for n in range(len(temuan))),
        tuple(
            t if t.selesai else replace(t, selesai=sejak)
            for t, ragu in zip(sisa, sebab, strict=True)
            if not ragu and (t.dijelaskan or not t.selesai)
        ),
        tuple(replace(t, sebab=ragu) for t, ragu in zip(sisa, sebab, strict=True) if ragu),
    )


def _find_sebab(t: TemuanLama, ringkas: Collection[str], lingkup: Lingkup, ejaan: Collection[str]) -> str:
    """Why a finding that is not there need not be settled; empty where it was looked for."""
    kecamatan = _read_kecamatan(t.tempat)
    if t.kode in ringkas:
        return "temuannya diringkas"
    if not lingkup.realisasi and (t.kode == "RK04" or "realisasi" in f"{t.tempat} {t.pesan}".casefold()):
        return "realisasi tidak disertakan"
    if kecamatan and lingkup.kecamatan and kecamatan not in lingkup.kecamatan:
        return "kecamatannya tidak ikut dibandingkan"
    return "kecamatannya tidak tertulis di hasil sebelumnya" if t.kunci in ejaan else ""


def _read_kecamatan(tempat: str) -> str:
    """The key of the kecamatan that a place begins with; empty where it names none.

    >>> [_read_kecamatan(t) for t in ("12.71.17 Medan Baru, 7.01.04", "MEDAN BARU, 7.01.04", "7.01.04", "DPA, rincian")]
    ['12.71.17', 'MEDAN BARU', '', '']
    """
    if kode := _KODE_KECAMATAN.match(tempat):
        return kode[0]
    nama, _, program = tempat.rpartition(", ")
    return nama if program[:1].isdigit() else ""


def _list_ejaan(temuan: Sequence[TemuanAnggaran], lama: Iterable[TemuanLama]) -> dict[int, frozenset[str]]:
    """Keys that the findings have in a result whose sources name their kecamatan where these do not, or the reverse.

    Results before 0.10.0 name it only where there are several.
    """
    kecamatan = {k for t in lama if (k := _read_kecamatan(t.tempat))}

    def write(t: TemuanAnggaran) -> frozenset[str]:
        if t.kecamatan:
            return frozenset([write_kunci(t.kode, t.kunci.removeprefix(f"{t.kecamatan} "))])
        return frozenset(write_kunci(t.kode, f"{k} {t.kunci}") for k in kecamatan)

    return {n: write(t) for n, t in enumerate(temuan) if t.kode_program}


def _match_ejaan(
    pasang: dict[int, TemuanLama],
    ejaan: Mapping[int, frozenset[str]],
    sidik: Sequence[str],
    lama: Sequence[TemuanLama],
) -> list[TemuanLama]:
    """Pair by such keys, only where there is one on either side; returns the earlier ones left.

    Args:
        sidik: marks of the findings, whose amounts must be the same; empty where they need not.
    """
    baru: defaultdict[str, list[int]] = defaultdict(list)
    for n, semua in ejaan.items():
        for satu in semua if n not in pasang else ():
            baru[f"{satu}-{sidik[n].rpartition('-')[2]}" if sidik else satu].append(n)
    calon: defaultdict[int, list[TemuanLama]] = defaultdict(list)
    for t in lama:
        if len(milik := baru.get(t.sidik if sidik else t.kunci, [])) == 1 and (sidik or not t.selesai):
            calon[milik[0]].append(t)
    tepat = {n: semua[0] for n, semua in calon.items() if len(semua) == 1}
    pasang |= tepat
    terpakai = {id(t) for t in tepat.values()}
    return [t for t in lama if id(t) not in terpakai]


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
