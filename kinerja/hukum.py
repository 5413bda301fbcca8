"""The law of a day in words: a text writes {table.key}, and every day fills in what its law says.

The tables are those of `kinerja.peraturan`, and so are the keys of parameters; those of band tables stand below.

>>> fill("Mutu {skm_mutu.kode} untuk NIK {skm_mutu.rentang}{skm_mutu.pembulatan}", pada=date(2024, 12, 31))
'Mutu A, B, C, D untuk NIK 25 sampai 100; NIK dibulatkan dahulu ke dua desimal'
>>> fill("{skm.skala_terendah} sampai {skm.skala_tertinggi}; {capaian.batas}; {capaian.arah}", pada=date(2024, 12, 31))
'1 sampai 4; 100 atau 120; naik; turun_selisih; turun_rasio; tetap'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from kinerja.bilangan import write_angka
from kinerja.peraturan import TABEL, Arah, Komponen, Parameter, TabelJenjang, Unsur, get_parameter, get_tabel
from kinerja.rumus.terbilang import terbilang


def fill(teks: str, *, pada: date) -> str:
    """The text under the law of that day.

    Raises:
        PeraturanError: no law in force on that day.
        AttributeError: no such key, our own slip.
    """
    return teks.format_map(_Hukum(pada))


@dataclass(frozen=True, slots=True)
class _Hukum:
    pada: date

    def __getitem__(self, nama: str) -> SimpleNamespace:
        if nama in TABEL:
            return _describe_tabel(get_tabel(nama, pada=self.pada))
        return _describe_parameter(get_parameter(nama, pada=self.pada))


def _describe_tabel(tabel: TabelJenjang) -> SimpleNamespace:
    jenjang = tabel.jenjang
    titik = jenjang[-1] if jenjang[-1].bawah == jenjang[-2].bawah else None  # a band for the lowest value alone
    biasa = jenjang[:-1] if titik else jenjang
    bawah, atas = map(_write_angka, tabel.rentang)
    desimal = None if tabel.desimal is None else _write_desimal(tabel.desimal)
    return SimpleNamespace(
        dasar=tabel.dasar,
        satuan=tabel.satuan,
        rentang=f"{bawah} sampai {atas}" if all(x.is_finite() for x in tabel.rentang) else "",
        kode=", ".join(j.kode for j in biasa) + (f"; {titik.kode} untuk {_write_angka(titik.bawah)}" if titik else ""),
        nilai=" sampai ".join(f"{j.kode} {_write_angka(j.bawah)}" for j in (jenjang[0], jenjang[-1])),
        tertinggi=biasa[0].sebutan,
        terendah=biasa[-1].sebutan,
        pembulatan=f"; {tabel.satuan} dibulatkan dahulu ke {desimal}" if desimal else "",
    )


def _describe_parameter(parameter: Parameter) -> SimpleNamespace:
    kata = {kunci: _write(kunci, nilai) for kunci, nilai in parameter.isi.items()}
    for nilai in parameter.isi.values():
        match nilai:
            case (Arah(), *_):
                arti = " ".join(f"{a.kode}: {a.arti}" for a in parameter.daftar("arah", Arah))
                kata["arti"] = arti.replace("\N{MINUS SIGN}", "-")  # which VBA cannot hold
            case (Unsur(), *_):
                kata["banyak_unsur"] = str(len(nilai))
            case (Komponen(), *_):
                komponen = parameter.daftar("komponen", Komponen)
                kata["bobot"] = "; ".join(
                    map(_write_angka, sorted({s.bobot for k in komponen for s in k.subkomponen or [k]}))
                )
                kata["jumlah"] = " + ".join(k.nama for k in komponen)
    return SimpleNamespace(dasar=parameter.dasar, **kata)


def _write(kunci: str, nilai: Any) -> str:
    match nilai:
        case int():
            return _write_desimal(nilai) if kunci.endswith("desimal") else str(nilai)
        case Decimal():
            return _write_angka(nilai)
        case (Decimal(), *_):
            return _join(nilai)
        case (str(), *_):
            return "; ".join(nilai)
        case (Arah(), *_):
            return "; ".join(a.kode for a in nilai)
        case tuple():
            return terbilang(len(nilai))
        case _:
            return str(nilai)


def _write_angka(x: Decimal) -> str:
    return write_angka(x.normalize()) if x.is_finite() else ""


def _write_desimal(desimal: int) -> str:
    return f"{terbilang(desimal)} desimal" if desimal else "bilangan bulat"


def _join(angka: Iterable[Decimal]) -> str:
    *depan, akhir = map(_write_angka, angka)
    return f"{', '.join(depan)} atau {akhir}" if depan else akhir
