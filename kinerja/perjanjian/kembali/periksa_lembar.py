"""Findings on sheets, rows and columns: gone, new, hidden; and on merged cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kinerja.alamat import name_kotak, show_nama
from kinerja.perjanjian.kembali.beda import Letak, is_di_dalam
from kinerja.perjanjian.kembali.kelompok import group_urut, name_baris, name_kolom, write_isi
from kinerja.perjanjian.kembali.laporan import Banding
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.tabel.xlsx_penuh import SelPenuh
from kinerja.temuan import declare

_TAMPAK, _SANGAT = "visible", "veryHidden"
_TANPA_MENU = "Minta kecamatan mengisi lagi buku yang diterbitkan: menu Excel tidak dapat menampilkan lembar ini."
"""Of a sheet that only a program shows again."""
_NAMA: tuple[tuple[str, Callable[[int, int], str]], ...] = ("Baris", name_baris), ("Kolom", name_kolom)
"""Lines by their place in the address of a cell."""


@declare(
    "KU21",
    Bobot.PERIKSA,
    "Baris atau kolom disisipkan",
    "Lihat apa yang ditulis di sana; isinya tidak ikut dihitung.",
)
def check_sisipan(n: Banding) -> Iterator[TemuanKumpul]:
    """Lines that were not issued."""
    for sumbu, ((kata, name), pindah) in enumerate(zip(_NAMA, (n.peta.baris, n.peta.kolom), strict=True)):
        for asal in pindah:
            for awal, akhir in group_urut(n.peta.find_sisipan(asal)[sumbu]):
                tempat = n.peta.lembar[asal], name(awal, akhir)
                yield n.report(f"{kata} disisipkan.", tempat, ("(tidak ada)", _name_banyak(awal, akhir)))


@declare("KU22", Bobot.BERUBAH, "Baris atau kolom dihapus", "Minta kecamatan mengisi lagi buku yang diterbitkan.")
def check_hilang(n: Banding) -> Iterator[TemuanKumpul]:
    """Lines that are gone, with what stood there first."""
    for sumbu, ((kata, name), pindah) in enumerate(zip(_NAMA, (n.peta.baris, n.peta.kolom), strict=True)):
        for asal, letak in pindah.items():
            sel = n.terbit.lembar[asal].sel
            for awal, akhir in group_urut({x[sumbu] for x in sel if x[sumbu] not in letak}):
                isi = _find_pertama(sel, sumbu, awal)
                yield n.report(
                    f"{kata} yang diterbitkan tidak ada lagi.", (asal, name(awal, akhir)), (isi, "(tidak ada)")
                )


def _name_banyak(awal: int, akhir: int) -> str:
    return f"{akhir - awal + 1} disisipkan"


def _find_pertama(sel: Mapping[Letak, SelPenuh], sumbu: int, nomor: int) -> str:
    """What stands first in a line."""
    return write_isi(sel[min(letak for letak in sel if letak[sumbu] == nomor)])


@declare("KU23", Bobot.BERUBAH, "Lembar tidak ada lagi", "Minta kecamatan mengisi lagi buku yang diterbitkan.")
def check_lembar_hilang(n: Banding) -> Iterator[TemuanKumpul]:
    """Issued sheets that are gone."""
    for lembar in n.terbit.lembar:
        if lembar not in n.peta.lembar:
            yield n.report("Lembar yang diterbitkan tidak ada lagi.", (lembar, ""), ("ada", "(tidak ada)"))


@declare(
    "KU24",
    Bobot.PERIKSA,
    "Lembar tambahan",
    "Lihat isinya: catatan boleh dibiarkan, tiruan lembar yang ditandatangani tidak.",
)
def check_lembar_baru(n: Banding) -> Iterator[TemuanKumpul]:
    """Any program but Excel adds one without a question; a second Lampiran to be printed looks just the same."""
    dikenal = set(n.peta.lembar.values())
    for lembar, keadaan in n.datang.keadaan.items():
        if lembar not in dikenal and lembar not in n.terbit.keadaan:
            sembunyi = "" if keadaan == _TAMPAK else " yang tersembunyi"
            saran = _TANPA_MENU if keadaan == _SANGAT else ""
            pesan = f"Ada lembar tambahan{sembunyi}."
            yield n.report(pesan, (lembar, ""), ("(tidak ada)", "lembar baru"), saran=saran)


@declare("KU25", Bobot.PERIKSA, "Lembar berganti nama", "Kembalikan namanya; isinya tetap dibandingkan.")
def check_lembar_nama(n: Banding) -> Iterator[TemuanKumpul]:
    """Issued sheets under another name."""
    for asal, kini in n.peta.lembar.items():
        if asal != kini:
            yield n.report(f"Lembar ini berganti nama menjadi {show_nama(kini)}.", (asal, ""), (asal, kini))


@declare(
    "KU26",
    Bobot.PERIKSA,
    "Lembar, baris, atau kolom disembunyikan",
    "Tampilkan lagi, lalu lihat isinya dan tanyakan mengapa.",
)
def check_sembunyi(n: Banding) -> Iterator[TemuanKumpul]:
    """What could be seen in the issue; a filter hides rows as well."""
    for asal, kini in n.peta.lembar.items():
        if n.terbit.keadaan.get(asal) == _TAMPAK != n.datang.keadaan.get(kini):
            saran = _TANPA_MENU if n.datang.keadaan.get(kini) == _SANGAT else ""
            yield n.report("Lembar disembunyikan.", (kini, ""), ("tampak", "tersembunyi"), saran=saran)
        a, b = n.terbit.lembar[asal], n.datang.lembar[kini]
        jalur = (b.baris_sembunyi, a.baris_sembunyi, n.peta.baris), (b.kolom_sembunyi, a.kolom_sembunyi, n.peta.kolom)
        for sumbu, (sembunyi, semula, pindah) in enumerate(jalur):
            if sembunyi == semula:
                continue
            letak = pindah.get(asal, {})
            berisi = {x[sumbu] for x in b.sel} | {letak.get(x[sumbu], x[sumbu]) for x in a.sel}
            baru = (sembunyi & berisi) - {letak.get(x, x) for x in semula}
            kata, name = _NAMA[sumbu]
            for awal, akhir in group_urut(baru):
                yield n.report(f"{kata} disembunyikan.", (kini, name(awal, akhir)), ("tampak", "tersembunyi"))


@declare("KU27", Bobot.PERIKSA, "Sel digabung", "Pisahkan lagi: isi sel yang tertutup gabungan tidak tampak.")
def check_gabung(n: Banding) -> Iterator[TemuanKumpul]:
    """Merged ranges over cells that were issued, or in which something is typed."""
    for asal, kini in n.peta.lembar.items():
        semula = n.terbit.lembar[asal].gabung
        gabung = set(n.datang.lembar[kini].gabung)
        if gabung == set(semula):
            continue
        pindah = {letak[1] for kotak in semula if (letak := n.peta.find_kotak(asal, kotak))}
        berisi = n.pembanding.list_sel(asal)
        isian = n.pembanding.list_isian(asal)
        for kotak in sorted(gabung - pindah):
            b, k, b_akhir, k_akhir = kotak
            tertutup = any(is_di_dalam(letak, (kotak,)) for letak in berisi)
            if tertutup or any(b <= x[2] and x[0] <= b_akhir and k <= x[3] and x[1] <= k_akhir for x in isian):
                yield n.report(
                    "Sel digabung di atas isi yang diterbitkan.", (kini, name_kotak(kotak)), ("", "digabung")
                )
