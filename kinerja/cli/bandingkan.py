"""`kinerja bandingkan`: two workbooks of one kecamatan, and in what they differ."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.bilangan import format_angka
from kinerja.cli import layar
from kinerja.cli.argumen import hari_ini, read_path, refuse_jika
from kinerja.cli.keluar import check_keluar
from kinerja.cli.nilai import to_data

if TYPE_CHECKING:
    from kinerja.perjanjian.kembali.beda_buku import Selisih
    from kinerja.perjanjian.kembali.terhitung import Terhitung

TERBANYAK = 20
"""Differences of a group that the screen shows."""
BORONGAN = 200
"""Differences of a group on one sheet (answers of a survey) from which on the screen only counts them."""


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    p = sub.add_parser(
        "bandingkan",
        help="bandingkan dua buku kerja satu kecamatan: target, anggaran, kata-kata, isian, hasil",
        description="Membandingkan dua buku kerja perjanjian dari satu kecamatan: dua terbitan, dua kiriman, terbitan\n"
        "dan kirimannya, atau murni dan perubahannya. Baris dicocokkan menurut apa isinya (kode program, nama\n"
        "indikator), bukan menurut letaknya; hasil dihitung ulang dari isian, bukan diambil dari berkas.",
        epilog="Contoh: kinerja bandingkan hasil/12.71.17-medan-baru.xlsx kiriman.xlsx --keluar beda.xlsx\n"
        "Kode keluar: 0 sama; 1 berbeda; 2 tidak dapat dijalankan.",
    )
    p.add_argument("semula", metavar="SEMULA", type=read_path, help="buku kerja yang pertama: .xlsx")
    p.add_argument("menjadi", metavar="MENJADI", type=read_path, help="buku kerja yang kedua: .xlsx")
    p.add_argument("--lengkap", action="store_true", help=f"tampilkan semuanya (bawaan: {TERBANYAK} setiap bagian)")
    p.add_argument("--json", action="store_true", help="semua perbedaan sebagai JSON")
    p.add_argument("--keluar", metavar="BERKAS", type=read_path, help="tulis juga sebagai buku kerja .xlsx")
    p.add_argument("--timpa", action="store_true", help="ganti juga berkas lain atau yang diubah; yang lama ke lama/")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare, show, write."""
    from kinerja.perjanjian.kembali.beda_buku import list_selisih
    from kinerja.perjanjian.kembali.terhitung import read_terhitung
    from workbook_templates.banding_buku import JUDUL

    refuse_jika(
        args.lengkap and args.json, "--lengkap tidak berarti bersama --json.", "Hapus --lengkap; JSON memuat semuanya."
    )
    refuse_jika(args.timpa and args.keluar is None, "--timpa hanya berarti bersama --keluar.", "Hapus pilihan itu.")
    if args.keluar is not None:
        check_keluar(args.keluar, [args.semula, args.menjadi], JUDUL, timpa=args.timpa)
    sebut = (str(args.semula), str(args.menjadi)) if args.semula.name == args.menjadi.name else ("", "")
    a, b = read_terhitung(args.semula, sebut[0]), read_terhitung(args.menjadi, sebut[1])
    beda = list_selisih(a, b)
    if args.keluar is not None:
        _write(args.keluar, a, b, beda, timpa=args.timpa)
    if args.json:
        layar.print_json(_to_dict(a, b, beda))
    else:
        _show(beda, lengkap=args.lengkap)
    _say(a, b, beda)
    _say_tanpa_rumus(a, b)
    return int(bool(beda))


def _show(beda: Sequence[Selisih], *, lengkap: bool) -> None:
    """The differences by group: what, where, what was and what is."""
    from kinerja.perjanjian.kembali.kelompok import UTUH, write_nilai

    for bagian, milik in groupby(beda, lambda s: s.bagian):
        semua = list(milik)
        layar.print_data(f"{bagian}: {len(semua)} perbedaan")
        borongan = {} if lengkap else _find_borongan(semua)
        satuan = [s for s in semua if s.lembar not in borongan]
        for s in satuan if lengkap else satuan[:TERBANYAK]:
            letak = f"{s.lembar} {s.sel}".strip()
            selisih = "" if s.beda is None else f" (beda {write_nilai(s.beda)})"
            ubah = f"{write_nilai(s.semula, UTUH)} → {write_nilai(s.menjadi, UTUH)}"
            layar.print_data(f"  {s.apa} [{letak}]\n    {ubah}{selisih}")
        for lembar, isi in borongan.items():
            layar.print_data(f"  {lembar}: {len(isi)} sel berbeda [mulai {isi[0].sel}]")
        if borongan or (len(satuan) > TERBANYAK and not lengkap):
            sisa = max(0, len(satuan) - TERBANYAK) + sum(map(len, borongan.values()))
            layar.print_data(f"  … dan {sisa} lagi; tambahkan --lengkap untuk melihat semuanya.")


def _find_borongan(semua: Sequence[Selisih]) -> dict[str, list[Selisih]]:
    """Sheets that differ in so many cells that nobody reads them one by one."""
    hasil: dict[str, list[Selisih]] = {}
    for s in semua:
        hasil.setdefault(s.lembar, []).append(s)
    return {lembar: isi for lembar, isi in hasil.items() if len(isi) >= BORONGAN}


def _say(a: Terhitung, b: Terhitung, beda: Sequence[Selisih]) -> None:
    from kinerja.alamat import show_nama

    pasang = f"{show_nama(a.buku.tempat)} dan {show_nama(b.buku.tempat)}"
    if not beda:
        layar.say(f"{pasang} sama: tidak ada perbedaan target, anggaran, kata-kata, isian, atau hasil.")
        return
    jumlah = ", ".join(f"{bagian} {n}" for bagian, n in _count(beda).items() if n)
    layar.say(f"{a.identitas.sebutan}: {pasang} berbeda dalam {len(beda)} hal: {jumlah}.")


def _say_tanpa_rumus(a: Terhitung, b: Terhitung) -> None:
    """Results that were typed are compared as they stand: nothing recomputes them."""
    from kinerja.alamat import show_nama
    from kinerja.perjanjian.kembali.tanpa_rumus import list_tanpa_rumus

    for t in (a, b):
        for satu in list_tanpa_rumus(t.buku):
            layar.say(f"{show_nama(t.buku.tempat)}: {satu.pesan}")


def _count(beda: Sequence[Selisih]) -> dict[str, int]:
    from kinerja.perjanjian.kembali.beda_buku_butir import BAGIAN

    return {bagian: sum(s.bagian == bagian for s in beda) for bagian in BAGIAN}


def _to_dict(a: Terhitung, b: Terhitung, beda: Sequence[Selisih]) -> dict[str, object]:
    """Whose the workbooks are, how many differences, and each."""
    from kinerja.perjanjian.kembali.tanpa_rumus import list_tanpa_rumus

    milik = {
        nama: {
            "berkas": t.buku.tempat,
            **to_data(t.identitas),
            "tanpa_rumus": [satu.to_dict() for satu in list_tanpa_rumus(t.buku)],
        }
        for nama, t in (("semula", a), ("menjadi", b))
    }
    return {**milik, "sama": not beda, "jumlah": _count(beda), "selisih": to_data(beda)}


def _write(path: Path, a: Terhitung, b: Terhitung, beda: Sequence[Selisih], *, timpa: bool) -> None:
    """The differences as a workbook.

    Raises:
        BerkasError: the file cannot or must not be written.
    """
    from kinerja.perjanjian.kembali.beda_buku_butir import BAGIAN, to_layak
    from kinerja.terbit.keluaran import make_room, write_workbook
    from workbook_templates.banding_buku import JUDUL, Bahan, BarisBeda, build_banding

    hari = hari_ini()
    sisi = [(to_layak(t.buku.tempat), f"{t.identitas.jenis} {t.identitas.tahun}", t.identitas.versi) for t in (a, b)]
    baris = [BarisBeda(s.bagian, s.apa, s.lembar, s.sel, _to_sel(s.semula), _to_sel(s.menjadi)) for s in beda]
    tanggal = hari.year, hari.month, hari.day
    buku = build_banding(Bahan(a.identitas.sebutan, sisi[0], sisi[1], BAGIAN, baris, tanggal))
    pindah = make_room(path, JUDUL, timpa=timpa, hari=hari)
    write_workbook(buku, path)
    if pindah:
        layar.say(f"{path.name} yang lama dipindahkan ke {pindah}.")
    layar.say(f"{path} ditulis: {format_angka(len(beda), 0)} perbedaan.")


def _to_sel(nilai: object) -> str | int | float | None:
    """A value as a cell of the sheet holds it."""
    from kinerja.perjanjian.kembali.kelompok import write_nilai
    from kinerja.workbook.eksak import BILANGAN, to_tampak

    if nilai is None or isinstance(nilai, str):
        return nilai
    return to_tampak(nilai) if type(nilai) in BILANGAN else write_nilai(nilai)
