"""What a column title of a budget table means: code, name, amount, year."""

from __future__ import annotations

import re

from kinerja.sumber.petak import normalize_judul

_PENGISI = {"rp", "rupiah", "dalam", "nomenklatur", "nama", "uraian", "tahun", "anggaran", "ta"}
_JENJANG = {"urusan", "bidang", "program", "kegiatan", "giat", "sub", "subkegiatan", "subgiat", "dan", "unsur"}
_SKPD = {"skpd", "opd", "perangkat", "daerah", "unit", "organisasi", "kerja", "sub", "kecamatan"}
_URUSAN = {"urusan", "bidang"}
_PAGU = {"pagu", "anggaran", "dpa", "rka", "perjanjian", "apbd", "dppa"}
_JUMLAH = {"jumlah", "total", "nilai"}
_BUKAN_UANG = {
    "persen", "persentase", "prosentase", "fisik", "kinerja", "output", "target", "sisa", "selisih", "bertambah",
    "berkurang", "sumber", "koefisien", "satuan", "harga", "ppn", "volume",
}  # fmt: skip


def fold_judul(judul: object) -> str:
    """What two spellings of a title have in common; a per cent sign is a word, so that it is not lost.

    >>> fold_judul("Realisasi (%)"), fold_judul("REALISASI  persen")
    ('realisasi persen', 'realisasi persen')
    """
    return normalize_judul(str(judul).replace("%", " persen "))


def classify(judul: str) -> str:
    """The meaning of one title; empty when it means nothing here.

    >>> [classify(j) for j in ("Kode Rekening", "Uraian", "Jumlah (Rp)", "nama_sub_giat", "pagumurni", "Koefisien")]
    ['kode', 'nama', 'jumlah', 'nama_sub', 'murni', '']
    >>> [classify(j) for j in ("Anggaran Setelah Perubahan", "Realisasi s.d. Juni", "Tahun Anggaran", "Nama SKPD")]
    ['setelah', 'realisasi', 'tahun', 'nama_kecamatan']
    >>> [classify(j) for j in ("Realisasi (%)", "Perubahan Anggaran", "Pagu Perubahan", "Setelah Perubahan Harga")]
    ['', '', 'setelah', '']
    """
    kata = fold_judul(judul).split()
    if not kata or len(kata) > 12:
        return ""
    himpun = set(kata) - {"rp", "rupiah"}
    if himpun <= {"tahun", "anggaran", "ta"} and himpun & {"tahun", "ta"}:
        return "tahun"
    if kata[0] in {"kode", "kd"} or (himpun <= {"no", "nomor", "rek", "rekening"} and himpun & {"rek", "rekening"}):
        return _classify_kode(himpun - {"kode", "kd", "nomor", "no"})
    if kata[0] == "perubahan" and not himpun & {"setelah", "sebelum", "apbd"}:
        return ""  # by how much the budget changes, not what it is after the change
    return _classify_nama(himpun) or _classify_uang(himpun)


def _classify_kode(sisa: set[str]) -> str:
    if sisa & {"kecamatan", "kec", "wilayah"}:
        return "kecamatan"
    if sisa & {"skpd", "opd", "unit"}:
        return "skpd"
    if sisa and sisa <= _URUSAN:
        return "kode_bidang" if "bidang" in sisa else "kode_urusan"
    if sisa <= _JENJANG | {"rek", "rekening", "belanja"}:
        return f"kode_{tingkat}" if (tingkat := _find_tingkat(sisa)) else "kode"
    return ""


def _classify_nama(himpun: set[str]) -> str:
    sisa = himpun - {"nama", "uraian"}
    if not sisa:
        return "nama"
    if sisa <= _SKPD and sisa & {"skpd", "opd", "perangkat", "unit", "organisasi", "kecamatan"}:
        return "nama_kecamatan"
    if sisa <= _URUSAN or not sisa <= _JENJANG:
        return ""
    return f"nama_{tingkat}" if (tingkat := _find_tingkat(sisa)) else "nama"


def _classify_uang(himpun: set[str]) -> str:
    if himpun & _BUKAN_UANG or not himpun & (_PAGU | _JUMLAH | {"realisasi", "setelah", "sebelum", "pagumurni"}):
        return ""
    if "realisasi" in himpun:
        return "realisasi_jumlah" if himpun & {"jumlah", "total"} else "realisasi"
    if himpun & {"sebelum", "murni", "pagumurni"}:
        return "murni"
    if himpun & {"setelah", "perubahan", "dppa"}:
        return "setelah"
    sisa = {k for k in himpun if not re.fullmatch("20[0-9]{2}", k)} - _PENGISI
    if not sisa <= _PAGU | _JUMLAH | {"validasi", "definitif", "indikatif", "belanja"}:
        return ""
    return "pagu" if himpun & _PAGU else "jumlah"


def _find_tingkat(kata: set[str]) -> str:
    """The level that a title speaks of; none when it speaks of several."""
    if kata & {"program", "urusan", "bidang"}:
        return "program" if kata == {"program"} else ""
    if kata & {"sub", "subkegiatan", "subgiat"}:
        return "sub"
    return "kegiatan" if kata & {"kegiatan", "giat"} else ""
