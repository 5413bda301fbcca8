"""Exports of online forms: unsur by the words of the question, never by position; what is open is asked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError, MasukanError
from kinerja.rumus.skm import compute_skm
from kinerja.survei.jawaban import Survei, parse_survei
from kinerja.survei.tanya import list_calon
from tests.survei_formulir import KATA, TANYA, list_kata

PADA = date(2025, 7, 1)
JAWABAN = (1, 2, 3, 4, 1, 2, 3, 4, 2)


def baca(judul: list[str], *baris: list[object], minta: tuple[tuple[str, str], ...] = ()) -> Survei:
    return parse_survei([judul, *baris], "ekspor.csv", minta, pada=PADA)


@pytest.mark.parametrize("u", range(9))
def test_kalimat_pertanyaan_resmi_dikenali(u: int) -> None:
    assert list_calon(TANYA[u], pada=PADA) == {u}


@pytest.mark.parametrize(
    ("judul", "unsur"),
    [
        ("How suitable are the requirements for this service?", {0}),
        ("Apakah syarat-syarat pelayanan mudah dipenuhi?", {0}),
        ("Was the procedure easy to follow?", {1}),
        ("Alur pelayanan di kantor ini", {1}),
        ("How do you rate the speed of service?", {2}),
        ("Ketepatan waktunya menurut Anda", {2}),
        ("Is the fee reasonable?", {3}),
        ("Does the product match the standard?", {4}),
        ("Kesesuaian hasil pelayanan dengan ketentuan", {4}),
        ("How do you rate the competence of the officers?", {5}),
        ("Keterampilan pegawai yang melayani Anda", {5}),
        ("How polite were our staff? Please rate their courtesy", {6}),
        ("Sikap petugas loket", {6}),
        ("How well are complaints handled?", {7}),
        ("Pengelolaan keluhan masyarakat", {7}),
        ("How do you rate our facilities?", {8}),
        ("Kenyamanan fasilitas ruang tunggu", {8}),
        ("8. Bagaimana kualitas sarana dan prasarana?", {8}),
        ("Beri nilai [Biaya/Tarif]", {3}),
        ("Kewajaran biaya dan kecepatan waktu", {2, 3}),
        ("Ketersediaan sarana pengaduan", {7, 8}),
        ("Kecepatan waktu pelayanan [Score]", set()),
        ("Points - Kualitas sarana dan prasarana", set()),
        ("Harapan: kualitas sarana dan prasarana", set()),
        ("Tuliskan pengaduan Anda", set()),
        ("Berapa biaya yang Anda bayar?", set()),
        ("Completion time", set()),
        ("Secara keseluruhan, seberapa puas Anda?", set()),
        ("kecepatan waktu " * 1_000, set()),
    ],
)
def test_judul_dikenali_dari_katanya(judul: str, unsur: set[int]) -> None:
    assert list_calon(judul, pada=PADA) == unsur


@given(st.permutations(range(12)), st.lists(st.tuples(*[st.integers(1, 4)] * 9), min_size=1, max_size=8))
def test_urutan_kolom_tidak_memengaruhi_hasil(urutan: list[int], jawaban: list[tuple[int, ...]]) -> None:
    lengkap = [*jawaban, *([n] * 9 for n in range(1, 5))]  # every answer is in use somewhere
    judul = [*TANYA, "Timestamp", "Saran", "Total skor"]
    baris = [[*list_kata(satu), "2025/07/01", "persyaratan dan waktu", sum(satu)] for satu in lengkap]

    acak = baca([judul[k] for k in urutan], *([satu[k] for k in urutan] for satu in baris))

    assert acak.jawaban == tuple(map(tuple, lengkap))
    assert compute_skm(acak.jawaban, pada=PADA).nik == compute_skm(lengkap, pada=PADA).nik


@given(st.sets(st.integers(0, 8), min_size=1), st.permutations(range(9)))
def test_unsur_yang_tidak_berjudul_tidak_pernah_ditebak_dari_letaknya(hilang: set[int], urutan: list[int]) -> None:
    judul = [f"Pertanyaan {k + 1}" if u in hilang else TANYA[u] for k, u in enumerate(urutan)]

    with pytest.raises(DataError, match="--kolom U") as galat:
        baca(judul, list(JAWABAN), list(JAWABAN))

    assert "Pertanyaan" in str(galat.value)


@given(st.sets(st.integers(0, 8), min_size=1), st.permutations(range(9)))
def test_yang_tidak_berjudul_terbaca_sesudah_disebut(hilang: set[int], urutan: list[int]) -> None:
    judul = [f"Pertanyaan {k + 1}" if u in hilang else TANYA[u] for k, u in enumerate(urutan)]
    minta = tuple((f"U{u + 1}", f"pertanyaan {urutan.index(u) + 1}") for u in sorted(hilang))

    assert baca(judul, [JAWABAN[u] for u in urutan], minta=minta).jawaban == (JAWABAN,)


def test_pertanyaan_yang_bisa_dua_unsur_ditanyakan_dengan_judulnya() -> None:
    judul = [*TANYA[:2], "Waktu pelayanan dan biayanya", *TANYA[3:]]

    with pytest.raises(DataError) as galat:
        baca(judul, list(JAWABAN))

    assert str(galat.value) == (
        "ekspor.csv, baris 1: Kolom 'Waktu pelayanan dan biayanya' bisa berarti U3 Waktu Penyelesaian atau"
        ' U4 Biaya/Tarif. Sebutkan kolom yang dimaksud:\n  --kolom U3="Waktu pelayanan dan biayanya"'
    )
    minta = (("U3", "Waktu pelayanan dan biayanya"),)
    assert baca(judul, list(JAWABAN), minta=minta).jawaban == (JAWABAN,)


@pytest.mark.parametrize(
    ("minta", "galat", "kata"),
    [
        ((("U10", "Satu"),), MasukanError, "Unsur 'U10' tidak dikenal. Pilih U1 sampai U9."),
        ((("mutu", "Satu"),), MasukanError, "Unsur 'mutu' tidak dikenal."),
        ((("U1", TANYA[0]), ("Persyaratan", TANYA[1])), MasukanError, "--kolom menyebut U1 lebih dari satu kali."),
        ((("U1", "Bagaimana pendapat Saudara tentang kesesuaian pers"), ("U2", TANYA[0])), DataError, "lebih dari"),
        ((("U1", "Tidak ada begini"),), DataError, "Kolom 'Tidak ada begini' tidak ada. Judul yang ada:\n  Bagaimana"),
        ((("U1", "Bagaimana pendapat"),), DataError, "'Bagaimana pendapat' cocok dengan 8 kolom: A, C, D, E"),
        ((("U1", "kolom ZZ"),), DataError, "Kolom 'kolom ZZ' tidak ada."),
    ],
)  # fmt: skip
def test_kolom_yang_disebut_keliru_dijawab_dengan_kalimat(
    minta: tuple[tuple[str, str], ...], galat: type[Exception], kata: str
) -> None:
    with pytest.raises(galat) as tolak:
        baca([*TANYA], list(JAWABAN), minta=minta)

    assert kata in str(tolak.value)


def test_judul_kembar_disebut_dengan_hurufnya() -> None:
    judul = [*TANYA, TANYA[0]]

    with pytest.raises(DataError, match='--kolom U1="kolom A"'):
        baca(judul, [*JAWABAN, 4])
    assert baca(judul, [*JAWABAN, 4], minta=(("U1", "kolom J"),)).jawaban == ((4, *JAWABAN[1:]),)


def test_semua_judul_tak_bermakna_dapat_disebut_dengan_hurufnya() -> None:
    minta = tuple((f"U{u}", f"kolom {'ABCDEFGHI'[9 - u]}") for u in range(1, 10))

    survei = baca([f"Q{n}" for n in range(1, 10)], list(JAWABAN), minta=minta)

    assert survei.jawaban == (JAWABAN[::-1],)


def test_tanpa_judul_kolom_tidak_dapat_disebut() -> None:
    with pytest.raises(DataError, match="Tabel ini tanpa judul, jadi --kolom tidak dapat dipakai"):
        parse_survei([list(JAWABAN)], "ekspor.csv", (("U1", "kolom A"),), pada=PADA)


def test_dua_baris_judul_yang_berlawanan_dibaca_menurut_katanya() -> None:
    nomor = [f"U{n}" for n in range(1, 10)]
    judul = [*TANYA[:7], TANYA[8], TANYA[7]]

    survei = parse_survei([nomor, judul, [3, 3, 3, 3, 3, 3, 3, 4, 1]], "ekspor.xlsx", pada=PADA)

    assert survei.jawaban == ((3, 3, 3, 3, 3, 3, 3, 1, 4),)
    assert [c.endswith("nomornya lain daripada dalam peraturan.") for c in survei.catatan[-2:]] == [True, True]


def test_saran_responden_pertama_bukan_judul_kedua() -> None:
    judul = [*TANYA, "Saran", "Kritik"]

    survei = baca(judul, [*JAWABAN, "persyaratan dipermudah", "prosedur terlalu lama"], [*JAWABAN, None, None])

    assert survei.jawaban == (JAWABAN, JAWABAN)


def test_kelompok_responden_tanpa_nama_orang() -> None:
    judul = ["Nama", "Umur", "L/P", "Pendidikan", "Pekerjaan", "Pekerjaan lainnya (sebutkan)", "Jenis layanan", *TANYA]
    orang: list[list[object]] = [
        ["Ani", 17.0, "P", "SLTA", "Petani", "", "KTP", *JAWABAN],
        ["Budi", "25 tahun", "laki-laki", "S-1", "petani", "", "KTP a.n. Cici", *JAWABAN],
        ["Dodi", "> 60 tahun", "x", "D3", "Dukun", "Dukun beranak", "KTP a.n. Cici", *JAWABAN],
        ["Edi", "1990", "", "pondok", "", "", "ktp", *JAWABAN],
    ]

    kelompok = {k.nama: dict(k.isi) for k in baca(judul, *orang).kelompok}

    assert kelompok == {
        "usia": {"<20": 1, "20–29": 1, "> 60": 1, "lainnya": 1},
        "jenis kelamin": {"Laki-laki": 1, "Perempuan": 1, "lainnya": 1, "tidak diisi": 1},
        "pendidikan": {"SMA": 1, "Diploma": 1, "S1": 1, "lainnya": 1},
        "pekerjaan": {"Petani": 2, "lainnya": 1, "tidak diisi": 1},
        "jenis layanan": {"KTP": 2, "lainnya": 2},
    }


@pytest.mark.parametrize("usia", ["20-30", "20 - 30", "20–30", "20 s/d 30", "20 s.d. 30 tahun", "20 sampai dengan 30"])
def test_pita_usia_sama_bagaimanapun_ditulis(usia: str) -> None:
    survei = baca(["Usia", *TANYA], [usia, *JAWABAN], ["20-30", *JAWABAN])

    assert survei.kelompok[0].isi == (("20–30", 2),)


def test_jawaban_kata_di_setiap_unsur_bernilai_satu_sampai_empat() -> None:
    survei = baca([*TANYA], *(list_kata([n] * 9) for n in range(1, 5)))

    assert survei.jawaban == tuple((n,) * 9 for n in range(1, 5))
    assert survei.tak_terbaca == ()
    assert len(KATA) == 9
