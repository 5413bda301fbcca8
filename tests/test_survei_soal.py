"""What a survey's titles leave open: options to copy name only columns that agree; names that programs give."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.survei.jawaban import parse_survei
from kinerja.survei.tanya import list_calon
from tests.survei_formulir import TANYA

PADA = date(2025, 7, 1)


def ask(*judul: str) -> tuple[str, ...]:
    """The lines below the question."""
    with pytest.raises(DataError) as galat:
        parse_survei([list(judul), [3] * len(judul)], "ekspor.csv", pada=PADA)
    return galat.value.rincian


@pytest.mark.parametrize(
    ("judul", "unsur"),
    [
        ("grup_skm/u3_waktu", {2}),
        ("grup_skm/u9_sarpras", {8}),
        ("skm.u9_sarpras", {8}),
        ("grup/U4", {3}),
        ("u_5_hasil", {4}),
        ("data/q7_perilaku", {6}),
        ("u8_sarana", {8}),
        ("u3_waktu_biaya", {2}),
        ("u3_waktu_skor", set()),
        ("u9_alasan", set()),
        ("grup_skm/u3_1", set()),
        ("_submission_time", set()),
        ("meta/instanceID", set()),
    ],
)
def test_nama_kolom_dari_program_formulir_dikenali_dari_bagian_terakhirnya(judul: str, unsur: set[int]) -> None:
    assert list_calon(judul, pada=PADA) == unsur


@pytest.mark.parametrize(
    ("judul", "unsur"),
    [
        ("Apakah petugas melayani dengan cepat?", {2}),
        ("Apakah petugas menguasai pekerjaannya?", {5}),
        ("Apakah pegawainya terampil dan cakap?", {5}),
        ("Fasilitas kantor", {8}),
        ("Apakah ruang tunggunya nyaman?", {8}),
        ("Apakah tempatnya bersih?", {8}),
        ("Apakah sarana bersih, rapi?", {8}),
        ("Apakah hasil layanan sesuai yang dijanjikan?", {4}),
        ("Apakah petugas ramah?", {6}),
        ("Apakah petugas sopan?", {6}),
        ("Apakah kritik dan saran ditanggapi?", {7}),
        ("Apakah keluhan Saudara ditindaklanjuti?", {7}),
        ("Apakah ongkosnya wajar?", {3}),
        ("Apakah yang Saudara bayar sesuai ketentuan?", {3}),
        ("Apakah alurnya mudah diikuti?", {1}),
        ("Apakah tahapan pelayanan jelas?", {1}),
        ("Apakah berkas yang diminta wajar?", {0}),
        ("Apakah syaratnya jelas?", {0}),
        ("Apakah petugas melayani dengan cepat dan ramah?", {2, 6}),
        ("Apakah ada pungutan liar?", set()),
        ("Apakah ada pungutan di luar ketentuan?", set()),
        ("Saran", set()),
        ("Kritik dan saran", set()),
        ("Ruangan yang dituju", set()),
        ("Berkas yang dibawa", set()),
    ],
)
def test_pertanyaan_dengan_kata_sehari_hari_dikenali(judul: str, unsur: set[int]) -> None:
    assert list_calon(judul, pada=PADA) == unsur


def test_kolom_diusulkan_hanya_bila_nomor_atau_katanya_cocok() -> None:
    judul = ["Nama Lengkap Responden", "Waktu tanggap", "U9 Loket", "Apa saja?", "_id", "Skor", *TANYA[:2], *TANYA[3:7]]

    assert ask(*judul) == (
        'U3 Waktu Penyelesaian: --kolom U3="Waktu tanggap"',
        'U8 Penanganan Pengaduan, Saran dan Masukan: --kolom U8="…"',
        'U9 Sarana dan Prasarana: --kolom U9="U9 Loket"',
        "Judul yang belum dipakai:",
        "  Waktu tanggap",
        "  U9 Loket",
        "  Apa saja?",
    )


def test_nomor_pertanyaan_diusulkan_bila_nomor_lain_cocok_dengan_unsurnya() -> None:
    nomor = [f"{u}. {satu}" for u, satu in enumerate(["Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk"], start=1)]
    tanya = ["6. Orangnya?", "7. Budi bahasanya?", "8. Mengadu?", "9. Gedungnya?"]

    assert ask(*nomor, *tanya)[0] == 'U6 Kompetensi Pelaksana: --kolom U6="6. Orangnya?"'
    assert ask("3. Persyaratan", *nomor[1:], *tanya)[0].endswith('--kolom U6="…"')


def test_dua_kolom_seunsur_ditawarkan_kedua_duanya_dan_yang_bernomor_didahulukan() -> None:
    dua = "Bagaimana kondisi fasilitas?"

    assert ask(*TANYA, dua) == (
        '--kolom U9="Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?"',
        f'atau --kolom U9="{dua}"',
    )
    assert ask(*TANYA, f"U9 {dua}") == (f'--kolom U9="U9 {dua}"',)


def test_satu_kolom_tidak_diusulkan_untuk_dua_unsur() -> None:
    rincian = ask(*TANYA[:7], "Ketersediaan sarana pengaduan", "Apa saja?")

    assert rincian == (
        '--kolom U8="Ketersediaan sarana pengaduan"',
        'atau --kolom U9="Ketersediaan sarana pengaduan"',
    )


@given(
    st.lists(st.sampled_from([*TANYA, "Nama", "Cap waktu", "Id", "Skor", "U8 x", "Waktu x", "Biaya dan waktu", "?"]))
)
def test_usul_tidak_pernah_menyebut_kolom_diri_dan_tidak_dua_kali(judul: list[str]) -> None:
    try:
        parse_survei([["U1", *judul], [3] * (1 + len(judul))], "ekspor.csv", pada=PADA)
    except DataError as galat:
        usul = [x.partition("--kolom ")[2] for x in galat.rincian if "--kolom" in x and not x.startswith("atau")]
        pasti = [x[3:] for x in usul if "…" not in x and not x.endswith(('"kolom B"', '"kolom C"'))]
        assert not [x for x in pasti if x in ('"Nama"', '"Cap waktu"', '"Id"', '"Skor"')]
        assert len(set(pasti)) == len(pasti)
        assert len({x[:2] for x in usul}) == len(usul)
