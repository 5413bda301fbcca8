"""The shapes of budget tables as axes that are chosen independently, the plainest value first."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from tests.alat.anggaran.kode import EJAAN, SUSUNAN, UTUH

PILIHAN: dict[str, tuple[object, ...]] = {
    "tingkat": (
        ("program",), ("sub",), ("program", "kegiatan", "sub"), ("kegiatan", "sub"), ("program", "sub"), ("kegiatan",),
        ("program", "kegiatan"), ("program", "kegiatan", "sub", "akun"), ("sub", "akun"), ("kegiatan", "sub", "akun"),
    ),
    "susunan": (*SUSUNAN, "per_tingkat"),
    "ejaan": EJAAN,
    "ekor": (4, 5),
    "akun_induk": (False, True),
    "atas": ("", "skpd", "urusan"),
    "dimensi": ("", "sub_unit", "sub_unit_baris", "akun", "dana", "sp2d", "bulan"),
    "total": ("", "bawah", "atas", "kegiatan", "program", "kegiatan_bawah", "program_bawah", "semua"),
    "sebutan": (
        "Jumlah", "J U M L A H", "Jlh", "Jml.", "TOTAL", "Sub Total", "TOTAL BELANJA", "BELANJA DAERAH", "5 BELANJA",
        "SKPD",
    ),
    "letak_sebutan": ("nama", "kode"),
    "pindahan": (False, True),
    "blok": (False, True),
    "kolom": (
        "satu", "semula_menjadi", "sebelum_sesudah", "sebelum_setelah", "murni_perubahan", "apbd_papbd", "pagu_geser",
        "tahun", "dua_semula_menjadi", "dua_sebelum_sesudah", "kelompok", "kelompok_jumlah", "kelompok_sipd",
        "realisasi", "psap", "rak",
    ),
    "judul_uang": ("Anggaran", "Pagu", "Jumlah (Rp)", "Pagu Anggaran", "Jumlah Anggaran (Rp)", "ANGGARAN TAHUN 2024"),
    "urut": (False, True),
    "sela": ("", "kosong", "tanda_tangan"),
    "tambahan": ("", "selisih", "persen"),
    "angka": ("angka", "teks", "rp"),
    "nomor": ("", "angka", "huruf", "kurung"),
    "judul": ("", "tahun", "perda", "terbilang", "skpd", "lengkap"),
    "berkas": ("csv", "titik_koma", "xlsx", "openpyxl"),
    "kecamatan": (1, 2, 3),
    "bidang": ("7.01", "1.02", "2.09", "5.01", "4.01"),
}  # fmt: skip
POLOS = {sumbu: pilihan[0] for sumbu, pilihan in PILIHAN.items()}


@dataclass(frozen=True, slots=True)
class Bentuk:
    """One shape; `PILIHAN` says what each axis can be."""

    tingkat: tuple[str, ...]
    susunan: str
    ejaan: str
    ekor: int
    akun_induk: bool
    atas: str
    dimensi: str
    total: str
    sebutan: str
    letak_sebutan: str
    pindahan: bool
    blok: bool
    kolom: str
    judul_uang: str
    urut: bool
    sela: str
    tambahan: str
    angka: str
    nomor: str
    judul: str
    berkas: str
    kecamatan: int
    bidang: str

    @property
    def daun(self) -> str:
        """The lowest level of the rows."""
        return self.tingkat[-1]

    @property
    def peran(self) -> str:
        """What the table is: payments are a realisation."""
        return "realisasi" if self.dimensi in {"sp2d", "bulan"} else "dpa"

    def __str__(self) -> str:
        """The axes that are not plain."""
        isi = {f.name: getattr(self, f.name) for f in fields(self)}
        return ", ".join(f"{k}={v}" for k, v in isi.items() if v != POLOS[k]) or "polos"


def fit(bentuk: Bentuk) -> Bentuk:
    """The shape with axes that do not go together made plain."""
    ganti: dict[str, object] = {}
    if bentuk.dimensi:
        # Sub-units stand as rows above their own rows; other dimensions make lists of rows of one level.
        baris = bentuk.dimensi == "sub_unit_baris"
        ganti |= {"tingkat": bentuk.tingkat if baris and bentuk.daun == "sub" else ("sub",), "blok": False}
        ganti |= {"total": bentuk.total if baris or bentuk.total == "bawah" else "", "pindahan": False}
        ganti |= {"atas": "skpd" if baris else "", "kolom": "satu", "kecamatan": 1}
        if baris and bentuk.susunan not in UTUH:
            ganti["susunan"] = "satu"
    elif bentuk.kecamatan > 1:
        ganti |= {"atas": bentuk.atas or "skpd", "blok": False, "pindahan": False}
        # In pieces a SKPD has no place; as text before a name it is none either.
        ganti |= {} if bentuk.susunan in UTUH else {"susunan": "satu"}
    rapi = replace(bentuk, **ganti)  # type: ignore[arg-type]
    if rapi.susunan == "per_tingkat":
        # Each row names its whole path: only leaves have rows, down to the sub-kegiatan.
        total = rapi.total if rapi.total == "bawah" else ""
        rapi = replace(rapi, tingkat=("sub",), atas="", blok=False, total=total, kecamatan=1)
    if rapi.daun == "akun" and rapi.susunan in {"pecah_lima", "pecah_enam", "angka"}:
        rapi = replace(rapi, susunan="pecah_tujuh")
    if rapi.atas and rapi.susunan not in {*UTUH, "pecah_tujuh"}:
        rapi = replace(rapi, atas="")
    if rapi.susunan not in UTUH:
        # Pieces have one spelling; a label needs one column that takes texts.
        rapi = replace(rapi, blok=False, letak_sebutan="nama")
        rapi = (
            rapi if rapi.susunan in {"depan_nama", "depan_nama_strip", "per_tingkat"} else replace(rapi, ejaan="baku")
        )
    if rapi.sebutan == "5 BELANJA" and rapi.susunan not in UTUH:
        rapi = replace(rapi, sebutan="BELANJA DAERAH")
    if rapi.blok:
        rapi = replace(rapi, total="", atas="", kolom="satu")
    return rapi
