"""Checks of programmes, their codes and budgets, and of the names in the register."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.bilangan import format_rupiah
from kinerja.errors import DataError
from kinerja.kode import normalize_kode
from kinerja.nomenklatur import Nomenklatur, find_program, list_kecocokan, normalize_nama
from kinerja.perjanjian.periksa.naskah import Naskah, name_indikator
from kinerja.temuan import Temuan, Tingkat, declare
from kinerja.wilayah import find_kecamatan


@declare(
    "PK02",
    Tingkat.GALAT,
    "Jumlah anggaran tidak cocok",
    "Cocokkan dengan naskah: betulkan jumlahnya atau anggaran programnya.",
)
def check_total_anggaran(n: Naskah) -> Iterator[Temuan]:
    """The stated total differs from the sum of the programmes; silent while one has no budget."""
    pk = n.pk
    anggaran = [p.anggaran for p in pk.program if p.anggaran is not None]
    jumlah = sum(anggaran)
    if pk.anggaran_tercantum is None or len(anggaran) < len(pk.program) or jumlah == pk.anggaran_tercantum:
        return
    yield n.report(
        "program",
        f"Jumlah anggaran tertulis {format_rupiah(pk.anggaran_tercantum)}, sedangkan {len(anggaran)} program"
        f" berjumlah {format_rupiah(jumlah)}; selisih {format_rupiah(pk.anggaran_tercantum - jumlah)}.",
    )


@declare(
    "PK07", Tingkat.GALAT, "Program indikator tidak ada", "Tambahkan programnya, atau betulkan kode program indikator."
)
def check_program_indikator(n: Naskah) -> Iterator[Temuan]:
    """An indikator is carried by a programme that the agreement does not have."""
    ada = {form for p in n.pk.program for teks in (p.kode, p.nama) if teks for form in _list_form(teks)}
    for i in n.pk.indikator:
        if i.program and not _list_form(i.program) & ada:
            baku = find_program(i.program)
            nama = _describe(baku) if baku else i.program
            pesan = f"Indikator ditampung dalam {nama}, yang tidak ada dalam perjanjian ini."
            yield n.report(name_indikator(i), pesan)


@declare("PK08", Tingkat.PERINGATAN, "Program indikator kurang cocok", "Periksa naskah; biarkan bila memang demikian.")
def check_program_cocok(n: Naskah) -> Iterator[Temuan]:
    """An indikator is carried by a programme that does not speak of it.

    The programme of a sub-kegiatan that fits as well is reported only beside the fitting programme.
    """
    ada = {_key(p.kode, p.nama) for p in n.pk.program}
    for i in n.pk.indikator:
        cocok = list_kecocokan().get(i.jenis.kode)
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
        yield n.report(name_indikator(i), pesan, saran)


@declare("PK09", Tingkat.PERINGATAN, "Kode program kosong atau tidak dikenal", "Periksa kode menurut nomenklatur 7.01.")
def check_nomenklatur(n: Naskah) -> Iterator[Temuan]:
    """A programme has no code, or neither its code nor its name is in the nomenclature."""
    for nomor, p in enumerate(n.pk.program, start=1):
        dari_nama = find_program(p.nama)
        if p.kode and (find_program(p.kode) or dari_nama):
            continue
        pesan = f"Program {p.nama!r} belum berkode." if not p.kode else f"Kode program {p.kode} tidak dikenal."
        saran = f"Menurut nomenklatur kodenya {dari_nama.kode}." if dari_nama else ""
        yield n.report(f"program {nomor}", pesan, saran)


@declare("PK10", Tingkat.PERINGATAN, "Kode dan nama program tidak cocok", "Betulkan kode atau namanya.")
def check_kode_nama(n: Naskah) -> Iterator[Temuan]:
    """Code and name of a programme belong to different entries; spelling variants are not reported."""
    for nomor, p in enumerate(n.pk.program, start=1):
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
        tingkat = Tingkat.GALAT if dari_kode and dari_nama else None
        yield n.report(f"program {nomor}", pesan, tingkat=tingkat)


@declare(
    "PK11",
    Tingkat.PERINGATAN,
    "Kode dan nama kecamatan tidak cocok",
    "Betulkan kode atau namanya; biarkan bila kecamatan itu berganti nama.",
)
def check_nama_kecamatan(n: Naskah) -> Iterator[Temuan]:
    """The code of the kecamatan is not in the register, or stands there with another name."""
    kecamatan = n.pk.kecamatan
    try:
        terdaftar = find_kecamatan(kecamatan.kode)
    except DataError as galat:
        yield n.report("", galat.pesan, galat.saran, tingkat=Tingkat.GALAT)
        return
    if kecamatan.nama.casefold() != terdaftar.nama.casefold():
        yield n.report("", f"Kode {terdaftar.kode} terdaftar sebagai {terdaftar.nama}, bukan {kecamatan.nama}.")


@declare("PK12", Tingkat.GALAT, "Program atau indikator ganda", "Hapus yang berlebih.")
def check_baris_ganda(n: Naskah) -> Iterator[Temuan]:
    """A programme or an indikator stands twice."""
    sama: dict[tuple[str, str], list[str]] = {}
    for p in n.pk.program:
        sama.setdefault(("program", _key(p.kode, p.nama)), []).append(p.nama)
    for i in n.pk.indikator:
        sama.setdefault(("indikator", i.nama.casefold()), []).append(i.nama)
    for nama, *lain in sama.values():
        if lain:
            yield n.report("", f"{nama} tertulis {len(lain) + 1} kali.")


@declare("PK16", Tingkat.PERINGATAN, "Anggaran nol atau negatif", "Isi anggarannya, atau hapus program itu.")
def check_anggaran(n: Naskah) -> Iterator[Temuan]:
    """A budget of zero, or below it."""
    for nomor, p in enumerate(n.pk.program, start=1):
        if p.anggaran is not None and p.anggaran <= 0:
            tingkat = Tingkat.GALAT if p.anggaran < 0 else None
            pesan = f"Anggaran {p.nama} {format_rupiah(p.anggaran)}; serapannya tidak dapat dihitung."
            yield n.report(f"program {nomor}", pesan, tingkat=tingkat)


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
