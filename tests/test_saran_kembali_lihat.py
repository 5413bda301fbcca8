"""What is to be looked at, asked about or left alone: what a finding says of it holds, and it may go as it came."""

from __future__ import annotations

import pytest

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.kembali.ekstra import link_luar
from tests.alat.kembali.paket import BUKU, Paket, open_paket
from tests.alat.kembali.ubah import DAFTAR
from tests.alat.kembali.ubah_nama import find_nama
from tests.alat.kembali.ubahan import read_nilai, type_sel
from tests.alat.program import AKAR
from tests.alat.saran import follow, match_saran
from tests.saran_kembali import ANGKA, TERISI, change, list_angka, look

UBAHAN = {u.nama: u for u in DAFTAR}
NAMA = "Lihat isi nama itu, dan tanyakan gunanya."
SEL = "Lihat selnya: catatan boleh dibiarkan, angka yang memengaruhi hasil tidak."
LARIK = "Bandingkan hasilnya dengan yang dihitung ulang."
BUKTI = "Minta bukti angkanya, lalu ganti rumus itu dengan angka yang terbukti."
ASING = "Jangan aktifkan isinya; tanyakan gunanya."
KUNCI = "Tidak perlu apa-apa: isinya tetap dibandingkan."


@follow(NAMA)
def test_isi_nama_tersembunyi_tampak_pada_temuannya_dan_tidak_mengubah_hasil() -> None:
    isi = UBAHAN["nama_tersembunyi"].apply(TERISI)
    temuan = look(isi).find("KU12")

    assert match_saran(NAMA, temuan.saran)
    assert '"NIK sebenarnya 71,20"' == temuan.datang
    assert ANGKA == list_angka(look(isi).hasil)

    def drop(paket: Paket) -> Paket:
        akar = paket.tree(BUKU)
        satu = find_nama(akar, "simpanan")
        satu.getparent().remove(satu)
        return paket.put_tree(BUKU, akar)

    assert [] == look(change(isi, drop)).berat


@follow(SEL)
def test_catatan_boleh_dibiarkan_dan_angka_yang_dibaca_rumus_dihapus() -> None:
    """Each block of Rencana Aksi counts what is written in J10:M10 as well."""
    catatan = look(change(TERISI, type_sel("Rencana Aksi", {"C40": "catatan"})))
    isi = change(TERISI, type_sel("Rencana Aksi", {"J10": 5}))
    angka = look(isi)

    assert all(match_saran(SEL, satu.find("KU15").saran) for satu in (catatan, angka))
    assert (Bobot.PERIKSA, Bobot.BERUBAH) == (catatan.find("KU15").tingkat, angka.find("KU15").tingkat)
    assert ANGKA == list_angka(catatan.hasil)
    hapus = look(change(isi, type_sel("Rencana Aksi", {"J10": None})))
    assert ([], ANGKA) == (hapus.berat, list_angka(hapus.hasil))


@follow(LARIK)
def test_hasil_rumus_larik_sama_dengan_yang_dihitung_ulang() -> None:
    """J10 of Capaian is the third indikator but one: its value came with the file, and is computed again here."""
    isi = UBAHAN["rumus_larik"].apply(TERISI)
    dibaca = look(isi)
    temuan = dibaca.find("KU18")
    paket = open_paket(isi)

    assert (True, "Capaian", "J10") == (match_saran(LARIK, temuan.saran), temuan.lembar, temuan.sel)
    tersimpan = read_nilai(paket, paket.get_lembar("Capaian"), "J10")
    assert isinstance(tersimpan, float)
    assert round(tersimpan, 6) == list_angka(dibaca.hasil)[6] == ANGKA[6]


@follow(BUKTI)
def test_angka_yang_terbukti_menggantikan_tautan_ke_berkas_lain() -> None:
    isi = UBAHAN["dpa_ke_berkas_lain"].apply(TERISI)
    assert match_saran(BUKTI, look(isi).find("KU20").saran)
    terbukti = change(isi, type_sel("Anggaran", {"E8": 9695231719}))

    assert "KU20" not in look(terbukti).kode
    assert 9695231719 == look(terbukti).hasil.program[1].dpa
    assert ANGKA == list_angka(look(terbukti).hasil)


@follow(ASING)
def test_tautan_ke_luar_tidak_diaktifkan_untuk_membacanya() -> None:
    """The link says 5 where the book says nothing: nobody asks it."""
    isi = change(TERISI, link_luar(5))
    dibaca = look(isi)

    assert match_saran(ASING, dibaca.find("KU31").saran)
    assert ANGKA == list_angka(dibaca.hasil)
    assert "KU31" not in look(TERISI).kode


@follow(KUNCI)
def test_tanpa_kunci_pun_setiap_perubahan_disebut() -> None:
    isi = UBAHAN["kunci_dibuka"].apply(TERISI)
    dibaca = look(isi)

    assert match_saran(KUNCI, dibaca.find("KU35").saran)
    assert ([], ANGKA) == (dibaca.berat, list_angka(dibaca.hasil))
    assert ["KU17"] == look(UBAHAN["nik_diketik"].apply(isi)).berat


@follow("Tidak perlu apa-apa.")
@pytest.mark.parametrize("program", ["libreoffice", "openpyxl", "gnumeric"])
def test_yang_disimpan_ulang_program_lain_tetap_buku_yang_sama(program: str) -> None:
    dibaca = look((AKAR / "tests" / "kasus" / "simpan-ulang" / f"{program}.xlsx").read_bytes())

    assert "Tidak perlu apa-apa." == dibaca.find("KU36").saran
    assert ([], ANGKA) == (dibaca.berat, list_angka(dibaca.hasil))
