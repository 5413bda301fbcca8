"""Advice of the findings of a reconciliation, followed: the finding goes, and the amounts are the true ones."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.banding import Rekonsiliasi, konteks, reconcile, usulan
from kinerja.anggaran.banding.perbandingan import compare
from tests.alat.jalan_rekon import DUA, JUDUL, Rekon
from tests.alat.saran import follow, match_saran
from tests.berkas_anggaran import POHON, write_xlsx

Isi = Sequence[Sequence[Any]]
RK = {
    "RK01": "Cari di DPA dengan kode atau nama lain. Bila tidak ada, programnya belum dianggarkan atau DPA-nya belum"
    " lengkap.",
    "RK02": "Cari di perjanjian dengan kode atau nama lain. Bila tidak ada, perjanjian perlu dilengkapi atau diubah.",
    "RK03": "Buka kedua dokumen di sel yang disebut dan tanyakan mana yang berlaku (murni atau perubahan, rupiah atau"
    " ribuan), lalu samakan yang lain.",
    "RK04": "Periksa pencatatan realisasi: tercatat ganda, salah rekening, atau pagunya sudah digeser. Tanpa pagu"
    " berarti kodenya salah atau DPA-nya belum lengkap.",
    "RK05": "Lengkapi sub-kegiatannya, atau ekspor ulang dari aplikasi asalnya: rincian di bawah kegiatan itu tidak"
    " ada.",
    "RK06": "Jumlahkan baris-baris di bawahnya: baris itu atau salah satu di bawahnya keliru, atau ada baris yang belum"
    " termuat. Betulkan di aplikasi asalnya.",
    "RK07": "Jumlahkan sendiri baris-baris di atasnya. Bila jumlahnya salah ketik, betulkan; bila ada baris yang"
    " kurang, minta berkas yang lengkap.",
    "RK08": "Buka baris-baris yang disebut dan pastikan tidak tercatat dua kali. Bila memang satu, betulkan di aplikasi"
    " asalnya lalu ekspor ulang; bila kodenya salah, betulkan di sana juga.",
    "RK09": "Pastikan memang tidak dianggarkan. Bila dianggarkan, isi jumlahnya.",
    "RK10": "Pastikan bukan salinan yang lupa diubah. Bila memang sama besar, tidak perlu apa-apa.",
    "RK11": "Pakai berkas dari satu tahun anggaran, lalu bandingkan lagi; temuan lain baru berarti setelah itu.",
    "RK12": "Pastikan kedua sumber dari SKPD dan kecamatan yang sama. Ekspor yang hanya memuat kode SKPD perlu kolom"
    " namanya.",
    "RK13": "Bandingkan kedua baris. Bila memang sama, samakan kode dan namanya; bila bukan, abaikan.",
    "RK14": "Isi jumlahnya, lalu bandingkan lagi; sel kosong tidak dianggap nol. Bila memang nol, tulis 0.",
    "RK15": "Pastikan programnya sama, lalu samakan namanya menurut nomenklatur. Bila programnya lain, kodenya yang"
    " salah.",
    "RK16": "Pastikan kedua baris memang satu program, lalu samakan kodenya menurut nomenklatur.",
    "RK17": "Pastikan kolom yang dipakai memang yang dimaksud; kolom lain disebut dengan --kolom.",
    "RK18": "Tidak perlu ditindaklanjuti bila memang bukan anggaran program; bila sebabnya tidak sesuai, betulkan"
    " kodenya.",
    "RK19": "Jangan dipakai sebelum jelas: ada jumlah di berkas yang tidak menjadi bagian apa pun. Sebutkan kolom dan"
    " lembarnya, atau rapikan tabelnya; bila tetap begitu, laporkan berkasnya.",
}
DUA_KALI = "Pastikan tidak tercatat dua kali; bila memang satu, betulkan di aplikasi asalnya."
TERPISAH = "Pastikan anggarannya memang terpisah; bila kodenya salah, betulkan di aplikasi asalnya."
BARIS, RINCIAN = "Betulkan baris itu atau baris di bawahnya.", "Betulkan baris itu atau rinciannya."
LENGKAPI, CATATAN = "Periksa kodenya, atau lengkapi DPA.", "Periksa pencatatan realisasi."
SEBELUM = f"{CATATAN} Pagu yang dipakai sebelum perubahan; bila sudah berubah, "
SESUDAH, DPPA = f"{SEBELUM}sebutkan kolom sesudahnya: {{}}.", f"{SEBELUM}pakai DPA sesudah perubahan."
SKPD_SAMA = "Pastikan {} dari SKPD dan kecamatan yang sama."
BERNAMA = "Tambahkan kolom nama_skpd di {}: kode_skpd saja tidak menyebut kecamatannya."
DAHULU, JUMLAHNYA = "Isi dahulu, lalu bandingkan lagi.", "Isi jumlahnya; bila memang nol, tulis 0."
SEPADAN = "Periksa dahulu apakah sumbernya sepadan."
SEMUA = "Periksa dahulu apakah sumbernya sepadan; --json memuat semua baris."
PENDEK = {
    "RK01": ["Cari di {} dengan kode atau nama lain, atau lengkapi {}."],
    "RK02": ["Cari di {} dengan kode atau nama lain, atau lengkapi {}."],
    "RK03": ["Tanyakan mana yang berlaku, lalu samakan."],
    "RK04": [LENGKAPI, CATATAN],
    "RK05": ["Lengkapi sub-kegiatannya."],
    "RK06": [BARIS, RINCIAN],
    "RK07": ["Betulkan jumlahnya atau baris yang salah."],
    "RK08": [DUA_KALI, TERPISAH],
    "RK09": ["Pastikan memang tidak dianggarkan."],
    "RK10": ["Pastikan bukan salinan yang lupa diubah."],
    "RK11": ["Pakai berkas dari satu tahun."],
    "RK12": [SKPD_SAMA, BERNAMA],
    "RK13": ["Bila memang sama, samakan kode dan namanya."],
    "RK14": [DAHULU, JUMLAHNYA],
    "RK15": ["Pastikan programnya sama, lalu samakan namanya."],
    "RK16": ["Samakan kodenya."],
    "RK17": ["Bila kolom lain yang dimaksud, sebutkan dengan --kolom."],
    "RK18": ["Bila tidak demikian, betulkan kodenya."],
    "RK19": ["Sebutkan kolom dan lembarnya, atau rapikan tabelnya."],
}
"""What stands beside a finding; RK says it at length in the summary."""
BAKU: Isi = (JUDUL, *DUA)
SATU: Isi = BAKU[:2]
TRANTIB: Isi = POHON[:2]
KOSONG: Isi = (JUDUL, *((*b[:2], None) for b in DUA))
LRA: Isi = (("kode", "nama", "realisasi"), ("7.01.01", DUA[0][1], 700), ("7.01.04", DUA[1][1], 200))
GANDA: Isi = (*BAKU, BAKU[2])
SKPD = "7.01.0.00.0.00.17.0000"


def put(isi: Isi, kode: str, *baru: object) -> Isi:
    """The table with the end of the row of a code replaced: its amount, or its name and amount; the whole of three."""
    return tuple((*b[: 3 - len(baru)], *baru) if b[0] == kode else b for b in isi)


def drop(isi: Isi, kode: str) -> Isi:
    return tuple(b for b in isi if b[0] != kode)


def own(nama: str, isi: Isi = BAKU, judul: str = "nama_skpd") -> Isi:
    """The table with a column that says whose it is."""
    return ((judul, *isi[0]), *((nama, *b) for b in isi[1:]))


def year(tahun: int) -> Isi:
    return (("tahun", *JUDUL), *((tahun, *b) for b in DUA))


KASUS: dict[str, tuple[str, tuple[Isi, ...], tuple[Isi, ...]]] = {
    "kode lain di DPA": ("RK01", (BAKU, put(BAKU, "7.01.04", "7.01.09", "PROGRAM LAMA", 250)), (BAKU, BAKU)),
    "DPA belum lengkap": ("RK01", (BAKU, SATU), (BAKU, BAKU)),
    "kode lain di perjanjian": ("RK02", (put(BAKU, "7.01.04", "7.01.09", "PROGRAM LAMA", 250), BAKU), (BAKU, BAKU)),
    "perjanjian belum lengkap": ("RK02", (SATU, BAKU), (BAKU, BAKU)),
    "perjanjian dalam ribuan": ("RK03", (put(BAKU, "7.01.01", 1.5), BAKU), (BAKU, BAKU)),
    "realisasi ganda": ("RK04", (BAKU, BAKU, put(LRA, "7.01.04", 400)), (BAKU, BAKU, LRA)),
    "pagu sudah digeser": (
        "RK04",
        (BAKU, BAKU, put(LRA, "7.01.04", 400)),
        (put(BAKU, "7.01.04", 450), put(BAKU, "7.01.04", 450), put(LRA, "7.01.04", 400)),
    ),
    "realisasi salah kode": ("RK04", (BAKU, BAKU, put(LRA, "7.01.04", "7.01.05", "X", 200)), (BAKU, BAKU, LRA)),
    "realisasi tanpa pagu": ("RK04", (SATU, SATU, LRA), (BAKU, BAKU, LRA)),
    "tanpa sub": ("RK05", (TRANTIB, drop(POHON, "7.01.04.2.02.0001")), (TRANTIB, POHON)),
    "induk keliru": ("RK06", (TRANTIB, put(POHON, "7.01.04.2.01", 601)), (TRANTIB, POHON)),
    "sub keliru": ("RK06", (TRANTIB, put(POHON, "7.01.04.2.01.0002", 251)), (TRANTIB, POHON)),
    "sub belum termuat": ("RK06", (TRANTIB, drop(POHON, "7.01.04.2.01.0002")), (TRANTIB, POHON)),
    "jumlah salah ketik": ("RK07", (BAKU, (*BAKU, (None, "Jumlah", 1751))), (BAKU, (*BAKU, (None, "Jumlah", 1750)))),
    "jumlah lebih lengkap": ("RK07", (SATU, (*SATU, (None, "Jumlah", 1750))), (BAKU, (*BAKU, (None, "Jumlah", 1750)))),
    "tercatat dua kali": ("RK08", (BAKU, GANDA), (BAKU, BAKU)),
    "kode ganda yang salah": (
        "RK08",
        ((*BAKU, ("7.01.06", "PROGRAM DESA", 90)), (*BAKU, ("7.01.04", "PROGRAM DESA", 90))),
        ((*BAKU, ("7.01.06", "PROGRAM DESA", 90)), (*BAKU, ("7.01.06", "PROGRAM DESA", 90))),
    ),
    "dianggarkan": ("RK09", (BAKU, put(BAKU, "7.01.04", 0)), (BAKU, BAKU)),
    "salinan lupa diubah": ("RK10", (BAKU, put(BAKU, "7.01.04", 1500)), (BAKU, BAKU)),
    "tahun lain": ("RK11", (year(2024), year(2023)), (year(2024), year(2024))),
    "kecamatan lain": ("RK12", (own("Kecamatan Medan Baru"), own("Kecamatan Medan Kota")), (own("Medan Baru"),) * 2),
    "kode SKPD saja": (
        "RK12",
        (
            (*own("Kecamatan Medan Baru"), *own("Kecamatan Medan Kota")[1:]),
            (*own(SKPD, judul="kode_skpd"), *own(SKPD.replace("17", "18"), judul="kode_skpd")[1:]),
        ),
        ((*own("Kecamatan Medan Baru"), *own("Kecamatan Medan Kota")[1:]),) * 2,
    ),
    "nama mirip": ("RK13", (BAKU, put(BAKU, "7.01.04", "7.01.07", "PROGRAM TRANTIBUM", 250)), (BAKU, BAKU)),
    "kosong": ("RK14", (BAKU, put(BAKU, "7.01.04", None)), (BAKU, BAKU)),
    "belum diisi": (
        "RK14",
        ((*own("Medan Baru"), *own("Medan Kota")[1:]), (*own("Medan Baru"), *own("Medan Kota", KOSONG)[1:])),
        ((*own("Medan Baru"), *own("Medan Kota")[1:]),) * 2,
    ),
    "rincian keliru": (
        "RK06",
        (SATU, ((*JUDUL, "koefisien"), (*DUA[0], ""), ("", "Kertas", 900, 2), ("", "Tinta", 500, 1))),
        (SATU, ((*JUDUL, "koefisien"), (*DUA[0], ""), ("", "Kertas", 900, 2), ("", "Tinta", 600, 1))),
    ),
    "nama lain": ("RK15", (BAKU, put(BAKU, "7.01.04", "PROGRAM DESA", 250)), (BAKU, BAKU)),
    "kode yang salah": (
        "RK15",
        ((*BAKU, ("7.01.06", "PROGRAM DESA", 90)), (*SATU, ("7.01.04", "PROGRAM DESA", 90), ("7.01.06", *DUA[1][1:]))),
        ((*BAKU, ("7.01.06", "PROGRAM DESA", 90)), (*SATU, ("7.01.06", "PROGRAM DESA", 90), DUA[1])),
    ),
    "kode lain": ("RK16", (BAKU, put(BAKU, "7.01.04", "7.01.07", *DUA[1][1:])), (BAKU, BAKU)),
    "sebabnya tidak sesuai": (
        "RK18",
        (BAKU, (*SATU, ("4.1", "PROGRAM TRANTIB", 250))),
        (BAKU, BAKU),
    ),
}  # fmt: skip


@pytest.fixture
def rekon(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> Rekon:
    return Rekon(folder_kerja, capsys)


def run(folder: Path, isi: Sequence[Isi]) -> Rekonsiliasi:
    return reconcile(
        *(write_xlsx(folder / f"{n}.xlsx", i) for n, i in zip(("pk", "dpa", "lra"), isi, strict=False)),
    )


def check_saran(hasil: Rekonsiliasi, kode: str) -> str:
    """The finding is there with something to do, which this gives, and the summary says at length what."""
    saran = next(t.saran for t in hasil.temuan if t.kode == kode)
    assert match_saran(RK[kode], hasil.jenis[kode].saran)
    (pendek,) = (satu for satu in PENDEK[kode] if re.fullmatch(".*".join(map(re.escape, satu.split("{}"))), saran))
    return pendek


@follow(*(satu for kode, _, _ in KASUS.values() for satu in (RK[kode], *PENDEK[kode])))
@pytest.mark.parametrize("nama", KASUS)
def test_temuan_hilang_setelah_sarannya_dituruti(nama: str, tmp_path: Path) -> None:
    kode, salah, betul = KASUS[nama]
    check_saran(run(tmp_path, salah), kode)
    hasil = run(tmp_path, betul)
    assert {t.kode for t in hasil.temuan} <= {"RK18"} - {kode}  # items without a code are only told of
    assert {b.status for b in hasil.baris} == {"sama"}
    assert sum(b.dpa or 0 for b in hasil.baris) == sum(b[-1] for b in betul[0][1:])
    assert all(s.bukti.utuh for s in hasil.sumber.values())


def test_setiap_saran_pendek_diberikan_oleh_sebuah_kasus(tmp_path: Path) -> None:
    ada = {(kode, check_saran(run(tmp_path, salah), kode)) for kode, salah, _ in KASUS.values()}
    assert ada == {(kode, satu) for kode in {k for k, _ in ada} for satu in PENDEK[kode]}


@follow(RK["RK14"], RK["RK09"])
def test_yang_memang_nol_ditulis_nol_dan_tinggal_dipastikan(tmp_path: Path) -> None:
    check_saran(run(tmp_path, (put(BAKU, "7.01.04", 0), put(BAKU, "7.01.04", None))), "RK14")
    hasil = run(tmp_path, (put(BAKU, "7.01.04", 0),) * 2)
    assert {t.kode for t in hasil.temuan} == {"RK09"}
    assert [(b.dpa, b.status) for b in hasil.baris] == [(Decimal(1500), "sama"), (Decimal(0), "sama")]


@follow(RK["RK17"], RK["RK18"], RK["RK10"], *PENDEK["RK17"])
def test_info_tidak_perlu_ditindaklanjuti_dan_kolom_lain_disebut(rekon: Rekon) -> None:
    sama = ("7.01.06", "PROGRAM DESA", 250)
    rekon.put("pk.csv", [*BAKU, sama])
    baris = [(*b[:2], 2 * b[2], b[2]) for b in (*DUA, sama)]
    rekon.put("dpa.csv", [("kode", "nama", "semula", "menjadi"), ("4.1", "Pendapatan Asli Daerah", 9, 9), *baris])
    kode, _, _ = rekon.run()
    assert (kode, {*rekon.list_kode()}) == (0, {"RK10", "RK17", "RK18"})
    assert rekon.read() == {"7.01.01": 1500, "7.01.04": 250, "7.01.06": 250}
    lain = {"7.01.01": 3000, "7.01.04": 500, "7.01.06": 500}
    assert rekon.read("--kolom", "dpa.pagu=semula") == lain


@follow(SESUDAH, DPPA)
def test_kolom_sesudah_perubahan_disebutkan(rekon: Rekon) -> None:
    """With the option that the finding prints; where the DPA has no such column, with another DPA."""
    rekon.put("pk.csv", [("kode", "nama", "pagu murni"), *DUA])
    rekon.put("dpa.csv", [("kode", "nama", "semula", "menjadi"), *((*b, 2 * b[2]) for b in DUA)])
    rekon.put("lra.csv", put(LRA, "7.01.04", 400))
    semua = {t["kode"]: t for t in rekon.answer("--realisasi", "lra.csv")["temuan"]}
    assert semua["RK04"]["saran"] == SESUDAH.format('--kolom dpa.pagu="menjadi"')
    assert "(setelah perubahan, sedangkan sumber lain memuat pagu murni)" in semua["RK17"]["pesan"]
    sesudah = ("--realisasi", "lra.csv", *shlex.split(semua["RK04"]["saran"].partition(": ")[2].rstrip(".")))
    assert "RK04" not in rekon.list_kode(*sesudah)
    assert rekon.read(*sesudah) == {"7.01.01": 3000, "7.01.04": 500}

    rekon.put("dpa.csv", [("kode", "nama", "semula"), *DUA])
    (temuan,) = (t for t in rekon.answer("--realisasi", "lra.csv")["temuan"] if t["kode"] == "RK04")
    assert temuan["saran"] == DPPA
    rekon.put("dpa.csv", [("kode", "nama", "menjadi"), *((*b[:2], 2 * b[2]) for b in DUA)])
    assert "RK04" not in rekon.list_kode("--realisasi", "lra.csv")


@follow(SEPADAN, SEMUA)
def test_sumber_yang_tidak_sepadan_diperiksa_dan_json_memuat_semuanya(
    rekon: Rekon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A DPA of another urusan; limits of one stand for those of a thousand findings and millions of likenesses."""
    monkeypatch.setattr(usulan, "MAKS_BANDING", 1)
    monkeypatch.setattr(konteks, "MAKS_TEMUAN", 1)
    rekon.put("dpa.csv", [JUDUL, ("5.01.01", "PROGRAM A", 7), ("5.01.02", "PROGRAM B", 8)])
    hasil = rekon.answer()
    assert {SEPADAN, SEMUA} <= {t["saran"] for t in hasil["temuan"]}
    assert {b["kode"] for b in hasil["baris"]} == {"5.01.01", "5.01.02", "7.01.01", "7.01.04"}
    rekon.put("dpa.csv", BAKU)
    assert rekon.list_kode() == []


@follow(RK["RK19"], *PENDEK["RK19"])
def test_pembacaan_yang_tidak_terbukti_dibaca_lagi_dari_tabel_yang_rapi(tmp_path: Path) -> None:
    """No file is known that is read so; one that lost an amount on the way stands for it."""
    path = write_xlsx(tmp_path / "dpa.xlsx", BAKU)
    pk, dpa = read_anggaran(path, "perjanjian"), read_anggaran(path, "dpa")
    hilang = replace(dpa, bagian=(replace(dpa.bagian[0], terbaca=(3, 200_000)),))
    check_saran(compare({"perjanjian": pk, "dpa": hilang}), "RK19")
    rapi = read_anggaran(path, "dpa", kolom={"pagu": "pagu"}, lembar=["Lembar1"])
    hasil = compare({"perjanjian": pk, "dpa": rapi})
    assert (hasil.temuan, hasil.sumber["dpa"].bukti.dibandingkan) == ((), 175_000)
