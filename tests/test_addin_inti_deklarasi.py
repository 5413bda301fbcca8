"""The declarations: all functions are there, and none that some host could not carry."""

import inspect
from decimal import Decimal

import pytest

from addin import fungsi as semua
from addin.aturan import KATA_VBA
from addin.daftar import DAFTAR, contoh, fungsi
from addin.spec import Arg
from tests.alat.addin import FUNGSI

FUNGSI_RANCANGAN = [
    "SKM_INDEKS",
    "SKM_NRR",
    "SKM_NILAI",
    "SKM_MUTU",
    "SKM_KINERJA",
    "SKM_SAMPEL",
    "SAKIP_NILAI",
    "SAKIP_SUBKOMPONEN",
    "SAKIP_PREDIKAT",
    "SAKIP_INTERPRETASI",
    "PERSEN_MANFAAT",
    "PERSEN_TRANTIBUM",
    "PERSEN_CAPAIAN",
    "KATEGORI_CAPAIAN",
    "ANGGARAN_SERAPAN",
    "ANGGARAN_SELISIH",
    "ANGGARAN_REKON",
    "ANGKA",
    "RUPIAH_TEKS",
    "TERBILANG",
    "KINERJA_DASAR",
    "KINERJA_ALASAN",
    "KINERJA_VERSI",
]


def test_semua_fungsi_rancangan_ada_dan_dapat_dipanggil_dari_python() -> None:
    assert set(FUNGSI_RANCANGAN) <= set(DAFTAR)
    assert all(callable(getattr(semua, nama)) for nama in FUNGSI_RANCANGAN)


def test_bantuan_arah_menyebut_arti_tiap_pilihan_dan_bawaannya() -> None:
    bantuan = FUNGSI["PERSEN_CAPAIAN"].args[2].bantuan

    assert bantuan == (
        "naik: Makin tinggi makin baik. turun_selisih: Makin rendah makin baik: (2 × target - realisasi) / target."
        " turun_rasio: Makin rendah: target / realisasi. tetap: Dipertahankan, seperti naik."
        " Pilihan: naik; turun_selisih; turun_rasio; tetap. Bawaan: naik."
    )


def _declare(nama: str, args: list[Arg], uraian: str = "Uraian.") -> None:
    def badan(*_: object) -> None: ...

    badan.__name__ = nama
    parameter = ", ".join(f"*{a.nama}" if a.ulang else a.nama for a in args)
    badan.__signature__ = inspect.signature(eval(f"lambda {parameter}: None"))  # type: ignore[attr-defined]
    badan.__doc__ = uraian
    fungsi(*args, dasar="uji")(contoh((None,))(badan))


@pytest.mark.parametrize(
    ("nama", "args", "pesan"),
    [
        ("Predikat", [], "UPPER_SNAKE"),
        ("AB", [], "UPPER_SNAKE"),
        ("SKM1", [], "cell reference"),
        ("R1C1", [], "cell reference"),
        ("SKM_MUTU", [], "declared twice"),
        ("UJI_KATA", [Arg("next", "x")], "word of VBA"),
        ("UJI_BESAR", [Arg("Nilai", "x")], "lower_snake"),
        ("UJI_PANJANG", [Arg("nilai", "x" * 256)], "255"),
        ("UJI_BANYAK", [Arg(f"argumen_yang_panjang_{i}", "x") for i in range(12)], "254"),
        ("UJI_URUTAN", [Arg("a1", "x", bawaan=None), Arg("b1", "x")], "required argument after"),
        ("UJI_ULANG", [Arg("a1", "x", bawaan=None), Arg("b1", "x", ulang=True)], "repeating"),
        ("UJI_RENTANG", [Arg("a1", "x", rentang="0..100")], "unknown form of a range"),
        ("UJI_RENTANG", [Arg("a1", "x", "teks", rentang="0 ke atas")], "belongs to numbers"),
        ("UJI_PILIHAN", [Arg("a1", "x", pilihan="ya; tidak")], "choices and kind must agree"),
        ("UJI_HARI", [Arg("pada", "x")], "arguments differ"),
    ],
)
def test_deklarasi_yang_tidak_muat_di_suatu_program_ditolak_saat_impor(nama: str, args: list[Arg], pesan: str) -> None:
    with pytest.raises(ValueError, match=pesan):
        _declare(nama, args)


def test_dua_argumen_senama_dari_tabel_hukum_ditolak() -> None:
    def UJI_KEMBAR(*nilai: Decimal) -> Decimal:
        """Uji."""
        return sum(nilai, Decimal(0))

    with pytest.raises(ValueError, match="two arguments of one name"):
        fungsi(lambda pada: [Arg("a1", "x"), Arg("a1", "y")], dasar="uji")(contoh((1, 2, 3.0))(UJI_KEMBAR))
    assert "UJI_KEMBAR" not in DAFTAR


def test_uraian_lebih_dari_255_huruf_ditolak() -> None:
    with pytest.raises(ValueError, match="255"):
        _declare("UJI_URAIAN", [], "x" * 256)


def test_kata_cadangan_vba_lengkap_untuk_nama_argumen() -> None:
    assert {"next", "option", "string", "optional", "set", "step", "xor"} <= KATA_VBA
