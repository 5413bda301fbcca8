"""Whose a returned workbook is, and which issue it comes from: by its identity, never by the name of its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kinerja.berkas import HASIL
from kinerja.errors import DataError
from kinerja.hari import write_tanggal
from kinerja.kumpul.kode import KU02, KU03, KU04, KU05
from kinerja.perintah import write_perintah
from kinerja.perjanjian.kembali.berkas import Identitas as Tanda
from kinerja.perjanjian.kembali.berkas import parse_identitas
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN, BukuUtuh, read_buku
from kinerja.perjanjian.kembali.tanda_formulir import FORMULIR
from kinerja.perjanjian.model import AWALAN_NAMA, JenisPerjanjian
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul
from kinerja.tabel.arsip import Arsip, refuse_sandi
from kinerja.tabel.buku import refuse_jenis
from kinerja.tabel.ods import JENIS as JENIS_ODS
from kinerja.tabel.pintu import SIMPAN, JenisBerkas, find_jenis
from kinerja.terbit.asal import list_pilihan
from kinerja.terbit.identitas import Identitas, read_identitas
from kinerja.terbit.register import Register, Terbitan

MIRIP = 3
"""Issues that a workbook without a sound identity is compared with."""
INGAT = 24
"""Issues that are remembered: those of a city, whose files come in any order; each takes a megabyte or two."""
_ULANG = "Minta kecamatan mengirim ulang buku kerja .xlsx yang diisinya."
_LAIN_FORMULIR = "Buku ini dibuat dari formulir lain daripada semua terbitannya di register."
_CUKUP = 0.5
"""Share of an issue's constants that must be there before it is named."""


@dataclass(frozen=True, slots=True)
class Milik:
    """Whose a workbook is.

    Attributes:
        tanda: what it says of itself; None where that is gone or broken.
        terbitan: the issue that it comes from; None where the register has none.
        terbit: that issue as a workbook.
    """

    tanda: Tanda | None
    terbitan: Terbitan | None
    terbit: BukuUtuh | None
    temuan: tuple[TemuanKumpul, ...]


class Pustaka:
    """The issues of a register, by agreement."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self.semua: dict[Identitas, list[Terbitan]] = {}
        for satu in register.list_terbitan():
            self.semua.setdefault(satu.identitas, []).insert(0, satu)
        self._read = lru_cache(maxsize=INGAT)(self._read_buku)

    @property
    def folder(self) -> Path:
        """That was issued into, as far as the register tells."""
        return self._register.path.parent / self._register.letak

    def list_revisi(self, identitas: Identitas) -> Sequence[Terbitan]:
        """Issues of an agreement, the last one first."""
        return self.semua.get(identitas, ())

    def list_terakhir(self) -> list[Terbitan]:
        """The last issue of each agreement."""
        return [milik[0] for milik in self.semua.values()]

    def read(self, terbitan: Terbitan) -> BukuUtuh:
        """An issue as a workbook.

        Raises:
            BerkasError: what the register keeps of it is damaged.
        """
        return self._read(terbitan.sidik, terbitan.berkas)

    def _read_buku(self, sidik: str, berkas: str) -> BukuUtuh:
        return read_buku(self._register.read_isi(sidik), berkas)


def open_datang(isi: bytes, tempat: str) -> BukuUtuh:
    """A returned workbook.

    Raises:
        DataError: no .xlsx, another kind of workbook, encrypted, broken, too large; none of ours.
    """
    jenis = find_jenis(isi)
    if jenis is JenisBerkas.SANDI:
        raise refuse_sandi(tempat)
    if jenis is JenisBerkas.OLE:
        raise DataError("Ini berkas Excel lama (.xls).", tempat=tempat, saran=SIMPAN)
    try:
        if jenis is not JenisBerkas.ZIP:
            raise refuse_jenis(jenis, tempat)
        arsip = Arsip(isi, tempat, bebas=True)
    except DataError as galat:  # a picture, a letter, half a file: whoever collects cannot save it otherwise
        raise DataError(galat.pesan, tempat=tempat, saran=_ULANG) from None
    if arsip.read_awal("mimetype", len(JENIS_ODS)) == JENIS_ODS:
        raise DataError("Ini berkas OpenDocument (.ods).", tempat=tempat, saran=SIMPAN)
    buku = read_buku(isi, tempat)
    if not any(nama.startswith((AWALAN_NAMA, AWALAN_ISIAN)) for nama in buku.nama_mentah):
        raise DataError(
            "Ini bukan buku kerja perjanjian kinerja, atau nama-nama di dalamnya sudah hilang.",
            tempat=tempat,
            saran="Kumpulkan berkas .xlsx yang diterbitkan dan diisi.",
        )
    return buku


def find_milik(datang: BukuUtuh, isi: bytes, pustaka: Pustaka) -> Milik:
    """Whose a workbook is, and the issue that it comes from."""
    tanda = parse_identitas(datang.identitas)
    if tanda is None:
        pesan = "Identitas berkas ini hilang atau rusak" + suggest_milik(datang, pustaka)
        return Milik(None, None, None, (KU03.report(("Identitas", ""), f"{pesan}."),))
    temuan = list(_check_sifat(datang, isi))
    revisi = pustaka.list_revisi(Identitas(tanda.kode, tanda.tahun, tanda.jenis))
    if not revisi:
        return Milik(tanda, None, None, (*temuan, _report_asing(tanda, pustaka)))
    pilihan = _choose(datang, revisi, pustaka)
    if pilihan is None:
        return Milik(tanda, None, None, (*temuan, KU04.report(("", ""), _LAIN_FORMULIR)))
    satu, terbit = pilihan
    if satu is not revisi[0]:
        pesan = f"Berkas ini dari revisi {satu.revisi} (versi {satu.versi}); yang terakhir revisi {revisi[0].revisi}"
        pesan += f" (versi {revisi[0].versi}, {write_tanggal(revisi[0].waktu)})."
        temuan.append(KU05.report(("", ""), pesan, saran=advise_terakhir(revisi[0], pustaka)))
    temuan += _check_perubahan(tanda, pustaka)
    return Milik(tanda, satu, terbit, tuple(temuan))


def _check_perubahan(tanda: Tanda, pustaka: Pustaka) -> Iterator[TemuanKumpul]:
    """A murni that came although its perubahan was issued."""
    if tanda.jenis == JenisPerjanjian.MURNI:
        for baru in pustaka.list_revisi(Identitas(tanda.kode, tanda.tahun, str(JenisPerjanjian.PERUBAHAN)))[:1]:
            kapan = write_tanggal(baru.waktu)
            pesan = f"Ini perjanjian murni; perubahannya sudah diterbitkan {kapan}, dan itu yang diminta."
            yield KU05.report(("", ""), pesan, saran=advise_terakhir(baru, pustaka))


def advise_terakhir(terbitan: Terbitan, pustaka: Pustaka) -> str:
    """How inputs go on into the last issue: what issued it, for this kecamatan alone, as far as the register tells."""
    i = terbitan.identitas
    kata = [*list_pilihan(terbitan.sumber, i.tahun), "--jenis", i.jenis]
    if "--semua" not in kata:  # which takes no kecamatan
        kata += ["--kecamatan", i.kode]
    if pustaka.read(terbitan).identitas.get(FORMULIR):
        kata += ["--templat", "FORMULIR"]
    if pustaka.folder != HASIL:
        kata += ["--keluar", str(pustaka.folder)]
    perintah = write_perintah(["kinerja", "buat", *kata, "--isi-dari", "SUMBER"])
    return f"Bila belum, pindahkan isiannya ke terbitan terakhir, dengan pilihan yang sama: {perintah}"


def _choose(datang: BukuUtuh, revisi: Sequence[Terbitan], pustaka: Pustaka) -> tuple[Terbitan, BukuUtuh] | None:
    """The revision whose digest the workbook carries; else of its form the last of its version; else the last.

    None where all are of another form: cell by cell they have nothing in common.
    """
    versi = datang.identitas.get("versi", "")
    for satu in revisi:
        if satu.versi == versi and is_asal(terbit := pustaka.read(satu), datang):
            return satu, terbit
    formulir = datang.identitas.get(FORMULIR)
    seformulir = [satu for satu in revisi if pustaka.read(satu).identitas.get(FORMULIR) == formulir]
    if not seformulir:
        return None
    satu = next((satu for satu in seformulir if satu.versi == versi), seformulir[0])
    return satu, pustaka.read(satu)


def is_asal(terbit: BukuUtuh, datang: BukuUtuh) -> bool:
    """Whether a workbook comes from this very issue, as it says itself."""
    return terbit.identitas.get("sidik") == datang.identitas.get("sidik", "")


def _check_sifat(datang: BukuUtuh, isi: bytes) -> list[TemuanKumpul]:
    """The file's properties, where a program kept them, must say what the hidden sheet says."""
    sifat = read_identitas(isi)
    beda = [k for k, teks in sifat.items() if k in datang.identitas and datang.identitas[k] != teks]
    return [
        KU02.report(
            ("Identitas", ""),
            f"Lembar Identitas dan sifat berkas berbeda pada {kunci}.",
            terbit=sifat[kunci],
            datang=datang.identitas[kunci],
        )
        for kunci in beda
    ]


def _report_asing(tanda: Tanda, pustaka: Pustaka) -> TemuanKumpul:
    """The register has no such issue; what it has of that kecamatan."""
    ada = sorted({f"{i.jenis} {i.tahun}" for i in pustaka.semua if i.kode == tanda.kode})
    lain = f"; yang ada {', '.join(ada)}" if ada else ""
    pesan = f"Tidak ada terbitan {tanda.jenis} {tanda.tahun} untuk {tanda.sebutan}{lain}."
    return KU04.report(("", ""), pesan, saran=f"Minta buku {ada[-1]}, atau periksa --terbit." if ada else "")


def suggest_milik(datang: BukuUtuh, pustaka: Pustaka, selain: str = "") -> str:
    """Which issue a workbook is most like, as the end of a sentence; empty where it is like none.

    Args:
        selain: code of the kecamatan that it says to be of.
    """
    teks = [s.nilai for lembar in datang.lembar.values() for s in lembar.sel.values() if isinstance(s.nilai, str)]
    semua = "\n".join(teks)
    calon = [t for t in pustaka.list_terakhir() if t.nama and t.nama in semua]
    calon.sort(key=lambda t: (semua.count(t.nama), t.revisi), reverse=True)
    mirip = sorted(((compute_mirip(datang, pustaka.read(t)), t) for t in calon[:MIRIP]), key=lambda x: -x[0])
    if not mirip or mirip[0][0] < _CUKUP or mirip[0][1].identitas.kode == selain:
        return ""
    t = mirip[0][1]
    return f"; isinya paling mirip terbitan {t.identitas.jenis} {t.identitas.tahun} untuk {t.identitas.kode} {t.nama}"


def compute_mirip(datang: BukuUtuh, terbit: BukuUtuh) -> float:
    """Share, 0 to 1, of the texts of an issue that stand in the same places."""
    sama = banyak = 0
    for nama, lembar in terbit.lembar.items():
        lain = datang.lembar.get(nama)
        for tempat, sel in lembar.sel.items():
            if isinstance(sel.nilai, str) and sel.rumus is None:
                banyak += 1
                sama += lain is not None and tempat in lain.sel and lain.sel[tempat].nilai == sel.nilai
    return sama / banyak if banyak else 0.0
