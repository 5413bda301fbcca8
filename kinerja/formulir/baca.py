"""The office's form: through the safe door, then its names cell by cell; all that is wrong is told in one run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja.alamat import a1
from kinerja.errors import DataError, gather
from kinerja.formulir.nama import NAMA, NamaForm, parse_nama, suggest_nama
from kinerja.formulir.nama_isian import ISIAN_BARIS, suggest_isian
from kinerja.formulir.selain import check_bagian, check_gaya
from kinerja.perjanjian.kembali.buku import AWALAN_HASIL, AWALAN_ISIAN, BukuUtuh, read_buku
from kinerja.perjanjian.kembali.tanda_formulir import NAMA as NAMA_KAMI
from kinerja.perjanjian.model import AWALAN_NAMA
from kinerja.tabel.arsip import Arsip, refuse_sandi
from kinerja.tabel.buku import refuse_jenis
from kinerja.tabel.ods import JENIS as JENIS_ODS
from kinerja.tabel.pintu import SIMPAN, JenisBerkas, find_jenis
from kinerja.tabel.xlsx_penuh import LembarPenuh
from kinerja.workbook.isi_buku import count_luas

Sel = tuple[int, int]
"""Row and column, from 0."""
MAKS_ISIAN = 200_000
"""Cells of a range in which one types: 20.000 respondents, ten answers."""
_KURAWAL = ("{{", "}}")


@dataclass(frozen=True, slots=True)
class Tempat:
    """A cell of a form with names in it; rows and columns count from 0.

    Attributes:
        teks: all that stands in it.
        nama: the names in it, in their order.
        daftar: key of the list of its row, where that is repeated.
    """

    lembar: str
    baris: int
    kolom: int
    teks: str
    nama: tuple[NamaForm, ...]
    daftar: str = ""

    @property
    def polos(self) -> bool:
        """Whether a name is all that stands there, so that its value stays what it is."""
        return NAMA.fullmatch(self.teks.strip()) is not None

    @property
    def isian(self) -> str:
        """The input that it marks, `isian_…`; empty for what is filled in."""
        return self.nama[0].bidang if self.nama[0].isian else ""


@dataclass(frozen=True, slots=True)
class LembarForm:
    """A sheet of a form.

    Attributes:
        ulangan: rows that are repeated, from above, each with the key of its list.
        halaman: heads and feet of its pages as the file holds them, each with its element (`oddHeader`).
    """

    nama: str
    tempat: tuple[Tempat, ...]
    ulangan: tuple[tuple[int, str], ...]
    halaman: tuple[tuple[str, str], ...] = ()

    def list_nama_halaman(self) -> Iterator[NamaForm]:
        """The names in heads and feet."""
        for _, teks in self.halaman:
            yield from (nama for cocok in NAMA.finditer(teks) if (nama := parse_nama(cocok[1])))


@dataclass(frozen=True, slots=True)
class Formulir:
    """A form that can be filled in.

    Attributes:
        berkas: name of its file.
        isi: its bytes, functions of ours frozen.
        asli: its bytes as the office gave them.
    """

    berkas: str
    isi: bytes
    asli: bytes
    lembar: tuple[LembarForm, ...]

    @property
    def sidik(self) -> str:
        """SHA-256 of the bytes as the office gave them, hexadecimal."""
        return hashlib.sha256(self.asli).hexdigest()


def check_berkas(isi: bytes, berkas: str) -> None:
    """Refuse what is no .xlsx workbook.

    Raises:
        DataError: another kind of file, or locked with a password.
    """
    jenis = find_jenis(isi)
    if jenis is JenisBerkas.SANDI:
        raise refuse_sandi(berkas)
    if jenis is not JenisBerkas.ZIP:
        raise refuse_jenis(jenis, berkas)
    arsip = Arsip(isi, berkas, bebas=True)
    if arsip.read_awal("mimetype", len(JENIS_ODS)) == JENIS_ODS:
        raise DataError("Ini berkas OpenDocument (.ods).", tempat=berkas, saran=SIMPAN)
    check_gaya(arsip, berkas)


def read_formulir(isi: bytes, berkas: str, asli: bytes | None = None) -> Formulir:
    """A form with its names.

    Args:
        asli: its bytes before functions of ours were frozen, if any were.

    Raises:
        DataError: no .xlsx, encrypted, broken, too large; without any name. BanyakError: what is wrong with its names.
    """
    check_berkas(isi, berkas)
    arsip = Arsip(isi, berkas, bebas=True)
    halaman: dict[str, dict[str, str]] = {}
    salah = list(check_bagian(arsip, berkas, halaman))
    buku = read_buku(isi, berkas)
    if any(nama.casefold() == f"{AWALAN_NAMA}kode" for nama in buku.nama_mentah):
        raise DataError(
            "Ini buku kerja yang sudah diterbitkan, bukan formulir.", tempat=berkas, saran="Pakai formulir kosongnya."
        )
    lembar = tuple(_read_lembar(nama, satu, berkas, salah, halaman.get(nama, {})) for nama, satu in buku.lembar.items())
    salah += [*_check_rentang(buku, berkas), *_check_isian(buku, lembar, berkas)]
    if salah:
        raise gather(salah)
    if not any(satu.tempat or [*satu.list_nama_halaman()] for satu in lembar):
        raise DataError(
            "Tidak ada nama dalam kurung kurawal di formulir ini.",
            tempat=berkas,
            saran="Ketik misalnya {{kecamatan.nama}} di sel yang harus diisi; contohnya: kinerja templat contoh.",
        )
    return Formulir(berkas, isi, isi if asli is None else asli, lembar)


def refuse(pesan: str, berkas: str, lembar: str, letak: tuple[int, int] | None = None, saran: str = "") -> DataError:
    """What is wrong with a form: where, and what to do."""
    sel = f", sel {a1(*letak)}" if letak else ""
    return DataError(pesan, tempat=f"{berkas}, lembar {lembar}{sel}", saran=saran)


def _read_lembar(
    nama: str, isi: LembarPenuh, berkas: str, salah: list[DataError], halaman: Mapping[str, str]
) -> LembarForm:
    """A sheet; what is wrong goes to `salah`.

    Args:
        halaman: heads and feet of its pages, by element.
    """
    if isi.terkunci:
        saran = "Buka proteksinya dahulu: Tinjau, Batalkan Proteksi Lembar (Review, Unprotect Sheet)."
        salah.append(refuse("Lembar ini terproteksi.", berkas, nama, saran=saran))
    semua: dict[int, list[Tempat]] = {}
    for letak, sel in sorted(isi.sel.items()):
        rumus = (
            None if sel.rumus is None else sel.rumus.removeprefix("{").removesuffix("}")
        )  # those of an array formula
        if rumus is not None and any(tanda in rumus for tanda in _KURAWAL):
            pesan = "Nama dalam kurung kurawal tidak boleh di dalam rumus."
            salah.append(refuse(pesan, berkas, nama, letak, "Taruh namanya di sel lain, lalu tunjuk sel itu."))
        elif isinstance(sel.nilai, str) and rumus is None and any(tanda in sel.nilai for tanda in _KURAWAL):
            semua.setdefault(letak[0], []).extend(_read_sel(sel.nilai, berkas, nama, letak, salah))
    ulangan = []
    for baris, milik in semua.items():
        daftar = list(dict.fromkeys(n.daftar for t in milik for n in t.nama if n.berulang))
        if len(daftar) > 1:
            pesan = f"Satu baris tidak dapat mengulang dua daftar: {' dan '.join(daftar)}."
            salah.append(refuse(pesan, berkas, nama, (baris, milik[0].kolom), "Pisahkan ke baris yang berbeda."))
        elif daftar:
            ulangan.append((baris, daftar[0]))
            salah += _check_gabung(isi, baris, berkas, nama)
    milik_daftar = dict(ulangan)
    tempat = tuple(
        Tempat(t.lembar, t.baris, t.kolom, t.teks, t.nama, milik_daftar.get(b, "")) for b, m in semua.items() for t in m
    )
    for teks in halaman.values():
        salah += _check_halaman(teks, berkas, nama, salah)
    return LembarForm(nama, tempat, tuple(ulangan), tuple(halaman.items()))


def _check_halaman(teks: str, berkas: str, lembar: str, salah: list[DataError]) -> Iterator[DataError]:
    """A head or foot, where nothing is repeated or typed."""
    if not any(tanda in teks for tanda in _KURAWAL):
        return
    for tempat in _read_sel(teks, berkas, lembar, None, salah):
        for nama in tempat.nama:
            if nama.berulang or nama.isian:
                pesan = f"Nama {{{{{nama.teks}}}}} tidak dapat dipakai di kepala atau kaki halaman."
                saran = "Taruh di sel; atau sebut nomornya, misalnya {{program.1.nama}}."
                yield refuse(pesan, berkas, lembar, saran=saran)


def _read_sel(
    teks: str, berkas: str, lembar: str, letak: tuple[int, int] | None, salah: list[DataError]
) -> Iterator[Tempat]:
    """A cell with names; nothing where one of them is wrong."""
    nama, keliru = [], len(salah)
    for cocok in NAMA.finditer(teks):
        satu = parse_nama(cocok[1])
        if satu is None:
            pesan = f"Nama {{{{{cocok[1][:60]}}}}} tidak dikenal."
            salah.append(refuse(pesan, berkas, lembar, letak, suggest_nama(cocok[1])))
        else:
            nama.append(satu)
    if any(tanda in NAMA.sub("", teks) for tanda in _KURAWAL) or "{{{" in teks or "}}}" in teks:
        pesan = "Kurung kurawalnya tidak berpasangan."
        salah.append(refuse(pesan, berkas, lembar, letak, "Tulis nama seperti ini: {{kecamatan.nama}}."))
    hasil = Tempat(lembar, *(letak or (0, 0)), teks, tuple(nama))
    if letak and len(salah) == keliru and any(n.isian for n in nama) and not hasil.polos:
        pesan = "Nama isian harus sendirian di selnya, karena seluruh sel itu diketik kecamatan."
        salah.append(refuse(pesan, berkas, lembar, letak, "Pindahkan teks lainnya ke sel di sebelahnya."))
    if len(salah) == keliru:
        yield hasil


def _check_gabung(isi: LembarPenuh, baris: int, berkas: str, lembar: str) -> Iterator[DataError]:
    for b, k, b_akhir, _ in isi.gabung:
        if b <= baris <= b_akhir and b != b_akhir:
            pesan = "Baris daftar ada di dalam sel gabung yang lebih dari satu baris, sehingga tidak dapat diulang."
            yield refuse(pesan, berkas, lembar, (b, k), "Pisahkan sel gabungnya, atau gabungkan ke samping saja.")


def _check_rentang(buku: BukuUtuh, berkas: str) -> Iterator[DataError]:
    """Names of ranges that mean something to us, and cannot."""
    letak = "di Excel: Rumus, Manajer Nama (Formulas, Name Manager)."
    saran = f"Betulkan {letak}"
    for nama, acuan in buku.nama_mentah.items():
        kecil = nama.casefold()
        if kecil.startswith(AWALAN_NAMA) or kecil in NAMA_KAMI:
            pesan = f"Nama rentang {nama} dipakai kinerja sendiri."
            yield DataError(pesan, tempat=berkas, saran=f"Beri nama lain {letak}")
        elif kecil.startswith(AWALAN_ISIAN) and nama not in buku.nama:
            pesan = f"Nama rentang {nama} tidak menunjuk satu rentang sel ({acuan[:60]})."
            yield DataError(pesan, tempat=berkas, saran=saran)
        elif kecil.startswith(AWALAN_ISIAN) and count_luas(buku.nama[nama][1]) > MAKS_ISIAN:
            pesan = f"Nama rentang {nama} menunjuk terlalu banyak sel ({acuan[:60]})."
            yield DataError(pesan, tempat=berkas, saran=saran)
    for lembar, nama in buku.nama_lokal:
        if nama.casefold().startswith((AWALAN_ISIAN, AWALAN_HASIL)):
            pesan = f"Nama rentang {nama} hanya berlaku di lembar {lembar}."
            saran = f"Hapus, lalu buat lagi dengan lingkup Buku Kerja (Workbook) {letak}"
            yield DataError(pesan, tempat=berkas, saran=saran)


def _check_isian(buku: BukuUtuh, lembar: Sequence[LembarForm], berkas: str) -> Iterator[DataError]:
    """Inputs of one name at two places."""
    rentang = {nama.casefold() for nama in buku.nama_mentah}
    ada: dict[tuple[str, str], Tempat] = {}
    for t in (t for satu in lembar for t in satu.tempat if t.polos):
        nama = t.isian or _find_diminta(t)
        if not nama:
            continue
        if t.isian and (galat := _refuse_isian(t, berkas)):
            yield galat
        kunci = (nama, t.daftar)
        if kunci in ada and t.isian:
            lain = ada[kunci]
            pesan = f"Nama {{{{{nama}}}}} sudah dipakai di lembar {lain.lembar}, sel {a1(lain.baris, lain.kolom)}."
            yield refuse(pesan, berkas, t.lembar, (t.baris, t.kolom), "Beri setiap isian namanya sendiri.")
        ada.setdefault(kunci, t)
        if not t.daftar and nama in rentang:
            pesan = f"Nama {{{{{t.nama[0].teks}}}}} menjadi isian {nama}, yang sudah menjadi nama rentang."
            yield refuse(pesan, berkas, t.lembar, (t.baris, t.kolom), "Pakai salah satu saja.")


def _refuse_isian(t: Tempat, berkas: str) -> DataError | None:
    """An input that is likely to be misspelt, or that means nothing where it stands."""
    letak = (t.baris, t.kolom)
    if mirip := suggest_isian(t.isian):
        pesan = f"Nama {{{{{t.isian}}}}} mirip {{{{{mirip}}}}}, tetapi bukan itu."
        return refuse(pesan, berkas, t.lembar, letak, "Betulkan; bila memang lain, pakai kata yang tidak mirip.")
    if t.isian in ISIAN_BARIS and not t.daftar:
        pesan = f"Nama {{{{{t.isian}}}}} hanya berarti di baris yang berulang."
        return refuse(
            pesan, berkas, t.lembar, letak, "Pindahkan ke baris daftarnya, misalnya di sebelah {{indikator.nama}}."
        )
    return None


def _find_diminta(tempat: Tempat) -> str:
    """The input, `isian_…`, that a cell becomes where its value is not known yet; empty for items of lists."""
    bidang = tempat.nama[0].get_bidang()
    return bidang.isian if bidang and not tempat.nama[0].daftar else ""
