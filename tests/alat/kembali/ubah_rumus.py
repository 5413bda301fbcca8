"""Tampering inside a formula that stays a formula."""

from __future__ import annotations

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.kembali.paket import Paket
from tests.alat.kembali.sel import Rumus, find_sel, put_sel
from tests.alat.kembali.ubahan import Ubahan, at, edit_rumus, read_nilai

B, P = Bobot.BERUBAH, Bobot.PERIKSA


def _edit(nama: str, tempat: str, pola: str, ganti: str, apa: str, tingkat: Bobot = B) -> Ubahan:
    lembar, _, sel = tempat.partition("!")
    return Ubahan(nama, apa, at(lembar, sel), tingkat, edit_rumus(lembar, sel, pola, ganti))


def _make_larik(paket: Paket) -> Paket:
    bagian, sel = paket.get_lembar("Capaian"), "J10"
    rumus = find_sel(paket.bagian[bagian], sel).rumus or ""
    larik = Rumus(rumus, read_nilai(paket, bagian, sel), {"t": "array", "ref": sel})
    return paket.put(bagian, put_sel(paket.bagian[bagian], {sel: larik}))


DAFTAR = (
    # Programs may write 88.31 as 88.3099999999999999978.
    _edit("batas_mutu", "SKM!R18", r"88\.3\d+", "85", "Batas mutu A di dalam rumus diturunkan."),
    _edit("batas_predikat", "SAKIP!C28", "C27>80", "C27>65", "Batas predikat A di dalam rumus diturunkan."),
    _edit("batas_kategori", "Capaian!K8", "J8>90", "J8>60", "Batas kategori di dalam rumus diturunkan."),
    _edit("bulat_dibuang", "Capaian!J8", r"ROUND\((H8/G8\*100),2\)", r"\1", "ROUND dibuang dari rumus capaian."),
    _edit("bulat_diganti", "SKM!Q18", r"ROUND\(", "ROUNDUP(", "ROUND diganti ROUNDUP pada rumus NIK."),
    _edit("jumlah_dipotong", "Anggaran!D13", r"SUM\(D7:D12\)", "SUM(D7:D11)", "Rentang jumlah dipendekkan."),
    _edit("penyebut_manfaat", "Manfaat!I60", r"/SUM\(D28:D58\)", "/SUM(D28:D40)", "Penyebut Manfaat dipendekkan."),
    _edit("penyebut_trantibum", "Trantibum!C27", r"/SUM\(C7:C18\)", "/SUM(D7:D18)", "Penyebut Trantibum diganti."),
    _edit("acuan_baris_lain", "Capaian!J9", "H9/G9", "H7/G9", "Rumus capaian mengacu ke baris lain."),
    _edit("acuan_mutlak", "SKM!O7", r"\$B\$7:\$B\$406", "B7:B406", "Acuan mutlak dijadikan relatif.", P),
    _edit("ditambah_angka", "Capaian!H8", "hasil_sakip_nilai", "hasil_sakip_nilai+10", "Realisasi ditambah sepuluh."),
    _edit("diganti_nama_lain", "Capaian!H9", "hasil_manfaat_persen", "hasil_sakip_nilai", "Realisasi dari nama lain."),
    _edit("kolom_lampiran", "Lampiran!D12", r"\$D\$7", "$E$7", "Anggaran di Lampiran diambil dari kolom DPA."),
    _edit("cek_tak_pernah_periksa", "Cek!D37", '"PERIKSA"', '"OK"', "Sebuah pemeriksaan tidak dapat lagi PERIKSA."),
    _edit("cek_dihitung_sebagian", "Cek!D53", "D7:D51", "D7:D20", "PERIKSA dihitung dari sebagian baris saja."),
    _edit("nol_dianggap_kosong", "Trantibum!F7", "C7>=0", "C7>=-9", "Syarat isian di dalam rumus dilonggarkan."),
    Ubahan("rumus_larik", "Rumus capaian dijadikan rumus larik.", at("Capaian", "J10"), P, _make_larik),
)
