"""Which column of a survey table holds which unsur: by name, question or the user's word, never by position.

Many survey apps swap U8 and U9. Whatever the titles leave open is a question that names them; only a table without
any title goes by position.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kinerja.errors import DataError
from kinerja.judul import is_kosong
from kinerja.rumus.skm import list_unsur, name_unsur
from kinerja.survei.kepala import Kepala, find_kepala
from kinerja.survei.pilihan import Minta, advise, choose_kolom, list_judul, sebut
from kinerja.survei.tanya import find_nomor, find_unsur, is_nomor, list_calon
from kinerja.tabel.sel import Petak


@dataclass(frozen=True, slots=True)
class KolomUnsur:
    """Where the answers stand.

    Attributes:
        baris: number of the last title row from 1; 0 without titles.
        letak: column numbers from 0, in the order of the unsur.
        nama: names of the unsur, `U4 Biaya/Tarif`, or `U4` in a survey of other than the regulation's unsur.
        catatan: what the reader should be told, sentences.
        judul: titles of all columns that have one, by number.
        teks_judul: all that stands in the head, normalised.
    """

    baris: int
    letak: tuple[int, ...]
    nama: tuple[str, ...]
    catatan: tuple[str, ...]
    judul: Mapping[int, str] = field(default_factory=dict)
    teks_judul: frozenset[str] = frozenset()

    def list_asing(self) -> dict[int, str]:
        """Titles of the columns that hold no answers, by number."""
        return {k: judul for k, judul in self.judul.items() if k not in self.letak}


def find_kolom(petak: Petak, tempat: str, minta: Minta = (), *, pada: date) -> KolomUnsur:
    """The columns of a grid, by the regulation in force on `pada`.

    Args:
        minta: unsur and titles that the user names; they go before what titles seem to mean.

    Raises:
        DataError: an unsur that is missing or there twice, a title that may be two, titles that mean nothing, or no
            titles and other columns than the regulation has unsur.
        MasukanError: an unsur in `minta` that is not known or is there twice.
    """
    kepala = find_kepala(petak, minta, pada=pada)
    return _map_judul(kepala, tempat, minta, pada) if kepala else _map_letak(petak, tempat, minta, pada)


def explain_asing(judul: list[str]) -> tuple[str, ...]:
    """The sentence about columns that nothing was read from."""
    return (f"Kolom yang tidak dipakai: {list_judul(judul)}.",) if judul else ()


def _map_judul(kepala: Kepala, tempat: str, minta: Minta, pada: date) -> KolomUnsur:
    judul = kepala.judul
    baku = len(list_unsur(pada=pada))
    tempat = f"{tempat}, baris {kepala.akhir}"
    pilih = choose_kolom(judul, minta, tempat, pada=pada)
    semua = {k: list_calon(j, pada=pada) for k, j in judul.items() if k not in pilih.values()}
    calon = {k: unsur for k, unsur in semua.items() if unsur - pilih.keys()}
    milik = {u: [k] for u, k in pilih.items()}
    for k, unsur in calon.items():
        if len(unsur) == 1:
            milik.setdefault(min(unsur), []).append(k)
    # Titles that are mere numbers may be of a survey with more or fewer unsur; a name means the regulation's own.
    bernama = bool(pilih) or any(not is_nomor(judul[k]) for k in calon)
    banyak = max(baku if bernama else 0, *(max(unsur) + 1 for unsur in calon.values()), *(u + 1 for u in pilih), 0)
    rancu = {k: unsur for k, unsur in calon.items() if len(unsur) > 1}
    soal = _Soal(judul, milik, rancu, banyak, pada)
    if rancu or set(map(len, milik.values())) != {1} or len(milik) < banyak:
        raise soal.ask(tempat)
    letak = tuple(milik[u][0] for u in range(banyak))
    nama = tuple(name_unsur(u, banyak, pada=pada) for u in range(banyak))
    catatan = [teks for u, k in enumerate(letak) if (teks := _explain(judul[k], u, nama[u], pada))]
    if banyak != baku:
        catatan.append(f"Survei ini punya {banyak} unsur; peraturan menetapkan {baku}.")
    return KolomUnsur(kepala.akhir, letak, nama, tuple(catatan), judul, kepala.teks)


def _explain(judul: str, u: int, nama: str, pada: date) -> str:
    """How a column was taken, where its title is not simply the name of the unsur."""
    nomor = find_nomor(judul, pada=pada)
    dibaca = f"Kolom {sebut(judul)} dibaca sebagai {nama}"
    if nomor is not None and nomor != u + 1:
        return f"{dibaca}; nomornya lain daripada dalam peraturan."
    return "" if find_unsur(judul, pada=pada) == u else f"{dibaca}."


@dataclass(frozen=True, slots=True)
class _Soal:
    """What the titles leave open.

    Attributes:
        milik: columns by the unsur that they alone mean.
        rancu: columns that may mean several unsur.
    """

    judul: Mapping[int, str]
    milik: Mapping[int, list[int]]
    rancu: Mapping[int, frozenset[int]]
    banyak: int
    pada: date

    def ask(self, tempat: str) -> DataError:
        """The question: what is open, and the options that settle it with the titles as they are."""
        pesan: list[str] = []
        contoh: dict[int, int] = {}
        for k, unsur in self.rancu.items():
            nama = " atau ".join(self._name(u) for u in sorted(unsur))
            pesan.append(f"Kolom {sebut(self.judul[k])} bisa berarti {nama}.")
            contoh |= {u: self.milik.get(u, [k])[0] for u in unsur}
        for u, (satu, *lain) in sorted(self.milik.items()):
            for k in lain:
                dua = f"{sebut(self.judul[satu])} dan {sebut(self.judul[k])}"
                pesan.append(f"Kolom {dua} sama-sama unsur U{u + 1}.")
                contoh[u] = satu
        asing = [k for k in self.judul if k not in self.rancu and not any(k in x for x in self.milik.values())]
        hilang = [u for u in range(self.banyak) if u not in self.milik and u not in contoh]
        saran = "Sebutkan yang dimaksud:"
        if hilang:
            pesan.append(f"Kolom {', '.join(self._name(u) for u in hilang)} tidak ada.")
            saran = f"Pakai judul U1 sampai U{self.banyak}."
            saran += f" Judul yang tidak dikenal: {list_judul([self.judul[k] for k in asing])}." if asing else ""
            saran += " Atau sebutkan yang dimaksud, misalnya:"
            if asing:
                contoh[hilang[0]] = max(asing, key=lambda k: len(self.judul[k]))
        if not contoh:
            return DataError(" ".join(pesan), tempat=tempat, saran="Tambahkan kolom itu.")
        pilihan = " ".join(advise(u, k, self.judul) for u, k in sorted(contoh.items()))
        return DataError(" ".join(pesan), tempat=tempat, saran=f"{saran} {pilihan}")

    def _name(self, u: int) -> str:
        baku = len(list_unsur(pada=self.pada))
        return name_unsur(u, baku if u < baku else self.banyak, pada=self.pada)


def _map_letak(petak: Petak, tempat: str, minta: Minta, pada: date) -> KolomUnsur:
    """Without titles: exactly the regulation's unsur, in its order."""
    banyak = len(list_unsur(pada=pada))
    saran = f"Beri baris judul U1 sampai U{banyak}, atau nama unsurnya."
    terpakai = sorted({k for baris in petak for k, sel in enumerate(baris) if not is_kosong(sel)})
    for nomor, baris in enumerate(petak, start=1):
        teks = {k: sel for k, sel in enumerate(baris) if isinstance(sel, str) and re.search(r"[^\W\d_]", sel)}
        if teks:
            panjang = max(teks, key=lambda k: len(teks[k]))
            raise DataError(
                f"Judul kolom tidak dikenal: {list_judul(list(teks.values()))}.",
                tempat=f"{tempat}, baris {nomor}",
                saran=f"{saran} Atau sebutkan kolom setiap unsur, misalnya: {advise(0, panjang, teks)}",
            )
        if any(not is_kosong(sel) for sel in baris):
            break
    if minta and terpakai:
        raise DataError("Tabel ini tanpa judul, jadi --kolom tidak dapat dipakai.", tempat=tempat, saran=saran)
    if terpakai and len(terpakai) != banyak:
        raise DataError(
            f"Tanpa judul harus ada tepat {banyak} kolom jawaban; di sini {len(terpakai)}.", tempat=tempat, saran=saran
        )
    nama = tuple(name_unsur(u, banyak, pada=pada) for u in range(banyak))
    return KolomUnsur(0, tuple(terpakai), nama, ("Tanpa judul: kolom dibaca menurut urutan unsur.",))
