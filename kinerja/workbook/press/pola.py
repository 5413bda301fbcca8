"""A written workbook as a pattern: where its values stand, and the file of another plan of the same form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kinerja.workbook.abai import list_abai
from kinerja.workbook.acuan import split_reference
from kinerja.workbook.cetak import count_poin, write_kaki
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Buku, Lembar
from kinerja.workbook.lembar import find_luwes
from kinerja.workbook.paket import BAGIAN_TEKS, BANYAK_TEKS, Anggota, Potong, pack, split_bagian
from kinerja.workbook.press.beda import BedaLembar, LainBentuk, Ubah, compare_buku, is_teks
from kinerja.workbook.press.potongan import BagianPola, LembarPola
from kinerja.workbook.teks import check_text
from kinerja.workbook.writer import build_xlsx
from kinerja.workbook.xlsx import guard_teks, render_element, render_si

MAKS_SIFAT = 255


class Pola:
    """One written workbook, and where its values stand."""

    def __init__(self, buku: Buku, kunci: Kunci | None) -> None:
        xlsx = build_xlsx(buku, kunci)
        self._buku = buku
        self._teks = {teks: nomor for nomor, teks in enumerate(xlsx.str_table.string_array)}
        self._banyak = Counter(_list_teks(buku))
        self._grafik = frozenset(_list_grafik(buku))
        self._potong = {nama: [Potong.from_isi(x) for x in split_bagian(nama, isi)] for nama, isi in xlsx.bagian}
        self._anggota = {nama: Anggota.from_potong(nama, potong) for nama, potong in self._potong.items()}
        self._abai: dict[int, dict[str, str]] = {}
        self._lembar: dict[str, LembarPola] = {}
        self._bagian: dict[tuple[str, int], BagianPola] = {}

    @property
    def isi(self) -> bytes:
        """The file of the plan that this was made from."""
        return pack(self._anggota.values())

    def stamp(self, buku: Buku) -> bytes:
        """The file of another plan of the same form.

        Raises:
            LainBentuk: it is not of the same form, or its texts are alike in other places.
            DataError: it holds something that a workbook cannot hold.
        """
        beda = compare_buku(self._buku, buku)
        baru: dict[str, Anggota] = {}
        kaki = _make_kaki(buku) if buku.kaki != self._buku.kaki else {}
        teks = self._replace_texts([u for satu in beda for u in satu.sel if u.rumus is None and is_teks(u.baru)])
        if teks:
            baru[BAGIAN_TEKS] = self._stamp_teks(teks)
        for nomor, satu in enumerate(beda, start=1):
            if satu.sel or satu.tinggi or kaki:
                nama = f"xl/worksheets/sheet{nomor}.xml"
                if satu.lain_abai and self._list_abai(nomor - 1) != list_abai(buku.lembar[nomor - 1], buku.gaya):
                    raise LainBentuk
                lembar = buku.lembar[nomor - 1]
                baru[nama] = self._stamp_lembar(nama, lembar, satu, kaki.get(count_poin(lembar.cetak)))
        if buku.judul != self._buku.judul:
            judul = render_element("dc:title", check_text(buku.judul))
            baru["docProps/core.xml"] = self._stamp_bagian("docProps/core.xml", "dc:title", {0: judul})
        sifat = {
            nomor: _render_sifat(kini)
            for nomor, ((_, lama), (_, kini)) in enumerate(zip(self._buku.sifat, buku.sifat, strict=True))
            if lama != kini
        }
        if sifat:
            baru["docProps/custom.xml"] = self._stamp_bagian("docProps/custom.xml", "vt:lpwstr", sifat)
        return pack((self._anggota | baru).values())

    def _list_abai(self, nomor: int) -> dict[str, str]:
        """What Excel is told not to mark on a sheet."""
        if nomor not in self._abai:
            self._abai[nomor] = list_abai(self._buku.lembar[nomor], self._buku.gaya)
        return self._abai[nomor]

    def _replace_texts(self, ubah: list[Ubah]) -> dict[str, str]:
        """Old and new shared strings. They keep their numbers as long as equal texts stay equal, and others not."""
        ganti: dict[str, str] = {}
        for u in ubah:
            assert isinstance(u.lama, str)
            assert isinstance(u.baru, str)
            if ganti.setdefault(u.lama, u.baru) != u.baru:
                raise LainBentuk
        banyak = Counter(u.lama for u in ubah)
        if any(banyak[lama] != self._banyak[lama] for lama in ganti):
            raise LainBentuk
        kini = set(ganti.values())
        if len(kini) != len(ganti) or any(guard_teks(teks) in self._teks and teks not in ganti for teks in kini):
            raise LainBentuk
        return ganti

    def _stamp_teks(self, ganti: dict[str, str]) -> Anggota:
        """The shared strings, of which only the pieces that hold new ones are deflated."""
        potong = self._potong[BAGIAN_TEKS].copy()
        baru: dict[int, dict[int, str]] = {}
        for lama, kini in ganti.items():
            nomor, letak = divmod(self._teks[guard_teks(lama)], BANYAK_TEKS)
            baru.setdefault(nomor + 1, {})[letak] = render_si(check_text(kini))
        for nomor, isi in baru.items():
            potong[nomor] = self._stamp_potong(BAGIAN_TEKS, nomor, "si", isi)
        return Anggota.from_potong(BAGIAN_TEKS, potong)

    def _stamp_bagian(self, nama: str, elemen: str, ganti: dict[int, str]) -> Anggota:
        return Anggota.from_potong(nama, [self._stamp_potong(nama, 0, elemen, ganti)])

    def _stamp_potong(self, nama: str, nomor: int, elemen: str, ganti: dict[int, str]) -> Potong:
        kunci = nama, nomor
        if kunci not in self._bagian:
            self._bagian[kunci] = BagianPola(self._potong[nama][nomor].isi, elemen)
        return Potong.from_isi(self._bagian[kunci].stamp(ganti))

    def _stamp_lembar(self, nama: str, lembar: Lembar, beda: BedaLembar, kaki: Potong | None) -> Anggota:
        badan, tengah, lama, ekor = self._potong[nama]
        if beda.sel or beda.tinggi:
            if any((lembar.nama, u.baris, u.kolom) in self._grafik for u in beda.sel):
                raise LainBentuk
            if nama not in self._lembar:
                self._lembar[nama] = LembarPola(badan.isi, find_luwes(lembar, self._buku.gaya))
            isi = self._lembar[nama].stamp(beda)
            if isi is not None:
                badan = Potong.from_isi(isi)
        return Anggota.from_potong(nama, [badan, tengah, kaki or lama, ekor])


def _make_kaki(buku: Buku) -> dict[int, Potong]:
    """The footers of a plan by the size of their letters."""
    ukuran = {count_poin(satu.cetak) for satu in buku.lembar}
    return {poin: Potong.from_isi(write_kaki(buku.kaki, poin).encode()) for poin in ukuran}


def _render_sifat(teks: str) -> str:
    if not 0 < len(teks) <= MAKS_SIFAT:  # the writer has its own word for these
        raise LainBentuk
    return render_element("vt:lpwstr", check_text(teks))


def _list_teks(buku: Buku) -> Iterator[str]:
    """Every text constant, once for each cell that shows it."""
    for lembar in buku.lembar:
        yield from (s.nilai for s in lembar.sel if s.rumus is None and is_teks(s.nilai))
        for blok in lembar.blok:
            yield from (n for baris in blok.nilai for n in baris if is_teks(n))


def _list_grafik(buku: Buku) -> Iterator[tuple[str, int, int]]:
    """Every cell that a chart shows: its values stand in the chart's part too."""
    ada = frozenset(lembar.nama for lembar in buku.lembar)
    for lembar in buku.lembar:
        for seri in (s for grafik in lembar.grafik for s in grafik.seri):
            for acuan in (seri.label, seri.nilai):
                nama, (baris, kolom, baris_akhir, kolom_akhir) = split_reference(acuan, ada)
                yield from ((nama, b, k) for b in range(baris, baris_akhir + 1) for k in range(kolom, kolom_akhir + 1))
