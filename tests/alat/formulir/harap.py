"""What must stand in a filled form, from the agreement and the rules alone; rows counted as the form's author would."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.rumus.target import Target
from kinerja.rumus.terbilang import terbilang
from kinerja.workbook.layout import Matriks
from tests.alat.formulir.buku import Sel

Isi = Mapping[str, Matriks]
Satu = float | int | str | Decimal | None


@dataclass(slots=True)
class Harap:
    """What is expected of one workbook.

    Attributes:
        nilai: cells with their values, of formulas what they come to.
        terbuka: cells that are not locked.
        nama: defined names with the cells they must lead to, `Lembar!A1` or `Lembar!A1:B2`.
    """

    nilai: dict[Sel, Satu] = field(default_factory=dict)
    terbuka: set[Sel] = field(default_factory=set)
    nama: dict[str, str] = field(default_factory=dict)

    def tell(self, lembar: str, isi: Mapping[str, Satu]) -> None:
        """Several cells of a sheet."""
        self.nilai |= {(lembar, alamat): satu for alamat, satu in isi.items()}

    def open_sel(self, lembar: str, alamat: str, nama: str = "") -> None:
        """An input, with its name."""
        self.terbuka.add((lembar, alamat))
        if nama:
            self.nama[nama] = f"{lembar}!{alamat}"

    def tell_diri(self, lembar: str, alamat: str, nilai: Satu, isian: str) -> None:
        """A value that is an input where it is not known yet; where it is asked for once more, a formula shows it."""
        self.nilai[lembar, alamat] = nilai
        if nilai is None and isian not in self.nama:
            self.open_sel(lembar, alamat, isian)

    def tell_blok(self, lembar: str, wilayah: str, nilai: Iterable[object], nama: str) -> None:
        """A column of a list: a block as soon as something in it is not known; what is known stays locked."""
        kolom, baris = wilayah[0], int(wilayah[1:].partition(":")[0])
        kosong = [baris + n for n, satu in enumerate(nilai) if satu is None]
        self.terbuka |= {(lembar, f"{kolom}{b}") for b in kosong}
        if kosong:
            awal, _, akhir = wilayah.partition(":")
            self.nama[nama] = f"{lembar}!{awal}" + (f":{akhir}" if akhir != awal else "")

    def tell_teks(self, lembar: str, alamat: str, teks: str, *ada: object) -> None:
        """A text with something in it that no other cell asks for: typed here where it is not known.

        Where nothing is left of it but its commas, the cell stays blank.
        """
        self.nilai[lembar, alamat] = teks if any(huruf.isalnum() for huruf in teks) else None
        if None in ada:
            self.open_sel(lembar, alamat)


def show_target(target: Target | None) -> Satu:
    """A number where it is a single one."""
    return None if target is None else str(target) if target.angka is None else target.angka


def get_angka(target: Target | None) -> Decimal | None:
    """The number that a cell shows for it, if it shows one."""
    return None if target is None else target.angka


def sum_anggaran(pk: PerjanjianKinerja) -> Decimal | None:
    """All budgets; None while one is not known."""
    semua = [p.anggaran for p in pk.program]
    return None if None in semua else sum((a for a in semua if a is not None), Decimal(0))


def write_rupiah(x: Decimal | None) -> str:
    """As a sentence shows it."""
    if x is None:
        return ""
    bulat, _, sen = f"{x:f}".partition(".")
    sen = sen.rstrip("0")
    return f"Rp{int(bulat):,}".replace(",", ".") + (f",{sen:0<2}" if sen else "")


def write_terbilang(x: Decimal | None) -> str:
    """As a sentence shows it."""
    return "" if x is None else f"{terbilang(x.normalize())} rupiah"


def list_indikator(pk: PerjanjianKinerja) -> Iterator[tuple[int, str, object]]:
    """Number, sasaran where it is the first of it, indikator."""
    nomor = 0
    for s in pk.sasaran:
        for n, i in enumerate(s.indikator):
            nomor += 1
            yield nomor, "" if n else s.uraian, i


def draw_uang(acak: random.Random) -> float | int | None:
    """An amount in rupiah, with sen now and then, or nothing."""
    return acak.choice((None, 0, 1_500_000, 191_200_000, 15_435_519_078, 3_151_363_319.55, acak.randrange(10**9)))


def list_harap_pk(pk: PerjanjianKinerja) -> Harap:
    """The agreement (`pk.make_pk`)."""
    h = Harap()
    total = sum_anggaran(pk)
    kec, satu, dua = pk.kecamatan, pk.pihak_pertama, pk.pihak_kedua
    h.tell("Perjanjian", {
        "A1": f"PEMERINTAH {kec.kabkota}", "A2": f"KECAMATAN {kec.nama}", "A5": f"PERJANJIAN KINERJA TAHUN {pk.tahun}",
        "D10": satu.jabatan, "D14": dua.jabatan, "A11": "selanjutnya disebut pihak pertama;",
        "A7": f"Agar pemerintahan di Kecamatan {kec.nama} ({kec.kode}), {kec.kabkota}, Provinsi {kec.provinsi}, "
        "berjalan efektif, terbuka, dan bertanggung jawab, kami:",
        "A17": f"Pihak pertama berjanji mewujudkan target {pk.tahun} menurut lampiran dengan anggaran "
        f"{write_rupiah(total)} ({write_terbilang(total)}). Pihak kedua melakukan supervisi dan evaluasi atas capaian "
        "kinerja itu.",
    })  # fmt: skip
    h.tell_diri("Perjanjian", "A3", pk.alamat, "isian_alamat")
    h.tell_diri("Perjanjian", "D9", satu.nama, "isian_camat_nama")
    h.tell_diri("Perjanjian", "D13", dua.nama, "isian_atasan_nama")
    _tell_tanda_tangan(h, pk, "Perjanjian", 19, ("A", "F"))
    _tell_lampiran(h, pk)
    return h


def _tell_tanda_tangan(h: Harap, pk: PerjanjianKinerja, lembar: str, baris: int, kolom: tuple[str, str]) -> None:
    kiri, kanan = kolom
    satu, dua = pk.pihak_pertama, pk.pihak_kedua
    h.tell(lembar, {
        f"{kiri}{baris + 1}": "Pihak Kedua,",
        f"{kanan}{baris + 1}": "Pihak Pertama,", f"{kiri}{baris + 2}": dua.jabatan, f"{kanan}{baris + 2}": satu.jabatan,
    })  # fmt: skip
    h.tell_teks(lembar, f"{kanan}{baris}", f"{pk.tempat or ''}, {pk.tanggal or ''}", pk.tempat, pk.tanggal)
    h.tell_diri(lembar, f"{kiri}{baris + 6}", dua.nama, "isian_atasan_nama")
    h.tell_diri(lembar, f"{kanan}{baris + 6}", satu.nama, "isian_camat_nama")
    h.tell_diri(lembar, f"{kanan}{baris + 7}", satu.pangkat, "isian_camat_pangkat")
    h.tell_diri(lembar, f"{kanan}{baris + 8}", satu.nip, "isian_camat_nip")


def _tell_lampiran(h: Harap, pk: PerjanjianKinerja) -> None:
    lembar, total = "Lampiran PK", sum((p.anggaran or Decimal(0) for p in pk.program), Decimal(0))
    n, m = len(pk.indikator), len(pk.program)
    for nomor, sasaran, i in list_indikator(pk):
        r = 8 + nomor
        h.tell(lembar, {f"A{r}": nomor, f"B{r}": sasaran, f"D{r}": i.nama, f"G{r}": i.satuan})  # type: ignore[attr-defined]
        h.tell_diri(lembar, f"F{r}", show_target(i.target), f"isian_indikator_{nomor}_target")  # type: ignore[attr-defined]
    atas = 13 + n
    for nomor, p in enumerate(pk.program):
        r = atas + nomor
        h.tell(lembar, {f"A{r}": nomor + 1, f"B{r}": p.nama, f"G{r}": p.keterangan})
        h.nilai[lembar, f"F{r}"] = p.anggaran
    h.tell_blok(lembar, f"F{atas}:F{atas + m - 1}", [p.anggaran for p in pk.program], "isian_program_perjanjian")
    bawah = atas + m
    h.tell(lembar, {
        "A1": "LAMPIRAN PERJANJIAN KINERJA", "A2": f"KECAMATAN {pk.kecamatan.nama} — TAHUN {pk.tahun} ({pk.jenis})",
        "D4": m, "F4": total, f"A{n + 10}": "Program dan anggaran", f"A{bawah}": "Jumlah", f"F{bawah}": total,
        f"A{bawah + 1}": f"Terbilang: {write_terbilang(sum_anggaran(pk))}",
    })  # fmt: skip
    h.nama |= {"jumlah_anggaran": f"{lembar}!F{bawah}", "daftar_program": f"{lembar}!B{atas}:G{bawah - 1}"}
    _tell_tanda_tangan(h, pk, lembar, bawah + 3, ("A", "E"))
