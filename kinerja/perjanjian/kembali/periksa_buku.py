"""Findings on the whole file: what does not belong into it, how it counts, which program saved it."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.hari import write_saat
from kinerja.perjanjian.kembali.kelompok import cut_teks
from kinerja.perjanjian.kembali.laporan import Banding
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.tabel.xml import is_ya
from kinerja.temuan import declare, join_kata


@declare(
    "KU31",
    Bobot.PERIKSA,
    "Berkas memuat makro, tautan, atau sambungan ke luar",
    "Jangan aktifkan isinya; tanyakan gunanya.",
)
def check_asing(n: Banding) -> Iterator[TemuanKumpul]:
    """What no workbook of ours holds."""
    for apa in n.datang.asing:
        if apa not in n.terbit.asing:
            yield n.report(f"Berkas ini memuat {apa}.", isi=("(tidak ada)", apa))


@declare(
    "KU32",
    Bobot.PERIKSA,
    "Tanggal dihitung sejak 1904",
    "Matikan sistem tanggal 1904 di pilihan Excel, lalu periksa setiap tanggal: semuanya bergeser empat tahun.",
)
def check_1904(n: Banding) -> Iterator[TemuanKumpul]:
    """Days are other days then."""
    if n.datang.sejak_1904 and not n.terbit.sejak_1904:
        yield n.report("Buku ini menghitung tanggal sejak 1904.", isi=("1900", "1904"))


@declare(
    "KU33",
    Bobot.PERIKSA,
    "Buku menghitung dengan angka yang tampak",
    "Pakai hasil yang dihitung ulang: angka di belakang koma mungkin sudah hilang dari isian.",
)
def check_ketelitian(n: Banding) -> Iterator[TemuanKumpul]:
    """Precision as displayed, which cuts off what was typed for good."""
    if not is_ya(n.datang.hitung.get("fullPrecision", "1")):
        yield n.report(
            "Buku ini menghitung dengan angka yang tampak, bukan angka penuhnya.", isi=("penuh", "yang tampak")
        )


@declare("KU34", Bobot.CATATAN, "Perhitungan otomatis dimatikan", "Pakai hasil yang dihitung ulang.")
def check_manual(n: Banding) -> Iterator[TemuanKumpul]:
    """What it shows may be of yesterday."""
    if n.datang.hitung.get("calcMode") == "manual":
        yield n.report("Perhitungan otomatis buku ini dimatikan.", isi=("otomatis", "manual"))


@declare("KU35", Bobot.CATATAN, "Proteksi lembar hilang", "Tidak perlu apa-apa: isinya tetap dibandingkan.")
def check_proteksi(n: Banding) -> Iterator[TemuanKumpul]:
    """Some programs lose it; what counts is what was changed."""
    hilang = [
        kini
        for asal, kini in n.peta.lembar.items()
        if n.terbit.lembar[asal].terkunci and not n.datang.lembar[kini].terkunci
    ]
    if hilang:
        semua = len(hilang) == sum(satu.terkunci for satu in n.terbit.lembar.values())
        di = "semua lembar" if semua else f"lembar {join_kata(hilang)}"
        yield n.report(f"Proteksi {di} hilang.", isi=("terkunci", "tidak terkunci"))


@declare("KU36", Bobot.CATATAN, "Disimpan ulang", "Tidak perlu apa-apa.")
def check_simpan(n: Banding) -> Iterator[TemuanKumpul]:
    """By which program, and when, as far as the file says."""
    if (n.datang.program, n.datang.disimpan) != (n.terbit.program, n.terbit.disimpan):
        semula, program = (cut_teks(buku.program.partition("$")[0]) for buku in (n.terbit, n.datang))
        waktu = write_saat(n.datang.disimpan) if n.datang.disimpan != n.terbit.disimpan else ""
        pesan = f"Disimpan ulang{waktu and f' pada {waktu}'} dengan {program or 'program yang tidak dikenal'}."
        yield n.report(pesan, isi=(semula, program) if program not in ("", semula) else ("", ""))
