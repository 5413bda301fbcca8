"""Sheet Anggaran: programmes with agreement, DPA, realisation per quarter, difference, absorption, status."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from kinerja.rumus.anggaran import DESIMAL_SEN
from kinerja.workbook.alamat import a1
from kinerja.workbook.ekspresi import X, di_kolom, jumlahkan, rentang, sel
from kinerja.workbook.fungsi import COUNT, COUNTIF, IF, INT, ROUND, SUM
from kinerja.workbook.layout import Aturan
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.anggaran_baris import (
    ACUAN,
    BEDA,
    DPA,
    ISIAN_SALAH,
    LEBIH,
    PERJANJIAN,
    REALISASI,
    SERAPAN,
    SESUAI,
    SISA,
    STATUS,
    TW,
    list_rumus,
    serapan,
    sisa,
)
from workbook_templates.perjanjian_kinerja.konteks import (
    BELUM,
    OK,
    PERIKSA,
    TRIWULAN,
    Bagian,
    Konteks,
    cacah_salah,
    make_cek,
    read_teks,
    status,
)

AWAL = 6
LEBAR = (5, 10, 44, *[21] * 10, 11, 24)
PERLU_DILIHAT = (ISIAN_SALAH, LEBIH, BEDA)
_KEPALA = (
    "No", "Kode", "Program", "Perjanjian (Rp)", "DPA (Rp)", "Pagu acuan (Rp)", "Selisih perjanjian − DPA (Rp)",
    "Jumlah realisasi (Rp)", "Sisa pagu (Rp)", "Serapan (%)", "Keadaan",
)  # fmt: skip
_SUDUT = sel(AWAL, PERJANJIAN)
_RUPIAH = Aturan("rupiah", "Rupiah", "Ketik angka saja, tanpa Rp dan tanpa titik ribuan.", 0, 1e15)


def build_anggaran(k: Konteks) -> Bagian:
    """The budget sheet: `isian_anggaran_…` per programme and the `hasil_anggaran_…` totals."""
    program = k.pk.program
    n = len(program)
    p = k.susun("Anggaran", "Anggaran – Perjanjian, DPA, dan Realisasi", LEBAR, berulang=AWAL - 1)
    p.teks(3, 0, read_teks()["anggaran"]["catatan"], "catatan")
    tw = [f"Realisasi triwulan {t} (Rp)" for t in TRIWULAN]
    p.kepala(AWAL - 1, 0, (*_KEPALA[:7], *tw, *_KEPALA[7:]))
    for nomor, x in enumerate(program):
        p.baris(AWAL + nomor, 0, (nomor + 1, x.kode), "sel_tengah")
        p.teks(AWAL + nomor, 2, x.nama, "sel_lipat")
        for c, rumus, gaya in list_rumus(k.pada):
            p.rumus(AWAL + nomor, c, rumus, gaya)
    _susun_isian(p, k)
    _susun_total(p, k, AWAL + n, n)
    p.bersyarat(f"{_SUDUT.rumus}:{a1(AWAL + n, SISA)}", INT(_SUDUT) != _SUDUT, "bersen")
    p.warnai(AWAL, STATUS, AWAL + n - 1, {SESUAI: "baik", **dict.fromkeys(PERLU_DILIHAT, "periksa")})
    lembar, jumlah = p.selesai(beku=(AWAL, 3), warna_tab="#BF8F00"), p.nilai("hasil_anggaran_perjanjian")
    cek = tuple(make_cek(p, *satu) for satu in _list_cek(n, k.pk.anggaran_tercantum))
    return Bagian(lembar, tuple(p.nama), cek, hasil={"hasil_anggaran_perjanjian": jumlah})


def _susun_isian(p: Penyusun, k: Konteks) -> None:
    n = len(k.pk.program)
    terkunci = [(r, 0) for r, x in enumerate(k.pk.program) if x.anggaran is not None]
    for nama, c, isi, terkunci_ in (
        ("isian_anggaran_perjanjian", PERJANJIAN, k.anggaran_perjanjian(), terkunci),
        ("isian_anggaran_dpa", DPA, k.matriks("isian_anggaran_dpa", n, 1), []),
        ("isian_anggaran_realisasi", TW, k.matriks("isian_anggaran_realisasi", n, 4), []),
    ):
        gaya = "sel_rupiah" if c == PERJANJIAN else "sel"
        p.isian(nama, AWAL, c, isi, _RUPIAH, "isian_rupiah", terkunci=terkunci_, gaya_terkunci=gaya)


def _susun_total(p: Penyusun, k: Konteks, r: int, n: int) -> None:
    """Totals under the columns."""
    p.baris(r, 0, (None, None, "JUMLAH"), "hasil_teks")
    for c, rumus, nama in _list_total(n, k.pada):
        p.rumus(r, c, rumus, "hasil_desimal" if c == SERAPAN else "hasil_rupiah", nama=nama)
    p.teks(r, STATUS, None, "hasil_teks")


@lru_cache(maxsize=64)
def _list_total(n: int, pada: date) -> tuple[tuple[int, X, str | None], ...]:
    """Column, formula and name of each total: a budget only once every programme has its figure, realisation as far
    as it goes.
    """
    nama = {PERJANJIAN: "hasil_anggaran_perjanjian", DPA: "hasil_anggaran_dpa", REALISASI: "hasil_anggaran_realisasi"}
    kolom = {c: rentang(AWAL, c, AWAL + n - 1, c) for c in range(PERJANJIAN, SISA)}
    acuan, realisasi = di_kolom(ACUAN), di_kolom(REALISASI)
    return (
        *((c, _jumlah(w, n if c < TW else 1), nama.get(c)) for c, w in kolom.items()),
        (SISA, sisa(acuan, realisasi), None),
        (SERAPAN, serapan(realisasi, acuan, pada), "hasil_anggaran_serapan"),
    )


def _jumlah(w: X, perlu: int) -> X:
    return IF(COUNT(w) < perlu, "", ROUND(SUM(w), DESIMAL_SEN))


@lru_cache(maxsize=64)
def _list_cek(n: int, tercantum: Decimal | None) -> tuple[tuple[str, int, int, X, str], ...]:
    """The checks of `n` programmes, for `make_cek`.

    Args:
        tercantum: the sum that the agreement states.
    """
    w, dpa, keadaan = (rentang(AWAL, c, AWAL + n - 1, c, lembar="Anggaran") for c in (PERJANJIAN, DPA, STATUS))
    tw = rentang(AWAL, TW, AWAL + n - 1, TW + 3, lembar="Anggaran")
    perlu = jumlahkan(COUNTIF(keadaan, kata) for kata in PERLU_DILIHAT)
    cek = (
        (
            "Anggaran: setiap program punya anggaran di perjanjian",
            AWAL,
            PERJANJIAN,
            status(cacah_salah(w) > 0, COUNT(w) == n),
            "Ketik anggaran menurut perjanjian yang ditandatangani.",
        ),
        (
            "Anggaran: DPA setiap program terisi",
            AWAL,
            DPA,
            status(cacah_salah(dpa) > 0, COUNT(dpa) == n),
            "Ketik pagu menurut DPA, angka saja.",
        ),
        (
            "Anggaran: DPA sama dengan perjanjian, realisasi tidak melebihi pagu",
            AWAL,
            STATUS,
            status(perlu > 0, COUNTIF(keadaan, SESUAI) == n),
            "Lihat kolom Keadaan; betulkan angka yang salah ketik atau jelaskan perbedaannya.",
        ),
        (
            "Anggaran: realisasi mulai diisi",
            AWAL,
            TW,
            status(cacah_salah(tw) > 0, COUNT(tw) > 0),
            "Ketik belanja triwulan itu per program, angka saja.",
        ),
    )
    if tercantum is None:
        return cek
    sama = IF(ROUND(SUM(w), DESIMAL_SEN) == tercantum, OK, PERIKSA)
    return (
        *cek,
        (
            "Anggaran: jumlah yang tercantum di perjanjian sama dengan jumlah programnya",
            AWAL + n,
            PERJANJIAN,
            IF(COUNT(w) < n, BELUM, sama),
            "Cocokkan anggaran setiap program dengan dokumen yang ditandatangani.",
        ),
    )
