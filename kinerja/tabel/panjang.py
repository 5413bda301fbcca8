"""Long tables, csv and parquet, which are read by columns: judged before they are read, and their area declared."""

from __future__ import annotations

from pathlib import Path

from kinerja.alamat import show_nama
from kinerja.bilangan import format_angka
from kinerja.errors import DataError
from kinerja.tabel.anak_dalam import declare_luas
from kinerja.tabel.batas import MAKS_LUAS_TABEL
from kinerja.tabel.pintu import JenisBerkas, find_jenis, look_awal

MAKS_PANJANG = 65_536
"""Bytes of a line of text."""
MAKS_KOLOM_TABEL = 2_000
"""Columns of a long table."""
PEMISAH = ";,\t|"
_BAGI = "Bagi menjadi beberapa berkas."


def find_jenis_panjang(path: Path) -> tuple[JenisBerkas, int]:
    """`TEKS` or `PARQUET`, by content, and the bytes of the file.

    Raises:
        DataError: no regular file, or of another kind.
    """
    awal, ukuran = look_awal(path)
    jenis = find_jenis(awal)
    if jenis in (JenisBerkas.TEKS, JenisBerkas.PARQUET):
        return jenis, ukuran
    if jenis is JenisBerkas.KOSONG:
        saran = "Periksa pengiriman atau penyalinannya."
        raise DataError("Berkas kosong, jadi tidak dapat dibaca.", tempat=str(path), saran=saran)
    apa = "buku kerja" if jenis in (JenisBerkas.ZIP, JenisBerkas.OLE, JenisBerkas.SANDI) else str(jenis)
    pesan = f"Ini {apa}; di sini hanya .csv dan .parquet yang dibaca."
    raise DataError(pesan, tempat=str(path), saran="Simpan lembarnya sebagai CSV UTF-8.")


def check_csv(path: Path) -> int:
    """Walk once over a text file, line ends only, declare its area, and give it: the cells.

    Raises:
        DataError: a line that is too long, too many columns or cells.
    """
    awal, _ = look_awal(path)
    kolom = 1 + max(awal.partition(b"\n")[0].count(tanda.encode()) for tanda in PEMISAH)
    baris = 0
    with path.open("rb") as berkas:
        while suap := berkas.read(MAKS_PANJANG):
            akhir = suap.count(b"\n")
            if not akhir and len(suap) == MAKS_PANJANG:
                raise DataError(
                    f"Baris {baris + 1} terlalu panjang.", tempat=str(path), saran="Simpan ulang sebagai CSV UTF-8."
                )
            baris += akhir
    return _declare(path, baris + 1, kolom)


def need_jalur(path: Path) -> str:
    """The path as polars takes it, which would read `~` and `*` in other ways; it is to be told `glob=False` as well.

    Raises:
        DataError: a name that is no Unicode.
    """
    jalur = str(path.absolute())
    if not jalur.isprintable() and any("\ud800" <= huruf <= "\udfff" for huruf in jalur):
        raise DataError("Nama berkas memuat karakter yang rusak.", tempat=show_nama(path.name), saran="Ganti namanya.")
    return jalur


def check_parquet(path: Path) -> int:
    """What a parquet file says of itself: its columns, their types, its rows; declare its area and give it: the cells.

    Raises:
        DataError: too many columns or cells, a column that holds neither text, numbers, truth values nor dates.
    """
    import polars as pl

    try:
        tabel = pl.scan_parquet(need_jalur(path), glob=False)
        skema = tabel.collect_schema()
        baris = int(tabel.select(pl.len()).collect().item())
    except pl.exceptions.PolarsError:
        raise refuse_parquet(str(path)) from None
    for nama, tipe in skema.items():
        if tipe == pl.UInt64 or not (
            tipe.is_numeric() or tipe in (pl.String, pl.Categorical, pl.Enum, pl.Boolean, pl.Date, pl.Datetime, pl.Null)
        ):
            raise DataError(
                f"Kolom {nama!r} berisi {tipe}, yang tidak dibaca.",
                tempat=str(path),
                saran="Simpan kolom itu sebagai teks, bilangan, atau tanggal.",
            )
    return _declare(path, baris, len(skema))


def refuse_parquet(tempat: str) -> DataError:
    """The error for a broken parquet file."""
    return DataError("Berkas parquet rusak dan tidak dapat dibaca.", tempat=tempat)


def _declare(path: Path, baris: int, kolom: int) -> int:
    if kolom > MAKS_KOLOM_TABEL:
        raise DataError(
            f"Tabel berisi {format_angka(kolom, 0)} kolom.", tempat=str(path), saran="Salin kolom yang perlu saja."
        )
    if baris * kolom > MAKS_LUAS_TABEL:
        raise DataError(
            f"Tabel terlalu luas: {format_angka(baris, 0)} baris, {format_angka(kolom, 0)} kolom.",
            tempat=str(path),
            saran=_BAGI,
        )
    declare_luas(baris * kolom)
    return baris * kolom
