"""Findings on what hides or covers what stands in cells."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.perjanjian.kembali.laporan import Banding
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.temuan import declare


@declare(
    "KU28", Bobot.PERIKSA, "Isi sel tidak terbaca mata", "Ubah warna, ukuran, atau format angkanya, lalu lihat isinya."
)
def check_samar(n: Banding) -> Iterator[TemuanKumpul]:
    """Letters of the colour of their ground, too small, or a format that shows nothing."""
    return n.report_sel(n.beda.samar, lambda _: "Isi sel disamarkan dengan warna, ukuran huruf, atau format angka.")


@declare(
    "KU29", Bobot.PERIKSA, "Format angka memperlihatkan nilai lain", "Kembalikan format angkanya, lalu lihat nilainya."
)
def check_menyamar(n: Banding) -> Iterator[TemuanKumpul]:
    """Formats that write figures or words of their own, or leave out thousands."""
    return n.report_sel(n.beda.menyamar, lambda _: "Format angka sel ini memperlihatkan lain dari nilainya.")


@declare(
    "KU30",
    Bobot.PERIKSA,
    "Gambar, kotak teks, atau komentar ditambahkan",
    "Lihat lembarnya, lalu hapus gambar atau kotak teks yang menutupi angka.",
)
def check_gambar(n: Banding) -> Iterator[TemuanKumpul]:
    """On a sheet that had none."""
    for asal, kini in n.peta.lembar.items():
        if n.datang.lembar[kini].gambar and not n.terbit.lembar[asal].gambar:
            pesan = "Ada gambar, kotak teks, atau komentar yang tidak diterbitkan."
            yield n.report(pesan, (kini, ""), ("(tidak ada)", "ada"))
