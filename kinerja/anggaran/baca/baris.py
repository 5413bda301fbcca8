"""From a grid of cells to the rows of a budget: which columns count, what each row is, and that no amount is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.baca.kolom import Pilihan, choose_kolom
from kinerja.anggaran.baca.konteks import is_kode, is_uang, need_satu_tahun, read_konteks
from kinerja.anggaran.baca.pecahan import join_pecahan
from kinerja.anggaran.baca.pilihan import Bacaan, name_pilihan, refuse_pilihan
from kinerja.anggaran.baca.rakit import list_daun, make_tabel
from kinerja.anggaran.baca.satuan import refuse_satuan
from kinerja.anggaran.baca.sel import Sel, check_lebar, list_nama_kecamatan, list_sel
from kinerja.anggaran.baca.tabel import Bagian, Peran, TabelAnggaran
from kinerja.anggaran.baca.uang import read_sen, write_sen
from kinerja.anggaran.baca.ulangan import drop_ulangan
from kinerja.anggaran.bukti import Butir, Kedudukan, prove
from kinerja.anggaran.label import Label, read_label
from kinerja.errors import DataError
from kinerja.kode import POHON, Jenis, Kode
from kinerja.nomenklatur import find_program
from kinerja.sumber.petak import get_sel
from kinerja.tabel.sel import Petak, SelGalat, refuse_galat

_TIADA = Kode(Jenis.ASING, "")


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
    petak, kepala = join_pecahan(petak, kepala, bagian.nama)
    tahun = read_konteks(petak[: kepala.baris]).tahun
    if "tahun" in kepala.letak:
        tahun = _read_tahun(petak, kepala, bagian.nama) or tahun
    pilihan = choose_kolom(petak, kepala, peran, tahun, murni=murni)
    if pilihan.tanya:
        raise refuse_pilihan(
            kepala, peran, bagian.nama, [_try(petak, galat, kepala, peran, bagian, k) for k in pilihan.tanya]
        )
    return _read_terpilih(petak, galat, kepala, peran, bagian, pilihan, tahun)


def _try(
    petak: Petak,
    galat: Mapping[tuple[int, int], SelGalat],
    kepala: Kepala,
    peran: Peran,
    bagian: Bagian,
    kolom: tuple[int, ...],
) -> Bacaan:
    """What the table comes to when these columns are read; nothing when it cannot be read so."""
    try:
        tabel = _read_terpilih(petak, galat, kepala, peran, bagian, Pilihan(kolom), 0)
    except DataError:
        return Bacaan(kolom)
    daun = list_daun(tabel.isi)
    return Bacaan(kolom, sum(n for _, n in daun), daun[0][1])


def _read_terpilih(
    petak: Petak,
    galat: Mapping[tuple[int, int], SelGalat],
    kepala: Kepala,
    peran: Peran,
    bagian: Bagian,
    pilihan: Pilihan,
    tahun: int,
) -> TabelAnggaran:
    tempat = bagian.nama
    kepala = kepala.choose(peran, pilihan.kolom)
    catatan = _note_galat(galat, kepala, bagian)
    semua = list_sel(petak, kepala, peran, tempat)
    if bagian.lembar:  # a blank under a kecamatan is what a merged cell leaves; in a text file it is a fault
        for atas, bawah in pairwise(s for s in semua if not s.nomor):
            bawah.kecamatan = bawah.kecamatan or atas.kecamatan
    else:
        check_lebar(semua, petak, kepala, tempat)
    sel = list(_drop_penutup(semua))
    _refuse_satuan(petak, kepala, sel, tempat)
    sen = _read_uang(sel, kepala, tempat)
    butir = _make_butir(sel, sen, tempat)
    _refuse_rekening(butir, sel, tempat)
    prove(butir, rincian=kepala.rincian or any(b.jenis is Jenis.AKUN for b in butir))
    _refuse_dua(butir, sel, tempat)
    drop_ulangan(butir, sel, petak, kepala, tempat)
    if not any(b.sen is not None and b.kedudukan is Kedudukan.ISI for b in butir):
        raise DataError("Tabel tidak berisi satu pun jumlah.", tempat=tempat, saran="Periksa kolom dan lembarnya.")
    for b, s in zip(butir, sel, strict=True):
        if s.nomor:
            b.kedudukan = Kedudukan.NOMOR
    tabel = make_tabel(peran, bagian, sel, butir, catatan, list_nama_kecamatan(petak, kepala))
    ciri = kepala.ciri.get(pilihan.kolom[0])
    satu = replace(
        bagian,
        kolom=pilihan.kolom[0] if bagian.lembar and len(pilihan.kolom) == 1 else None,
        tahun=tahun or (ciri.tahun if ciri else 0),
        pemetaan=kepala.pemetaan,
        masa=ciri.masa if ciri else "",
        terbaca=_count_mentah(petak, kepala),
        pilihan=name_pilihan(petak, kepala, pilihan, [b for b, _ in list_daun(tabel.isi)]),
    )
    return replace(tabel, bagian=(satu,))


def _note_galat(galat: Mapping[tuple[int, int], SelGalat], kepala: Kepala, bagian: Bagian) -> list[str]:
    """An error is no blank: where code, name or amount would be read, it is refused; elsewhere it is named."""
    dipakai = {*kepala.letak.values(), *kepala.uang, *(kepala.pembeda or {}).values()}
    lain = []
    for (baris, kolom), sel in sorted(galat.items(), key=lambda satu: satu[0]):
        if baris < kepala.baris:
            continue
        if kolom in dipakai:
            raise refuse_galat(sel, baris, kolom, bagian.nama)
        lain.append(f"{sel.teks} di baris {baris + 1}")
    return [f"{bagian.nama}: {len(lain)} sel galat di kolom yang tidak dipakai, contoh {lain[0]}."] if lain else []


def _refuse_satuan(petak: Petak, kepala: Kepala, sel: Sequence[Sel], tempat: str) -> None:
    """Above the table, in the titles that are used, and in rows that carry no amount."""
    atas = petak[: kepala.baris - kepala.tinggi]
    refuse_satuan((s for baris in atas for s in baris), tempat)
    refuse_satuan((kepala.judul[k] for k in kepala.uang), tempat)
    judul = petak[kepala.baris - kepala.tinggi : kepala.baris]
    refuse_satuan((s for b in judul for s in b if isinstance(s, str) and s.strip()[:1] in "(*"), tempat)
    berisi = {s.baris - 1 for s in sel if s.beruang}
    lain = (b for n, b in enumerate(petak[kepala.baris :], kepala.baris) if n not in berisi)
    refuse_satuan((s for b in lain for s in b if s is not None), tempat)


def _make_butir(sel: Sequence[Sel], sen: Sequence[int | None], tempat: str) -> list[Butir]:
    """Rows for the proof: whole codes, accounts under what they belong to, every row with its kecamatan."""
    hasil: list[Butir] = []
    berkode = any(s.kode.baku and s.kode.jenis is not Jenis.ASING for s in sel)
    konteks, induk, kecamatan, unit = None, "", "", ""
    for s, n in zip(sel, sen, strict=True):
        if s.konteks is not konteks:
            konteks, induk, kecamatan, unit = s.konteks, s.konteks.kode or "", s.konteks.kecamatan or "", ""
        kode, jenis = s.kode.baku, s.kode.jenis if s.kode.baku else None
        if jenis is Jenis.ASING and n is not None and not s.nomor:
            _refuse_asing(s, tempat)
        nama = s.nama or ("" if kode else s.label)
        if jenis is Jenis.SKPD:
            kecamatan, induk, unit = nama or kode, "", ""
        elif jenis is Jenis.SUB_UNIT:
            if read_label(nama) is Label.UNIT and nama.casefold().startswith("kec"):
                kecamatan = nama
            kecamatan, unit, induk = kecamatan or s.kode.induk_skpd, nama or kode, ""
        elif jenis is Jenis.URUSAN and read_label(nama) is Label.PROGRAM:
            kode, jenis = f"{int(kode):02}", Jenis.NOMOR
        elif jenis is Jenis.URUSAN and s.kode.akun and _is_akun(nama, induk, sel, s):
            jenis = Jenis.AKUN
        if jenis in POHON or jenis is Jenis.NOMOR:
            induk = kode
        if s.akun and jenis is not Jenis.AKUN:
            kode, jenis = (f"{kode or induk} {s.akun}".strip() if s.akun[0] == "5" else s.akun), Jenis.AKUN
        elif jenis is Jenis.AKUN and " " not in kode and induk and kode[0] == "5":
            kode = f"{induk} {kode}"
        elif not kode and berkode and n is not None and (baku := find_program(nama)):
            kode, jenis = baku.kode, Jenis.PROGRAM
        s.kecamatan = s.kecamatan or s.kode.skpd or kecamatan
        s.pembeda = " | ".join(filter(None, (unit, s.pembeda)))
        s.nama = nama
        if s.nomor:
            kode, jenis, nama = "", None, ""
        hasil.append(Butir(kode, jenis, nama, n, s.kecamatan, s.blok, yatim=not (kode or nama)))
    return hasil


def _is_akun(nama: str, induk: str, sel: Sequence[Sel], satu: Sel) -> bool:
    """`5` alone is an account where its name says so, or where no programme of urusan 5 stands in the table."""
    if read_label(nama) in (Label.PENDAPATAN, Label.BELANJA, Label.PEMBIAYAAN):
        return True
    if re.match(r"(?:unsur|urusan|bidang)\b", nama.casefold()):
        return False
    awal = f"{satu.kode.baku}."
    return bool(induk) or not any(s.kode.jenis in POHON and s.kode.baku.startswith(awal) for s in sel)


def _refuse_asing(s: Sel, tempat: str) -> None:
    """A code that fits nothing must not be rewritten, and a budget must not hang on it."""
    if "X" not in s.kode.baku.upper():
        raise DataError(
            f"Kode {s.kode.baku!r} bukan kode program, kegiatan, sub-kegiatan, atau rekening.",
            tempat=f"{tempat}, baris {s.baris}",
            saran="Betulkan kodenya; bila berubah oleh Excel, ubah format kolom kode menjadi Teks.",
        )


def _refuse_rekening(butir: Sequence[Butir], sel: Sequence[Sel], tempat: str) -> None:
    """Accounts need a programme that they belong to."""
    akun = [b for b in butir if b.jenis is Jenis.AKUN]
    if akun and not any(b.jenis in POHON or b.jenis is Jenis.NOMOR or " " in b.kode for b in butir):
        if any(not b.kode and b.label is Label.PROGRAM for b in butir) or any(s.konteks.kode for s in sel):
            return
        raise DataError(
            "Tabel hanya berisi kode rekening, tanpa kode program.",
            tempat=tempat,
            saran="Pakai tabel yang memuat kode program, kegiatan, atau sub-kegiatan.",
        )


def _refuse_dua(butir: Sequence[Butir], sel: Sequence[Sel], tempat: str) -> None:
    """A row that is a programme as well as a total: both readings explain the figures."""
    for b, s in zip(butir, sel, strict=True):
        if b.dua:
            total = sum(x.sen or 0 for x in butir if x.kedudukan is Kedudukan.ISI and x.blok == b.blok)
            raise DataError(
                f"{b.nama!r} {write_sen(b.sen or 0)} sama dengan jumlah baris-baris lain: program, atau baris jumlah?"
                f" Sebagai program semuanya {write_sen(total)}, sebagai baris jumlah {write_sen(total - (b.sen or 0))}.",
                tempat=f"{tempat}, baris {s.baris}",
                saran="Isi kodenya dan nama programnya bila ini program; hapus kodenya dan tulis Jumlah bila bukan.",
            )


def _drop_penutup(sel: list[Sel]) -> Iterator[Sel]:
    """All rows but those of a signature block: after a total, or after the last code, without an amount."""
    jumlah = [_is_jumlah(s) for s in sel]
    akhir = max((i for i, s in enumerate(sel) if jumlah[i] or _is_berkode(s)), default=len(sel))
    sesudah = False
    konteks = None
    for i, s in enumerate(sel):
        sesudah = sesudah and s.konteks is konteks and not _is_berkode(s)
        konteks = s.konteks
        beruang = any(is_uang(u) for u in s.uang)
        if not (jumlah[i] or _is_berkode(s)) and (
            (sesudah and not beruang) or (i > akhir and not any(_is_mungkin_uang(u) for u in s.uang))
        ):
            continue
        sesudah = sesudah or jumlah[i]
        yield s


def _is_berkode(s: Sel) -> bool:
    return (bool(s.kode.baku or s.akun) and s.kode.jenis is not Jenis.ASING) or is_kode(s.kode.baku)


def _is_jumlah(s: Sel) -> bool:
    return not s.kode.baku and not s.akun and read_label(s.nama or s.label) in (Label.JUMLAH, Label.PINDAHAN)


def _is_mungkin_uang(sel: object) -> bool:
    """Figures, though perhaps not readable ones; not a sentence such as `Medan, 2 Januari 2024`."""
    teks = "" if sel is None else str(sel).strip()
    return any(h.isdigit() for h in teks) and (not teks[0].isalpha() or teks.casefold().startswith("rp"))


def _read_uang(sel: Sequence[Sel], kepala: Kepala, tempat: str) -> list[int | None]:
    """Amounts by row, several columns added; the rows between, which carry none, are blank so that messages count."""
    if not sel:
        return []
    awal = sel[0].baris
    jumlah: list[int | None] = [None] * len(sel)
    for n, kolom in enumerate(kepala.uang):
        nilai: list[object] = [None] * (sel[-1].baris - awal + 1)
        for s in sel:
            uang = s.uang[n]
            if isinstance(uang, (date, time, timedelta, bool)):
                raise DataError(
                    f"Jumlah berubah menjadi {'tanggal' if isinstance(uang, date) else 'nilai lain'}: {uang}.",
                    tempat=f"{tempat}, kolom {kepala.judul[kolom]}, baris {s.baris}",
                    saran="Ubah format sel menjadi Angka, lalu ketik lagi.",
                )
            nilai[s.baris - awal] = uang if not s.nomor or is_uang(uang) else None
        sen = read_sen(nilai, awal, f"{tempat}, kolom {kepala.judul[kolom]}")
        jumlah = [_add(j, sen[s.baris - awal]) for j, s in zip(jumlah, sel, strict=True)]
    return jumlah


def _add(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else a + b


def _count_mentah(petak: Petak, kepala: Kepala) -> tuple[int, int]:
    """Rows with amounts as they stand in the cells of the columns, and their sum in sen: the control of all the rest."""
    banyak = total = 0
    baris = petak[kepala.baris :]
    ada = [False] * len(baris)
    for k in kepala.uang:
        mentah = [s if is_uang(s := get_sel(b, k)) else None for b in baris]
        for n, sen in enumerate(read_sen(mentah, kepala.baris + 1, kepala.judul[k])):
            if sen is not None:
                total += sen
                ada[n] = True
    banyak = sum(ada)
    return banyak, total


def _read_tahun(petak: Petak, kepala: Kepala, tempat: str) -> int:
    """The one year of the year column; 0 when it is blank.

    Raises:
        DataError: rows of several years.
    """
    k = kepala.letak["tahun"]
    semua = {str(get_sel(baris, k)).strip().removesuffix(".0") for baris in petak[kepala.baris :]}
    return need_satu_tahun({int(t) for t in semua if re.fullmatch("20[0-9]{2}", t)}, tempat)
