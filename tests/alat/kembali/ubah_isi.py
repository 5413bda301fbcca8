"""Tampering that types something into a locked cell, or into an input what does not belong there."""

from __future__ import annotations

from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.kembali.ekstra import link_luar
from tests.alat.kembali.sel import Isi, Rumus
from tests.alat.kembali.ubahan import Langkah, Ubahan, at, chain, type_sel

B, P, C = Bobot.BERUBAH, Bobot.PERIKSA, Bobot.CATATAN


def _type(nama: str, lembar: str, sel: str, isi: Isi, apa: str, tingkat: Bobot = B) -> Ubahan:
    return Ubahan(nama, apa, at(lembar, sel), tingkat, type_sel(lembar, {sel: isi}))


HASIL = (
    _type("nik_diketik", "SKM", "Q18", 95.5, "NIK yang dikehendaki diketik menimpa rumusnya."),
    _type("nilai_sakip_diketik", "SAKIP", "C27", 82.4, "Nilai SAKIP diketik menimpa rumusnya."),
    _type("predikat_sakip_diketik", "SAKIP", "C28", "A", "Predikat SAKIP diketik menimpa rumusnya."),
    _type("subkomponen_dipakai_diketik", "SAKIP", "G9", 15, "Nilai subkomponen yang dipakai diketik menimpa rumusnya."),
    _type("realisasi_diketik", "Capaian", "H10", 100, "Realisasi pada Capaian diketik, bukan dari lembarnya."),
    _type("capaian_diketik", "Capaian", "J8", 120, "Capaian diketik menimpa rumusnya."),
    _type("kategori_diketik", "Capaian", "K9", "Sangat Tinggi", "Kategori diketik menimpa rumusnya."),
    _type("rerata_diketik", "Capaian", "J11", 101.25, "Rata-rata capaian diketik menimpa rumusnya."),
    _type("realisasi_triwulan_diketik", "Triwulan", "F16", 50, "Realisasi triwulan II diketik menimpa rumusnya."),
    _type("jumlah_realisasi_diketik", "Anggaran", "L7", 15435519078, "Jumlah belanja diketik menimpa rumusnya."),
    _type("anggaran_lampiran_diketik", "Lampiran", "D13", "9.000.000.000", "Anggaran di Lampiran diketik."),
)
TARGET = (
    _type("target_lampiran", "Lampiran", "E6", "B (76,61)", "Target diturunkan di Lampiran saja."),
    _type("target_capaian", "Capaian", "G8", 60, "Target diturunkan di Capaian saja."),
    _type("target_rencana_aksi", "Rencana Aksi", "E7", "B (76,61)", "Target diturunkan di Rencana Aksi saja."),
    _type("target_rumusan", "Rumusan", "C22", "CC (60,00)", "Target diturunkan di Rumusan saja."),
    _type("arah_dibalik", "Capaian", "E10", "makin rendah makin baik", "Arah indikator dibalik."),
    _type("indikator_diganti", "Lampiran", "C9", "Jumlah laporan", "Bunyi indikator diganti di Lampiran."),
)
PENYEBUT = (
    _type("target_kegiatan", "Manfaat", "D7", 5, "Target kegiatan pada daftar Manfaat dikecilkan."),
    _type("total_manfaat", "Manfaat", "D62", 930, "Total target yang tercantum diganti."),
    _type("kegiatan_diganti", "Manfaat", "B8", "Rapat koordinasi", "Nama kegiatan pada daftar Manfaat diganti."),
    _type("bobot_sakip", "SAKIP", "D9", 20, "Bobot subkomponen SAKIP dinaikkan."),
    _type("nilai_huruf", "SAKIP", "D41", 79, "Nilai huruf B pada tabel predikat dinaikkan."),
    _type("penimbang", "SKM", "O18", Rumus("1/8", 0.125), "Penimbang SKM dinaikkan dari 1/9 menjadi 1/8."),
)
CEK = (
    _type("cek_ok", "Cek", "D37", "OK", "OK diketik menimpa sebuah pemeriksaan."),
    _type("cek_skm_ok", "SKM", "K9", "OK", "OK diketik menimpa pemeriksaan satu responden."),
    _type("cek_hitung", "Cek", "D53", 0, "Banyaknya PERIKSA diketik nol."),
    _type("cek_ringkas", "Petunjuk", "C5", "Semua isian sudah benar.", "Ringkasan keadaan isian diketik."),
    _type("temuan_dihapus", "Cek", "B58", None, "Sebuah temuan pada data perjanjian dihapus."),
)
JENJANG = (
    _type("jenjang_rujukan", "Rujukan", "C7", "80,00 – 100,00", "Batas mutu A pada Rujukan diganti."),
    _type("jenjang_rumusan", "Rumusan", "G10", "80,00 – 100,00", "Batas mutu A pada Rumusan diganti."),
    _type("kategori_rujukan", "Rujukan", "A44", "≥ 75", "Batas kategori capaian pada Rujukan diganti."),
)
ANGGARAN = (
    _type("anggaran_terkunci", "Anggaran", "D7", 14000000000, "Anggaran perjanjian yang terkunci diganti."),
    _type("kode_program", "Anggaran", "B9", "7.01.09", "Kode sebuah program diganti."),
    _type("anggaran_jadi_teks", "Anggaran", "D8", "9695231719", "Anggaran terkunci dijadikan teks."),
    _type("anggaran_jadi_rumus", "Anggaran", "D9", Rumus("E9", 3326918203), "Anggaran terkunci dijadikan rumus."),
    _type("dpa_jadi_rumus", "Anggaran", "E7", Rumus("ROUND(D7*0.9,0)", 15435519078), "DPA dijadikan rumus.", P),
    Ubahan(
        "dpa_ke_berkas_lain",
        "DPA dijadikan tautan ke berkas lain; nilai yang tersimpan tetap.",
        at("Anggaran", "E8"),
        P,
        chain(link_luar(9695231719), type_sel("Anggaran", {"E8": Rumus("[1]Sheet1!A1", 9695231719)})),
    ),
    _type("program_diganti", "Anggaran", "C10", "PROGRAM LAIN", "Nama sebuah program diganti."),
)
NASKAH = (
    _type("jabatan_atasan", "Pernyataan", "C14", "SEKRETARIS DAERAH", "Jabatan penanda tangan diganti."),
    _type("nama_camat", "Pernyataan", "I4", "Nama Lain, S.STP", "Nama camat yang terkunci diganti."),
    _type("janji", "Pernyataan", "A17", "Pihak pertama berusaha mewujudkan target.", "Kalimat janji diganti."),
    _type("tahun_judul", "Lampiran", "A1", "PERJANJIAN KINERJA TAHUN 2023", "Tahun pada judul Lampiran diganti."),
    _type("teks_sel_kosong", "Capaian", "C13", "Capaian 105%", "Teks diketik di sel terkunci yang kosong.", P),
    _type("teks_dekat_hasil", "SKM", "P22", 4, "Angka diketik di sel terkunci yang kosong di sebelah hasil.", P),
    _type("benar_untuk_target", "Capaian", "G9", True, "TRUE diketik sebagai target."),
)


def _fill_survei() -> Langkah:
    satu: dict[str, Isi] = {f"{k}{r}": 4 for r in range(7, 407) for k in "BCDEFGHIJ"}
    return type_sel("SKM", satu)


SURVEI = (Ubahan("survei_karangan", "Empat ratus responden yang semuanya menjawab 4.", at("SKM"), C, _fill_survei()),)
DAFTAR = (*HASIL, *TARGET, *PENYEBUT, *CEK, *JENJANG, *ANGGARAN, *NASKAH, *SURVEI)
