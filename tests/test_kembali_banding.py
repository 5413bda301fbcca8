"""Returns beside their issue: what honest officers and ten programs do is no finding; what is, says where and what."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja.perjanjian.kembali.banding import PEMERIKSAAN, check_beda
from kinerja.perjanjian.kembali.buku import BukuUtuh, read_buku
from kinerja.perjanjian.kembali.peta import Peta, align
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from tests.alat.kembali.paket import open_paket, pack
from tests.alat.kembali.sel import Isi, Rumus
from tests.alat.kembali.ubahan import type_sel
from tests.alat.program import AKAR
from tests.alat.terbitan import TERBITAN

ULANG = AKAR / "tests" / "kasus" / "simpan-ulang"
JUJUR = [
    *((TERBITAN / "0.1.0" / "medan-baru.xlsx", path) for path in sorted(ULANG.glob("0.1.0/*.xlsx"))),
    *((TERBITAN / "0.7.0" / "medan-baru.xlsx", path) for path in sorted(ULANG.glob("*.xlsx"))),
    *(
        (path.with_name(f"{path.stem.partition('-terisi')[0]}.xlsx"), path)
        for path in sorted(TERBITAN.glob("*/*-terisi*.xlsx"))
    ),
]
TERBIT = TERBITAN / "0.7.0" / "medan-baru.xlsx"


def read(path: Path) -> BukuUtuh:
    return read_buku(path.read_bytes(), path.name)


def compare(terbit: BukuUtuh, datang: BukuUtuh) -> tuple[TemuanKumpul, ...]:
    return check_beda(terbit, datang, align(terbit, datang))


def list_berat(temuan: tuple[TemuanKumpul, ...]) -> list[TemuanKumpul]:
    return [t for t in temuan if t.tingkat is not Bobot.CATATAN]


def ketik(lembar: str, isi: dict[str, Isi], asal: Path = TERBIT) -> tuple[TemuanKumpul, ...]:
    """The findings after something was typed into a book as issued."""
    paket = type_sel(lembar, isi)(open_paket(asal.read_bytes()))
    return compare(read(asal), read_buku(pack(paket), "datang.xlsx"))


@pytest.mark.parametrize(
    ("nama", "program", "waktu"),
    [
        ("lowin", "LibreOffice/7.4.7.2", " pada 28 November 2026 pukul 23.19 (UTC)"),
        ("lo", "LibreOffice/7.4.7.2", ""),  # it kept the time of the issue
        ("openpyxl", "Microsoft Excel Compatible / Openpyxl 3.1.5", " pada 28 November 2026 pukul 23.16 (UTC)"),
        ("gnumeric", "gnumeric", ""),
    ],
)
def test_yang_disimpan_ulang_menyebut_program_dan_waktunya(nama: str, program: str, waktu: str) -> None:
    terbit = read(TERBITAN / "0.1.0" / "medan-baru.xlsx")

    (satu,) = (t for t in compare(terbit, read(ULANG / "0.1.0" / f"{nama}.xlsx")) if t.kode == "KU36")

    assert (satu.pesan, satu.datang) == (f"Disimpan ulang{waktu} dengan {program}.", program)
    assert satu.terbit == terbit.program


def test_yang_disimpan_ulang_program_yang_sama_hanya_menyebut_waktunya() -> None:
    paket = open_paket(TERBIT.read_bytes())
    inti = paket.bagian["docProps/core.xml"].replace(b"2024-01-01T00:00:00Z", b"2026-11-30T09:22:17Z")
    datang = read_buku(pack(paket.put("docProps/core.xml", inti)), "x")

    (satu,) = compare(read(TERBIT), datang)

    assert satu.pesan == "Disimpan ulang pada 30 November 2026 pukul 09.22 (UTC) dengan Microsoft Excel."
    assert (satu.kode, satu.terbit, satu.datang) == ("KU36", "", "")


def test_ada_sepuluh_program_dan_setiap_versi() -> None:
    assert len(list(ULANG.glob("0.1.0/*.xlsx"))) == 10
    assert {path.parent.name for _, path in JUJUR} >= {path.name for path in TERBITAN.iterdir() if path.is_dir()}


@pytest.mark.parametrize(("terbit", "datang"), JUJUR, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_yang_jujur_tanpa_temuan(terbit: Path, datang: Path) -> None:
    buku = read(terbit)
    kembali = read(datang)

    assert align(buku, kembali) == Peta({nama: nama for nama in buku.lembar})
    assert list_berat(compare(buku, kembali)) == []


def test_yang_sama_tanpa_catatan_pun() -> None:
    assert compare(read(TERBIT), read(TERBIT)) == ()


def test_sel_berdekatan_menjadi_satu_temuan() -> None:
    (temuan,) = ketik("Anggaran", {f"{k}{r}": 5 for r in range(7, 13) for k in "FG"})

    assert (temuan.kode, temuan.tingkat, temuan.lembar, temuan.sel) == ("KU17", Bobot.BERUBAH, "Anggaran", "F7:G12")
    assert temuan.datang == "5"
    assert temuan.terbit.startswith("=IF(") and temuan.terbit.endswith("; dan 9 lagi")
    assert temuan.pesan == "Rumus diganti nilai yang diketik."


def test_angka_disebut_seperti_dibaca_orang() -> None:
    (temuan,) = ketik("Anggaran", {"D7": 14000000000.5})

    assert (temuan.kode, temuan.sel) == ("KU14", "D7")
    assert (temuan.terbit, temuan.datang) == ("15.435.519.078", "14.000.000.000,5")


def test_isian_berupa_rumus_disebut_dengan_nilainya() -> None:
    hasil = ketik("Anggaran", {"E7": Rumus("1000+2000", 3000), "E9": Rumus("[1]Rekap!B5", 7.5)})

    assert [(t.kode, t.tingkat, t.sel, t.datang) for t in hasil] == [
        ("KU19", Bobot.PERIKSA, "E7", "=1000+2000"),
        ("KU20", Bobot.PERIKSA, "E9", "=[1]Rekap!B5"),
    ]
    assert [t.pesan for t in hasil] == [
        "Isian berupa rumus; nilai tersimpannya 3000.",
        "Isian berupa rumus yang mengambil dari berkas lain; nilai tersimpannya 7,5.",
    ]


def test_sel_kosong_yang_dibaca_rumus_adalah_bukti() -> None:
    """Each block of Rencana Aksi counts what is written in J10:M10 as well, where nothing is to be typed."""
    hasil = ketik("Rencana Aksi", {"J10": 5, "C40": "catatan", "C41": "  "})

    assert [(t.kode, t.tingkat, t.sel, t.terbit) for t in hasil] == [
        ("KU15", Bobot.BERUBAH, "J10", "(kosong)"),
        ("KU15", Bobot.PERIKSA, "C40", "(kosong)"),
    ]


def test_temuan_yang_terlalu_banyak_diringkas() -> None:
    hasil = ketik("SKM", {f"K{r}": "OK" for r in range(8, 200, 2)})

    assert len(hasil) == 41
    assert {t.kode for t in hasil} == {"KU17"}
    assert hasil[40].pesan == "Masih ada 56 temuan lain seperti ini, di lembar SKM (56)."
    assert (hasil[40].sel, hasil[0].sel) == ("", "K8")


def test_kode_berurutan_dan_setiap_temuan_lengkap() -> None:
    kode = [p.jenis.kode for p in PEMERIKSAAN]

    assert kode == [f"KU{n}" for n in range(10, 37)]
    assert [
        p.jenis for p in PEMERIKSAAN if not (isinstance(p.jenis.tingkat, Bobot) and p.jenis.saran.endswith("."))
    ] == []
