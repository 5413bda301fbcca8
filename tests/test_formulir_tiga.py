"""Three forms after published ones, filled for 21 and 31 kecamatan: every figure, every lock, every name."""

from __future__ import annotations

import hashlib
import sys

import pytest

from kinerja.formulir import mesin
from kinerja.formulir.isi import fill_formulir
from kinerja.workbook.kunci import Kunci
from tests.alat.formulir.buku import read_buku
from tests.alat.formulir.data import list_medan, list_surabaya
from tests.alat.formulir.hakim import HIMPUNAN, LENGKAP, choose_nomor, judge_himpunan, make_isi
from tests.alat.formulir.isi import FORM, fill, get_formulir
from tests.alat.program import AKAR, run
from tests.alat.sampel import PENUH
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


def test_ada_uraian_yang_mirip_rumus_dan_kecamatan_yang_mengisinya_turut_diadili() -> None:
    semua = list_surabaya()
    kegiatan = [k.uraian for d in semua[30].daftar for k in d.kegiatan]

    assert sum(uraian.startswith("=") for uraian in kegiatan) > 5
    nomor = choose_nomor("surabaya")
    assert {0, 30} <= set(nomor)
    assert {(n % 2, str(semua[n].jenis)) for n in nomor} == {(0, "murni"), (1, "perubahan")}
    assert {list_medan()[n].kecamatan.kode for n in choose_nomor("medan")} >= {"12.71.01", LENGKAP, "12.71.21"}


@pytest.mark.parametrize(("nama", "himpunan"), BAGIAN)
def test_setiap_angka_kunci_dan_nama_seperti_data_dan_inti_dan_tidak_ada_milik_yang_lain(
    nama: str, himpunan: str
) -> None:
    """Figures and texts as data and core have them, texts like formulas still texts, only inputs open; no leaks."""
    hasil = judge_himpunan(nama, himpunan)

    assert len(hasil) == len(choose_nomor(himpunan))
    assert {p.kode: salah for p in hasil if (salah := p.list_salah())} == {}


@pytest.mark.parametrize("nama", FORM)
def test_lembar_formulir_utuh_terkunci_semua_dan_identitas_tersembunyi(nama: str) -> None:
    pk = list_surabaya()[3]
    ada = read_buku(fill_formulir(get_formulir(nama, pk.pada), pk, {}, Kunci.from_sandi("rahasia", SALT)).isi)

    assert ada.lembar == LEMBAR[nama]
    assert [s.protection.sheet for s in ada.rumus.worksheets] == [True] * len(ada.rumus.worksheets)
    assert {s.protection.hashValue for s in ada.rumus.worksheets} == {Kunci.from_sandi("rahasia", SALT).hash}
    assert ada.rumus.security is not None
    assert ada.rumus.security.lockStructure


def test_proses_lain_menghasilkan_bita_yang_sama(monkeypatch: pytest.MonkeyPatch) -> None:
    """With another seed for the hashes of texts, and other addresses of functions."""
    pk = list_surabaya()[7]
    if not PENUH:  # as `tests.alat.formulir.__main__`
        monkeypatch.setattr(mesin, "is_terpasang", lambda: False)
    sini = [hashlib.sha256(fill(nama, pk, make_isi(nama, pk, 1)).isi).hexdigest() for nama in FORM]

    keluar = run(
        ["env", "-C", str(AKAR), "PYTHONHASHSEED=7", sys.executable, "-m", "tests.alat.formulir", "7"], detik=120
    )

    assert keluar.split() == sini
