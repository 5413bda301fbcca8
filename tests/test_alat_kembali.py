"""The tamper corpus: each kind changes what it says and nothing else, and what comes of it still opens."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.alamat import box, cell_position, overlap
from tests.alat.kembali import ubah_isi, ubah_rumus
from tests.alat.kembali.beda import differ_nama, differ_sel
from tests.alat.kembali.paket import Paket, UbahError, find_relasi, open_paket, pack
from tests.alat.kembali.simpan import save_ulang
from tests.alat.kembali.ubah import DAFTAR
from tests.alat.kembali.ubahan import Tempat, Ubahan, chain
from tests.alat.program import AKAR
from tests.alat.sampel import choose_sela
from tests.alat.terbitan import TERBITAN

ULANG = AKAR / "tests" / "kasus" / "simpan-ulang"
BUKU_UJI = {
    "terbit": TERBITAN / "0.7.0" / "medan-baru.xlsx",
    "terisi": TERBITAN / "0.7.0" / "medan-baru-terisi.xlsx",
    **{p: ULANG / f"{p}.xlsx" for p in ("libreoffice", "openpyxl", "exceljs", "gnumeric", "sheetjs")},
}
LAIN = {"buku_kecamatan_lain": Tempat("Identitas")}
"""What is changed, where that is not where it shows."""
BERAT = {
    "a": (
        "dpa_ke_berkas_lain",
        "nama_lokal",
        "nama_di_komentar",
        "format_angka_palsu",
        "kotak_teks",
        "format_bersyarat_putih",
        "kolom_disembunyikan",
        "lembar_tambahan_sangat_tersembunyi",
        "rumus_larik",
        "presisi_tampilan",
    ),
    "b": ("lembar_dihapus", "baris_disisipkan"),
    "c": ("kolom_disisipkan",),
}
"""Kinds that touch more than the cells of a sheet, as many in one workbook as go together: LibreOffice opens these."""
OPENPYXL = 3
"""Of the kinds that calamine opens, every third is opened by openpyxl, too (0,4 s each)."""

LUAR = "xl/externalLinks/externalLink1.xml"
SEL_SAJA = (*ubah_isi.DAFTAR, *ubah_rumus.DAFTAR)
"""Kinds that only put cells; openpyxl opens them all at once."""


def covers(tempat: Tempat, lembar: str, alamat: str) -> bool:
    kotak = (*cell_position(alamat), *cell_position(alamat))
    return tempat.lembar == lembar and (not tempat.sel or overlap(box(tempat.sel), kotak))


def load(isi: bytes) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # external links, and what other programs write
        return openpyxl.load_workbook(io.BytesIO(isi))


@pytest.fixture(scope="module", params=choose_sela(list(BUKU_UJI), 2), ids=str)
def uji(request: pytest.FixtureRequest) -> tuple[str, bytes, Paket]:
    isi = Path(BUKU_UJI[request.param]).read_bytes()
    return request.param, isi, open_paket(isi)


@pytest.mark.parametrize("ubahan", DAFTAR, ids=lambda u: u.nama)
def test_ubahan_mengubah_yang_disebut_saja(uji: tuple[str, bytes, Paket], ubahan: Ubahan) -> None:
    nama, isi, paket = uji
    if nama in ubahan.tanpa:
        with pytest.raises(UbahError):
            ubahan.apply(isi)
        return
    hasil = ubahan.apply(isi)
    baru = open_paket(hasil)
    tempat = (*ubahan.tempat, *([LAIN[ubahan.nama]] if ubahan.nama in LAIN else []))
    liar = [s for s in differ_sel(paket, baru) if not any(covers(t, *s) for t in tempat)]
    if ubahan.nama == "lembar_diganti_nama":
        liar = [s for s in liar if s[0] != "Rujukan Lama"]
    assert liar == []
    bernama = {t.nama for t in ubahan.tempat if t.nama and not t.lembar}
    diubah = differ_nama(paket, baru)
    if ubahan.nama.startswith("lembar_di"):  # its own names, and the numbers of sheets behind it
        diubah = {n for n in diubah if not re.match(r"_xlnm\.|Print_|(hasil|isian)_cek", n)}
    assert diubah == bernama
    if nama == "terbit" and ubahan not in SEL_SAJA:
        lembar = CalamineWorkbook.from_filelike(io.BytesIO(hasil)).sheet_names
        assert lembar == list(baru.list_lembar())
        if DAFTAR.index(ubahan) % OPENPYXL == 0:
            assert load(hasil).sheetnames == lembar


@pytest.mark.parametrize("daftar", [ubah_isi.DAFTAR, ubah_rumus.DAFTAR], ids=["isi", "rumus"])
def test_sel_yang_diubah_sekaligus_terbuka_di_openpyxl(daftar: tuple[Ubahan, ...]) -> None:
    buku = load(pack(chain(*(u.ubah for u in daftar))(open_paket(BUKU_UJI["terisi"].read_bytes()))))
    for t in (t for u in daftar for t in u.tempat if t.sel):
        assert buku[t.lembar][t.sel].coordinate == t.sel
    assert [buku["Capaian"][sel].value for sel in ("G8", "H8", "H10")] in (
        [60, "=hasil_sakip_nilai", 100],
        [66.5, "=hasil_sakip_nilai+10", "=hasil_trantibum_persen"],
    )


def test_daftar_memuat_setiap_jenis_kecurangan_dengan_kalimatnya() -> None:
    assert len(DAFTAR) >= 100
    assert [n for n, kali in Counter(u.nama for u in DAFTAR).items() if kali > 1] == []
    assert [u.nama for u in DAFTAR if not (u.apa.endswith(".") and u.tempat)] == []
    assert {u.nama for u in DAFTAR if u.tingkat is Bobot.CATATAN} == {
        "survei_karangan",
        "nilai_basi",
        "nilai_basi_capaian",
        "kunci_dibuka",
    }


def test_buku_yang_diubah_terbuka_di_libreoffice() -> None:
    """Nothing of a kind gets lost on the way in: it is still there when LibreOffice saves."""
    isi = BUKU_UJI["terisi"].read_bytes()
    ubah = {u.nama: u.ubah for u in DAFTAR}
    hasil = save_ulang(
        "libreoffice",
        {nama: pack(chain(*(ubah[u] for u in semua))(open_paket(isi))) for nama, semua in BERAT.items()},
    )
    buku = {nama: load(satu) for nama, satu in hasil.items()}
    assert buku["a"]["SKM"]["Q18"].number_format == '"95,00"'
    assert buku["a"]["Anggaran"].column_dimensions["G"].hidden
    assert "Cek" not in buku["b"].sheetnames
    assert "Simpanan" in buku["a"].sheetnames
    assert buku["b"]["Anggaran"]["B9"].value == "7.01.09"
    assert buku["b"]["Anggaran"]["B10"].value == "7.01.03"
    assert buku["c"]["Capaian"]["I7"].value == "=hasil_skm_nik"
    assert "hasil_skm_nik" in buku["a"]["Capaian"].defined_names
    assert buku["a"].defined_names["isian_anggaran_perjanjian"].attr_text == "Anggaran!$D$7:$D$11"
    assert b"anggaran.xlsx" in open_paket(hasil["a"]).bagian[find_relasi(LUAR)]
    assert "N7:N13" in [str(c.sqref) for c in buku["a"]["Anggaran"].conditional_formatting]
    assert "xl/drawings/drawing1.xml" in open_paket(hasil["a"]).bagian
