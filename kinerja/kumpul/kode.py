"""Codes of findings on files as such: whose they are, which issue, how many of one kecamatan, what changed since."""

from __future__ import annotations

from kinerja.perjanjian.kembali.lapor import JenisKumpul
from kinerja.perjanjian.temuan_kumpul import Bobot

KU01 = JenisKumpul("KU01", Bobot.PERIKSA, "Berkas tidak dapat dibaca", "Minta berkasnya dikirim ulang.")
KU02 = JenisKumpul(
    "KU02", Bobot.BERUBAH, "Identitas berkas diubah", "Minta kecamatan mengisi buku yang diterbitkan untuknya."
)
KU03 = JenisKumpul(
    "KU03", Bobot.PERIKSA, "Identitas berkas hilang", "Tanyakan milik siapa; minta mengisi buku yang diterbitkan."
)
KU04 = JenisKumpul(
    "KU04", Bobot.PERIKSA, "Tidak ada terbitannya di register", "Periksa folder terbitan yang disebut dengan --terbit."
)
KU05 = JenisKumpul(
    "KU05",
    Bobot.PERIKSA,
    "Dari terbitan yang lebih lama",
    "Bila belum, pindahkan isiannya ke terbitan terakhir: kinerja buat --kecamatan KODE --isi-dari SUMBER.",
)
KU06 = JenisKumpul(
    "KU06", Bobot.PERIKSA, "Beberapa berkas dari satu kecamatan", "Pastikan berkas mana yang berlaku, hapus yang lain."
)
KU07 = JenisKumpul("KU07", Bobot.CATATAN, "Salinan berkas yang sama", "Tidak perlu apa-apa; dihitung sekali.")
KU09 = JenisKumpul(
    "KU09", Bobot.CATATAN, "Belum ada yang diisi", "Ingatkan kecamatan mengisinya; berkas ini tidak dihitung."
)
KU08 = JenisKumpul("KU08", Bobot.PERIKSA, "Isi milik kecamatan lain", "Tanyakan milik siapa berkas ini.")
KU60 = JenisKumpul(
    "KU60",
    Bobot.PERIKSA,
    "Angka triwulan lalu berubah",
    "Tanyakan sebabnya; bila keliru, minta dibetulkan dan dikirim lagi.",
)
KU61 = JenisKumpul(
    "KU61", Bobot.CATATAN, "Isian diperbarui", "Tanyakan bila tidak diduga; bila keliru, minta dikirim lagi."
)
KU62 = JenisKumpul("KU62", Bobot.PERIKSA, "Pemeriksaan di lembar Cek: PERIKSA", "Minta kecamatan membetulkannya.")
KU63 = JenisKumpul("KU63", Bobot.CATATAN, "Pemeriksaan di lembar Cek: BELUM", "Ingatkan kecamatan melengkapinya.")
KU64 = JenisKumpul("KU64", Bobot.CATATAN, "Dijelaskan oleh kecamatan", "Nilailah apakah penjelasannya dapat diterima.")
KU66 = JenisKumpul(
    "KU66", Bobot.CATATAN, "Kiriman triwulan sebelumnya", "Tidak perlu apa-apa; dipakai sebagai pembanding."
)
KU65 = JenisKumpul("KU65", Bobot.CATATAN, "Pola jawaban survei", "Tanyakan kepada kecamatan cara surveinya dijalankan.")
