"""Keys that compare: codes and kecamatan of all sources in one spelling, as whole numbers in the order of the keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from kinerja.anggaran.atas import count_level
from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.anggaran.banding.pohon import add_induk
from kinerja.anggaran.rekon import TANPA_KODE, complete_nomor, index_program
from kinerja.anggaran.sel_kode import split_kode_nama
from kinerja.anggaran.sumber import SEBUTAN, Peran
from kinerja.errors import DataError
from kinerja.kode import PROGRAM, JenisKode, normalize_kode, read_kode
from kinerja.nomenklatur import find_program, normalize_nama
from kinerja.wilayah import list_kabkota, list_kecamatan
from kinerja.wilayah import normalize_kode as normalize_wilayah

_KODE_KECAMATAN = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Kamus:
    """Keys by number; a code that begins with `~` is a name, for rows without a code."""

    kecamatan: tuple[str, ...]
    kode: tuple[str, ...]
    nama_kecamatan: dict[str, str]

    def is_nama(self, kode: int) -> bool:
        """Whether a name stands for the code."""
        return self.kode[kode].startswith(TANPA_KODE)

    def write_kode(self, kode: int) -> str:
        """A code, or the name that stands for one, as a reader knows it."""
        return self.kode[kode].removeprefix(TANPA_KODE)


def make_kunci(tabel: Mapping[Peran, TabelAnggaran]) -> tuple[Kamus, dict[Peran, pl.DataFrame]]:
    """The rows of each source with `kec` and `kode` as numbers.

    Raises:
        DataError: a source that does not say which kecamatan, while the others have several.
    """
    wilayah, nama = _resolve_kecamatan(list(tabel.values()))
    kode = _resolve_kode([t.isi for t in tabel.values()])
    daftar_kec = tuple(sorted({k for satu in wilayah for k in satu.values()}))
    # No side may become empty: where one has nothing below a bidang, the others are summed up to it.
    teratas = min(PROGRAM, *(max(map(count_level, satu.values()), default=PROGRAM) for satu in kode))
    daftar_kode = add_induk({k for satu in kode for k in satu.values()}, teratas)
    nomor_kec = {k: n for n, k in enumerate(daftar_kec)}
    nomor_kode = {k: n for n, k in enumerate(daftar_kode)}
    hasil = {}
    for (peran, t), w, d in zip(tabel.items(), wilayah, kode, strict=True):
        kec = _to_nomor(t.isi["kecamatan"].fill_null(""), {m: nomor_kec[k] for m, k in w.items()}).alias("kec")
        satu = _to_nomor(_key_kode(t.isi), {m: nomor_kode[k] for m, k in d.items()}).alias("kode")
        hasil[peran] = t.isi.select(kec, satu, "bagian", "baris", "nama", "sen", "pembeda")
    return Kamus(daftar_kec, daftar_kode, nama), hasil


def _key_kode(isi: pl.DataFrame) -> pl.Series:
    """The code as written, or the name after `~` for a row without one."""
    kode = isi["kode"]
    return kode if kode.null_count() == 0 else isi.select(pl.col("kode").fill_null(TANPA_KODE + pl.col("nama")))["kode"]


def _resolve_kode(semua: Sequence[pl.DataFrame]) -> list[dict[str, str]]:
    """Key of each code or name as written, by source; a programme's bare number is completed by its name."""
    hasil = []
    for isi in semua:
        peta = {}
        for mentah in _key_kode(isi).unique():
            if mentah.startswith(TANPA_KODE):
                nama = mentah.removeprefix(TANPA_KODE)
                baku = find_program(nama)
                peta[mentah] = baku.kode if baku else f"{TANPA_KODE}{normalize_nama(nama)}"
            else:
                induk, _, akun = mentah.partition(" ")
                peta[mentah] = f"{normalize_kode(induk)} {normalize_kode(akun)}" if akun else normalize_kode(induk)
        hasil.append(peta)
    _complete_nomor(semua, hasil)
    return hasil


def _complete_nomor(semua: Sequence[pl.DataFrame], hasil: Sequence[dict[str, str]]) -> None:
    """`01` or `70101` is the programme of that number whose name is the same: in the nomenclature or another source."""
    nomor = [
        {m for m, k in peta.items() if k.count(".") < 2 and read_kode(k).jenis is JenisKode.NOMOR} for peta in hasil
    ]
    if not any(nomor):
        return
    nama = [dict(isi.filter(pl.col("nama").is_not_null()).select("kode", "nama").iter_rows()) for isi in semua]
    program = index_program(
        (peta[m], n) for peta, punya in zip(hasil, nama, strict=True) for m, n in punya.items() if m in peta
    )
    for peta, punya, satu in zip(hasil, nama, nomor, strict=True):
        peta |= {m: complete_nomor(peta[m], punya.get(m, ""), program) for m in satu}


def _to_nomor(mentah: pl.Series, nomor: dict[str, int]) -> pl.Series:
    """Numbers for texts: each different text is looked up once."""
    jenis = pl.Enum(list(nomor))
    return pl.Series(list(nomor.values()), dtype=pl.UInt32).gather(mentah.cast(jenis).to_physical())


def _resolve_kecamatan(semua: Sequence[TabelAnggaran]) -> tuple[list[dict[str, str]], dict[str, str]]:
    """Key of each kecamatan as written, by source, and the names by key."""
    mentah = [set(t.isi["kecamatan"].fill_null("").unique()) for t in semua]
    nama: dict[str, str] = {}
    for t in semua:
        for satu, sebutan in t.nama_kecamatan.items():
            nama.setdefault(normalize_wilayah(satu), _trim(sebutan))
    baku = {m: normalize_wilayah(m) for m in set().union(*mentah) if m}
    kode = {k for k in baku.values() if _KODE_KECAMATAN.fullmatch(k)}
    lain = [m for m, k in baku.items() if k not in kode]
    dari_nama = _index_nama(kode, nama) if lain else {}
    for m in lain:
        sebutan = _trim(nama.get(baku[m]) or split_kode_nama(m)[1] or m)
        baku[m] = dari_nama.get(_fold(sebutan), sebutan.upper())
    _unite_ejaan(baku, kode)
    _unite_tunggal(baku, mentah)
    hasil = [{m: baku[m] for m in satu if m} for satu in mentah]
    for t, ada, peta in zip(semua, mentah, hasil, strict=True):
        if "" in ada:
            peta[""] = _complete(t, ada, [set(p.values()) for p in hasil if p is not peta])
    # An invented code has no name in the register, but the sources may still agree on it.
    terdaftar = {k.kode: k.nama for k in list_kecamatan() if k.kode in kode}
    return hasil, terdaftar | {k: n for k, n in nama.items() if k in kode}


def _unite_ejaan(baku: dict[str, str], kode: set[str]) -> None:
    """Names that differ only in their spaces and signs are one."""
    ejaan: dict[str, str] = {}
    for m, k in sorted(baku.items()):
        if k not in kode and not _is_skpd(k):
            baku[m] = ejaan.setdefault(_fold(k), k)


def _unite_tunggal(baku: dict[str, str], mentah: Sequence[set[str]]) -> None:
    """An SKPD code cannot be compared with a kecamatan code; where each source has one of them, they are the same."""
    if all(len(satu) == 1 for satu in mentah):
        kunci = {baku[m] for satu in mentah for m in satu if m}
        dikenal = {k for k in kunci if not _is_skpd(k)}
        if len(dikenal) == 1:
            baku |= dict.fromkeys((m for m, k in baku.items() if _is_skpd(k)), next(iter(dikenal)))


def _is_skpd(kode: str) -> bool:
    return read_kode(kode).jenis in (JenisKode.SKPD, JenisKode.SUB_UNIT)


def _index_nama(kode: Iterable[str], nama: dict[str, str]) -> dict[str, str]:
    """Codes by name: what the sources say themselves, and the register of the kabupaten/kota that they name."""
    hasil: dict[str, str] = {}
    kabkota = {k[:5] for k in kode}
    daerah = {k.kode: k.nama for k in list_kecamatan() if k.kode[:5] in kabkota}
    for k, sebutan in {**daerah, **nama}.items():
        if _KODE_KECAMATAN.fullmatch(k):
            lipat = _fold(sebutan)
            hasil[lipat] = k if hasil.get(lipat, k) == k else ""  # two kecamatan of one name: neither
    return {n: k for n, k in hasil.items() if k}


def _complete(t: TabelAnggaran, mentah: set[str], lain: list[set[str]]) -> str:
    """The key of rows that name no kecamatan: the only one there is."""
    sumber = SEBUTAN[t.peran]
    if len(mentah) > 1:
        baris = t.isi.filter(pl.col("kecamatan").is_null()).row(0, named=True)
        raise DataError(
            f"Baris {baris['baris']} tidak menyebut kecamatan, padahal baris lain menyebutnya.",
            tempat=t.bagian[baris["bagian"]].place(baris["baris"]),
            saran="Isi kecamatannya.",
        )
    semua = set().union(*lain) - {""}
    if len(semua) > 1:
        raise DataError(
            f"Sumber {sumber} tidak menyebut kecamatan, sedangkan sumber lain memuat {len(semua)} kecamatan.",
            tempat=t.bagian[0].berkas,
            saran="Tulis 'SKPD : nama kecamatan' di atas judul tabelnya, tambahkan kolom kode_kecamatan, atau sebutkan"
            ' kolomnya: --kolom kecamatan="…".',
        )
    return next(iter(semua), "")


def _trim(nama: str) -> str:
    polos = re.sub(r"^(?:kantor\s+)?(?:kecamatan|kec\.?|camat)\s+", "", " ".join(nama.split()), flags=re.IGNORECASE)
    cocok = _KABKOTA.search(polos)
    return polos[: cocok.start()] if cocok and cocok.start() and _is_kabkota(cocok[1]) else polos


_KABKOTA = re.compile(r"\s+((?:kota|kabupaten|kab\.?)\s+.+)$", re.IGNORECASE)


@lru_cache(maxsize=256)
def _is_kabkota(teks: str) -> bool:
    """`Kota Medan` behind the name of a kecamatan, which says where it is."""
    return _fold(re.sub(r"^kab\.?\s", "kabupaten ", teks.casefold())) in {_fold(k.nama) for k in list_kabkota()}


def _fold(nama: str) -> str:
    return "".join(re.findall(r"[^\W_]", nama.casefold()))
