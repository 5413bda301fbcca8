"""Rows below a header that are no data: the header again, and the title block of the next table on the same sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kinerja.errors import DataError
from kinerja.sumber.anggaran_judul import Kepala, find_kepala
from kinerja.sumber.anggaran_konteks import Konteks, is_kode, is_program, is_uang, is_unit, read_konteks
from kinerja.sumber.anggaran_tabel import Peran
from kinerja.sumber.petak import Petak, is_kosong, normalize_judul

_HALAMAN = re.compile(r"\b(?:hal|halaman|lanjutan|lembar|lampiran)\b")


def read_blok(petak: Petak, kepala: Kepala, peran: Peran, kolom: int, tempat: str) -> dict[int, Konteks | None]:
    """Row numbers from 0 that are no data; where another SKPD or code begins, its context.

    Args:
        kolom: the amount column.

    Raises:
        DataError: a second table in other columns, of another year, or of an SKPD that cannot be told.
    """
    awal = konteks = read_konteks(petak[: kepala.baris])
    judul = _list_judul(petak, kepala)
    _refuse_atas(petak[: kepala.baris - len(judul)], peran, tempat)
    judul_atas = _normalize(judul[0])
    huruf = next(iter(judul_atas.values()))[:1]
    hasil: dict[int, Konteks | None] = {}
    batas = kepala.baris
    for nomor in range(kepala.baris, len(petak)):
        baris = petak[nomor]
        if nomor < batas:
            continue
        pertama = _first(baris)
        if isinstance(pertama, str) and pertama.strip()[:1].casefold() == huruf and _normalize(baris) == judul_atas:
            atas = _find_atas(petak, batas, nomor, kolom)
            konteks = _continue(konteks, petak[:batas], petak[atas:nomor], kepala, f"{tempat}, baris {nomor + 1}")
            batas = nomor + len(judul) if _is_sama(petak[nomor : nomor + len(judul)], judul) else nomor + 1
            hasil |= dict.fromkeys(range(atas, batas))
            hasil[nomor] = konteks
        elif is_unit(pertama):
            satu = read_konteks([[s for s in baris if not is_uang(s)]])
            if satu.kecamatan:
                konteks = hasil[nomor] = replace(konteks, kecamatan=satu.kecamatan)
        elif not _has_digit(baris, kolom) and _is_kepala(baris, peran):
            raise DataError(
                "Judul kolom kedua berbeda dari yang pertama.",
                tempat=f"{tempat}, baris {nomor + 1}",
                saran="Pisahkan kedua tabel ke dua berkas atau dua lembar.",
            )
    if any(k and awal.tahun and k.tahun and k.tahun != awal.tahun for k in hasil.values()):
        tahun = sorted({awal.tahun, *(k.tahun for k in hasil.values() if k and k.tahun)})
        raise DataError(
            f"Tabel memuat beberapa tahun: {', '.join(map(str, tahun))}.",
            tempat=tempat,
            saran="Sisakan satu tahun anggaran.",
        )
    return hasil


def _refuse_atas(atas: Petak, peran: Peran, tempat: str) -> None:
    """A table above the one that was chosen, for its header says more, would be lost."""
    kepala = next((n for n, baris in enumerate(atas) if _is_kepala(baris, peran)), len(atas))
    for nomor, baris in enumerate(atas[kepala:], start=kepala + 1):
        kode = [s for s in baris if isinstance(s, str) and is_program(s.strip())]
        if kode and any(is_uang(s) and s not in kode for s in baris):
            raise DataError(
                "Di atas judul kolom yang terlengkap masih ada tabel lain.",
                tempat=f"{tempat}, baris {nomor}",
                saran="Pisahkan kedua tabel ke dua berkas atau dua lembar.",
            )


def _list_judul(petak: Petak, kepala: Kepala) -> list[Sequence[object]]:
    """The rows of the header: one, or two with merged cells."""
    akhir = petak[kepala.baris - 1]
    satu = {k: str(s).strip() for k, s in enumerate(akhir) if not is_kosong(s)}
    return [akhir] if satu == dict(kepala.judul) else [petak[kepala.baris - 2], akhir]


def _is_sama(petak: Petak, judul: Petak) -> bool:
    return [_normalize(b) for b in petak] == [_normalize(b) for b in judul]


def _normalize(baris: Sequence[object]) -> dict[int, str]:
    return {k: normalize_judul(s) for k, s in enumerate(baris) if not is_kosong(s)}


def _first(baris: Sequence[object]) -> object:
    return next((s for s in baris if not is_kosong(s)), None)


def _has_digit(baris: Sequence[object], kolom: int) -> bool:
    return kolom < len(baris) and any(h.isdigit() for h in str(baris[kolom]))


def _is_kepala(baris: Sequence[object], peran: Peran) -> bool:
    if sum(isinstance(s, str) and not is_kosong(s) for s in baris) < 2:
        return False
    try:
        return find_kepala([baris], peran) is not None
    except DataError:
        return True


def _find_atas(petak: Petak, batas: int, nomor: int, kolom: int) -> int:
    """Where the rows between the last data above a repeated header and the header begin."""
    while nomor > batas:
        baris = petak[nomor - 1]
        uang = baris[kolom] if kolom < len(baris) else None
        if is_uang(uang) or str(uang).strip() in {"-", "–"} or any(isinstance(s, str) and is_kode(s) for s in baris):
            break
        nomor -= 1
    return nomor


def _continue(lama: Konteks, atas: Petak, antara: Petak, kepala: Kepala, tempat: str) -> Konteks:
    """The context below a repeated header: the next page of the same table, or another table.

    Raises:
        DataError: words between the two that neither stood above nor say whose table this is.
    """
    baru = read_konteks(antara)
    if baru.kecamatan or baru.kode:
        return Konteks(baru.tahun, baru.kecamatan or lama.kecamatan, baru.kode)
    sudah = {tuple(_normalize(b).values()) for b in atas}
    for baris in antara:
        teks = " ".join(str(s).strip() for s in baris if not is_kosong(s))
        asing = any(h.isalpha() for h in teks) and not _HALAMAN.search(teks.casefold())
        if asing and tuple(_normalize(baris).values()) not in sudah and not kepala.letak.keys() & {
            "kecamatan", "nama_kecamatan", "skpd"
        }:  # fmt: skip
            raise DataError(
                f"Judul kolom berulang di bawah {teks[:60]!r}; tidak jelas apakah ini tabel kecamatan lain.",
                tempat=tempat,
                saran="Tulis 'SKPD : nama kecamatan' di atas judul itu, atau hapus baris di antaranya.",
            )
    return replace(lama, tahun=baru.tahun or lama.tahun)
