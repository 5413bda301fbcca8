"""What a column title of a budget table means: a code, a name, whose, when, what tells rows apart, or an amount.

Every term that is recognised is in one of the tables below; titles are compared as words in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kinerja.judul import is_kosong, normalize_judul

_JENJANG = frozenset(
    ["urusan", "bidang", "program", "kegiatan", "giat", "sub", "subkegiatan", "subgiat", "dan", "unsur", "pemerintahan"]
)
_SKPD = frozenset(["skpd", "opd", "perangkat", "daerah", "unit", "organisasi", "kerja", "kecamatan"])
_INTI_SKPD = _SKPD - {"daerah", "kerja"}

PEMBEDA = (
    ("sub unit", r"(?:(?:kode|kd|nama|id) )?sub ?(?:skpd|opd|unit|unit kerja|unit organisasi|unit skpd)"),
    ("akun", r"(?:kode|kd|id|no|nomor) (?:akun|rekening belanja|rek belanja)|akun(?: belanja)?"),
    ("nama akun", r"(?:nama|uraian) (?:akun|rekening|rek|belanja)(?: belanja)?"),
    ("sumber dana", r"(?:(?:kode|nama|id) )?sumber (?:dana|pendanaan|anggaran)|(?:(?:kode|nama|id) )?dana(?: dari)?"),
    ("bukti", r"(?:(?:no|nomor|tgl|tanggal) )?(?:sp2d|spm|spp|spj|bku|bukti|kuitansi|kwitansi)(?: .*)?"),
    ("masa", r"(?:nama )?(?:bulan|tanggal|tgl|periode|triwulan|tw|semester|tahap)(?: (?:ke|realisasi|pencairan))?"),
    ("tempat", r"(?:(?:kode|nama) )?(?:lokasi|kelurahan|desa|gampong|nagari|kampung|desa kelurahan|lingkungan)"),
    (
        "rincian",
        r"(?:nama |uraian )?(?:paket|pekerjaan|komponen|subtitle|standar harga)|(?:nama|uraian) rincian(?: .*)?",
    ),
    ("jenis", r"(?:(?:kode|nama) )?(?:jenis|kelompok|objek|rincian objek) belanja"),
)
"""What tells apart rows of one code, by title: such rows add up and are not double."""

_ROMAWI = ((1, "i"), (2, "ii"), (3, "iii"), (4, "iv"))
_BULAN = (
    ("januari", "jan"), ("februari", "feb|pebruari"), ("maret", "mar"), ("april", "apr"), ("mei", "may"),
    ("juni", "jun"), ("juli", "jul"), ("agustus", "agu|agt|ags"), ("september", "sep|sept"),
    ("oktober", "okt"), ("november", "nov|nopember"), ("desember", "des"),
)  # fmt: skip
BULAN = tuple(nama for nama, _ in _BULAN)
TRIWULAN = tuple(f"triwulan {n}" for n, _ in _ROMAWI)
PENGGAL = (
    ("operasi", r"operasi|operasional"),
    ("modal", r"modal"),
    ("tak terduga", r"tak terduga|tidak terduga|btt"),
    ("transfer", r"transfer"),
    ("pegawai", r"pegawai"),
    ("barang dan jasa", r"barang (?:dan )?jasa|barang"),
    ("hibah", r"hibah"),
    ("bantuan sosial", r"bantuan sosial|bansos"),
    ("bunga", r"bunga|subsidi"),
    *((nama, rf"{nama}|{pola}") for nama, pola in _BULAN),
    *((f"triwulan {n}", rf"(?:triwulan|tw|tri wulan)(?: ke)? ?(?:{n}|{r})") for n, r in _ROMAWI),
    *((f"semester {n}", rf"(?:semester|smt|sem) ?(?:{n}|{r})") for n, r in _ROMAWI[:2]),
)  # fmt: skip
"""Parts of a whole that stand in columns of their own: they add up where no total stands beside them."""
PEMILIK = ("kecamatan", "nama_kecamatan", "skpd")
"""Meanings of the columns that say whose a row is."""
KELOMPOK = frozenset(["operasi", "modal", "tak terduga", "transfer"])
"""The groups that all spending falls into (Permendagri 77/2020): a SIPD report shows each in columns of its own."""

_AKHIR = r"setelah|sesudah|menjadi|perubahan|pergeseran|akhir|pak|papbd|p apbd|apbdp|apbd p|rapbdp|dppa|terakhir"
_AWAL = r"sebelum|semula|murni|awal|induk|pagumurni"
_PAGU = (
    r"pagu\w*|anggaran|dpa|dppa|rka|rkpd|renja|perjanjian|r?apbd|papbd|apbdp|plafon|alokasi|dana|belanja|kebutuhan"
    r"|murni|semula|menjadi|pak"
)
_JUMLAH = r"jumlah|total|nilai|rp|rupiah"
_REALISASI = r"realisasi|penyerapan|pencairan|sp2d|spj"
_BUKAN = (
    r"persen|persentase|prosentase|sisa|selisih|bertambah|berkurang|lebih|kurang|sumber|koefisien|satuan|harga|ppn"
    r"|volume|vol|keterangan|ket|lokasi|prioritas|serapan|kode|no|nomor"
)
_BUKAN_KECUALI_RUPIAH = r"fisik|kinerja|output|target|indikator|capaian"
"""Words of a title whose lower part may still say `Rp`: a target has a figure and a budget."""
_PENGISI = (
    r"rp|rupiah|dalam|nomenklatur|nama|uraian|tahun|anggaran|ta|t a|validasi|definitif|indikatif|kas|dan|ini|berjalan"
    r"|sampai|dengan|s d|sd|keuangan|skpd|opd|kelompok|jenis|rencana|pada|yang|dari|di|ke|untuk|dpa|dppa|total|jumlah"
    r"|nilai|setelah|sebelum|sesudah"
)
_RUPIAH = frozenset(["rp", "rupiah", "keuangan", "anggaran", "dana", "pagu", "rp juta", "jumlah"])
_GESER = (
    (-1, r"(?:t|n) ?(?:-|min) ?1|tahun (?:lalu|sebelumnya|kemarin|yang lalu)"),
    (1, r"(?:t|n) ?(?:\+|plus) ?1|prakiraan maju|tahun (?:depan|berikutnya|berikut)"),
)


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
    if re.match(r"perubahan(?! apbd)\b", teks) and len(teks.split()) > 1 and not _has(teks, "setelah|sesudah|sebelum"):
        return None  # by how much the budget changes, not what it is after the change
    geser = next((n for n, pola in _GESER if any(re.search(rf"\b(?:{pola})(?!\w)", b.casefold()) for b in bagian)), 0)
    isi = re.sub(r"\b20[0-9]{2}\b", " ", teks)
    tahun = [int(t) for t in re.findall(r"\b(20[0-9]{2})\b", teks)]
    utuh = _has(isi, "s d|sd|sampai") or (_has(isi, "jumlah|total") and not _has(isi, "belanja"))
    potong = "" if utuh else next((nama for nama, pola in PENGGAL if _has(isi, pola)), "")
    masa = "perubahan" if _has(isi, _AKHIR) and not _has(isi, "sebelum|semula") else "murni" if _has(isi, _AWAL) else ""
    peran = next(
        (nama for nama, pola in (("realisasi", _REALISASI), ("pagu", _PAGU), ("jumlah", _JUMLAH)) if _has(isi, pola)),
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
    dikenal = "|".join([_PAGU, _JUMLAH, _REALISASI, _AKHIR, _AWAL, _PENGISI])
    if berbagian or _has(isi, "s d|sd|sampai"):
        dikenal += "|" + "|".join(pola for _, pola in PENGGAL)
    return re.sub(rf"\b(?:{dikenal})\b", " ", isi).split()


def _is_lain(lipat: Sequence[str], teks: str) -> bool:
    """A title with a word for what is no amount."""
    bawah = lipat[-1] if len(lipat) > 1 else ""
    fisik = bawah not in _RUPIAH and _has(teks, _BUKAN_KECUALI_RUPIAH)
    return bawah in {"k", "fisik", "kinerja"} or fisik or _has(teks, _BUKAN)


def _has(teks: str, pola: str) -> bool:
    return re.search(rf"\b(?:{pola})\b", teks) is not None


def _classify_kode(sisa: set[str]) -> str:
    if sisa & {"kecamatan", "kec", "wilayah"}:
        return "kecamatan"
    if sisa & {"skpd", "opd", "unit", "organisasi"}:
        return "skpd"
    if sisa and sisa <= {"urusan", "bidang", "pemerintahan"}:
        return "kode_bidang" if "bidang" in sisa else "kode_urusan"
    if sisa <= _JENJANG | {"rek", "rekening", "belanja", "akun", "anggaran"}:
        return f"kode_{tingkat}" if (tingkat := _find_tingkat(sisa)) else "kode"
    return ""


def _classify_nama(himpun: set[str]) -> str:
    sisa = himpun - {"nama", "uraian", "nomenklatur"}
    if not sisa:
        return "nama" if himpun & {"nama", "uraian"} else ""
    if sisa <= _SKPD and sisa & _INTI_SKPD:
        return "nama_kecamatan"
    if sisa <= {"urusan", "bidang", "pemerintahan"} or not sisa <= _JENJANG:
        return ""
    return f"nama_{tingkat}" if (tingkat := _find_tingkat(sisa)) else "nama"


def _find_tingkat(kata: set[str]) -> str:
    """The level that a title speaks of; none when it speaks of several."""
    if kata & {"program", "urusan", "bidang"}:
        return "program" if kata == {"program"} else ""
    if kata & {"sub", "subkegiatan", "subgiat"}:
        return "sub"
    return "kegiatan" if kata & {"kegiatan", "giat"} else ""
