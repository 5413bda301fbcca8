"""Each finding code: a pair of files where it must appear, with its amounts and places, and a near miss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja.anggaran.banding import Rekonsiliasi, reconcile
from kinerja.temuan import Tingkat
from tests.berkas_anggaran import ENAM, POHON, dots, write_csv, write_xlsx

Isi = Sequence[Sequence[Any]]

BAKU: Isi = (("kode", "nama", "pagu"), *ENAM)
REALISASI: Isi = (("kode", "nama", "realisasi"), *((k, n, p // 2) for k, n, p in ENAM))
TRANTIB = ENAM[3][1]


def change(isi: Isi, kode: str, jumlah: object, nama: str | None = None) -> Isi:
    """The table with another amount, or also another name, for a code."""
    return tuple((b[0], nama or b[1], jumlah) if b[0] == kode else b for b in isi)


def drop(isi: Isi, kode: str) -> Isi:
    return tuple(b for b in isi if b[0] != kode)


SATU: Isi = (("kode", "nama", "pagu"), ("7.01.04", "PROGRAM TRANTIB", 1000))
TAHUN_24: Isi = (("kode", "pagu", "tahun"), ("7.01.04", 1000, 2024))
TAHUN_23: Isi = (("kode", "pagu", "tahun"), ("7.01.04", 1000, 2023))


def kecamatan(*nama: str) -> Isi:
    return (("nama_skpd", "kode", "pagu"), *((n, "7.01.04", 1000 + i) for i, n in enumerate(nama)))


@dataclass(frozen=True, slots=True)
class Kasus:
    """A planted pair with what its finding must say, and a pair where the code must not appear."""

    kode: str
    ditanam: tuple[Isi, ...]
    hampir: tuple[Isi, ...]
    pesan: str
    selisih: Decimal | None = None
    uang: dict[str, Decimal] = field(default_factory=dict)
    tempat: str = ""


KASUS = {
    "hanya di perjanjian": Kasus(
        "RK01", (BAKU, drop(BAKU, "7.01.04")), (BAKU, change(BAKU, "7.01.04", 0)),
        f"{TRANTIB} (Rp191.200.000) hanya ada di perjanjian.", None, {"perjanjian": Decimal(191_200_000)},
        "perjanjian.xlsx, lembar Lembar1, sel C5",
    ),
    "hanya di DPA": Kasus(
        "RK02", (drop(BAKU, "7.01.04"), BAKU), (drop(BAKU, "7.01.04"), drop(BAKU, "7.01.04")),
        f"{TRANTIB} (Rp191.200.000) hanya ada di DPA.", None, {"dpa": Decimal(191_200_000)},
        "dpa.xlsx, lembar Lembar1, sel C5",
    ),
    "jumlah berbeda satu sen": Kasus(
        "RK03", (BAKU, change(BAKU, "7.01.04", 191_200_000.01)), (BAKU, change(BAKU, "7.01.04", "191200000.00")),
        f"{TRANTIB}: perjanjian Rp191.200.000, DPA Rp191.200.000,01, selisih -Rp0,01.", Decimal("-0.01"),
        {"perjanjian": Decimal(191_200_000), "dpa": Decimal("191200000.01")},
        "dpa.xlsx, lembar Lembar1, sel C5",
    ),
    "realisasi melebihi pagu satu sen": Kasus(
        "RK04", (BAKU, BAKU, change(REALISASI, "7.01.04", 191_200_000.01)),
        (BAKU, BAKU, change(REALISASI, "7.01.04", 191_200_000)),
        f"{TRANTIB}: Realisasi Rp191.200.000,01 melebihi pagu Rp191.200.000 sebesar Rp0,01.", Decimal(0),
        {"realisasi": Decimal("191200000.01")}, "realisasi.xlsx, lembar Lembar1, sel C5",
    ),
    "realisasi tepat empat kali": Kasus(
        "RK04", (BAKU, BAKU, change(REALISASI, "7.01.04", 4 * 191_200_000)), (BAKU, BAKU, REALISASI),
        f"{TRANTIB}: Realisasi Rp764.800.000 melebihi pagu Rp191.200.000 sebesar Rp573.600.000."
        " Tepat 4 kali pagu: kemungkinan tercatat 4 kali.", Decimal(0),
    ),
    "realisasi tanpa pagu": Kasus(
        "RK04", (SATU, SATU, (*REALISASI[:2], ("7.01.04", "PROGRAM TRANTIB", 1))),
        (SATU, SATU, (REALISASI[0], ("7.01.04", "PROGRAM TRANTIB", 1))),
        f"{ENAM[0][1]}: Realisasi Rp7.717.759.539 tanpa pagu.",
    ),
    "kegiatan tanpa sub-kegiatan": Kasus(
        "RK05", (SATU, drop(POHON, "7.01.04.2.02.0001")), (SATU, POHON),
        "Kegiatan Penerapan (Rp400) tanpa sub-kegiatan di DPA.", None, {"dpa": Decimal(400)},
        "dpa.xlsx, lembar Lembar1, sel C6",
    ),
    "kegiatan tidak sama dengan jumlah sub": Kasus(
        "RK06", (SATU, change(POHON, "7.01.04.2.01.0002", 251)), (SATU, POHON),
        "Kegiatan Rp600 di DPA, sedangkan 2 baris di bawahnya berjumlah Rp601; selisih -Rp1.", None,
        {"dpa": Decimal(600)},
        "dpa.xlsx, lembar Lembar1, sel C3",
    ),
    "baris jumlah salah": Kasus(
        "RK07", (SATU, (*POHON, (None, "Jumlah", 1001))), (SATU, (*POHON, (None, "Jumlah", 1000))),
        "Baris jumlah Rp1.001, sedangkan baris-barisnya berjumlah Rp1.000; selisih Rp1.", Decimal(1),
        {"dpa": Decimal(1001)}, "dpa.xlsx, lembar Lembar1, sel C8",
    ),
    "baris ganda": Kasus(
        "RK08", (BAKU, (*BAKU, BAKU[4])), (BAKU, (*BAKU, ("7.01.07", "PROGRAM LAIN", 191_200_000))),
        "Baris ganda yang sama persis 2 kali di DPA, berjumlah Rp382.400.000: dpa.xlsx, lembar Lembar1, sel C5;"
        " dpa.xlsx, lembar Lembar1, sel C8.", None, {"dpa": Decimal(382_400_000)},
    ),
    "kode ganda dalam dua ejaan": Kasus(
        "RK08", ((*SATU, ("07.01.4", "Lain", 5)), SATU), ((*SATU, ("7.01.05", "Lain", 5)), SATU),
        "Kode yang sama 2 kali di perjanjian, berjumlah Rp1.005: perjanjian.xlsx, lembar Lembar1, sel C2;"
        " perjanjian.xlsx, lembar Lembar1, sel C3.",
    ),
    "pagu nol": Kasus(
        "RK09", (BAKU, change(BAKU, "7.01.04", 0)), (BAKU, change(BAKU, "7.01.04", 1)),
        f"{TRANTIB}: pagu 0 di DPA.", Decimal(191_200_000), {"dpa": Decimal(0)},
    ),
    "jumlah sama pada dua baris": Kasus(
        "RK10", (BAKU, change(BAKU, "7.01.06", 191_200_000)), (BAKU, change(BAKU, "7.01.06", 191_200_001)),
        "Jumlah Rp191.200.000 sama pada 2 baris DPA: 7.01.04, 7.01.06.", None, {"dpa": Decimal(191_200_000)},
    ),
    "tahun berbeda": Kasus(
        "RK11", (TAHUN_24, TAHUN_23), (TAHUN_24, TAHUN_24), "Tahun anggaran berbeda: perjanjian 2024; DPA 2023."
    ),
    "SKPD berbeda": Kasus(
        "RK12", (kecamatan("Kecamatan Medan Baru"), kecamatan("Kecamatan Medan Kota")),
        (kecamatan("Kecamatan Medan Baru"), kecamatan("KEC. MEDAN BARU")),
        "1 kecamatan hanya ada di perjanjian: MEDAN BARU (1 baris, Rp1.000).", None, {"perjanjian": Decimal(1000)},
    ),
    "nama mirip": Kasus(
        "RK13", (SATU, (SATU[0], ("7.01.07", "PROGRAM TRANTIBUM", 1000))),
        (SATU, (SATU[0], ("7.01.07", "PROGRAM DESA", 1000))),
        "PROGRAM TRANTIB di perjanjian mirip (88%) dengan 7.01.07 PROGRAM TRANTIBUM di DPA.", Decimal(0),
        {"perjanjian": Decimal(1000), "dpa": Decimal(1000)},
    ),
    "jumlah kosong": Kasus(
        "RK14", (BAKU, change(BAKU, "7.01.04", None)), (BAKU, BAKU), f"{TRANTIB}: jumlah kosong di DPA."
    ),
    "nama berbeda": Kasus(
        "RK15", (BAKU, change(BAKU, "7.01.04", 191_200_000, "PROGRAM LAIN SAMA SEKALI")),
        (BAKU, change(BAKU, "7.01.04", 191_200_000, "Program Koordinasi  Ketenteraman dan Ketertiban Umum")),
        f"Nama berbeda: '{TRANTIB}' di perjanjian, 'PROGRAM LAIN SAMA SEKALI' di DPA.", Decimal(0),
    ),
    "kode berbeda, nama sama": Kasus(
        "RK16", (SATU, (SATU[0], ("7.01.07", "Program  trantib", 1000))),
        (SATU, (SATU[0], ("7.1.4", "Program  trantib", 1000))),
        "PROGRAM TRANTIB dicocokkan menurut nama; kodenya berbeda: 7.01.04 dan 7.01.07.", Decimal(0),
    ),
}  # fmt: skip


def run(folder: Path, isi: Sequence[Isi]) -> Rekonsiliasi:
    paths = [write_xlsx(folder / f"{n}.xlsx", i) for n, i in zip(("perjanjian", "dpa", "realisasi"), isi, strict=False)]
    return reconcile(*paths)


@pytest.mark.parametrize("nama", KASUS)
def test_temuan_yang_ditanam_muncul_dan_yang_hampir_tidak(nama: str, tmp_path: Path) -> None:
    kasus = KASUS[nama]
    ada = [t for t in run(tmp_path, kasus.ditanam).temuan if t.kode == kasus.kode]
    hampir = run(tmp_path, kasus.hampir)

    assert kasus.pesan in [t.pesan for t in ada]
    temuan = next(t for t in ada if t.pesan == kasus.pesan)
    assert temuan.selisih == kasus.selisih
    assert kasus.uang.items() <= {k: getattr(temuan, k) for k in ("perjanjian", "dpa", "realisasi")}.items()
    assert kasus.tempat in {"", temuan.tempat_perjanjian, temuan.tempat_dpa, temuan.tempat_realisasi}
    assert temuan.saran
    assert kasus.kode not in {t.kode for t in hampir.temuan}


def test_setiap_kode_punya_kasus() -> None:
    assert {k.kode for k in KASUS.values()} == {f"RK{n:02}" for n in range(1, 17)}


def test_yang_sama_semua_tanpa_temuan(tmp_path: Path) -> None:
    hasil = run(tmp_path, (BAKU, BAKU, REALISASI))

    assert hasil.temuan == ()
    assert {b.status for b in hasil.baris} == {"sama"}


def test_induk_tidak_disalahkan_bila_cocok_setelah_anaknya_dibetulkan(tmp_path: Path) -> None:
    # The kegiatan is mistyped: its subs say 600, and with 600 the programme would fit.
    salah = [t for t in run(tmp_path, (SATU, change(POHON, "7.01.04.2.01", 700))).temuan if t.kode == "RK06"]

    assert [t.kode_program for t in salah] == ["7.01.04.2.01"]


def test_program_yang_juga_salah_disebut_di_samping_anaknya(tmp_path: Path) -> None:
    isi = change(change(POHON, "7.01.04.2.01", 700), "7.01.04", 999)
    salah = [t for t in run(tmp_path, ((SATU[0], ("7.01.04", "X", 999)), isi)).temuan if t.kode == "RK06"]

    assert [t.kode_program for t in salah] == ["7.01.04", "7.01.04.2.01"]


def list_lebih(folder: Path, *isi: Isi) -> list[tuple[str, str, str]]:
    """Code, message and place of each RK04."""
    return [(t.kode_program, t.pesan, t.tempat_realisasi) for t in run(folder, isi).temuan if t.kode == "RK04"]


LRA_POHON: Isi = (("kode", "nama", "realisasi"), *((k, n, p // 2) for k, n, p in POHON[1:]))


def test_realisasi_di_atas_pagu_disebut_pada_tingkat_di_bawah_perjanjian(tmp_path: Path) -> None:
    # 175 + 125 + 200 = 500; the first sub-kegiatan takes 360 of 350, the second nothing: no parent is above its own.
    lra = change(change(change(LRA_POHON, "7.01.04.2.01.0001", 360), "7.01.04.2.01.0002", 0), "7.01.04.2.01", 360)

    assert list_lebih(tmp_path, SATU, POHON, change(lra, "7.01.04", 560)) == [
        (
            "7.01.04.2.01.0001",
            "Sinergi: Realisasi Rp360 melebihi pagu Rp350 sebesar Rp10.",
            "realisasi.xlsx, lembar Lembar1, sel C4",
        )
    ]
    assert list_lebih(tmp_path, SATU, POHON, LRA_POHON) == []
    assert list_lebih(tmp_path, SATU, POHON, change(LRA_POHON, "7.01.04.2.01.0001", 350)) == []


def test_induk_disebut_hanya_bila_juga_melebihi(tmp_path: Path) -> None:
    lra = change(change(LRA_POHON, "7.01.04.2.01.0001", 600), "7.01.04.2.01", 725)

    assert [k for k, *_ in list_lebih(tmp_path, SATU, POHON, lra)] == ["7.01.04.2.01", "7.01.04.2.01.0001"]


def test_realisasi_di_bawah_yang_tidak_diuraikan_dpa_bukan_temuan(tmp_path: Path) -> None:
    dpa = drop(POHON, "7.01.04.2.02.0001")

    assert list_lebih(tmp_path, SATU, dpa, LRA_POHON) == []
    assert [k for k, *_ in list_lebih(tmp_path, SATU, drop(POHON, "7.01.04.2.01.0002"), LRA_POHON)] == [
        "7.01.04.2.01.0002"
    ]


def test_kode_skpd_saja_diminta_dilengkapi_dengan_namanya(tmp_path: Path) -> None:
    kode = "7.01.0.00.0.00.17.0000", "7.01.0.00.0.00.18.0000"
    dpa = (("kode_skpd", "kode", "pagu"), *((k, "7.01.04", 1000) for k in kode))
    temuan = run(tmp_path, (kecamatan("Kecamatan Medan Baru", "Kecamatan Medan Kota"), dpa)).temuan

    assert {t.saran for t in temuan if t.kode == "RK12"} == {
        "Tambahkan kolom nama_skpd di DPA: kode_skpd saja tidak menyebut kecamatannya."
    }


def test_subtotal_per_bagian_yang_benar_bukan_temuan(tmp_path: Path) -> None:
    isi = (
        ("nama_skpd", "kode", "nama", "pagu"),
        ("Kecamatan A", "7.01.04", "X", 10), ("Kecamatan A", "7.01.05", "Y", 20), (None, None, "Jumlah", 30),
        ("Kecamatan B", "7.01.04", "X", 40), (None, None, "Jumlah", 40), (None, None, "TOTAL", 70),
    )  # fmt: skip

    assert [t.kode for t in run(tmp_path, (isi, isi)).temuan] == []


def test_toleransi_menyamakan_yang_selisihnya_kecil(tmp_path: Path) -> None:
    a, b = write_csv(tmp_path / "a.csv", SATU), write_csv(tmp_path / "b.csv", change(SATU, "7.01.04", "999.50"))

    assert [t.kode for t in reconcile(a, b, toleransi=1).temuan] == []
    assert [t.kode for t in reconcile(a, b, toleransi=Decimal("0.50")).temuan] == []
    assert [t.kode for t in reconcile(a, b, toleransi=Decimal("0.49")).temuan] == ["RK03"]
    assert reconcile(a, b, toleransi=1).baris[0].selisih == Decimal("0.5")


@pytest.mark.parametrize("gaya", ["dua angka", "empat angka", "berawalan SKPD", "nol di depan"])
def test_setiap_ejaan_kode_bertemu(gaya: str, tmp_path: Path) -> None:
    tulis = {
        "dua angka": "7.01.04.2.01.01",
        "empat angka": "7.01.04.2.01.0001",
        "berawalan SKPD": "7.01.7.01.0.00.0.00.17.0000.7.01.04.2.01.0001",
        "nol di depan": "07.01.04.2.01.0001",
    }
    isi = (("kode", "pagu"), (tulis[gaya], dots(1_500_000)))
    baku = (("kode", "pagu"), ("7.01.04.2.01.0001", "1500000.00"))
    hasil = reconcile(write_csv(tmp_path / "a.csv", isi), write_csv(tmp_path / "b.csv", baku))

    assert [(b.kode, b.status) for b in hasil.baris] == [("7.01.04.2.01.0001", "sama")]


def test_tingkat_temuan(tmp_path: Path) -> None:
    temuan = run(tmp_path, (BAKU, change(drop(BAKU, "7.01.05"), "7.01.04", 0))).temuan

    assert {(t.kode, t.tingkat) for t in temuan} == {
        ("RK01", Tingkat.GALAT), ("RK03", Tingkat.GALAT), ("RK09", Tingkat.PERINGATAN)
    }  # fmt: skip
