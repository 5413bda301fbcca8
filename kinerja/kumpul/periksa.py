"""One file that came in: whose it is, what was changed in it, what was typed, what that comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from kinerja.errors import KinerjaError
from kinerja.kumpul.berkas import Kiriman
from kinerja.kumpul.data import Data, is_kecil, to_polos
from kinerja.kumpul.kode import KU01, KU02, KU05, KU08, KU09, KU62, KU63, KU64
from kinerja.kumpul.milik import Milik, Pustaka, find_milik, open_datang, suggest_milik
from kinerja.kumpul.survei import check_survei
from kinerja.perjanjian.hasil import HasilBuku
from kinerja.perjanjian.kembali.banding import check_beda
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.cek import BELUM, DIJELASKAN, PERIKSA
from kinerja.perjanjian.kembali.hasil_baca import read_hasil
from kinerja.perjanjian.kembali.hitung import check_rumus, check_simpanan, compute_isi, drop_galat, get_nilai
from kinerja.perjanjian.kembali.isian import Isian, list_baris, read_isian
from kinerja.perjanjian.kembali.peta import align, stay
from kinerja.perjanjian.kembali.tanda_formulir import is_formulir, is_lengkap
from kinerja.perjanjian.kembali.terbatas import compute_terbatas
from kinerja.perjanjian.kembali.triwulan import find_sampai, list_masa
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul, is_diperiksa
from kinerja.terbit.identitas import Identitas
from kinerja.workbook.ekspresi import X
from kinerja.workbook.isi_buku import IsiBuku

BANYAK_UBAH = 40
"""Changed constants from which on a workbook may be somebody else's."""


class StatusBerkas(StrEnum):
    """What became of a file."""

    DITERIMA = "diterima"
    KOSONG = "belum diisi"
    DIPERIKSA = "perlu diperiksa"
    DITOLAK = "ditolak"


@dataclass(frozen=True, slots=True)
class BukuKumpul:
    """One file that was collected.

    Attributes:
        berkas: its name as shown.
        kode: of the kecamatan; it, `kecamatan` and `jenis` are empty and `tahun` 0 where that is not known.
        versi: of the program that issued it; `revisi` of the issue, 0 where the register has none.
        sidik: SHA-256 of the file.
        disimpan: when it was saved last, as the file itself says, else the disk; ISO 8601, perhaps empty.
        triwulan: the last quarter that is filled in, 0 to 4.
        terisi: how many inputs are filled in.
        lengkap: whether no live check is BELUM.
        isian: what was typed, by name; `letak` where each block stands (sheet, first row and column from 0), `masa` the
            quarter of each cell of blocks that have such.
        hasil: None where it could not be computed.
        berlaku: whether this is the file that counts for its kecamatan.
    """

    berkas: str
    status: StatusBerkas
    temuan: tuple[TemuanKumpul, ...]
    kode: str = ""
    kecamatan: str = ""
    tahun: int = 0
    jenis: str = ""
    versi: str = ""
    revisi: int = 0
    sidik: str = ""
    disimpan: str = ""
    triwulan: int = 0
    terisi: int = 0
    lengkap: bool = False
    isian: Data | None = None
    letak: dict[str, tuple[str, int, int]] | None = None
    masa: dict[str, list[list[int]]] | None = None
    hasil: HasilBuku | None = None
    berlaku: bool = False

    @property
    def identitas(self) -> Identitas:
        """How the register knows its agreement."""
        return Identitas(self.kode, self.tahun, self.jenis)

    @property
    def ragu(self) -> bool:
        """Whether it is in doubt whose it is, so that it counts for nobody."""
        return any(t.kode in (KU02.kode, KU08.kode) for t in self.temuan)

    def with_temuan(self, *temuan: TemuanKumpul) -> BukuKumpul:
        """The same with more findings."""
        semua = (*self.temuan, *temuan)
        return replace(self, temuan=semua, status=_judge(semua))


def check_kiriman(kiriman: Kiriman, pustaka: Pustaka) -> BukuKumpul:
    """All there is to say about one file; whatever is wrong with it is a finding, never an exception of ours."""
    if kiriman.galat is not None:
        return refuse_kiriman(kiriman, kiriman.galat)
    try:
        datang = open_datang(kiriman.isi, kiriman.nama)
        milik = find_milik(datang, kiriman.isi, pustaka)
        if milik.tanda is None:
            return BukuKumpul(kiriman.nama, StatusBerkas.DITOLAK, milik.temuan, sidik=kiriman.sidik)
        return _check(kiriman, datang, milik, pustaka)
    except KinerjaError as galat:  # what the register keeps may be damaged, too
        return refuse_kiriman(kiriman, galat)


def _check(kiriman: Kiriman, datang: BukuUtuh, milik: Milik, pustaka: Pustaka) -> BukuKumpul:
    terbit, tanda = milik.terbit or datang, milik.tanda
    assert tanda is not None
    temuan = list(milik.temuan)
    if milik.terbit is not None:
        peta = align(milik.terbit, datang)
        ubah = check_beda(milik.terbit, datang, peta)
        temuan += ubah
        if sum(t.tingkat is Bobot.BERUBAH for t in ubah) >= BANYAK_UBAH:
            temuan += _check_lain(datang, pustaka, tanda.kode)
    else:
        peta = stay(datang)
    isian = read_isian(terbit, datang, peta)
    temuan += isian.temuan
    asing = milik.terbit is None or isian.berumus or is_formulir(terbit.identitas)
    isi = (compute_terbatas if asing else compute_isi)(terbit, isian)
    if galat := list(check_rumus(isian, isi)):
        temuan += galat
        isian = drop_galat(isian, galat)
        isi = compute_terbatas(terbit, isian)
    masa = {nama: m for nama, blok in isian.blok.items() if blok.terisi and (m := list_masa(terbit, blok))}
    hasil, data = read_hasil(terbit, isi), to_data(isian, isi)
    triwulan = find_sampai(data, masa, runtut=not is_formulir(terbit.identitas))
    if milik.terbit is not None and _is_kosong(milik.terbit, isian, temuan, triwulan):
        return _make_kosong(kiriman, milik)
    temuan += [
        *check_simpanan(terbit, datang, peta, isi),
        *_check_cek(hasil),
        *check_survei(isian),
    ]
    return BukuKumpul(
        kiriman.nama,
        _judge(temuan),
        tuple(temuan),
        tanda.kode,
        tanda.kecamatan,
        tanda.tahun,
        tanda.jenis,
        tanda.versi,
        milik.terbitan.revisi if milik.terbitan else 0,
        kiriman.sidik,
        datang.disimpan or kiriman.waktu_ubah,
        triwulan,
        isian.count_terisi(),
        hasil.count_cek(BELUM) == 0 and (not is_formulir(terbit.identitas) or is_lengkap(terbit.nama, hasil)),
        data,
        {nama: (b.lembar, *b.kotak[:2]) for nama, b in isian.blok.items() if b.terisi},
        masa,
        hasil,
    )


def _is_kosong(terbit: BukuUtuh, isian: Isian, temuan: list[TemuanKumpul], triwulan: int) -> bool:
    """Whether nobody has filled in anything yet; that a later issue is asked for (KU05) is no matter here.

    An issue that figures of a quarter were carried over into holds a return, whether or not more was typed.
    """
    lain = [t for t in temuan if t.kode != KU05.kode]
    return not triwulan and not count_ubahan(terbit, isian) and _judge(lain) is StatusBerkas.DITERIMA


def count_ubahan(terbit: BukuUtuh, isian: Isian) -> int:
    """Inputs with something in them, other than what was issued there."""
    banyak = 0
    for blok in isian.blok.values():
        letak = list_baris(blok.kotak)
        asal = terbit.lembar[blok.lembar].sel
        ada = asal.keys() & letak
        for satu, nilai in zip(letak, chain.from_iterable(blok.isi), strict=True):
            if nilai is not None:
                banyak += satu not in ada or isinstance(nilai, X) or asal[satu].nilai != to_polos(nilai)
    return banyak


def _make_kosong(kiriman: Kiriman, milik: Milik) -> BukuKumpul:
    """A workbook as it was issued: whoever sends it has not returned anything."""
    tanda, terbitan = milik.tanda, milik.terbitan
    assert tanda is not None and terbitan is not None
    return BukuKumpul(
        kiriman.nama,
        StatusBerkas.KOSONG,
        (KU09.report(("", ""), "Berkas ini masih seperti diterbitkan."),),
        tanda.kode,
        tanda.kecamatan,
        tanda.tahun,
        tanda.jenis,
        tanda.versi,
        terbitan.revisi,
        kiriman.sidik,
    )


def to_data(isian: Isian, isi: IsiBuku) -> Data:
    """What was typed as plain data; a formula is what it comes to. Blocks in which nothing was typed are left out."""
    hasil: Data = {}
    for nama, blok in isian.blok.items():
        if not blok.terisi:
            continue
        if is_kecil([*chain.from_iterable(blok.isi)]):  # a survey, which is the largest of all
            hasil[nama] = [list(baris) for baris in blok.isi]
            continue
        b, k = blok.kotak[:2]
        hasil[nama] = [
            [
                to_polos(get_nilai(isi, blok.lembar, r, c) if isinstance(n, X) else n)
                for c, n in enumerate(baris, start=k)
            ]
            for r, baris in enumerate(blok.isi, start=b)
        ]
    return hasil


def _check_lain(datang: BukuUtuh, pustaka: Pustaka, kode: str) -> Iterator[TemuanKumpul]:
    """So much was changed that it may be the workbook of another kecamatan, with this one's identity."""
    if lain := suggest_milik(datang, pustaka, selain=kode):
        yield KU08.report(("", ""), f"Banyak isi yang berbeda dari terbitannya{lain}.")


def _check_cek(hasil: HasilBuku) -> Iterator[TemuanKumpul]:
    """What the live checks say, recomputed."""
    for b in hasil.cek:
        tempat = (b.lembar, b.sel)
        if b.hasil == PERIKSA:
            yield KU62.report(tempat, f"{b.teks.rstrip('.')}: PERIKSA.", saran=b.saran)
        elif b.hasil == DIJELASKAN:
            yield KU64.report(tempat, f"{b.teks.rstrip('.')}: dijelaskan.", datang=b.penjelasan)
    belum = [b for b in hasil.cek if b.hasil == BELUM]
    if belum:
        apa = "; ".join(b.teks.rstrip(".") for b in belum[:3]) + ("; dan lainnya" if len(belum) > 3 else "")
        yield KU63.report(("Cek", ""), f"{len(belum)} pemeriksaan masih BELUM: {apa}.")


def _judge(temuan: list[TemuanKumpul] | tuple[TemuanKumpul, ...]) -> StatusBerkas:
    return StatusBerkas.DIPERIKSA if is_diperiksa(temuan) else StatusBerkas.DITERIMA


def refuse_kiriman(kiriman: Kiriman, galat: KinerjaError) -> BukuKumpul:
    """A file that cannot be read: one sentence."""
    temuan = KU01.report(("", ""), galat.pesan, saran=galat.saran)
    return BukuKumpul(kiriman.nama, StatusBerkas.DITOLAK, (temuan,), sidik=kiriman.sidik)
