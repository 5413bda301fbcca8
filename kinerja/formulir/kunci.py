"""Where the kecamatan types in a filled form: named cells with our rules; everything else is locked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation

from kinerja.alamat import Kotak, a1, name_kotak, quote_sheet
from kinerja.errors import DataError
from kinerja.formulir.sel import Workbook, Worksheet
from kinerja.peraturan import get_tabel
from kinerja.perjanjian.model import DIGIT_NIP, Indikator, PerjanjianKinerja
from kinerja.rumus.skm import get_skala, write_skala
from kinerja.rumus.tahun import Metode
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Aturan
from kinerja.workbook.validasi import explain

_TERBESAR = 1e15
_UANG = Aturan("desimal", "Rupiah", "Ketik angka rupiah saja, tanpa Rp dan titik.", 0, _TERBESAR)
_ANGKA = Aturan("desimal", "Angka", "Ketik angka saja.", 0, _TERBESAR)
_TEKS = Aturan("teks", "Keterangan", "Ketik secukupnya.", 0, 2000)
_NIP = Aturan("teks", "NIP", f"Ketik {DIGIT_NIP} angka NIP.", DIGIT_NIP, DIGIT_NIP + 3)
_BERDAFTAR = re.compile(r"isian_(indikator|program|kegiatan|sasaran|rencana_aksi)_(?:([0-9]+)_)?([a-z_]+?)(?:_[1-4])?")
"""Names of inputs in the rows of a list: the list, the item where it is named, what is asked for."""
_CATATAN = ("kendala", "tindak_lanjut", "bukti_dukung")
_ANGKA_INDIKATOR = ("realisasi", "target", "target_triwulan", "lalu", "renstra")
_METODE = ",".join(m.sebutan for m in Metode)
_JENIS: Mapping[str, Literal["whole", "decimal", "textLength", "list"]] = {
    "bulat": "whole",
    "desimal": "decimal",
    "teks": "textLength",
    "pilihan": "list",
}
_TERBUKA, _TERKUNCI = Protection(locked=False), Protection(locked=True)


@dataclass(slots=True)
class DaftarIsian:
    """Inputs of a workbook while it is filled in.

    Attributes:
        letak: where each is, by name; rows and columns from 0.
        aturan: the rules of those that we know, each with the cells that it is for.
    """

    letak: dict[str, tuple[str, Kotak]] = field(default_factory=dict)
    aturan: list[tuple[str, Kotak, Aturan]] = field(default_factory=list)

    def add(self, nama: str, lembar: str, kotak: Kotak, aturan: Aturan | None = None) -> None:
        """Name a block; `aturan` is for its cells.

        Raises:
            DataError: another block has that name.
        """
        if self.letak.get(nama, (lembar, kotak)) != (lembar, kotak):
            lain, awal = self.letak[nama][0], a1(*self.letak[nama][1][:2])
            raise DataError(
                f"Isian {nama} ada di dua tempat, juga di lembar {lain}, sel {awal}.",
                tempat=f"lembar {lembar}, sel {a1(*kotak[:2])}",
                saran="Beri setiap isian namanya sendiri.",
            )
        self.letak[nama] = lembar, kotak
        if aturan is not None:
            self.aturan.append((lembar, kotak, aturan))


def find_aturan(nama: str, pk: PerjanjianKinerja) -> Aturan | None:
    """The rule of an input by what its name says, `isian_indikator_2_realisasi_1`; None where it says nothing."""
    cocok = _BERDAFTAR.fullmatch(nama)
    if cocok is None:
        return _find_tunggal(nama, pk)
    daftar, nomor, kata = cocok.groups()
    if kata in _CATATAN:
        return _TEKS
    if daftar == "program":
        return _UANG if kata in ("perjanjian", "dpa", "realisasi") else None
    if daftar == "kegiatan":
        return _ANGKA if kata in ("target", "realisasi") else None
    if daftar != "indikator" or not nomor or int(nomor) > len(pk.indikator):
        return None
    if kata == "metode":
        return Aturan("pilihan", "Setahun", "Pilih bagaimana empat triwulan menjadi setahun.", pilihan_dari=_METODE)
    return _make_indikator(pk.indikator[int(nomor) - 1], pk.pada) if kata in _ANGKA_INDIKATOR else None


def _find_tunggal(nama: str, pk: PerjanjianKinerja) -> Aturan | None:
    """The rule of what a workbook has once."""
    predikat = get_tabel("sakip_predikat", pada=pk.pada)
    bawah, atas = map(float, predikat.rentang)
    skala = get_skala(pada=pk.pada)
    huruf = ",".join(j.kode for j in predikat.jenjang)
    return {
        "isian_skm_jawaban": Aturan("bulat", "Jawaban", f"Ketik {write_skala(pada=pk.pada)}.", skala[0], skala[-1]),
        "isian_skm_populasi": Aturan("bulat", "Populasi", "Ketik banyaknya penerima layanan.", 1, 1e9),
        "isian_sakip_nilai": Aturan(
            "desimal", "Nilai SAKIP", f"Ketik {bawah} sampai {atas}.", float(bawah), float(atas)
        ),
        "isian_sakip_predikat": Aturan("pilihan", "Predikat SAKIP", "Pilih predikatnya.", pilihan_dari=huruf),
        "isian_camat_nip": _NIP,
    }.get(nama)


def _make_indikator(i: Indikator, pada: date) -> Aturan:
    """What a figure of an indikator can be, by its kind."""
    if i.jenis.berurutan:
        pilihan = f"Ketik persis seperti dalam daftarnya: {'; '.join(i.urutan)}."
        return Aturan("teks", "Predikat", pilihan[:255], 1, max(map(len, i.urutan)))
    bawah, atas = i.jenis.get_rentang(pada=pada)
    bawah = bawah if i.arah == "naik" else min(bawah, type(bawah)(0))
    batas = (float(bawah), float(atas) if atas.is_finite() else _TERBESAR)
    return Aturan("desimal", "Angka", f"Ketik angka dalam satuan {i.satuan}."[:255], *batas)


def put_isian(wb: Workbook, isian: DaftarIsian) -> None:
    """Unlock the inputs, name them, and put our rules where the form has none."""
    for nama, (lembar, kotak) in isian.letak.items():
        if nama not in wb.defined_names:
            put_nama(wb, nama, lembar, kotak)
    beraturan = {
        ws.title: [r for dv in ws.data_validations.dataValidation for r in dv.sqref.ranges] for ws in wb.worksheets
    }
    for lembar, (b, k, b_akhir, k_akhir), aturan in isian.aturan:
        sudah = any(
            r.min_row <= b_akhir + 1 and b + 1 <= r.max_row and r.min_col <= k_akhir + 1 and k + 1 <= r.max_col
            for r in beraturan[lembar]
        )
        if not sudah:
            wb[lembar].add_data_validation(_make_validasi(aturan, name_kotak((b, k, b_akhir, k_akhir))))


def _make_validasi(aturan: Aturan, wilayah: str) -> DataValidation:
    bawah, atas = (f"{x:.0f}" if x == int(x) else repr(x) for x in (aturan.bawah, aturan.atas))
    berdaftar = aturan.jenis == "pilihan"
    return DataValidation(
        type=_JENIS[aturan.jenis],
        operator=None if berdaftar else "between",
        formula1=f'"{aturan.pilihan_dari}"' if berdaftar else bawah,
        formula2=None if berdaftar else atas,
        allow_blank=True,
        sqref=wilayah,
        showErrorMessage=True,
        showInputMessage=True,
        errorTitle="Isian tidak sesuai",
        error=explain(aturan),
        promptTitle=aturan.judul,
        prompt=aturan.petunjuk,
    )


def put_nama(wb: Workbook, nama: str, lembar: str, kotak: Kotak) -> None:
    """Name a block of cells."""
    wb.defined_names[nama] = DefinedName(nama, attr_text=name_blok(lembar, kotak))


def name_blok(lembar: str, kotak: Kotak) -> str:
    """A block as a defined name refers to it.

    >>> name_blok("Rencana Aksi", (4, 5, 9, 5))
    "'Rencana Aksi'!$F$5:$F$10"
    """
    return f"{quote_sheet(lembar)}!{name_kotak(kotak, mutlak=True)}"


def lower_nama(wb: Workbook, awalan: tuple[str, ...]) -> None:
    """Write names that begin so in small letters, as they are looked for when the workbook comes back."""
    for nama in [n for n in wb.defined_names if n.casefold().startswith(awalan) and n != n.casefold()]:
        satu = wb.defined_names.pop(nama)
        satu.name = nama.casefold()
        wb.defined_names[satu.name] = satu


def unlock(sel: Any) -> None:
    """Let a cell be typed in."""
    if sel.protection.locked:  # to ask is thirty times as quick as to set
        sel.protection = _TERBUKA


def lock(sel: Any) -> None:
    """Close a cell that the form left open."""
    sel.protection = _TERKUNCI


def protect(wb: Workbook, kunci: Kunci | None) -> None:
    """Lock all sheets and the structure, with a password or without, as our own workbooks are locked."""
    sandi = _list_sandi(kunci)
    for ws in wb.worksheets:
        for ukuran in (*ws.column_dimensions.values(), *ws.row_dimensions.values()):
            if ukuran.has_style and not ukuran.protection.locked:
                ukuran.protection = _TERKUNCI
        p = ws.protection
        p.sheet, p.objects, p.scenarios, p.formatColumns, p.formatRows = True, True, True, False, False
        p.autoFilter = not ws.auto_filter.ref
        p.algorithmName, p.hashValue, p.saltValue, p.spinCount = sandi
    nama = ("workbookAlgorithmName", "workbookHashValue", "workbookSaltValue", "workbookSpinCount")
    wb.security = WorkbookProtection(lockStructure=True, **dict(zip(nama, sandi, strict=True)))


def _list_sandi(kunci: Kunci | None) -> tuple[Any, ...]:
    return ("SHA-512", kunci.hash, kunci.salt, kunci.putaran) if kunci else (None,) * 4


def list_sel(ws: Worksheet, kotak: Kotak) -> Iterator[Any]:
    """The cells of a block, made where there are none."""
    b, k, b_akhir, k_akhir = kotak
    yield from (ws.cell(r + 1, c + 1) for r in range(b, b_akhir + 1) for c in range(k, k_akhir + 1))
