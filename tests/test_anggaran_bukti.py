"""The proof of a table: totals, sections, accounts and items are what the figures say, whatever their names suggest."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kinerja.anggaran.bukti import prove
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.kode import JenisKode, read_kode

Baris = tuple[str, str, int | None]
ISI, JUMLAH, WADAH = Kedudukan.ISI, Kedudukan.JUMLAH, Kedudukan.WADAH
LUAR, RINCIAN = Kedudukan.LUAR, Kedudukan.RINCIAN


def make(kode: str, nama: str, sen: int | None) -> Butir:
    """A row; an account of spending stands behind the code of its programme, revenue and sections alone."""
    if not kode:
        return Butir("", None, nama, sen, yatim=not nama)
    akun = " " in kode or kode in {"4", "5", "6"} or kode.startswith(("4.1", "5.1", "5.2", "6.1"))
    return (
        Butir(kode, JenisKode.AKUN, nama, sen)
        if akun
        else Butir(read_kode(kode).baku, read_kode(kode).jenis, nama, sen)
    )


def prove_baris(*baris: Baris, rincian: bool = False) -> list[Butir]:
    butir = [make(*b) for b in baris]
    prove(butir, rincian=rincian)
    return butir


def list_kedudukan(butir: Sequence[Butir]) -> list[Kedudukan]:
    return [b.kedudukan for b in butir]


def list_salah(butir: Sequence[Butir]) -> dict[int, int]:
    """What the rows that equal nothing should be, by number."""
    return {n: b.seharusnya for n, b in enumerate(butir) if b.seharusnya is not None}


TIGA: tuple[Baris, ...] = (("7.01.01", "Satu", 30), ("7.01.02", "Dua", 20), ("7.01.03", "Tiga", 4))
POHON: tuple[Baris, ...] = (
    ("7.01.01", "Program", 60),
    ("7.01.01.2.01", "Perencanaan", 10),
    ("7.01.01.2.01.0001", "Dokumen", 7),
    ("7.01.01.2.01.0002", "Evaluasi", 3),
    ("7.01.01.2.02", "Keuangan", 50),
    ("7.01.01.2.02.0001", "Gaji", 50),
)
AKHIR: tuple[Baris, ...] = (("7.01.02", "Dua", 5), ("7.01.02.2.01", "Rapat", 5))


@pytest.mark.parametrize("nama", ["Jumlah", "J U M L A H", "Jlh", "TOTAL BELANJA", "GRAND TOTAL", ""])
@pytest.mark.parametrize("di_atas", [False, True])
def test_jumlah_di_bawah_dan_di_atas_terbukti_apa_pun_namanya(nama: str, di_atas: bool) -> None:
    total: Baris = ("", nama, 54)
    butir = prove_baris(*((total, *TIGA) if di_atas else (*TIGA, total)))

    assert list_kedudukan(butir) == ([JUMLAH, ISI, ISI, ISI] if di_atas else [ISI, ISI, ISI, JUMLAH])
    assert list_salah(butir) == {}


@pytest.mark.parametrize("beda", [-1, 1])
def test_jumlah_yang_meleset_satu_sen_disebut(beda: int) -> None:
    assert list_salah(prove_baris(*TIGA, ("", "Jumlah", 54 + beda))) == {3: 54}
    assert list_salah(prove_baris(("", "Jumlah", 54 + beda), *TIGA)).keys() == {0}


def test_subtotal_per_kegiatan_dan_jumlah_akhir_terbukti_dan_subtotal_salah_disebut() -> None:
    def prove_pohon(subtotal: int) -> list[Butir]:
        sub = ("", "Jumlah Kegiatan Perencanaan", subtotal)
        return prove_baris(*POHON[:4], sub, *POHON[4:], ("", "Jumlah Kegiatan Keuangan", 50), ("", "TOTAL", 60))

    assert list_salah(prove_pohon(10)) == {}
    assert list_salah(prove_pohon(11)) == {4: 10}


@pytest.mark.parametrize("nama", ["GRAND TOTAL", "Jumlah Seluruh Program", "JUMLAH"])
@pytest.mark.parametrize("akhir", [5, 0])
def test_jumlah_seluruhnya_yang_hanya_sama_dengan_program_akhir_atau_nol_adalah_salah(nama: str, akhir: int) -> None:
    assert list_salah(prove_baris(*POHON, *AKHIR, ("", nama, akhir))).keys() == {8}


def test_baris_bagian_di_atas_program_terbukti_oleh_yang_di_bawahnya() -> None:
    butir = prove_baris(("7", "UNSUR KEWILAYAHAN", 54), ("7.01", "KECAMATAN", 54), ("", "BELANJA", 54), *TIGA)

    assert list_kedudukan(butir) == [WADAH, WADAH, WADAH, ISI, ISI, ISI]
    assert list_salah(butir) == {}
    assert list_salah(prove_baris(("7.01", "KECAMATAN", 55), *TIGA)) == {0: 54}


def test_bagian_tanpa_kode_di_antara_program_adalah_jumlah_isinya() -> None:
    butir = prove_baris(("", "A. Penunjang", 50), *TIGA[:2], ("", "B. Inti", 9), TIGA[2], ("7.01.04", "Empat", 5))

    assert list_kedudukan(butir) == [JUMLAH, ISI, ISI, JUMLAH, ISI, ISI]
    assert list_salah(butir) == {}


@pytest.mark.parametrize("modal", [14, 15])
def test_akun_di_atas_program_terbukti_hanya_bila_bersama_menjadi_semuanya(modal: int) -> None:
    akun: tuple[Baris, ...] = (("5", "BELANJA", 40 + modal), ("5.1", "Operasi", 40), ("5.2", "Modal", modal))
    butir = prove_baris(*akun, *TIGA)

    assert list_kedudukan(butir)[:3] == [WADAH] * 3
    assert bool(list_salah(butir)) == (modal == 15)


@pytest.mark.parametrize(("operasi", "benar"), [(40, True), (41, False)])
def test_ringkasan_akun_di_bawah_program_milik_semuanya_bukan_program_terakhir(operasi: int, benar: bool) -> None:
    akhir = TIGA[-1][0]  # accounts are read as those of the programme above them
    ringkasan = ((f"{akhir} 5", "BELANJA", 54), (f"{akhir} 5.1", "Operasi", operasi), (f"{akhir} 5.2", "Modal", 14))
    butir = prove_baris(*TIGA, *ringkasan)

    assert list_kedudukan(butir) == [ISI] * 3 + [WADAH] * 3
    assert (list_salah(butir) == {}) == benar


def test_pendapatan_dan_pembiayaan_di_luar_dan_jumlah_belanja_tetap_terbukti() -> None:
    butir = prove_baris(
        ("4", "PENDAPATAN", 9),
        ("4.1", "Pendapatan Asli Daerah", 9),
        ("", "Jumlah Pendapatan", 9),
        ("5", "BELANJA", 54),
        *TIGA,
        ("", "Jumlah Belanja", 54),
        ("", "SURPLUS/(DEFISIT)", -45),
        ("6", "PEMBIAYAAN", 45),
        ("6.1", "Penerimaan Pembiayaan", 45),
        ("", "SILPA", 0),
    )

    assert list_kedudukan(butir) == [LUAR] * 3 + [WADAH] + [ISI] * 3 + [JUMLAH] + [LUAR] * 4
    assert list_salah(butir) == {}


@pytest.mark.parametrize(
    ("tinta", "kedudukan", "berjumlah"),
    [(30, RINCIAN, None), (29, RINCIAN, 69), (31, ISI, None)],  # too many are kept, so that they are compared
)
def test_butir_di_bawah_baris_adalah_rinciannya_bila_tidak_melebihinya(
    tinta: int, kedudukan: Kedudukan, berjumlah: int | None
) -> None:
    butir = prove_baris(
        ("7.01.01", "Satu", 70), ("", "Kertas", 40), ("", "Tinta", tinta), ("7.01.02", "Dua", 5), rincian=True
    )

    assert list_kedudukan(butir) == [ISI, kedudukan, kedudukan, ISI]
    assert butir[1].berjumlah == berjumlah


def test_baris_tanpa_nama_jumlah_yang_sama_dengan_dua_baris_adalah_jumlah_di_tabel_berkode() -> None:
    butir = prove_baris(*TIGA, ("", "Kegiatan Lain", 54))[-1]

    assert (butir.kedudukan, butir.dua) == (JUMLAH, False)


def test_baris_bernama_program_yang_sama_dengan_dua_baris_adalah_pertanyaan() -> None:
    assert prove_baris(*TIGA, ("", "PROGRAM LAIN", 54))[-1].dua


def test_di_tabel_tanpa_kode_baris_yang_sama_dengan_dua_baris_adalah_pertanyaan() -> None:
    butir = prove_baris(*(("", nama, sen) for _, nama, sen in TIGA), ("", "Kegiatan Lain", 54))

    assert [b.dua for b in butir] == [False, False, False, True]
    assert list_kedudukan(butir) == [ISI] * 4


@pytest.mark.parametrize("nama", ["PROGRAM LAIN", "Kegiatan Lain"])
def test_satu_baris_yang_sama_besar_tidak_membuktikan_apa_pun(nama: str) -> None:
    sama: tuple[Baris, ...] = (("7.01.03", "Tiga", 4), ("", nama, 4))
    for butir in (*prove_baris(*sama), *prove_baris(*sama[::-1]), *prove_baris(*TIGA, sama[1])):
        assert (butir.kedudukan, butir.dua) == (ISI, False)
