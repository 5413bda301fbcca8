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
from kinerja.survei.kalimat import list_judul, list_nomor, list_pilihan, sebut
from kinerja.survei.kepala import Kepala, find_kepala
from kinerja.survei.pilihan import Minta, choose_kolom
from kinerja.survei.soal import Soal
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
        atas: numbers of rows above the head that look like rows of a table.
    """

    baris: int
    letak: tuple[int, ...]
    nama: tuple[str, ...]
    catatan: tuple[str, ...]
    judul: Mapping[int, str] = field(default_factory=dict)
    teks_judul: frozenset[str] = frozenset()
    atas: tuple[int, ...] = ()

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
    bernama = bool(pilih) or not calon or any(not is_nomor(judul[k]) for k in calon)
    banyak = max(baku if bernama else 0, *(max(unsur) + 1 for unsur in calon.values()), *(u + 1 for u in pilih), 0)
    rancu = {k: unsur for k, unsur in calon.items() if len(unsur) > 1}
    soal = Soal(judul, milik, rancu, banyak, pada)
    if rancu or set(map(len, milik.values())) != {1} or len(milik) < banyak:
        raise soal.ask(tempat)
    letak = tuple(milik[u][0] for u in range(banyak))
    nama = tuple(name_unsur(u, banyak, pada=pada) for u in range(banyak))
    catatan = [teks for u, k in enumerate(letak) if (teks := _explain(judul[k], u, nama[u], pada))]
    if banyak != baku:
        catatan.append(f"Survei ini punya {banyak} unsur; peraturan menetapkan {baku}.")
    if kepala.atas:
        catatan.append(f"Baris {list_nomor(kepala.atas)} di atas judul kolom dan tidak dihitung.")
    return KolomUnsur(kepala.akhir, letak, nama, tuple(catatan), judul, kepala.teks, kepala.atas)


def _explain(judul: str, u: int, nama: str, pada: date) -> str:
    """How a column was taken, where its title is not simply the name of the unsur."""
    nomor = find_nomor(judul, pada=pada)
    dibaca = f"Kolom {sebut(judul)} dibaca sebagai {nama}"
    if nomor is not None and nomor != u + 1:
        return f"{dibaca}; nomornya lain daripada dalam peraturan."
    return "" if find_unsur(judul, pada=pada) == u else f"{dibaca}."


def _map_letak(petak: Petak, tempat: str, minta: Minta, pada: date) -> KolomUnsur:
    """Without titles: exactly the regulation's unsur, in its order."""
    banyak = len(list_unsur(pada=pada))
    saran = f"Beri baris judul U1 sampai U{banyak}, atau nama unsurnya."
    terpakai = sorted({k for baris in petak for k, sel in enumerate(baris) if not is_kosong(sel)})
    for nomor, baris in enumerate(petak, start=1):
        teks = {k: sel for k, sel in enumerate(baris) if isinstance(sel, str) and re.search(r"[^\W\d_]", sel)}
        if teks:
            raise DataError(
                "Judul kolom tidak dikenal.",
                tempat=f"{tempat}, baris {nomor}",
                saran=f'{saran} Atau sebutkan kolom setiap unsur, --kolom U1="…" dan seterusnya. Yang ada:',
                rincian=list_pilihan(teks.values()),
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
