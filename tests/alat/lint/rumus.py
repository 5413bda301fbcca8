"""One formula: can Excel parse it, and does every program count it alike?"""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.alat.alamat import BARIS_AKHIR, KOLOM_AKHIR, column_letters, in_grid
from tests.alat.lint.bernama import count_parameter, is_lambda
from tests.alat.lint.cacat import Cacat
from tests.alat.lint.fungsi import ARGUMEN, MENERIMA_RENTANG, PENGATURAN_DAERAH, VOLATIL, XLFN
from tests.alat.lint.model import Buku, Lembar
from tests.alat.lint.tata import check_grammar
from tests.alat.lint.token import Rujukan, Token, read_reference, split_sheet, tokenize

PANJANG = 8192
LITERAL = 255


@dataclass(frozen=True, slots=True)
class Lingkup:
    """Where a formula stands: its workbook, its sheet (None for a name), and whether a bare range may be it all."""

    buku: Buku
    lembar: Lembar | None
    rentang: bool = False


def check_formula(rumus: str, tempat: str, lingkup: Lingkup) -> Iterator[Cacat]:
    """Faults of one formula as it stands in the file (without "=")."""
    for kode, keterangan in _faults(rumus, lingkup):
        yield Cacat(kode, tempat, f"{keterangan}: {rumus[:80]}")


def _faults(rumus: str, lingkup: Lingkup) -> Iterator[tuple[str, str]]:
    if rumus.startswith("="):
        yield "RUMUS_SAMADENGAN", "rumus di dalam berkas tidak diawali ="
        rumus = rumus[1:]
    if len(rumus) > PANJANG:
        yield "RUMUS_PANJANG", f"{len(rumus)} aksara, batasnya {PANJANG}"
    try:
        token = tokenize(rumus)
    except ValueError as galat:
        yield "RUMUS_URAI", str(galat)
        return
    yield from check_grammar(token)
    fungsi: list[str] = []
    for nomor, t in enumerate(token):
        if t.jenis == "fungsi":
            fungsi.append(t.isi[:-1].upper())
            yield from _check_function(token, nomor, lingkup.buku)
        elif t.jenis == "buka":
            fungsi.append("")
        elif t.jenis == "tutup" and fungsi:
            fungsi.pop()
        else:
            yield from _check_operand(t, lingkup)
            if _is_range(t, lingkup) and not _range_welcome(token, nomor, fungsi, lingkup):
                yield "RENTANG_TUNGGAL", f"{t.isi} berisi banyak sel, padahal di sini perlu satu nilai"
        if t.jenis == "teks" and t.isi.startswith('"#') and fungsi[-1:] == ["HYPERLINK"]:
            yield from check_target(t.isi[2:-1].replace('""', '"'), lingkup.buku)


def is_seragam(token: tuple[Token, ...], nomor: int) -> bool:
    """Whether a FIXED stands in SUBSTITUTE(FIXED(…,0),",","."): whole, and with dots in every language."""
    isi = [t.isi for t in token]
    if isi[nomor - 1 : nomor + 1] != ["SUBSTITUTE(", "FIXED("]:
        return False
    dalam = 0
    for n in range(nomor, len(token)):
        dalam += {"fungsi": 1, "buka": 1, "tutup": -1}.get(token[n].jenis, 0)
        if dalam == 0:
            return isi[n - 2 : n + 6] == [",", "0", ")", ",", '","', ",", '"."', ")"]
    return False


def _check_function(token: tuple[Token, ...], nomor: int, buku: Buku) -> Iterator[tuple[str, str]]:
    nama = token[nomor].isi[:-1]
    besar = nama.upper()
    acuan = buku.nama.get(nama.lower(), "")
    if is_lambda(acuan):
        sedikit, banyak = count_parameter(acuan)
        if not sedikit <= _count_argumen(token, nomor) <= banyak:
            yield "RUMUS_ARGUMEN", f"{nama} mendapat {_count_argumen(token, nomor)} argumen"
    elif besar.startswith(("_XLFN.", "_XLWS.", "_XLUDF.")):
        yield "FUNGSI_XLFN", f"{nama} belum ada di Excel 2010"
    elif besar in XLFN:
        yield "XLFN_HILANG", f"{nama} tanpa awalan _xlfn menjadi #NAME?"
    elif besar in VOLATIL:
        yield "FUNGSI_VOLATIL", f"{nama} dihitung ulang setiap kali"
    elif besar in PENGATURAN_DAERAH and not is_seragam(token, nomor):
        yield "FUNGSI_DAERAH", f"hasil {nama} bergantung pada pengaturan daerah"
    elif besar not in ARGUMEN:
        yield "FUNGSI_LUAR", f"{nama} di luar himpunan fungsi yang aman"


def _count_argumen(token: tuple[Token, ...], nomor: int) -> int:
    """How many arguments a call has."""
    dalam = koma = 0
    for t in token[nomor:]:
        dalam += {"fungsi": 1, "buka": 1, "tutup": -1}.get(t.jenis, 0)
        koma += dalam == 1 and t.jenis == "koma"
        if dalam == 0:
            break
    return 0 if token[nomor + 1].jenis == "tutup" else koma + 1


def _check_operand(t: Token, lingkup: Lingkup) -> Iterator[tuple[str, str]]:
    match t.jenis:
        case "teks" if len(t.isi[1:-1].replace('""', '"')) > LITERAL:
            yield "LITERAL_PANJANG", f"teks lebih dari {LITERAL} aksara"
        case "larik":
            yield "LARIK", "tetapan larik"
        case "galat":
            yield "RUJUKAN_GALAT", f"memuat {t.isi}"
        case "luar":
            yield "RUJUKAN_LUAR", f"menunjuk berkas lain atau tabel: {t.isi}"
        case "nama":
            yield from _check_name(t.isi, lingkup.buku)
        case "rujuk":
            yield from _check_reference(read_reference(t.isi), t.isi, lingkup)


def _check_name(isi: str, buku: Buku) -> Iterator[tuple[str, str]]:
    lembar, nama = split_sheet(isi)
    if lembar and buku.sheet(lembar) is None:
        yield "LEMBAR_TAK_DIKENAL", f"tidak ada lembar {lembar}"
    if nama.lower() not in buku.nama and nama.upper() not in ("TRUE", "FALSE"):
        yield "NAMA_TAK_DIKENAL", f"tidak ada nama {nama}"


def _check_reference(rujukan: Rujukan, isi: str, lingkup: Lingkup) -> Iterator[tuple[str, str]]:
    lembar = lingkup.buku.sheet(rujukan.lembar) if rujukan.lembar else lingkup.lembar
    if lembar is None:
        yield "LEMBAR_TAK_DIKENAL", f"tidak ada lembar untuk {isi}"
    elif not in_grid(rujukan.kotak):
        yield "LUAR_GRID", f"{isi} di luar lembar kerja"
    elif not _written(rujukan, lembar):
        yield "RUJUKAN_KOSONG", f"ujung {isi} bukan sel yang ditulis"


def _written(rujukan: Rujukan, lembar: Lembar) -> bool:
    """Whether both corners are cells of the sheet: a range one row too long ends outside its table."""
    baris, kolom, baris2, kolom2 = rujukan.kotak
    if (baris, baris2) == (1, BARIS_AKHIR) or (kolom, kolom2) == (1, KOLOM_AKHIR):
        return True
    ujung = (f"{column_letters(kolom)}{baris}", f"{column_letters(kolom2)}{baris2}")
    return all(alamat in lembar.sel for alamat in ujung)


def _is_range(t: Token, lingkup: Lingkup) -> bool:
    if t.jenis == "nama":
        acuan = lingkup.buku.nama.get(split_sheet(t.isi)[1].lower(), "")
        try:
            (t,) = tokenize(acuan)
        except ValueError:
            return False
    return t.jenis == "rujuk" and read_reference(t.isi).banyak


def _range_welcome(token: tuple[Token, ...], nomor: int, fungsi: list[str], lingkup: Lingkup) -> bool:
    """Whether the range is a whole argument of a function that takes ranges, or the whole formula of a list."""
    if len(token) == 1:
        return lingkup.rentang
    kiri = token[nomor - 1].jenis in ("fungsi", "koma")
    kanan = nomor + 1 < len(token) and token[nomor + 1].jenis in ("koma", "tutup")
    if not (kiri and kanan and fungsi):
        return False
    return fungsi[-1] in MENERIMA_RENTANG or is_lambda(lingkup.buku.nama.get(fungsi[-1].lower(), ""))


def check_target(tujuan: str, buku: Buku) -> Iterator[tuple[str, str]]:
    """Faults of a place that a link leads to: "Lembar!A1", "'Di lain'!A1" or a defined name."""
    lembar, sisa = split_sheet(tujuan)
    if lembar and buku.sheet(lembar) is None:
        yield "TAUTAN_LEMBAR", f"tautan menuju lembar {lembar} yang tidak ada"
    elif not lembar and sisa.lower() not in buku.nama:
        yield "TAUTAN_LEMBAR", f"tautan menuju {tujuan} yang tidak ada"
