"""The sheets that do not say whose they are: built once for all agreements that agree in what these sheets show.

Each is built from an agreement that holds only what the sheet shows, so nothing else can find its way in. Whose sheet
it is, `label_lembar` adds at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeVar, TypeVarTuple

from msgspec import structs

from kinerja.perjanjian.model import (
    Indikator,
    JenisIndikator,
    JenisPerjanjian,
    Kecamatan,
    Pejabat,
    PerjanjianKinerja,
    Program,
    Sasaran,
)
from kinerja.temuan import Temuan
from kinerja.workbook.layout import Lembar
from workbook_templates.perjanjian_kinerja import anggaran, capaian, cek, lampiran, petunjuk, rujukan, rumusan
from workbook_templates.perjanjian_kinerja.indikator import JENIS_UMUM, build_indikator
from workbook_templates.perjanjian_kinerja.konteks import Bagian, BarisCek, Konteks
from workbook_templates.perjanjian_kinerja.manfaat import build_manfaat
from workbook_templates.perjanjian_kinerja.sakip import build_sakip
from workbook_templates.perjanjian_kinerja.skm import build_skm
from workbook_templates.perjanjian_kinerja.trantibum import build_trantibum

Ts = TypeVarTuple("Ts")
T = TypeVar("T")

PENGUKURAN: tuple[tuple[tuple[JenisIndikator, ...], Callable[[Konteks], Bagian]], ...] = (
    ((JenisIndikator.SKM,), build_skm),
    ((JenisIndikator.SAKIP,), build_sakip),
    ((JenisIndikator.MANFAAT,), build_manfaat),
    ((JenisIndikator.TRANTIBUM,), build_trantibum),
    (JENIS_UMUM, build_indikator),
)
"""Which sheet measures which kinds, in the order of the workbook."""
MAKS_INGAT = 8
INGATAN: list[list[tuple[object, Any]]] = []
"""What each kind of sheet remembers; a test that changes the law empties it."""
# An agreement has at least one indikator and one programme; these show nowhere.
_KOSONG = PerjanjianKinerja(
    Kecamatan("", "", "", ""),
    0,
    JenisPerjanjian.MURNI,
    Pejabat(None, ""),
    Pejabat(None, ""),
    (Sasaran("", (Indikator("", JenisIndikator.NILAI, ""),)),),
    (Program(None, ""),),
)


def _share(build: Callable[[Konteks, *Ts], T], *tampak: str) -> Callable[[Konteks, *Ts], T]:
    """Build from the fields `tampak` of the agreement only, and remember what was built last.

    What has something typed in is not remembered: no two workbooks have that in common. Keys are compared, not
    hashed: parts that agreements share are then the same at a glance.
    """
    ingatan: list[tuple[object, T]] = []
    INGATAN.append(ingatan)
    bidang = ("tahun", "jenis", *tampak)
    pick = attrgetter(*bidang)

    def recall(k: Konteks, *lain: *Ts) -> T:
        pokok = pick(k.pk)
        kunci = (pokok, k.kertas, k.responden, lain)
        if not k.isi:
            for lama, hasil in ingatan:
                if lama == kunci:
                    return hasil
        pk = replace(_KOSONG, **dict(zip(bidang, pokok, strict=True)))
        baru = build(Konteks(pk, k.isi, k.kertas, k.responden), *lain)
        if not k.isi:
            ingatan.insert(0, (kunci, baru))
            del ingatan[MAKS_INGAT:]
        return baru

    return recall


def _strip(k: Konteks) -> tuple[Sasaran, ...]:
    """Only what the measuring sheets show of the indikator: neither targets nor explanations."""
    return tuple(
        Sasaran("", tuple(replace(i, target=None, target_huruf=None, penjelasan="", program=None) for i in s.indikator))
        for s in k.pk.sasaran
    )


def _build_pengukuran(k: Konteks, sasaran: tuple[Sasaran, ...]) -> tuple[Bagian, ...]:
    k = replace(k, pk=replace(k.pk, sasaran=sasaran))
    jenis = {i.jenis for i in k.pk.indikator}
    return tuple(build(k) for perlu, build in PENGUKURAN if jenis & set(perlu))


def _build_capaian(k: Konteks) -> Bagian:
    return capaian.build_capaian(k, {n: r for bagian in build_pengukuran(k) for n, r in bagian.realisasi.items()})


def _build_cek(k: Konteks, temuan: tuple[Temuan, ...], baris: tuple[BarisCek, ...]) -> Bagian:
    return cek.build_cek(replace(k, temuan=temuan), baris)


build_lampiran = _share(lampiran.build_lampiran, "sasaran", "program")
build_rumusan = _share(rumusan.build_rumusan, "sasaran", "lke")
build_capaian = _share(_build_capaian, "sasaran", "lke")
build_anggaran = _share(anggaran.build_anggaran, "program", "anggaran_tercantum")
build_rujukan = _share(rujukan.build_rujukan, "lke")
build_petunjuk = _share(petunjuk.build_petunjuk)
_strip_sasaran = _share(_strip, "sasaran")
_pengukuran = _share(_build_pengukuran, "lke")
_cek = _share(_build_cek)


def build_pengukuran(k: Konteks) -> tuple[Bagian, ...]:
    """The sheets on which realisation is typed."""
    return _pengukuran(k, _strip_sasaran(k))


def build_cek(k: Konteks, baris: tuple[BarisCek, ...]) -> Bagian:
    """The checks, and the findings with their places in this agreement."""
    kecamatan = k.pk.kecamatan.sebutan
    temuan = (replace(t, tempat=t.tempat.removeprefix(kecamatan).removeprefix(", ") or kecamatan) for t in k.temuan)
    return _cek(k, tuple(temuan), baris)


def label_lembar(k: Konteks, bagian: Bagian, milik: str) -> Lembar:
    """The sheet of a part with whose it is: under the title of a working sheet, and where the part has room for it."""
    lembar = bagian.lembar
    label = {nomor: getattr(k, nama) for nomor, nama in bagian.label}
    if lembar.sel[0].gaya == "subjudul":
        label[0] = milik
    if not label:
        return lembar
    sel = list(lembar.sel)
    for nomor, teks in label.items():
        sel[nomor] = structs.replace(sel[nomor], nilai=teks)
    return structs.replace(lembar, sel=tuple(sel))
