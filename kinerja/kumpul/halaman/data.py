"""The recap as JSON for the page: a head with what is shown at once, and a line a kecamatan that is read when needed.

Figures are texts as they are shown; the page computes none. Records are arrays, `kunci` of the head names their items;
an item whose name ends in `#` is a number of the list `kata`, in which each text stands once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kinerja.hari import write_waktu
from kinerja.kumpul.halaman.ringkasan import list_kolom, list_sel, sum_program
from kinerja.kumpul.halaman.teks import write_dua, write_nilai
from kinerja.perjanjian.hasil import TRIWULAN, HasilBuku
from kinerja.perjanjian.rekap import BarisRekap, Rekap, StatusKembali, compute_rerata, find_indikator
from kinerja.perjanjian.rekap_teks import list_belum, write_pengingat
from kinerja.perjanjian.temuan_kumpul import Bobot

PERIODE = (*(f"Triwulan {t}" for t in TRIWULAN), "Setahun")
"""What a capaian is of; the last is the year's."""
CEK = ("OK", "DIJELASKAN", "PERIKSA", "BELUM")
KUNCI: dict[str, tuple[str, ...]] = {
    "indikator": (
        "nomor", "sasaran#", "nama#", "satuan#", "arah#", "target", "realisasi", "predikat#", "capaian", "kategori#",
        "keterangan#", "triwulan", "kendala", "tindak_lanjut", "bukti_dukung",
    ),
    "triwulan": ("target", "realisasi", "capaian", "kategori#", "kendala", "tindak_lanjut", "bukti_dukung"),
    "program": ("kode#", "nama#", "perjanjian", "dpa", "pagu", "realisasi", "jumlah", "serapan"),
    "skm": ("lembar#", "nik", "mutu#", "kinerja#", "responden"),
    "sakip": ("lembar#", "nilai", "predikat#"),
    "cek": ("teks#", "hasil#", "lembar#", "sel", "saran#", "penjelasan"),
    "temuan": ("kode#", "tingkat#", "lembar#", "sel", "terbit", "datang", "pesan#", "saran#"),
    "rinci": (
        "berkas", "waktu", "pengingat", "indikator", "program", "jumlah", "skm", "sakip", "banyak_cek", "cek", "temuan",
    ),
}  # fmt: skip
DUA = {"capaian", "serapan", "nik", "nilai"}
"""Figures that always have two decimals."""
TEKS = {"sel", "penjelasan", "terbit", "datang", "kendala", "tindak_lanjut", "bukti_dukung"}
"""What somebody wrote, or nothing."""


class Kata:
    """Texts, each once, by number."""

    def __init__(self) -> None:
        self.semua: dict[str, int] = {}

    def add(self, teks: str) -> int:
        """Number of a text."""
        return self.semua.setdefault(teks, len(self.semua))


def make_data(rekap: Rekap) -> tuple[str, str]:
    """Head and lines, fit to stand inside an HTML script element."""
    kata = Kata()
    rinci = "\n".join(write_json(_pack_rinci(rekap, b, kata)) for b in rekap.baris)
    kepala = {
        "kolom": [[k.kunci, k.judul, k.jenis] for k in list_kolom(rekap)],
        "status": [[str(s), s.name.lower()] for s in StatusKembali],
        "baris": list_sel(rekap),
        "periode": PERIODE,
        "triwulan": TRIWULAN,
        "indikator": [_pack_indikator(rekap, nama) for nama in rekap.list_indikator()],
        "sampai": rekap.sampai,
        "belum": [[nama, [b.kode for b in baris], write_pengingat(rekap, baris)] for nama, baris in list_belum(rekap)],
        "kunci": KUNCI,
        "kata": list(kata.semua),
    }
    return write_json(kepala), rinci


def write_json(isi: object) -> str:
    """JSON without anything that HTML or an old JavaScript could read as its own.

    >>> write_json(["</script>", "<!--", "a & b", chr(0x2028)])
    '["\\\\u003c/script\\\\u003e","\\\\u003c!--","a \\\\u0026 b","\\\\u2028"]'
    """
    teks = json.dumps(isi, ensure_ascii=False, separators=(",", ":"))
    for tanda in "<>&\u2028\u2029":
        teks = teks.replace(tanda, f"\\u{ord(tanda):04x}")
    return teks


def _pack_indikator(rekap: Rekap, nama: str) -> list[Any]:
    """An indikator's name, and for each period the mean of all kecamatan and of how many."""
    semua = [i for b in rekap.kembali if (i := find_indikator(b, nama))]
    capaian = [*([i.triwulan[t].capaian for i in semua] for t in range(4)), [i.capaian for i in semua]]
    return [
        nama,
        [write_dua(compute_rerata(iter(satu))) for satu in capaian],
        [sum(c is not None for c in satu) for satu in capaian],
    ]


def _pack_rinci(rekap: Rekap, b: BarisRekap, kata: Kata) -> list[Any]:
    """All of one kecamatan."""
    belum = b.status is StatusKembali.BELUM
    awal = [b.berkas, write_waktu(b.waktu), write_pengingat(rekap, [b]) if belum else ""]
    temuan = _pack(sorted(b.temuan, key=lambda t: list(Bobot).index(t.tingkat)), "temuan", kata)
    return [*awal, *(_pack_hasil(b.hasil, rekap.tahun, kata) if b.hasil else [[], [], [], [], [], [], []]), temuan]


def _pack_hasil(h: HasilBuku, tahun: int, kata: Kata) -> list[Any]:
    """What one workbook comes to, in the order of `rinci`."""
    jumlah = sum_program(h.program, tahun)
    return [
        _pack(h.indikator, "indikator", kata),
        _pack(h.program, "program", kata),
        [_write(getattr(jumlah, k), k) for k in KUNCI["program"][2:]],
        _pack(h.skm, "skm", kata),
        _pack(h.sakip, "sakip", kata),
        [h.count_cek(k) for k in CEK],
        _pack([c for c in h.cek if c.hasil != CEK[0]], "cek", kata),
    ]


def _pack(semua: Sequence[Any], jenis: str, kata: Kata) -> list[list[Any]]:
    """Records of one kind as arrays."""
    return [[_pack_isi(satu, kunci, kata) for kunci in KUNCI[jenis]] for satu in semua]


def _pack_isi(satu: Any, kunci: str, kata: Kata) -> Any:
    isi = getattr(satu, "ringkas" if kunci == "pesan#" else kunci.removesuffix("#"))
    if kunci.endswith("#"):
        return kata.add(str(isi))
    if kunci == "triwulan":
        return _pack(isi, "triwulan", kata)
    return _write(isi, kunci)


def _write(isi: Any, kunci: str) -> str | list[str]:
    """A figure or text as it is shown; of several figures a list."""
    if isinstance(isi, tuple):
        return [write_nilai(x) for x in isi]
    if kunci in TEKS:
        return str(isi)
    return write_dua(isi) if kunci in DUA else write_nilai(isi)
