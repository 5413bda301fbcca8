"""Sheet Rujukan: every band table and weight that the workbook uses, with its citation."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.bilangan import write_angka
from kinerja.peraturan import KATEGORI, KEYAKINAN, Parameter, Rujukan, TabelJenjang, get_parameter, get_tabel
from kinerja.perjanjian.jenis import JenisIndikator
from kinerja.rumus.capaian import list_arah
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, Kata
from workbook_templates.perjanjian_kinerja.mulai import start_lembar

KATA = Kata(
    "Rujukan",
    "Tabel predikat dan dasar peraturannya.",
    "Rujukan – Dasar Peraturan",
)


def build_rujukan(b: Tampak, jenis: Sequence[JenisIndikator]) -> Bagian:
    """What the sheets of these kinds of indikator use, in force at the end of the agreement's year."""
    p = start_lembar(b, KATA, (14, 34, 26, 26, 58))
    r = 4
    for satu in jenis:
        if tabel := satu.get_tabel(pada=b.pada):
            r = _put_tabel(p, r, tabel)
        if satu.berbobot:
            r = _put_bobot(p, b, r)
    r = _put_tabel(p, r, get_tabel(b.cara.kategori, pada=b.pada))
    for nama in dict.fromkeys(x for satu in jenis for x in satu.parameter):
        r = _put_parameter(p, r, get_parameter(nama, pada=b.pada))
    r = _put_parameter(p, r, get_parameter("capaian", pada=b.pada))
    _put_cara(p, r, b)
    return p.finish_bagian(warna_tab="#7F7F7F")


def _put_cara(p: Penyusun, r: int, b: Tampak) -> None:
    """What the data set chose."""
    turun = next((a.arti for a in list_arah(pada=b.pada) if a.kode.startswith(b.cara.turun or "turun")), "")
    p.put_teks(r, 0, "Cara menghitung capaian yang dipilih data perjanjian ini", "bagian")
    p.keep(r, r + 3)
    for geser, (apa, isi) in enumerate(
        (
            ("Arah turun", turun),
            ("Batas atas", "tanpa batas" if b.cara.batas is None else f"{write_angka(b.cara.batas)}%"),
            ("Batas bawah", "tanpa batas" if b.cara.lantai is None else f"{write_angka(b.cara.lantai)}%"),
        ),
        start=1,
    ):
        p.put_teks(r + geser, 0, apa, "sel")
        p.put_teks(r + geser, 1, isi, "sel_lipat", lebar=4)


def _put_parameter(p: Penyusun, r: int, parameter: Parameter) -> int:
    p.put_teks(r, 0, parameter.uraian, "bagian")
    p.keep(r, r + 1)
    return _put_rujukan(p, r + 1, parameter.rujukan) + 1


def _put_tabel(p: Penyusun, r: int, tabel: TabelJenjang) -> int:
    p.put_teks(r, 0, tabel.uraian, "bagian")
    isi: dict[str, list[str | None]] = {
        "Kode": [j.kode for j in tabel.jenjang],
        "Sebutan": [j.sebutan for j in tabel.jenjang],
        "Nilai": [j.teks for j in tabel.jenjang],
        "Nilai interval (NI)": [j.teks_ni or None for j in tabel.jenjang],
    }
    if tabel.nama in KATEGORI.values():  # its codes are ours, no official uses them
        isi = {"Nilai": isi["Nilai"], "Sebutan": isi["Sebutan"]}
    isi = {judul: kolom for judul, kolom in isi.items() if any(kolom)}
    p.put_kepala(r + 1, 0, isi)
    for nomor, baris in enumerate(zip(*isi.values(), strict=True), start=r + 2):
        p.put_baris(nomor, 0, baris, "sel_lipat")
    akhir = r + len(tabel.jenjang) + 2
    p.keep(r, akhir)
    return _put_rujukan(p, akhir, [*tabel.rujukan, *(x for j in tabel.jenjang for x in j.rujukan)]) + 1


def _put_bobot(p: Penyusun, b: Tampak, r: int) -> int:
    p.put_teks(r, 0, "Bobot komponen SAKIP", "bagian")
    p.put_kepala(r + 1, 0, ("Bobot", "Komponen", "Bobot sub", "Subkomponen"))
    awal, r = r, r + 2
    for x in b.bobot_sakip:
        bagian = [(float(s.bobot), s.nama) for s in x.subkomponen]
        banyak = max(1, len(bagian))
        p.put_gabung(range(r, r + banyak), 0, float(x.bobot), "sel_umum")
        p.put_gabung(range(r, r + banyak), 1, x.nama, "sel_lipat")
        for geser, satu in enumerate(bagian or [(None, None)]):
            p.put_baris(r + geser, 2, satu, ("sel_umum", "sel_lipat"))
        r += banyak
    p.keep(awal, r)
    if b.lke:
        dasar = b.lke.dasar or "tidak disebutkan dalam data perjanjian"
        p.put_teks(r, 0, "Dasar", "catatan")
        p.put_teks(r, 1, f"Lembar kerja evaluasi (LKE) daerah: {dasar}.", "catatan_lipat", lebar=4)
        return r + 2
    return _put_rujukan(p, r, get_parameter("sakip_bobot", pada=b.pada).rujukan) + 1


def _put_rujukan(p: Penyusun, r: int, rujukan: Sequence[Rujukan]) -> int:
    """One line a citation: regulation, place, how sure its reading is."""
    for x in rujukan:
        perihal = f"{x.perihal.replace('_', ' ').capitalize()}: " if x.perihal else ""
        p.put_teks(r, 0, "Dasar", "catatan")
        p.put_teks(r, 1, f"{perihal}{x.peraturan}, {x.letak} ({KEYAKINAN[x.keyakinan]}).", "catatan_lipat", lebar=4)
        r += 1
    return r
