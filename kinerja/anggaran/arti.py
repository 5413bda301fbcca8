"""What a column title of a budget table means: a code, a name, whose, when, what tells rows apart, or an amount.

Every term that is recognised is in a table of `arti_kata`; titles are compared as words in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kinerja.anggaran.arti_kata import (
    AKHIR,
    AWAL,
    BESAR_PERUBAHAN,
    BUKAN,
    BUKAN_KECUALI_RUPIAH,
    GESER,
    INTI_SKPD,
    JENJANG,
    JUMLAH,
    PAGU,
    PEMBEDA,
    PENGGAL,
    PENGISI,
    REALISASI,
    RUPIAH,
    SKPD,
)
from kinerja.judul import is_kosong, normalize_judul


@dataclass(frozen=True, slots=True)
class Ciri:
    """What a title says of a column of amounts.

    Attributes:
        peran: `pagu`, `realisasi` or `jumlah`.
        masa: `murni` before a change of the budget, `perubahan` after it.
        tahun: year in the title.
        geser: a year from the table's own: -1 the last, 1 the next.
        penggal: the part of a whole that it holds (`PENGGAL`).
        yakin: it can be nothing else; a title of other words may still be an amount.
        tersirat: the title names a part or a time only; whether of a budget or of its use, its neighbours say.
    """

    peran: str
    masa: str = ""
    tahun: int = 0
    geser: int = 0
    penggal: str = ""
    yakin: bool = True
    tersirat: bool = False

    @property
    def setelah(self) -> bool:
        """It holds after a change of the budget; a total may hold it too."""
        return self.masa == "perubahan" or (not self.masa and self.peran == "jumlah")


def fold_judul(judul: object) -> str:
    """What two spellings of a title have in common; a per cent sign is a word, so that it is not lost.

    >>> fold_judul("Realisasi (%)"), fold_judul("REALISASI  persen"), fold_judul("P-APBD")
    ('realisasi persen', 'realisasi persen', 'p apbd')
    """
    return normalize_judul(str(judul).replace("%", " persen "))


@lru_cache(maxsize=4096)
def classify(judul: str) -> str:
    """The meaning of a title that is no amount; empty when it means nothing here.

    >>> [classify(j) for j in ("Kode Rekening", "Uraian", "nama_sub_giat", "Tahun Anggaran", "Nama SKPD", "Koefisien")]
    ['kode', 'nama', 'nama_sub', 'tahun', 'nama_kecamatan', '']
    >>> [classify(j) for j in ("Kode Akun", "nama_sub_skpd", "No. SP2D", "Sumber Dana", "Nama Akun")]
    ['pembeda akun', 'pembeda sub unit', 'pembeda bukti', 'pembeda sumber dana', 'pembeda nama akun']
    """
    lipat = fold_judul(judul)
    kata = lipat.split()
    if not kata or len(kata) > 12:
        return ""
    himpun = set(kata)
    if himpun <= {"tahun", "anggaran", "ta", "t", "a"} and (himpun & {"tahun", "ta"} or kata == ["t", "a"]):
        return "tahun"
    for nama, pola in PEMBEDA:
        if re.fullmatch(pola, lipat):
            return f"pembeda {nama}"
    if kata[0] in {"kode", "kd"} or (himpun <= {"no", "nomor", "rek", "rekening"} and himpun & {"rek", "rekening"}):
        return _classify_kode(himpun - {"kode", "kd", "nomor", "no"})
    return _classify_nama(himpun)


def names_akun(judul: str) -> bool:
    """A title of codes that, beside columns of codes by level, is of accounts."""
    return _has(fold_judul(judul), "rekening|rek|akun")


def names_lain(judul: str) -> bool:
    """A title that says that its column holds no budget: per cent, a difference, a count, a price.

    >>> [names_lain(j) for j in ("Sisa Pagu", "Harga Satuan", "Perubahan Anggaran", "Besaran")]
    [True, True, True, False]
    """
    lipat = fold_judul(judul)
    return _is_lain([lipat], lipat) or BESAR_PERUBAHAN.match(lipat) is not None


def names_rincian(judul: str) -> bool:
    """A title that only a table of items without codes has."""
    return _has(fold_judul(judul), "koefisien|harga")


@lru_cache(maxsize=4096)
def read_ciri(bagian: tuple[str, ...], *, beruang: bool = False) -> Ciri | None:
    """What a title, given as the cells of its header from the top down, says of a column of amounts; None for others.

    Args:
        beruang: below it stands money, whatever its words say of per cent, units or prices.

    >>> read_ciri(("Jumlah (Rp)", "Sesudah")).masa, read_ciri(("Anggaran 2023",)).tahun, read_ciri(("Realisasi (%)",))
    ('perubahan', 2023, None)
    >>> read_ciri(("Kelompok Belanja", "Modal", "Anggaran"))
    Ciri(peran='pagu', masa='', tahun=0, geser=0, penggal='modal', yakin=True, tersirat=False)
    >>> read_ciri(("Target Kinerja dan Anggaran", "Rp")).peran, read_ciri(("Target Kinerja dan Anggaran", "K"))
    ('pagu', None)
    >>> read_ciri(("Perubahan Anggaran",)), read_ciri(("Pagu Perubahan",)).masa
    (None, 'perubahan')
    """
    lipat = [fold_judul(b) for b in bagian]
    teks = " ".join(lipat)
    if not teks or len(teks.split()) > 24 or classify(teks):
        return None
    if not beruang and _is_lain(lipat, teks):
        return None
    if BESAR_PERUBAHAN.match(teks) and len(teks.split()) > 1 and not _has(teks, "setelah|sesudah|sebelum"):
        return None
    geser = next((n for n, pola in GESER if any(re.search(rf"\b(?:{pola})(?!\w)", b.casefold()) for b in bagian)), 0)
    isi = re.sub(r"\b20[0-9]{2}\b", " ", teks)
    tahun = [int(t) for t in re.findall(r"\b(20[0-9]{2})\b", teks)]
    utuh = _has(isi, "s d|sd|sampai") or (_has(isi, "jumlah|total") and not _has(isi, "belanja"))
    potong = "" if utuh else next((nama for nama, pola in PENGGAL if _has(isi, pola)), "")
    masa = "perubahan" if _has(isi, AKHIR) and not _has(isi, "sebelum|semula") else "murni" if _has(isi, AWAL) else ""
    peran = next(
        (nama for nama, pola in (("realisasi", REALISASI), ("pagu", PAGU), ("jumlah", JUMLAH)) if _has(isi, pola)),
        "",
    )
    tersirat = not peran and bool(masa or potong or tahun)
    peran = peran or ("pagu" if tersirat else "")
    if not peran or (len(bagian) == 1 and potong and peran == "pagu" and len(_list_asing(isi)) > 2):
        return None
    return Ciri(
        peran, masa, tahun[-1] if tahun else 0, geser, potong, not _list_asing(isi, berbagian=not utuh), tersirat
    )


def unite_ciri(ciri: dict[int, Ciri]) -> dict[int, Ciri]:
    """The same, where a title that names a quarter or a month only goes with the realisation to its left.

    >>> semua = {n: read_ciri((t,)) for n, t in enumerate(("Realisasi TW I", "TW II"))}
    >>> [c.peran for c in unite_ciri(semua).values()]
    ['realisasi', 'realisasi']
    """
    hasil: dict[int, Ciri] = {}
    for k, c in ciri.items():
        kiri = hasil.get(k - 1)
        if c.tersirat and c.penggal and kiri is not None and kiri.penggal and kiri.peran == "realisasi":
            c = replace(c, peran="realisasi")
        hasil[k] = c
    return hasil


def list_calon(ciri: Mapping[int, Ciri], peran: str) -> tuple[int, ...]:
    """Columns of amounts that a source (`perjanjian`, `dpa`, `realisasi`) may mean by their titles."""
    if peran == "realisasi":
        sendiri = tuple(k for k, c in ciri.items() if c.peran == "realisasi")
        # A table of budgets has no realisation just because it has a total.
        return sendiri or tuple(k for k, c in ciri.items() if c.peran == "jumlah") * (
            not any(c.peran == "pagu" for c in ciri.values())
        )
    return tuple(k for k, c in ciri.items() if c.peran != "realisasi" and c.geser == 0) or tuple(
        k for k, c in ciri.items() if c.peran != "realisasi" and c.geser < 0
    )


def is_nomor_kolom(baris: Sequence[object], di_atas: bool) -> bool:
    """The row that numbers the columns: 1 2 3 4 5 = 3 - 4, or a b c; away from a header only where it counts 1 2 3 …

    >>> is_nomor_kolom(["a", "b", "c"], True), is_nomor_kolom([1, 2, 3], False), is_nomor_kolom(["7", "01"], False)
    (True, True, False)
    """
    pertama = next((s for s in baris if not is_kosong(s)), None)
    if pertama is None or len(str(pertama).strip()) > 5:
        return False
    isi = [str(s).strip().removesuffix(".0") for s in baris if not is_kosong(s)]
    if di_atas:
        angka = all(re.fullmatch(r"\(?[0-9]{1,2}\)?(?:\s*[=:].*|[a-z])?", s) for s in isi)
        huruf = all(re.fullmatch(r"\(?(?:[A-Za-z]|[IVXivx]+)\)?\.?(?:\s*[=:].*)?", s) for s in isi)
        return len(isi) > 1 and (angka or huruf)
    return len(isi) > 2 and isi == [str(n) for n in range(1, len(isi) + 1)]


def _list_asing(isi: str, *, berbagian: bool = True) -> list[str]:
    """Words of a title that no table knows."""
    dikenal = "|".join([PAGU, JUMLAH, REALISASI, AKHIR, AWAL, PENGISI])
    if berbagian or _has(isi, "s d|sd|sampai"):
        dikenal += "|" + "|".join(pola for _, pola in PENGGAL)
    return re.sub(rf"\b(?:{dikenal})\b", " ", isi).split()


def _is_lain(lipat: Sequence[str], teks: str) -> bool:
    """A title with a word for what is no amount."""
    bawah = lipat[-1] if len(lipat) > 1 else ""
    fisik = bawah not in RUPIAH and _has(teks, BUKAN_KECUALI_RUPIAH)
    return bawah in {"k", "fisik", "kinerja"} or fisik or _has(teks, BUKAN)


def _has(teks: str, pola: str) -> bool:
    return re.search(rf"\b(?:{pola})\b", teks) is not None


def _classify_kode(sisa: set[str]) -> str:
    if sisa & {"kecamatan", "kec", "wilayah"}:
        return "kecamatan"
    if sisa & {"skpd", "opd", "unit", "organisasi"}:
        return "skpd"
    if sisa and sisa <= {"urusan", "bidang", "pemerintahan"}:
        return "kode_bidang" if "bidang" in sisa else "kode_urusan"
    if sisa <= JENJANG | {"rek", "rekening", "belanja", "akun", "anggaran"}:
        return f"kode_{tingkat}" if (tingkat := _find_tingkat(sisa)) else "kode"
    return ""


def _classify_nama(himpun: set[str]) -> str:
    sisa = himpun - {"nama", "uraian", "nomenklatur"}
    if not sisa:
        return "nama" if himpun & {"nama", "uraian"} else ""
    if sisa <= SKPD and sisa & INTI_SKPD:
        return "nama_kecamatan"
    if sisa <= {"urusan", "bidang", "pemerintahan"} or not sisa <= JENJANG:
        return ""
    return f"nama_{tingkat}" if (tingkat := _find_tingkat(sisa)) else "nama"


def _find_tingkat(kata: set[str]) -> str:
    """The level that a title speaks of; none when it speaks of several."""
    if kata & {"program", "urusan", "bidang"}:
        return "program" if kata == {"program"} else ""
    if kata & {"sub", "subkegiatan", "subgiat"}:
        return "sub"
    return "kegiatan" if kata & {"kegiatan", "giat"} else ""
