"""Sheet Anggaran: programmes with agreement, DPA, realisation per quarter, difference, absorption, status."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.perjanjian import Program
from kinerja.workbook.alamat import a1
from kinerja.workbook.layout import Aturan, Nilai
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.anggaran_baris import (
    ACUAN,
    DPA,
    PERJANJIAN,
    REALISASI,
    SELISIH,
    SERAPAN,
    SISA,
    STATUS,
    TW,
    BarisAnggaran,
    compute_baris,
    compute_sisa,
    find_serapan,
    list_rumus,
    rumus_serapan,
    rumus_sisa,
)
from workbook_templates.perjanjian_kinerja.konteks import (
    PERIKSA,
    TRIWULAN,
    Bagian,
    BarisCek,
    Konteks,
    angka,
    cacah_salah,
    read_teks,
    rumus_cacah_salah,
    status,
    tampil,
)

AWAL = 6
LEBAR = (5, 10, 44, *[21] * 10, 11, 24)
PERLU_DILIHAT = ("Isian salah", "Realisasi melebihi pagu", "DPA berbeda")
_RUPIAH = Aturan("desimal", "Rupiah", "Ketik angka saja, tanpa Rp dan tanpa titik ribuan.", 0, 1e15)


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
    p.kepala(
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
    )
    baris = [compute_baris(a, b, c, pada=k.pada) for (a,), (b,), c in zip(perjanjian, dpa, realisasi, strict=True)]
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


def _susun_program(p: Penyusun, k: Konteks, r: int, nomor: int, x: Program, b: BarisAnggaran) -> None:
    p.teks(r, 0, nomor, "sel_tengah")
    p.teks(r, 1, x.kode, "sel_tengah")
    p.teks(r, 2, x.nama, "sel_lipat")
    hasil = *map(tampil, (b.acuan, b.selisih, b.total, b.sisa, b.serapan)), b.status
    for (c, rumus, gaya), nilai in zip(list_rumus(r, k.pada), hasil, strict=True):
        p.rumus(r, c, rumus, nilai, gaya)


def _susun_total(p: Penyusun, k: Konteks, r: int, baris: Sequence[BarisAnggaran]) -> None:
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
        ada = angka(nilai)
        total[kolom_] = sum(ada, Decimal(0)) if len(ada) >= perlu else None
        w = f"{a1(r - n, kolom_)}:{a1(r - 1, kolom_)}"
        rumus = f'IF(COUNT({w})<{perlu},"",ROUND(SUM({w}),2))'
        p.rumus(r, kolom_, rumus, tampil(total[kolom_]), "hasil_rupiah", nama=nama.get(kolom_))
    acuan, realisasi = total[ACUAN], total[REALISASI]
    c, t = a1(r, ACUAN), a1(r, REALISASI)
    p.rumus(r, SISA, rumus_sisa(c, t), tampil(compute_sisa(acuan, realisasi)), "hasil_rupiah")
    rumus, serapan = rumus_serapan(c, t, k.pada), tampil(find_serapan(acuan, realisasi, pada=k.pada))
    p.rumus(r, SERAPAN, rumus, serapan, "hasil_desimal", nama="hasil_anggaran_serapan")
    p.teks(r, STATUS, None, "hasil_teks")


def _list_cek(k: Konteks, baris: Sequence[BarisAnggaran]) -> tuple[BarisCek, ...]:
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
