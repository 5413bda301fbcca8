"""A table with its truth: what was rendered, the right total, and what stands beside it on the other side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random

from tests.alat.anggaran.baris import Baris, list_baris
from tests.alat.anggaran.bentuk import PILIHAN, POLOS, Bentuk, fit
from tests.alat.anggaran.pohon import Pohon, grow
from tests.alat.anggaran.tulis import write_berkas, write_petak
from tests.alat.anggaran.uang import KELOMPOK, count_kini
from tests.berkas_anggaran import write_csv


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table; `baris` may have been falsified since, `pohon` is the truth.

    Attributes:
        pihak: level of the rows on the other side, `program` or the table's own.
    """

    pohon: Pohon
    bentuk: Bentuk
    baris: tuple[Baris, ...]
    pihak: str

    @property
    def total(self) -> Decimal:
        """The true total of the leaves in rupiah, in the column that counts."""
        return Decimal(count_kini(self.pohon.uang)).scaleb(-2)

    @property
    def sel_uang(self) -> int:
        """Cells with amounts in the columns that count."""
        return len(self.baris) * (len(KELOMPOK) if self.bentuk.kolom in {"kelompok", "kelompok_sipd"} else 1)

    def write(self, folder: Path, nama: str = "dpa", berkas: str = "") -> Path:
        """The table as a file."""
        petak = write_petak(self.baris, self.pohon, self.bentuk)
        return write_berkas(petak, folder, nama, berkas or self.bentuk.berkas)

    def write_pihak(self, folder: Path, nama: str = "pk") -> Path:
        """The truth as a plain csv, for the other side."""
        banyak = len(self.pohon.kecamatan) > 1
        isi = [["kode_skpd", "nama_skpd", "kode", "nama", "pagu"][0 if banyak else 2 :]]
        for kec in self.pohon.kecamatan:
            for s in kec.walk(self.pihak):
                awal = [".".join(kec.kode), kec.nama] if banyak else []
                pagu = f"{Decimal(count_kini(s.uang)).scaleb(-2):.2f}"
                isi.append([*awal, ".".join(s.kode), s.nama, pagu])
        return write_csv(folder / f"{nama}.csv", isi)


def make_tabel(benih: int, bentuk: Bentuk, *, nol: bool = False) -> Tabel:
    """The table of a seed in a shape; axes that do not go together are made plain first."""
    rapi = fit(bentuk)
    pohon = grow(benih, rapi.daun, bidang=rapi.bidang, kecamatan=rapi.kecamatan, nol=nol)
    acak = Random(benih)
    bisa = [t for t in ("program", "kegiatan", "sub") if t in rapi.tingkat]
    pihak = acak.choice(("program", bisa[-1])) if bisa else "program"
    return Tabel(pohon, rapi, tuple(list_baris(pohon, rapi, acak)), pihak)


def make_bentuk(benih: int, tetap: dict[str, object] | None = None, aneh: float = 0.3) -> Bentuk:
    """A random shape; each axis is plain unless a draw below `aneh` says otherwise."""
    acak = Random(f"bentuk {benih}")
    isi = {s: acak.choice(p) if acak.random() < aneh else POLOS[s] for s, p in PILIHAN.items()}
    return Bentuk(**isi | (tetap or {}))  # type: ignore[arg-type]


_POHON = ("program", "kegiatan", "sub")
_AKUN = (*_POHON, "akun")
_PERLU: dict[str, dict[str, object]] = {
    "ekor": {"tingkat": _AKUN},
    "akun_induk": {"tingkat": _AKUN},
    "sebutan": {"total": "bawah", "tingkat": _POHON},
    "letak_sebutan": {"total": "semua", "tingkat": _POHON},
    "total": {"tingkat": _POHON},
    "ejaan": {"tingkat": _POHON},
    "susunan": {"tingkat": _POHON},
    "dimensi": {"tingkat": _POHON},
    "sela": {"tingkat": _POHON},
    "tambahan": {"kolom": "semula_menjadi"},
    "kecamatan": {"tingkat": _POHON},
}
"""What an axis needs to show."""
_BERSAMA: tuple[dict[str, object], ...] = (
    {"ejaan": "titik", "atas": "skpd"},
    {"ejaan": "titik", "tingkat": _AKUN},
    {"ejaan": "nol", "susunan": "empat_utuh"},
    {"susunan": "empat_utuh", "atas": "skpd"},
    {"susunan": "empat_utuh", "atas": "skpd", "kecamatan": 2},
    {"susunan": "pecah_tujuh", "atas": "skpd"},
    {"susunan": "enam_utuh", "tingkat": _AKUN, "atas": "urusan", "akun_induk": True},
    {"pindahan": True, "tingkat": _POHON},
    {"pindahan": True, "total": "bawah", "tingkat": ("sub",)},
    {"total": "semua", "sebutan": "Sub Total", "tingkat": _AKUN},
    {"blok": True, "tingkat": _AKUN, "akun_induk": True},
    {"kolom": "kelompok", "tingkat": _AKUN, "total": "bawah"},
    {"kolom": "dua_semula_menjadi", "tambahan": "persen", "nomor": "kurung", "angka": "teks"},
    {"ekor": 5, "tingkat": _AKUN, "susunan": "empat_utuh", "akun_induk": True},
)
"""Values that meet in real files, and that have been read wrongly together."""


def list_lazim() -> Sequence[dict[str, object]]:
    """Each value of each axis with everything else plain, then values that come together."""
    semua = [{**_PERLU.get(s, {}), s: nilai} for s, pilihan in PILIHAN.items() for nilai in pilihan]
    bentuk = [fit(make_bentuk(0, {**POLOS, **satu})) for satu in semua]
    return [*(satu for n, satu in enumerate(semua) if bentuk[n] not in bentuk[:n]), *_BERSAMA]
