"""A small form to begin with: an agreement, its year by quarters, its budget; and a sheet on which each name is told.

Names on that sheet stand without braces, so that nothing fills them in.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from kinerja.formulir.nama import DAFTAR, TUNGGAL, Bidang, Nilai, write_nilai
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.rumus.tahun import TRIWULAN
from kinerja.workbook.paket import Anggota, Potong, pack, split_bagian
from workbook_templates.gaya import ABU, BIRU, KUNING, RUPIAH

JUDUL = "Contoh formulir kinerja"
"""How the title of the file begins; `templat contoh` writes again over no other."""
LEMBAR, LEMBAR_NAMA = "Formulir", "Daftar nama"
LEBAR = (5, 30, 38, 12, 11, *[9] * 4, *[10] * 4, 11, 10, 15)
"""Characters of the columns of the form."""
AKHIR = len(LEBAR) - 1
MAKS_CONTOH = 120
"""Letters of an example."""

CARA = (
    "Formulir ialah buku kerja biasa. Ketik nama di sel yang harus diisi, di antara dua pasang kurung kurawal:"
    " { { kecamatan.nama } } tanpa spasi di antara kurungnya. Di lembar ini kurungnya sengaja tidak ditulis, supaya"
    " namanya tampil dan tidak diisi.",
    "Sel yang isinya hanya satu nama menerima nilainya apa adanya: angka tetap angka, dengan format sel itu. Beberapa"
    " nama boleh berada di dalam satu teks. Besar-kecil huruf tidak berarti.",
    "Baris yang memuat nama sebuah daftar, misalnya program.nama, diulang untuk setiap program; rumus, format, dan"
    " jumlah di bawahnya ikut bergeser. Dengan nomor, misalnya indikator.2.target, nama boleh berada di mana saja.",
    "Nama yang berawal isian_ menandai sel yang diketik kecamatan. Sel yang kuncinya Anda lepas (Format Sel,"
    " Proteksi, tanpa centang Terkunci; Format Cells, Protection, Locked) juga menjadi isian. Semua sel lain terkunci"
    " dalam buku yang diterbitkan.",
    "Nilai yang belum ada dalam data dan boleh menyusul, misalnya NIP camat, menjadi isian dengan sendirinya.",
    "Hapus lembar ini dari formulir Anda bila sudah tidak diperlukan.",
)
ISIAN = (
    ("isian_realisasi", "indikator, kegiatan, atau program: realisasi setahun"),
    ("isian_realisasi_1 sampai isian_realisasi_4", "realisasi setiap triwulan, sebagai pengganti realisasi setahun"),
    ("isian_kendala", "indikator: kendala; dengan _1 sampai _4 untuk setiap triwulan"),
    ("isian_tindak_lanjut", "indikator: tindak lanjut; juga dengan _1 sampai _4"),
    ("isian_bukti_dukung", "indikator: bukti dukung; juga dengan _1 sampai _4"),
    ("isian_metode", "indikator: bagaimana triwulan menjadi setahun, bila belum ada dalam data"),
    ("isian_dpa", "program: pagu menurut DPA"),
    ("isian_skm_jawaban", "nama rentang jawaban survei: satu baris setiap responden, satu kolom setiap unsur"),
    ("isian_skm_populasi", "banyaknya penerima layanan setahun"),
    ("isian_sakip_nilai", "nilai SAKIP"),
    ("isian_sakip_predikat", "predikat SAKIP"),
    ("isian_ dan kata lain", "isian apa pun yang kantor perlukan, misalnya isian_catatan"),
)
"""Names of inputs, as `docs/formulir.md` tells them too."""
TINGGI_BARIS, TINGGI_BUTIR, TINGGI_DUA = 13, 42, 28
"""Points of a line of text, of a row of indikator, of a row of two lines: programs fit no height to a repeated row."""
_SEL: dict[str, Any] = {"border": 1, "valign": "vcenter"}
_ISIAN: dict[str, Any] = {**_SEL, "bg_color": KUNING, "font_color": "#0000FF", "locked": False}
_HASIL: dict[str, Any] = {**_SEL, "bold": True, "bg_color": ABU}
_GAYA: dict[str, dict[str, Any]] = {
    "judul": {"bold": True, "font_size": 14, "font_color": "#FFFFFF", "bg_color": BIRU, "align": "center"},
    "subjudul": {"font_color": "#404040", "bg_color": "#D9E1F2", "align": "center"},
    "bagian": {"bold": True, "font_size": 12, "font_color": BIRU},
    "kepala": {**_SEL, "bold": True, "font_color": "#FFFFFF", "bg_color": BIRU, "align": "center", "text_wrap": True},
    "label": {**_SEL, "bold": True, "bg_color": ABU, "indent": 1},
    "teks": {**_SEL, "text_wrap": True, "indent": 1},
    "tengah": {**_SEL, "align": "center", "text_wrap": True},
    "angka": {**_SEL, "align": "right", "indent": 1},
    "rupiah": {**_SEL, "num_format": RUPIAH, "align": "right", "indent": 1},
    "isian": {**_ISIAN, "align": "right", "indent": 1},
    "isian_rupiah": {**_ISIAN, "num_format": RUPIAH, "align": "right", "indent": 1},
    "isian_teks": {**_ISIAN, "text_wrap": True, "valign": "top"},
    "hasil": {**_HASIL, "num_format": "#,##0.00", "align": "right", "indent": 1},
    "hasil_rupiah": {**_HASIL, "num_format": RUPIAH, "align": "right", "indent": 1},
    "hasil_teks": {**_HASIL, "align": "center"},
    "tanda": {"align": "center"},
    "tanda_nama": {"align": "center", "bold": True, "underline": 1},
    "lipat": {"text_wrap": True, "valign": "top"},
    "kode": {**_SEL, "valign": "top", "indent": 1},
    "arti": {**_SEL, "text_wrap": True, "valign": "top", "indent": 1},
}


class _Pena:
    """A sheet that is written on, rows from above."""

    def __init__(self, buku: Any, lembar: Any) -> None:
        self._buku, self.lembar, self.baris = buku, lembar, 0
        self._gaya: dict[str, Any] = {}

    def find_gaya(self, nama: str) -> Any:
        """The format of that name; made once."""
        if nama not in self._gaya:
            self._gaya[nama] = self._buku.add_format({"font_name": "Arial", "font_size": 10, **_GAYA[nama]})
        return self._gaya[nama]

    def put(self, kolom: int, isi: str, gaya: str, akhir: int | None = None) -> None:
        """A text, or a formula, into one cell or a merge up to column `akhir` of the row."""
        rupa = self.find_gaya(gaya)
        if akhir is not None and akhir > kolom:
            self.lembar.merge_range(self.baris, kolom, self.baris, akhir, "", rupa)
        if isi.startswith("="):
            self.lembar.write_formula(self.baris, kolom, isi, rupa, "")
        else:
            self.lembar.write(self.baris, kolom, isi, rupa)

    def put_baris(self, isi: Iterable[tuple[int, int, str, str]], tinggi: int | None = None) -> None:
        """Cells of a row: first and last column, text, style; then the next row. `tinggi` in points."""
        if tinggi is not None:
            self.lembar.set_row(self.baris, tinggi)
        for kolom, akhir, teks, gaya in isi:
            self.put(kolom, teks, gaya, akhir)
        self.baris += 1


def make_contoh(pk: PerjanjianKinerja) -> bytes:
    """The form as .xlsx; what its names would show is told for `pk`. Same input, same bytes."""
    berkas = io.BytesIO()
    with xlsxwriter.Workbook(berkas, {"in_memory": True}) as buku:
        buku.set_properties({"title": JUDUL, "created": datetime(pk.tahun, 1, 1, tzinfo=UTC)})
        buku.formats[0].set_font_name("Arial")
        buku.formats[0].set_font_size(10)
        pena = _Pena(buku, buku.add_worksheet(LEMBAR))
        for kolom, lebar in enumerate(LEBAR):
            pena.lembar.set_column(kolom, kolom, lebar)
        _put_kepala(pena)
        _put_indikator(pena, buku)
        _put_program(pena)
        _put_akhir(pena)
        _set_halaman(pena.lembar)
        _put_nama(_Pena(buku, buku.add_worksheet(LEMBAR_NAMA)), pk)
    with zipfile.ZipFile(berkas) as arsip:  # in our container, so that it may be written again
        return pack(
            Anggota.from_potong(nama, [Potong.from_isi(x) for x in split_bagian(nama, arsip.read(nama))])
            for nama in arsip.namelist()
        )


def choose_contoh(perjanjian: Sequence[PerjanjianKinerja]) -> PerjanjianKinerja:
    """The agreement of which most is known, the first of several."""
    return max(perjanjian, key=lambda pk: sum(nilai is not None for nilai in _list_nilai(pk)))


def _list_nilai(pk: PerjanjianKinerja) -> Iterator[Nilai]:
    yield from (b.read(pk) for b in TUNGGAL.values())
    for daftar in DAFTAR.values():
        yield from (b.read(butir) for butir in daftar.list_butir(pk) for b in daftar.bidang.values())


def _set_halaman(lembar: Any) -> None:
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    lembar.fit_to_pages(1, 0)
    lembar.hide_gridlines(2)
    lembar.set_footer("&L&8{{kecamatan.nama}}, {{tahun}}&R&8Halaman &P dari &N")


def _put_kepala(pena: _Pena) -> None:
    pena.put_baris([(0, AKHIR, "PERJANJIAN KINERJA KECAMATAN {{kecamatan.nama_kapital}} TAHUN {{tahun}}", "judul")], 26)
    pena.put_baris([(0, AKHIR, "{{kecamatan.kabkota}}, Provinsi {{kecamatan.provinsi}}", "subjudul")])
    pena.baris += 1
    pena.put_baris([(0, 1, "Pihak", "kepala"), (2, 2, "Nama", "kepala"), (3, 8, "Jabatan", "kepala"),
                    (9, 12, "Pangkat", "kepala"), (13, AKHIR, "NIP", "kepala")])  # fmt: skip
    for sebutan, pihak in (("Pihak pertama", "pihak_pertama"), ("Pihak kedua", "pihak_kedua")):
        bagian = ((2, 2, "nama"), (3, 8, "jabatan"), (9, 12, "pangkat"), (13, AKHIR, "nip"))
        isi = [(a, b, f"{{{{{pihak}.{nama}}}}}", "teks") for a, b, nama in bagian]
        pena.put_baris([(0, 1, sebutan, "label"), *isi], TINGGI_DUA)
    pena.baris += 1


def _put_indikator(pena: _Pena, buku: Any) -> None:
    pena.put_baris([(0, 0, "A. Sasaran, indikator, target, dan realisasi", "bagian")])
    atas = pena.baris
    for kolom, teks in enumerate(("No", "Sasaran", "Indikator", "Satuan", "Target")):
        pena.lembar.merge_range(atas, kolom, atas + 1, kolom, teks, pena.find_gaya("kepala"))
    for kolom, teks in enumerate(("Realisasi terakhir", "Capaian (%)", "Kategori"), start=13):
        pena.lembar.merge_range(atas, kolom, atas + 1, kolom, teks, pena.find_gaya("kepala"))
    pena.put_baris([(5, 8, "Target triwulan", "kepala"), (9, 12, "Realisasi triwulan", "kepala")])
    pena.put_baris([(a + n, a + n, t, "kepala") for a in (5, 9) for n, t in enumerate(TRIWULAN)])
    b = pena.baris + 1
    nama = ("nomor", "sasaran_sekali", "nama", "satuan", "target", "target_1", "target_2", "target_3", "target_4")
    gaya = ("tengah", "teks", "teks", "tengah", *["angka"] * 5)
    isi = [(k, k, f"{{{{indikator.{n}}}}}", g) for k, (n, g) in enumerate(zip(nama, gaya, strict=True))]
    isi += [(9 + n, 9 + n, f"{{{{isian_realisasi_{n + 1}}}}}", "isian") for n in range(len(TRIWULAN))]
    akhir = f'=IF(M{b}<>"",M{b},IF(L{b}<>"",L{b},IF(K{b}<>"",K{b},IF(J{b}<>"",J{b},""))))'
    capaian = f'=IF(AND(ISNUMBER(N{b}),ISNUMBER(E{b})),PERSEN_CAPAIAN(N{b},E{b},"naik"),"")'
    isi += [(13, 13, akhir, "hasil"), (14, 14, capaian, "hasil")]
    pena.put_baris([*isi, (15, 15, f'=IF(O{b}="","",KATEGORI_CAPAIAN(O{b}))', "hasil_teks")], TINGGI_BUTIR)
    rerata = f'=IF(COUNT(O{b}:O{b})=0,"",AVERAGE(O{b}:O{b}))'
    pena.put_baris([(0, 13, "Rata-rata capaian", "label"), (14, 14, rerata, "hasil"), (15, 15, "", "label")])
    buku.define_name("hasil_capaian_rerata", f"={LEMBAR}!$O${b + 1}")
    pena.baris += 1


def _put_program(pena: _Pena) -> None:
    pena.put_baris([(0, 0, "B. Program dan anggaran", "bagian")])
    kolom = ((0, 0, "No"), (1, 1, "Kode"), (2, 3, "Program"), (4, 6, "Anggaran (Rp)"), (7, 9, "Realisasi (Rp)"),
             (10, 11, "Serapan (%)"), (12, AKHIR, "Keterangan"))  # fmt: skip
    pena.put_baris([(*satu, "kepala") for satu in kolom])
    b = pena.baris + 1
    pena.put_baris([
        (0, 0, "{{program.nomor}}", "tengah"), (1, 1, "{{program.kode}}", "teks"), (2, 3, "{{program.nama}}", "teks"),
        (4, 6, "{{program.anggaran}}", "rupiah"), (7, 9, "{{isian_realisasi}}", "isian_rupiah"),
        (10, 11, _write_serapan(b), "hasil"), (12, AKHIR, "{{program.keterangan}}", "teks"),
    ], TINGGI_DUA)  # fmt: skip
    pena.put_baris([
        (0, 3, "Jumlah", "label"),
        (4, 6, f"=SUM(E{b}:E{b})", "hasil_rupiah"), (7, 9, f"=SUM(H{b}:H{b})", "hasil_rupiah"),
        (10, 11, _write_serapan(b + 1), "hasil"), (12, AKHIR, "", "label"),
    ])  # fmt: skip
    pena.put_baris([(0, 3, "Terbilang", "label"), (4, AKHIR, "{{anggaran.terbilang}}", "teks")])
    pena.baris += 1


def _write_serapan(b: int) -> str:
    return f'=IF(AND(ISNUMBER(H{b}),ISNUMBER(E{b})),IF(E{b}>0,ANGGARAN_SERAPAN(H{b},E{b}),""),"")'


def _put_akhir(pena: _Pena) -> None:
    """A cell that is unlocked and no more, then who signs."""
    pena.put_baris([(0, 0, "C. Catatan kecamatan", "bagian")])
    pena.put_baris([(0, AKHIR, "", "isian_teks")], 30)
    pena.baris += 1
    pena.put_baris([(9, AKHIR, "{{tempat}}, {{tanggal}}", "tanda")])
    for kiri, kanan, gaya in (
        ("Pihak kedua,", "Pihak pertama,", "tanda"),
        ("{{pihak_kedua.jabatan}}", "{{pihak_pertama.jabatan}}", "tanda"),
        ("", "", "tanda"),
        ("", "", "tanda"),
        ("{{pihak_kedua.nama}}", "{{pihak_pertama.nama}}", "tanda_nama"),
        ("NIP {{pihak_kedua.nip}}", "NIP {{pihak_pertama.nip}}", "tanda"),
    ):
        pena.put_baris([(1, 2, kiri, gaya), (9, AKHIR, kanan, gaya)])


def _put_nama(pena: _Pena, pk: PerjanjianKinerja) -> None:
    """What may be typed, what it means, and what it is for one agreement."""
    for kolom, lebar in enumerate((44, 58, 58)):
        pena.lembar.set_column(kolom, kolom, lebar)
    pena.put_baris([(0, 2, "Nama yang boleh dipakai di formulir", "judul")])
    for teks in CARA:
        pena.put_baris([(0, 2, teks, "lipat")], TINGGI_DUA)
    contoh = f"Contoh: {pk.kecamatan.nama}"
    _put_tabel(pena, "Sekali dalam perjanjian", contoh, [(n, b.arti, _show(b, pk)) for n, b in TUNGGAL.items()])
    for kunci, daftar in DAFTAR.items():
        butir = daftar.list_butir(pk)
        judul = f"Daftar {daftar.sebutan} (di sini {len(butir)}): barisnya berulang"
        isi = [(f"{kunci}.{n}", b.arti, _show(b, butir[0]) if butir else "") for n, b in daftar.bidang.items()]
        _put_tabel(pena, judul, contoh, isi)
    _put_tabel(pena, "Isian: yang diketik kecamatan", "", [(nama, arti, "") for nama, arti in ISIAN])
    pena.lembar.set_portrait()
    pena.lembar.set_paper(9)
    pena.lembar.fit_to_pages(1, 0)


def _put_tabel(pena: _Pena, judul: str, contoh: str, isi: Sequence[tuple[str, str, str]]) -> None:
    pena.baris += 1
    pena.put_baris([(0, 0, judul, "kepala"), (1, 1, "Artinya", "kepala"), (2, 2, contoh, "kepala")])
    for nama, arti, teks in isi:
        pena.lembar.write_string(pena.baris, 2, teks, pena.find_gaya("arti"))  # as text, whatever it begins with
        baris = max(-(-len(satu) // 50) for satu in (teks, arti, "x"))
        pena.put_baris([(0, 0, nama, "kode"), (1, 1, arti, "arti")], max(15, baris * TINGGI_BARIS))


def _show(bidang: Bidang, apa: object) -> str:
    nilai: Nilai = bidang.read(apa)
    teks = write_nilai(nilai, bidang).replace("{{", "{ {").replace("}}", "} }")
    return "(belum diisi)" if nilai is None else teks[:MAKS_CONTOH] + ("…" if len(teks) > MAKS_CONTOH else "")
