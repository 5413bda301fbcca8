"""Sheet Rujukan: every band table and weight that the workbook uses, with its citation."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.bilangan import write_angka
from kinerja.peraturan import KATEGORI, KEYAKINAN, Parameter, Rujukan, TabelJenjang, get_parameter, get_tabel
from kinerja.perjanjian.jenis import JenisIndikator
from kinerja.rumus.capaian import list_arah
from kinerja.workbook.layout import Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, Kata, start_lembar

KATA = Kata(
    "Rujukan",
    "Tabel predikat dan dasar peraturannya.",
    "Rujukan – Dasar Peraturan",
)


def build_rujukan(b: Tampak, jenis: Sequence[JenisIndikator]) -> Bagian:
    """What the sheets of these kinds of indikator use, in force at the end of the agreement's year."""
    p = start_lembar(b, KATA, (14, 34, 26, 26, 64))
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
    return _put_rujukan(p, r + 1, parameter.rujukan) + 1


def _put_tabel(p: Penyusun, r: int, tabel: TabelJenjang) -> int:
    p.put_teks(r, 0, tabel.uraian, "bagian")
    interval = any(j.teks_ni for j in tabel.jenjang)
    p.put_kepala(r + 1, 0, ("Kode", "Sebutan", "Nilai", *(["Nilai interval (NI)"] if interval else [])))
    for nomor, j in enumerate(tabel.jenjang, start=2):
        kode = None if tabel.nama in KATEGORI.values() else j.kode  # its codes are ours, no official uses them
        p.put_baris(r + nomor, 0, (kode, j.sebutan, j.teks, *([j.teks_ni] if interval else [])), "sel_lipat")
    r += len(tabel.jenjang) + 2
    return _put_rujukan(p, r, [*tabel.rujukan, *(x for j in tabel.jenjang for x in j.rujukan)]) + 1


def _put_bobot(p: Penyusun, b: Tampak, r: int) -> int:
    p.put_teks(r, 0, "Bobot komponen SAKIP", "bagian")
    p.put_kepala(r + 1, 0, ("Bobot", "Komponen", "Bobot sub", "Subkomponen"))
    r += 2
    for x in b.bobot_sakip:
        bagian: list[tuple[Nilai, Nilai]] = [(float(s.bobot), s.nama) for s in x.subkomponen]
        for nomor, satu in enumerate(bagian or [(None, None)]):
            depan = (float(x.bobot), x.nama) if nomor == 0 else (None, None)
            p.put_baris(r, 0, (*depan, *satu), "sel")
            r += 1
    if b.lke:
        p.put_teks(r, 0, "Dasar", "catatan")
        dasar = b.lke.dasar or "tidak disebutkan dalam data perjanjian"
        p.put_teks(r, 1, f"Lembar kerja evaluasi (LKE) daerah: {dasar}.", "catatan_lipat", lebar=4)
        return r + 2
    return _put_rujukan(p, r, get_parameter("sakip_bobot", pada=b.pada).rujukan) + 1


def _put_rujukan(p: Penyusun, r: int, rujukan: Sequence[Rujukan]) -> int:
    """One line a citation: regulation, place, where it was read, confidence."""
    for x in rujukan:
        perihal = f"{x.perihal}: " if x.perihal else ""
        catatan = f" {x.catatan}" if x.catatan else ""
        teks = f"{perihal}{x.peraturan}, {x.letak}. Dibaca dari: {x.dibaca_dari} ({KEYAKINAN[x.keyakinan]}).{catatan}"
        p.put_teks(r, 0, "Dasar", "catatan")
        p.put_teks(r, 1, teks, "catatan_lipat", lebar=4)
        r += 1
    return r
