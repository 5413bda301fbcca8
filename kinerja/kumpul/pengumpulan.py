"""Collecting: every file checked and kept in the register, then of each kecamatan the one that counts.

First each file is kept as it came, counting for nothing; then, when all are there, one of each kecamatan counts. A run
that was stopped leaves what it had kept, and the same command goes on from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from kinerja.errors import BerkasError
from kinerja.kumpul.berkas import Kiriman
from kinerja.kumpul.data import Data, read_temuan_data, to_dict
from kinerja.kumpul.kembar import HAMPIR, Calon, Ringkas, choose_berlaku, list_beda, read_waktu, show_beda
from kinerja.kumpul.kode import KU06, KU07, KU60, KU61
from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.lalu import check_lalu
from kinerja.kumpul.periksa import BukuKumpul
from kinerja.kumpul.proses import Periksaan, check_semua, collect_jarang
from kinerja.kumpul.terdahulu import find_terakhir, read_terdahulu
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import Kembalian, add_kembalian, list_semua, list_terakhir, settle_kembalian
from kinerja.terbit.register import Register, Terbitan

KELOMPOK = 50
"""Files that are kept in the register at once."""


def collect_kiriman(
    kiriman: Iterable[Kiriman],
    register: Register,
    folder: Path,
    *,
    waktu: datetime,
    proses: int | None = None,
    ganti: bool = False,
) -> Kumpulan:
    """Check files and keep them in the register.

    Args:
        folder: of the issues, as the register was opened with.
        waktu: now, with its zone.
        proses: how many processes; None is one for each core, where there are enough files.
        ganti: these files replace those that were collected before, also where they are older or emptier.

    Raises:
        BerkasError: the register cannot be written.
    """
    lewat: list[tuple[str, str]] = []
    buku: list[BukuKumpul] = []
    lihat: dict[str, str] = {}
    semua = check_semua(_note_lewat(kiriman, lewat), register, folder, proses=proses)
    with collect_jarang():
        while kelompok := list(islice(semua, KELOMPOK)):
            with register.transaction():
                for satu in kelompok:
                    buku += _keep(satu, register, lihat, waktu)
    milik: dict[Identitas, list[int]] = {}
    for nomor, satu_buku in enumerate(buku):
        if satu_buku.hasil is not None and satu_buku.revisi:
            milik.setdefault(identify(satu_buku), []).append(nomor)
    sisa = iter(milik.items())
    while sebagian := list(islice(sisa, KELOMPOK)):
        with register.transaction():
            for identitas, semua_nomor in sebagian:
                for ke, jadi in zip(
                    semua_nomor, _settle(identitas, [buku[n] for n in semua_nomor], register, ganti=ganti), strict=True
                ):
                    buku[ke] = jadi
    return Kumpulan(tuple(buku), tuple(lewat), tuple(list_belum(register)))


def identify(buku: BukuKumpul) -> Identitas:
    """How the register knows the agreement of a file."""
    return Identitas(buku.kode, buku.tahun, buku.jenis)


def list_belum(register: Register) -> Iterator[Terbitan]:
    """The last issue of each kecamatan's last agreement, where nothing was collected of that which counts.

    Once a perubahan is issued, nobody is asked for the murni any more.
    """
    ada = {k.identitas for k in list_terakhir(register)}
    terakhir: dict[str, Terbitan] = {}
    for satu in register.list_terbitan():
        lama = terakhir.get(satu.identitas.kode)
        if lama is None or _rank(satu.identitas) >= _rank(lama.identitas):
            terakhir[satu.identitas.kode] = satu
    return (t for t in terakhir.values() if t.identitas not in ada)


def _rank(identitas: Identitas) -> tuple[int, bool]:
    """A later agreement is more."""
    return identitas.tahun, identitas.jenis == JenisPerjanjian.PERUBAHAN


def _note_lewat(kiriman: Iterable[Kiriman], lewat: list[tuple[str, str]]) -> Iterator[Kiriman]:
    for satu in kiriman:
        if satu.lewat:
            lewat.append((satu.nama, satu.lewat))
        else:
            yield satu


def _keep(periksaan: Periksaan, register: Register, lihat: dict[str, str], waktu: datetime) -> Iterator[BukuKumpul]:
    """Keep a file as it came, and give it without its inputs; a copy of one that was here is only named."""
    kiriman, buku = periksaan
    assert buku is not None
    if kiriman.sidik in lihat and kiriman.sidik:
        temuan = KU07.report(("", ""), f"Isinya sama persis dengan {lihat[kiriman.sidik]}.")
        yield replace(buku, temuan=(temuan,), isian=None, letak=None, masa=None, hasil=None)
        return
    lihat[kiriman.sidik] = buku.berkas
    if buku.hasil is not None:
        add_kembalian(register, to_kembalian(buku, waktu), kiriman.isi)
    yield replace(buku, isian=None, letak=None, masa=None)


def to_kembalian(buku: BukuKumpul, waktu: datetime) -> Kembalian:
    """A file as the register keeps it; it counts for nothing yet."""
    isian = {"nilai": buku.isian, "letak": buku.letak, "masa": buku.masa, "terisi": buku.terisi}
    return Kembalian(
        identify(buku),
        buku.sidik,
        False,
        waktu.isoformat(timespec="seconds"),
        buku.berkas,
        buku.versi,
        buku.revisi or None,
        buku.triwulan,
        buku.disimpan,
        str(buku.status),
        _write(isian),
        _write(to_dict(buku.hasil) | {"lengkap": buku.lengkap}),
        _write(to_dict(buku.temuan)),
    )


def _write(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _settle(identitas: Identitas, buku: list[BukuKumpul], register: Register, *, ganti: bool) -> list[BukuKumpul]:
    """Choose the file that counts, compare it with the one before, and keep what that shows."""
    pilih = choose_berlaku(buku)
    simpanan = {k.sidik: k for k in list_semua(register, identitas.kode, identitas.tahun, identitas.jenis)}
    terakhir = find_terakhir(register, identitas)
    kembar = _compare_kembar(pilih, [b for b in buku if b is not pilih], simpanan)
    hasil = []
    mundur = "" if ganti or terakhir is None else _check_mundur(pilih, terakhir)
    for satu in buku:
        temuan = kembar.get(satu.sidik, ())
        if satu is pilih and mundur:
            temuan = (
                *temuan,
                KU06.report(("", ""), mundur, saran="Bila berkas ini yang berlaku, ulangi dengan --ganti."),
            )
        elif satu is pilih:
            temuan = (*temuan, *_compare_lalu(satu, terakhir, simpanan, register))
        jadi = replace(satu.with_temuan(*temuan), berlaku=satu is pilih and not mundur)
        hasil.append(jadi)
        settle_kembalian(
            register,
            identitas,
            satu.sidik,
            dihitung=jadi.berlaku,
            status=str(jadi.status),
            temuan=_write(to_dict(jadi.temuan)),
        )
    return hasil


def _check_mundur(pilih: BukuKumpul, terakhir: Kembalian) -> str:
    """Why a file does not replace the one that was collected before; empty where it does."""
    if terakhir.sidik == pilih.sidik or terakhir.identitas != identify(pilih):
        return ""
    terisi = int(json.loads(terakhir.isian).get("terisi", 0))
    lama = Ringkas(terakhir.berkas, terakhir.disimpan, terisi)
    if read_waktu(lama.disimpan) == read_waktu(pilih.disimpan) and pilih.terisi >= HAMPIR * terisi:
        return ""
    calon: list[Calon] = [pilih, lama]
    if choose_berlaku(calon) is pilih:
        return ""
    return (
        f"Tidak dihitung: {terakhir.berkas}, yang dikumpulkan {terakhir.waktu[:10]}, lebih baru atau lebih lengkap"
        f" ({terisi} isian, disimpan {terakhir.disimpan[:10] or '-'}; berkas ini {pilih.terisi} isian,"
        f" disimpan {pilih.disimpan[:10] or '-'})."
    )


def _compare_kembar(
    pilih: BukuKumpul, lain: list[BukuKumpul], simpanan: dict[str, Kembalian]
) -> dict[str, tuple[TemuanKumpul, ...]]:
    """Findings, by digest, on several files of one kecamatan: those that differ in what was typed are a question."""
    hasil: dict[str, tuple[TemuanKumpul, ...]] = {}
    acuan, letak, _ = read_isian_data(simpanan[pilih.sidik])
    for satu in lain:
        isian, letak_lain, _ = read_isian_data(simpanan[satu.sidik])
        beda = list(list_beda(isian, acuan))
        if not beda:
            hasil[satu.sidik] = (KU07.report(("", ""), f"Isiannya sama dengan {pilih.berkas}, yang dihitung."),)
            continue
        apa = show_beda(beda, letak | letak_lain)
        pesan = f"Tidak dihitung, karena {pilih.berkas} lebih baru atau lebih penuh. Yang berbeda: {apa}."
        hasil[satu.sidik] = (KU06.report(("", ""), pesan),)
    berbeda = [b.berkas for b in lain if hasil[b.sidik][0].kode == KU06.kode]
    if berbeda:
        pesan = f"Berkas ini yang dihitung; yang tidak dihitung: {', '.join(berbeda)}."
        hasil[pilih.sidik] = (KU06.report(("", ""), pesan),)
    return hasil


def _compare_lalu(
    satu: BukuKumpul, terakhir: Kembalian | None, simpanan: dict[str, Kembalian], register: Register
) -> tuple[TemuanKumpul, ...]:
    """The file that counts beside the one that counted before."""
    if terakhir is None:
        return ()
    if terakhir.sidik == satu.sidik:  # the same collection once more: what it showed then still holds
        return tuple(t for t in read_temuan_data(json.loads(terakhir.temuan)) if t.kode in (KU60.kode, KU61.kode))
    isian, letak, masa = read_isian_data(simpanan[satu.sidik])
    lama, _, masa_lama = read_isian_data(terakhir)
    if (terakhir.identitas, terakhir.revisi) != (identify(satu), satu.revisi):
        lama, masa_lama = read_terdahulu(register, terakhir, identify(satu), satu.revisi), {}
    penuh = replace(satu, isian=isian, letak=letak, masa=masa)
    return tuple(check_lalu(lama, terakhir.triwulan, terakhir.waktu, masa_lama, penuh))


def read_isian_data(
    kembalian: Kembalian,
) -> tuple[Data, dict[str, tuple[str, int, int]], dict[str, list[list[int]]]]:
    """What was typed into a return that is kept, where its blocks stand, and the quarters of their cells."""
    data = json.loads(kembalian.isian)
    with suppress(KeyError, TypeError, ValueError):
        return data["nilai"], {nama: (x[0], x[1], x[2]) for nama, x in data["letak"].items()}, data["masa"]
    raise BerkasError(
        f"Simpanan kiriman {kembalian.identitas.kode} di register rusak.", saran=f"Kumpulkan lagi {kembalian.berkas}."
    )
