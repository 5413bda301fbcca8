"""What a refused row of a data set advises is done to that row once; then the agreement says what was meant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import PerjanjianKinerja
from tests.alat.saran import follow
from tests.berkas_induk import added, changed, small
from tests.contoh import angka
from tests.saran_induk import Kasus, change, check_saran, with_baris


def kegiatan(pk: PerjanjianKinerja) -> list[tuple[str, str, int | None]]:
    """Key of its list, text and target of each activity."""
    return [(d.kunci, k.uraian, k.target) for d in pk.indikator[0].daftar for k in d.kegiatan]


DUA_MANFAAT = {"sasaran": "Dua", "indikator": "Manfaat kedua", "jenis": "manfaat", "satuan": "%", "target": 90}
MUNGKIN = "Mungkin maksudnya {}."
SEL = (
    change("umum.0.tahun", "Ketik tahun perjanjian, contoh 2025.", 25, 2025, lambda p: p.tahun, 2025),
    change(
        "kecamatan.0.sebutan", "Ketik sebutannya dengan huruf, contoh: Desa, Gampong.", "Desa 2", "Gampong",
        lambda p: p.kecamatan.sebutan_desa, "Gampong",
    ),
    change("program.0.nama", "Isi sel itu.", None, "PROGRAM A", lambda p: p.program[0].nama, "PROGRAM A"),
    change("program.0.keterangan", "Ketik teksnya.", True, "APBD", lambda p: p.program[0].keterangan, "APBD"),
    change(
        "kecamatan.0.kode", "Ubah format sel menjadi Teks, lalu ketik lagi kodenya.", date(2012, 7, 1), "12.71.17",
        lambda p: p.kecamatan.kode, "12.71.17",
    ),
    change(
        "program.0.anggaran", "Ketik lagi angkanya.", date(2025, 1, 2), 45659,
        lambda p: p.program[0].anggaran, 45659
    ),
    change(
        "kegiatan.0.target", "Ketik bilangan bulat, paling kecil 0.", 2.5, 3, kegiatan,
        [("sarpras", "Jalan", 3)],
    ),
    change(
        "program.0.anggaran", "Ketik paling banyak dua angka desimal.", 1.555, 1.56,
        lambda p: p.program[0].anggaran, Decimal("1.56"),
    ),
    change(
        "kecamatan.0.nip", "Ubah format sel menjadi Teks, lalu ketik lagi ke-18 angkanya.", 198001012005011001,
        "198001012005011001", lambda p: p.pihak_pertama.nip, "198001012005011001",
    ),
    change(
        "kegiatan.0.kecamatan", "Pilih kecamatan dari daftar.", "12.71.17 Medan Kota", "12.71.17 Medan Baru",
        kegiatan, [("sarpras", "Jalan", 35)],
    ),
    change(
        "indikator.0.survei", "Pilih {} untuk jenis skm, atau kosongkan.", 2, None, lambda p: p.indikator[0].kali, 1
    ),
    change(
        "indikator.0.metode", "Kosongkan: lembarnya punya cara sendiri.", "akhir", None,
        lambda p: p.indikator[0].metode, None,
    ),
    change("indikator.1.metode", "Isi {}.", "jumlah", "akhir", lambda p: p.indikator[1].metode, "akhir"),
    change("umum.0.jenis", "Pilih: {}.", "awal", "perubahan", lambda p: p.jenis, "perubahan"),
    change("indikator.0.arah", "Pilih: {}.", "atas", "turun_rasio", lambda p: p.indikator[0].arah, "turun_rasio"),
    change("umum.0.batas_atas", "Pilih {}, atau kosongkan.", 90, 100, lambda p: p.cara.batas, 100),
    change("umum.0.batas_atas", "Pilih {}, atau kosongkan.", 90, None, lambda p: p.cara.batas, None),
    change(
        "program.0.keterangan", "Persingkat menjadi paling banyak {} karakter.", "Dana " * 40, "Dana " * 20,
        lambda p: p.program[0].keterangan, " ".join(["Dana"] * 20),
    ),
    change("indikator.0.jenis", MUNGKIN, "manfat", "manfaat", lambda p: p.indikator[0].jenis, jenis.MANFAAT),
    change("kegiatan.0.daftar", MUNGKIN, "sarpas", "sarpras", kegiatan, [("sarpras", "Jalan", 35)]),
    change(
        "kecamatan.0.kode", "Cari kodenya dengan: kinerja daftar kecamatan {}", "12.71.77", "12.71.17",
        lambda p: p.kecamatan.nama, "Medan Baru",
    ),
    change(
        "indikator.1.realisasi_lalu", "Ketik angka yang dicapai.", "80–90", 85,
        lambda p: p.indikator[1].lalu, angka(85)
    ),
    change(
        "indikator.1.target", "Tulis angkanya dalam satuan itu, atau betulkan kolom Satuan.", "88,30 hari", "88,30",
        lambda p: p.indikator[1].target, angka("88.30"),
    ),
    change(
        "indikator.1.target_renstra", "Betulkan huruf atau angkanya.", "A (80)", "B (80)",
        lambda p: p.indikator[1].renstra, angka(80),
    ),
    change(
        "indikator.1.target_renstra", "Ketik angkanya.", "A", "A (90)",
        lambda p: p.indikator[1].renstra, angka(90),
    ),
)  # fmt: skip
BARIS = (
    Kasus(
        "Pakai huruf kecil, angka, dan garis bawah, paling banyak 24 karakter.",
        {**small(), "daftar": [{"kunci": "Sar pras", "nama": "Sarana", "satuan": "KK"}], "kegiatan": []},
        {**small(), "daftar": [{"kunci": "sar_pras2", "nama": "Sarana", "satuan": "KK"}], "kegiatan": []},
        lambda p: [d.kunci for d in p.indikator[0].daftar],
        ["sar_pras2"],
    ),
    Kasus(
        "Tambahkan dahulu pada tabel Daftar.",
        changed("kegiatan", 0, daftar="rumah"),
        {**changed("kegiatan", 0, daftar="rumah"), "daftar": [{"kunci": "rumah", "nama": "Rumah", "satuan": "KK"}]},
        kegiatan,
        [("rumah", "Jalan", 35)],
    ),
    Kasus(
        "Tambahkan dahulu pada tabel itu, atau betulkan kodenya.",
        {**small(), "kecamatan": [{"kode": "12.71.01"}]},
        small(),
        kegiatan,
        [("sarpras", "Jalan", 35)],
    ),
    Kasus(
        "Lengkapi baris ini.",
        with_baris("daftar", {"kecamatan": "12.71.17", "kunci": "rumah", "satuan": "KK"}),
        with_baris("daftar", {"kecamatan": "12.71.17", "kunci": "rumah", "satuan": "KK", "nama": "Rumah"}),
        lambda p: [d.nama for d in p.indikator[0].daftar],
        ["Sarana", "Rumah"],
    ),
    Kasus(
        "Lengkapi baris ini, atau betulkan kodenya.",
        with_baris("program", {"kecamatan": "12.71.17", "kode": "7.01.05", "anggaran": 5}),
        with_baris("program", {"kecamatan": "12.71.17", "kode": "7.01.04", "anggaran": 5}),
        lambda p: [(x.kode, x.nama, x.anggaran) for x in p.program],
        [("7.01.04", "PROGRAM KOORDINASI", 5)],
    ),
    Kasus(
        "Lengkapi baris ini, atau betulkan kodenya.",
        with_baris("program", {"kecamatan": "12.71.17", "kode": "7.01.05", "anggaran": 5}),
        with_baris("program", {"kecamatan": "12.71.17", "kode": "7.01.05", "anggaran": 5, "nama": "PROGRAM B"}),
        lambda p: [(x.kode, x.nama, x.anggaran) for x in p.program[1:]],
        [("7.01.05", "PROGRAM B", 5)],
    ),
    Kasus(
        "Pindahkan ke data induk kabupaten/kotanya: satu berkas untuk satu kabupaten/kota.",
        added("kecamatan", kode="12.10.01"),
        {
            **small(),
            "umum": [{**small()["umum"][0], "kabkota": "12.10"}],
            "kecamatan": [{"kode": "12.10.01"}],
            "kegiatan": [],
        },
        lambda p: p.kecamatan.kode,
        "12.10.01",
    ),
    Kasus(
        "Hapus salah satu baris.",
        added("kecamatan", kode="12.71.17"),
        small(),
        lambda p: p.kecamatan.nama,
        "Medan Baru",
    ),
    Kasus(
        "Hapus daftarnya, atau ubah jenis indikatornya.",
        changed("indikator", 0, jenis="persen"),
        {**changed("indikator", 0, jenis="persen"), "daftar": [], "kegiatan": []},
        lambda p: p.indikator[0].jenis,
        jenis.PERSEN,
    ),
    Kasus(
        "Isi kolom Indikator kinerja pada tabel Daftar.",
        with_baris("indikator", DUA_MANFAAT),
        {
            **with_baris("indikator", DUA_MANFAAT),
            "daftar": [
                {"kunci": "sarpras", "nama": "Sarana", "satuan": "KK", "indikator": "Manfaat"},
                {"kunci": "lain", "nama": "Lain", "satuan": "KK", "indikator": "Manfaat kedua"},
            ],
        },
        lambda p: [[d.kunci for d in i.daftar] for i in p.indikator],
        [["sarpras"], [], ["lain"]],
    ),
    Kasus(
        "Tulis seperti di tabel Indikator.",
        with_baris("aksi", {"indikator": "Kebersihan", "aksi": "Menyurvei"}),
        with_baris("aksi", {"indikator": "Mutu", "aksi": "Menyurvei"}),
        lambda p: [[a.uraian for a in i.aksi] for i in p.indikator],
        [[], ["Menyurvei"]],
    ),
    Kasus(
        "Sisakan paling banyak {} baris untuk satu kecamatan.",
        with_baris("aksi", *({"indikator": "Mutu", "aksi": f"Langkah {n}"} for n in range(501))),
        with_baris("aksi", *({"indikator": "Mutu", "aksi": f"Langkah {n}"} for n in range(500))),
        lambda p: len(p.indikator[1].aksi),
        500,
    ),
    Kasus(
        "Isi tabel Indikator: {}.",
        {**small(), "indikator": [{**b, "kecamatan": "12.71.01"} for b in small()["indikator"]]},
        small(),
        lambda p: [i.nama for i in p.indikator],
        ["Manfaat", "Mutu"],
    ),
    Kasus(
        "Isi tabel Program: {}.",
        changed("program", 0, kecamatan="12.71.01"),
        with_baris("program", {"kecamatan": "12.71.17", "kode": "7.01.05", "nama": "PROGRAM B"}, kecamatan="12.71.01"),
        lambda p: [x.nama for x in p.program],
        ["PROGRAM B"],
    ),
    Kasus(
        "Isi tabel Daftar: {}; atau ubah jenis indikatornya.",
        {**small(), "daftar": [], "kegiatan": []},
        small(),
        kegiatan,
        [("sarpras", "Jalan", 35)],
    ),
    Kasus(
        "Isi tabel Daftar: {}; atau ubah jenis indikatornya.",
        {**small(), "daftar": [], "kegiatan": []},
        {**changed("indikator", 0, jenis="persen"), "daftar": [], "kegiatan": []},
        lambda p: p.indikator[0].jenis,
        jenis.PERSEN,
    ),
    Kasus(
        "Beri setiap daftar kunci yang berbeda.",
        with_baris("daftar", {"kunci": "sarpras", "nama": "Lain", "satuan": "KK"}),
        with_baris("daftar", {"kunci": "lain", "nama": "Lain", "satuan": "KK"}),
        lambda p: [(d.kunci, d.nama) for d in p.indikator[0].daftar],
        [("sarpras", "Sarana"), ("lain", "Lain")],
    ),
    Kasus("Isi tabel itu.", {**small(), "kecamatan": []}, small(), lambda p: p.kecamatan.nama, "Medan Baru"),
)
SEMUA = (*SEL, *BARIS)


@follow(*{k.saran for k in SEMUA} - {"Betulkan huruf atau angkanya."})
@pytest.mark.parametrize("kasus", SEMUA, ids=lambda k: k.saran)
def test_saran_baris_data_induk_dituruti(kasus: Kasus, tmp_path: Path) -> None:
    check_saran(kasus, tmp_path)
