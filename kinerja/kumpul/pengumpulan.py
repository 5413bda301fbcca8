"""Collecting: every file checked and kept in the register, then of each kecamatan the one that counts.

First each file is kept as it came, counting for nothing; then, when all are there, one of each kecamatan counts. A run
that was stopped leaves what it had kept, and the same command goes on from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from kinerja.kumpul.berkas import Kiriman
from kinerja.kumpul.data import to_dict
from kinerja.kumpul.kembar import HAMPIR, Calon, Ringkas, choose_berlaku, list_beda, read_waktu, show_beda
from kinerja.kumpul.kode import KU06, KU07
from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.lalu import check_lalu, list_lewat
from kinerja.kumpul.milik import Pustaka
from kinerja.kumpul.periksa import BukuKumpul
from kinerja.kumpul.proses import Periksaan, check_semua, collect_jarang
from kinerja.kumpul.terdahulu import Riwayat, read_acuan, read_riwayat, read_simpanan
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import Kembalian, add_kembalian, list_identitas, settle_kembalian
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
    dengan_hasil: bool = True,
) -> Kumpulan:
    """Check files and keep them in the register.

    Args:
        folder: of the issues, as the register was opened with.
        waktu: now, with its zone.
        proses: how many processes; None is one for each core, where there are enough files.
        ganti: these files replace those that were collected before, also where they are older or emptier.
        dengan_hasil: give the results of each file, too; without them, the memory of thousands of files is that of one.

    Raises:
        BerkasError: the register cannot be written.
    """
    lewat: list[tuple[str, str]] = []
    buku: list[BukuKumpul] = []
    lihat: dict[str, str] = {}
    milik: dict[Identitas, list[int]] = {}
    semua = check_semua(_note_lewat(kiriman, lewat), register, folder, proses=proses)
    with collect_jarang():
        while kelompok := list(islice(semua, KELOMPOK)):
            with register.transaction():
                for periksaan in kelompok:
                    satu = _keep(periksaan, register, lihat, waktu)
                    if satu.hasil is not None and satu.revisi:
                        milik.setdefault(identify(satu), []).append(len(buku))
                    buku.append(satu if dengan_hasil else replace(satu, hasil=None))
    pustaka = Pustaka(register)
    sisa = iter(milik.items())
    while sebagian := list(islice(sisa, KELOMPOK)):
        with register.transaction():
            for identitas, semua_nomor in sebagian:
                hasil = _settle(identitas, [buku[n] for n in semua_nomor], register, pustaka, ganti=ganti)
                for ke, jadi in zip(semua_nomor, hasil, strict=True):
                    buku[ke] = jadi
    return Kumpulan(tuple(buku), tuple(lewat), tuple(list_belum(register)))


def identify(buku: BukuKumpul) -> Identitas:
    """How the register knows the agreement of a file."""
    return Identitas(buku.kode, buku.tahun, buku.jenis)


def list_belum(register: Register) -> Iterator[Terbitan]:
    """The last issue of each kecamatan's last agreement, where nothing was collected of that which counts.

    Once a perubahan is issued, nobody is asked for the murni any more.
    """
    ada = list_identitas(register)
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


def _keep(periksaan: Periksaan, register: Register, lihat: dict[str, str], waktu: datetime) -> BukuKumpul:
    """Keep a file as it came, and give it without its inputs; a copy of one that was here is only named."""
    kiriman, buku = periksaan
    assert buku is not None
    if kiriman.sidik in lihat and kiriman.sidik:
        temuan = KU07.report(("", ""), f"Isinya sama persis dengan {lihat[kiriman.sidik]}.")
        return replace(buku, temuan=(temuan,), isian=None, letak=None, masa=None, hasil=None)
    lihat[kiriman.sidik] = buku.berkas
    if buku.hasil is not None:
        add_kembalian(register, to_kembalian(buku, waktu), kiriman.isi)
    return replace(buku, isian=None, letak=None, masa=None)


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


def _settle(
    identitas: Identitas, buku: list[BukuKumpul], register: Register, pustaka: Pustaka, *, ganti: bool
) -> list[BukuKumpul]:
    """Choose the file that counts, compare it with those before, and keep what that shows."""
    pilih = choose_berlaku(buku)
    riwayat = read_riwayat(register, identitas, {b.sidik for b in buku})
    terakhir = riwayat.find_terakhir()
    kembar = _compare_kembar(pilih, [b for b in buku if b is not pilih], riwayat.semua)
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
            temuan = (*temuan, *_compare_lalu(satu.sidik, riwayat, register, pustaka))
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
    pilih: BukuKumpul, lain: list[BukuKumpul], simpanan: Mapping[str, Kembalian]
) -> dict[str, tuple[TemuanKumpul, ...]]:
    """Findings, by digest, on several files of one kecamatan: those that differ in what was typed are a question."""
    hasil: dict[str, tuple[TemuanKumpul, ...]] = {}
    if not lain:
        return hasil
    acuan = read_simpanan(simpanan[pilih.sidik])
    for satu in lain:
        lain_isi = read_simpanan(simpanan[satu.sidik])
        beda = list(list_beda(lain_isi.isi, acuan.isi))
        if not beda:
            hasil[satu.sidik] = (KU07.report(("", ""), f"Isiannya sama dengan {pilih.berkas}, yang dihitung."),)
            continue
        apa = show_beda(beda, {**acuan.letak, **lain_isi.letak})
        pesan = f"Tidak dihitung, karena {pilih.berkas} lebih baru atau lebih penuh. {len(beda)} isian berbeda: {apa}."
        hasil[satu.sidik] = (KU06.report(("", ""), pesan),)
    berbeda = [b.berkas for b in lain if hasil[b.sidik][0].kode == KU06.kode]
    if berbeda:
        pesan = f"Berkas ini yang dihitung; yang tidak dihitung: {', '.join(berbeda)}."
        hasil[pilih.sidik] = (KU06.report(("", ""), pesan),)
    return hasil


def _compare_lalu(sidik: str, riwayat: Riwayat, register: Register, pustaka: Pustaka) -> tuple[TemuanKumpul, ...]:
    """The file that counts beside those that counted before; collected once more, it shows what it showed then."""
    terakhir = riwayat.find_terakhir(selain=sidik)
    if terakhir is None:
        return ()
    kini = riwayat.semua[sidik]
    pilihan = {q: riwayat.choose_acuan(q, kini.sidik) for q in list_lewat(kini.triwulan, terakhir.triwulan)}
    semua = {k.sidik: k for k in (terakhir, *pilihan.values()) if k is not None}
    isi = {sidik: read_acuan(register, pustaka, k, kini) for sidik, k in semua.items()}
    acuan = {q: isi[k.sidik] for q, k in pilihan.items() if k is not None}
    return tuple(check_lalu(acuan, isi[terakhir.sidik], read_simpanan(kini)))
