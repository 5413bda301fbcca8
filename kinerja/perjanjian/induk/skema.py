"""The tables of the input data: one declaration for the TOML keys, the CSV headers and the sheets of the workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kinerja.perjanjian.model import TAHUN
from kinerja.rumus.tahun import TRIWULAN
from kinerja.wilayah import Kabkota, KecamatanTerdaftar
from kinerja.wilayah.desa import MAKS_SEBUTAN, fill_sebutan

JenisKolom = Literal["teks", "paragraf", "kode", "bulat", "angka", "rupiah", "target", "ya"]


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column.

    Attributes:
        kunci: key in TOML, also accepted as a header.
        judul: header in a sheet or CSV file.
        jenis: how its cells are read.
        wajib: the column must be there and, in rows that define something, filled.
        petunjuk: what to type, shown while typing (at most 255 characters); {desa} is what a village is called there.
        lebar: width on a sheet, in characters.
        maks: longest text that every sheet it is printed on has room for; 0 has no limit of its own.
    """

    kunci: str
    judul: str
    petunjuk: str
    jenis: JenisKolom = "teks"
    wajib: bool = False
    lebar: float = 18
    maks: int = 0


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table: a sheet, a CSV file or a TOML key. `umum` stands upright, a key and a value a row.

    Attributes:
        wajib: the table must have at least one row.
        tambahan: a workbook may lack its sheet, as those of version 0.1.0 do.
        maks: rows that one kecamatan may have.
    """

    kunci: str
    lembar: str
    uraian: str
    kolom: tuple[Kolom, ...]
    wajib: bool = False
    tambahan: bool = False
    maks: int = 500

    def fill(self, desa: str) -> Tabel:
        """The table whose hints say what a village is called there."""
        kolom = tuple(replace(k, petunjuk=fill_sebutan(k.petunjuk, desa)) for k in self.kolom)
        return replace(self, kolom=kolom)


KECAMATAN = Kolom(
    "kecamatan",
    "Kecamatan",
    "Kosong: berlaku untuk semua kecamatan. Berisi kode: hanya untuk kecamatan itu.",
    "kode",
    lebar=28,
)

UMUM = Tabel(
    "umum",
    "Umum",
    "Berlaku untuk semua kecamatan dalam berkas ini.",
    (
        Kolom("kabkota", "Kode kabupaten/kota", "Kode Kemendagri, contoh 12.71.", "kode", wajib=True),
        Kolom("tahun", "Tahun", f"Tahun perjanjian, {TAHUN[0]} sampai {TAHUN[-1]}.", "bulat", wajib=True),
        Kolom("jenis", "Jenis perjanjian", "murni atau perubahan.", wajib=True),
        Kolom("pihak_kedua_nama", "Nama pihak kedua", "Wali kota atau bupati, lengkap dengan gelar.", maks=60),
        Kolom("pihak_kedua_jabatan", "Jabatan pihak kedua", "Contoh: WALI KOTA MEDAN.", maks=100),
        Kolom("pihak_kedua_pangkat", "Pangkat pihak kedua", "Kosong untuk wali kota dan bupati.", maks=60),
        Kolom("pihak_kedua_nip", "NIP pihak kedua", "Kosong untuk wali kota dan bupati.", maks=25),
        Kolom("tempat", "Tempat penandatanganan", "Contoh: Medan.", maks=40),
        Kolom("tanggal", "Tanggal penandatanganan", "Seperti tercetak, contoh: Januari 2024.", maks=40),
        Kolom("kategori", "Skala kategori capaian", "Kosong: menurut Permendagri. Pilihan lain di lembar Pilihan."),
        Kolom("batas_atas", "Capaian paling tinggi", "Kosong: tanpa batas. 100 atau 120 bila daerah membatasinya."),
        Kolom("batas_bawah", "Capaian paling rendah", "Kosong: tanpa batas. 0 bila daerah membatasinya."),
        Kolom("rumus_turun", "Rumus arah turun", "Kosong: selisih. Atau: rasio."),
        Kolom("tanda_tangan_lampiran", "Tanda tangan di lampiran", "ya atau tidak. Kosong: ya.", "ya"),
    ),
    wajib=True,
)

DAFTAR_KECAMATAN = Tabel(
    "kecamatan",
    "Kecamatan",
    "Satu baris setiap kecamatan; setiap baris menjadi satu buku kerja.",
    (
        Kolom("kode", "Kode", "Contoh 12.71.17.", "kode", wajib=True, lebar=12),
        Kolom("nama", "Nama kecamatan", "Kosong: nama menurut daftar wilayah.", lebar=28, maks=60),
        Kolom("camat", "Nama camat", "Lengkap dengan gelar, seperti akan tercetak.", lebar=36, maks=60),
        Kolom("jabatan", "Jabatan", "Kosong: CAMAT dan nama kecamatan.", lebar=28, maks=100),
        Kolom("pangkat", "Pangkat", "Contoh: Pembina Tk. I.", lebar=20, maks=60),
        Kolom("nip", "NIP", "18 angka, diketik sebagai teks.", lebar=24, maks=25),
        Kolom("alamat", "Alamat kantor", "Seperti pada kop surat.", lebar=44, maks=160),
        Kolom("tempat", "Tempat", "Kosong: menurut lembar Umum.", lebar=16, maks=40),
        Kolom("tanggal", "Tanggal", "Kosong: menurut lembar Umum.", lebar=18, maks=40),
        Kolom(
            "anggaran_tercantum",
            "Jumlah anggaran tertulis",
            "Hanya bila naskah perjanjian menuliskan jumlah anggaran.",
            "rupiah",
            lebar=22,
        ),
        Kolom(
            "kelurahan",
            "Kelurahan/desa",
            "Nama semua {desa}, dipisah titik koma. Kosong: menurut daftar wilayah, bila ada.",
            "paragraf",
            lebar=80,
            maks=2000,
        ),
        Kolom(
            "sebutan",
            "Sebutan desa/kelurahan",
            "Contoh: Gampong. Kosong: kata di depan nama pada kolom sebelahnya; bila tidak ada, {Desa}.",
            lebar=26,
            maks=MAKS_SEBUTAN,
        ),
    ),
    wajib=True,
)

INDIKATOR = Tabel(
    "indikator",
    "Indikator",
    "Sasaran dan indikator kinerja dengan targetnya, menurut urutan cetak.",
    (
        KECAMATAN,
        Kolom("sasaran", "Sasaran", "Ditulis pada setiap baris indikator.", wajib=True, lebar=40, maks=300),
        Kolom("indikator", "Indikator kinerja", "Nama indikator, seperti tercetak.", wajib=True, lebar=44, maks=300),
        Kolom("jenis", "Jenis", "Salah satu jenis dari lembar Pilihan.", wajib=True, lebar=12),
        Kolom("satuan", "Satuan", "Contoh: nilai, %, dokumen.", wajib=True, lebar=12, maks=30),
        Kolom("target", "Target", "Angka; B (88,30); 80–90; ≥ 90; 1:32; WTP.", "target", wajib=True, lebar=14),
        Kolom("arah", "Arah", "Kosong: naik (makin tinggi makin baik).", lebar=16),
        Kolom("metode", "Cara setahun", "jumlah, akhir, atau rata_rata. Kosong: dipilih di buku kerja.", lebar=14),
        *(
            Kolom(f"target_tw{n}", f"Target triwulan {t}", "Untuk triwulan itu saja; boleh kosong.", "target", lebar=14)
            for n, t in enumerate(TRIWULAN, start=1)
        ),
        Kolom("realisasi_lalu", "Realisasi tahun lalu", "Boleh kosong.", "target", lebar=14),
        Kolom("target_renstra", "Target akhir Renstra", "Boleh kosong.", "target", lebar=14),
        Kolom("program", "Kode program", "Program yang menampungnya, contoh 7.01.04.", lebar=18, maks=300),
        Kolom("pembilang", "Pembilang", "Untuk jenis persen: yang dihitung.", lebar=36, maks=300),
        Kolom("penyebut", "Penyebut", "Untuk jenis persen: pembaginya.", lebar=36, maks=300),
        Kolom("urutan", "Urutan predikat", "Untuk jenis predikat, terbaik dahulu: WTP; WDP; TMP.", lebar=36, maks=300),
        Kolom("survei", "Survei setahun", "Untuk jenis skm: 1, 2 (semester), atau 4. Kosong: 1.", "bulat", lebar=12),
        Kolom("penjelasan", "Penjelasan rumusan", "Dicetak pada lembar Rumusan.", "paragraf", lebar=80),
    ),
    wajib=True,
)

DAFTAR = Tabel(
    "daftar",
    "Daftar",
    "Daftar kegiatan milik indikator berjenis manfaat.",
    (
        KECAMATAN,
        Kolom("kunci", "Kunci", "Nama pendek: huruf kecil, angka, garis bawah.", wajib=True, lebar=16),
        Kolom("nama", "Nama daftar", "Seperti akan tercetak.", wajib=True, lebar=52, maks=160),
        Kolom("satuan", "Satuan", "Contoh: KK atau orang.", wajib=True, lebar=12, maks=25),
        Kolom(
            "total_tercantum",
            "Jumlah target tertulis",
            "Hanya bila naskah perjanjian menuliskan jumlah target.",
            "bulat",
            lebar=22,
        ),
        Kolom("indikator", "Indikator kinerja", "Hanya bila ada dua indikator berjenis manfaat.", lebar=44, maks=300),
    ),
)

PROGRAM = Tabel(
    "program",
    "Program",
    "Program dan anggarannya, menurut urutan cetak.",
    (
        KECAMATAN,
        Kolom("kode", "Kode program", "Contoh 7.01.04.", lebar=14, maks=30),
        Kolom("nama", "Nama program", "Seperti akan tercetak.", wajib=True, lebar=84, maks=300),
        Kolom("anggaran", "Anggaran", "Rupiah; angka saja, tanpa Rp.", "rupiah", wajib=True, lebar=22),
        Kolom("keterangan", "Keterangan", "Boleh kosong.", lebar=20, maks=150),
    ),
)

KEGIATAN = Tabel(
    "kegiatan",
    "Kegiatan",
    "Isi setiap daftar kegiatan: satu baris satu kegiatan, menurut urutan cetak.",
    (
        KECAMATAN,
        Kolom("daftar", "Kunci daftar", "Kunci dari lembar Daftar.", wajib=True, lebar=16),
        Kolom("uraian", "Kegiatan", "Seperti akan tercetak.", wajib=True, lebar=72, maks=255),
        Kolom("target", "Target", "Bilangan bulat dalam satuan daftarnya.", "bulat", wajib=True, lebar=12),
        Kolom("kelurahan", "Kelurahan/desa", "Nama {desa} tempat kegiatan.", lebar=24, maks=100),
    ),
    maks=5_000,
)

LKE = Tabel(
    "lke",
    "LKE",
    "Hanya bila LKE daerah berbeda: komponen SAKIP dan bobotnya. Kosong: menurut peraturan.",
    (
        Kolom("komponen", "Komponen", "Ditulis pada setiap barisnya.", wajib=True, lebar=44, maks=80),
        Kolom("subkomponen", "Subkomponen", "Kosong: komponen itu tidak dibagi.", lebar=44, maks=80),
        Kolom("bobot", "Bobot", "Jumlah semua bobot 100; contoh 7,5.", "angka", wajib=True, lebar=12),
        Kolom("dasar", "Dasar", "Peraturan daerah yang menetapkan LKE; cukup sekali.", lebar=60, maks=200),
    ),
    tambahan=True,
)

AKSI = Tabel(
    "aksi",
    "Rencana Aksi",
    "Rencana aksi setiap indikator; boleh kosong.",
    (
        KECAMATAN,
        Kolom("indikator", "Indikator kinerja", "Seperti di lembar Indikator.", wajib=True, lebar=44, maks=300),
        Kolom("aksi", "Rencana aksi", "Satu langkah satu baris.", wajib=True, lebar=60, maks=255),
        Kolom("program", "Program atau kegiatan", "Nama atau kodenya, seperti akan tercetak.", lebar=40, maks=200),
        Kolom("anggaran", "Anggaran", "Rupiah; angka saja, tanpa Rp.", "rupiah", lebar=22),
        Kolom("pelaksana", "Penanggung jawab", "Contoh: Kasi Pemerintahan.", lebar=28, maks=100),
    ),
    tambahan=True,
)

YA_TIDAK = ("ya", "tidak")
RUMUS_TURUN = ("selisih", "rasio")
"""What `arah turun` may mean, the usual one first: the codes of the law behind `turun_`."""
JUDUL_INDUK = "Data induk"
"""How the title of an input workbook begins."""
TABEL = (UMUM, DAFTAR_KECAMATAN, INDIKATOR, DAFTAR, PROGRAM, KEGIATAN, AKSI, LKE)


@dataclass(frozen=True, slots=True)
class IsiInduk:
    """What an input workbook holds when it is new.

    Attributes:
        desa: what a village is called there.
        tabel: rows of the tables by key, cells by column key; `umum` has one row.
    """

    kabkota: Kabkota
    tahun: int
    kecamatan: tuple[KecamatanTerdaftar, ...]
    desa: str
    tabel: Mapping[str, Sequence[Mapping[str, str | int | None]]]
