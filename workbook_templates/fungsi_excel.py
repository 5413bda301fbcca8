"""The workbook of functions as LAMBDA names: a sheet to be copied with all of them, and how to use it.

Every function is called on the sheet Fungsi, so that Excel takes its name along when the sheet is copied; the figures
that examples read stand on it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kinerja.alamat import a1
from kinerja.bilangan import write_angka
from kinerja.workbook.larik import Larik, RumusBernama
from kinerja.workbook.layout import Buku, Cetak, Lembar, Matriks, Nilai
from workbook_templates.gaya import GAYA
from workbook_templates.penyusun import Penyusun, read_teks

JUDUL = "Fungsi kinerja untuk Excel"
FUNGSI, CARA = "Fungsi", "Cara pakai"
LEBAR = (34, 44, 56, 34, 18, 18, 34, 10, 10)
KEPALA = ("Fungsi", "Guna", "Argumen", "Contoh", "Hasil", "Seharusnya", "Dasar")
TEKS = "fungsi_excel.toml"
AWAL = 4


@dataclass(frozen=True, slots=True)
class ContohFungsi:
    """One call: its arguments (a block is put on the sheet), and what comes out."""

    nama: str
    masukan: tuple[Nilai | Matriks, ...]
    hasil: tuple[tuple[str | int | float, ...], ...]


@dataclass(frozen=True, slots=True)
class BarisFungsi:
    """What a row says of a function."""

    tanda: str
    guna: str
    argumen: str
    dasar: str
    contoh: ContohFungsi


@dataclass(frozen=True, slots=True)
class IsiFungsi:
    """The content of the workbook.

    Attributes:
        rentang: further examples, over a range of cells.
        tanpa: functions that are not in it, each with the reason; then what those that are do not take.
        aturan: the day whose law they follow, as printed.
    """

    fungsi: tuple[BarisFungsi, ...]
    rentang: tuple[ContohFungsi, ...]
    nama: tuple[RumusBernama, ...]
    tanpa: tuple[tuple[str, str], ...]
    batas: tuple[tuple[str, str], ...]
    aturan: str
    tanggal: tuple[int, int, int]


def build_fungsi_excel(isi: IsiFungsi) -> Buku:
    """The plan of the workbook."""
    lembar, larik = _build_fungsi(isi)
    return Buku(
        judul=JUDUL,
        lembar=(lembar, _build_cara(isi)),
        gaya=GAYA,
        nama=(),
        tanggal=isi.tanggal,
        kaki=f"{JUDUL}, aturan {isi.aturan}",
        rumus=isi.nama,
        larik=larik,
        bebas=True,
    )


class _Data:
    """Figures that examples read, to be put from a row on."""

    def __init__(self, baris: int) -> None:
        self.baris = baris
        self.blok: list[tuple[int, Matriks]] = []

    def add(self, nilai: Matriks) -> str:
        """The address at which a block will stand."""
        awal = next((baris for baris, lama in self.blok if lama == nilai), None)
        if awal is None:
            awal = self.baris
            self.blok.append((awal, nilai))
            self.baris += len(nilai) + 1
        sudut = ((awal, 0), (awal + len(nilai) - 1, len(nilai[0]) - 1))
        return ":".join(a1(*satu, mutlak=True) for satu in sudut)


def _build_fungsi(isi: IsiFungsi) -> tuple[Lembar, tuple[Larik, ...]]:
    p = Penyusun(FUNGSI, LEBAR, Cetak(mendatar=True, baris_berulang=(AWAL - 1, AWAL - 1), selebar=True))
    p.put_pita(0, JUDUL, "judul")
    p.put_pita(1, f"Menurut aturan yang berlaku pada {isi.aturan}. Cara membawanya: lembar {CARA}.", "subjudul")
    p.put_kepala(AWAL - 1, 0, KEPALA)
    luas = [*(satu.contoh for satu in isi.fungsi if _is_luas(satu.contoh)), *isi.rentang]
    baris_luas = AWAL + len(isi.fungsi) + 2
    *tempat, akhir = accumulate((len(satu.hasil) + 1 for satu in luas), initial=baris_luas)
    baris_batas = akhir + len(isi.tanpa) + 3
    data = _Data(baris_batas + len(isi.batas) + 2)
    larik = [
        *_put_rows(p, isi, data, {satu.nama: baris for satu, baris in zip(luas, tempat, strict=True) if satu.masukan}),
        *_put_luas(p, baris_luas, zip(luas, tempat, strict=True), data),
    ]
    _put_daftar(p, akhir + 1, "Tidak ada di sini, dan sebabnya", isi.tanpa)
    _put_daftar(p, baris_batas, "Ada, dengan batas", isi.batas)
    p.put_teks(baris_batas + len(isi.batas) + 1, 0, "Data contoh", "bagian")
    for baris, nilai in data.blok:
        for geser, deret in enumerate(nilai):
            p.put_baris(baris + geser, 0, deret, "sel_tengah")
    return p.finish(beku=(AWAL, 1)), tuple(larik)


def _put_rows(p: Penyusun, isi: IsiFungsi, data: _Data, luas: Mapping[str, int]) -> Iterator[Larik]:
    """The table: a row a function; an example that fills several cells stands in its row of `luas`."""
    for baris, satu in enumerate(isi.fungsi, start=AWAL):
        contoh = satu.contoh
        rumus, ketikan = _write_panggilan(contoh, data)
        p.put_baris(baris, 0, (satu.tanda, satu.guna, satu.argumen, ketikan), "sel_lipat")
        if _is_luas(contoh):
            tempat = luas[contoh.nama] + 1
            p.put_tautan(baris, 4, f"lihat baris {tempat}", f"{FUNGSI}!A{tempat}", "sel_tautan")
            p.put_teks(baris, 5, f"{len(contoh.hasil)} × {len(contoh.hasil[0])} sel", "sel_lipat")
        else:
            yield Larik(FUNGSI, baris, 4, rumus, contoh.hasil, "hasil_lipat")
            p.put_teks(baris, 5, contoh.hasil[0][0], "sel_lipat")
        p.put_teks(baris, 6, satu.dasar, "sel_lipat")


def _put_luas(p: Penyusun, baris: int, contoh: Iterable[tuple[ContohFungsi, int]], data: _Data) -> Iterator[Larik]:
    """Examples that fill several cells, each in its row."""
    p.put_teks(baris - 1, 0, "Contoh yang mengisi banyak sel", "bagian")
    for satu, tempat in contoh:
        rumus, ketikan = _write_panggilan(satu, data)
        p.put_teks(tempat, 0, ketikan, "sel_lipat")
        yield Larik(FUNGSI, tempat, 1, rumus, satu.hasil, "sel_tengah")


def _put_daftar(p: Penyusun, baris: int, judul: str, daftar: Iterable[tuple[str, str]]) -> None:
    p.put_teks(baris - 1, 0, judul, "bagian")
    for nomor, (nama, sebab) in enumerate(daftar, start=baris):
        p.put_teks(nomor, 0, nama, "sel")
        p.put_teks(nomor, 1, sebab, "sel_lipat", lebar=3)


def _is_luas(contoh: ContohFungsi) -> bool:
    return (len(contoh.hasil), len(contoh.hasil[0])) != (1, 1)


def _write_panggilan(contoh: ContohFungsi, data: _Data) -> tuple[str, str]:
    """A call as it stands in the file, and as typed in Indonesian."""
    berkas, ketikan = [], []
    for satu in contoh.masukan:
        if isinstance(satu, tuple):
            teks = data.add(satu)
            lokal = teks.replace("$", "")
        elif isinstance(satu, str):
            teks = lokal = f'"{satu}"'
        else:
            lokal = "" if satu is None else write_angka(satu)
            teks = lokal.replace(",", ".")
        berkas.append(teks)
        ketikan.append(lokal)
    return f"{contoh.nama}({','.join(berkas)})", f"={contoh.nama}({'; '.join(ketikan)})"


def _build_cara(isi: IsiFungsi) -> Lembar:
    p = Penyusun(CARA, (4, 110), Cetak(area=None, selebar=True))
    p.put_pita(0, "Cara pakai", "judul")
    baris = 2
    bagian: Sequence[dict[str, str | list[str]]] = read_teks(TEKS)["bagian"]
    for satu in bagian:
        p.put_teks(baris, 0, str(satu["judul"]), "bagian")
        for nomor, kalimat in enumerate(satu["kalimat"], start=1):
            p.put_teks(baris + nomor, 0, nomor, "teks_lipat")
            p.put_teks(baris + nomor, 1, kalimat.replace("{aturan}", isi.aturan), "teks_lipat")
        baris += len(satu["kalimat"]) + 2
    return p.finish()
