"""Carry over for a whole batch: of each new agreement the filled workbook before it, and what of that arrives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from kinerja.berkas import explain_oserror, write_baru
from kinerja.errors import DataError
from kinerja.kumpul.bawa import Bawaan, Sisa, carry_isian
from kinerja.kumpul.milik import Pustaka
from kinerja.kumpul.periksa import check_kiriman
from kinerja.kumpul.proses import to_kembalian
from kinerja.kumpul.sumber_isian import Sumber, Terisi
from kinerja.kumpul.tabel_csv import write_tabel_csv
from kinerja.kumpul.terdahulu import list_asal
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import add_kembalian
from kinerja.terbit.pembuatan import OpsiTerbit, identify, make_serial
from kinerja.terbit.register import Register

TERSISA = "isian-tersisa.csv"
_KEPALA = ("Kode", "Kecamatan", "Berkas", "Lembar", "Sel", "Isian", "Baris", "Nilai", "Sebab")


@dataclass(frozen=True, slots=True)
class Pindahan:
    """What one new agreement takes over, and from which workbook.

    Attributes:
        sidik_terbit: digest of the issue that this workbook says to come from.
    """

    identitas: Identitas
    nama: str
    asal: Terisi
    bawaan: Bawaan
    sidik_terbit: str

    def to_dict(self) -> dict[str, object]:
        """As data for JSON."""
        return {
            "kode": self.identitas.kode,
            "kecamatan": self.nama,
            "berkas": self.asal.kiriman.nama,
            "tidak_dipakai": list(self.asal.lain),
            "terbawa": self.bawaan.terbawa,
            "tersisa": [asdict(s) | {"nilai": s.tampak} for s in self.bawaan.sisa],
        }


def list_pindahan(
    perjanjian: Sequence[PerjanjianKinerja], opsi: OpsiTerbit, sumber: Sumber, say: Callable[[str], object]
) -> Iterator[Pindahan]:
    """What new agreements take over, in their order.

    The year must be the same; a perubahan takes over from a perubahan, else from the murni of its year.

    Args:
        opsi: how the new workbooks are made.
        say: is told, in a sentence, what cannot be used, and why.

    Raises:
        DataError: there is nothing at all to be carried over.
    """
    terisi = {t.identitas: t for t in sumber.list_terisi()}
    for pesan in sumber.pesan:
        say(pesan)
    dipakai: set[Identitas] = set()
    for pk in perjanjian:
        kini = identify(pk)
        asal = _find_asal(kini, terisi)
        if asal is None:
            for satu in (t for i, t in terisi.items() if i.kode == kini.kode):
                say(_refuse(satu, kini))
            continue
        dipakai.add(asal.identitas)
        for nama in asal.lain:
            say(f"{nama} tidak dipakai: {asal.kiriman.nama} lebih baru atau lebih lengkap.")
        _, lama, isian, _ = sumber.read(asal.kiriman)
        (kosong,) = make_serial([pk], replace(opsi, isi={}))
        baru = read_buku(kosong.isi, pk.kecamatan.sebutan)
        sidik = lama.identitas.get("sidik", "")
        yield Pindahan(kini, pk.kecamatan.nama, asal, carry_isian(lama, isian, baru), sidik)
    if not dipakai:
        raise DataError(
            "Tidak ada isian yang dapat dibawa ke perjanjian ini.",
            saran="Periksa sumber --isi-dari: tahunnya harus sama, dan kecamatannya harus ada di data.",
        )


def _find_asal(kini: Identitas, terisi: Mapping[Identitas, Terisi]) -> Terisi | None:
    """The workbook before a new agreement."""
    return next((t for i in list_asal(kini) if (t := terisi.get(i))), None)


def _refuse(asal: Terisi, kini: Identitas) -> str:
    i = asal.identitas
    sebab = (
        f"tahunnya {i.tahun}, perjanjian barunya {kini.tahun}"
        if i.tahun != kini.tahun
        else f"berasal dari perjanjian {i.jenis}, perjanjian barunya {kini.jenis}"
    )
    return f"{asal.kiriman.nama} tidak dipakai: {sebab}."


def keep_asal(pindahan: Iterable[Pindahan], register: Register, waktu: datetime) -> None:
    """Keep the files of which something is left over, whole, in the register of the new issues.

    They count for nothing there until they are collected.

    Raises:
        BerkasError: it cannot be written.
    """
    pustaka = Pustaka(register)
    with register.transaction():
        for satu in pindahan:
            buku = check_kiriman(satu.asal.kiriman, pustaka) if satu.bawaan.sisa else None
            if buku is not None and buku.hasil is not None:
                add_kembalian(register, to_kembalian(buku, waktu), satu.asal.kiriman.isi)


def write_tersisa(pindahan: Iterable[Pindahan], folder: Path) -> Path | None:
    """List what is left over in a file of its own, never over another; the same list once more is no other file.

    Raises:
        BerkasError: it cannot be written.

    Returns:
        The file; None where nothing is left over.
    """
    semua = [(satu, sisa) for satu in pindahan for sisa in satu.bawaan.sisa]
    if not semua:
        return None
    data = write_tabel_csv(_KEPALA, (_to_baris(*satu) for satu in semua))
    nomor = 1
    while True:
        path = folder / (TERSISA if nomor == 1 else TERSISA.replace(".", f"-{nomor}."))
        with explain_oserror(path):
            ada = path.exists() or path.is_symlink()
            if ada and path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
                return path
        if not ada:
            write_baru(path, data)
            return path
        nomor += 1


def _to_baris(satu: Pindahan, s: Sisa) -> tuple[str, ...]:
    i, berkas = satu.identitas, satu.asal.kiriman.nama
    return i.kode, satu.nama, berkas, s.lembar, s.sel, s.nama, s.baris, s.tampak, s.sebab
