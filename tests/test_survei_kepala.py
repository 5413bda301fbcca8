"""The head of a survey and the rows below it: no row is lost, whatever `--kolom` says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.survei.jawaban import parse_survei
from kinerja.survei.kepala import find_kepala
from kinerja.survei.wilayah import read_survei_wilayah
from kinerja.tabel.sel import Petak
from tests.survei_formulir import KATA, TANYA

PADA = date(2025, 7, 1)
NAMA_UNSUR = (
    "Persyaratan", "Prosedur", "Waktu Penyelesaian", "Biaya/Tarif", "Produk Spesifikasi", "Kompetensi Pelaksana",
    "Perilaku Pelaksana", "Penanganan Pengaduan", "Sarana dan Prasarana",
)  # fmt: skip
JUDUL = tuple(f"{u}. {judul}" for u, judul in enumerate(TANYA, start=1))
ASING = tuple(f"{u}. Pertanyaan {huruf}" for u, huruf in enumerate("abcdefghi", start=1))
SARAN = ("", "petugas ramah, kecepatan waktu pelayanan baik", "3. sudah baik", "kualitas sarana dan biaya", "tidak ada")


def write_jawaban(u: int, nilai: int | None, bentuk: str) -> object:
    if nilai is None:
        return ""
    kata = KATA[u][nilai - 1]
    return {"angka": nilai, "teks": str(nilai), "kata": kata, "nomor": f"{nilai}. {kata}"}[bentuk]


@st.composite
def draw_ekspor(draw: st.DrawFn) -> tuple[Petak, tuple[tuple[str, str], ...], list[tuple[int | None, ...]]]:
    """A random export with its answers, and what `--kolom` says of some of its columns, mostly short beginnings."""
    asing = draw(st.sets(st.integers(0, 8)))
    judul = [(ASING if u in asing else JUDUL)[u] for u in range(9)]
    bentuk = draw(st.sampled_from(["angka", "teks", "kata", "nomor"]))
    isi = st.tuples(*[st.none() | st.integers(1, 4)] * 9)
    jawaban = [*draw(st.lists(isi, max_size=25)), *((n,) * 9 for n in range(1, 5))]
    jawaban = draw(st.permutations(jawaban))
    baris = [
        [draw(st.sampled_from(["2025/06/01", "45809"])), "Ani", *[write_jawaban(u, n, bentuk) for u, n in enumerate(b)],
         draw(st.sampled_from(SARAN)), draw(st.sampled_from(SARAN))]
        for b in jawaban
    ]  # fmt: skip
    disebut = asing | draw(st.sets(st.integers(0, 8)))
    awal = [draw(st.sampled_from([f"{u + 1}", f"{u + 1}.", judul[u], f"kolom {'CDEFGHIJK'[u]}"])) for u in range(9)]
    minta = tuple((f"U{u + 1}", awal[u]) for u in sorted(disebut))
    pilihan: list[Petak] = [[], [["Hasil survei kepuasan", *[None] * 11]], [["1. Survei"], []]]
    atas = draw(st.sampled_from(pilihan))
    return [*atas, ["Cap waktu", "Nama", *judul, "Saran", "Kritik"], *baris], minta, jawaban


@given(draw_ekspor())
@settings(max_examples=100, deadline=None)
def test_setiap_baris_dihitung_atau_disebut_tidak_dihitung(
    ekspor: tuple[Petak, tuple[tuple[str, str], ...], list[tuple[int | None, ...]]],
) -> None:
    petak, minta, jawaban = ekspor

    survei = parse_survei(petak, "ekspor.csv", minta, pada=PADA)

    assert len(survei.jawaban) + len(survei.lewat) == len(jawaban)
    assert survei.jawaban == tuple(b for b in jawaban if any(b))
    disebut = " ".join(survei.catatan)
    assert all(str(nomor) in disebut or "lagi tanpa" in disebut for nomor in survei.lewat)


@pytest.mark.parametrize("minta", [(), (("U3", "3."),), (("U3", "3"), ("U1", "1")), (("U4", "4. Gratis"),)])
def test_kolom_tidak_pernah_menjadikan_jawaban_judul(minta: tuple[tuple[str, str], ...]) -> None:
    isi = [[f"{n}. {KATA[u][n - 1]}" for u in range(9)] for n in (3, 1, 4, 2, 3)]

    kepala = find_kepala([list(JUDUL), *isi], minta, pada=PADA)

    assert kepala is not None
    assert (kepala.awal, kepala.akhir) == (1, 1)


def test_saran_yang_menyebut_beberapa_unsur_bukan_judul() -> None:
    judul = ["U1", *ASING[1:], "Saran", "Kritik", "Lainnya"]
    baris = [3] * 9 + ["persyaratan", "prosedur", "biaya"]
    minta = tuple((f"U{u}", str(u)) for u in range(2, 10))

    survei = parse_survei([judul, baris, baris], "ekspor.csv", minta, pada=PADA)

    assert len(survei.jawaban) == 2


def test_kolom_disebut_dengan_huruf_di_atas_jawaban_berkata_sendiri() -> None:
    isi = ["2025/06/01", *(f"{n}. {kata}" for n, kata in enumerate("abcdefghi", start=1)), "biaya dan kesopanan"]
    minta = tuple((f"U{u}", f"kolom {'BCDEFGHIJ'[u - 1]}") for u in range(1, 10))

    kepala = find_kepala([["Judul"], ["Cap waktu", *ASING, "Saran"], isi, isi], minta, pada=PADA)

    assert kepala is not None
    assert (kepala.awal, kepala.akhir, kepala.atas) == (2, 2, ())


def test_judul_berupa_nomor_saja_dapat_disebut() -> None:
    judul: list[object] = ["Nama", *(str(n) for n in range(1, 10))]
    minta = tuple((f"U{n}", str(n)) for n in range(1, 10))

    survei = parse_survei([judul, ["Ani", *[3] * 9], ["Budi", *[4] * 9]], "ekspor.csv", minta, pada=PADA)

    assert survei.jawaban == ((3,) * 9, (4,) * 9)


def test_baris_di_atas_judul_dan_baris_tanpa_jawaban_disebut() -> None:
    atas = ["2025/06/01", "Ani", *[3] * 9]
    isi: Petak = [atas, [], ["Cap waktu", "Nama", *TANYA], ["2025/06/02", "Budi"], atas]

    survei = parse_survei(isi, "ekspor.csv", pada=PADA)

    assert (len(survei.jawaban), survei.lewat) == (1, (1, 4))
    assert "Baris 1 di atas judul kolom dan tidak dihitung." in survei.catatan
    assert "Baris 4 tanpa satu jawaban pun dan tidak dihitung." in survei.catatan


@pytest.mark.parametrize(
    ("atas", "kata"),
    [(["Survei 2025"], "di sini judulnya di baris 2"), (["kecamatan", *TANYA], "di sini judulnya di baris 1 sampai 2")],
)
def test_per_menolak_judul_yang_tidak_di_baris_pertama(atas: list[str], kata: str, tmp_path: Path) -> None:
    baris = [atas, ["kecamatan", *(f"U{n}" for n in range(1, 10))], ["12.71.17", *"333333333"]]
    (tmp_path / "a.csv").write_text("\n".join(";".join(b) for b in baris), encoding="utf-8")

    with pytest.raises(DataError, match=kata):
        read_survei_wilayah(tmp_path / "a.csv", pada=PADA)


@pytest.mark.parametrize(
    ("petak", "pesan"),
    [
        ([[None, "Harapan", *[None] * 8], ["No", *NAMA_UNSUR], [1, *[4] * 9]], "unsur tidak ada"),
        ([["No", *NAMA_UNSUR], [None, *["Harapan"] * 9], *[[1, *[4] * 9]] * 12], "mungkin judul kedua"),
        ([["No", *(f"Seberapa penting {n}?" for n in NAMA_UNSUR)], [1, *[4] * 9]], "Judul kolom tidak dikenal"),
    ],
)
def test_yang_diharapkan_bukan_yang_dialami(petak: list[list[object]], pesan: str) -> None:
    with pytest.raises(DataError, match=pesan):
        parse_survei(petak, "ekspor", pada=PADA)


def test_pilihan_bernomor_bukan_judul() -> None:
    jawab = ["3. Prosedur mudah", "3. Biaya wajar", "2. Waktu lama"]
    petak = [["No", *NAMA_UNSUR], *([n, *(jawab * 3)] for n in range(4))]

    survei = parse_survei(petak, "ekspor", pada=PADA)  # type: ignore[arg-type]

    assert ((3, 3, 2) * 3,) * 4 == survei.jawaban


def test_kolom_berisi_tanpa_judul_disebut() -> None:
    petak = [["No", *NAMA_UNSUR, None], [1, *[3] * 9, 4]]

    assert "Tidak dipakai karena tanpa judul: kolom K." in parse_survei(petak, "ekspor", pada=PADA).catatan  # type: ignore[arg-type]
