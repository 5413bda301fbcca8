"""Sheet Petunjuk: what the file is, three steps, colour key, links to each sheet, open checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja.alamat import a1, quote_sheet
from kinerja.bilangan import format_angka
from kinerja.workbook.ekspresi import nama
from kinerja.workbook.fungsi import AND, IF
from workbook_templates.penyusun import Penyusun, read_teks
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar import cek, skm
from workbook_templates.perjanjian_kinerja.lembar_kerja import TEKS, Bagian, Kata
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.rumus import BELUM, DIJELASKAN, OK, PERIKSA

KATA = Kata("Petunjuk")
_PERIKSA, _BELUM, _JELAS = map(nama, (cek.BANYAK_PERIKSA, cek.BANYAK_BELUM, cek.BANYAK_DIJELASKAN))
_LENGKAP = IF(_JELAS > 0, "DIJELASKAN: semua isian lengkap, " & _JELAS & " hal tidak biasa", "OK: semua isian lengkap")
_RINGKAS = IF(
    _PERIKSA > 0,
    "PERIKSA: " & _PERIKSA & " hal harus dibetulkan atau dijelaskan, lihat lembar Cek",
    IF(_BELUM > 0, "BELUM lengkap: " & _BELUM & " hal masih perlu diisi", _LENGKAP),
)


def build_petunjuk(b: Tampak, lembar: Sequence[Kata], hasil: Mapping[str, Any]) -> Bagian:
    """The first sheet; `lembar` are the visible sheets after it, `hasil` what sheet Cek counts."""
    teks = read_teks(TEKS)
    p = start_lembar(b, KATA, (5, 22, 74), mendatar=False)
    for nama_, nilai in hasil.items():
        p.tell(nama_, nilai)
    p.put_teks(4, 0, "Keadaan isian", "bagian")
    p.put_rumus(4, 2, _RINGKAS, "status", nama="hasil_cek_ringkas")
    p.set_bersyarat(a1(4, 2), _PERIKSA > 0, "periksa")
    p.set_bersyarat(a1(4, 2), _PERIKSA + _BELUM + _JELAS == 0, "baik")
    p.set_bersyarat(a1(4, 2), AND(_PERIKSA + _BELUM == 0, _JELAS > 0), "dijelaskan")
    r = _put_teks(p, 6, teks["petunjuk"], _write_survei(lembar, b.responden))
    p.put_teks(r, 0, "Arti warna", "bagian")
    for geser, (contoh, gaya, arti) in enumerate(
        (
            ("Diisi", "isian_tengah", "Sel kuning bertulisan biru: tempat mengetik."),
            ("Otomatis", "hasil_tengah", "Sel abu-abu bertulisan tebal: dihitung oleh rumus, terkunci."),
            (OK, "baik", "Pemeriksaan ini benar."),
            (PERIKSA, "periksa", "Ada yang salah dan harus dibetulkan, atau tidak biasa dan perlu dijelaskan."),
            (DIJELASKAN, "dijelaskan", "Tidak biasa, tetapi sebabnya sudah ditulis di lembar Cek."),
            (BELUM, "belum", "Belum diisi; tidak salah."),
        ),
        start=1,
    ):
        p.put_baris(r + geser, 1, (contoh, arti), (gaya, "teks"))
    r += 8
    p.put_teks(r, 0, "Isi berkas", "bagian")
    for geser, satu in enumerate(lembar, start=1):
        p.put_teks(r + geser, 0, geser, "sel_tengah")
        p.put_tautan(r + geser, 1, satu.nama, f"{quote_sheet(satu.nama)}!A1", "sel_tautan")
        p.put_teks(r + geser, 2, satu.isi, "sel_lipat")
    return p.finish_bagian(warna_tab="#1F3864")


def _put_teks(p: Penyusun, r: int, teks: dict[str, str | list[str]], survei: Sequence[str]) -> int:
    p.put_teks(r, 0, "Untuk apa", "bagian")
    p.put_teks(r + 1, 1, str(teks["untuk_apa"]), "teks_lipat", lebar=2)
    p.put_teks(r + 3, 0, "Tiga langkah", "bagian")
    r += 4
    for nomor, langkah in enumerate(teks["langkah"], start=1):
        p.put_teks(r, 0, nomor, "tengah_tebal")
        p.put_teks(r, 1, langkah, "teks_lipat", lebar=2)
        r += 1
    for kalimat in (teks["cara_angka"], *survei, teks["kunci"], teks["tersembunyi"]):
        p.put_teks(r, 1, str(kalimat), "catatan_lipat", lebar=2)
        r += 1
    return r + 1


def _write_survei(lembar: Sequence[Kata], responden: int) -> list[str]:
    """How answers come from elsewhere; nothing without a survey."""
    if all(satu.judul != skm.KATA.judul for satu in lembar):
        return []
    return [str(read_teks(TEKS)["petunjuk"]["survei"]).format(baris=format_angka(responden, 0))]
