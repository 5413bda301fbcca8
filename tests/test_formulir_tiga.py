"""Three forms after published ones, filled for 21 and 31 kecamatan: every figure, every lock, every name."""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile

import pytest

from kinerja.formulir.isi import fill_formulir
from kinerja.workbook.kunci import Kunci
from tests.alat.formulir.buku import read_buku
from tests.alat.formulir.data import list_medan, list_surabaya
from tests.alat.formulir.hakim import HIMPUNAN, judge_himpunan, make_isi
from tests.alat.formulir.isi import FORM, fill, get_formulir
from tests.alat.program import AKAR, run
from tests.buku_lengkap import SALT

BAGIAN = [(nama, himpunan) for nama in FORM for himpunan in HIMPUNAN]
LEMBAR = {
    "pk": ["Perjanjian", "Lampiran PK"],
    "aksi": ["Monitoring", "Catatan Indikator", "Rekap"],
    "lima": ["Survei", "SAKIP", "Anggaran", "Kegiatan", "Rekap"],
}


def test_ada_21_dan_31_kecamatan_murni_dan_perubahan_dengan_0_sampai_60_kegiatan() -> None:
    surabaya = list_surabaya()

    assert (len(list_medan()), len(surabaya)) == (21, 31)
    assert {str(pk.jenis) for pk in surabaya} == {"murni", "perubahan"}
    assert [sum(len(d.kegiatan) for d in pk.daftar) for pk in surabaya] == list(range(0, 61, 2))


@pytest.mark.parametrize(("nama", "himpunan"), BAGIAN)
def test_setiap_angka_dan_teks_sama_dengan_data_dan_dengan_inti(nama: str, himpunan: str) -> None:
    hasil = judge_himpunan(nama, himpunan)

    assert len(hasil) == len(HIMPUNAN[himpunan]())
    assert {p.kode: p.nilai for p in hasil if p.nilai} == {}


@pytest.mark.parametrize(("nama", "himpunan"), BAGIAN)
def test_yang_terbuka_persis_isian_dan_yang_belum_diketahui(nama: str, himpunan: str) -> None:
    assert {p.kode: p.kunci for p in judge_himpunan(nama, himpunan) if p.kunci} == {}


@pytest.mark.parametrize(("nama", "himpunan"), BAGIAN)
def test_setiap_nama_menunjuk_selnya(nama: str, himpunan: str) -> None:
    assert {p.kode: p.nama for p in judge_himpunan(nama, himpunan) if p.nama} == {}


@pytest.mark.parametrize(("nama", "himpunan"), BAGIAN)
def test_yang_tanpa_nilai_tersimpan_disebut_banyaknya(nama: str, himpunan: str) -> None:
    assert {p.kode: p.kosong for p in judge_himpunan(nama, himpunan) if len(p.kosong) > p.tak_terhitung} == {}


def test_uraian_yang_mirip_rumus_tetap_teks() -> None:
    hasil = judge_himpunan("lima", "surabaya")
    kegiatan = [k.uraian for d in list_surabaya()[30].daftar for k in d.kegiatan]

    assert sum(uraian.startswith("=") for uraian in kegiatan) > 5
    assert {p.kode: p.rumus for p in hasil if p.rumus} == {}


@pytest.mark.parametrize("nama", FORM)
def test_lembar_formulir_utuh_terkunci_semua_dan_identitas_tersembunyi(nama: str) -> None:
    pk = list_surabaya()[3]
    ada = read_buku(fill_formulir(get_formulir(nama, pk.pada), pk, {}, Kunci.from_sandi("rahasia", SALT)).isi)

    assert ada.lembar == LEMBAR[nama]
    assert [s.protection.sheet for s in ada.rumus.worksheets] == [True] * len(ada.rumus.worksheets)
    assert {s.protection.hashValue for s in ada.rumus.worksheets} == {Kunci.from_sandi("rahasia", SALT).hash}
    assert ada.rumus.security is not None
    assert ada.rumus.security.lockStructure


@pytest.mark.parametrize("nama", FORM)
def test_masukan_sama_menghasilkan_bita_sama(nama: str) -> None:
    pk = list_surabaya()[7]
    isi = make_isi(nama, pk, 1)

    assert fill(nama, pk, isi).isi == fill(nama, pk, isi).isi


def test_proses_lain_menghasilkan_bita_yang_sama() -> None:
    """With another seed for the hashes of texts, and other addresses of functions."""
    pk = list_surabaya()[7]
    sini = [hashlib.sha256(fill(nama, pk, make_isi(nama, pk, 1)).isi).hexdigest() for nama in FORM]

    keluar = run(
        ["env", "-C", str(AKAR), "PYTHONHASHSEED=7", sys.executable, "-m", "tests.alat.formulir", "7"], detik=120
    )

    assert keluar.split() == sini


@pytest.mark.parametrize("nama", FORM)
def test_buku_satu_kecamatan_tidak_memuat_apa_pun_milik_yang_lain(nama: str) -> None:
    """Each in turn by the same process, whatever it remembers of the one before."""
    semua = list_surabaya()
    khas = {
        pk.kecamatan.kode: {str(x).encode() for x in (pk.pihak_pertama.nip, pk.alamat, f"{pk.pihak_pertama.nama}")}
        for pk in semua
    }

    bocor = []
    for pk in semua:
        isi = read_semua(fill(nama, pk).isi)
        assert any(x in isi for x in khas[pk.kecamatan.kode])
        lain = {x for kode, milik in khas.items() if kode != pk.kecamatan.kode for x in milik}
        bocor += [(pk.kecamatan.kode, x) for x in lain if x + b"<" in isi]
    assert bocor == []


def read_semua(isi: bytes) -> bytes:
    """All parts of a file behind each other."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return b"\n".join(arsip.read(n) for n in arsip.namelist())
