"""Sheet Manfaat: the activity lists (any number, each with its unit), receivers per quarter, percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.peraturan import get_parameter
from kinerja.perjanjian import DaftarManfaat, JenisIndikator
from kinerja.rumus.manfaat import compute_manfaat, compute_persen
from kinerja.workbook.alamat import a1, column_letters
from kinerja.workbook.layout import Aturan, Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import (
    OK,
    PERIKSA,
    TRIWULAN,
    Bagian,
    BarisCek,
    Ditampilkan,
    Konteks,
    Matriks,
    Realisasi,
    angka,
    cacah_salah,
    jumlah,
    kolom,
    read_teks,
    rumus_cacah_salah,
    rumus_persen,
    status,
    tampil,
)

CADANGAN = 5
"""Spare rows under a list that the issuer knows."""
CADANGAN_KOSONG = 20
"""Rows of a list that the issuer does not know yet."""
_KEGIATAN = Aturan("teks", "Kegiatan", "Ketik nama kegiatan seperti di dokumen anggaran.", 1, 255)
_KELURAHAN = Aturan("teks", "Kelurahan", "Ketik nama kelurahan tempat kegiatan itu.", 1, 100)


@dataclass(frozen=True, slots=True)
class _Daftar:
    """One list with its figures and where they stand: first row, rows, and the row of cumulative percentages."""

    data: DaftarManfaat
    target: tuple[Nilai, ...]
    realisasi: Matriks
    awal: int

    @property
    def akhir(self) -> int:
        return self.awal + len(self.target) - 1

    @property
    def salah(self) -> int:
        return cacah_salah([*self.target, *(n for baris in self.realisasi for n in baris)])

    def pasangan(self, sampai: int) -> tuple[Decimal, Decimal] | None:
        """(received, target) up to and with a quarter 1..4; None while nothing can be said."""
        diterima = [n for baris in self.realisasi for n in baris[:sampai]]
        target = jumlah(self.target)
        if self.salah or target <= 0 or not angka(diterima):
            return None
        return jumlah(diterima), target

    def kumulatif(self, triwulan: int) -> str:
        """Address of the cumulative percentage of a quarter 0..3."""
        return a1(self.akhir + 2, 4 + triwulan)


def build_manfaat(k: Konteks) -> Bagian:
    """The benefit sheet: `isian_manfaat_<kunci>_…` per list and `hasil_manfaat_persen`."""
    p = k.susun("Manfaat", "Manfaat – Penerima Manfaat Kegiatan", (5, 58, 20, 12, 11, 11, 11, 11, 12, 12))
    p.teks(3, 0, read_teks()["manfaat"]["catatan"], "catatan")
    daftar: list[_Daftar] = []
    cek: list[BarisCek] = []
    baris = 5
    for nomor, data in enumerate(k.pk.daftar):
        d = _susun_daftar(p, k, baris, nomor, data)
        daftar.append(d)
        cek.extend(_list_cek(d))
        baris = d.akhir + 6
    triwulan = _susun_persen(p, k, baris, daftar)
    indikator = k.pk.index_indikator(JenisIndikator.MANFAAT)
    return Bagian(
        lembar=p.selesai(warna_tab="#BF8F00"),
        nama=tuple(p.nama),
        cek=tuple(cek),
        realisasi={indikator: Realisasi(tuple(triwulan[:4]), ("hasil_manfaat_persen", triwulan[4][1]))},
    )


def _susun_daftar(p: Penyusun, k: Konteks, baris: int, nomor: int, data: DaftarManfaat) -> _Daftar:
    n = len(data.kegiatan) + (CADANGAN if data.kegiatan else CADANGAN_KOSONG)
    awalan = f"isian_manfaat_{data.kunci}"
    isi = {
        "kegiatan": k.matriks(f"{awalan}_kegiatan", n, 1, [(x.uraian,) for x in data.kegiatan]),
        "kelurahan": k.matriks(f"{awalan}_kelurahan", n, 1, [(x.kelurahan,) for x in data.kegiatan]),
        "target": k.matriks(f"{awalan}_target", n, 1, [(x.target,) for x in data.kegiatan]),
    }
    d = _Daftar(data, kolom(isi["target"], 0), k.matriks(f"{awalan}_realisasi", n, 4), baris + 2)
    p.teks(baris, 0, f"{column_letters(nomor).lower()}. {data.nama}", "bagian")
    tw = [f"Triwulan {t} ({data.satuan})" for t in TRIWULAN]
    p.kepala(
        baris + 1,
        0,
        ("No", "Kegiatan", "Kelurahan", f"Target ({data.satuan})", *tw, f"Jumlah ({data.satuan})", "Capaian (%)"),
    )
    angka_ = Aturan("bulat", f"Jumlah {data.satuan}", f"Ketik jumlah {data.satuan}; 0 bila tidak ada.", 0, 1e9)
    for geser, (nama, atribut, aturan, gaya, gaya_terkunci) in enumerate(
        (
            ("kegiatan", "uraian", _KEGIATAN, "isian_teks", "sel_lipat"),
            ("kelurahan", "kelurahan", _KELURAHAN, "isian_teks", "sel_lipat"),
            ("target", "target", angka_, "isian_angka", "sel_angka"),
        ),
        start=1,
    ):
        diisi = [(r, 0) for r, x in enumerate(data.kegiatan) if getattr(x, atribut) is not None]
        p.isian(f"{awalan}_{nama}", d.awal, geser, isi[nama], aturan, gaya, terkunci=diisi, gaya_terkunci=gaya_terkunci)
    p.isian(f"{awalan}_realisasi", d.awal, 4, d.realisasi, angka_, "isian_angka")
    for geser, (target, realisasi) in enumerate(zip(d.target, d.realisasi, strict=True)):
        _susun_butir(p, k, d.awal + geser, geser + 1, target, realisasi)
    _susun_jumlah(p, d)
    return d


def _susun_butir(p: Penyusun, k: Konteks, r: int, nomor: int, target: Nilai, realisasi: Sequence[Nilai]) -> None:
    p.teks(r, 0, nomor, "sel_tengah")
    tw, t, j = f"{a1(r, 4)}:{a1(r, 7)}", a1(r, 3), a1(r, 8)
    ada = bool(angka(realisasi))
    total = jumlah(realisasi)
    p.rumus(r, 8, f'IF(COUNT({tw})=0,"",SUM({tw}))', tampil(total if ada else None), "hasil_angka")
    sasaran = angka((target,))
    persen = (
        compute_persen(total, sasaran[0], pada=k.pada) if ada and total >= 0 and sasaran and sasaran[0] > 0 else None
    )
    rumus = f'IF(AND(ISNUMBER({t}),ISNUMBER({j})),IF(AND({t}>0,{j}>=0),{rumus_persen(j, t, k.pada)},""),"")'
    p.rumus(r, 9, rumus, tampil(persen), "hasil_desimal")


def _susun_jumlah(p: Penyusun, d: _Daftar) -> None:
    r = d.akhir + 1
    p.baris(r, 0, (None, "JUMLAH", None), "hasil_teks")
    for c in range(3, 9):
        w = f"{a1(d.awal, c)}:{a1(d.akhir, c)}"
        isi = d.target if c == 3 else kolom(d.realisasi, c - 4) if c < 8 else [n for b in d.realisasi for n in b]
        p.rumus(r, c, f'IF(COUNT({w})=0,"",SUM({w}))', tampil(jumlah(isi) if angka(isi) else None), "hasil_angka")
    p.teks(r, 9, None, "hasil_teks")
    p.baris(r + 1, 0, (None, "Persentase kumulatif sampai triwulan itu (%)", None, None), "sel")
    target = f"{a1(d.awal, 3)}:{a1(d.akhir, 3)}"
    salah = a1(r + 2, 3)
    for c in range(4):
        w = f"{a1(d.awal, 4)}:{a1(d.akhir, 4 + c)}"
        pasangan = d.pasangan(c + 1)
        rumus = f'IF(AND({salah}=0,SUM({target})>0,COUNT({w})>0),SUM({w})/SUM({target})*100,"")'
        nilai: Nilai = float(pasangan[0] / pasangan[1] * 100) if pasangan else ""
        p.rumus(r + 1, 4 + c, rumus, nilai, "hasil_desimal")
    p.baris(r + 2, 0, (None, "Isian yang salah (bukan angka, atau negatif)", None), "sel")
    semua = f"{a1(d.awal, 4)}:{a1(d.akhir, 7)}"
    p.rumus(r + 2, 3, f"{rumus_cacah_salah(target)}+{rumus_cacah_salah(semua)}", d.salah, "hasil_angka")
    if d.data.total_tercantum is not None:
        p.baris(r + 3, 0, (None, "Total target yang tercantum di perjanjian", None), "sel")
        p.teks(r + 3, 3, d.data.total_tercantum, "sel_angka")


def _list_cek(d: _Daftar) -> list[BarisCek]:
    target = f"Manfaat!{a1(d.awal, 3)}:{a1(d.akhir, 3)}"
    realisasi = f"Manfaat!{a1(d.awal, 4)}:{a1(d.akhir, 7)}"
    salah = f"Manfaat!{a1(d.akhir + 3, 3)}"
    lengkap = d.pasangan(4) is not None
    baris = [
        BarisCek(
            f"Manfaat, {d.data.nama}: target dan realisasi berupa angka",
            f"Manfaat!{a1(d.awal, 4)}",
            f'IF({salah}>0,"PERIKSA",IF(AND(SUM({target})>0,COUNT({realisasi})>0),"OK","BELUM"))',
            status(d.salah, lengkap),
            f"Ketik jumlah {d.data.satuan} sebagai angka; ketik 0 bila tidak ada.",
        )
    ]
    if d.data.total_tercantum is not None:
        stated = f"Manfaat!{a1(d.akhir + 4, 3)}"
        baris.append(
            BarisCek(
                f"Manfaat, {d.data.nama}: total yang tercantum sama dengan jumlah butirnya",
                f"Manfaat!{a1(d.akhir + 4, 3)}",
                f'IF(SUM({target})={stated},"OK","PERIKSA")',
                OK if jumlah(d.target) == d.data.total_tercantum else PERIKSA,
                "Cocokkan target setiap butir dengan dokumen yang ditandatangani; laporkan kepada penerbit berkas.",
            )
        )
    return baris


def _susun_persen(p: Penyusun, k: Konteks, r: int, daftar: Sequence[_Daftar]) -> list[Ditampilkan]:
    """The indikator itself: the mean of the lists' percentages, per quarter and for the year."""
    p.teks(r, 0, "Persentase masyarakat yang mendapatkan manfaat", "bagian")
    p.kepala(r + 1, 3, ("Sampai", *(f"Triwulan {t}" for t in TRIWULAN), "Setahun"))
    p.teks(r + 2, 3, "Persen", "sel_tengah")
    n = len(daftar)
    desimal = get_parameter("persen", pada=k.pada).bilangan("manfaat_desimal")
    hasil: list[Ditampilkan] = []
    for c in range(5):
        kumulatif = ",".join(d.kumulatif(min(c, 3)) for d in daftar)
        syarat = f"COUNT({kumulatif})={n}"
        pasangan = [x for d in daftar if (x := d.pasangan(min(c + 1, 4)))]
        ada = len(pasangan) == n
        if c < 4:
            diisi = ",".join(f"{a1(d.awal, 4 + c)}:{a1(d.akhir, 4 + c)}" for d in daftar)
            syarat = f"AND({syarat},COUNT({diisi})>0)"
            ada = ada and any(angka(kolom(d.realisasi, c)) for d in daftar)
        nilai = tampil(compute_manfaat(pasangan, pada=k.pada) if ada else None)
        alamat = p.rumus(
            r + 2,
            4 + c,
            f'IF({syarat},ROUND(SUM({kumulatif})/{n},{desimal}),"")',
            nilai,
            "hasil_desimal",
            nama="hasil_manfaat_persen" if c == 4 else None,
        )
        hasil.append((f"Manfaat!{alamat}", nilai))
    return hasil
