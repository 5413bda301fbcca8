"""Answers in words: by series, whatever their spelling; other scales and unknown words are never guessed at."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.peraturan import Deret, get_parameter
from kinerja.survei.jawaban import Survei, parse_survei
from tests.survei_formulir import TANYA

PADA = date(2025, 7, 1)
U1 = "kolom U1 Persyaratan"


def baca(*jawaban: object, unsur: int = 0) -> list[int | None]:
    """What the answers of one unsur count, where all others are 3."""
    return [baris[unsur] for baris in baca_survei(*jawaban, unsur=unsur).jawaban]


def baca_survei(*jawaban: object, unsur: int = 0) -> Survei:
    baris = [[x if u == unsur else 3 for u in range(9)] for x in jawaban]
    return parse_survei([list(TANYA), *baris], "ekspor.csv", pada=PADA)


@pytest.mark.parametrize(
    ("jawaban", "nilai"),
    [
        (["1. Tidak sesuai", "2. Kurang sesuai", "3. Sesuai", "4. Sangat sesuai"], [1, 2, 3, 4]),
        (["SANGAT SESUAI", "sangat_sesuai", " Sangat  sesuai. ", "Sangat sesuai (4)"], [4, 4, 4, 4]),
        (["a. Tidak sesuai", "b) Kurang sesuai", "c. Sesuai", "d. Sangat sesuai"], [1, 2, 3, 4]),
        (["4 - Sangat mudah", "4", 4, "-"], [4, 4, 4, None]),
        (["Kurang sesuai", "Sesuai"], [2, 3]),
        (["Kurang sesuai", "Cukup sesuai", "Sesuai"], [1, 2, 3]),
        (["Sangat tidak setuju", "Tidak setuju", "Setuju", "Sangat setuju"], [1, 2, 3, 4]),
        (["Tidak setuju", "Kurang setuju", "Setuju"], [1, 2, 3]),
        (["2. Tidak setuju", "3. Setuju"], [2, 3]),
        (["Setuju", "Sangat setuju"], [3, 4]),
        (["Poor", "Fair", "Good", "Excellent"], [1, 2, 3, 4]),
        (["Strongly agree", "Disagree"], [4, 2]),
        (["3. Lumayan", "4. Luar biasa"], [3, 4]),
    ],
)
def test_kata_dibaca_menurut_deretnya(jawaban: list[object], nilai: list[int | None]) -> None:
    assert baca(*jawaban) == nilai


def test_angka_dipakai_bila_katanya_tidak_dikenal_dan_hal_itu_dikatakan() -> None:
    assert baca_survei("3. Lumayan", "4. Sangat sesuai").catatan[-1] == (
        "U1 Persyaratan: kata dalam '3. Lumayan' tidak dikenal, jadi dibaca menurut angkanya."
    )


@pytest.mark.parametrize(
    ("jawaban", "nilai"),
    [
        (["1. Tidak", "2. Kurang", "3. Ya", "4. Sangat"], [1, 2, 3, 4]),
        (["1. Tidak", "2. Kurang", "3. Cukup", "4. Sangat"], [1, 2, 3, 4]),
        (["2. Kurang", "3. Ya", "Kurang", "2. kurang"], [2, 3, 2, 2]),
        (["1. Tidak mudah", "2. Kurang mudah", "3. Cukup mudah", "4. Sangat mudah"], [1, 2, 3, 4]),
        (
            [*["4. Sangat"] * 9, *["2. Kurang"] * 9, *["3. Cukup"] * 9, "3. Kurang"],
            [*[4] * 9, *[2] * 9, *[3] * 9, None],
        ),
    ],
)
def test_nomor_menentukan_bila_setiap_nomor_selalu_dengan_kata_yang_sama(
    jawaban: list[object], nilai: list[int | None]
) -> None:
    assert [baris[0] for baris in baca_survei(*jawaban, unsur=0).jawaban] == nilai


def test_skala_empat_dikenali_juga_dari_kolom_lain() -> None:
    kolom = ["1. Tidak mudah", "2. Kurang mudah", "3. Cukup mudah"]
    lain = ["4. Sangat sesuai", "3. Cukup sesuai", "2. Kurang sesuai"]
    baris = [[a, b, *[3] * 7] for a, b in zip(lain, kolom, strict=True)]

    survei = parse_survei([list(TANYA), *baris], "ekspor.csv", pada=PADA)

    assert [b[:2] for b in survei.jawaban] == [(4, 1), (3, 2), (2, 3)]


@pytest.mark.parametrize(
    "jawaban",
    [
        ["1. Tidak sesuai", "2. Kurang sesuai", "3. Cukup sesuai", "4. Sesuai"],
        ["4. Puas", "4. Puas"],
        ["3. Netral", "4. Puas"],
        ["Kurang (2)", "Cukup (3)", "Baik (4)"],
    ],
)
def test_nomor_skala_lima_tanpa_yang_tertinggi_tetap_ditolak(jawaban: list[str]) -> None:
    with pytest.raises(DataError, match="bukan skala 4 tingkat melainkan 5"):
        baca(*jawaban)


KATA_SENDIRI = ("Aa", "Bb", "Kurang", "Cukup", "Sangat", "Ya")


@given(st.lists(st.integers(1, 4), min_size=1, max_size=40), st.permutations(KATA_SENDIRI))
def test_kata_bernomor_yang_konsisten_tidak_pernah_hilang_sepihak(nilai: list[int], kata: list[str]) -> None:
    """Every answer counts as its number, or the column is a question; none is left out."""
    try:
        survei = baca_survei(*[f"{n}. {kata[n - 1]}" for n in nilai])
    except DataError:
        return
    if not survei.tak_terbaca:
        assert [baris[0] for baris in survei.jawaban] == nilai
    assert {x.jawaban[3:] for x in survei.tak_terbaca} <= {"Kurang", "Cukup"}  # a series says otherwise


@given(st.sampled_from(get_parameter("skm", pada=PADA).daftar("deret", Deret)), st.data())
def test_setiap_deret_empat_tingkat_terbaca_dan_yang_lain_ditolak(deret: Deret, data: st.DataObject) -> None:
    sifat = data.draw(st.sampled_from(deret.sifat or ("",)))
    kata = [x.split(" / ")[0].replace("*", sifat) for x in deret.jawaban]
    unsur = {"biaya": 3, "pengaduan": 7}[deret.unsur[0]] if deret.unsur else 0

    if len(kata) == 4:
        assert baca(*kata, unsur=unsur) == [1, 2, 3, 4]
    else:
        with pytest.raises(DataError, match="bukan skala 4 tingkat melainkan 5"):
            baca(*kata, unsur=unsur)


@pytest.mark.parametrize(
    "jawaban",
    [
        ["5. Sangat puas", "4. Puas"],
        ["e. Sangat puas", *["d. Puas"] * 50],
        ["Tidak puas", "Netral", "Puas"],
        ["Tidak puas", "Kurang puas", "Cukup puas", "Puas"],
        [*["Sesuai"] * 99, "Kurang sesuai", "Cukup sesuai", "Tidak sesuai"],
        ["Strongly agree", "Neutral"],
        ["Poor", "Fair", "Good", "Very good", "Excellent"],
    ],
)
def test_skala_lima_tidak_pernah_diperas(jawaban: list[str]) -> None:
    with pytest.raises(DataError, match=f"{U1}: Jawaban .+ bukan skala 4 tingkat melainkan 5"):
        baca(*jawaban)


def test_kata_yang_bisa_dua_nilai_ditanyakan() -> None:
    with pytest.raises(DataError, match=r"Jawaban 'tidak puas' bisa bernilai 1 atau 2"):
        baca("Tidak puas", "Puas")


def test_kata_yang_bisa_dua_nilai_dibaca_menurut_deret_kolom_lain() -> None:
    baris: list[list[object]] = [[3, *["Sangat tidak puas"] * 8], ["Tidak puas", *["Tidak puas"] * 8]]

    survei = parse_survei([list(TANYA), *baris], "ekspor.csv", pada=PADA)

    assert survei.jawaban == ((3, *[1] * 8), (2,) * 9)


def test_sampai_sepersepuluh_yang_tidak_terbaca_disebut_dan_tidak_dihitung() -> None:
    survei = baca_survei(*["Sesuai"] * 18, "4. Tidak sesuai", "entahlah")

    assert [baris[0] for baris in survei.jawaban] == [*[3] * 18, None, None]
    assert [(x.unsur, x.jawaban, x.banyak, x.sebab, x.tampak) for x in survei.tak_terbaca] == [
        ("U1 Persyaratan", "4. Tidak sesuai", 1, "angka dan katanya bertentangan", (1, 4)),
        ("U1 Persyaratan", "entahlah", 1, "kata yang tidak dikenal", ()),
    ]


def test_lebih_dari_sepersepuluh_ditolak_dengan_ejaannya() -> None:
    with pytest.raises(DataError) as galat:
        baca(*["Sesuai"] * 17, "entahlah", "entahlah")

    assert str(galat.value) == (
        "ekspor.csv, kolom U1 Persyaratan: 2 dari 19 jawaban tidak terbaca: 'entahlah' (2 kali, kata yang tidak"
        " dikenal). Di berkasnya, ganti dengan 1 sampai 4 menurut pilihan formulirnya; bila dikosongkan, NIK-nya lain."
    )


def test_angka_yang_terbalik_dari_katanya_ditolak() -> None:
    with pytest.raises(DataError, match="angka dan katanya bertentangan"):
        baca("1. Sangat sesuai", "2. Sesuai", "3. Kurang sesuai", "4. Tidak sesuai")


def test_kata_unsur_lain_tidak_terbaca_di_kolom_ini() -> None:
    with pytest.raises(DataError, match=r"'Gratis' \(2 kali, kata yang tidak dikenal"):
        baca("Gratis", "Gratis", unsur=8)
    assert baca("Gratis", "Sangat mahal", unsur=3) == [4, 1]


@pytest.mark.parametrize("sel", [5, "5", 0, "2,5", True])
def test_angka_di_luar_skala_tetap_ditolak_walaupun_yang_lain_kata(sel: object) -> None:
    with pytest.raises(DataError, match="bukan bilangan bulat 1 sampai 4"):
        baca(*["Sesuai"] * 50, sel)


def test_banyak_angka_lima_ditolak_sebagai_skala_lima_dan_tidak_disuruh_kosongkan() -> None:
    with pytest.raises(DataError) as galat:
        baca(4, 5, "5", 5.0, 3)

    assert "Jawaban di atas 4 ada 3 dari 45: ini bukan skala 4 tingkat melainkan 5." in str(galat.value)
    assert "Jangan dikosongkan" in galat.value.saran
    assert galat.value.rincian == ("U1 Persyaratan: 5 (3 kali)",)


def test_banyak_angka_sampai_sepuluh_ditolak_sebagai_skala_sepuluh() -> None:
    with pytest.raises(DataError, match="bukan skala 4 tingkat melainkan 10"):
        baca(8, 10, 7, 9, 3)
