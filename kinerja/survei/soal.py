"""What the titles of a survey leave open, as a question: what is not known, and the options that settle it.

A column is proposed only where its words or its number agree with the unsur, and never one column for two: somebody
will copy what is proposed. Otherwise the titles that are left are shown to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.errors import DataError
from kinerja.judul import normalize_judul
from kinerja.rumus.skm import list_unsur, name_unsur
from kinerja.survei.kalimat import list_baris, list_pilihan, sebut
from kinerja.survei.pilihan import advise
from kinerja.survei.tanya import find_nomor, get_inti, is_bukan

_DIRI = re.compile(
    r"\b(?:nama|name|id|uuid|index|username|e ?mail|surel|telepon|telp|phone|hp|wa|whatsapp|nik|no|nomor|alamat|address"
    r"|timestamp|stempel waktu|cap waktu|tanggal|tgl|date|time|jam|hari|start|end|umur|usia|age|kelamin|gender|sex"
    r"|pendidikan|education|pekerjaan|occupation|saran|kritik|masukan|catatan|note|nilai akhir|nik|nrr|ikm)\b"
)
"""Titles of columns that hold no answer to an unsur: who answered, when, what else was said, what was computed."""
_NOMOR = re.compile(r"(?P<u>unsur |u ?)?0?(?P<nomor>[1-9][0-9]?)\b")


@dataclass(frozen=True, slots=True)
class Soal:
    """What the titles leave open.

    Attributes:
        judul: titles by column.
        milik: columns by the unsur that they alone mean.
        rancu: columns that may mean several unsur.
        banyak: unsur of the survey.
    """

    judul: Mapping[int, str]
    milik: Mapping[int, list[int]]
    rancu: Mapping[int, frozenset[int]]
    banyak: int
    pada: date

    def ask(self, tempat: str) -> DataError:
        """The question: the first thing in the sentence, whatever else in lines below it."""
        hilang = [u for u in range(self.banyak) if u not in self.milik and not any(u in x for x in self.rancu.values())]
        pesan = [*self._list_pesan()]
        if len(hilang) > 1:
            pesan.append(f"Kolom {len(hilang)} unsur tidak ada: {', '.join(f'U{u + 1}' for u in hilang)}.")
        elif hilang:
            pesan.append(f"Kolom {self._name(hilang[0])} tidak ada.")
        usul = {u: self._propose(u) for u in hilang}
        pilihan = [*self._list_rancu(), *self._list_kembar()]
        for u in hilang:
            k = usul[u]
            # Two unsur that would have one column: neither has it.
            sendiri = k is not None and list(usul.values()).count(k) == 1
            isi = advise(u, k, self.judul) if k is not None and sendiri else f'--kolom U{u + 1}="…"'
            pilihan.append(f"{self._name(u)}: {isi}" if len(hilang) > 1 else isi)
        baris = [*list_baris(pesan[1:]), *pilihan]
        if hilang and (sisa := self._list_sisa()):
            baris += ["Judul yang belum dipakai:", *(f"  {teks}" for teks in list_pilihan(sisa))]
        judul = f"Pakai judul U1 sampai U{self.banyak}, atau sebutkan" if hilang else "Sebutkan"
        return DataError(pesan[0], tempat=tempat, saran=f"{judul} kolom yang dimaksud:", rincian=baris)

    def _list_pesan(self) -> Iterator[str]:
        for k, unsur in self.rancu.items():
            nama = " atau ".join(self._name(u) for u in sorted(unsur))
            yield f"Kolom {sebut(self.judul[k])} bisa berarti {nama}."
        for u, semua in sorted(self.milik.items()):
            if len(semua) > 1:
                yield f"Kolom {' dan '.join(sebut(self.judul[k]) for k in semua)} sama-sama unsur U{u + 1}."

    def _list_rancu(self) -> Iterator[str]:
        """Options for titles that may mean several unsur: the one of these that has no other column."""
        satu: dict[int, list[int]] = {}
        for k, unsur in self.rancu.items():
            bebas = sorted(u for u in unsur if u not in self.milik)
            bebas = [u for u in bebas if self._get_nomor(k) == u + 1] or bebas
            if len(bebas) == 1:
                satu.setdefault(bebas[0], []).append(k)
            elif bebas:
                yield from _list_atau([advise(u, k, self.judul) for u in bebas])
            else:
                for u in unsur:
                    satu.setdefault(u, self.milik[u][:1] if len(self.milik[u]) == 1 else [])
        for u, kolom in sorted(satu.items()):
            yield from _list_atau([advise(u, k, self.judul) for k in kolom])

    def _list_kembar(self) -> Iterator[str]:
        for u, semua in sorted(self.milik.items()):
            if len(semua) > 1:
                tepat = [k for k in semua if self._get_nomor(k) == u + 1]
                pilih = tepat if len(tepat) == 1 else semua
                yield from _list_atau([advise(u, k, self.judul) for k in pilih])

    def _propose(self, u: int) -> int | None:
        """The only column left whose number or words agree with an unsur."""
        bebas = [k for k in self._list_bebas() if not self._is_lain(k)]
        kata = list_unsur(pada=self.pada)[u].kata if u < len(list_unsur(pada=self.pada)) else ()
        cocok = [k for k in bebas if self._get_nomor(k) == u + 1]
        cocok = cocok or [k for k in bebas if {*kata} & {*normalize_judul(get_inti(self.judul[k])).split()}]
        return cocok[0] if len(cocok) == 1 else None

    def _get_nomor(self, k: int) -> int | None:
        """The number of the unsur in a title. A bare one may be the question's own: it counts where the numbers of the
        titles that are known agree with their unsur."""
        cocok = _NOMOR.match(normalize_judul(get_inti(self.judul[k])))
        if cocok is None:
            return None
        lain = [(find_nomor(self.judul[x], pada=self.pada), u) for u, semua in self.milik.items() for x in semua]
        sama = [nomor == u + 1 for nomor, u in lain if nomor is not None]
        return int(cocok["nomor"]) if cocok["u"] or (sama and all(sama)) else None

    def _list_bebas(self) -> list[int]:
        """Columns that no unsur has yet."""
        terpakai = {k for semua in self.milik.values() for k in semua} | self.rancu.keys()
        return [k for k in self.judul if k not in terpakai]

    def _list_sisa(self) -> list[str]:
        """Titles to choose from."""
        bebas = self._list_bebas()
        return [self.judul[k] for k in [k for k in bebas if not self._is_lain(k)] or bebas]

    def _is_lain(self, k: int) -> bool:
        judul = self.judul[k]
        return bool(_DIRI.search(normalize_judul(judul))) or is_bukan(judul, pada=self.pada)

    def _name(self, u: int) -> str:
        baku = len(list_unsur(pada=self.pada))
        return name_unsur(u, baku if u < baku else self.banyak, pada=self.pada)


def _list_atau(pilihan: Sequence[str]) -> Iterator[str]:
    """Options of which one is to be chosen, a line each."""
    for n, satu in enumerate(list_baris(pilihan)):
        yield f"atau {satu}" if n else satu
