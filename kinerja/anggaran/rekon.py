"""Budgets side by side: the agreement, the DPA and the realisation, one row a code on the level that all have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from kinerja.anggaran.atas import count_level, find_induk, iter_induk, read_nomor
from kinerja.bilangan import format_rupiah
from kinerja.kode import POHON, TINGKAT, JenisKode, normalize_kode, read_kode
from kinerja.nomenklatur import find_program, normalize_nama
from kinerja.rumus.anggaran import compute_selisih

IndeksProgram = Mapping[tuple[int, str], str]
TANPA_KODE = "~"
"""In front of a name that stands for a code."""


class Anggaran(NamedTuple):
    """One row of a source.

    Attributes:
        kode: as written, or in standard spelling with its account behind a space; a name after `~`.
        jumlah: rupiah; None where none is given.
        pembeda: what tells it apart from other rows of its code (sub-unit, source of funds): such rows add up.
    """

    kode: str
    nama: str
    jumlah: Decimal | None
    pembeda: str = ""


@dataclass(frozen=True, slots=True)
class BarisRekon:
    """One code in the sources; an amount is None where the source does not have it.

    Attributes:
        selisih: perjanjian - dpa; None unless both have an amount.
        status: `sama`, or what is wrong, several things separated by "; ".
    """

    kode: str
    nama: str
    perjanjian: Decimal | None
    dpa: Decimal | None
    realisasi: Decimal | None
    selisih: Decimal | None
    status: str


@dataclass(slots=True)
class _Simpul:
    """A code of a source: what its rows state, and what stands below it.

    Attributes:
        tertulis: amount stated; None where there is none.
        jumlah: the same, else the sum of its children.
        ujung: what its leaves come to.
        salah: it does not equal its children, and is the lowest that does not; as `salah_bawah` of anything below.
    """

    nama: str = ""
    tertulis: Decimal | None = None
    banyak: int = 1
    kosong: bool = False
    anak: list[str] = field(default_factory=list)
    jumlah: Decimal | None = None
    ujung: Decimal | None = None
    total: Decimal = Decimal(0)
    salah: bool = False
    salah_bawah: bool = False


_Pohon = dict[str, _Simpul]


def compare_anggaran(
    perjanjian: Sequence[Anggaran], dpa: Sequence[Anggaran], realisasi: Sequence[Anggaran] = ()
) -> tuple[BarisRekon, ...]:
    """Match the sources by code on the deepest level that all have; rows in the order of the codes.

    A code that a source has twice keeps the sum of its rows, so that no amount gets lost, and its status says so.
    Behind them stands each parent that does not equal what is below it.

    >>> baris = compare_anggaran([Anggaran("07.01.06", "Desa", Decimal(7))], [Anggaran("7.01.06.2.01", "", Decimal(5))])
    >>> [(b.kode, b.selisih, b.status) for b in baris]
    [('7.01.06', Decimal('2.00'), 'berbeda')]
    """
    sumber = {"perjanjian": perjanjian, "DPA": dpa} | ({"realisasi": realisasi} if realisasi else {})
    program = index_program((b.kode, b.nama) for isi in sumber.values() for b in isi if b.nama)
    berkunci = {nama: [b._replace(kode=_read_kunci(b, program)) for b in isi] for nama, isi in sumber.items()}
    terdalam = [max((count_level(b.kode) for b in isi), default=TINGKAT[JenisKode.SUB]) for isi in berkunci.values()]
    tingkat = min(TINGKAT[JenisKode.SUB], *terdalam)
    pohon = {nama: _build_pohon(isi) for nama, isi in berkunci.items()}
    ujung = {k for satu in pohon.values() for k, s in satu.items() if not s.anak and count_level(k) < tingkat}
    potong = {nama: _cut_pohon(satu, tingkat, ujung) for nama, satu in pohon.items()}
    semua = sorted(set().union(*potong.values()))
    baris = [_compare(kode, {nama: isi[kode] for nama, isi in potong.items() if kode in isi}) for kode in semua]
    return (*baris, *(salah for nama, satu in pohon.items() for salah in _list_salah(nama, satu)))


def name_baris(sumber: str, kode: str, nama: str, jumlah: Decimal | None, status: str) -> BarisRekon:
    """A row of one source (`perjanjian`, `DPA`, `realisasi`) that is named, not compared."""
    isi = {"perjanjian": None, "dpa": None, "realisasi": None} | {sumber.lower(): jumlah}
    return BarisRekon(kode, nama, isi["perjanjian"], isi["dpa"], isi["realisasi"], None, status)


def write_status(banyak: Mapping[str, int], kosong: Iterable[str], *, beda: bool, lebih: bool) -> str:
    """What is wrong with one code, in words, or `sama`.

    Args:
        banyak: number of its rows by source: perjanjian, DPA, realisasi.
        kosong: sources in which an amount is blank.
        beda: perjanjian and DPA have different amounts.
        lebih: the realisation is above the ceiling.

    >>> write_status({"perjanjian": 1, "DPA": 2}, [], beda=True, lebih=False)
    'berbeda; kode ganda di DPA (2 baris)'
    """
    ada = [nama for nama in ("perjanjian", "DPA") if banyak.get(nama)]
    status = [f"hanya di {ada[0] if ada else 'realisasi'}"] if len(ada) < 2 else ["berbeda"] if beda else []
    status += [f"jumlah kosong di {nama}" for nama in kosong]
    status += [f"kode ganda di {nama} ({n} baris)" for nama, n in banyak.items() if n > 1]
    if lebih:
        status.append("realisasi melebihi pagu")
    return "; ".join(status) or "sama"


def index_program(baris: Iterable[tuple[str, str]]) -> IndeksProgram:
    """Codes of programmes by their own number and their name, of rows of code and name.

    >>> index_program([("7.01.06", "PROGRAM DESA"), ("7.01.06.2.01", "")])
    {(6, 'desa'): '7.01.06'}
    """
    semua = ((read_kode(kode), nama) for kode, nama in baris)
    return {(read_nomor(k.baku), normalize_nama(nama)): k.baku for k, nama in semua if k.jenis is JenisKode.PROGRAM}


def complete_nomor(nomor: str, nama: str, program: IndeksProgram) -> str:
    """The code of a programme of which a row has its own number only: that of its name, in the sources before the
    nomenclature; else the number as it is.

    >>> complete_nomor("01", "Pelayanan X", {}), complete_nomor("06", "Program Desa", {(6, "desa"): "7.01.06"})
    ('01', '7.01.06')
    """
    kunci, baku = (read_nomor(nomor), normalize_nama(nama)), find_program(nama)
    dikenal = baku.kode if baku and read_nomor(baku.kode) == kunci[0] else nomor
    return program.get(kunci, dikenal)


def _read_kunci(baris: Anggaran, program: IndeksProgram) -> str:
    """The code in standard spelling; a programme's bare number is completed by its name."""
    if baris.kode.startswith(TANPA_KODE):
        baku = find_program(baris.kode.removeprefix(TANPA_KODE))
        return baku.kode if baku else baris.kode
    induk, _, akun = baris.kode.partition(" ")
    if akun and read_kode(induk).jenis in POHON and (read_kode(akun).jenis is JenisKode.AKUN or read_kode(akun).akun):
        return f"{normalize_kode(induk)} {normalize_kode(akun)}"
    kode = read_kode(baris.kode)
    if kode.jenis is not JenisKode.NOMOR:
        return kode.baku
    return complete_nomor(kode.baku, baris.nama, program)


def _build_pohon(baris: Sequence[Anggaran]) -> _Pohon:
    """The codes with all that stands above them; a parent that the source lacks is the sum of its children."""
    kelompok: dict[str, list[Anggaran]] = defaultdict(list)
    for satu in baris:
        kelompok[satu.kode].append(satu)
    pohon = {kode: _unite(isi) for kode, isi in kelompok.items()}
    tingkat: dict[int, list[str]] = defaultdict(list)
    for kode in pohon:
        tingkat[count_level(kode)].append(kode)
    for n in range(max(tingkat, default=0), 0, -1):
        for kode in tingkat[n]:
            _sum_anak(pohon[kode], pohon)
            atas = find_induk(kode)
            if atas is None:
                continue
            if atas not in pohon:
                pohon[atas] = _Simpul()
                tingkat[count_level(atas)].append(atas)
            pohon[atas].anak.append(kode)
    return pohon


def _unite(baris: Sequence[Anggaran]) -> _Simpul:
    """The rows of one code; those alike in all that tells rows apart are counted as double."""
    isi = [b.jumlah for b in baris if b.jumlah is not None]
    return _Simpul(
        nama=min((b.nama for b in baris if b.nama), default=""),
        tertulis=sum(isi[1:], isi[0]) if isi else None,
        banyak=max(Counter(b.pembeda for b in baris).values()),
        kosong=len(isi) < len(baris),
    )


def _sum_anak(simpul: _Simpul, pohon: _Pohon) -> None:
    simpul.jumlah = simpul.ujung = simpul.tertulis
    if not simpul.anak:
        return
    anak = [pohon[k] for k in simpul.anak]
    simpul.total = sum((a.jumlah or Decimal(0) for a in anak), Decimal(0))
    simpul.ujung = sum((a.ujung or Decimal(0) for a in anak), Decimal(0))
    simpul.kosong, simpul.salah_bawah = False, any(a.salah or a.salah_bawah for a in anak)
    if simpul.tertulis is None:
        simpul.jumlah = simpul.total
    elif simpul.tertulis != simpul.total:
        # A parent that fits once a wrong child is put right is not itself wrong.
        simpul.salah = not (simpul.salah_bawah and simpul.tertulis == simpul.ujung)


def _cut_pohon(pohon: _Pohon, tingkat: int, ujung: Collection[str]) -> _Pohon:
    """The codes of a level and the ends above it, in whichever source they are ends: every rupiah once."""
    return {
        kode: satu
        for kode, satu in pohon.items()
        if (count_level(kode) == tingkat or (count_level(kode) < tingkat and (not satu.anak or kode in ujung)))
        and not any(atas in ujung for atas in iter_induk(kode))
    }


def _compare(kode: str, sumber: Mapping[str, _Simpul]) -> BarisRekon:
    jumlah = {nama: satu.jumlah for nama, satu in sumber.items()}
    kiri, kanan, realisasi = jumlah.get("perjanjian"), jumlah.get("DPA"), jumlah.get("realisasi")
    pagu = kiri if kanan is None else kanan
    status = write_status(
        {nama: satu.banyak for nama, satu in sumber.items()},
        [nama for nama, satu in sumber.items() if satu.kosong],
        beda=kiri is not None and kanan is not None and kiri != kanan,
        lebih=realisasi is not None and pagu is not None and realisasi > pagu,
    )
    nama = next((satu.nama for satu in sumber.values() if satu.nama), "")
    return BarisRekon(
        kode=nama if kode.startswith(TANPA_KODE) and nama else kode,
        nama=nama,
        perjanjian=kiri,
        dpa=kanan,
        realisasi=realisasi,
        selisih=None if kiri is None or kanan is None else compute_selisih(kiri, kanan),
        status=status,
    )


def _list_salah(sumber: str, pohon: _Pohon) -> Iterator[BarisRekon]:
    for kode in sorted(k for k, satu in pohon.items() if satu.salah):
        satu = pohon[kode]
        yield name_baris(sumber, kode, satu.nama, satu.tertulis, write_salah("induk", satu.total))


def write_salah(sebutan: str, seharusnya: Decimal) -> str:
    """What is wrong with a parent or a total, for its status.

    >>> write_salah("baris jumlah", Decimal(1500))
    'baris jumlah tidak sama dengan baris-barisnya (Rp1.500)'
    """
    return f"{sebutan} tidak sama dengan baris-barisnya ({format_rupiah(seharusnya)})"
