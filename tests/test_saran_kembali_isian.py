"""What is said of inputs that came, and of formulas that are not known: typed again as advised, the figure counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja.perjanjian.kembali.beda_buku import list_selisih
from kinerja.perjanjian.kembali.beda_buku_butir import ISIAN
from kinerja.perjanjian.kembali.terhitung import read_terhitung
from tests.alat.formulir_pulang import LEMBAR, draw_isi, fill
from tests.alat.kembali.gaya import restyle
from tests.alat.kembali.paket import Paket
from tests.alat.kembali.sel import Isi, Rumus
from tests.alat.kembali.ubahan import edit_rumus, type_sel
from tests.alat.mesin import recalc_ironcalc
from tests.alat.pulang import draw_isian
from tests.alat.saran import expect_saran, follow
from tests.saran_kembali import ANGKA, TERISI, VERSI, change, list_angka, look

BELANJA = 2778393434.55
"""What the honest officer typed into H7 of Anggaran: spent in the first quarter by the first programme."""
ULANG = "Minta kecamatan mengetik ulang angkanya."
TANGGAL = "Minta angkanya diketik ulang; format selnya jangan tanggal."
PERSEN = "Pastikan angka yang dimaksud, lalu minta diketik ulang; format selnya jangan persen."
ISI_ULANG = "Minta kecamatan mengetik ulang isinya."
BUKAN_RUMUS = "Minta kecamatan mengetik angkanya, bukan rumus."
PERIKSA = "Minta kecamatan memeriksa angkanya."
TERBACA = "Tidak perlu apa-apa; angkanya terbaca."
BANDINGKAN = "Bandingkan dengan buku terbitannya; hasilnya tidak dipakai."
DI_BERKAS = "Tidak perlu apa-apa; lihat hasilnya di berkas itu sendiri."


@follow(TERBACA)
def test_angka_yang_diketik_sebagai_teks_terbaca() -> None:
    dibaca = look(change(TERISI, type_sel("Anggaran", {"H7": "Rp2.778.393.434,55"})))

    assert TERBACA == dibaca.find("KU40").saran
    assert BELANJA == float(dibaca.hasil.program[0].realisasi[0] or 0)
    assert ([], ANGKA) == (dibaca.berat, list_angka(dibaca.hasil))


@follow(ULANG, TANGGAL, PERSEN, ISI_ULANG, BUKAN_RUMUS, PERIKSA)
@pytest.mark.parametrize(
    ("kode", "saran", "isi", "bentuk"),
    [
        ("KU41", ULANG, "dua miliar lebih", ""),
        ("KU41", ULANG, True, ""),
        ("KU42", TANGGAL, BELANJA / 100_000, "d mmmm yyyy"),
        ("KU43", PERSEN, BELANJA / 100, "0%"),
        ("KU44", ISI_ULANG, Rumus("1/0"), ""),
        ("KU45", PERIKSA, -BELANJA, ""),
        ("KU46", BUKAN_RUMUS, Rumus("FOO(1)", BELANJA), ""),
    ],
)
def test_angka_yang_diketik_ulang_dipakai(kode: str, saran: str, isi: Isi, bentuk: str) -> None:
    def format_as(bentuk: str) -> bytes:
        def ubah(paket: Paket) -> Paket:
            return restyle(paket, "Anggaran", "H7", format=bentuk) if bentuk else paket

        return change(TERISI, ubah, type_sel("Anggaran", {"H7": isi if bentuk != "#,##0.00" else BELANJA}))

    salah = look(format_as(bentuk)).find(kode)
    lagi = look(format_as("#,##0.00"))

    assert ("Anggaran", "H7", saran) == (salah.lembar, salah.sel, salah.saran)
    assert ([], BELANJA) == (lagi.berat, float(lagi.hasil.program[0].realisasi[0] or 0))
    assert ANGKA == list_angka(lagi.hasil)


@follow(BANDINGKAN)
def test_rumus_yang_tidak_dikenal_dibandingkan_dengan_buku_terbitannya() -> None:
    """By itself the book says nothing of that indikator; beside its issue the change is named, and the figure known."""
    isi = change(TERISI, edit_rumus("Capaian", "J8", r"ROUND\(", "FOO("))
    sendiri, berdampingan = look(isi, None), look(isi)

    assert BANDINGKAN in [t.saran for t in sendiri.temuan if (t.kode, t.lembar, t.sel) == ("KU51", "Capaian", "J8")]
    assert sendiri.hasil.indikator[1].capaian is None
    assert ["KU16"] == berdampingan.berat
    assert ANGKA == list_angka(berdampingan.hasil)


@follow(DI_BERKAS)
def test_rumus_formulir_yang_tidak_dihitung_di_sini_dihitung_programnya(tmp_path: Path) -> None:
    """I7 of the form divides what was typed for quarter IV by the target; a spreadsheet program has its functions."""
    pk = draw_isian(7)[0]
    ketik = draw_isi(pk, 1, 4)
    isi = fill(pk, ketik)
    (tmp_path / "a.xlsx").write_bytes(isi)
    temuan = look(isi, None).find("KU52")

    assert DI_BERKAS == temuan.saran
    assert f"{LEMBAR}!I7" in temuan.pesan
    target, capai = pk.indikator[0].target, ketik["isian_indikator_1_realisasi_4"][0][0]
    assert target is not None and target.angka is not None
    harap = float(str(capai)) / float(target.angka)
    assert abs(harap - float(str(recalc_ironcalc(tmp_path / "a.xlsx")[LEMBAR, "I7"]))) < 1e-9


@follow("Bandingkan dua buku dari kecamatan yang sama.")
def test_dua_buku_dari_kecamatan_yang_sama_dibandingkan(tmp_path: Path) -> None:
    a, lain, b = (VERSI / "medan-baru-terisi.xlsx", VERSI / "medan-kota.xlsx", tmp_path / "b.xlsx")
    b.write_bytes(change(TERISI, type_sel("Anggaran", {"H7": 5})))
    with expect_saran("Bandingkan dua buku dari kecamatan yang sama."):
        list_selisih(read_terhitung(a), read_terhitung(lain))

    (beda,) = (s for s in list_selisih(read_terhitung(a), read_terhitung(b)) if s.bagian == ISIAN)
    assert ("Anggaran", "H7", BELANJA, 5) == (beda.lembar, beda.sel, float(beda.semula), beda.menjadi)
