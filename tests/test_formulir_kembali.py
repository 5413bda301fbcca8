"""A workbook made from the office's form comes back: known, compared, read and recomputed as any other of ours."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.periksa import BukuKumpul, StatusBerkas
from kinerja.perjanjian import jenis
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.kembali.terhitung import compute_terhitung
from kinerja.perjanjian.model import Indikator, PerjanjianKinerja, Program
from kinerja.perjanjian.temuan_kumpul import Bobot
from kinerja.rumus.tahun import Metode
from kinerja.terbit.penerbitan import name_workbook
from tests.alat import pulang
from tests.alat.formulir_pulang import LEMBAR, draw_isi, issue, type_isi
from tests.alat.libreoffice import convert
from tests.alat.pulang import WAKTU, draw_isian, gather, send
from tests.buku_kembali import Ubah, change
from tests.contoh import angka, make_perjanjian

PK = draw_isian(3)[0]
KE_XLSX = "xlsx:Calc MS Excel 2007 XML"


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terbit") / "hasil"
    issue(folder, PK)
    return folder


@pytest.fixture
def hasil(tmp_path: Path) -> Path:
    issue(tmp_path / "hasil", PK)
    return tmp_path / "hasil"


def answer(folder: Path, benih: int = 1, sampai: int = 2, pk: PerjanjianKinerja = PK, **lain: Any) -> bytes:
    return type_isi((folder / name_workbook(pk)).read_bytes(), draw_isi(pk, benih, sampai) | lain)


def check(hasil: Path, tmp_path: Path, isi: bytes) -> BukuKumpul:
    (buku,) = gather(hasil, send(tmp_path / "kirim", a=isi)).buku
    return buku


def list_kode(buku: BukuKumpul) -> list[str]:
    return [t.kode for t in buku.temuan]


def test_yang_jujur_diterima_dan_dihitung_dari_isiannya(hasil: Path, tmp_path: Path) -> None:
    isi = draw_isi(PK, 1, 2)
    buku = check(hasil, tmp_path, answer(hasil))

    assert (buku.status, buku.kode, buku.revisi, buku.triwulan) == (StatusBerkas.DITERIMA, "91.71.01", 1, 2)
    assert buku.terisi == sum(len(matriks) for matriks in isi.values())
    assert buku.hasil is not None
    for n, p in enumerate(buku.hasil.program):
        assert (p.kode, p.nama) == (PK.program[n].kode, PK.program[n].nama)
        assert p.realisasi == (*(isi[f"isian_program_realisasi_{q}"][n][0] for q in (1, 2)), None, None)
        assert p.dpa == p.pagu == 10**10 + n
    for n, i in enumerate(buku.hasil.indikator):
        assert i.nama == PK.indikator[n].nama
        ketik = isi[f"isian_indikator_{n + 1}_realisasi_2"][0][0]
        harap = ketik if isinstance(ketik, str) else Fraction(str(ketik))
        assert [t.realisasi for t in i.triwulan] == [i.triwulan[0].realisasi, harap, None, None]
    assert buku.hasil.indikator[0].triwulan[1].kendala == "Hujan terus-menerus"
    assert not buku.lengkap


def test_rumus_kantor_yang_tidak_dikenal_satu_catatan_saja(hasil: Path, tmp_path: Path) -> None:
    buku = check(hasil, tmp_path, answer(hasil))

    (catatan,) = (t for t in buku.temuan if t.kode == "KU52")
    banyak = len(PK.indikator) + 2  # IFERROR(VLOOKUP()), TODAY(), what divides by that
    assert catatan.tingkat is Bobot.CATATAN
    assert catatan.pesan == f"{banyak} rumus formulir ini tidak dihitung di sini; yang pertama {LEMBAR}!I7."
    assert not {"KU51", "KU46"} & set(list_kode(buku))
    assert buku.hasil is not None
    assert buku.hasil.nama["hasil_rasio"] == ((None,),)
    assert buku.hasil.nama["hasil_belanja"][0][0] == sum(p.jumlah or 0 for p in buku.hasil.program)


def test_disimpan_ulang_libreoffice_tidak_ada_yang_berubah(hasil: Path, tmp_path: Path) -> None:
    path = tmp_path / "asal.xlsx"
    path.write_bytes(answer(hasil))
    with convert([path], KE_XLSX, "xlsx", "en-US") as keluar:
        buku = check(hasil, tmp_path, keluar[path].read_bytes())

    assert [t for t in buku.temuan if t.tingkat is not Bobot.CATATAN] == []
    assert buku.triwulan == 2


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        (lambda b: b[LEMBAR].__setitem__("B7", "Indikator lain"), "KU14"),
        (lambda b: b[LEMBAR].__setitem__("I7", "=1"), "KU16"),
        (lambda b: b[LEMBAR].__setitem__("I7", 99), "KU17"),
        (lambda b: b["Identitas"].__setitem__("G14", 99), "KU17"),
        (lambda b: b["Identitas"].__setitem__("B5", "Kecamatan Lain"), "KU13"),
        (lambda b: b.defined_names.__delitem__("isian_program_dpa"), "KU10"),
        (lambda b: setattr(b.defined_names["isian_program_dpa"], "value", "'Monev ''24'!$J$19"), "KU11"),
    ],
)
def test_yang_diubah_ketahuan(terbit: Path, tmp_path: Path, ubah: Ubah, kode: str) -> None:
    buku = check(terbit, tmp_path, change(answer(terbit), ubah))

    assert kode in {t.kode for t in buku.temuan if t.tingkat is Bobot.BERUBAH}, list_kode(buku)


def test_kode_kecamatan_lain_di_identitasnya_dikatakan_tidak_terbit(terbit: Path, tmp_path: Path) -> None:
    buku = check(terbit, tmp_path, change(answer(terbit), lambda b: b["Identitas"].__setitem__("B4", "12.71.18")))

    (temuan,) = (t for t in buku.temuan if t.kode == "KU04")
    assert temuan.pesan == f"Tidak ada terbitan {PK.jenis} {PK.tahun} untuk 12.71.18 {PK.kecamatan.nama}."
    assert not buku.berlaku


def test_yang_masih_kosong_tidak_dihitung(hasil: Path, tmp_path: Path) -> None:
    buku = check(hasil, tmp_path, (hasil / name_workbook(PK)).read_bytes())

    assert (buku.status, list_kode(buku)) == (StatusBerkas.KOSONG, ["KU09"])


def test_lengkap_bila_semua_yang_ditanyakan_terisi_dan_tidak_bila_satu_kurang(tmp_path: Path) -> None:
    dua = [Indikator(n, jenis.NILAI, "buah", angka(90), metode=Metode.AKHIR) for n in ("Satu", "Dua")]
    pk = make_perjanjian(tuple(dua), (Program("7.01.01", "Satu"), Program("7.01.02", "Dua")))
    penuh = draw_isi(pk, 5, 4)
    tanpa_indikator = {nama: m for nama, m in penuh.items() if not nama.startswith("isian_indikator_2_realisasi")}
    belanja = {nama: m for nama, m in penuh.items() if nama.startswith("isian_program_realisasi")}
    tanpa_program = penuh | {nama: (m[0], (None,)) for nama, m in belanja.items()}

    for n, (isi, harap) in enumerate(((penuh, True), (tanpa_indikator, False), (tanpa_program, False))):
        issue(tmp_path / f"hasil{n}", pk)
        terbit = (tmp_path / f"hasil{n}" / name_workbook(pk)).read_bytes()
        buku = check(tmp_path / f"hasil{n}", tmp_path / f"{n}", type_isi(terbit, isi))
        assert (buku.status, buku.triwulan, buku.lengkap) == (StatusBerkas.DITERIMA, 4, harap)


def test_angka_triwulan_lalu_yang_diubah_ketahuan(hasil: Path, tmp_path: Path) -> None:
    lama = draw_isi(PK, 1, 1)
    baru = draw_isi(PK, 1, 2) | lama | {"isian_program_realisasi_1": ((1,), *lama["isian_program_realisasi_1"][1:])}
    asal = (hasil / name_workbook(PK)).read_bytes()
    gather(hasil, send(tmp_path / "tw1", a=type_isi(asal, lama)))

    kumpulan: Kumpulan = gather(hasil, send(tmp_path / "tw2", a=type_isi(asal, baru)), waktu=WAKTU + timedelta(days=90))

    (temuan,) = (t for t in kumpulan.buku[0].temuan if t.kode == "KU60")
    r = 7 + len(PK.indikator) + 3
    assert (temuan.lembar, temuan.sel, temuan.datang) == (LEMBAR, f"E{r}", "1")
    assert "triwulan I berubah" in temuan.pesan


def test_dari_formulir_lain_dikatakan_bukan_dibandingkan(hasil: Path, tmp_path: Path) -> None:
    issue(tmp_path / "lain", PK, susun="b")
    asing = type_isi((tmp_path / "lain" / name_workbook(PK)).read_bytes(), {"isian_catatan_umum": (("x",),)})
    pulang.issue(tmp_path / "baku", PK)

    for folder in (hasil, tmp_path / "baku"):
        buku = check(folder, tmp_path, asing)
        (temuan,) = (t for t in buku.temuan if t.kode == "KU04")
        assert "formulir lain" in temuan.pesan
        assert not [t for t in buku.temuan if t.tingkat is Bobot.BERUBAH]
        assert not buku.berlaku


def test_revisi_formulir_dibandingkan_dengan_revisinya_sendiri(hasil: Path, tmp_path: Path) -> None:
    lama = answer(hasil)
    issue(hasil, PK, susun="b")

    buku = check(hasil, tmp_path, lama)

    assert (buku.revisi, "KU05" in list_kode(buku)) == (1, True)
    assert not [t for t in buku.temuan if t.tingkat is Bobot.BERUBAH]


def test_hasil_yang_bergantung_pada_rumus_asing_tidak_ditampilkan_sebagai_angka(terbit: Path) -> None:
    def ubah(buku: Workbook) -> None:
        lembar = buku[LEMBAR]
        lembar["E7"].value = "=IF(I7>0,1,2)"  # an input that leans on VLOOKUP
        lembar["F8"].value = "=F9+J19"

    t = compute_terhitung(read_buku(change(answer(terbit), ubah), "a.xlsx"))

    assert t.hasil.indikator[0].triwulan[0].realisasi is None
    assert t.hasil.indikator[1].realisasi is None
    assert t.hasil.indikator[1].triwulan[1].realisasi is None
    assert t.hasil.indikator[2].triwulan[1].realisasi is not None


def test_isian_yang_bersandar_pada_rumus_asing_disebut_dan_tidak_dipakai(hasil: Path, tmp_path: Path) -> None:
    buku = check(hasil, tmp_path, answer(hasil, isian_indikator_2_realisasi_1=(("==J19+1",),)))

    (temuan,) = (t for t in buku.temuan if t.kode == "KU46")
    assert (temuan.lembar, temuan.sel, temuan.datang) == (LEMBAR, "E8", "=J19+1")
    assert "bergantung pada rumus formulir yang tidak dihitung di sini" in temuan.pesan
    assert "KU44" not in list_kode(buku)
    assert buku.hasil is not None
    assert buku.hasil.indikator[1].triwulan[0].realisasi is None


def test_jumlah_berjalan_yang_panjang_tetap_terhitung(terbit: Path) -> None:
    def ubah(buku: Workbook) -> None:
        lembar = buku.create_sheet("Berjalan")
        lembar["A1"] = 1
        for r in range(2, 3_000):
            lembar[f"A{r}"] = f"=A{r - 1}+1"
        buku[LEMBAR]["B15"] = None
        buku["Identitas"]["G14"] = "=Berjalan!A2999"

    t = compute_terhitung(read_buku(change(answer(terbit), ubah), "a.xlsx"))

    assert t.hasil.indikator[1].realisasi == 2_999
