"""`kinerja kumpul`: filled workbooks collected, checked against what was issued, kept in the register."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TYPE_CHECKING

from kinerja.berkas import HASIL
from kinerja.bilangan import format_angka
from kinerja.cli import layar
from kinerja.cli.argumen import bulat, read_path, saat_ini
from kinerja.errors import MasukanError
from kinerja.perintah import write_perintah

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja.kumpul.kumpulan import Kumpulan
    from kinerja.kumpul.periksa import BukuKumpul
    from kinerja.perjanjian.temuan_kumpul import TemuanKumpul

MAKS_TABEL = 200
"""Files that are listed; of more, nobody reads the list."""
MAKS_TEMUAN = 12
"""Findings of a file that are shown; all stand in the JSON and in the recap."""
SEBUT = 5
"""Names in a sentence."""


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "kumpul",
        help="kumpulkan buku kerja yang sudah diisi, bandingkan dengan yang diterbitkan",
        description="Mengumpulkan buku kerja yang kembali dari kecamatan: folder, zip, atau berkas satu per satu.\n"
        "Setiap berkas dikenali dari identitasnya (bukan dari nama berkasnya), dibandingkan dengan yang diterbitkan,\n"
        "isiannya diperiksa, dan hasilnya dihitung ulang. Berkas dan isiannya disimpan di register, sehingga triwulan\n"
        "ini dapat dibandingkan dengan yang lalu. Rekapnya: kinerja rekap.",
        epilog="Aman diulang: berkas yang sama dihitung sekali. Tidak ada berkas yang diubah.\n"
        "Contoh: kinerja kumpul kiriman-tw2 --terbit hasil\n"
        "Kode keluar: 0 semua diterima; 1 ada yang berubah atau perlu diperiksa; 2 tidak dapat dijalankan.",
    )
    p.add_argument("sumber", metavar="SUMBER", type=read_path, nargs="+", help="folder, zip, atau berkas .xlsx")
    p.add_argument(
        "--terbit",
        metavar="FOLDER",
        type=read_path,
        default=HASIL,
        help="folder terbitan, tujuan kinerja buat (bawaan: hasil)",
    )
    p.add_argument("--register", metavar="BERKAS", type=read_path, help="register terbitan (bawaan: di folder itu)")
    p.add_argument("--proses", metavar="N", type=bulat(1, 64), help="banyaknya proses (bawaan: sebanyak inti komputer)")
    p.add_argument(
        "--ganti",
        action="store_true",
        help="berkas-berkas ini menggantikan yang dikumpulkan sebelumnya, walaupun lebih lama atau kurang terisi",
    )
    p.add_argument("--json", action="store_true", help="semua hasil dan temuan sebagai JSON")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Collect, show what came and what was found."""
    from kinerja.kumpul import find_kiriman, open_kumpul
    from kinerja.kumpul.pengumpulan import collect_kiriman
    from kinerja.kumpul.periksa import StatusBerkas
    from kinerja.kumpul.proses import CaraKumpul

    kiriman, waktu = find_kiriman(args.sumber), saat_ini()
    with open_kumpul(args.terbit, args.register, waktu, layar.say) as buku_register:
        semua = layar.follow(kiriman, None, "Mengumpulkan")
        kumpulan = collect_kiriman(
            semua,
            buku_register,
            args.terbit,
            waktu=waktu,
            cara=CaraKumpul(args.proses, args.ganti, args.json),
        )
    if args.json:
        layar.print_json(kumpulan.to_dict())
    else:
        for buku in kumpulan.buku:
            _show_temuan(buku)
    _show_tabel(kumpulan)
    for nama, apa in kumpulan.lewat:
        layar.say(f"{nama} dilewati: {apa}.")
    if not kumpulan.buku:
        raise MasukanError(
            "Tidak ada buku kerja di sumber itu.", saran="Periksa foldernya; yang dikumpulkan berkas .xlsx atau zip."
        )
    _say_jumlah(kumpulan, args)
    return int(any(b.status is not StatusBerkas.DITERIMA for b in kumpulan.buku))


def _show_temuan(buku: BukuKumpul) -> None:
    """The findings of a file, gravest first."""
    from kinerja.perjanjian.temuan_kumpul import Bobot

    temuan = sorted(buku.temuan, key=lambda t: list(Bobot).index(t.tingkat))
    baris = [_write_temuan(t) for t in temuan[:MAKS_TEMUAN]]
    if (lebih := len(temuan) - MAKS_TEMUAN) > 0:
        baris.append(f"  … dan {lebih} temuan lagi.")
    if baris:
        siapa = f" ({buku.kode} {buku.kecamatan})" if buku.kode else ""
        layar.print_data("\n".join([f"{buku.berkas}{siapa}", *baris]), sys.stdout)


def _write_temuan(t: TemuanKumpul) -> str:
    from kinerja.kumpul.kode import KU60

    tempat = f"{t.lembar}!{t.sel}" if t.lembar and t.sel else t.lembar
    semula = "dahulu" if t.kode == KU60.kode else "terbit"
    isi = "; ".join(f"{apa}: {teks}" for apa, teks in ((semula, t.terbit), ("datang", t.datang)) if teks)
    beda = f" [{isi}]" if isi else ""
    letak = f"  {tempat}" if tempat else ""
    return f"  {t.tingkat} {t.kode}{letak}\n    {t.ringkas}{beda} {t.saran}".rstrip()


def _show_tabel(kumpulan: Kumpulan) -> None:
    if not kumpulan.buku or len(kumpulan.buku) > MAKS_TABEL:
        return
    from kinerja.perjanjian.temuan_kumpul import Bobot

    kepala = ("Kode", "Kecamatan", "Berkas", "Status", "Dihitung", "Triwulan", "Berubah", "Periksa", "Catatan")
    baris = []
    for b in kumpulan.buku:
        banyak = Counter(t.tingkat for t in b.temuan)
        angka = [str(banyak[t]) for t in Bobot]
        baris.append(
            (b.kode, b.kecamatan, b.berkas, str(b.status), "ya" if b.berlaku else "tidak", str(b.triwulan), *angka)
        )
    layar.show_table(kepala, baris, kanan=kepala[5:])


def _say_jumlah(kumpulan: Kumpulan, args: argparse.Namespace) -> None:
    """How many came, who is missing, and what comes next."""
    status = Counter(str(b.status) for b in kumpulan.buku)
    jumlah = ", ".join(f"{format_angka(n, 0)} {nama}" for nama, n in status.items()) or "tidak ada buku kerja"
    layar.say(f"{format_angka(len(kumpulan.buku), 0)} berkas: {jumlah}.")
    if kumpulan.belum:
        nama = _name(sorted({t.nama for t in kumpulan.belum}))
        layar.say(f"{format_angka(len(kumpulan.belum), 0)} belum kembali: {nama}.")
    if kumpulan.buku:
        pilihan = ["--register", str(args.register)] if args.register else []
        layar.say(f"Rekap dan pesan pengingatnya: {write_perintah(['kinerja', 'rekap', str(args.terbit), *pilihan])}")


def _name(semua: Sequence[str]) -> str:
    lebih = f", dan {len(semua) - SEBUT} lagi" if len(semua) > SEBUT else ""
    return ", ".join(semua[:SEBUT]) + lebih
