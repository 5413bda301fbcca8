"""`kinerja templat`: an example of the office's own form, and what a form would show before anything is written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.alamat import a1, name_kotak
from kinerja.bilangan import format_angka
from kinerja.cli import layar
from kinerja.cli.argumen import hari_ini, read_path, refuse_jika
from kinerja.cli.data import add_kecamatan, read_perjanjian
from kinerja.errors import BanyakError, BerkasError, DataError
from kinerja.perintah import write_perintah

if TYPE_CHECKING:
    from kinerja.formulir.baca import Formulir
    from kinerja.formulir.hilang import Hilang
    from kinerja.formulir.nama import NamaForm
    from kinerja.perjanjian.model import PerjanjianKinerja

TAMPIL = 60
"""Letters of a value on the screen; all of them stand in the JSON."""
HALAMAN = "halaman"
"""Stands for a cell where a name is in the head or foot of a page."""
KOSONG = "(kosong)"
DIKETIK = "(diketik kecamatan)"


def register(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and what it can do."""
    p = sub.add_parser(
        "templat",
        help="formulir milik kantor: buat contohnya, atau periksa sebelum diisi dengan buat --templat",
        description="Formulir milik kantor yang diisi dengan kinerja buat --templat FORMULIR.xlsx.",
    )
    aksi = p.add_subparsers(title="aksi", metavar="AKSI", required=True)
    contoh = aksi.add_parser(
        "contoh",
        help="buat formulir contoh, dengan semua nama yang boleh dipakai",
        epilog="Kode keluar: 0 berkas dibuat; 2 tidak dapat dijalankan, atau berkas sudah ada dan sudah diubah.",
    )
    _add_data(contoh)
    nama = Path("formulir-contoh.xlsx")
    contoh.add_argument("--keluar", metavar="BERKAS", type=read_path, default=nama, help=f"bawaan: {nama}")
    contoh.add_argument("--timpa", action="store_true", help="ganti juga berkas yang diubah; yang lama ke lama/")
    contoh.set_defaults(run=run_contoh)
    periksa = aksi.add_parser(
        "periksa",
        help="tampilkan setiap nama dan isinya, baris yang berulang, isian, dan yang akan hilang",
        description="Memeriksa formulir tanpa menulis apa pun: setiap nama dengan selnya dan apa yang akan tampil\n"
        "untuk satu kecamatan, baris yang berulang, sel yang diketik kecamatan, dan isi formulir yang akan hilang.",
        epilog="Kode keluar: 0 formulir dapat dipakai; 1 ada yang akan hilang atau tidak punya tempat; 2 tidak dapat\n"
        "dipakai.",
    )
    periksa.add_argument("formulir", metavar="FORMULIR", type=read_path, help="formulir .xlsx milik kantor")
    _add_data(periksa)
    add_kecamatan(periksa)
    periksa.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    periksa.set_defaults(run=run_periksa)


def _add_data(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "--data",
        metavar="SUMBER",
        type=read_path,
        help="data induk: .xlsx, .toml, atau folder berisi CSV (bawaan: Kota Medan 2024)",
    )


def run_contoh(args: argparse.Namespace) -> int:
    """Write the example, never over what somebody has changed."""
    from kinerja.berkas import write_atomic
    from kinerja.formulir.contoh import JUDUL, choose_contoh, make_contoh
    from kinerja.terbit.keluaran import make_room

    if args.keluar.suffix.casefold() != ".xlsx":
        raise BerkasError("Nama berkas harus berakhiran .xlsx.", tempat=str(args.keluar))
    isi = make_contoh(choose_contoh(read_perjanjian(args.data, [])))
    pindah = make_room(args.keluar, JUDUL, timpa=args.timpa, hari=hari_ini())
    write_atomic(args.keluar, isi)
    if pindah:
        layar.say(f"{args.keluar.name} yang lama dipindahkan ke {pindah}.")
    perintah = write_perintah(["kinerja", "templat", "periksa", str(args.keluar)])
    layar.say(f"{args.keluar} dibuat. Ubah seperlunya, lalu jalankan: {perintah}")
    return 0


def run_periksa(args: argparse.Namespace) -> int:
    """Show what a form would become; nothing is written."""
    from kinerja.cli.formulir import open_formulir
    from kinerja.formulir.isi import fill_formulir

    perjanjian = read_perjanjian(args.data, args.kecamatan)
    refuse_jika(len(perjanjian) > 1 and args.kecamatan, "--kecamatan di sini hanya satu.", "Sebutkan satu kode.")
    pk = perjanjian[0]
    try:
        formulir = open_formulir(args.formulir, pk.pada)
        buku = fill_formulir(formulir, pk)
    except DataError as galat:
        return _refuse(args, galat)
    hilang = list_hilang(formulir.asli, formulir.berkas)
    isian = _list_isian(buku.isi, formulir.berkas)
    if args.json:
        layar.print_json(
            _make_dict(args.formulir, hilang)
            | {
                "kecamatan": pk.kecamatan.kode,
                "nama": list(_list_nama(formulir, pk)),
                "ulangan": list(_list_ulangan(formulir, pk)),
                "isian": isian,
                "temuan": [t.to_dict() for t in buku.temuan],
            }
        )
    else:
        _show_nama(formulir, pk, isian)
        _show_hilang(hilang)
        layar.show_temuan([(t, t.tempat) for t in buku.temuan], sys.stdout)
        semua = buku.terhitung + buku.tak_terhitung
        layar.say(
            f"{format_angka(semua, 0)} rumus dalam buku yang terisi; {buku.tak_terhitung} baru dihitung saat dibuka."
        )
    return 1 if hilang else layar.choose_kode(buku.temuan)


def _make_dict(path: Path, hilang: Sequence[Hilang], galat: Sequence[DataError] = ()) -> dict[str, object]:
    """What a program reads; of a form that cannot be used, only what is wrong and what would be lost."""
    return {
        "berkas": path.name,
        "kecamatan": "",
        "nama": [],
        "ulangan": [],
        "isian": [],
        "hilang": [{"apa": h.apa, "lembar": h.lembar, "sel": h.sel, "banyak": h.banyak} for h in hilang],
        "temuan": [],
        "galat": [{"tempat": g.tempat, "pesan": g.pesan, "saran": g.saran} for g in galat],
    }


def _refuse(args: argparse.Namespace, galat: DataError) -> int:
    """All that is wrong, and what would be lost of a form that can at least be opened.

    Raises:
        DataError: what is wrong, where no program reads it.
    """
    from kinerja.tabel.pintu import read_bita

    hilang: tuple[Hilang, ...] = ()
    with suppress(DataError):  # then that is wrong, and told already
        hilang = list_hilang(read_bita(args.formulir), args.formulir.name)
    if not args.json:
        _show_hilang(hilang)
        raise galat
    layar.print_json(_make_dict(args.formulir, hilang, galat.semua if isinstance(galat, BanyakError) else [galat]))
    return 2


def _list_nama(formulir: Formulir, pk: PerjanjianKinerja) -> Iterator[dict[str, str]]:
    """Each name of each cell, with what it shows; in a row that is repeated, for the first item."""
    for lembar in formulir.lembar:
        for tempat in lembar.tempat:
            for nama in tempat.nama:
                sel = a1(tempat.baris, tempat.kolom)
                yield {"lembar": lembar.nama, "sel": sel, "nama": nama.teks, "tampil": show_tampil(nama, pk)}
        for nama in lembar.list_nama_halaman():
            yield {"lembar": lembar.nama, "sel": HALAMAN, "nama": nama.teks, "tampil": show_tampil(nama, pk)}


def show_tampil(nama: NamaForm, pk: PerjanjianKinerja) -> str:
    """What a name shows for an agreement, as text.

    >>> from kinerja.formulir.nama import parse_nama
    >>> from kinerja.perjanjian.induk.bawaan import load_bundled
    >>> [show_tampil(parse_nama(n), load_bundled()[0]) for n in ("tahun", "isian_catatan", "program.2.kode", "tempat")]
    ['2024', '(diketik kecamatan)', '7.01.02', '(diketik kecamatan)']
    """
    from kinerja.formulir.nama import DAFTAR, read_nilai, write_nilai

    bidang = nama.get_bidang() if not nama.isian else None
    if bidang is None:
        return DIKETIK
    semua = {kunci: daftar.list_butir(pk) for kunci, daftar in DAFTAR.items()}
    nilai = read_nilai(nama, pk, semua, next(iter(semua.get(nama.daftar, ())), None))
    if nilai is None and bidang.isian:
        return DIKETIK
    return write_nilai(nilai, bidang) or KOSONG


def _list_ulangan(formulir: Formulir, pk: PerjanjianKinerja) -> Iterator[dict[str, object]]:
    """Each row that is repeated: its number from 1, its list, how often."""
    from kinerja.formulir.nama import DAFTAR

    for lembar in formulir.lembar:
        for baris, daftar in lembar.ulangan:
            banyak = len(DAFTAR[daftar].list_butir(pk))
            yield {"lembar": lembar.nama, "baris": baris + 1, "daftar": daftar, "banyak": banyak}


def _list_isian(isi: bytes, berkas: str) -> list[dict[str, str]]:
    """Where the kecamatan types in the filled workbook, by name."""
    from kinerja.perjanjian.kembali.buku import read_buku

    semua = sorted(read_buku(isi, berkas).list_isian().items(), key=lambda satu: satu[1])
    return [{"nama": nama, "lembar": lembar, "sel": name_kotak(kotak)} for nama, (lembar, kotak) in semua]


def _show_nama(formulir: Formulir, pk: PerjanjianKinerja, isian: Sequence[dict[str, str]]) -> None:
    """Names, repeated rows and inputs to stdout."""
    nama = [(f"{n['lembar']}!{n['sel']}", n["nama"], _cut(n["tampil"])) for n in _list_nama(formulir, pk)]
    _print_tabel(f"Nama, dan isinya untuk {pk.kecamatan.sebutan}", nama)
    ulangan = [(f"{u['lembar']} baris {u['baris']}", str(u["daftar"]), f"{u['banyak']} kali")
               for u in _list_ulangan(formulir, pk)]  # fmt: skip
    _print_tabel("Baris yang berulang", ulangan)
    _print_tabel("Isian, di buku yang terisi", [(f"{i['lembar']}!{i['sel']}", i["nama"]) for i in isian])


def _cut(teks: str) -> str:
    satu = " ".join(teks.split())
    return satu if len(satu) <= TAMPIL else f"{satu[:TAMPIL]}…"


def _print_tabel(judul: str, baris: Sequence[Sequence[str]]) -> None:
    """A title and columns below it; `-` where there is nothing."""
    lebar = [max(map(len, kolom)) for kolom in zip(*baris, strict=True)]
    isi = ("  ".join(f"{s:<{n}}" for s, n in zip(satu, lebar, strict=True)).rstrip() for satu in baris)
    layar.print_data("\n".join((judul, *(f"  {satu}" for satu in isi or ()), *([] if baris else ["  -"]))))


def _show_hilang(hilang: Sequence[Hilang]) -> None:
    if hilang:
        layar.print_data("\n".join(("Akan hilang", *(f"  {satu}" for satu in hilang))))


def list_hilang(isi: bytes, berkas: str) -> tuple[Hilang, ...]:
    """As `kinerja.formulir.hilang`, which loads openpyxl."""
    from kinerja.formulir import hilang

    return hilang.list_hilang(isi, berkas)
