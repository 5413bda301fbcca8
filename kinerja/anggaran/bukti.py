"""The proof of a table's reading: every amount is a leaf or a parent of the tree, a total that equals what it sums, or
it is named.

A label suggests what a row is and arithmetic confirms it. Without a label a row is a total only where it has no place
in the tree and equals at least two rows; one addend proves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kinerja.anggaran.atas import iter_induk, list_atas
from kinerja.anggaran.jumlahan import Jumlahan
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.anggaran.label import SEKSI, Label
from kinerja.kode import POHON, JenisKode

_ATAS = frozenset([JenisKode.URUSAN, JenisKode.BIDANG, JenisKode.SKPD, JenisKode.SUB_UNIT])
_RINCI = frozenset([Label.BIASA, Label.UNIT])
MAKS_LAPIS = 4
"""Items that stand with their headings, each with its sum, come to so many times the row above at most."""


def prove(semua: Sequence[Butir], *, rincian: bool = False) -> None:
    """Settle what each row of a table is, in the order in which they stand; rows that are no ISI are left alone.

    Args:
        rincian: the table lists items, by coefficient and price, below its codes.

    >>> baris = [("7.01.01", 3), ("7.01.02", 4), ("", 7), ("", 8)]
    >>> isi = [Butir(k, JenisKode.PROGRAM if k else None, "" if k else "Jumlah", n) for k, n in baris]
    >>> prove(isi)
    >>> [(b.kedudukan.value, b.seharusnya) for b in isi]
    [('isi', None), ('isi', None), ('jumlah', None), ('jumlah', 7)]
    """
    _mark_luar(semua)
    _mark_ringkasan(semua)
    _mark_kelompok(semua)
    _mark_akun_kedua(semua)
    berkode = any(b.kode for b in semua)
    _mark_rincian(semua, berbutir=rincian and berkode)
    _mark_wadah(semua, berkode=berkode)
    induk, puncak = _find_pohon(semua)
    Jumlahan(semua, induk, puncak, berkode=berkode).run()
    _prove_akun(semua, puncak)


def _mark_luar(semua: Sequence[Butir]) -> None:
    """Rows of revenue and financing, from their heading to the next one; figures below a total that repeat it."""
    luar, sesudah, blok = False, False, -1
    berprogram = (n for n, b in enumerate(semua) if b.kode or b.label is Label.PROGRAM)
    akhir = max(berprogram, default=-1)
    for n, b in enumerate(semua):
        if b.kedudukan is not Kedudukan.ISI:
            continue
        if b.blok != blok:
            luar, sesudah, blok = False, False, b.blok
        akun = b.jenis is JenisKode.AKUN and " " not in b.kode
        if akun or (b.label in SEKSI and b.jenis in (None, JenisKode.URUSAN)):
            luar = b.kode[0] in "46" if b.kode else b.label is not Label.BELANJA
            b.kedudukan = Kedudukan.LUAR if luar else Kedudukan.ISI
            luar = luar and _is_bagian(semua, n)
        elif b.kode and b.jenis is not JenisKode.NOMOR:
            luar = sesudah = False
        elif b.label in (Label.SELISIH, Label.PERSEN) or (sesudah and n > akhir and b.label is Label.RINGKASAN):
            b.kedudukan = Kedudukan.LUAR
        elif luar and b.label is Label.PROGRAM:
            luar = False
        elif luar and not (b.label is Label.JUMLAH and "belanja" in b.nama.casefold()):
            b.kedudukan = Kedudukan.LUAR
        sesudah = sesudah or b.label is Label.JUMLAH


def _is_bagian(semua: Sequence[Butir], n: int) -> bool:
    """What follows a heading of revenue or financing belongs to it where it comes to it, or it has no amount."""
    atas = semua[n]
    isi: list[Butir] = []
    for b in semua[n + 1 :]:
        if b.kode or b.label in SEKSI or b.label is Label.PROGRAM or b.blok != atas.blok:
            break
        isi += [b] if b.label is not Label.JUMLAH and b.sen is not None else []
    return not isi or atas.sen is None or _fits(atas, isi)


def _mark_kelompok(semua: Sequence[Butir]) -> None:
    """A group of kegiatan, 7.01.02.2, between a programme and its kegiatan is one sum more."""
    if not any(b.jenis is JenisKode.KELOMPOK for b in semua):
        return
    anak: dict[tuple[str, str], int] = defaultdict(int)
    for b in semua:
        if b.jenis is JenisKode.KEGIATAN:
            anak[b.pemilik, b.kode.rpartition(".")[0]] += b.sen or 0
    for b in semua:
        jumlah = anak.get((b.pemilik, b.kode))
        if b.jenis is JenisKode.KELOMPOK and jumlah is not None:
            cocok = b.sen in (None, jumlah)
            b.kedudukan = Kedudukan.ULANGAN if cocok else Kedudukan.WADAH


def _mark_akun_kedua(semua: Sequence[Butir]) -> None:
    """Accounts below a programme or kegiatan that has kegiatan or sub-kegiatan as well divide it a second time."""
    tercatat = {(b.pemilik, b.kode): b.sen for b in semua if b.jenis in POHON and b.kedudukan is Kedudukan.ISI}
    beranak = list_atas(tercatat)
    kelompok: dict[tuple[str, str], list[Butir]] = defaultdict(list)
    for b in semua:
        induk, _, akun = b.kode.partition(" ")
        if b.jenis is JenisKode.AKUN and akun and (b.pemilik, induk) in beranak and b.kedudukan is Kedudukan.ISI:
            kelompok[b.pemilik, induk].append(b)
    for kunci, isi in kelompok.items():
        if tercatat.get(kunci) is not None and _sum(_list_puncak(isi)) == tercatat[kunci]:
            for b in isi:
                b.kedudukan = Kedudukan.ULANGAN


def _mark_ringkasan(semua: Sequence[Butir]) -> None:
    """A summary by account below the programmes belongs to all of them, not to the last."""
    if not any(b.jenis is JenisKode.AKUN and " " in b.kode for b in semua):
        return
    tercatat = {(b.pemilik, b.kode): b.sen for b in semua if b.jenis in POHON and b.sen is not None}
    hingga: dict[int, int] = defaultdict(int)
    jalan: list[Butir] = []
    for b in (*semua, Butir("0", JenisKode.ASING, "", None)):
        induk, _, akun = b.kode.partition(" ")
        if b.jenis is JenisKode.AKUN and akun and (not jalan or jalan[0].kode.partition(" ")[0] == induk):
            jalan.append(b)
            continue
        if not b.kode and b.label is Label.JUMLAH:
            continue
        if jalan:
            _release(jalan, tercatat, hingga[jalan[0].blok])
        jalan = [b] if b.jenis is JenisKode.AKUN and akun else []
        if b.jenis in POHON and not _has_induk(b, tercatat):
            hingga[b.blok] += b.sen or 0


def _release(akun: Sequence[Butir], tercatat: Mapping[tuple[str, str], int | None], semuanya: int) -> None:
    """Accounts that come to all programmes so far, and not to the row that they stand under, are freed from it."""
    induk = tercatat.get((akun[0].pemilik, akun[0].kode.partition(" ")[0]))
    jumlah = _sum(_list_puncak(akun))
    if induk is not None and jumlah != induk and jumlah == semuanya:
        for b in akun:
            b.kode = b.kode.partition(" ")[2]


def _list_puncak(akun: Sequence[Butir]) -> list[Butir]:
    """The accounts that stand under no other of these."""
    kode = {b.kode for b in akun}
    return [b for b in akun if not kode & {b.kode[:n] for n, h in enumerate(b.kode) if h == "."}]


def _has_induk(b: Butir, tercatat: Mapping[tuple[str, str], int | None]) -> bool:
    return any((b.pemilik, atas) in tercatat for atas in iter_induk(b.kode))


def _mark_rincian(semua: Sequence[Butir], *, berbutir: bool) -> None:
    """Rows without a code below a coded row: its items, which it counts already, if they come to it.

    In a table that lists items they may come to less, which is told.
    """
    kelompok = list(_iter_rincian(semua))
    terbukti = [(atas, isi) for atas, isi in kelompok if len(isi) > 1 and _fits(atas, isi)]
    for atas, isi in kelompok:
        cocok = _fits(atas, isi)
        if not (cocok and (terbukti or berbutir)) and not (berbutir and _sum(isi) <= (atas.sen or 0)):
            continue
        for b in isi:
            b.kedudukan = Kedudukan.RINCIAN
        if not cocok:
            isi[0].seharusnya, isi[0].berjumlah = atas.sen, _sum(isi)


def _iter_rincian(semua: Sequence[Butir]) -> Iterator[tuple[Butir, list[Butir]]]:
    """Coded rows, and programmes by name, with the rows without a code that follow each."""
    atas: Butir | None = None
    isi: list[Butir] = []
    for b in (*semua, Butir("0", JenisKode.ASING, "", None)):
        rinci = not b.kode and b.kedudukan is Kedudukan.ISI and b.label in _RINCI and not b.yatim
        if rinci and atas is not None and b.blok == atas.blok:
            isi += [b] if b.sen is not None else []
            continue
        if atas is not None and isi:
            yield atas, isi
        utama = b.kode or b.label is Label.PROGRAM
        atas, isi = (b if utama and b.sen is not None and b.kedudukan is Kedudukan.ISI else None), []


def _fits(atas: Butir, isi: Sequence[Butir]) -> bool:
    """The items come to the row above, once, or once for each layer of headings."""
    kali, sisa = divmod(_sum(isi), atas.sen) if atas.sen else (0, 0)
    return sisa == 0 and 1 <= kali <= MAKS_LAPIS and (kali == 1 or len(isi) > kali)


def _sum(isi: Sequence[Butir]) -> int:
    return sum(b.sen or 0 for b in isi)


def _mark_wadah(semua: Sequence[Butir], *, berkode: bool) -> None:
    """Rows that stand above programmes, and totals by their label."""
    berprogram = any(b.jenis in POHON or b.jenis is JenisKode.NOMOR for b in semua)
    ada = {(b.pemilik, b.kode) for b in semua if b.kode and b.label is not Label.JUMLAH}
    for n, b in enumerate(semua):
        if b.kedudukan is not Kedudukan.ISI:
            continue
        berlabel = b.label in (Label.JUMLAH, Label.PINDAHAN) and (not b.kode or (b.pemilik, b.kode) in ada)
        if berlabel or b.yatim:
            b.kedudukan = Kedudukan.JUMLAH
        elif (
            (b.jenis in _ATAS and berprogram)
            or (b.jenis is JenisKode.AKUN and " " not in b.kode)
            or (not b.kode and (b.label is Label.BELANJA or (b.label is Label.UNIT and _is_di_atas(semua, n, berkode))))
        ):
            b.kedudukan = Kedudukan.WADAH


def _is_di_atas(semua: Sequence[Butir], n: int, berkode: bool) -> bool:
    """A unit's own line with rows of another kind below or above it; in a list of units it is one of them."""
    dekat = [semua[m] for m in (n - 1, n + 1) if 0 <= m < len(semua) and semua[m].blok == semua[n].blok]
    return any(b.label is not Label.UNIT and (b.kode or not berkode) and b.label is not Label.JUMLAH for b in dekat)


def _find_pohon(semua: Sequence[Butir]) -> tuple[set[int], set[int]]:
    """Numbers of the rows that have rows below them in the tree, and of those that have no amount above them."""
    isi = [n for n, b in enumerate(semua) if b.kedudukan is Kedudukan.ISI]
    berisi = {(semua[n].pemilik, semua[n].kode) for n in isi if semua[n].sen is not None}
    ada = {(semua[n].pemilik, semua[n].kode) for n in isi if semua[n].kode}
    berinduk: set[tuple[str, str]] = set()
    beranak: set[tuple[str, str]] = set()
    for pemilik, kode in ada:
        for atas in iter_induk(kode):
            if (pemilik, atas) in ada:
                beranak.add((pemilik, atas))
            if (pemilik, atas) in berisi:
                berinduk.add((pemilik, kode))
                break
    kunci = [(n, (semua[n].pemilik, semua[n].kode)) for n in isi]
    return {n for n, k in kunci if k in beranak}, {n for n, k in kunci if k not in berinduk}


def _prove_akun(semua: Sequence[Butir], puncak: set[int]) -> None:
    """Accounts above the programmes are right where together they make their account, or all that there is."""
    anak: dict[tuple[int, str], list[Butir]] = defaultdict(list)
    akun = {(b.blok, b.kode): b for b in semua if b.kedudukan is Kedudukan.WADAH and b.jenis is JenisKode.AKUN}
    for blok, kode in akun:
        atas = kode.rpartition(".")[0]
        while atas and (blok, atas) not in akun:
            atas = atas.rpartition(".")[0]
        anak[blok, atas].append(akun[blok, kode])
    semuanya = sum(b.sen or 0 for n, b in enumerate(semua) if n in puncak)
    for (blok, atas), bawah in sorted(anak.items(), key=lambda satu: satu[0][1].count(".")):
        induk = akun.get((blok, atas))
        terbukti = induk is None or induk.seharusnya is None
        if terbukti and _sum(bawah) == (semuanya if induk is None else induk.sen):
            for b in bawah:
                b.seharusnya = None
