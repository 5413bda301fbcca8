"""Checks of programmes, their codes and budgets, and of the names in the register."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.errors import DataError
from kinerja.kode import normalize_kode
from kinerja.nomenklatur import Nomenklatur, find_program, list_kecocokan, normalize_nama
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.perjanjian.periksa.tempat import name_tempat
from kinerja.rumus.angka import format_rupiah
from kinerja.temuan import Temuan, Tingkat
from kinerja.wilayah import find_kecamatan


def check_total_anggaran(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK02: the stated total differs from the sum of the programmes; silent while one has no budget."""
    anggaran = [p.anggaran for p in pk.program if p.anggaran is not None]
    jumlah = sum(anggaran)
    if pk.anggaran_tercantum is None or len(anggaran) < len(pk.program) or jumlah == pk.anggaran_tercantum:
        return
    yield Temuan(
        "PK02",
        Tingkat.GALAT,
        name_tempat(pk, "program"),
        f"Jumlah anggaran tertulis {format_rupiah(pk.anggaran_tercantum)}, sedangkan {len(anggaran)} program"
        f" berjumlah {format_rupiah(jumlah)}; selisih {format_rupiah(pk.anggaran_tercantum - jumlah)}.",
        "Cocokkan dengan naskah: perbaiki jumlahnya atau anggaran programnya.",
    )


def check_program_indikator(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK07: an indikator is carried by a programme that the agreement does not have."""
    ada = {form for p in pk.program for teks in (p.kode, p.nama) if teks for form in _list_form(teks)}
    for i in pk.indikator:
        if i.program and not _list_form(i.program) & ada:
            baku = find_program(i.program)
            nama = _describe(baku) if baku else i.program
            pesan = f"Indikator ditampung dalam {nama}, yang tidak ada dalam perjanjian ini."
            saran = "Tambahkan programnya, atau perbaiki kode program indikator."
            yield Temuan("PK07", Tingkat.GALAT, name_tempat(pk, f"indikator {i.nama}"), pesan, saran)


def check_program_cocok(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK08: an indikator is carried by a programme that does not speak of it.

    The programme of a sub-kegiatan that fits as well is reported only beside the fitting programme.
    """
    ada = {_key(p.kode, p.nama) for p in pk.program}
    for i in pk.indikator:
        cocok = list_kecocokan().get(i.jenis)
        kini = find_program(i.program) if i.program else None
        if cocok is None or kini is None or kini == cocok.program:
            continue
        lain = cocok.pengecualian
        if lain and not lain.kode.startswith(f"{kini.kode}."):
            lain = None
        if lain and cocok.program.kode not in ada:
            continue
        padahal = "ada dalam perjanjian ini" if cocok.program.kode in ada else "yang sesuai (tidak ada di sini)"
        pesan = f"Indikator ditampung dalam {_describe(kini)}, padahal {_describe(cocok.program)} {padahal}."
        bila = f"yang dimaksud {lain.kode} ({lain.nama})" if lain else "memang demikian"
        saran = f"Periksa naskah; biarkan bila {bila}."
        yield Temuan("PK08", Tingkat.PERINGATAN, name_tempat(pk, f"indikator {i.nama}"), pesan, saran)


def check_nomenklatur(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK09: a programme has no code, or neither its code nor its name is in the nomenclature."""
    for nomor, p in enumerate(pk.program, start=1):
        dari_nama = find_program(p.nama)
        if p.kode and (find_program(p.kode) or dari_nama):
            continue
        pesan = f"Program {p.nama!r} belum berkode." if not p.kode else f"Kode program {p.kode} tidak dikenal."
        kodenya = f"Menurut nomenklatur kodenya {dari_nama.kode}." if dari_nama else ""
        saran = kodenya or "Periksa kode menurut nomenklatur 7.01."
        yield Temuan("PK09", Tingkat.PERINGATAN, name_tempat(pk, f"program {nomor}"), pesan, saran)


def check_kode_nama(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK10: code and name of a programme belong to different entries; spelling variants are not reported."""
    for nomor, p in enumerate(pk.program, start=1):
        if not p.kode:
            continue
        dari_kode, dari_nama = find_program(p.kode), find_program(p.nama)
        if dari_kode == dari_nama:
            continue
        if dari_kode:
            pesan = f"Kode {p.kode} menurut nomenklatur adalah {dari_kode.nama}, bukan {p.nama}."
        else:
            assert dari_nama is not None
            pesan = f"{p.nama} menurut nomenklatur berkode {dari_nama.kode}, bukan {p.kode}."
        tingkat = Tingkat.GALAT if dari_kode and dari_nama else Tingkat.PERINGATAN
        yield Temuan("PK10", tingkat, name_tempat(pk, f"program {nomor}"), pesan, "Perbaiki kode atau namanya.")


def check_nama_kecamatan(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK11: the code of the kecamatan is not in the register, or stands there with another name."""
    try:
        terdaftar = find_kecamatan(pk.kecamatan.kode)
    except DataError as galat:
        yield Temuan("PK11", Tingkat.GALAT, name_tempat(pk), galat.pesan, galat.saran)
        return
    if pk.kecamatan.nama.casefold() != terdaftar.nama.casefold():
        pesan = f"Kode {terdaftar.kode} terdaftar sebagai {terdaftar.nama}, bukan {pk.kecamatan.nama}."
        saran = "Perbaiki kode atau namanya; biarkan bila kecamatan itu berganti nama."
        yield Temuan("PK11", Tingkat.PERINGATAN, name_tempat(pk), pesan, saran)


def check_baris_ganda(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK12: a programme or an indikator stands twice."""
    sama: dict[tuple[str, str], list[str]] = {}
    for p in pk.program:
        sama.setdefault(("program", _key(p.kode, p.nama)), []).append(p.nama)
    for i in pk.indikator:
        sama.setdefault(("indikator", i.nama.casefold()), []).append(i.nama)
    for nama, *lain in sama.values():
        if lain:
            pesan = f"{nama} tertulis {len(lain) + 1} kali."
            yield Temuan("PK12", Tingkat.GALAT, name_tempat(pk), pesan, "Hapus yang berlebih.")


def check_anggaran(pk: PerjanjianKinerja) -> Iterator[Temuan]:
    """PK16: a budget of zero, or below it."""
    for nomor, p in enumerate(pk.program, start=1):
        if p.anggaran is not None and p.anggaran <= 0:
            tingkat = Tingkat.GALAT if p.anggaran < 0 else Tingkat.PERINGATAN
            pesan = f"Anggaran {p.nama} {format_rupiah(p.anggaran)}; serapannya tidak dapat dihitung."
            saran = "Isi anggarannya, atau hapus program itu."
            yield Temuan("PK16", tingkat, name_tempat(pk, f"program {nomor}"), pesan, saran)


def _list_form(teks: str) -> set[str]:
    """What a code or a name of a programme may be known by."""
    baku = find_program(teks)
    return {normalize_kode(teks), normalize_nama(teks), baku.kode if baku else ""} - {""}


def _key(kode: str | None, nama: str) -> str:
    """What makes two programmes the same: the standard code, else the code, else the name."""
    baku = find_program(kode or nama)
    return baku.kode if baku else normalize_kode(kode) if kode else normalize_nama(nama)


def _describe(baku: Nomenklatur) -> str:
    return f"{baku.kode} {baku.nama}"
