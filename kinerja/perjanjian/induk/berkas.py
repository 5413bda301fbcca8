"""Agreements from input data: a TOML file, a workbook with one sheet a table, or a folder with one CSV file a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from kinerja.berkas import explain_read
from kinerja.dekat import find_nearest
from kinerja.errors import DataError
from kinerja.perjanjian.induk.baris import MAKS_TEKS, Baris
from kinerja.perjanjian.induk.kumpulan import Kumpulan
from kinerja.perjanjian.induk.skema import TABEL
from kinerja.perjanjian.induk.susun import build_perjanjian
from kinerja.perjanjian.induk.tabel import find_tabel, need_tabel, parse_toml, read_petak
from kinerja.perjanjian.kembali.berkas import is_terbitan
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.tabel.buku import open_buku
from kinerja.tabel.petak import parse_csv
from kinerja.tabel.pintu import SIMPAN, JenisBerkas, find_jenis, read_bita
from kinerja.tabel.sel import Petak, need_tanpa_galat
from kinerja.tabel.teks import clean_petak
from kinerja.temuan import join_kata


def read_induk(path: Path, *, catat: Callable[[str], object] = lambda _: None) -> tuple[PerjanjianKinerja, ...]:
    """The agreements in a `.toml` or `.xlsx` file or a folder of CSV files, one for each row of the kecamatan table.

    Args:
        catat: is told, in sentences, what was changed in reading.

    Raises:
        DataError: whatever cannot be used, with file, sheet and row.
    """
    with explain_read(path):
        if path.is_dir():
            folder = path if path.name else path.resolve()  # `.` has no name of its own
            galat = Kumpulan()
            return build_perjanjian(_read_folder(folder, catat, galat), folder.name or str(folder), galat)
    isi = read_bita(path)
    if find_jenis(isi) is not JenisBerkas.TEKS:
        galat = Kumpulan()
        return build_perjanjian(_parse_buku(isi, path.name, catat, galat), path.name, galat)
    if path.suffix.casefold() == ".csv":
        raise DataError(
            "Data CSV dibaca sebagai folder, bukan satu berkas.",
            tempat=path.name,
            saran="Sebutkan foldernya, yang berisi umum.csv, kecamatan.csv, indikator.csv, dan program.csv.",
        )
    if path.suffix.casefold() == ".xlsx":
        raise DataError("Ini teks, bukan berkas .xlsx.", tempat=path.name, saran=SIMPAN)
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        pesan = "Berkas TOML harus memakai UTF-8."
        raise DataError(pesan, tempat=path.name, saran="Simpan ulang sebagai UTF-8.") from None
    galat = Kumpulan()
    return build_perjanjian(parse_toml(teks, path.name, galat), path.name, galat)


def _read_folder(folder: Path, catat: Callable[[str], object], galat: Kumpulan) -> dict[str, list[Baris]]:
    """The rows of each table, by its key; files that do not end in `.csv` are left alone."""
    hasil: dict[str, list[Baris]] = {}
    for berkas in sorted(p for p in folder.iterdir() if p.suffix.casefold() == ".csv"):
        tempat = f"{folder.name}/{berkas.name}"
        with galat.catch():
            tabel = need_tabel(berkas.stem, tempat, "Berkas")
            if tabel.kunci in hasil:
                raise DataError(f"Tabel {tabel.kunci} ada dalam dua berkas.", tempat=tempat, saran="Hapus salah satu.")
            hasil[tabel.kunci] = []
            petak = _clean(parse_csv(read_bita(berkas), tempat), tempat, catat)
            hasil[tabel.kunci] = read_petak(tabel, petak, tempat)
    return hasil


def _parse_buku(isi: bytes, berkas: str, catat: Callable[[str], object], galat: Kumpulan) -> dict[str, list[Baris]]:
    """The rows of each table, by its key; sheets with other names are left alone."""
    buku = open_buku(isi, berkas, boleh_xls=False)
    if is_terbitan(buku):
        raise DataError(
            "Ini buku kerja perjanjian yang sudah terbit, bukan data induk.",
            tempat=berkas,
            saran=f'Baca hasil Cek-nya: kinerja periksa "{berkas}"; atau buat data induk: '
            "kinerja data-induk --kabkota KODE --tahun TAHUN.",
        )
    hasil: dict[str, list[Baris]] = {}
    for nama in _choose_lembar(list(buku.lembar), berkas, galat):
        tempat = f"{berkas}, lembar {nama}"
        with galat.catch():
            tabel = need_tabel(nama, tempat, "Lembar")
            hasil[tabel.kunci] = read_petak(tabel, _clean(buku.read(nama).petak, tempat, catat), tempat)
    return hasil


def _clean(petak: Petak, tempat: str, catat: Callable[[str], object]) -> Petak:
    """The grid, where every cell counts, without letters that nobody sees."""
    bersih, baris = clean_petak(petak, MAKS_TEKS)
    if baris:
        catat(f"{tempat}: karakter yang tidak tampak dihapus, contoh di baris {baris[0]}.")
    return need_tanpa_galat(bersih, tempat)


def _seem_alike(a: str, b: str) -> bool:
    """Whether two names, one of them short, may mean the same sheet: LEK, LKE 2025, Lke (baru).

    >>> [_seem_alike(nama, "LKE") for nama in ("LEK", "LKE 2025", "lembar lke", "Catatan", "Kelurahan")]
    [True, True, True, False, False]
    """
    x, y = a.casefold(), b.casefold()
    return sorted(x) == sorted(y) or y in re.findall(r"[a-z]+", x)


def _choose_lembar(semua: Sequence[str], berkas: str, galat: Kumpulan) -> list[str]:
    """The sheets of our tables; a table that has no sheet is gathered, and two are refused."""
    lembar = {n: tabel.kunci for n in semua if (tabel := find_tabel(n))}
    ada = set(lembar.values())
    lain = [n for n in semua if n not in lembar]
    hilang = []
    for tabel in (t for t in TABEL if t.kunci not in ada):
        dekat = find_nearest(tabel.lembar, lain)
        if tabel.tambahan:  # may be missing, so a slip in its short name must not pass for that
            dekat = dekat or next((n for n in lain if _seem_alike(n, tabel.lembar)), None)
        if dekat:
            with galat.catch():
                saran = f"Ganti nama lembar {dekat!r} menjadi {tabel.lembar!r}."
                raise DataError(f"Lembar {tabel.lembar} tidak ada.", tempat=berkas, saran=saran)
        elif not tabel.tambahan:
            hilang.append(tabel.lembar)
    if hilang:
        with galat.catch():
            ganti = f", atau ganti nama yang ada: {', '.join(semua)}" if semua else ""
            saran = f"Tambahkan lembarnya{ganti}."
            raise DataError(f"Lembar {join_kata(hilang)} tidak ada.", tempat=berkas, saran=saran)
    if len(lembar) > len(ada):
        raise DataError(f"Ada lembar kembar: {', '.join(lembar)}.", tempat=berkas, saran="Hapus salah satu.")
    return list(lembar)
