"""How calls in formulas are read when they are frozen: spellings, arguments, and what is left alone and why."""

import time
from contextlib import suppress

import pytest

from addin.hosts.pita import freeze_cell
from addin.rumus_biasa import TanpaRumusError
from tests.alat.addin import freeze_formula


@pytest.mark.parametrize(
    "ejaan",
    [
        "SKM_MUTU(A1)",
        "skm_mutu(A1)",
        "_xldudf_SKM_MUTU(A1)",
        "_xldudf_skm_mutu(A1)",
        "[1]!SKM_MUTU(A1)",
        "'C:\\Users\\a b\\kinerja.xlam'!SKM_MUTU(A1)",
        "kinerja.xlam!SKM_MUTU(A1)",
        "ID.KINERJA.FUNGSI.SKMMUTU(A1)",
    ],
)
def test_semua_ejaan_tersimpan_dikenal(ejaan: str) -> None:
    assert freeze_formula("SKM_MUTU(A1)") == freeze_formula(ejaan)
    assert freeze_formula(ejaan).startswith('IF(TRIM(A1)="","",IF(ISNUMBER(A1),')


@pytest.mark.parametrize(
    "rumus",
    [
        '"SKM_MUTU(A1)"',
        "'SKM_MUTU(A1)'!B2",
        'IF(A1="a ""SKM_MUTU(1)""",1,2)',
        "MY_SKM_MUTU(A1)",
        "SKM_MUTU_LAMA(A1)",
        "SUM(SKM_MUTU)",
        "Tabel1[SKM_MUTU]+1",
        "Tabel1[SKM_MUTU(Rp)]+1",
        "SUM(Tabel1[[#This Row],[ANGKA(Rp)]:[SKM_MUTU(A)]],[@SKM_MUTU(x)])",
        "Tabel1['[SKM_MUTU(A1)]",
    ],
)
def test_yang_bukan_panggilan_dibiarkan(rumus: str) -> None:
    assert rumus == freeze_formula(rumus)


def test_panggilan_bersarang_dan_teks_di_dalamnya() -> None:
    beku = freeze_formula('IF(SAKIP_PREDIKAT(SUM(A1:A4))="B","SAKIP_PREDIKAT(",SKM_MUTU(\'Lembar (1), x\'!A1))&"!"')

    assert beku.startswith(
        "IF(IF(AND(ISNUMBER((SUM(A1:A4))),(SUM(A1:A4))>0,(SUM(A1:A4))<=1),ACOS(2),IF(TRIM((SUM(A1:A4)))="
    )
    assert beku.endswith('&"!"')
    assert '="B","SAKIP_PREDIKAT(",IF(TRIM(\'Lembar (1), x\'!A1)="","",' in beku


@pytest.mark.parametrize(
    "argumen",
    [
        "Tabel1[[#This Row],[nik]]",
        "Tabel1[[#this row],[nik (Rp), a]]",
        "[@nik]",
        "Tabel1[@[nik akhir]]+[1]Lain!A1",
        "SUM(A1:A9,(B1:B3,C1))",
        "SUM(IF(A1:A9>0,B1:B9))",
        "VLOOKUP(A1,B1:C9,2,FALSE)",
        "COUNTIF(A1:A9,B1)",
        "COUNTIF(A1:A9,MAX(B1:B3))",
        "SUMIFS(A1:A9,B1:B9,1,C1:C9,D1)",
        "SUMIF(A1:A9,1,B1:B9)",
        "SUBTOTAL(9,A1:A9)",
        "COUNTIFS(A1:A9,1,B1:B9,2)",
    ],
)
def test_satu_nilai_dikenal_sebagai_satu_nilai(argumen: str) -> None:
    assert freeze_formula(f"SKM_MUTU({argumen})").startswith(f'IF(TRIM(({argumen}))="","",')


@pytest.mark.parametrize(
    "argumen",
    [
        "Tabel1[nik]",
        "Tabel1[#All]",
        "[@]",
        "Tabel1[@[a]:[b]]",
        "Tabel1[[#This Row],[a]:[b]]",
        "Tabel1[[#All],[nik]]",
        "VLOOKUP(A1:A3,B1:C9,2,FALSE)",
        "VLOOKUP(A1,B1:C9,D1:D3)",
        "COUNTIF(A1:A9,B1:B3)",
        "COUNTIFS(A1:A9,1,B1:B9,C1:C3)",
        "SUMIFS(A1:A9,B1:B9,C1:C3)",
        "SUMIF(A1:A9,B1:B3,C1:C9)",
        "SUBTOTAL(A1:A3,B1:B9)",
        "(A1,B1)",
        "IF(A1>0,(A1,B1),C1)",
        "ABS(A1:A9)",
        "SUM(A1:A9)+A1:A9",
    ],
)
def test_rentang_dalam_bentuk_apa_pun_tidak_dibekukan_sebagai_satu_nilai(argumen: str) -> None:
    with pytest.raises(TanpaRumusError, match="adalah rentang"):
        freeze_formula(f"SKM_MUTU({argumen})")


def test_pengurangan_di_depan_nama_berkas_tidak_hilang() -> None:
    assert "A1-" + freeze_formula("SKM_MUTU(A2)") == freeze_formula("A1-kinerja.xlam!SKM_MUTU(A2)")


@pytest.mark.parametrize("pola", ["a-", "é", ".", "1é", "'-", "[-", "a''", "(", "SKM_MUTU("])
def test_rumus_panjang_dibaca_seketika(pola: str) -> None:
    """The time once grew with the square of the length, or was some power of the depth: seconds, or for ever."""
    mulai = time.process_time()

    with suppress(TanpaRumusError):
        freeze_formula(f"SKM_MUTU({pola * (8000 // len(pola))})")

    assert time.process_time() - mulai < 2


def test_kurung_siku_yang_tidak_ditutup_tidak_membuat_macet() -> None:
    with pytest.raises(TanpaRumusError, match="kurung"):
        freeze_formula("SKM_MUTU(Tabel1[" + "a" * 2000)


def test_teks_kosong_untuk_pilihan_memakai_bawaannya() -> None:
    assert freeze_formula("PERSEN_CAPAIAN(A1,B1)") == freeze_formula('PERSEN_CAPAIAN(A1,B1,"")')
    assert freeze_formula("PERSEN_CAPAIAN(A1,B1,,120)") == freeze_formula('PERSEN_CAPAIAN(A1,B1," ",120)')
    assert freeze_formula("SKM_SAMPEL(A1)") == freeze_formula('SKM_SAMPEL(A1,"")')


@pytest.mark.parametrize("rumus", ['SKM_MUTU("")', 'SAKIP_PREDIKAT("")'])
def test_teks_kosong_untuk_angka_tetap_kosong_lewat_nilainya(rumus: str) -> None:
    with pytest.raises(TanpaRumusError, match="tidak diisi"):
        freeze_formula(rumus)


def test_angka_dan_teks_tetap_dibaca_seperti_oleh_fungsi() -> None:
    assert freeze_formula('SAKIP_PREDIKAT("66,5")') == freeze_formula("SAKIP_PREDIKAT(66.5)")


def test_target_yang_tertulis_di_rumus_menjadi_rumus_atas_batasnya() -> None:
    beku = freeze_formula('PERSEN_CAPAIAN(A1,"80-90")')

    hitungan = 'IF(TRIM(A1)="","",IF(ISNUMBER(A1),ROUND(IF(A1>90,A1/90,IF(A1<80,A1/80,1))*100,2),("x"+0)))'
    assert beku == f'IF(TRIM(A1)="tidak ada laporan","tidak ada laporan",{hitungan})'
    for ejaan in ("80–90", " 80 s.d. 90 %", "80% - 90%", "80 sampai 90"):
        assert beku == freeze_formula(f'PERSEN_CAPAIAN(A1,"{ejaan}")')
    assert freeze_formula('PERSEN_CAPAIAN(A1,"88,3")') == freeze_formula("PERSEN_CAPAIAN(A1,88.3)")


@pytest.mark.parametrize(
    ("rumus", "sebab"),
    [
        ("SKM_MUTU(A1:A9)", "rentang"),
        ("SKM_MUTU(nilai_saya)", "nama yang bukan satu sel"),
        ("SKM_MUTU(_xlfn.ANCHORARRAY(A1))", "rentang"),
        ("SKM_MUTU({1,2})", "rentang"),
        ("SAKIP_PREDIKAT()", "tabel"),
        ("TERBILANG(A1)", "tidak punya rumus"),
        ("PERSEN_CAPAIAN(A1,B1,C1)", "arah"),
        ("PERSEN_CAPAIAN(A1)", "jumlah argumen"),
        ("SKM_INDEKS(nama)", "rentang sel"),
        ("SKM_MUTU(A1", "kurung"),
        ("SKM_MUTU(état)", "nama yang bukan satu sel"),
        ("SKM_MUTU(" * 60 + "A1" + ")" * 60, "8192"),
        ("SKM_MUTU(" * 65 + "A1" + ")" * 65, "64 fungsi bersarang"),
        ("SKM_MUTU(A1)&" + "A1&" * 4000, "lebih dari 8192"),
        ("SKM_MUTU(SKM_MUTU(SKM_MUTU(SKM_MUTU(A1))))", "8192"),
    ],
)
def test_yang_tidak_punya_rumus_setara_menyebut_sebabnya(rumus: str, sebab: str) -> None:
    with pytest.raises(TanpaRumusError, match=sebab):
        freeze_formula(rumus)


def test_untuk_pita_excel_nilai_saja_ditandai_dengan_teks_kosong() -> None:
    assert ("=1+1", "") == (freeze_cell("=1+1"), freeze_cell("=TERBILANG(A1)"))
