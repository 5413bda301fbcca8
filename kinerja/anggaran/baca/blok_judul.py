"""What stands above a budget table and between its parts, and what its codes look like as they are written.

Rows below a header that are no data: the header again, and the title block of the next table on the same sheet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Sequence
from dataclasses import replace

from kinerja.anggaran.arti_kata import PEMILIK
from kinerja.anggaran.baca.kepala import Kepala, find_kepala
from kinerja.anggaran.butir import BlokJudul
from kinerja.anggaran.sel_kode import is_kode, split_kode_nama
from kinerja.anggaran.sel_uang import is_uang
from kinerja.anggaran.sumber import Peran
from kinerja.errors import DataError
from kinerja.judul import is_kosong, normalize_judul
from kinerja.kode import POHON, read_kode
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import Petak

_TAHUN_ANGGARAN = re.compile(r"(?:\btahun\s+anggaran|\bt\.?\s?a\b\.?)\s*:?\s*(20[0-9]{2})\b", re.IGNORECASE)
_TAHUN = re.compile(
    r"(?<!\w)tahun\s*:?\s*(20[0-9]{2})\b(?!\s*(?:[-–—/]|s\.?\s*/?d\.?|sampai)\s*(?:dengan\s+)?(?:tahun\s+)?20[0-9]{2})",
    re.IGNORECASE,
)
_BERAKHIR = re.compile(r"\bberakhir\b.*?\b31\s+desember\s+(20[0-9]{2})\b", re.IGNORECASE)
_NOMOR = re.compile(
    r"\b(?:nomor|no\.?)\s*:?\s*[\w./\-]+(?:\s*[\w./\-]+)?\s+tahun\s+20[0-9]{2}|\btanggal\s+[0-9]{1,2}\s+\w+\s+(?:tahun\s+)?20[0-9]{2}",
    re.IGNORECASE,
)
"""The number of a regulation, or a date: its year is not that of the budget."""
_UNIT = re.compile(
    r"^(?:nama\s+)?(?:sub\s+)?(?:skpd|opd|organisasi|unit(?:\s+(?:organisasi|kerja|skpd))?|perangkat\s+daerah|kecamatan)"
    r"\s*:\s*(.+)$",
    re.IGNORECASE,
)
_TINGKAT = re.compile(r"^(program|kegiatan|sub\s*kegiatan)\s*:\s*([0-9][0-9.\- ]*[0-9])", re.IGNORECASE)
_PISAHKAN = "Pisahkan kedua tabel ke dua berkas atau dua lembar."
_HALAMAN = re.compile(r"\b(?:hal|halaman|lanjutan|lembar|lampiran|dicetak|cetak|printed|page|sipd|https?|www)\b")


def read_blok_judul(petak: Petak) -> BlokJudul:
    """Year, kecamatan and code from the rows above the header.

    >>> read_blok_judul([["DPA TAHUN ANGGARAN 2024"], ["SKPD", ":", "7.01.0.00.0.00.17.0000 Kecamatan Medan Baru"]])
    BlokJudul(tahun=2024, kecamatan='Kecamatan Medan Baru', kode=None, unit='')
    >>> read_blok_judul([["T.A. 2024"], ["LAMPIRAN PERATURAN DAERAH NOMOR 9 TAHUN 2023"]]).tahun
    2024
    """
    tahun, lain, kecamatan, kode, unit = 0, 0, None, None, ""
    for baris in petak:
        sel = [str(s).strip() for s in baris if not is_kosong(s)]
        teks = re.sub(r"\s*:\s*(?::\s*)?", " : ", " ".join(sel)).strip()
        if len(sel) > 1 and ":" not in teks:
            teks = f"{sel[0]} : {' '.join(sel[1:])}"
        polos = _NOMOR.sub(" ", teks.replace(" : ", " "))
        if cocok := _TAHUN_ANGGARAN.search(polos):
            tahun = int(cocok[1])
        elif cocok := _BERAKHIR.search(teks) or _TAHUN.search(polos):
            lain = int(cocok[1])
        if cocok := _UNIT.match(teks):
            nama = split_kode_nama(cocok[1])[1] or cocok[1]
            if is_kelurahan(nama):
                unit = nama
            else:
                kecamatan = nama
        if cocok := _TINGKAT.match(teks):
            kode = read_kode(cocok[2]).baku
    return BlokJudul(tahun or lain, kecamatan, kode, unit)


def is_kelurahan(nama: str) -> bool:
    """The name of a part of a kecamatan.

    >>> is_kelurahan("Kelurahan Babura"), is_kelurahan("Kecamatan Medan Baru")
    (True, False)
    """
    return re.match(r"(?:kelurahan|kel\.|desa|gampong|nagari|kampung|puskesmas|upt)\s+\S", nama.casefold()) is not None


def is_unit(sel: object) -> bool:
    """The first cell of a line that names an SKPD: `SKPD : Kecamatan Medan Kota`, or only its first word."""
    return isinstance(sel, str) and sel.strip()[:1].isalpha() and _UNIT.match(f"{sel.strip()} : x") is not None


def list_sela(petak: Petak, kepala: Kepala, peran: Peran, tempat: str) -> dict[int, BlokJudul | None]:
    """Row numbers from 0 that are no data; where another SKPD or code begins, its title block.

    Raises:
        DataError: a second table in other columns, of another year, or of an SKPD that cannot be told.
    """
    awal = kini = read_blok_judul(petak[: kepala.baris - kepala.tinggi])
    kolom = kepala.uang[0]
    judul = list(petak[kepala.baris - kepala.tinggi : kepala.baris])
    _refuse_atas(petak[: kepala.baris - len(judul)], peran, tempat)
    judul_atas = _normalize(judul[0])
    huruf = next(iter(judul_atas.values()))[:1]
    hasil: dict[int, BlokJudul | None] = {}
    batas, terlihat = kepala.baris, 0
    sudah: set[tuple[str, ...]] = set()  # what stood in the rows above, as words
    for nomor in range(kepala.baris, len(petak)):
        if nomor < batas:
            continue
        baris = petak[nomor]
        pertama = next((s for s in baris if not is_kosong(s)), None)
        if isinstance(pertama, str) and pertama.strip()[:1].casefold() == huruf and _normalize(baris) == judul_atas:
            atas = _find_atas(petak, batas, nomor, kolom)
            sudah |= {tuple(_normalize(b).values()) for b in petak[terlihat:batas]}
            terlihat = batas
            kini = _continue(kini, sudah, petak[atas:nomor], kepala, f"{tempat}, baris {nomor + 1}")
            utuh = [_normalize(b) for b in petak[nomor : nomor + len(judul)]] == [_normalize(b) for b in judul]
            batas = nomor + (len(judul) if utuh else 1)
            hasil |= dict.fromkeys(range(atas, batas))
            hasil[nomor] = kini
        elif is_unit(pertama):
            satu = read_blok_judul([[s for s in baris if not is_uang(s)]])
            if satu.kecamatan or satu.unit:
                kecamatan = satu.kecamatan or kini.kecamatan
                kini = hasil[nomor] = replace(kini, kecamatan=kecamatan, unit=satu.unit)
        elif not any(h.isdigit() for h in str(get_sel(baris, kolom))) and _is_kepala(baris, peran):
            raise DataError(
                "Judul kolom kedua berbeda dari yang pertama.", tempat=f"{tempat}, baris {nomor + 1}", saran=_PISAHKAN
            )
    need_satu_tahun({t for t in (awal.tahun, *(k.tahun for k in hasil.values() if k)) if t}, tempat)
    return hasil


def read_tahun(petak: Petak, kepala: Kepala, tempat: str) -> int:
    """The year that the title block states, or, where it states none, the rows below the header; 0 for none.

    Raises:
        DataError: title blocks below one another state several years.
    """
    atas = read_blok_judul(petak[: kepala.baris - kepala.tinggi]).tahun
    if atas:
        return atas
    tanpa_uang = [b for b in petak[kepala.baris :] if get_sel(b, kepala.uang[0]) is None]
    ada = {read_blok_judul([b]).tahun for b in tanpa_uang if any(isinstance(s, str) and "20" in s for s in b)} - {0}
    return need_satu_tahun(ada, tempat)


def need_satu_tahun(tahun: Collection[int], tempat: str) -> int:
    """The only year of a table; 0 where it says none, and several are refused."""
    if len(tahun) > 1:
        pesan = f"Tabel memuat beberapa tahun: {', '.join(map(str, sorted(tahun)))}."
        raise DataError(pesan, tempat=tempat, saran="Sisakan satu tahun anggaran.")
    return next(iter(tahun), 0)


def _refuse_atas(atas: Petak, peran: Peran, tempat: str) -> None:
    """A table above the one that was chosen, for its header says more, would be lost."""
    kepala = next((n for n, baris in enumerate(atas) if _is_kepala(baris, peran)), len(atas))
    for nomor, baris in enumerate(atas[kepala:], start=kepala + 1):
        kode = [s for s in baris if isinstance(s, str) and read_kode(s).jenis in POHON]
        if kode and any(is_uang(s) and s not in kode for s in baris):
            pesan = "Di atas judul kolom yang terlengkap masih ada tabel lain."
            raise DataError(pesan, tempat=f"{tempat}, baris {nomor}", saran=_PISAHKAN)


def _normalize(baris: Sequence[object]) -> dict[int, str]:
    return {k: normalize_judul(s) for k, s in enumerate(baris) if not is_kosong(s)}


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
        uang = get_sel(baris, kolom)
        if is_uang(uang) or str(uang).strip() in {"-", "–"} or any(isinstance(s, str) and is_kode(s) for s in baris):
            break
        nomor -= 1
    return nomor


def _continue(
    lama: BlokJudul, sudah: Container[tuple[str, ...]], antara: Petak, kepala: Kepala, tempat: str
) -> BlokJudul:
    """The title block below a repeated header: the next page of the same table, or another table.

    Raises:
        DataError: words between the two that neither stood above nor say whose table this is.
    """
    baru = read_blok_judul(antara)
    if baru.kecamatan or baru.kode or baru.unit:
        return BlokJudul(baru.tahun, baru.kecamatan or lama.kecamatan, baru.kode, baru.unit)
    berkecamatan = not kepala.letak.keys().isdisjoint(PEMILIK)
    for baris in antara:
        teks = " ".join(str(s).strip() for s in baris if not is_kosong(s))
        asing = any(h.isalpha() for h in teks) and not _HALAMAN.search(teks.casefold())
        if asing and not berkecamatan and tuple(_normalize(baris).values()) not in sudah:
            raise DataError(
                f"Judul kolom berulang di bawah {teks[:60]!r}; tidak jelas apakah ini tabel kecamatan lain.",
                tempat=tempat,
                saran="Tulis 'SKPD : nama kecamatan' di atas judul itu, atau hapus baris di antaranya.",
            )
    return replace(lama, tahun=baru.tahun or lama.tahun)
