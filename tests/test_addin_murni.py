"""The add-in without Python, from cells in LibreOffice's VBA: every example and every boundary case as in the core."""

from typing import Any

import pytest

from addin.daftar import DAFTAR
from addin.hari_ini import hari_ini
from addin.nilai import Galat
from tests.alat.addin import KINI, list_kasus_kini
from tests.alat.kasus_murni import KELUARGA, list_acak
from tests.alat.kasus_rekon import list_rekon
from tests.alat.murni import Persen, Tertulis, run_vba, shape, show, to_core
from tests.alat.sampel import choose_banyak

LANGKAH = {"skm": 3, "sakip": 2, "persen": 4, "anggaran": 1, "umum": 3}
"""Of each family every so many case in the full run; all of them were equal too, and take some minutes."""
JARANG = choose_banyak(3, 1)
"""Of these every so many."""
ALASAN = 6
"""Of every so many case the sentence is compared too."""
BANYAK_ACAK = 120 // JARANG


def compute(panggilan: list[tuple[str, tuple[Any, ...]]]) -> list[Any]:
    """What the core gives."""
    return [KINI[nama].evaluate(*to_core(KINI[nama], masukan)) for nama, masukan in panggilan]


@pytest.fixture(scope="module")
def semua(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, Any, Any]]]:
    """Of each family, and of what is drawn, every call, what VBA gives, and what the core gives; one LibreOffice."""
    kasus: dict[str, list[tuple[str, tuple[Any, ...]]]] = {"acak": list(list_acak(hari_ini(), BANYAK_ACAK))}
    for nama, daftar in KELUARGA.items():
        kasus[nama] = list(daftar(hari_ini()))[:: LANGKAH[nama] * JARANG]
        kasus[nama] += [("KINERJA_ALASAN", (Tertulis(f'"{f}"', f), *isi)) for f, isi in kasus[nama][::ALASAN] if isi]
    harap = {nama: compute(isi) for nama, isi in kasus.items()}
    urut = [satu for isi in kasus.values() for satu in isi]
    bentuk = [shape(hasil) for isi in harap.values() for hasil in isi]
    dapat = iter(run_vba(urut, tmp_path_factory.mktemp("semua"), bentuk))
    return {
        nama: [(satu, next(dapat), show(hasil)) for satu, hasil in zip(isi, harap[nama], strict=True)]
        for nama, isi in kasus.items()
    }


@pytest.mark.parametrize("keluarga", KELUARGA)
def test_kasus_batas_tiap_keluarga_sama_dengan_inti(semua: dict[str, Any], keluarga: str) -> None:
    """Results of each case, and of some the sentence."""
    assert len(semua[keluarga]) >= 300 // JARANG
    assert [] == [satu for satu in semua[keluarga] if satu[1] != satu[2] and [[satu[1]]] != satu[2]]


def test_angka_acak_di_sekitar_setiap_batas_sama_dengan_inti(semua: dict[str, Any]) -> None:
    for (nama, _), dapat, harap in semua["acak"]:
        assert harap == dapat, nama


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every declared example, on a PC that writes 66,5, by its name."""
    semua = list_kasus_kini()
    hasil = run_vba(
        [(k.fungsi.nama, k.masukan) for k in semua],
        tmp_path_factory.mktemp("contoh"),
        [shape(k.hasil) for k in semua],
        lokal="id-ID",
    )
    return {str(k): satu for k, satu in zip(semua, hasil, strict=True)}


@pytest.mark.parametrize("nama", [str(k) for k in list_kasus_kini()])
def test_contoh_yang_dinyatakan_benar_di_komputer_berkoma_desimal(contoh: dict[str, Any], nama: str) -> None:
    kasus = next(k for k in list_kasus_kini() if str(k) == nama)

    assert show(kasus.hasil) == contoh[nama]


UJI = """
Public Function uji_galat(ByVal kode As Variant) As Variant
    Dim t(0 To 0, 0 To 0) As Variant
    t(0, 0) = CVErr(kode)
    uji_galat = SKM_MUTU(t)
End Function

Public Function uji_alasan(ByVal kode As Variant) As Variant
    uji_alasan = KINERJA_ALASAN("SKM_MUTU", CVErr(kode))
End Function

Public Function uji_larik() As Variant
    Dim t(0 To 3) As Variant
    t(0) = 66.5
    t(1) = CVErr(2023)
    t(2) = CCur(90.01)
    uji_larik = SAKIP_PREDIKAT(t)
End Function

Public Function uji_blok() As Variant
    Dim t(1 To 1, 1 To 9) As Variant
    t(1, 4) = CVErr(2042)
    uji_blok = KINERJA_ALASAN("SKM_INDEKS", t)
End Function

Public Function uji_gabungan() As Variant
    uji_gabungan = SAKIP_PREDIKAT(ThisWorkbook.Worksheets(1).Range("AE1:AE2,AE4"))
End Function

Public Function uji_hilang() As Variant
    uji_hilang = PERSEN_CAPAIAN(150, 100, , 120) & " " & PERSEN_CAPAIAN(8, 10)
End Function
"""
KOLOM = [[Persen(0.665)], [66.5], [None], ["60,01"]]


@pytest.fixture(scope="module")
def khusus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Calls of other kinds: whole columns, unions, constants, what VBA itself hands over."""
    panggilan: dict[str, tuple[str, tuple[Any, ...], tuple[int, int] | None]] = {
        "kolom persen": ("SAKIP_PREDIKAT", (KOLOM,), (4, 1)),
        "kolom utuh": ("SAKIP_PREDIKAT", (Tertulis("$AE:$AE"),), (4, 1)),
        "dua kolom utuh": ("ANGGARAN_SELISIH", (Tertulis("$AE:$AE"), Tertulis("$AF:$AF")), (4, 1)),
        "larik tertulis": ("SAKIP_PREDIKAT", (Tertulis("{30,30.01;90,90.01}"),), (2, 2)),
        "sebaris": ("SAKIP_PREDIKAT", (Tertulis("{30,30.01}"),), (1, 2)),
        "tabel": ("SAKIP_PREDIKAT", (), (9, 3)),
        "tanpa argumen": ("PERSEN_CAPAIAN", (), None),
        "galat": ("uji_galat", (2023,), None),
        "alasan galat": ("uji_alasan", (2023,), None),
        "larik vba": ("uji_larik", (), (1, 4)),
        "blok vba": ("uji_blok", (), None),
        "hilang di tengah": ("uji_hilang", (), None),
        "asing": ("KINERJA_ALASAN", (Tertulis('"KINERJA_DASAR"'), Tertulis('"x"')), None),
        "gabungan": ("uji_gabungan", (), None),
    }
    isi = [(nama, masukan) for nama, masukan, _ in panggilan.values()]
    hasil = run_vba(isi, tmp_path_factory.mktemp("khusus"), [satu[2] for satu in panggilan.values()], tambahan=UJI)
    return dict(zip(panggilan, hasil, strict=True))


def test_sel_berformat_persen_berarti_seperti_tampaknya(khusus: dict[str, Any]) -> None:
    assert [["B"], ["B"], [None], ["B"]] == khusus["kolom persen"]


def test_kolom_utuh_dibaca_sampai_daerah_terpakai(khusus: dict[str, Any]) -> None:
    assert [["B"], ["B"], [None], ["B"]] == khusus["kolom utuh"]
    assert [[None]] * 4 == khusus["dua kolom utuh"]


def test_larik_tertulis_dan_tabel_predikat(khusus: dict[str, Any]) -> None:
    assert [["D", "C"], ["A", "AA"]] == khusus["larik tertulis"]
    assert [["D", "C"]] == khusus["sebaris"]
    assert show(KINI["SAKIP_PREDIKAT"].evaluate()) == khusus["tabel"]


def test_galat_dari_excel_diteruskan_dengan_kalimatnya(khusus: dict[str, Any]) -> None:
    assert "#REF!" == khusus["galat"]
    harap = KINI["KINERJA_ALASAN"].evaluate("SKM_MUTU", Galat("#REF!"))
    assert harap == khusus["alasan galat"]
    assert [["B", "#REF!", "AA", None]] == khusus["larik vba"]
    harap = KINI["KINERJA_ALASAN"].evaluate("SKM_INDEKS", [[None] * 3 + [Galat("#N/A")] + [None] * 5])
    assert harap == khusus["blok vba"]


def test_argumen_yang_tidak_ditulis(khusus: dict[str, Any]) -> None:
    """In the middle as VBA has it, and Excel; a cell of LibreOffice hands over 0 for it."""
    assert "#N/A" == khusus["tanpa argumen"]
    assert "120 80" == khusus["hilang di tengah"]


def test_gabungan_rentang_ditolak_bukan_dibaca_sebagian(khusus: dict[str, Any]) -> None:
    assert "#VALUE!" == khusus["gabungan"]


def test_fungsi_yang_tidak_ada_dikatakan_dengan_daftar_yang_ada(khusus: dict[str, Any]) -> None:
    assert KINI["KINERJA_ALASAN"].evaluate("KINERJA_DASAR", "x") == khusus["asing"]


def test_setiap_fungsi_punya_kasus_batas() -> None:
    """Its examples alone are few. Tables of ANGGARAN_REKON are in `kasus_rekon`."""
    kasus = {nama for daftar in (*KELUARGA.values(), list_rekon) for nama, _ in daftar(hari_ini())}

    assert set(DAFTAR) == kasus
