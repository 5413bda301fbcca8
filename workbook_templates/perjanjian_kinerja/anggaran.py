"""Sheet Anggaran: programmes with agreement, DPA, realisation per quarter, difference, absorption, status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kinerja.perjanjian import Program
from kinerja.rumus.anggaran import compute_selisih, compute_serapan
from kinerja.workbook.alamat import a1
from kinerja.workbook.layout import Aturan, Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import (
    PERIKSA,
    TRIWULAN,
    Bagian,
    BarisCek,
    Konteks,
    angka,
    cacah_salah,
    jumlah,
    read_teks,
    rumus_cacah_salah,
    status,
    tampil,
)

AWAL = 6
LEBAR = (5, 10, 44, *[21] * 10, 11, 24)
PERJANJIAN, DPA, ACUAN, SELISIH, TW, REALISASI, SISA, SERAPAN, STATUS = 3, 4, 5, 6, 7, 11, 12, 13, 14
PERLU_DILIHAT = ("Isian salah", "Realisasi melebihi pagu", "DPA berbeda")
_RUPIAH = Aturan("desimal", "Rupiah", "Ketik angka saja, tanpa Rp dan tanpa titik ribuan.", 0, 1e15)


@dataclass(frozen=True)
class _Baris:
    """The figures of one programme as typed."""

    perjanjian: Nilai
    dpa: Nilai
    realisasi: tuple[Nilai, ...]

    @cached_property
    def acuan(self) -> Decimal | None:
        """The ceiling that absorption is measured against: the DPA, or the agreement while it is blank."""
        return next((n for x in (self.dpa, self.perjanjian) for n in angka((x,))), None)

    @cached_property
    def total(self) -> Decimal | None:
        return jumlah(self.realisasi) if angka(self.realisasi) else None

    @cached_property
    def selisih(self) -> Decimal | None:
        a, b = angka((self.perjanjian,)), angka((self.dpa,))
        return compute_selisih(a[0], b[0]) if a and b else None

    @cached_property
    def serapan(self) -> Decimal | None:
        if self.total is None or self.acuan is None or self.acuan <= 0 or self.total < 0:
            return None
        return compute_serapan(self.total, self.acuan)

    @cached_property
    def status(self) -> str:
        """In words, what a reader must look at first."""
        if cacah_salah((self.perjanjian, self.dpa, *self.realisasi)):
            return "Isian salah"
        if self.acuan is None:
            return ""
        if self.total is not None and self.total > self.acuan:
            return "Realisasi melebihi pagu"
        if self.dpa is None:
            return "DPA belum diisi"
        if self.perjanjian is None:
            return "Perjanjian belum diisi"
        return "Sesuai" if self.selisih == 0 else "DPA berbeda"


def build_anggaran(k: Konteks) -> Bagian:
    """The budget sheet: `isian_anggaran_…` per programme and the `hasil_anggaran_…` totals."""
    program = k.pk.program
    n = len(program)
    perjanjian = k.anggaran_perjanjian()
    dpa = k.matriks("isian_anggaran_dpa", n, 1)
    realisasi = k.matriks("isian_anggaran_realisasi", n, 4)
    p = k.susun(
        "Anggaran",
        "Anggaran – Perjanjian, DPA, dan Realisasi",
        LEBAR,
        berulang=AWAL - 1,
    )
    p.teks(3, 0, read_teks()["anggaran"]["catatan"], "catatan")
    tw = [f"Realisasi triwulan {t} (Rp)" for t in TRIWULAN]
    p.baris(
        AWAL - 1,
        0,
        (
            "No",
            "Kode",
            "Program",
            "Perjanjian (Rp)",
            "DPA (Rp)",
            "Pagu acuan (Rp)",
            "Selisih perjanjian − DPA (Rp)",
            *tw,
            "Jumlah realisasi (Rp)",
            "Sisa pagu (Rp)",
            "Serapan (%)",
            "Keadaan",
        ),
        "kepala",
    )
    baris = [_Baris(a, b, c) for (a,), (b,), c in zip(perjanjian, dpa, realisasi, strict=True)]
    for nomor, (x, b) in enumerate(zip(program, baris, strict=True)):
        _susun_program(p, k, AWAL + nomor, nomor + 1, x, b)
    terkunci = [(r, 0) for r, x in enumerate(program) if x.anggaran is not None]
    p.isian(
        "isian_anggaran_perjanjian",
        AWAL,
        PERJANJIAN,
        perjanjian,
        _RUPIAH,
        "isian_rupiah",
        terkunci=terkunci,
        gaya_terkunci="sel_rupiah",
    )
    p.isian("isian_anggaran_dpa", AWAL, DPA, dpa, _RUPIAH, "isian_rupiah")
    p.isian("isian_anggaran_realisasi", AWAL, TW, realisasi, _RUPIAH, "isian_rupiah")
    _susun_total(p, k, AWAL + n, baris)
    semua = f"{a1(AWAL, PERJANJIAN)}:{a1(AWAL + n, SISA)}"
    p.bersyarat(semua, f"INT({a1(AWAL, PERJANJIAN)})<>{a1(AWAL, PERJANJIAN)}", "bersen")
    wilayah = f"{a1(AWAL, STATUS)}:{a1(AWAL + n - 1, STATUS)}"
    p.bersyarat(wilayah, f'{a1(AWAL, STATUS)}="Sesuai"', "baik")
    for kata in PERLU_DILIHAT:
        p.bersyarat(wilayah, f'{a1(AWAL, STATUS)}="{kata}"', "periksa")
    return Bagian(p.selesai(beku=(AWAL, 3), warna_tab="#BF8F00"), tuple(p.nama), _list_cek(k, baris))


def _rumus_serapan(k: Konteks, realisasi: str, acuan: str) -> str:
    angka_ = f"ISNUMBER({acuan}),ISNUMBER({realisasi})"
    return f'IF(AND({angka_}),IF(AND({acuan}>0,{realisasi}>=0),{k.rumus_persen(realisasi, acuan)},""),"")'


def _susun_program(p: Penyusun, k: Konteks, r: int, nomor: int, x: Program, b: _Baris) -> None:
    a, d, c, t, s = (a1(r, i) for i in (PERJANJIAN, DPA, ACUAN, REALISASI, SELISIH))
    tw = f"{a1(r, TW)}:{a1(r, TW + 3)}"
    p.teks(r, 0, nomor, "sel_tengah")
    p.teks(r, 1, x.kode, "sel_tengah")
    p.teks(r, 2, x.nama, "sel_lipat")
    p.rumus(r, ACUAN, f'IF(ISNUMBER({d}),{d},IF(ISNUMBER({a}),{a},""))', tampil(b.acuan), "hasil_rupiah")
    p.rumus(r, SELISIH, f'IF(AND(ISNUMBER({a}),ISNUMBER({d})),ROUND({a}-{d},2),"")', tampil(b.selisih), "hasil_rupiah")
    p.rumus(r, REALISASI, f'IF(COUNT({tw})=0,"",ROUND(SUM({tw}),2))', tampil(b.total), "hasil_rupiah")
    sisa = None if b.acuan is None or b.total is None else compute_selisih(b.acuan, b.total)
    p.rumus(r, SISA, f'IF(AND(ISNUMBER({c}),ISNUMBER({t})),ROUND({c}-{t},2),"")', tampil(sisa), "hasil_rupiah")
    rumus = _rumus_serapan(k, t, c)
    p.rumus(r, SERAPAN, rumus, tampil(b.serapan), "hasil_desimal")
    salah = f"{rumus_cacah_salah(f'{a}:{d}')}+{rumus_cacah_salah(tw)}"
    rumus = (
        f'IF({salah}>0,"Isian salah",IF({c}="","",IF(AND(ISNUMBER({t}),{t}>{c}),"Realisasi melebihi pagu",'
        f'IF({d}="","DPA belum diisi",IF({a}="","Perjanjian belum diisi",IF({s}=0,"Sesuai","DPA berbeda"))))))'
    )
    p.rumus(r, STATUS, rumus, b.status, "hasil_teks")


def _susun_total(p: Penyusun, k: Konteks, r: int, baris: Sequence[_Baris]) -> None:
    """Totals: a budget column only once every programme has its figure, realisation as far as it goes."""
    n = len(baris)
    p.baris(r, 0, (None, None, "JUMLAH"), "hasil_teks")
    isi: dict[int, tuple[Sequence[Nilai], int]] = {
        PERJANJIAN: ([b.perjanjian for b in baris], n),
        DPA: ([b.dpa for b in baris], n),
        ACUAN: ([tampil(b.acuan) for b in baris], n),
        SELISIH: ([tampil(b.selisih) for b in baris], n),
        **{TW + c: ([b.realisasi[c] for b in baris], 1) for c in range(4)},
        REALISASI: ([tampil(b.total) for b in baris], 1),
    }
    total: dict[int, Decimal | None] = {}
    nama = {PERJANJIAN: "hasil_anggaran_perjanjian", DPA: "hasil_anggaran_dpa", REALISASI: "hasil_anggaran_realisasi"}
    for kolom_, (nilai, perlu) in isi.items():
        total[kolom_] = jumlah(nilai) if len(angka(nilai)) >= perlu else None
        w = f"{a1(r - n, kolom_)}:{a1(r - 1, kolom_)}"
        rumus = f'IF(COUNT({w})<{perlu},"",ROUND(SUM({w}),2))'
        p.rumus(r, kolom_, rumus, tampil(total[kolom_]), "hasil_rupiah", nama=nama.get(kolom_))
    acuan, realisasi = total[ACUAN], total[REALISASI]
    c, t = a1(r, ACUAN), a1(r, REALISASI)
    sisa = serapan = None
    if acuan is not None and realisasi is not None:
        sisa = compute_selisih(acuan, realisasi)
        serapan = compute_serapan(realisasi, acuan) if acuan > 0 and realisasi >= 0 else None
    p.rumus(r, SISA, f'IF(AND(ISNUMBER({c}),ISNUMBER({t})),ROUND({c}-{t},2),"")', tampil(sisa), "hasil_rupiah")
    rumus = _rumus_serapan(k, t, c)
    p.rumus(r, SERAPAN, rumus, tampil(serapan), "hasil_desimal", nama="hasil_anggaran_serapan")
    p.teks(r, STATUS, None, "hasil_teks")


def _list_cek(k: Konteks, baris: Sequence[_Baris]) -> tuple[BarisCek, ...]:
    n = len(baris)
    w, tw = (f"Anggaran!{a1(AWAL, c)}:{a1(AWAL + n - 1, d)}" for c, d in ((PERJANJIAN, PERJANJIAN), (TW, TW + 3)))
    keadaan = f"Anggaran!{a1(AWAL, STATUS)}:{a1(AWAL + n - 1, STATUS)}"
    dpa = f"Anggaran!{a1(AWAL, DPA)}:{a1(AWAL + n - 1, DPA)}"
    kata = [b.status for b in baris]

    def hitung(wilayah: str, teks: str, nilai: Sequence[Nilai], alamat: str, saran: str) -> BarisCek:
        return BarisCek(
            teks,
            alamat,
            f'IF({rumus_cacah_salah(wilayah)}>0,"PERIKSA",IF(COUNT({wilayah})={n},"OK","BELUM"))',
            status(cacah_salah(nilai), len(angka(nilai)) == n),
            saran,
        )

    cek = [
        hitung(
            w,
            "Anggaran: setiap program punya anggaran di perjanjian",
            [b.perjanjian for b in baris],
            f"Anggaran!{a1(AWAL, PERJANJIAN)}",
            "Ketik anggaran menurut perjanjian yang ditandatangani.",
        ),
        hitung(
            dpa,
            "Anggaran: DPA setiap program terisi",
            [b.dpa for b in baris],
            f"Anggaran!{a1(AWAL, DPA)}",
            "Ketik pagu menurut DPA, angka saja.",
        ),
        BarisCek(
            "Anggaran: DPA sama dengan perjanjian, realisasi tidak melebihi pagu",
            f"Anggaran!{a1(AWAL, STATUS)}",
            f'IF(COUNTIF({keadaan},"Isian salah")+COUNTIF({keadaan},"Realisasi melebihi pagu")'
            f'+COUNTIF({keadaan},"DPA berbeda")>0,"PERIKSA",IF(COUNTIF({keadaan},"Sesuai")={n},"OK","BELUM"))',
            PERIKSA if set(PERLU_DILIHAT) & set(kata) else status(0, kata.count("Sesuai") == n),
            "Lihat kolom Keadaan; betulkan angka yang salah ketik atau jelaskan perbedaannya.",
        ),
        BarisCek(
            "Anggaran: realisasi mulai diisi",
            f"Anggaran!{a1(AWAL, TW)}",
            f'IF({rumus_cacah_salah(tw)}>0,"PERIKSA",IF(COUNT({tw})>0,"OK","BELUM"))',
            status(cacah_salah([x for b in baris for x in b.realisasi]), any(angka(b.realisasi) for b in baris)),
            "Ketik belanja triwulan itu per program, angka saja.",
        ),
    ]
    if k.pk.anggaran_tercantum is not None:
        stated = f"{k.pk.anggaran_tercantum.normalize():f}"
        sama = sum(angka([b.perjanjian for b in baris]), Decimal(0)) == k.pk.anggaran_tercantum
        cek.append(
            BarisCek(
                "Anggaran: jumlah yang tercantum di perjanjian sama dengan jumlah programnya",
                f"Anggaran!{a1(AWAL + n, PERJANJIAN)}",
                f'IF(COUNT({w})<{n},"BELUM",IF(ROUND(SUM({w}),2)={stated},"OK","PERIKSA"))',
                status(not sama, True) if len(angka([b.perjanjian for b in baris])) == n else "BELUM",
                "Cocokkan anggaran setiap program dengan dokumen yang ditandatangani.",
            )
        )
    return tuple(cek)
