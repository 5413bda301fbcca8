"""The page for accountants says what the program says: findings, links, titles of columns."""

import re
from collections import Counter
from pathlib import Path

import pytest

import kinerja
from kinerja.anggaran.arti import classify, read_ciri
from kinerja.kode import read_kode
from tests.alat import dok_induk
from tests.alat.dok_temuan import AKHIR, AWAL, JENIS, update_dok
from tests.alat.dok_temuan import REKONSILIASI as DOK
from tests.alat.program import AKAR

TEKS = DOK.read_text("utf-8")


@pytest.mark.parametrize("dok", JENIS, ids=lambda path: path.stem)
def test_tabel_temuan_sama_dengan_deklarasi(dok: Path) -> None:
    """After a change: python -m tests.alat.dok_temuan"""
    teks = dok.read_text("utf-8")

    assert (1, 1) == (teks.count(AWAL), teks.count(AKHIR))
    assert update_dok(teks, JENIS[dok]) == teks


def test_kolom_data_induk_sama_dengan_skemanya() -> None:
    """After a change: python -m tests.alat.dok_induk"""
    teks = dok_induk.DOK.read_text("utf-8")

    assert "`target_tw4`" in teks
    assert dok_induk.update_dok(teks) == teks


def test_setiap_kode_temuan_yang_disebut_ada_di_tabel() -> None:
    tabel = TEKS[TEKS.index(AWAL) : TEKS.index(AKHIR)]

    assert set(re.findall(r"\bRK[0-9]{2}\b", TEKS)) == set(re.findall(r"^\| (RK[0-9]{2}) \|", tabel, re.MULTILINE))


def test_setiap_tautan_di_dalam_halaman_menuju_bagian_yang_ada() -> None:
    bagian = re.findall(r"^#{2,3} (.+)$", TEKS, re.MULTILINE)
    ada = {re.sub(r"[^\w -]", "", satu.casefold()).replace(" ", "-") for satu in bagian}

    assert set(re.findall(r"\]\(#([^)]+)\)", TEKS)) <= ada


def test_setiap_berkas_yang_ditautkan_ada() -> None:
    assert [] == [p for p in re.findall(r"\]\(([\w.-]+\.md)\)", TEKS) if not (DOK.parent / p).exists()]
    assert "docs/rekonsiliasi.md" in (AKAR / "README.md").read_text("utf-8")


def list_baris(judul: str) -> list[tuple[str, str]]:
    """Both columns of the table that begins with a header."""
    awal = TEKS.index(judul)
    tabel = TEKS[awal : TEKS.index("\n\n", awal)].splitlines()[2:]
    return [(satu[1], satu[2]) for satu in (baris.split("|") for baris in tabel)]


def test_ejaan_kode_dibaca_seperti_tertulis() -> None:
    baris = list_baris("| ditulis | dibaca |")
    ejaan = [(k, kanan.strip(" `")) for kiri, kanan in baris[:3] for k in re.findall("`(.+?)`", kiri)]

    assert len(ejaan) > 5
    assert [] == [(k, baku) for k, baku in ejaan if read_kode(k).baku != baku]


def test_kolom_pembeda_dikenali_seperti_tertulis() -> None:
    judul = [j for _, kanan in list_baris("| yang membedakan |") for j in re.findall("`(.+?)`", kanan)]

    assert len(judul) > 12
    assert [] == [j for j in judul if not classify(j).startswith("pembeda ")]


def test_pasangan_sebelum_dan_sesudah_dikenali_seperti_tertulis() -> None:
    aturan = re.search(r"\*\*Sebelum dan sesudah perubahan\.\*\*(.+?): dipakai", TEKS, re.DOTALL)
    assert aturan is not None
    judul = re.findall("`(.+?)`", aturan[1])
    ciri = [read_ciri((j,)) for j in judul]

    assert len(judul) == 8
    assert ["perubahan"] * 4 == [c.masa for c in ciri[1::2] if c is not None]
    assert "perubahan" not in {c.masa for c in ciri[::2] if c is not None}


def test_contoh_bukti_memberi_angka_yang_tertulis(tmp_path: Path) -> None:
    awal = TEKS.index("| Kode | Uraian | Pagu | menjadi |")
    tabel = [b.strip("|").split("|") for b in TEKS[awal : TEKS.index("\n\n", awal)].splitlines()]
    isi = [[s.strip() for s in b] for b in (tabel[0], *tabel[2:])]
    (tmp_path / "dpa.csv").write_text("\n".join(";".join(b[:3]) for b in isi), "utf-8")
    (tmp_path / "pk.csv").write_text("\n".join(";".join(b[:3]) for b in isi[:2]), "utf-8")

    hasil = kinerja.reconcile(tmp_path / "pk.csv", tmp_path / "dpa.csv")
    bukti = hasil.sumber["dpa"].bukti
    banyak = Counter(b[3] for b in isi[1:])

    assert ((), True) == (hasil.temuan, bukti.utuh)
    assert {n: banyak[n] for n in ("daun", "induk", "jumlah")} == {
        "daun": bukti.daun[0], "induk": bukti.induk[0], "jumlah": bukti.jumlah[0],
    }  # fmt: skip
    for sebutan, (baris, sen) in {
        "Terbaca dari sel berkas": bukti.terbaca,
        "Dibandingkan (baris terbawah)": bukti.daun,
        "Induk baris lain": bukti.induk,
        "Baris jumlah": bukti.jumlah,
        "Disebut, tidak dibandingkan": bukti.disebut,
    }.items():
        assert f"| {sebutan} | {baris} | {sen // 100:,} |".replace(",", ".").replace("Disebut.", "Disebut,") in TEKS
