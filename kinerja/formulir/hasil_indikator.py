"""The hidden tables of indikator: the year's realisation from what the form asks for, judged as on sheet Capaian."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.formulir.hasil_acuan import Acuan
from kinerja.formulir.hasil_cara import choose_cara
from kinerja.peraturan import get_parameter
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.rumus.capaian import list_arah
from kinerja.rumus.tahun import TRIWULAN, Metode
from kinerja.rumus.target import Target
from kinerja.workbook.ekspresi import X, to_x
from kinerja.workbook.fungsi import AND, COUNT, IF, ISLOGICAL, ISNUMBER, OR, ROUND, SUM, TRIM
from workbook_templates.perjanjian_kinerja.bahan import to_kolom
from workbook_templates.perjanjian_kinerja.lembar.capaian import BELUM_SETAHUN, note_setahun
from workbook_templates.perjanjian_kinerja.lembar.indikator import DESIMAL_JUMLAH
from workbook_templates.perjanjian_kinerja.lembar.triwulan import BELUM_DINILAI
from workbook_templates.perjanjian_kinerja.penilaian import Penilai, to_sel
from workbook_templates.rumus import pick_akhir

JUDUL = (
    *("No", "Sasaran", "Indikator", "Satuan", "Arah", "Target", "Realisasi", "Predikat", "Capaian (%)", "Kategori"),
    *("Keterangan", "Kendala", "Tindak lanjut", "Bukti dukung", "Cara setahun"),
    *(f"Catatan {n}" for n in range(1, 5)),
)
TARGET, REALISASI, PREDIKAT, CAPAIAN, KATEGORI, KETERANGAN, CATATAN = range(5, 12)
CARA = CATATAN + 3
"""Columns of the year's table."""
JUDUL_TRIWULAN = (
    *("No", "Indikator", "Triwulan", "Target", "Realisasi", "Capaian (%)", "Kategori"),
    *("Kendala", "Tindak lanjut", "Bukti dukung"),
)
TW_TARGET, TW_REALISASI, TW_CAPAIAN, TW_KATEGORI = range(3, 7)
"""Columns of the quarters' table."""
BEDA_NILAI = "realisasinya berbeda dari nilai SAKIP yang diketik"
_CATATAN = ("kendala", "tindak_lanjut", "bukti_dukung")
_HASIL = {"SKM": "hasil_skm{}_nik", "SAKIP": "hasil_sakip{}_nilai", "Manfaat": "hasil_manfaat_persen"}
_HASIL["Trantibum"] = "hasil_trantibum_persen"
"""Names under which a form may show what an indikator comes to, by the sheet that would measure it."""
SAKIP = "isian_sakip_nilai", "isian_sakip_predikat"
"""Inputs of the year's SAKIP evaluation, that of the first such indikator."""
Baris = list[tuple[int, object]]
"""Column and value or formula of the cells of a row."""


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One indikator with where its rows stand.

    Attributes:
        nomor: from 0; `urut` among those that are measured alike, from 1.
        baris: its row in the year's table; `triwulan` its first one in that of the quarters.
    """

    acuan: Acuan
    penilai: Penilai
    sasaran: str
    nomor: int
    urut: int
    baris: int
    triwulan: int

    @property
    def awalan(self) -> str:
        """How the names of its inputs begin."""
        return f"isian_indikator_{self.nomor + 1}_"

    @property
    def bertriwulan(self) -> bool:
        """Whether the form asks for its quarters."""
        return any(f"{self.awalan}realisasi_{q}" in self.acuan.nama for q in range(1, len(TRIWULAN) + 1))

    @property
    def ditanyakan(self) -> bool:
        """Whether the form asks for its realisation, of the year or of quarters."""
        return f"{self.awalan}realisasi" in self.acuan.nama or self.bertriwulan

    @property
    def sakip(self) -> bool:
        """Whether the inputs of the SAKIP evaluation are its own."""
        return self.urut == 1 and self.penilai.indikator.jenis.berbobot

    @property
    def cara(self) -> X | None:
        """How its quarters become a year, as typed; None where the form does not ask."""
        return self.acuan.find_isi(f"{self.awalan}metode")

    def list_triwulan(self) -> list[X]:
        """Its realisation in each quarter."""
        return [self.acuan.sel(self.triwulan + q, TW_REALISASI) for q in range(len(TRIWULAN))]


def list_ukuran(pk: PerjanjianKinerja, acuan: Acuan, baris: int, triwulan: int) -> list[Ukuran]:
    """All indikator of an agreement; `baris` and `triwulan` are the first rows of the two tables."""
    hasil: list[Ukuran] = []
    sasaran = [s.uraian for s in pk.sasaran for _ in s.indikator]
    for n, i in enumerate(pk.indikator):
        urut = 1 + sum(u.penilai.indikator.jenis.lembar == i.jenis.lembar for u in hasil)
        penilai = Penilai(i, pk.cara, pk.pada)
        hasil.append(Ukuran(acuan, penilai, sasaran[n], n, urut, baris + n, triwulan + len(TRIWULAN) * n))
    return hasil


def make_tahun(u: Ukuran) -> Baris:
    """The row of an indikator in the year's table."""
    n, i, a, r = u.penilai, u.penilai.indikator, u.acuan, u.baris
    arah = next(satu.sebutan for satu in list_arah(pada=n.pada) if satu.kode == i.arah)
    x, c = a.sel(r, REALISASI), a.sel(r, CAPAIAN)
    t = n.pick_target(i.target, a.sel(r, TARGET))
    tw = u.list_triwulan()
    kategori, catatan = IF(ISNUMBER(c), n.kategori(c), ""), _list_catatan(u, x, t, c)
    if u.bertriwulan:
        belum = AND(_is_ada(u, tw), tw[-1] == "")
        kategori = IF(belum, IF(x == "", "", BELUM_SETAHUN), kategori)
    return [
        *enumerate((u.nomor + 1, u.sasaran, i.nama, i.satuan, arah)),
        (TARGET, _read_target(u, i.target, f"{u.awalan}target")),
        (REALISASI, _write_tahun(u)),
        (PREDIKAT, _write_predikat(u, x)),
        (CAPAIAN, n.capaian(x, t)),
        (KATEGORI, kategori),
        (KETERANGAN, catatan[0] if len(catatan) == 1 else _join([a.sel(r, CARA + 1 + k) for k in range(len(catatan))])),
        *((c, a.find_isi(f"{u.awalan}{apa}")) for c, apa in enumerate(_CATATAN, start=CATATAN)),
        (CARA, choose_cara(i).write(u.cara) if u.bertriwulan else None),
        *(enumerate(catatan, start=CARA + 1) if len(catatan) > 1 else ()),
    ]


def _list_catatan(u: Ukuran, x: X, t: X | Target, c: X) -> list[X]:
    """What a reader must know: what is odd in the year, why there is none although quarters were typed, and so on."""
    i, biasa = u.penilai.indikator, u.penilai.keterangan(x, t, c)
    tw = u.list_triwulan()
    if not i.jenis.berurutan:
        setahun = note_setahun(u.penilai, (x, t, c), tw if u.bertriwulan else (None,) * len(tw))
        biasa = IF(biasa == "", setahun, biasa)
    hasil = [biasa]
    if u.bertriwulan:
        hasil.append(choose_cara(i).keterangan(u.cara, AND(_is_ada(u, tw), x == "")))
    if u.sakip:
        hasil += _check_sakip(u, x)
    return [satu for satu in hasil if satu.tetap != ""]


def _check_sakip(u: Ukuran, x: X) -> Iterator[X]:
    """What was typed of the evaluation beside the year's realisation and says something else."""
    ketik, nilai, huruf = u.acuan.find_isi(SAKIP[1]), u.acuan.find_angka(SAKIP[0]), u.acuan.sel(u.baris, PREDIKAT)
    if ketik is not None:
        beda = AND(x != "", ketik != "", huruf != "", TRIM(ketik) != huruf)
        yield IF(beda, "predikat yang diketik " & ketik & ", menurut nilainya " & huruf, "")
    if nilai is not None and u.ditanyakan:
        yield IF(AND(nilai != "", x != "", nilai != x), BEDA_NILAI, "")


def _join(semua: list[X]) -> X:
    """The sentences that are not blank; each is read several times, so cells, not formulas."""
    hasil = semua[0]
    for x in semua[1:]:
        hasil = IF(x == "", hasil, IF(hasil == "", x, hasil & "; " & x))
    return hasil


def make_triwulan(u: Ukuran) -> Iterator[tuple[int, Baris]]:
    """The rows of an indikator in the quarters' table."""
    n, i, a = u.penilai, u.penilai.indikator, u.acuan
    for q, tw in enumerate(TRIWULAN):
        r = u.triwulan + q
        isi: Baris = [(0, 4 * u.nomor + q + 1), (1, i.nama), (2, tw)]
        isi.append((TW_TARGET, _read_target(u, i.triwulan[q], f"{u.awalan}target_triwulan_{q + 1}")))
        realisasi = _read_ukur(u, f"{u.awalan}realisasi_{q + 1}")
        if realisasi is not None:
            x, c = a.sel(r, TW_REALISASI), a.sel(r, TW_CAPAIAN)
            t = n.pick_target(i.triwulan[q], a.sel(r, TW_TARGET))
            tanpa = IF(x == "", "", BELUM_DINILAI)
            terukur = IF(ISNUMBER(c), n.kategori(c), "" if i.jenis.berurutan else tanpa)
            kategori = terukur if isinstance(t, Target) else IF(t == "", tanpa, terukur)
            isi += [(TW_REALISASI, realisasi), (TW_CAPAIAN, n.capaian(x, t)), (TW_KATEGORI, kategori)]
        for c_catatan, apa in enumerate(_CATATAN, start=TW_KATEGORI + 1):
            isi.append((c_catatan, a.find_isi(f"{u.awalan}{apa}_{q + 1}")))
        yield r, isi


def _read_target(u: Ukuran, target: Target | None, nama: str) -> object:
    """What is agreed, else the input; nothing where the form has none."""
    if target is not None:
        return to_kolom([to_sel(target)])[0][0]
    x = u.acuan.find(nama)
    return None if x is None else IF(OR(x == "", ISLOGICAL(x)), "", _scale(u, x, nama))


def _scale(u: Ukuran, x: X, nama: str) -> X:
    return IF(ISNUMBER(x), ROUND(x * 100, DESIMAL_JUMLAH), x) if nama in u.acuan.persen else x


def _read_ukur(u: Ukuran, nama: str) -> X | None:
    """A realisation that is typed: a number, or a predicate where the indikator has such."""
    return (u.acuan.find_isi if u.penilai.indikator.jenis.berurutan else u.acuan.find_angka)(nama)


def _write_tahun(u: Ukuran) -> X:
    """The year's realisation: of its quarters, else what is typed for the year, else what the form computes."""
    hasil = to_x("")
    for x in (*_list_hasil(u), _read_ukur(u, f"{u.awalan}realisasi")):
        if x is not None:
            hasil = IF(x == "", hasil, x)
    if u.bertriwulan:
        cara = choose_cara(u.penilai.indikator)
        semua = _list_setahun(u)
        dari = hasil if cara.tetap is None else semua[cara.tetap]
        if u.cara is not None and cara.boleh != (cara.tetap,):
            for m in cara.boleh:
                dari = IF(u.acuan.sel(u.baris, CARA) == m.sebutan, semua[m], dari)
        hasil = IF(_is_ada(u, u.list_triwulan()), dari, hasil)
    return hasil


def _list_hasil(u: Ukuran) -> Iterator[X | None]:
    """Results of the form that an indikator may be read from, the best last."""
    if u.sakip:
        yield u.acuan.find_angka(SAKIP[0])
    pola = _HASIL.get(u.penilai.indikator.jenis.lembar, "")
    yield u.acuan.find_angka(pola.format("" if u.urut == 1 else f"_{u.urut}")) if pola else None
    yield _read_ukur(u, f"hasil_indikator_{u.nomor + 1}")


def _is_ada(u: Ukuran, tw: list[X]) -> X:
    """Whether any quarter was typed."""
    if u.penilai.indikator.jenis.berurutan:
        return OR(*(x != "" for x in tw))
    return COUNT(u.acuan.rentang((u.triwulan, TW_REALISASI, u.triwulan + len(tw) - 1, TW_REALISASI))) > 0


def _list_setahun(u: Ukuran) -> dict[Metode, X]:
    """The year from its quarters, of which one at least was typed, in every way."""
    i, tw = u.penilai.indikator, u.list_triwulan()
    w = u.acuan.rentang((u.triwulan, TW_REALISASI, u.triwulan + len(tw) - 1, TW_REALISASI))
    jumlah = ROUND(SUM(w), DESIMAL_JUMLAH)
    rerata = jumlah / COUNT(w)
    if i.jenis.penilaian:
        rerata = ROUND(rerata, get_parameter(i.jenis.penilaian.parameter, pada=u.penilai.pada).bilangan("desimal"))
    terakhir = pick_akhir(tw, (lambda x: x != "") if i.jenis.berurutan else ISNUMBER)
    return {Metode.JUMLAH: jumlah, Metode.AKHIR: terakhir, Metode.RATA_RATA: rerata}


def _write_predikat(u: Ukuran, x: X) -> object:
    """The grade of the year, of SAKIP the one typed where there is no figure."""
    huruf = u.penilai.jenjang(x)
    ketik = u.acuan.find_isi(SAKIP[1]) if u.sakip else None
    return huruf if huruf is None or ketik is None else IF(x == "", ketik, huruf)
