"""From a grid of cells to the rows of a budget: which columns count, what each row is, and that no amount is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import pairwise

from kinerja.anggaran.baca.baris import check_lebar, list_baris, list_nama_kecamatan
from kinerja.anggaran.baca.blok_judul import need_satu_tahun, read_tahun
from kinerja.anggaran.baca.isi_kolom import look_isi
from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.baca.kolom import Pilihan, choose_kolom
from kinerja.anggaran.baca.pecahan import join_pecahan
from kinerja.anggaran.baca.pilihan import MAKS_PILIHAN, Bacaan, name_pilihan, name_sesudah, refuse_pilihan
from kinerja.anggaran.baca.rakit import list_daun, make_tabel
from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.anggaran.baca.uang import read_sen
from kinerja.anggaran.baca.ulangan import drop_ulangan
from kinerja.anggaran.bukti import prove
from kinerja.anggaran.butir import BarisTabel, make_butir, refuse_dua, refuse_rekening
from kinerja.anggaran.kedudukan import Kedudukan
from kinerja.anggaran.kumpulan import drop_kumpulan
from kinerja.anggaran.label import Label, read_label
from kinerja.anggaran.satuan import refuse_satuan
from kinerja.anggaran.sel_kode import is_kode
from kinerja.anggaran.sel_uang import is_uang
from kinerja.anggaran.sumber import Bagian, Peran
from kinerja.errors import DataError
from kinerja.kode import JenisKode
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import Petak, SelGalat, refuse_galat


def read_isi(
    petak: Petak,
    galat: Mapping[tuple[int, int], SelGalat],
    kepala: Kepala,
    peran: Peran,
    bagian: Bagian,
    *,
    murni: bool = False,
) -> TabelAnggaran:
    """The rows below a header.

    Args:
        galat: cells of the grid without a value, by row and column from 0; blank in `petak`.
        murni: the other side is a budget before its change.

    Raises:
        DataError: a cell that cannot be what its column says; a table without any amount; two readings that explain
            the figures equally well.
    """
    kepala = look_isi(petak, kepala, bagian.nama)
    petak, kepala = join_pecahan(petak, kepala, bagian.nama)
    tahun = read_tahun(petak, kepala, bagian.nama)
    if "tahun" in kepala.letak:
        tahun = _read_tahun(petak, kepala, bagian.nama) or tahun
    tanpa = {k for b, k in galat if b >= kepala.baris}
    pilihan = choose_kolom(petak, kepala, peran, tahun, murni=murni, tak_bernilai=tanpa)
    lembar = _Lembar(petak, galat, kepala, peran, bagian)
    if pilihan.tanya:
        semua = [_try(lembar, k) if n < MAKS_PILIHAN else Bacaan(k) for n, k in enumerate(pilihan.tanya)]
        raise refuse_pilihan(kepala, peran, bagian.nama, semua)
    return _read_terpilih(lembar, pilihan, tahun)


@dataclass(frozen=True, slots=True)
class _Lembar:
    """A grid whose header is understood: all that is the same whichever columns of amounts are read."""

    petak: Petak
    galat: Mapping[tuple[int, int], SelGalat]
    kepala: Kepala
    peran: Peran
    bagian: Bagian


def _try(lembar: _Lembar, kolom: tuple[int, ...]) -> Bacaan:
    """What the table comes to when these columns are read; nothing when it cannot be read so."""
    try:
        tabel = _read_terpilih(lembar, Pilihan(kolom), 0)
    except DataError:
        return Bacaan(kolom)
    daun = list_daun(tabel.isi)
    return Bacaan(kolom, sum(n for _, n in daun), daun[0][1])


def _read_terpilih(lembar: _Lembar, pilihan: Pilihan, tahun: int) -> TabelAnggaran:
    petak, peran, bagian = lembar.petak, lembar.peran, lembar.bagian
    tempat = bagian.nama
    kepala = lembar.kepala.choose(peran, pilihan.kolom)
    catatan = _note_galat(lembar.galat, kepala, bagian)
    semua = list_baris(petak, kepala, peran, tempat)
    if bagian.lembar:  # a blank under a kecamatan is what a merged cell leaves; in a text file it is a fault
        for atas, bawah in pairwise(s for s in semua if not s.penomor):
            bawah.kecamatan = bawah.kecamatan or atas.kecamatan
    else:
        check_lebar(semua, petak, kepala, tempat)
    baris = list(_drop_penutup(semua))
    _refuse_satuan(petak, kepala, baris, tempat)
    sen = _read_uang(baris, kepala, tempat)
    butir = make_butir(baris, sen, tempat)
    refuse_rekening(butir, baris, tempat)
    for b, s in zip(butir, baris, strict=True):
        if s.penomor:
            b.kedudukan = Kedudukan.NOMOR
    drop_ulangan(butir, baris, petak, kepala, tempat)
    drop_kumpulan(butir, baris, tempat)
    prove(butir, rincian=kepala.rincian)
    refuse_dua(butir, baris, tempat)
    if not any(b.sen is not None and b.kedudukan is Kedudukan.ISI for b in butir):
        raise DataError("Tabel tidak berisi satu pun jumlah.", tempat=tempat, saran="Periksa kolom dan lembarnya.")
    tabel = make_tabel(peran, bagian, baris, butir, catatan, list_nama_kecamatan(petak, kepala))
    ciri = kepala.ciri.get(pilihan.kolom[0])
    if ciri and ciri.tahun and tahun and ciri.tahun != tahun and not kepala.diberi:
        raise DataError(
            f"Kolom {kepala.judul[pilihan.kolom[0]]!r} bukan untuk tahun {tahun}, tahun tabel ini.",
            tempat=tempat,
            saran="Pakai tabel dari satu tahun, atau sebutkan kolomnya dengan --kolom.",
        )
    satu = replace(
        bagian,
        kolom=pilihan.kolom[0] if bagian.lembar and len(pilihan.kolom) == 1 else None,
        tahun=ciri.tahun if ciri and ciri.tahun else tahun,
        pemetaan=kepala.pemetaan,
        letak=kepala.dibaca,
        masa=ciri.masa if ciri else "",
        terbaca=_count_mentah(petak, kepala, tempat),
        sesudah=name_sesudah(kepala, peran, pilihan),
        pilihan=name_pilihan(petak, kepala, pilihan, [b for b, _ in list_daun(tabel.isi)]),
    )
    return replace(tabel, bagian=(satu,))


def _note_galat(galat: Mapping[tuple[int, int], SelGalat], kepala: Kepala, bagian: Bagian) -> list[str]:
    """An error is no blank: where code, name or amount would be read, it is refused; elsewhere it is named."""
    dipakai, lain = kepala.dipakai, []
    for (baris, kolom), sel in sorted(galat.items(), key=lambda satu: satu[0]):
        if baris < kepala.baris:
            continue
        if kolom in dipakai:
            raise refuse_galat(sel, baris, kolom, bagian.nama)
        lain.append(f"{sel.teks} di baris {baris + 1}")
    return [f"{bagian.nama}: {len(lain)} sel galat di kolom yang tidak dipakai, contoh {lain[0]}."] if lain else []


def _refuse_satuan(petak: Petak, kepala: Kepala, semua: Sequence[BarisTabel], tempat: str) -> None:
    """Above the table, in the titles that are used, and in rows that carry no amount."""
    atas = petak[: kepala.baris - kepala.tinggi]
    refuse_satuan((s for baris in atas for s in baris), tempat)
    refuse_satuan((kepala.judul[k] for k in kepala.uang), tempat)
    judul = petak[kepala.baris - kepala.tinggi : kepala.baris]
    refuse_satuan((s for b in judul for s in b if isinstance(s, str) and s.strip()[:1] in "(*"), tempat)
    berisi = {s.nomor - 1 for s in semua if s.beruang}
    lain = (b for n, b in enumerate(petak[kepala.baris :], kepala.baris) if n not in berisi)
    refuse_satuan((s for b in lain for s in b if s is not None), tempat)


def _drop_penutup(semua: list[BarisTabel]) -> Iterator[BarisTabel]:
    """All rows but those of a signature block: after a total, or after the last code, without an amount."""
    jumlah = [_is_jumlah(s) for s in semua]
    akhir = max((i for i, s in enumerate(semua) if jumlah[i] or _is_berkode(s)), default=len(semua))
    sesudah = False
    blok_judul = None
    for i, s in enumerate(semua):
        sesudah = sesudah and s.blok_judul is blok_judul and not _is_berkode(s)
        blok_judul = s.blok_judul
        beruang = any(is_uang(u) for u in s.uang)
        if not (jumlah[i] or _is_berkode(s)) and (
            (sesudah and not beruang) or (i > akhir and not any(_is_mungkin_uang(u) for u in s.uang))
        ):
            continue
        sesudah = sesudah or jumlah[i]
        yield s


def _is_berkode(s: BarisTabel) -> bool:
    return (bool(s.kode.baku or s.akun) and s.kode.jenis is not JenisKode.ASING) or is_kode(s.kode.baku)


def _is_jumlah(s: BarisTabel) -> bool:
    return not s.kode.baku and not s.akun and read_label(s.nama or s.label) in (Label.JUMLAH, Label.PINDAHAN)


def _is_mungkin_uang(sel: object) -> bool:
    """Figures, though perhaps not readable ones; not a sentence such as `Medan, 2 Januari 2024`."""
    if isinstance(sel, (date, time, timedelta)):
        return False
    teks = "" if sel is None else str(sel).strip()
    return any(h.isdigit() for h in teks) and (not teks[0].isalpha() or teks.casefold().startswith("rp"))


def _read_uang(baris: Sequence[BarisTabel], kepala: Kepala, tempat: str) -> list[int | None]:
    """Amounts by row, several columns added; the rows between, which carry none, are blank so that messages count."""
    if not baris:
        return []
    awal = baris[0].nomor
    jumlah: list[int | None] = [None] * len(baris)
    for n, kolom in enumerate(kepala.uang):
        nilai: list[object] = [None] * (baris[-1].nomor - awal + 1)
        for s in baris:
            uang = s.uang[n]
            if isinstance(uang, (date, time, timedelta, bool)):
                raise DataError(
                    f"Jumlah berubah menjadi {'tanggal' if isinstance(uang, date) else 'nilai lain'}: {uang}.",
                    tempat=f"{tempat}, kolom {kepala.judul[kolom]}, baris {s.nomor}",
                    saran="Ubah format sel menjadi Angka, lalu ketik lagi.",
                )
            nilai[s.nomor - awal] = uang if not s.penomor or is_uang(uang) else None
        sen = read_sen(nilai, awal, f"{tempat}, kolom {kepala.judul[kolom]}")
        jumlah = [_add(j, sen[s.nomor - awal]) for j, s in zip(jumlah, baris, strict=True)]
    return jumlah


def _add(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else a + b


def _count_mentah(petak: Petak, kepala: Kepala, tempat: str) -> tuple[int, int]:
    """Rows with amounts as they stand in the cells of the columns, and their sum in sen: the control of the rest."""
    total = 0
    baris = petak[kepala.baris :]
    ada = [False] * len(baris)
    for k in kepala.uang:
        mentah = [s if is_uang(s := get_sel(b, k)) else None for b in baris]
        for n, sen in enumerate(read_sen(mentah, kepala.baris + 1, f"{tempat}, kolom {kepala.judul[k]}")):
            if sen is not None:
                total += sen
                ada[n] = True
    return sum(ada), total


def _read_tahun(petak: Petak, kepala: Kepala, tempat: str) -> int:
    """The one year of the year column; 0 when it is blank.

    Raises:
        DataError: rows of several years.
    """
    k = kepala.letak["tahun"]
    semua = {str(get_sel(baris, k)).strip().removesuffix(".0") for baris in petak[kepala.baris :]}
    return need_satu_tahun({int(t) for t in semua if re.fullmatch("20[0-9]{2}", t)}, tempat)
