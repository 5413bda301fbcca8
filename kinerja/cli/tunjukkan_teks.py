"""What a workbook holds, in lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.bilangan import format_angka
from kinerja.cli.nilai import KOSONG, show_nilai, show_persen, show_rupiah
from kinerja.hari import write_saat
from kinerja.perjanjian.hasil import TRIWULAN, HasilBuku, HasilIndikator, HasilProgram, HasilTriwulan
from kinerja.perjanjian.kembali import hitung
from kinerja.perjanjian.kembali.beda_buku_butir import to_layak
from kinerja.perjanjian.kembali.blok import BlokTerisi, list_blok
from kinerja.perjanjian.kembali.buku import is_cap
from kinerja.perjanjian.kembali.cek import KATA
from kinerja.perjanjian.kembali.tanda_formulir import is_formulir
from kinerja.perjanjian.kembali.tanpa_rumus import list_tanpa_rumus
from kinerja.perjanjian.kembali.terhitung import Terhitung
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul

PENDEK = 12
"""Cells of a block that are shown one by one without --lengkap."""
_RUMUS_FORMULIR = (
    "Rumus formulir yang diganti angka tidak tampak dari berkas ini saja; "
    "kinerja kumpul menyebutnya, karena membandingkan dengan terbitannya."
)
_PENANDA = {
    "camat_nama": "Camat",
    "camat_pangkat": "Pangkat",
    "camat_nip": "NIP",
    "atasan_nama": "Atasan",
    "tempat": "Tempat",
    "tanggal": "Tanggal",
    "alamat": "Alamat kantor",
}


def list_baris(t: Terhitung) -> Iterator[str]:
    """All but the inputs."""
    i, sidik = t.identitas, t.buku.identitas.get("sidik", "")
    yield f"{i.sebutan}, perjanjian {i.jenis} {i.tahun}"
    yield f"  Versi kinerja {i.versi}; sidik data {to_layak(sidik)[:12] or KOSONG}; {_show_disimpan(t.buku.disimpan)}."
    yield f"  {_show_simpanan(t)}"
    yield from (f"  {satu.pesan}" for satu in list_tanpa_rumus(t.buku))
    if is_formulir(t.buku.identitas):
        yield f"  {_RUMUS_FORMULIR}"
    yield "Penanda tangan"
    for nama, isi in read_penanda(t).items():
        yield f"  {_PENANDA[nama]}: {show_nilai(isi)}"
    yield from _list_indikator(t.hasil)
    yield f"Program: {len(t.hasil.program)}"
    for p in t.hasil.program:
        yield from _show_program(p)
    yield from _list_ukur(t.hasil)
    yield from _list_cek(t)


def read_penanda(t: Terhitung) -> dict[str, str | None]:
    """Who signs, when and where: what is not there is None."""
    hasil = {}
    for nama in _PENANDA:
        letak = t.buku.nama.get(f"isian_{nama}")
        if letak is not None:
            isi = hitung.read_nama(t.isi, letak)[0][0]
            hasil[nama] = (to_layak(show_nilai(isi)) or None) if isi is not None else None
    return hasil


def check_simpanan(t: Terhitung) -> list[TemuanKumpul]:
    """What the stored values differ in from ours; empty where they agree."""
    return list(hitung.check_simpanan(t.buku, t.buku, t.peta, t.isi))


def _show_simpanan(t: Terhitung) -> str:
    """One sentence."""
    beda = check_simpanan(t)
    if not beda:
        return "Hasil dihitung ulang dari isian; nilai yang tersimpan di berkas ini sama."
    pesan = to_layak(" ".join(satu.pesan for satu in beda))
    return f"Hasil dihitung ulang dari isian; nilai yang tersimpan di berkas ini tidak dipakai. {pesan}"


def _show_disimpan(teks: str) -> str:
    """When a program saved the file last.

    >>> _show_disimpan("2024-03-31T07:05:00Z"), _show_disimpan("")
    ('terakhir disimpan 31 Maret 2024 pukul 07.05 (UTC)', 'waktu penyimpanan tidak tercatat')
    >>> _show_disimpan("2024-01-01T00:00:00Z")
    'belum pernah disimpan sejak diterbitkan'
    """
    if not teks.strip():
        return "waktu penyimpanan tidak tercatat"
    if is_cap(teks):
        return "belum pernah disimpan sejak diterbitkan"
    return f"terakhir disimpan {write_saat(teks) or to_layak(teks)}"


def _list_indikator(h: HasilBuku) -> Iterator[str]:
    yield f"Indikator: {len(h.indikator)}, rata-rata capaian {show_persen(h.rerata)}"
    for i in h.indikator:
        ciri = ", ".join(to_layak(teks) for teks in (i.satuan, i.arah) if teks)
        yield f"  {i.nomor}. {to_layak(i.nama)}" + (f" ({ciri})" if ciri else "")
        if i.sasaran:
            yield f"     Sasaran: {to_layak(i.sasaran)}"
        yield f"     Setahun: target {_show_ukur(i.target)}, realisasi {_show_ukur(i.realisasi)}{_show_nilai(i)}"
        yield from _list_triwulan(i)


def _show_ukur(nilai: object) -> str:
    return to_layak(show_nilai(nilai))


def _show_nilai(i: HasilIndikator) -> str:
    """How an indikator is judged, as far as it is."""
    bagian = [f", predikat {to_layak(i.predikat)}"] if i.predikat else []
    bagian += [f", capaian {show_persen(i.capaian)}"] if i.capaian is not None else []
    bagian += [f" ({to_layak(i.kategori)})"] if i.kategori else []
    return "".join(bagian) + (f"; {to_layak(i.keterangan)}" if i.keterangan else "")


def _list_triwulan(i: HasilIndikator) -> Iterator[str]:
    """The quarters that say anything."""
    for nama, tw in zip(TRIWULAN, i.triwulan, strict=False):
        if tw.target is not None or tw.realisasi is not None:
            capaian = f", capaian {show_persen(tw.capaian)}" if tw.capaian is not None else ""
            kategori = f" ({to_layak(tw.kategori)})" if tw.kategori else ""
            yield f"     Triwulan {nama}: target {_show_ukur(tw.target)}, realisasi {_show_ukur(tw.realisasi)}" + (
                capaian + kategori
            )
        yield from _list_catatan_tulis(f"Triwulan {nama}", tw)
    yield from _list_catatan_tulis("Setahun", i)


def _list_catatan_tulis(masa: str, x: HasilTriwulan | HasilIndikator) -> Iterator[str]:
    """What the officer wrote of a quarter, or of the year."""
    for judul, teks in (("kendala", x.kendala), ("tindak lanjut", x.tindak_lanjut), ("bukti dukung", x.bukti_dukung)):
        if teks:
            yield f"     {masa}, {judul}: {to_layak(teks)}"


def _show_program(p: HasilProgram) -> Iterator[str]:
    yield f"  {to_layak(f'{p.kode} {p.nama}').strip()}"
    yield f"     Perjanjian {show_rupiah(p.perjanjian)}, DPA {show_rupiah(p.dpa)}"
    realisasi = ", ".join(f"{n} {show_rupiah(r)}" for n, r in zip(TRIWULAN, p.realisasi, strict=False))
    yield f"     Realisasi {realisasi}; jumlah {show_rupiah(p.jumlah)}, serapan {show_persen(p.serapan)}"


def _list_ukur(h: HasilBuku) -> Iterator[str]:
    """Surveys and SAKIP."""
    for s in h.skm:
        mutu = f", mutu {to_layak(s.mutu)} ({to_layak(s.kinerja)})" if s.mutu else ""
        yield f"{to_layak(s.lembar)}: responden {show_nilai(s.responden)}, NIK {show_nilai(s.nik)}{mutu}"
    for e in h.sakip:
        predikat = f", predikat {to_layak(e.predikat)}" if e.predikat else ""
        yield f"{to_layak(e.lembar)}: nilai {show_nilai(e.nilai)}{predikat}"


def _list_cek(t: Terhitung) -> Iterator[str]:
    """How many checks answer what, and those that ask for something; a form has none."""
    if is_formulir(t.buku.identitas):
        yield "Cek: tidak ada; buku ini dibuat dari formulir daerah"
        yield from _list_catatan(t)
        return
    yield "Cek: " + ", ".join(f"{t.hasil.count_cek(kata)} {kata}" for kata in KATA)
    for b in t.hasil.cek:
        if b.hasil != "OK":
            tempat = f" [{to_layak(b.lembar)} {b.sel}]".replace(" ]", "]")
            yield f"  {b.hasil or 'tanpa hasil'}{tempat}: {to_layak(b.teks)}"
            if b.penjelasan:
                yield f"     Penjelasan: {to_layak(b.penjelasan)}"
    yield from _list_catatan(t)


def _list_catatan(t: Terhitung) -> Iterator[str]:
    """What there is to say about inputs."""
    if t.isian.temuan:
        yield f"Catatan isian: {len(t.isian.temuan)}"
        yield from (f"  {s.lembar} {s.sel}: {to_layak(s.pesan)}" for s in t.isian.temuan)


def list_isian(t: Terhitung, *, lengkap: bool) -> Iterator[str]:
    """Every input block: where it stands, and what is in it."""
    yield "Isian"
    for blok in list_blok(t):
        kepala = f"  {to_layak(blok.lembar)} {blok.wilayah} {blok.nama}"
        sel = [n for baris in blok.isi for n in baris]
        if not blok.isi:
            yield f"{kepala}: kosong"
        elif len(sel) == 1:
            yield f"{kepala}: {_show_baris(sel)}"
        elif lengkap or len(sel) <= PENDEK:
            yield f"{kepala}: {_count(blok)}"
            yield from (f"    {n}. {_show_baris(baris)}" for n, baris in enumerate(blok.isi, 1))
        else:
            yield f"{kepala}: {_count(blok)}"


def _count(blok: BlokTerisi) -> str:
    return f"{format_angka(blok.terisi, 0)} dari {format_angka(blok.tinggi, 0)} baris terisi"


def _show_baris(baris: Sequence[object]) -> str:
    return " | ".join(to_layak(show_nilai(n)) for n in baris)
