"""Sheet Cek says OK only where a careful colleague would sign, and PERIKSA never for ever to what is honest."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Buku, Nilai
from tests.alat.mesin import Values, compare, recalc_formulon, recalc_ironcalc, recalc_libreoffice, same
from tests.contoh import BENTUK, Isian, make_medan
from tests.isian_cek import (
    ANGGARAN,
    BELUM,
    DIJELASKAN,
    KASUS,
    MANFAAT,
    OK,
    PERIKSA,
    RESPONDEN,
    SKM,
    column,
    explain,
    list_cek,
)
from tests.isian_wajar import list_wajar
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.perjanjian_kinerja.lembar.cek import AWAL
from workbook_templates.perjanjian_kinerja.lembar_kerja import KATA_TRIWULAN

SEBAB = "Pagu berubah dengan APBD perubahan."


def build(isi: Isian) -> Buku:
    return build_perjanjian(Bahan(make_medan(), isi, responden=RESPONDEN))


def find_kata(buku: Buku, awal: str) -> tuple[str, str]:
    """Address of the word of the check that begins like this, and the word by our own account."""
    ((baris, kata),) = (x for cek, x in list_cek(buku.get_lembar("Cek")).items() if cek.startswith(awal))
    return f"D{AWAL + baris + 1}", kata


def show(buku: Buku, nama: str) -> Nilai:
    """What a named cell shows by our own account."""
    lembar, alamat = dict(buku.nama)[nama].split("!")
    (nilai,) = (s.nilai for s in buku.get_lembar(lembar).sel if s.a1 == alamat.replace("$", ""))
    return nilai


@pytest.mark.parametrize("nama", KASUS)
def test_pemeriksaan_berbunyi_bila_perlu_dan_hanya_bila_perlu(nama: str, tmp_path: Path) -> None:
    kasus, path = KASUS[nama], tmp_path / "a.xlsx"
    buku = build(kasus.isi)
    write_workbook(buku, path)

    alamat, kata = find_kata(buku, kasus.cek)

    iron = recalc_ironcalc(path)
    assert (kasus.kata, kasus.kata) == (kata, iron["Cek", alamat])
    assert [] == compare(path, ironcalc=iron)


def test_setiap_pemeriksaan_yang_dijaga_kasus_berbunyi_dan_diam() -> None:
    kata = {(k.cek, k.kata) for k in KASUS.values()}

    assert {(k.cek, kata) for k in KASUS.values() for kata in (OK, PERIKSA)} <= kata


def test_banyaknya_responden_dikatakan_dengan_kedua_angkanya() -> None:
    kata = [s.nilai for s in build(SKM["18 responden dari 19 yang perlu"].isi).get_lembar("SKM").sel]

    assert "Kurang: 18 responden, diperlukan 19" in kata


def test_keadaan_setiap_baris_manfaat_dikatakan_di_sebelahnya() -> None:
    isi: Isian = {
        "isian_manfaat_bansos_kegiatan": (("Beras",), ("Minyak",), (None,), ("Gula",), ("Telur",)),
        "isian_manfaat_bansos_target": ((7,), (None,), (2,), (2,), (2,)),
        "isian_manfaat_bansos_realisasi": ((7,), (1,), (2,), (5,), ("dua",)),
    }

    kata = [s.nilai for s in build(isi).get_lembar("Manfaat").sel if s.kolom == 10 and s.nilai]

    harap = ["Sesuai", "Realisasi tanpa target", "Kegiatan belum ditulis", "Lebih dari 200% target", "Isian salah"]
    assert harap == kata[kata.index("Sesuai") :][:5]


def test_arti_angka_triwulan_dikatakan_dengan_kata_yang_sama() -> None:
    buku = build({})

    for lembar in ("Manfaat", "Anggaran"):
        assert any(str(s.nilai).startswith(KATA_TRIWULAN) for s in buku.get_lembar(lembar).sel), lembar


# --- explained ----------------------------------------------------------------------------------------------------

BEDA = ANGGARAN["DPA berbeda satu sen"].isi


@pytest.mark.parametrize(
    ("isi", "penjelasan", "kata"),
    [
        (BEDA, SEBAB, DIJELASKAN),
        (BEDA, None, PERIKSA),
        (BEDA, "   ", PERIKSA),
        (ANGGARAN["DPA berbeda kurang dari setengah sen"].isi, SEBAB, OK),
        ({}, SEBAB, BELUM),
    ],
)
def test_yang_dijelaskan_bukan_lagi_periksa(isi: Isian, penjelasan: str, kata: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    buku = build(isi | explain(make_medan(), {"Anggaran: DPA sama": penjelasan}))
    write_workbook(buku, path)

    alamat, milik_kita = find_kata(buku, "Anggaran: DPA sama")

    iron = recalc_ironcalc(path)
    assert (kata, kata) == (milik_kita, iron["Cek", alamat])
    assert [] == compare(path, ironcalc=iron)


def test_isian_yang_salah_tidak_dapat_dijelaskan() -> None:
    (blok,) = build({}).get_lembar("Cek").blok
    semua = list_cek(build({}).get_lembar("Cek"))
    milik = {cek: n for cek, (n, _) in semua.items() if re.match("Pernyataan|SKM|Manfaat|Trantibum|Anggaran", cek)}
    terbuka = {cek for cek, n in milik.items() if (n, 0) not in blok.terkunci}

    assert "isian_cek_penjelasan" == blok.nama
    boleh = "terlewat|lebih dari|melebihi|sama dengan|seragam|sebanyak"  # what may be so for a good reason
    kosong = "semua unsur terjawab|setiap baris bernama|setiap bulan terisi"  # what may not be measured at all
    assert {c for c in milik if re.search(f"{boleh}|{kosong}", c)} == terbuka
    assert 18 == len(terbuka)


def test_penjelasan_terbuka_hanya_di_baris_yang_boleh(tmp_path: Path) -> None:
    write_workbook(build({}), tmp_path / "a.xlsx")
    lembar = openpyxl.load_workbook(tmp_path / "a.xlsx")["Cek"]

    sel = [lembar.cell(AWAL + 1 + n, 6) for n, _ in list_cek(build({}).get_lembar("Cek")).values()]
    assert {(True, "–"), (False, None)} == {(s.protection.locked, s.value) for s in sel}


SETAHUN: Isian = {
    "isian_trantibum_laporan": column(*range(12)),
    "isian_trantibum_ditangani": column(*range(12)),
    "isian_anggaran_realisasi": ((1000,) * 4,) * 6,
    "isian_manfaat_sarpras_realisasi": tuple((0, 0, 0, t) for t in (35, 20, 42, 28, 30, 25)),
    "isian_manfaat_pemberdayaan_realisasi": tuple((0, 0, 0, t) for t in (25, 25, 30, 40)),
}


@pytest.mark.parametrize(
    ("lain", "penjelasan", "ringkas", "banyak"),
    [
        ({}, {}, "OK: semua isian lengkap", (0, 0, 0)),
        ({"isian_anggaran_dpa": column(1)}, {}, "PERIKSA: 2 hal harus dibetulkan atau dijelaskan, lihat", (2, 0, 0)),
        (
            {"isian_anggaran_dpa": column(*[10**11] * 6)},
            {"Anggaran: DPA sama": SEBAB},
            "DIJELASKAN: semua isian lengkap, 1 hal tidak biasa",
            (0, 0, 1),
        ),
    ],
)
def test_ringkasan_di_petunjuk_tahu_yang_dijelaskan(
    lain: Isian, penjelasan: dict[str, str], ringkas: str, banyak: tuple[int, int, int], tmp_path: Path
) -> None:
    bahan, isi = list_wajar()["medan-kota"]
    isi = isi | SETAHUN | explain(bahan.pk, penjelasan)
    if "isian_anggaran_dpa" in lain and len(lain["isian_anggaran_dpa"]) == 1:
        lain = {"isian_anggaran_dpa": lain["isian_anggaran_dpa"] + isi["isian_anggaran_dpa"][1:]}
    buku = build_perjanjian(replace(bahan, isi=isi | lain))
    write_workbook(buku, tmp_path / "a.xlsx")

    assert str(show(buku, "hasil_cek_ringkas")).startswith(ringkas)
    assert banyak == tuple(show(buku, f"hasil_cek_{nama}") for nama in ("periksa", "belum", "dijelaskan"))
    assert [] == compare(tmp_path / "a.xlsx", ironcalc=recalc_ironcalc(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("bentuk", BENTUK)
def test_buku_kosong_tidak_punya_yang_harus_dibetulkan(bentuk: object) -> None:
    buku = build_perjanjian(Bahan(bentuk(), responden=3))  # type: ignore[operator]
    semua = list_cek(buku.get_lembar("Cek"))

    salah = {cek for cek, (_, kata) in semua.items() if kata == PERIKSA and "tercantum" not in cek}
    assert set() == salah
    assert show(buku, "hasil_cek_dijelaskan") == 0


@pytest.mark.parametrize(
    ("nama", "harap"),
    [
        (
            "medan-baru",
            {
                "Manfaat, Pemberdayaan Masyarakat di Kelurahan: total yang tercantum": PERIKSA,
                "Anggaran: DPA sama": DIJELASKAN,
            },
        ),
        ("medan-kota", {"Trantibum: laporan": BELUM, "Capaian: realisasi indikator dan": BELUM}),
    ],
)
def test_isian_yang_wajar_hanya_dimintai_yang_memang_perlu(nama: str, harap: dict[str, str]) -> None:
    bahan, isi = list_wajar()[nama]

    semua = list_cek(build_perjanjian(replace(bahan, isi=isi)).get_lembar("Cek"))

    lain = {cek: kata for cek, (_, kata) in semua.items() if kata != OK}
    assert sorted(harap.values()) == sorted(lain.values())
    assert all(any(cek.startswith(awal) and harap[awal] == kata for awal in harap) for cek, kata in lain.items())


# --- TRUE ---------------------------------------------------------------------------------------------------------

TANDA = 777_777
BENAR: dict[str, tuple[str, Isian]] = {
    "SKM": ("SKM: semua unsur", {"isian_skm_jawaban": ((3, 4) * 4 + (3,), (3,) * 4 + (TANDA,) + (2,) * 4)}),
    "Manfaat": (
        "Manfaat, Bantuan Sosial: setiap",
        {**MANFAAT["lengkap"].isi, "isian_manfaat_bansos_realisasi": ((TANDA,),)},
    ),
    "Trantibum": ("Trantibum: laporan", {nama: column(TANDA, *range(1, 12)) for nama in SETAHUN}),
    "Anggaran": ("Anggaran: realisasi mulai", {**BEDA, "isian_anggaran_realisasi": ((5, TANDA),)}),
    "Pernyataan": ("Pernyataan: NIP", {"isian_camat_nip": ((TANDA,),)}),
}


def write_benar(path: Path, isi: Isian) -> Path:
    """The workbook with TRUE, which the writer refuses, wherever TANDA stands."""
    write_workbook(build(isi), path.with_suffix(".dulu.xlsx"))
    with zipfile.ZipFile(path.with_suffix(".dulu.xlsx")) as dulu, zipfile.ZipFile(path, "w") as baru:
        for nama in dulu.namelist():
            baru.writestr(
                nama, re.sub(rb'(<c r="[A-Z]+[0-9]+" s="[0-9]+")><v>777777</v>', rb'\1 t="b"><v>1</v>', dulu.read(nama))
            )
    return path


@pytest.fixture(scope="module")
def benar(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, list[Values]]]:
    """By sheet: the address of its check on sheet Cek, and its workbook as each engine computes it."""
    folder = tmp_path_factory.mktemp("benar")
    paths = {nama: write_benar(folder / f"{nama}.xlsx", isi) for nama, (_, isi) in BENAR.items()}
    lo = recalc_libreoffice(list(paths.values()), "id-ID")
    return {
        nama: (find_kata(build({}), BENAR[nama][0])[0], [lo[path], recalc_ironcalc(path), recalc_formulon(path)])
        for nama, path in paths.items()
    }


@pytest.mark.parametrize("nama", BENAR)
def test_true_adalah_isian_salah(nama: str, benar: dict[str, tuple[str, list[Values]]]) -> None:
    """LibreOffice keeps TRUE as the number 1 that only looks otherwise, and not even that in a cell of numbers."""
    awal, isi = BENAR[nama]
    alamat, mesin = benar[nama]

    logis = {k: tuple(tuple(True if n == TANDA else n for n in r) for r in m) for k, m in isi.items()}
    assert PERIKSA == find_kata(build(logis), awal)[1]
    assert [PERIKSA] * 2 == [values["Cek", alamat] for values in mesin[1:]]
    if nama in ("SKM", "Pernyataan"):  # elsewhere the format of a number makes it 1, for its reader too
        assert PERIKSA == mesin[0]["Cek", alamat]


def test_hasil_skm_tidak_ada_selama_ada_true(benar: dict[str, tuple[str, list[Values]]]) -> None:
    lo, *lain = benar["SKM"][1]

    beda = {alamat for alamat in lain[0] if not all(same(lo[alamat], values[alamat]) for values in lain)}
    assert {("SKM", f"{kolom}11") for kolom in "OPQ"} == beda  # answered, their sum, wrong: of the fifth unsur
    assert {""} == {lo["SKM", f"R{r}"] for r in range(7, 16)}
