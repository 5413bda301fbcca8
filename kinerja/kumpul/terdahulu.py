"""The returns before: which of them a quarter's figures are held against, and what was typed there.

That is told in the places of the issue that counts now: rows may have moved since, or become others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from kinerja.errors import BerkasError
from kinerja.kumpul.bawa import carry_isian
from kinerja.kumpul.data import to_polos
from kinerja.kumpul.kembar import Ringkas
from kinerja.kumpul.lalu import Acuan
from kinerja.kumpul.milik import Pustaka, find_milik, open_datang
from kinerja.perjanjian.kembali.isian import read_isian
from kinerja.perjanjian.kembali.peta import align, stay
from kinerja.perjanjian.kembali.triwulan import list_masa
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import Kembalian, list_dihitung, list_semua, list_sidik, read_isi_kembalian
from kinerja.terbit.register import Register


def list_asal(identitas: Identitas) -> tuple[Identitas, ...]:
    """The agreements whose inputs go on in this one, the nearest first: itself, and of a perubahan its murni.

    >>> [i.jenis for i in list_asal(Identitas("12.71.17", 2024, "perubahan"))]
    ['perubahan', 'murni']
    """
    if identitas.jenis != JenisPerjanjian.PERUBAHAN:
        return (identitas,)
    return identitas, replace(identitas, jenis=str(JenisPerjanjian.MURNI))


@dataclass(frozen=True, slots=True)
class Riwayat:
    """The returns of an agreement, and of the murni that it goes on from.

    Attributes:
        semua: by digest, in the order in which they came first.
        urut: digests of those that ever counted, in the order in which they did last; those of the murni before.
    """

    semua: Mapping[str, Kembalian]
    urut: Sequence[str]

    def find_terakhir(self, selain: str = "") -> Kembalian | None:
        """The return that counted last.

        Args:
            selain: digest of one that is left out.
        """
        return next((self.semua[sidik] for sidik in reversed(self.urut) if sidik != selain), None)

    def choose_acuan(self, triwulan: int, kini: str) -> Kembalian | None:
        """The return that the figures of a quarter are held against.

        Of those that came in that quarter, before any with a later one, that which counted last then. Was the quarter
        never collected by itself, the first that has a later one: who goes back a quarter washes nothing away. A file
        that comes again is not held against the one before it, or saving it anew would wash away what it shows.

        Args:
            kini: digest of the return that counts now; its own figures may be those that came in that quarter.
        """
        urut = {sidik: ke for ke, sidik in enumerate([*(s for s in self.urut if s != kini), kini])}
        semua = [k for sidik, k in self.semua.items() if sidik in urut]
        batas = next((n for n, k in enumerate(semua) if k.triwulan > triwulan), len(semua))
        tepat = [k for k in semua[:batas] if k.triwulan == triwulan]
        if batas == len(semua):
            return max(tepat, key=lambda k: urut[k.sidik], default=None)
        dulu = [k for k in tepat if urut[k.sidik] < urut[semua[batas].sidik]]  # others were counted anew since
        return max(dulu, key=lambda k: urut[k.sidik]) if dulu else (tepat or [semua[batas]])[-1]


def read_riwayat(register: Register, identitas: Identitas, kini: Set[str]) -> Riwayat:
    """The returns of an agreement; none where there is only one, which nothing can be held against.

    Args:
        kini: digests of those that are collected now.

    Raises:
        BerkasError: what is kept of one is damaged.
    """
    asal = list_asal(identitas)[::-1]
    if len(kini) == 1 and kini >= {sidik for i in asal for sidik in list_sidik(register, i)}:
        return Riwayat({}, ())
    kiriman = [k for i in asal for k in list_semua(register, i.kode, i.tahun, i.jenis)]
    semua = {k.sidik: k for k in sorted(kiriman, key=lambda k: datetime.fromisoformat(k.waktu))}
    return Riwayat(semua, [sidik for i in asal for sidik in list_dihitung(register, i)])


def read_simpanan(kembalian: Kembalian) -> Acuan:
    """What was typed into a return that is kept, in its own places.

    Raises:
        BerkasError: it is damaged.
    """
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        data = json.loads(kembalian.isian)
        letak = {nama: (x[0], x[1], x[2]) for nama, x in data["letak"].items()}
        return Acuan(kembalian.waktu, data["nilai"], letak, data["masa"])
    raise _refuse(kembalian)


def summarize(kembalian: Kembalian) -> Ringkas:
    """What choosing asks of a return that is kept.

    Raises:
        BerkasError: it is damaged.
    """
    with suppress(TypeError, ValueError, AttributeError):
        return Ringkas(kembalian.berkas, kembalian.disimpan, int(json.loads(kembalian.isian).get("terisi", 0)))
    raise _refuse(kembalian)


def _refuse(kembalian: Kembalian) -> BerkasError:
    return BerkasError(
        f"Simpanan kiriman {kembalian.identitas.kode} di register rusak.", saran=f"Kumpulkan lagi {kembalian.berkas}."
    )


def read_acuan(register: Register, pustaka: Pustaka, lama: Kembalian, kini: Kembalian) -> Acuan:
    """What was typed into a return, as if it had been typed into the issue of another; what finds no place is left out.

    Raises:
        DataError: the file that is kept cannot be read.
        BerkasError: it is damaged, or the issue is.
    """
    if (lama.identitas, lama.revisi) == (kini.identitas, kini.revisi):
        return read_simpanan(lama)
    isi = read_isi_kembalian(register, lama.sidik)
    datang = open_datang(isi, lama.berkas)
    terbit = find_milik(datang, isi, pustaka).terbit
    peta = stay(datang) if terbit is None else align(terbit, datang)
    asal = terbit or datang
    baru = pustaka.read(next(t for t in pustaka.list_revisi(kini.identitas) if t.revisi == kini.revisi))
    bawaan = carry_isian(asal, read_isian(asal, datang, peta), baru, jaga=False)
    blok = read_isian(baru, baru, stay(baru)).blok
    return Acuan(
        lama.waktu,
        {nama: [[to_polos(n) for n in baris] for baris in semua] for nama, semua in bawaan.isi.items()},
        {nama: (b.lembar, *b.kotak[:2]) for nama, b in blok.items()},
        {nama: masa for nama, b in blok.items() if (masa := list_masa(baru, b))},
        lama.identitas == kini.identitas,
    )
