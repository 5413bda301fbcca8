"""The header of a budget table: where it stands and which column is what; one to three rows, with merged cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from kinerja.anggaran.arti import (
    Ciri,
    classify,
    fold_judul,
    is_nomor_kolom,
    list_calon,
    names_akun,
    names_rincian,
    read_ciri,
)
from kinerja.anggaran.arti_kata import PEMILIK
from kinerja.anggaran.baca.sebutan import TERDALAM, find_judul, need_satu
from kinerja.anggaran.judul_ragu import read_semua_ciri, refuse_persen
from kinerja.anggaran.sumber import UANG, Peran
from kinerja.errors import DataError
from kinerja.judul import is_kosong
from kinerja.kode import TINGKAT, JenisKode
from kinerja.tabel.panjang import PEMISAH
from kinerja.tabel.sel import Petak

_AWAL_TEKS = 65_536
TERTINGGI = 3
"""Rows of a header: SIPD's reports by group have three."""

KUNCI = ("kode", "nama", "pagu", "realisasi", "kecamatan", "nama_kecamatan", "tahun")
"""Meanings that a user may map a column to."""

JENJANG = {
    "urusan": TINGKAT[JenisKode.URUSAN],
    "bidang": TINGKAT[JenisKode.BIDANG],
    "program": TINGKAT[JenisKode.PROGRAM],
    "kegiatan": TINGKAT[JenisKode.KEGIATAN],
    "sub": TINGKAT[JenisKode.SUB],
}
"""Parts of a code by the level that a title speaks of."""
BERANGGARAN = ("program", "kegiatan", "sub")
"""Levels that may have columns of their own, from the general one."""
_MASA = re.compile(
    r"(?:t ?[-+]|n ?[-+]|tw|triwulan|semester|tahun|murni|apbd|anggaran|realisasi|pagu)? ?[0-9]{1,4}", re.I
)
_SATUAN_BAWAH = re.compile(
    r"\(?(?:rp\.?|rupiah|%|persen|k|kinerja|keuangan|fisik|(?:t\.?a\.? |tahun )?20[0-9]{2}(?:\.0)?)\)?", re.IGNORECASE
)
_NAMA_UNIT = re.compile(
    r"(?:kecamatan|kec\.|skpd|opd|dinas|badan|kantor|sekretariat|kelurahan|desa)\s+\S", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Kepala:
    """The header of a table.

    Attributes:
        baris: rows from 0 up to where the data begins.
        tinggi: its rows.
        letak: column number from 0 by meaning; levels are `kode_program`, `nama_kegiatan` and so on. Once the amounts
            are chosen, the first of their columns stands under `pagu` or `realisasi`.
        judul: titles by column number.
        ciri: what the title of each column of amounts says, of any role.
        uang: columns of amounts that the role asks for, or those that the user gave.
        diberi: the user gave them.
        pembeda: columns that tell rows of one code apart, by what they hold.
        rincian: it lists items (coefficient, unit, price) below the codes.
    """

    baris: int
    tinggi: int
    letak: Mapping[str, int]
    judul: Mapping[int, str]
    ciri: Mapping[int, Ciri]
    uang: tuple[int, ...]
    diberi: bool = False
    pembeda: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    rincian: bool = False

    def choose(self, peran: Peran, kolom: Sequence[int]) -> Kepala:
        """The same with the columns of amounts chosen."""
        return replace(self, uang=tuple(kolom), letak={**self.letak, UANG[peran]: kolom[0]})

    def name(self, kolom: Sequence[int]) -> str:
        """Titles for a message: `'Operasi' + 'Modal'`."""
        return " + ".join(repr(self.judul[k]) for k in kolom)

    @property
    def kolom_pembeda(self) -> tuple[int, ...]:
        """All columns that tell rows apart."""
        return tuple(k for semua in self.pembeda.values() for k in semua)

    @property
    def dipakai(self) -> frozenset[int]:
        """All columns that something is read from."""
        return frozenset((*self.letak.values(), *self.uang, *self.kolom_pembeda))

    @property
    def dibaca(self) -> tuple[tuple[str, int], ...]:
        """Meaning and number of the columns that are read."""
        uang = next((m for m in self.letak if m in UANG.values()), "")
        return (*((m, k) for m, k in self.letak.items() if m != uang), *((uang, k) for k in self.uang))

    @property
    def pemetaan(self) -> tuple[tuple[str, str], ...]:
        """Meaning and title, to be shown."""
        hasil = [(makna, self.judul[k]) for makna, k in self.letak.items() if makna not in UANG.values()]
        kunci = next((m for m in self.letak if m in UANG.values()), "")
        return (*hasil, *((kunci, self.judul[k]) for k in self.uang)) if kunci else tuple(hasil)


def find_kepala(petak: Petak, peran: Peran, kolom: Mapping[str, Sequence[str]] | None = None) -> Kepala | None:
    """The header of a grid, or None.

    Args:
        kolom: titles that the user gave, by meaning; those that this grid does not have are left alone.

    Raises:
        DataError: two columns of one meaning; the titles are named.
    """
    terbaik: tuple[int, Kepala | DataError] | None = None
    awal = 0  # the row of the best; only there may further rows of titles replace the first alone
    for nomor in range(min(TERDALAM, len(petak))):
        for tinggi in range(1, TERTINGGI + 1):
            baris = petak[nomor : nomor + tinggi]
            if len(baris) < tinggi or (tinggi > 1 and not _is_bertingkat(baris)):
                break
            bagian = read_judul(baris)
            judul = {k: " ".join(b) for k, b in bagian.items()}
            ciri = read_semua_ciri(petak, nomor + tinggi, bagian)
            banyak = len({m for j in judul.values() if (m := classify(j))} | {(c.peran, c.masa) for c in ciri.values()})
            if terbaik and banyak < terbaik[0] + (tinggi == 1 or nomor != awal):
                continue
            try:
                kepala = _map_kolom(nomor + tinggi, tinggi, judul, ciri, peran, kolom or {})
                if kepala is not None and kepala.diberi:
                    refuse_persen(petak, kepala.baris, judul, kepala.uang)
            except DataError as galat:
                terbaik, awal = (banyak, galat), nomor
                continue
            if kepala is not None:
                terbaik, awal = (banyak, kepala), nomor
    if terbaik is None:
        return None
    if isinstance(terbaik[1], DataError):
        raise terbaik[1]
    return terbaik[1]


def choose_pemisah(teks: str, peran: Peran, kolom: Mapping[str, Sequence[str]]) -> str:
    """The delimiter of a text under which most of its titles make sense; names and amounts may hold the others."""
    awal = io.StringIO(teks[:_AWAL_TEKS], newline="")

    def count(pemisah: str) -> int:
        awal.seek(0)
        try:
            kepala = find_kepala(list(islice(csv.reader(awal, delimiter=pemisah), TERDALAM)), peran, kolom)
        except (DataError, csv.Error):
            return 1
        return len(kepala.letak) + len(kepala.uang) if kepala else 0

    pertama = next((b for b in teks[:_AWAL_TEKS].splitlines() if b.strip()), "")
    return max(PEMISAH, key=lambda pemisah: (count(pemisah), pertama.count(pemisah)))


def read_judul(baris: Sequence[Sequence[object]]) -> dict[int, tuple[str, ...]]:
    """The cells of the header over each column, from the top down.

    An upper cell reaches right over the blanks that merged cells leave, as far as the cell above it does.
    """
    sel = [{k: _write_judul(s) for k, s in enumerate(b) if not is_kosong(s)} for b in baris]
    hasil: dict[int, tuple[str, ...]] = {}
    for k in range(max((max(s, default=-1) for s in sel), default=-1) + 1):
        bawah = max((n for n, s in enumerate(sel) if k in s), default=-1)
        bagian: list[str] = []
        kiri = 0  # where the cell above begins
        for n in range(bawah + 1):
            asal = k if k in sel[n] else max((x for x in sel[n] if kiri <= x < k), default=-1) if n < bawah else -1
            if asal >= 0:
                kiri = max(kiri, asal)
                bagian += [sel[n][asal]] if sel[n][asal] not in bagian[-1:] else []
        if bagian:
            hasil[k] = tuple(bagian)
    return hasil


def _write_judul(sel: object) -> str:
    teks = " ".join(str(sel).split())
    return teks.removesuffix(".0") if isinstance(sel, float) else teks


def _is_bertingkat(baris: Sequence[Sequence[object]]) -> bool:
    """The last of these rows carries titles under the ones above: words under merged cells, or units."""
    *atas, bawah = ({k: str(s).strip() for k, s in enumerate(b) if not is_kosong(s)} for b in baris)
    if len(atas[0]) < 2 or not bawah or (min(bawah) <= min(atas[0]) and is_nomor_kolom(baris[-1], True)):
        return False
    for s in bawah.values():
        if (re.search("[0-9:]", s) and not _MASA.fullmatch(s.strip()) and not re.search(r"\b20[0-9]{2}$", s)) or (
            _NAMA_UNIT.match(s)
        ):
            return False
    if all(_SATUAN_BAWAH.fullmatch(s) for s in bawah.values()):
        return True
    tutup = atas[-1]
    lebar = max(max(s, default=0) for s in (*atas, bawah))
    di_bawah = [k for k in bawah if k not in tutup or (k + 1 not in tutup and k < lebar and k + 1 in bawah)]
    return bool(di_bawah) and (len(bawah) > 1 or read_ciri((next(iter(tutup.values())), *bawah.values())) is not None)


def _map_kolom(
    akhir: int,
    tinggi: int,
    judul: Mapping[int, str],
    ciri: Mapping[int, Ciri],
    peran: Peran,
    kolom: Mapping[str, Sequence[str]],
) -> Kepala | None:
    """Columns by meaning; None unless there is an amount and a code or a name."""
    makna: dict[str, list[int]] = {}
    for k, teks in judul.items():
        if satu := classify(teks):
            makna.setdefault(satu, []).append(k)
    diberi = {
        m: tuple(find_judul(judul, f"{peran}.{m}" if m == "pagu" else m, satu) for satu in teks)
        for m, teks in kolom.items()
    }
    diberi = {m: i for m, i in diberi.items() if None not in i}
    for m, kolom_ini in diberi.items():
        if len(set(kolom_ini)) < len(kolom_ini):
            raise DataError(f"--kolom {m} menyebut satu kolom lebih dari satu kali.", saran="Sebutkan sekali saja.")
    uang = diberi.get(UANG[peran]) or list_calon(ciri, peran)
    nama = [m for m in makna if m.startswith(("kode", "nama")) and m != "nama_kecamatan"]
    if not uang or not (nama or diberi.keys() & {"kode", "nama"}):
        return None
    # Who names the column of the codes, or of the names, means it for all levels.
    letak = {
        m: need_satu(makna[m], judul, awal)
        for m in nama
        if (awal := m.partition("_")[0]) not in diberi and m not in diberi
    }
    letak |= _map_unit(makna, judul, diberi)
    letak |= {m: k[0] for m, k in diberi.items() if m not in UANG.values() and k[0] is not None}
    pembeda = {m.removeprefix("pembeda "): tuple(k) for m, k in makna.items() if m.startswith("pembeda ")}
    berjenjang = letak.keys() & {"kode_sub", "kode_kegiatan", "kode_program"} and "kode" not in diberi
    if "kode" in letak and berjenjang and names_akun(judul[letak["kode"]]):
        pembeda["akun"] = (letak.pop("kode"),)
    pembeda = {m: sisa for m, k in pembeda.items() if (sisa := tuple(x for x in k if x not in letak.values()))}
    if "kode" not in letak:
        split_nama(letak, pembeda, max((JENJANG[t] for t in BERANGGARAN if f"kode_{t}" in letak), default=0))
    return Kepala(
        akhir,
        tinggi,
        letak,
        judul,
        ciri,
        tuple(k for k in uang if k is not None),
        diberi=UANG[peran] in diberi,
        pembeda=pembeda,
        rincian=any(map(names_rincian, judul.values())),
    )


def split_nama(letak: dict[str, int], pembeda: dict[str, tuple[int, ...]], terdalam: int) -> None:
    """Names of a level below that of the deepest code tell its rows apart; they do not name it.

    Args:
        letak, pembeda: as of `Kepala`; such names go from the one to the other, unless they are all that there is.
        terdalam: parts of the deepest code; 0 where there is none.
    """
    dalam = [f"nama_{t}" for t in BERANGGARAN[1:] if f"nama_{t}" in letak and 0 < terdalam < JENJANG[t]]
    if dalam and any(m.startswith("nama") and m not in dalam and m != "nama_kecamatan" for m in letak):
        pembeda["nama"] = tuple(letak.pop(m) for m in dalam)


def _map_unit(makna: Mapping[str, list[int]], judul: Mapping[int, str], diberi: Mapping[str, object]) -> dict[str, int]:
    """Columns that say whose a row is, and its year; a sub-unit only where nothing above it is said."""
    letak = {m: makna[m][0] for m in (*PEMILIK, "tahun") if m in makna and m not in diberi}
    if letak.keys().isdisjoint(PEMILIK):
        for k in makna.get("pembeda sub unit", []):
            letak.setdefault("nama_kecamatan" if fold_judul(judul[k]).startswith("nama") else "skpd", k)
    return letak
