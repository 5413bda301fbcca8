"""The rows of a table, each with the role that it plays, before they become cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.alat.anggaran.bentuk import Bentuk
from tests.alat.anggaran.pohon import KOSONG, Kode, Pohon, Simpul, Uang, add

_TAMBAHAN_TOTAL: dict[str, tuple[str, ...]] = {
    "kegiatan": ("kegiatan",),
    "program": ("program",),
    "kegiatan_bawah": ("kegiatan",),
    "program_bawah": ("program",),
    "semua": ("kegiatan", "program"),
}
_KELOMPOK_AKUN = {
    "5.1": "Belanja Operasi",
    "5.2": "Belanja Modal",
    "5.3": "Belanja Tidak Terduga",
    "5.4": "Belanja Transfer",
}
_DIMENSI = {
    "sub_unit": ("Kelurahan Babura", "Kelurahan Darat", "Kelurahan Merdeka", "Kelurahan Titi Rante"),
    "dana": ("DAU", "PAD", "DBH", "DAK Non Fisik"),
    "bulan": ("Januari", "Februari", "Maret", "April"),
    "sp2d": ("00012/SP2D-LS/7.01/2024", "00013/SP2D-GU/7.01/2024", "00101/SP2D-LS/7.01/2024", "00102/SP2D-TU/2024"),
    "akun": ("5.1.02.01.01.0024", "5.1.02.01.01.0025", "5.1.02.02.01.0013", "5.2.02.10.01.0002"),
}


@dataclass(frozen=True, slots=True)
class Baris:
    """One row.

    Attributes:
        peran: daun, induk, atas (above the programmes), total, pindahan, blok (pendapatan and pembiayaan).
        jalur: nodes above it, from the SKPD down; the last shown one is its parent.
        pecahan: what distinguishes it from other rows of its key: a kelurahan, an account, a month.
    """

    peran: str
    kode: Kode
    nama: str
    uang: Uang
    jalur: tuple[Simpul, ...] = ()
    pecahan: str = ""
    jenjang: str = ""

    @property
    def skpd(self) -> Simpul | None:
        """The SKPD whose row it is, or under which it stands."""
        return self.jalur[0] if self.jalur else None


def list_baris(pohon: Pohon, bentuk: Bentuk, acak: Random) -> list[Baris]:
    """The rows of one table."""
    isi = list(_list_atas(pohon, bentuk))
    for kecamatan in pohon.kecamatan:
        if bentuk.atas:
            isi.append(Baris("atas", kecamatan.kode, kecamatan.nama, kecamatan.uang, (kecamatan,)))
        if bentuk.dimensi == "sub_unit_baris":
            isi += _list_unit(kecamatan, bentuk, acak)
            continue
        badan = [b for program in kecamatan.anak for b in _descend(program, (kecamatan,), bentuk)]
        isi += _split(badan, bentuk, acak) if bentuk.dimensi else badan
    if bentuk.pindahan:
        isi = _carry(isi, acak)
    if bentuk.total in {"bawah", "kegiatan_bawah", "program_bawah", "semua"}:
        isi.append(_grand(pohon, bentuk))
    elif bentuk.total == "atas":
        isi.insert(0, _grand(pohon, bentuk))
    return _enclose(isi, pohon, acak) if bentuk.blok else isi


def _list_atas(pohon: Pohon, bentuk: Bentuk) -> Iterator[Baris]:
    if bentuk.atas == "urusan":
        yield Baris("atas", pohon.bidang[:1], "UNSUR KEWILAYAHAN", pohon.uang)
        yield Baris("atas", pohon.bidang, "KECAMATAN", pohon.uang)


def _grand(pohon: Pohon, bentuk: Bentuk) -> Baris:
    """The total of the file; with a SKPD's name only where it is one SKPD's."""
    sebut = bentuk.sebutan
    if sebut == "SKPD":
        sebut = pohon.kecamatan[0].nama.upper() if len(pohon.kecamatan) == 1 else "Jumlah"
    kode: Kode = ("5",) if sebut == "5 BELANJA" else ()
    return Baris("total", kode, "BELANJA DAERAH" if kode else sebut, pohon.uang)


def _descend(simpul: Simpul, atas: tuple[Simpul, ...], bentuk: Bentuk) -> Iterator[Baris]:
    """The rows of one node and below, then its total."""
    jalur = (*atas, simpul)
    if simpul.jenjang in bentuk.tingkat:
        peran = "induk" if simpul.anak else "daun"
        yield Baris(peran, simpul.kode, simpul.nama, simpul.uang, jalur, jenjang=simpul.jenjang)
    kelompok = ""
    for anak in simpul.anak:
        kini = ".".join(anak.kode[:3])
        if anak.jenjang == "akun" and bentuk.akun_induk and kini != kelompok:
            yield from _head_akun(simpul, kelompok, kini, jalur)
            kelompok = kini
        yield from _descend(anak, jalur, bentuk)
    if simpul.anak and simpul.jenjang in _TAMBAHAN_TOTAL.get(bentuk.total, ()):
        yield Baris("total", (), _name_total(simpul, bentuk), simpul.uang, jalur, jenjang=simpul.jenjang)


def _head_akun(sub: Simpul, lalu: str, kini: str, jalur: tuple[Simpul, ...]) -> Iterator[Baris]:
    """The parents of the accounts that follow: `5.1` where it begins, then `5.1.02`."""
    for awal in (kini[:3], kini):
        uang = add([a.uang for a in sub.anak if ".".join(a.kode).startswith(awal)])
        if not lalu.startswith(awal):
            nama = _KELOMPOK_AKUN[kini[:3]] if awal == kini[:3] else f"{_KELOMPOK_AKUN[kini[:3]]} {kini[-2:]}"
            yield Baris("induk", tuple(awal.split(".")), nama, uang, jalur, jenjang="akun")


def _name_total(simpul: Simpul, bentuk: Bentuk) -> str:
    """Subtotals say what they sum, or only that they do."""
    if bentuk.sebutan in {"Jumlah", "Jlh", "TOTAL"}:
        return f"{bentuk.sebutan} {'Kegiatan ' if simpul.jenjang == 'kegiatan' else ''}{simpul.nama}"
    return bentuk.sebutan if bentuk.sebutan in {"J U M L A H", "Jml.", "Sub Total"} else "Jumlah"


def cut(uang: Uang, banyak: int, acak: Random) -> list[Uang]:
    """Amounts in `banyak` parts, to the sen; without a sen they are cut in whole rupiah."""
    sisa, hasil = list(uang), []
    for n in range(banyak, 1, -1):
        potong = tuple(u // 100 * acak.randrange(1, 100) // 100 // n * 100 for u in sisa)
        hasil.append(potong)
        sisa = [u - p for u, p in zip(sisa, potong, strict=True)]
    return [*hasil, tuple(sisa)]


def _split(badan: Sequence[Baris], bentuk: Bentuk, acak: Random) -> Iterator[Baris]:
    """Leaves as several rows each, told apart by what the dimension says."""
    for satu in badan:
        nilai = _DIMENSI[bentuk.dimensi][: acak.choice((1, 2, 3, 4))]
        for uang, pecahan in zip(cut(satu.uang, len(nilai), acak), nilai, strict=True):
            yield replace(satu, uang=uang, pecahan=pecahan)


def _list_unit(kecamatan: Simpul, bentuk: Bentuk, acak: Random) -> Iterator[Baris]:
    """Each kelurahan as a sub-unit with its own tree; the same sub-kegiatan recur."""
    banyak = acak.choice((2, 3))
    bagian = {s.kode: cut(s.uang, banyak, acak) for s in kecamatan.walk("sub")}
    for n in range(banyak):
        unit = _scale(kecamatan, {kode: uang[n] for kode, uang in bagian.items()})
        kode = (*kecamatan.kode[:7], f"{n + 1:04}")
        yield Baris("atas", kode, _DIMENSI["sub_unit"][n], unit.uang, (unit,))
        for program in unit.anak:
            yield from _descend(program, (unit,), bentuk)


def _scale(simpul: Simpul, uang: dict[Kode, Uang]) -> Simpul:
    if not simpul.anak:
        return replace(simpul, uang=uang[simpul.kode])
    anak = tuple(_scale(a, uang) for a in simpul.anak)
    return replace(simpul, anak=anak, uang=add([a.uang for a in anak]))


def _carry(isi: list[Baris], acak: Random) -> list[Baris]:
    """A page that ends after at least two leaves: what is carried over, and what is brought forward."""
    daun = [n for n, b in enumerate(isi) if b.peran == "daun"]
    if len(daun) < 3:
        return isi
    letak = acak.choice(daun[1:-1]) + 1
    uang = add([b.uang for b in isi[:letak] if b.peran == "daun"])
    dua = [Baris("pindahan", (), nama, uang) for nama in ("Jumlah dipindahkan", "Jumlah pindahan")]
    return [*isi[:letak], *dua, *isi[letak:]]


def _enclose(isi: list[Baris], pohon: Pohon, acak: Random) -> list[Baris]:
    """Pendapatan before and pembiayaan after the budget, each with its own lines."""

    def line(kode: str, nama: str, rupiah: int) -> Baris:
        uang = (rupiah * 100, rupiah * 100, *KOSONG[2:])
        return Baris("blok", tuple(kode.split(".")) if kode else (), nama, uang)

    masuk, silpa = acak.randrange(10**5, 10**8), acak.randrange(10**5, 10**8)
    return [
        line("4", "PENDAPATAN DAERAH", masuk),
        line("4.1", "PENDAPATAN ASLI DAERAH (PAD)", masuk),
        line("", "Jumlah Pendapatan", masuk),
        Baris("total", ("5",), "BELANJA DAERAH", pohon.uang),
        *isi,
        Baris("total", (), "Jumlah Belanja", pohon.uang),
        line("6", "PEMBIAYAAN DAERAH", silpa),
        line("6.1", "PENERIMAAN PEMBIAYAAN", silpa),
        line("6.1.01", "Sisa Lebih Perhitungan Anggaran Tahun Sebelumnya", silpa),
    ]
