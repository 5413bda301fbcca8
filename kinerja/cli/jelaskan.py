"""`kinerja jelaskan`: a value, its band, why, and where that is written."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from decimal import Decimal

from kinerja.bilangan import round_half_up, write_angka
from kinerja.cli.argumen import add_pada, read_nilai
from kinerja.cli.hasil import Hasil, set_run
from kinerja.errors import MasukanError
from kinerja.hari import write_hari
from kinerja.peraturan import KEYAKINAN, Jenjang, Rujukan, TabelJenjang, get_tabel

TABEL = {"sakip": "sakip_predikat", "skm": "skm_mutu", "capaian": "capaian_kategori", "kriteria": "sakip_kriteria"}


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "jelaskan",
        help="jelaskan predikat, mutu, atau kategori sebuah nilai, beserta dasarnya",
        description="Menjelaskan jenjang sebuah nilai: rentangnya, alasannya, dan peraturannya.\n"
        "Contoh: kinerja jelaskan sakip 66,5 · kinerja jelaskan kriteria BB",
        epilog="Kode keluar: 0 ada jenjangnya; 2 nilai tidak terbaca atau di luar rentang.",
    )
    p.add_argument("apa", metavar="APA", choices=TABEL, help=f"salah satu dari {', '.join(TABEL)}")
    p.add_argument("nilai", metavar="NILAI", help="angka, atau huruf untuk kriteria")
    add_pada(p)
    set_run(p, _explain)


def _explain(args: argparse.Namespace) -> Hasil:
    tabel = get_tabel(TABEL[args.apa], pada=args.pada)
    nilai, jenjang, alasan = (_read_huruf if args.apa == "kriteria" else _read_angka)(tabel, args.nilai)
    rujukan = jenjang.rujukan or tabel.rujukan
    baris = [
        ("Nilai", nilai),
        (tabel.uraian, f"{jenjang.kode} ({jenjang.sebutan})"),
        ("Rentang tertulis", jenjang.teks),
        ("Alasan", alasan),
        ("Berlaku sejak", write_hari(tabel.berlaku)),
    ]
    for r in rujukan:
        baris += _cite(r)
    data = {
        "nilai": nilai,
        "kode": jenjang.kode,
        "sebutan": jenjang.sebutan,
        "rentang": jenjang.teks,
        "alasan": alasan,
        "berlaku": tabel.berlaku.isoformat(),
        "rujukan": [asdict(r) for r in rujukan],
    }
    return Hasil(tuple(baris), data)


def _read_angka(tabel: TabelJenjang, teks: str) -> tuple[str, Jenjang, str]:
    nilai = read_nilai(teks, "NILAI", "nilai")
    jenjang = tabel.find(nilai)
    alasan = explain_batas(tabel, jenjang)
    if tabel.desimal is not None and (bulat := round_half_up(nilai, tabel.desimal)) != nilai:
        alasan = f"dibulatkan dahulu menjadi {write_angka(bulat)}; {alasan}"
    return write_angka(nilai), jenjang, alasan


def _read_huruf(tabel: TabelJenjang, teks: str) -> tuple[str, Jenjang, str]:
    """A grade by its letter, or by the one number that the letter stands for."""
    if any(huruf.isdigit() for huruf in teks):
        nilai = read_nilai(teks, "NILAI", "nilai")
        cocok = [j for j in tabel.jenjang if j.bawah == nilai]
        if not cocok:
            daftar = ", ".join(f"{j.kode} {write_angka(j.bawah)}" for j in tabel.jenjang)
            raise MasukanError(f"Tidak ada kriteria bernilai {write_angka(nilai)}.", saran=f"Yang ada: {daftar}.")
        jenjang = cocok[0]
    else:
        jenjang = tabel.get(teks)
    return write_angka(jenjang.bawah), jenjang, f"huruf {jenjang.kode} bernilai {write_angka(jenjang.bawah)}"


def explain_batas(tabel: TabelJenjang, jenjang: Jenjang) -> str:
    """Why a value has this band: its bounds, and on which side they belong to it."""
    urutan = tabel.jenjang.index(jenjang)
    batas_atas = tabel.jenjang[urutan - 1].bawah if urutan else tabel.rentang[1]
    if jenjang.bawah == batas_atas:
        return f"{jenjang.kode} hanya untuk nilai tepat {write_angka(jenjang.bawah)}"
    terbuka = tabel.batas == "bawah_terbuka"
    # The best band of either kind, and every band that is open below, contain their upper bound.
    bawah = _bound("di atas" if terbuka else "mulai", jenjang.bawah)
    atas = _bound("sampai dengan" if terbuka or not urutan else "sampai sebelum", batas_atas)
    kalimat = f"{jenjang.kode} berlaku {' '.join(filter(None, (bawah, atas)))}"
    if terbuka and urutan + 1 < len(tabel.jenjang):
        return f"{kalimat}; nilai tepat {write_angka(jenjang.bawah)} masih {tabel.jenjang[urutan + 1].kode}"
    return kalimat


def _bound(kata: str, batas: Decimal) -> str:
    return f"{kata} {write_angka(batas)}" if batas.is_finite() else ""


def _cite(r: Rujukan) -> list[tuple[str, str]]:
    perihal = f" ({r.perihal})" if r.perihal else ""
    baris = [
        (f"Dasar{perihal}", f"{r.peraturan}, {r.letak}"),
        ("  Dibaca dari", r.dibaca_dari),
        ("  Keyakinan", f"{r.keyakinan}, {KEYAKINAN[r.keyakinan]}"),
    ]
    return [*baris, ("  Catatan", r.catatan)] if r.catatan else baris
