"""The return before, in the places of the issue that counts now: rows may have moved since, or become others."""

from __future__ import annotations

from dataclasses import replace

from kinerja.kumpul.bawa import carry_isian
from kinerja.kumpul.data import Data, to_polos
from kinerja.kumpul.milik import Pustaka, find_milik, open_datang
from kinerja.perjanjian.kembali.isian import read_isian
from kinerja.perjanjian.kembali.peta import align, stay
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import Kembalian, list_terakhir, read_isi_kembalian
from kinerja.terbit.register import Register


def list_asal(identitas: Identitas) -> tuple[Identitas, ...]:
    """The agreements whose inputs go on in this one, the nearest first: itself, and of a perubahan its murni.

    >>> [i.jenis for i in list_asal(Identitas("12.71.17", 2024, "perubahan"))]
    ['perubahan', 'murni']
    """
    if identitas.jenis != JenisPerjanjian.PERUBAHAN:
        return (identitas,)
    return identitas, replace(identitas, jenis=str(JenisPerjanjian.MURNI))


def find_terakhir(register: Register, identitas: Identitas) -> Kembalian | None:
    """The return that counted last for an agreement; for a perubahan that has none yet, of its murni."""
    semua = (k for i in list_asal(identitas) for k in list_terakhir(register, i.tahun, i.jenis, i.kode))
    return next(semua, None)


def read_terdahulu(register: Register, terakhir: Kembalian, identitas: Identitas, revisi: int) -> Data:
    """What was typed into a return, as if it had been typed into another issue; what finds no place there is left out.

    Args:
        identitas, revisi: of that issue.

    Raises:
        DataError: the file that is kept cannot be read.
        BerkasError: it is damaged, or the issue is.
    """
    pustaka = Pustaka(register)
    isi = read_isi_kembalian(register, terakhir.sidik)
    datang = open_datang(isi, terakhir.berkas)
    terbit = find_milik(datang, isi, pustaka).terbit
    peta = stay(datang) if terbit is None else align(terbit, datang)
    lama = terbit or datang
    baru = next(t for t in pustaka.list_revisi(identitas) if t.revisi == revisi)
    bawaan = carry_isian(lama, read_isian(lama, datang, peta), pustaka.read(baru))
    return {nama: [[to_polos(n) for n in baris] for baris in semua] for nama, semua in bawaan.isi.items()}
