"""The proof of a table's reading: every amount is a leaf or a parent of the tree, a total that equals what it sums, or
it is named.

A label suggests what a row is and arithmetic confirms it. Without a label a row is a total only where it has no place
in the tree and equals at least two rows; one addend proves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from kinerja.anggaran.label import Label, names_tingkat, read_label
from kinerja.kode import POHON, Jenis, find_induk


class Kedudukan(Enum):
    """What a row is in its table."""

    ISI = "isi"
    """A place of its own in the tree, or a name of its own: it is compared."""
    JUMLAH = "jumlah"
    WADAH = "induk"
    """An urusan, bidang, SKPD or section above the programmes."""
    LUAR = "luar"
    """Revenue, financing and what follows from them: no programme has it."""
    RINCIAN = "rincian"
    """An item without a code below an account."""
    ULANGAN = "ulangan"
    """The amount of a row above, stated again beside each of its parts."""
    NOMOR = "nomor kolom"


@dataclass(slots=True)
class Butir:
    """A row with what is known of it, and what the proof makes of it.

    Attributes:
        kode: in standard spelling, of kind `jenis`; "" where there is none.
        sen: amount in the smallest unit; None where there is none.
        pemilik: kecamatan or SKPD as written.
        blok: number of the table on the sheet that it belongs to.
        kedudukan: set by `prove`; as are the following.
        seharusnya: for a total or section that equals nothing, what the rows nearest to it come to; else None.
        dua: it could as well be a total: a question.
        yatim: it has neither a code nor a name.
        label: what the name suggests.
    """

    kode: str
    jenis: Jenis | None
    nama: str
    sen: int | None
    pemilik: str = ""
    blok: int = 0
    yatim: bool = False
    label: Label = field(init=False)
    kedudukan: Kedudukan = Kedudukan.ISI
    seharusnya: int | None = None
    dua: bool = False

    def __post_init__(self) -> None:
        self.label = _label_of(self.nama, self.jenis)


def prove(semua: Sequence[Butir], *, rincian: bool = False) -> None:
    """Settle what each row of a table is, in the order in which they stand.

    Args:
        rincian: items without codes stand below the coded rows.

    >>> baris = [("7.01.01", 3), ("7.01.02", 4), ("", 7), ("", 8)]
    >>> isi = [Butir(k, Jenis.PROGRAM if k else None, "" if k else "Jumlah", n) for k, n in baris]
    >>> prove(isi)
    >>> [(b.kedudukan.value, b.seharusnya) for b in isi]
    [('isi', None), ('isi', None), ('jumlah', None), ('jumlah', 7)]
    """
    _mark_luar(semua)
    _mark_ringkasan(semua)
    berkode = any(b.kode for b in semua)
    _mark_wadah(semua, berkode=berkode)
    if rincian and berkode:
        _mark_rincian(semua)
    induk, puncak = _find_pohon(semua)
    _Jumlahan(semua, induk, puncak, berkode=berkode).run()
    _prove_akun(semua)


def _mark_luar(semua: Sequence[Butir]) -> None:
    """Rows of revenue and financing, from their heading to the next one."""
    luar, blok = False, -1
    for b in semua:
        if b.blok != blok:
            luar, blok = False, b.blok
        if (b.jenis is Jenis.AKUN and " " not in b.kode) or (b.label in _SEKSI and b.jenis in (None, Jenis.URUSAN)):
            luar = b.kode[0] in "46" if b.kode else b.label is not Label.BELANJA
            b.kedudukan = Kedudukan.LUAR if luar else Kedudukan.ISI
        elif b.label is Label.SELISIH and not b.kode:
            b.kedudukan = Kedudukan.LUAR
        elif b.kode and b.jenis is not Jenis.NOMOR:
            luar = False
        elif luar and not (b.label is Label.JUMLAH and "belanja" in b.nama.casefold()):
            b.kedudukan = Kedudukan.LUAR


def _mark_ringkasan(semua: Sequence[Butir]) -> None:
    """A summary by account below the programmes belongs to all of them, not to the last."""
    tercatat = {(b.pemilik, b.kode): b.sen for b in semua if b.kode and b.jenis is not Jenis.AKUN}
    for n, b in enumerate(semua):
        induk, _, akun = b.kode.partition(" ")
        if b.jenis is not Jenis.AKUN or akun != "5" or tercatat.get((b.pemilik, induk), b.sen) == b.sen:
            continue
        atas = [s for s in semua[:n] if s.blok == b.blok and s.jenis is Jenis.PROGRAM]
        if atas and sum(s.sen or 0 for s in atas) == b.sen:
            for s in semua[n:]:
                if s.jenis is not Jenis.AKUN or not s.kode.startswith(f"{induk} "):
                    break
                s.kode = s.kode.partition(" ")[2]


def _prove_akun(semua: Sequence[Butir]) -> None:
    """Accounts above the programmes are right where together they make the account that they are parts of."""
    akun = [b for b in semua if b.kedudukan is Kedudukan.WADAH and b.jenis is Jenis.AKUN and b.sen is not None]
    for b in sorted(akun, key=lambda b: b.kode.count(".")):
        anak = [s for s in akun if s.blok == b.blok and s.kode.rpartition(".")[0] == b.kode and s is not b]
        if b.seharusnya is None and anak and sum(s.sen or 0 for s in anak) == b.sen:
            for s in anak:
                s.seharusnya = None


_SEKSI = frozenset([Label.PENDAPATAN, Label.BELANJA, Label.PEMBIAYAAN])
_ATAS = frozenset([Jenis.URUSAN, Jenis.BIDANG, Jenis.SKPD, Jenis.SUB_UNIT])


def _mark_wadah(semua: Sequence[Butir], *, berkode: bool) -> None:
    """Rows that stand above programmes, and totals by their label."""
    berprogram = any(b.jenis in POHON or b.jenis is Jenis.NOMOR for b in semua)
    ada = {(b.pemilik, b.kode) for b in semua if b.kode and b.label is not Label.JUMLAH}
    for n, b in enumerate(semua):
        if b.kedudukan is Kedudukan.LUAR:
            continue
        if (b.label in (Label.JUMLAH, Label.PINDAHAN) and (not b.kode or (b.pemilik, b.kode) in ada)) or b.yatim:
            b.kedudukan = Kedudukan.JUMLAH
        elif (
            (b.jenis in _ATAS and berprogram)
            or (b.jenis is Jenis.AKUN and " " not in b.kode)
            or (not b.kode and (b.label is Label.BELANJA or (b.label is Label.UNIT and _is_di_atas(semua, n, berkode))))
        ):
            b.kedudukan = Kedudukan.WADAH


def _is_di_atas(semua: Sequence[Butir], n: int, berkode: bool) -> bool:
    """A unit's own line with rows of another kind below or above it; in a list of units it is one of them."""
    dekat = [semua[m] for m in (n - 1, n + 1) if 0 <= m < len(semua) and semua[m].blok == semua[n].blok]
    return any(b.label is not Label.UNIT and (b.kode or not berkode) and b.label is not Label.JUMLAH for b in dekat)


def _mark_rincian(semua: Sequence[Butir]) -> None:
    sesudah = False  # a coded row of this table has been seen
    for b in semua:
        if not b.kode and b.kedudukan is Kedudukan.ISI and sesudah and b.label is Label.BIASA:
            b.kedudukan = Kedudukan.RINCIAN
        sesudah = sesudah or bool(b.kode)


def _find_pohon(semua: Sequence[Butir]) -> tuple[set[int], set[int]]:
    """Numbers of the rows that have rows below them in the tree, and of those that have none above."""
    isi = [n for n, b in enumerate(semua) if b.kedudukan is Kedudukan.ISI]
    ada = {(semua[n].pemilik, semua[n].kode) for n in isi if semua[n].kode}
    berinduk: dict[tuple[str, str], bool] = {}
    beranak: set[tuple[str, str]] = set()
    for pemilik, kode in ada:
        atas, bertemu = find_induk(kode), False
        while atas is not None:
            if (pemilik, atas) in ada:
                beranak.add((pemilik, atas))
                bertemu = True
                break
            atas = find_induk(atas)
        berinduk[pemilik, kode] = bertemu
    kunci = [(n, (semua[n].pemilik, semua[n].kode)) for n in isi]
    return {n for n, k in kunci if k in beranak}, {n for n, k in kunci if not k[1] or not berinduk[k]}


@dataclass(slots=True)
class _Awal:
    """Where a sum may begin: sums of leaves and of tops before it, leaves before it, and what begins there."""

    daun: int
    puncak: int
    banyak: int
    jenis: str


@dataclass(slots=True)
class _Jumlahan:
    """One walk over the rows with running sums; every total must equal the rows of one of the stretches before it."""

    semua: Sequence[Butir]
    induk: set[int]
    puncak: set[int]
    berkode: bool
    daun: int = 0
    atas: int = 0
    banyak: int = 0
    awal: dict[tuple[str, int], _Awal] = field(default_factory=dict)
    tetap: list[_Awal] = field(default_factory=list)
    oleh_induk: list[int] = field(default_factory=list)
    tercatat: set[tuple[str, str, int | None]] = field(default_factory=set)

    def run(self) -> None:
        blok, pemilik = None, None
        self._start("tabel")
        depan = self._list_depan()
        for n, b in enumerate(self.semua):
            if blok is not None and b.blok != blok:
                self._start("blok")
            elif pemilik is not None and b.pemilik != pemilik and b.kedudukan is Kedudukan.ISI:
                self._start("wadah")
            blok, pemilik = b.blok, b.pemilik
            if b.kedudukan is Kedudukan.ISI and b.sen is not None:
                self._judge_isi(n, b, depan)
            if b.kedudukan is Kedudukan.ISI:
                self._add(n, b)
            elif b.kedudukan is Kedudukan.JUMLAH:
                self._judge_jumlah(n, b, depan)
                self._start("jumlah")
            elif b.kedudukan is Kedudukan.WADAH:
                self._judge_wadah(n, b, depan)
                self._start("wadah")
            elif (
                b.kedudukan is Kedudukan.LUAR and b.label is Label.JUMLAH and b.sen and self._find(b.sen, 2) == "tabel"
            ):
                b.kedudukan = Kedudukan.JUMLAH  # a total of the spending that stands below revenue or financing
        self._doubt_induk()

    def _start(self, jenis: str) -> None:
        satu = _Awal(self.daun, self.atas, self.banyak, jenis)
        self.awal.setdefault(("daun", self.daun), satu)
        self.awal.setdefault(("puncak", self.atas), satu)
        if jenis in ("tabel", "blok"):
            self.tetap = [satu]
        elif jenis != "induk" or self.tetap[-1].jenis != "induk":
            self.tetap.append(satu)
        else:
            self.tetap[-1] = satu

    def _add(self, n: int, b: Butir) -> None:
        if n in self.induk:
            self._start("induk")
        elif b.sen is not None:
            self.daun += b.sen
            self.banyak += 1
        if n in self.puncak:
            self.atas += b.sen or 0

    def _find(self, sen: int, paling_sedikit: int) -> str:
        """What begins the stretch of rows before this one that comes to an amount; "" where none does."""
        for cara, kini in (("daun", self.daun), ("puncak", self.atas)):
            satu = self.awal.get((cara, kini - sen))
            if satu is not None and self.banyak - satu.banyak >= paling_sedikit:
                return satu.jenis
        return ""

    def _judge_isi(self, n: int, b: Butir, depan: set[int]) -> None:
        """A row without a place in the tree that equals two rows or more is a total, or a question."""
        if b.kode:
            b.dua = b.label is Label.JUMLAH and n not in self.induk and bool(self._find(b.sen or 0, 2))
            return
        if not b.sen or not (self._find(b.sen, 2) or n in depan):
            return
        if b.label is Label.PROGRAM:
            b.dua = True
        else:
            b.kedudukan = Kedudukan.JUMLAH

    def _judge_jumlah(self, n: int, b: Butir, depan: set[int]) -> None:
        if b.sen is None:
            return
        jenis = self._find(b.sen, 1 if b.sen else 0)
        if jenis == "induk" and not names_tingkat(b.nama):
            self.oleh_induk.append(n)
        if not jenis and n not in depan and not self._equals_tercatat(b):
            b.seharusnya = self._nearest(b.sen)

    def _equals_tercatat(self, b: Butir) -> bool:
        """A total with a code states what the row of that code states."""
        if b.kode and not self.tercatat:
            isi = (s for s in self.semua if s.kode and s.kedudukan is Kedudukan.ISI)
            self.tercatat = {(s.pemilik, s.kode, s.sen) for s in isi}
        return bool(b.kode) and (b.pemilik, b.kode, b.sen) in self.tercatat

    def _judge_wadah(self, n: int, b: Butir, depan: set[int]) -> None:
        if b.sen and n not in depan and not self._find(b.sen, 1):
            b.seharusnya = self._sum_bawah(n)

    def _nearest(self, sen: int) -> int:
        """The sum that comes nearest to an amount: all rows, or those since a total, a section, a parent."""
        calon = [self.atas - a.puncak for a in self.tetap if a.jenis != "induk"]
        calon += [self.daun - a.daun for a in self.tetap]
        return min(calon, key=lambda n: (abs(n - sen), n))

    def _sum_bawah(self, n: int) -> int:
        """The tops below a section up to the next one."""
        hasil = 0
        for m in range(n + 1, len(self.semua)):
            b = self.semua[m]
            if b.kedudukan in (Kedudukan.WADAH, Kedudukan.JUMLAH) and hasil:
                break
            hasil += (b.sen or 0) if m in self.puncak else 0
        return hasil

    def _list_depan(self) -> set[int]:
        """Rows that equal the leaves below them, up to where a section, a total or the table ends."""
        daun, puncak, banyak = [0], [0], [0]
        for n, b in enumerate(self.semua):
            isi = b.kedudukan is Kedudukan.ISI and (bool(b.kode) or not self.berkode)
            daun.append(daun[-1] + ((b.sen or 0) if isi and n not in self.induk else 0))
            puncak.append(puncak[-1] + ((b.sen or 0) if isi and n in self.puncak else 0))
            banyak.append(banyak[-1] + (isi and n not in self.induk and b.sen is not None))
        batas: dict[tuple[str, int], int] = {}
        hasil: set[int] = set()
        for n in range(len(self.semua) - 1, -1, -1):
            b = self.semua[n]
            akhir = n + 1 == len(self.semua) or self._is_batas(n + 1)
            if akhir:
                batas["daun", daun[n + 1]] = batas["puncak", puncak[n + 1]] = n + 1
            if b.sen and (
                b.kedudukan in (Kedudukan.WADAH, Kedudukan.JUMLAH) or (not b.kode and b.kedudukan is Kedudukan.ISI)
            ):
                perlu = 2 if b.kedudukan is Kedudukan.ISI else 1
                for cara, isi_ in (("daun", daun), ("puncak", puncak)):
                    e = batas.get((cara, isi_[n + 1] + b.sen))
                    if e is not None and banyak[e] - banyak[n + 1] >= perlu:
                        hasil.add(n)
        return hasil

    def _is_batas(self, n: int) -> bool:
        """Where a stretch of rows may end: before a section, a total, another kecamatan, a row without a code."""
        b, sebelum = self.semua[n], self.semua[n - 1]
        return (
            b.kedudukan in (Kedudukan.WADAH, Kedudukan.JUMLAH, Kedudukan.LUAR)
            or b.blok != sebelum.blok
            or b.pemilik != sebelum.pemilik
            or (self.berkode and not b.kode and b.kedudukan is Kedudukan.ISI)
        )

    def _doubt_induk(self) -> None:
        """One total that equals only the last parent, and does not say so, is no subtotal: it should sum all."""
        if len(self.oleh_induk) == 1 and self.berkode:
            (n,) = self.oleh_induk
            sesudah = self.semua[n + 1 :]
            if not any(b.kedudukan is Kedudukan.JUMLAH or (b.kode and b.sen is not None) for b in sesudah):
                b = self.semua[n]
                semua = sum(s.sen or 0 for m, s in enumerate(self.semua) if m in self.puncak and s.blok == b.blok)
                b.seharusnya = None if semua == b.sen else semua


def _label_of(nama: str, jenis: Jenis | None) -> Label:
    """What a name suggests; of most coded rows it need not be asked."""
    if jenis is None or jenis is Jenis.URUSAN:
        return read_label(nama)
    return read_label(nama) if nama[:1] in _HURUF_JUMLAH and read_label(nama) is Label.JUMLAH else Label.BIASA


_HURUF_JUMLAH = frozenset("jJtTsSgG")
