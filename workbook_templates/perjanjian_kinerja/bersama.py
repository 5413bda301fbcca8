"""The sheets that do not say whose they are: built once for all agreements that agree in what these sheets show.

Each is built from an agreement that holds only what the sheet shows, so nothing else can find its way in. Whose sheet
it is, `label_lembar` adds at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar, TypeVarTuple

from msgspec import structs

from kinerja.perjanjian import Indikator, JenisIndikator, Kecamatan, Lke, Pejabat, PerjanjianKinerja, Program, Sasaran
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
_TANPA_KECAMATAN = Kecamatan("", "", "", "")
_TANPA_PEJABAT = Pejabat(None, "")
# An agreement has at least one indikator and one programme; these show nowhere.
_TANPA_SASARAN = (Sasaran("", (Indikator("", JenisIndikator.NILAI, ""),)),)
_TANPA_PROGRAM = (Program(None, ""),)


def build_pengukuran(k: Konteks) -> tuple[Bagian, ...]:
    """The sheets on which realisation is typed: they know the indikator, but not their targets and explanations."""
    return _pengukuran(k, _Pokok(_strip(k, _Pokok(k.pk.sasaran)), lke=k.pk.lke))


def build_lampiran(k: Konteks, jumlah: Any) -> Bagian:
    """The annex, with sasaran, targets and programmes, and the sum of their budgets."""
    return _lampiran(k, _Pokok(k.pk.sasaran, k.pk.program), jumlah)


def build_rumusan(k: Konteks) -> Bagian:
    """The explanations, with the targets."""
    return _rumusan(k, _Pokok(k.pk.sasaran, lke=k.pk.lke))


def build_capaian(k: Konteks) -> Bagian:
    """Targets beside the results of the sheets of `build_pengukuran`."""
    return _capaian(k, _Pokok(k.pk.sasaran, lke=k.pk.lke))


def build_anggaran(k: Konteks) -> Bagian:
    """The budget sheet."""
    return _anggaran(k, _Pokok(program=k.pk.program, anggaran_tercantum=k.pk.anggaran_tercantum))


def build_cek(k: Konteks, baris: tuple[BarisCek, ...]) -> Bagian:
    """The checks, and the findings with their places in this agreement."""
    kecamatan = k.pk.kecamatan.sebutan
    temuan = (replace(t, tempat=t.tempat.removeprefix(kecamatan).removeprefix(", ") or kecamatan) for t in k.temuan)
    return _cek(k, _Pokok(), tuple(temuan), baris)


def build_rujukan(k: Konteks) -> Bagian:
    """The regulations in force."""
    return _rujukan(k, _Pokok(lke=k.pk.lke), frozenset(i.jenis for i in k.pk.indikator))


def build_petunjuk(k: Konteks, lembar: tuple[str, ...], hasil: Mapping[str, Any]) -> Bagian:
    """The first sheet."""
    return _petunjuk(k, _Pokok(), lembar, hasil)


def label_lembar(k: Konteks, bagian: Bagian) -> Lembar:
    """The sheet of a part with whose it is: under the title of a working sheet, and where the part has room for it."""
    lembar = bagian.lembar
    label = {nomor: getattr(k, nama) for nomor, nama in bagian.label}
    if lembar.sel[0].gaya == "subjudul":
        label[0] = k.milik
    if not label:
        return lembar
    sel = list(lembar.sel)
    for nomor, teks in label.items():
        sel[nomor] = structs.replace(sel[nomor], nilai=teks)
    return structs.replace(lembar, sel=tuple(sel))


class _Pokok(NamedTuple):
    """What a sheet shows of the agreement."""

    sasaran: tuple[Sasaran, ...] = _TANPA_SASARAN
    program: tuple[Program, ...] = _TANPA_PROGRAM
    anggaran_tercantum: Decimal | None = None
    lke: Lke | None = None


def _share(build: Callable[[Konteks, *Ts], T]) -> Callable[[Konteks, _Pokok, *Ts], T]:
    """Build from these parts of the agreement only, and remember what was built last.

    What has something typed in is not remembered: no two workbooks have that in common. Keys are compared, not
    hashed: parts that agreements share are then the same at a glance.
    """
    ingatan: list[tuple[object, T]] = []
    INGATAN.append(ingatan)

    def recall(k: Konteks, pokok: _Pokok, *lain: *Ts) -> T:
        kunci = (pokok, k.pk.tahun, k.pk.jenis, k.kertas, k.responden, lain)
        if not k.isi:
            for lama, hasil in ingatan:
                if lama == kunci:
                    return hasil
        pk = PerjanjianKinerja(
            _TANPA_KECAMATAN,
            k.pk.tahun,
            k.pk.jenis,
            _TANPA_PEJABAT,
            _TANPA_PEJABAT,
            pokok.sasaran,
            pokok.program,
            anggaran_tercantum=pokok.anggaran_tercantum,
            lke=pokok.lke,
        )
        baru = build(Konteks(pk, k.isi, k.kertas, k.responden), *lain)
        if not k.isi:
            ingatan.insert(0, (kunci, baru))
            del ingatan[MAKS_INGAT:]
        return baru

    return recall


@_share
def _strip(k: Konteks) -> tuple[Sasaran, ...]:
    """Only what the measuring sheets show of the indikator."""
    return tuple(
        Sasaran("", tuple(replace(i, target=None, target_huruf=None, penjelasan="", program=None) for i in s.indikator))
        for s in k.pk.sasaran
    )


@_share
def _pengukuran(k: Konteks) -> tuple[Bagian, ...]:
    jenis = {i.jenis for i in k.pk.indikator}
    return tuple(build(k) for perlu, build in PENGUKURAN if jenis & set(perlu))


@_share
def _capaian(k: Konteks) -> Bagian:
    return capaian.build_capaian(k, {n: r for bagian in build_pengukuran(k) for n, r in bagian.realisasi.items()})


@_share
def _cek(k: Konteks, temuan: tuple[Temuan, ...], baris: tuple[BarisCek, ...]) -> Bagian:
    return cek.build_cek(replace(k, temuan=temuan), baris)


_lampiran = _share(lampiran.build_lampiran)
_rumusan = _share(rumusan.build_rumusan)
_anggaran = _share(anggaran.build_anggaran)
_rujukan = _share(rujukan.build_rujukan)
_petunjuk = _share(petunjuk.build_petunjuk)
