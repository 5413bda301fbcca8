"""How an indikator is computed, in words, for those whose data set does not say."""

from __future__ import annotations

from kinerja.alamat import column_letters
from kinerja.peraturan import get_parameter
from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.skm import list_unsur
from kinerja.rumus.tahun import Metode
from workbook_templates.penyusun import read_teks
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar_kerja import TEKS

_SETAHUN = {
    Metode.JUMLAH: "setahun_jumlah",
    Metode.AKHIR: "setahun_akhir",
    Metode.RATA_RATA: "setahun_rata_rata",
}


def write_rumusan(i: Indikator, b: Tampak) -> list[str]:
    """Paragraphs that say how the indikator is computed; the last ends with a colon where a table is to follow."""
    teks: dict[str, str] = read_teks(TEKS)["rumusan"]
    match i.jenis.kode:
        case jenis.SKM.kode:
            skm = get_parameter("skm", pada=b.pada)
            faktor, dasar = skm.bilangan("faktor_konversi"), skm.dasar
            unsur = "; ".join(u.nama for u in list_unsur(pada=b.pada))
            isi = [teks[k].format(faktor=faktor, unsur=unsur, dasar=dasar) for k in ("skm", "unsur", "mutu")]
        case jenis.SAKIP.kode:
            dasar = b.lke.dasar if b.lke and b.lke.dasar else get_parameter("sakip_bobot", pada=b.pada).dasar
            isi = [teks["sakip"].format(banyak=len(b.bobot_sakip)), teks["predikat_sakip"].format(dasar=dasar)]
        case jenis.MANFAAT.kode:
            huruf = [column_letters(n).lower() for n in range(len(i.daftar))]
            rumus = f"({' + '.join(huruf)}) / {len(huruf)}" if len(huruf) > 1 else "a"
            satu = [
                teks["daftar"].format(h=h, nama=d.nama, satuan=d.satuan) for h, d in zip(huruf, i.daftar, strict=True)
            ]
            isi = [teks["manfaat"].format(rumus=rumus), *satu]
        case jenis.TRANTIBUM.kode:
            isi = [teks["trantibum"]]
        case jenis.PERSEN.kode:
            atas, bawah = i.pembilang or "Pembilang", i.penyebut or "Penyebut"
            isi = [teks["persen"].format(pembilang=atas, penyebut=bawah), *_write_setahun(i, teks)]
        case jenis.PREDIKAT.kode:
            isi = [teks["predikat"].format(urutan="; ".join(i.urutan))]
        case _:
            isi = [teks["rasio" if i.berrasio else "nilai"].format(satuan=i.satuan), *_write_setahun(i, teks)]
    if i.arah == "naik":
        return isi
    return [teks["tetap" if i.arah == "tetap" else "turun"], *isi]


def _write_setahun(i: Indikator, teks: dict[str, str]) -> list[str]:
    """How four quarters become a year."""
    metode = Metode.AKHIR if i.berrasio else i.metode
    if i.jenis.berpenyebut and metode is Metode.JUMLAH:
        return [teks["setahun_bagi"]]
    return [teks["setahun_pilih" if metode is None else _SETAHUN[metode]]]
