"""Findings on defined names, by which inputs, results and the identity of a workbook are found."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.alamat import Kotak, name_kotak, quote_sheet
from kinerja.perjanjian.kembali.buku import AWALAN_HASIL, AWALAN_ISIAN
from kinerja.perjanjian.kembali.kelompok import cut_teks, write_nilai
from kinerja.perjanjian.kembali.laporan import Banding
from kinerja.perjanjian.model import AWALAN_NAMA
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.temuan import declare

Letak = tuple[str, Kotak]
AWALAN = AWALAN_ISIAN, AWALAN_HASIL, AWALAN_NAMA
_PROGRAM = "_xl", "print_", "sheet_title", "excel_builtin_", "__"
"""How names begin that programs make by themselves."""
_PAKAI_TERBITAN = "Minta kecamatan mengisi lagi buku yang diterbitkan; buku ini jangan dipakai."


@declare("KU10", Bobot.BERUBAH, "Nama yang diterbitkan tidak ada lagi", _PAKAI_TERBITAN)
def check_nama_hilang(n: Banding) -> Iterator[TemuanKumpul]:
    """Names that are gone."""
    ada = {nama.casefold() for nama in n.datang.nama_mentah}
    for nama, acuan in n.terbit.nama_mentah.items():
        if nama.casefold() not in ada:
            letak = n.terbit.nama.get(nama)
            tempat = (letak[0], name_kotak(letak[1])) if letak else ("", "")
            yield n.report(f"Nama {nama} tidak ada lagi.", tempat, (acuan, "(tidak ada)"))


@declare("KU11", Bobot.BERUBAH, "Nama menunjuk sel lain", _PAKAI_TERBITAN)
def check_nama_pindah(n: Banding) -> Iterator[TemuanKumpul]:
    """Names that lead elsewhere, or to fewer cells."""
    if n.datang.nama_mentah == n.terbit.nama_mentah and n.pembanding.diam:
        return
    kini = {nama.casefold(): nama for nama in n.datang.nama_mentah}
    for nama, acuan in n.terbit.nama_mentah.items():
        if (baru := kini.get(nama.casefold())) is None:
            continue
        letak, datang = n.terbit.nama.get(nama), n.datang.nama.get(baru)
        harap = n.peta.find_kotak(*letak) if letak else None
        tulisan = n.datang.nama_mentah[baru]
        if datang != harap or (letak is None and tulisan != acuan):
            tempat = (letak[0], name_kotak(letak[1])) if letak else ("", "")
            kini_di = f", kini {_name_letak(harap)}" if harap != letak else ""
            yield n.report(
                f"Nama {nama} {_say_pindah(letak, harap, datang)}.", tempat, (acuan + kini_di, cut_teks(tulisan))
            )


def _say_pindah(letak: Letak | None, harap: Letak | None, datang: Letak | None) -> str:
    """Where a name leads, beside where its cells stood and where they should be now."""
    if datang is None:
        return "tidak lagi menunjuk sel di buku ini"
    if datang == letak:  # some programs move cells and leave names behind
        if harap is None:
            return "menunjuk tempat sel yang tidak ada lagi"
        return f"tidak ikut bergeser bersama selnya, yang kini di {_name_letak(harap)}"
    if harap and harap[0] == datang[0] and harap[1] != datang[1]:
        (b, k, b_akhir, k_akhir), (b2, k2, b2_akhir, k2_akhir) = harap[1], datang[1]
        if b <= b2 and k <= k2 and b2_akhir <= b_akhir and k2_akhir <= k_akhir:
            return "dipendekkan"
        if b2 <= b and k2 <= k and b_akhir <= b2_akhir and k_akhir <= k2_akhir:
            return "diperluas"
    return "menunjuk sel lain"


def _name_letak(letak: Letak | None) -> str:
    return f"{quote_sheet(letak[0])}!{name_kotak(letak[1])}" if letak else "tidak ada"


@declare("KU12", Bobot.BERUBAH, "Nama yang tidak diterbitkan", _PAKAI_TERBITAN)
def check_nama_baru(n: Banding) -> Iterator[TemuanKumpul]:
    """New names of our kind, and those of one sheet that hide one of the workbook; any other is a question."""
    dikenal = {nama.casefold() for nama in n.terbit.nama_mentah}
    for nama, acuan in n.datang.nama_mentah.items():
        kecil = nama.casefold()
        if kecil not in dikenal and not kecil.startswith(_PROGRAM):
            pesan, isi = f"Nama {cut_teks(nama)} tidak diterbitkan.", ("(tidak ada)", cut_teks(acuan))
            if kecil.startswith(AWALAN):
                yield n.report(pesan, isi=isi)
            else:
                yield n.report(pesan, isi=isi, bobot=Bobot.PERIKSA, saran="Lihat isi nama itu, dan tanyakan gunanya.")
    for (lembar, nama), acuan in n.datang.nama_lokal.items():
        kecil = nama.casefold()
        if (kecil in dikenal or kecil.startswith(AWALAN)) and (lembar, nama) not in n.terbit.nama_lokal:
            pesan = f"Nama {cut_teks(nama)} dibuat lagi khusus untuk lembar ini, sehingga nama terbitan tertutup."
            yield n.report(pesan, (lembar, ""), (n.terbit.nama_mentah.get(nama, "(tidak ada)"), cut_teks(acuan)))


@declare(
    "KU13",
    Bobot.BERUBAH,
    "Identitas buku berubah",
    "Tanyakan buku milik siapa ini; minta kecamatan mengisi buku yang diterbitkan untuknya.",
)
def check_identitas(n: Banding) -> Iterator[TemuanKumpul]:
    """What the workbook says of itself."""
    for s in n.beda.tetap:
        if nama := n.pembanding.identitas.get((s.lembar, s.baris, s.kolom)):
            isi = write_nilai(s.terbit.nilai), write_nilai(s.datang.nilai)
            apa = nama.removeprefix(AWALAN_NAMA)
            tempat = s.lembar, name_kotak((s.baris, s.kolom, s.baris, s.kolom))
            yield n.report(f"Identitas {apa} berubah.", tempat, isi)
