"""The message to those who have not returned: plain text, as it is pasted into a chat."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.kumpul.halaman.teks import write_hari
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.rekap import BarisRekap, Rekap

TANPA_KABKOTA = "Kabupaten/kota tidak diketahui"


def list_belum(rekap: Rekap) -> tuple[tuple[str, tuple[BarisRekap, ...]], ...]:
    """Who has not returned, by kabupaten or kota, in the order of the recap."""
    semua: dict[str, list[BarisRekap]] = {}
    for b in rekap.belum:
        semua.setdefault(b.kabkota or TANPA_KABKOTA, []).append(b)
    return tuple((nama, tuple(baris)) for nama, baris in semua.items())


def write_pengingat(rekap: Rekap, baris: Sequence[BarisRekap]) -> str:
    """The message about one kecamatan or about several of one kabupaten or kota; ends without a newline."""
    buku = f"buku kerja Perjanjian Kinerja tahun {rekap.tahun} ({rekap.jenis})"
    sampai = f" sampai triwulan {TRIWULAN[rekap.sampai - 1]}" if rekap.sampai else ""
    nama = [_join(b.kecamatan) for b in baris]
    if len(nama) == 1:
        sapaan = f"Yth. Bapak/Ibu Camat {nama[0]}"
        pokok = f"Sampai {write_hari(rekap.hari)} {buku} Kecamatan {nama[0]} belum kami terima."
    else:
        wilayah = f" se-{_join(baris[0].kabkota)}" if baris[0].kabkota else ""
        sapaan = f"Yth. Bapak/Ibu Camat{wilayah}"
        daftar = "\n".join(f"{i}. {satu}" for i, satu in enumerate(nama, 1))
        pokok = (
            f"Sampai {write_hari(rekap.hari)} {buku} dari {len(nama)} kecamatan berikut belum kami terima:\n{daftar}"
        )
    minta = (
        f"Mohon buku kerja yang dahulu kami kirim diisi{sampai} lalu dikirim kembali kepada kami sebagai berkas Excel."
    )
    return f"{sapaan},\n\n{pokok}\n\n{minta} Bila sudah dikirim, abaikan pesan ini. Terima kasih."


def _join(teks: str) -> str:
    """A name on one line."""
    return " ".join(teks.split())
