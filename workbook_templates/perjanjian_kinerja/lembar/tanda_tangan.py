"""Who signs, where and when: the inputs that sheet Pernyataan asks for, and the signatures under every signed page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from kinerja.perjanjian.model import DIGIT_NIP, PerjanjianKinerja
from kinerja.workbook.eksak import to_eksak, to_tampak
from kinerja.workbook.ekspresi import Isi, X, nama
from kinerja.workbook.fungsi import AND, IF, LEN, SUBSTITUTE
from kinerja.workbook.halaman import TERKECIL
from kinerja.workbook.layout import Aturan, Cetak, Nilai
from kinerja.workbook.sama import Ingatan
from kinerja.workbook.ukuran import TINGGI_BAKU, row_height
from workbook_templates.gaya import UKURAN_NAMA
from workbook_templates.perjanjian_kinerja.bahan import Bahan, Rumpang, to_kolom
from workbook_templates.perjanjian_kinerja.lembar_kerja import Isian, LembarKerja
from workbook_templates.rumus import copy

TITIK = "……………………………………"
MAKS_NAMA = 60
"""Letters of a name."""
TERPANJANG = ("MUHAMMAD " * MAKS_NAMA)[:MAKS_NAMA]
"""A name that needs as much room as any."""
DIGIT_TAHUN = 4
NIP_TERTULIS = "NIP. " & copy("isian_camat_nip", TITIK)
_ISIAN: Ingatan[Bahan, Isi] = Ingatan()


def list_isian(pk: PerjanjianKinerja) -> tuple[tuple[Isian, str, str | None], ...]:
    """What is asked for: input, label, and what the agreement knows."""
    semua = (
        ("isian_alamat", "Alamat kantor", 160, pk.alamat),
        ("isian_camat_nama", "Nama camat", MAKS_NAMA, pk.pihak_pertama.nama),
        ("isian_camat_pangkat", "Pangkat/golongan camat", 60, pk.pihak_pertama.pangkat),
        ("isian_camat_nip", f"NIP camat ({DIGIT_NIP} angka)", 25, pk.pihak_pertama.nip),
        ("isian_atasan_nama", "Nama pihak kedua (atasan)", MAKS_NAMA, pk.pihak_kedua.nama),
        ("isian_tempat", "Tempat", 40, pk.tempat),
        ("isian_tanggal", f"Tanggal (misalnya 2 Januari {pk.tahun})", 40, pk.tanggal),
    )
    return tuple((_make_isian(kunci, label, panjang), label, terbit) for kunci, label, panjang, terbit in semua)


@cache
def _make_isian(kunci: str, label: str, panjang: int) -> Isian:
    pendek = DIGIT_NIP if kunci == "isian_camat_nip" else 1
    aturan = Aturan("teks", label[:32], f"Ketik seperti akan dicetak: {label}.", pendek, panjang)
    # The rows of the page stand beside: only the address, whose own row is high, may be of several lines.
    if kunci == "isian_alamat":
        return Isian(kunci, aturan, "isian_tulisan", "sel_lipat")
    return Isian(kunci, aturan, "isian_sebaris", "sel_sebaris")


def drop_angka(x: X) -> X:
    """A text without its digits."""
    for digit in range(10):
        x = SUBSTITUTE(x, str(digit), "")
    return x


@cache
def write_tempat_tanggal() -> X:
    """The line of place and date; one whose only figures are the year leaves room for the day, to be written by pen."""
    tanggal = nama("isian_tanggal")
    tanpa_hari = AND(tanggal != "", LEN(tanggal) - LEN(drop_angka(tanggal)) <= DIGIT_TAHUN)
    sela = IF(tanpa_hari, f",{' ' * 12}", ", ")
    return copy("isian_tempat", "………………") & sela & copy("isian_tanggal", "………………………")


def put_tanda_tangan(p: LembarKerja, r: int, kiri: tuple[int, int], kanan: tuple[int, int]) -> tuple[int, int]:
    """Pihak kedua at the left, pihak pertama at the right; each in a first column and so many.

    Gives the first and the last row, which no end of a page may part from each other or from what is signed.
    """
    _put_rumus(p, r, kanan, write_tempat_tanggal())
    for (kolom, lebar), sebutan, jabatan in (
        (kiri, "Pihak Kedua", Rumpang(lambda k: k.pk.pihak_kedua.jabatan)),
        (kanan, "Pihak Pertama", Rumpang(lambda k: k.pk.pihak_pertama.jabatan)),
    ):
        p.put_teks(r + 1, kolom, sebutan, "tengah_tebal", lebar=lebar)
        p.put_rumpang(r + 2, kolom, jabatan, "tengah_tebal_atas", lebar=lebar)
    ruang = [tuple(p.lebar[kolom : kolom + lebar]) for kolom, lebar in (kiri, kanan)]
    # The rows do not know whose texts they hold: room for the longest title and name, and between them for the pen.
    nama_terpanjang = max(row_height(TERPANJANG, satu, UKURAN_NAMA[0], tebal=True) for satu in ruang)
    for baris, tinggi in ((r + 2, 57), (r + 3, 24), (r + 4, nama_terpanjang)):
        p.set_tinggi(baris, tinggi)
    for tempat, isian, lebar_nama in ((kiri, "isian_atasan_nama", ruang[0]), (kanan, "isian_camat_nama", ruang[1])):
        _put_rumus(p, r + 4, tempat, copy(isian, TITIK), lebar_nama)
    _put_rumus(p, r + 5, kanan, copy("isian_camat_pangkat"))
    _put_rumus(p, r + 6, kanan, NIP_TERTULIS)
    return r, r + 6


def choose_gaya_nama(teks: Nilai, cetak: Cetak, lebar: Sequence[float]) -> str:
    """The largest style that keeps a name to one line over columns of these widths and is not too small on paper.

    Where there is none, the largest, which wraps.
    """
    terkecil = TERKECIL * 100 / (cetak.skala or 100)
    muat = (u for u in UKURAN_NAMA if u >= terkecil and _is_sebaris(str(teks), u, tuple(lebar)))
    return f"nama_{next(muat, UKURAN_NAMA[0]):g}"


def _is_sebaris(teks: str, ukuran: float, lebar: tuple[float, ...]) -> bool:
    return row_height(teks, lebar, ukuran, tebal=True) == TINGGI_BAKU


def _put_rumus(
    p: LembarKerja, r: int, tempat: tuple[int, int], rumus: X, lebar_nama: Sequence[float] | None = None
) -> None:
    """What a formula over the inputs shows; of a name in the size that its columns have room for."""
    style = None if lebar_nama is None else partial(choose_gaya_nama, lebar=lebar_nama)
    rumpang = Rumpang(lambda k: to_tampak(rumus.compute(_ISIAN.recall(k, lambda: _read_isian(k)))), style)
    kolom, lebar = tempat
    p.put_rumpang(r, kolom, rumpang, "tengah", lebar=lebar, rumus=rumus)


def _read_isian(k: Bahan) -> Isi:
    """What stands in the inputs of sheet Pernyataan."""
    isi, tampak = Isi(), k.show()
    for isian, _, terbit in list_isian(k.pk):
        isi.nama[isian.nama] = to_eksak(tampak.get_matriks(isian.nama, 1, terbit=to_kolom([terbit]))[0][0])
    return isi
