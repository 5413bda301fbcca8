"""The task pane in the browser: search, keyboard, insert, Indonesian, and nothing that leaves the machine."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from addin.build.halaman import list_contoh
from tests.alat.addin import KINI
from tests.alat.isian_panel import ISIAN, RANCU
from tests.alat.peramban import Peramban
from tests.alat.web import BACA_CONTOH, open_excel, show_contoh

TAMPAK = "[...document.querySelectorAll('#daftar > li:not([hidden]) .nama')].map((x) => x.textContent)"
KABAR = "document.getElementById('kabar').textContent"
CLEAR = f"{KABAR} = ''"
MESIN = "*/pyodide/*"
FOKUS = "document.activeElement.id || document.activeElement.querySelector('.nama')?.textContent"
INGGRIS = r"\b(search|insert|loading|close|error|reload|function|default|optional|the|cell|help|version)\b"


@pytest.fixture(scope="module")
def peramban(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peramban]:
    with open_excel("folder", tmp_path_factory.mktemp("panel")) as satu:
        yield satu


@pytest.fixture
def panel(peramban: Peramban) -> Peramban:
    """The pane just opened; without its engine, which takes seconds to start and has tests of its own."""
    peramban.permintaan.clear()
    peramban.block(MESIN)
    peramban.open(f"{peramban.alamat}/taskpane.html")
    return peramban


def _search(panel: Peramban, teks: str) -> list[str]:
    panel.run("document.getElementById('cari').focus()")
    panel.run("document.getElementById('cari').select()")
    panel.type(teks)
    hasil: list[str] = panel.run(TAMPAK)
    return hasil


def _insert(panel: Peramban, nama: str, **argumen: str) -> str:
    """Open a function, fill in by typing, press Enter; the formula that reached the cell, or what the pane says."""
    panel.run(f"document.querySelector('form[data-nama={nama}]').closest('details').open = true")
    for arg, nilai in argumen.items():
        panel.run(f"document.getElementById('{nama}-{arg}').focus()")
        panel.type(nilai)
    panel.run(CLEAR)
    panel.run(f"document.querySelector('form[data-nama={nama}] [type=submit]').focus()")
    panel.press("Enter")
    panel.wait_for(KABAR)
    sisipan: list[list[str]] = panel.run("excel.sisipan")
    return sisipan[-1][1] if sisipan else str(panel.run(KABAR))


def test_panel_memuat_semua_fungsi_dari_deklarasi(panel: Peramban) -> None:
    baca = f"""[...document.querySelectorAll('#daftar > li')].map((li) => ({{
        nama: li.querySelector('.nama').textContent,
        uraian: li.querySelector('.uraian').textContent,
        tanda: li.querySelector('form > code').textContent,
        bantuan: [...li.querySelectorAll('.bantuan')].map((x) => x.textContent),
        pilihan: [...li.querySelectorAll('option')].map((x) => x.value).filter(Boolean),
        contoh: ({BACA_CONTOH})(li),
        dasar: li.querySelector('.dasar').textContent}}))"""

    assert [
        {
            "nama": f.nama,
            "uraian": f.uraian,
            "tanda": f.tanda,
            "bantuan": [arg.bantuan for arg in f.args],
            "pilihan": [satu for arg in f.args for satu in arg.daftar_pilihan],
            "contoh": [show_contoh(satu) for satu in list_contoh(f)],
            "dasar": f"Dasar: {f.dasar}",
        }
        for f in KINI.values()
    ] == panel.run(baca)


def test_setiap_fungsi_punya_contoh_di_panel() -> None:
    assert [nama for nama, fungsi in KINI.items() if not list_contoh(fungsi)] == []


def test_cari_menurut_nama_uraian_dan_argumen(panel: Peramban) -> None:
    assert list(KINI) == panel.run(TAMPAK)
    assert "SAKIP_PREDIKAT" in _search(panel, "predikat SAKIP")
    assert ["SKM_SAMPEL"] == _search(panel, "krejcie")
    assert ["PERSEN_MANFAAT"] == _search(panel, "realisasi_kk")
    assert "1 fungsi" == panel.run("document.getElementById('jumlah').textContent")
    assert [] == _search(panel, "tidak ada yang begini")
    assert "Tidak ada fungsi yang cocok." == panel.run("document.getElementById('jumlah').textContent")


def test_dengan_papan_ketik_saja_dari_cari_sampai_sisip(panel: Peramban) -> None:
    assert "cari" == panel.run(FOKUS)  # the pane opens with the search field ready
    panel.type("capaian persen")
    tampak = panel.run(TAMPAK)
    langkah = tampak.index("PERSEN_CAPAIAN") + 1
    panel.press(*["ArrowDown"] * langkah)
    assert "PERSEN_CAPAIAN" == panel.run(FOKUS)
    panel.press("Enter", "Tab")
    assert "PERSEN_CAPAIAN-realisasi" == panel.run(FOKUS)
    panel.type("A2")
    panel.press("Tab", "Tab")
    panel.type("88,3")
    panel.press("Enter")
    panel.wait_for(KABAR)

    assert [["Lembar1!B2", "=PERSEN_CAPAIAN(A2,88.3)"]] == panel.run("excel.sisipan")
    assert "PERSEN_CAPAIAN disisipkan di Lembar1!B2." == panel.run(KABAR)
    panel.press("Escape")
    assert "cari" == panel.run(FOKUS)
    panel.press("ArrowUp")
    assert "cari" == panel.run(FOKUS)


def test_semua_yang_dapat_dipakai_terjangkau_dengan_tab(panel: Peramban) -> None:
    _search(panel, "SKM_INDEKS")
    panel.press("ArrowDown", "Enter")
    urutan = ["SKM_INDEKS"]
    for _ in range(4):
        panel.press("Tab")
        urutan.append(panel.run("document.activeElement.id || document.activeElement.textContent"))

    assert [
        "SKM_INDEKS",
        "SKM_INDEKS-jawaban",
        "Pakai pilihan",
        "SKM_INDEKS-penimbang",
        "Sisipkan ke sel aktif",
    ] == urutan
    panel.press("Tab", shift=True)
    assert "SKM_INDEKS-penimbang" == panel.run(FOKUS)


@pytest.mark.parametrize(
    ("nama", "argumen", "rumus"),
    ISIAN,
)
def test_argumen_ditulis_sebagai_rumus_yang_benar(
    panel: Peramban, nama: str, argumen: dict[str, str], rumus: str
) -> None:
    assert rumus == _insert(panel, nama, **argumen)


@pytest.mark.parametrize(
    ("isian", "pesan"),
    RANCU,
)
def test_isian_yang_dapat_dibaca_dua_cara_ditolak_dengan_kalimat(panel: Peramban, isian: str, pesan: str) -> None:
    assert _insert(panel, "SAKIP_PREDIKAT", nilai=isian).startswith(f"nilai: {pesan}")
    assert [] == panel.run("excel.sisipan")


def test_contoh_dan_isi_bantuan_dapat_diketik_di_panel(panel: Peramban) -> None:
    """What the pane shows as an argument may be typed as it stands there, and gives the outcome that it shows."""
    for nama, arg, isian in [("SAKIP_PREDIKAT", "nilai", '"0,665"'), ("KINERJA_DASAR", "fungsi", '"SKM_MUTU"')]:
        assert f"={nama}({isian})" in panel.run(
            f"document.querySelector('form[data-nama={nama}]').parentNode.textContent"
        )
        assert f"={nama}({isian})" == _insert(panel, nama, **{arg: isian})


def _pick(panel: Peramban, ruas: str, *pilihan: str, aktif: str = "Lembar1!D1") -> str:
    """Select in the sheet, press "Pakai pilihan" beside that field, then go to another cell; what the pane says."""
    panel.run(f"Object.assign(excel.setelan, {{pilihan: {json.dumps(pilihan)}, aktif: {json.dumps(aktif)}}})")
    panel.run(CLEAR)
    panel.run(f"document.querySelector('#{ruas} + .pilih').click()")
    panel.wait_for(KABAR)
    return str(panel.run(KABAR))


@pytest.mark.parametrize(
    ("pilihan", "aktif", "rumus"),
    [
        ("Lembar1!A2:A10", "Lembar1!D1", "=SAKIP_PREDIKAT(A2:A10)"),
        ("Lembar1!A2:A10", "Rekap!D1", "=SAKIP_PREDIKAT(Lembar1!A2:A10)"),
        ("Lembar1!A:A", "Lembar1!D1", "=SAKIP_PREDIKAT(A:A)"),
        ("Lembar1!2:2", "Lembar1!D1", "=SAKIP_PREDIKAT(Lembar1!2:2)"),
        ("'Data ''24'!B2", "'Data ''24'!C2", "=SAKIP_PREDIKAT(B2)"),
        ("'Data ''24'!B2", "Data!B2", "=SAKIP_PREDIKAT('Data ''24'!B2)"),
    ],
)
def test_alamat_yang_dipilih_dipakai_sebagai_argumen(panel: Peramban, pilihan: str, aktif: str, rumus: str) -> None:
    kabar = _pick(panel, "SAKIP_PREDIKAT-nilai", pilihan, aktif=aktif)

    assert f"{pilihan} dipakai. Sekarang pilih sel tempat hasilnya." == kabar
    assert pilihan == panel.run("document.getElementById('SAKIP_PREDIKAT-nilai').value")
    assert rumus == _insert(panel, "SAKIP_PREDIKAT")


def test_setiap_ruas_ketik_punya_tombol_pakai_pilihan(panel: Peramban) -> None:
    harap = [f"{f.nama}-{a.nama}" for f in KINI.values() for a in f.args if not a.pilihan]

    assert harap == panel.run("[...document.querySelectorAll('.pilih')].map((x) => x.previousElementSibling.id)")


def test_pilihan_beberapa_blok_ditolak_dan_ruas_tetap(panel: Peramban) -> None:
    panel.run("document.getElementById('SAKIP_PREDIKAT-nilai').value = 'A1'")

    kabar = _pick(panel, "SAKIP_PREDIKAT-nilai", "Lembar1!A1:A3", "Lembar1!C1")

    assert ("Yang dipilih lebih dari satu blok sel. Pilih satu blok sel.", "A1") == (
        kabar,
        panel.run("document.getElementById('SAKIP_PREDIKAT-nilai').value"),
    )


def test_pilihan_yang_tidak_dapat_dibaca_dijelaskan(panel: Peramban) -> None:
    panel.run("excel.setelan.baca = false")
    assert _pick(panel, "ANGKA-teks", "Lembar1!A1").startswith("Pilihan tidak dapat dibaca.")
    panel.run("delete globalThis.Excel")
    assert "bila panel ini dibuka dari Excel" in _pick(panel, "ANGKA-teks", "Lembar1!A1")


@pytest.mark.parametrize("letak", ["B2", "$A$1:C9", "Lembar1!B:B", "Lembar1!2:2"])
def test_sel_yang_akan_dibaca_rumus_tidak_ditimpa(panel: Peramban, letak: str) -> None:
    """The active cell is Lembar1!B2."""
    pesan = _insert(panel, "SAKIP_PREDIKAT", nilai=letak)

    assert "Sel Lembar1!B2 termasuk argumen nilai. Pilih dahulu sel tempat hasilnya." == pesan
    assert [] == panel.run("excel.sisipan")


def test_pilihan_dari_daftar_masuk_sebagai_teks(panel: Peramban) -> None:
    panel.run("document.getElementById('PERSEN_CAPAIAN-arah').value = 'turun_rasio'")

    assert '=PERSEN_CAPAIAN(8,10,"turun_rasio")' == _insert(panel, "PERSEN_CAPAIAN", realisasi="8", target="10")


def test_argumen_wajib_yang_kosong_diminta_dan_difokuskan(panel: Peramban) -> None:
    assert "Isi dahulu target." == _insert(panel, "PERSEN_CAPAIAN", realisasi="5")
    assert "PERSEN_CAPAIAN-target" == panel.run(FOKUS)


def test_sel_terkunci_dijelaskan(panel: Peramban) -> None:
    panel.run("excel.setelan.baca = false")

    assert _insert(panel, "KINERJA_VERSI").startswith("Rumus tidak dapat disisipkan. Pastikan sel tidak terkunci")


def test_di_luar_excel_dijelaskan(panel: Peramban) -> None:
    panel.run("delete globalThis.Excel")

    assert "Rumus hanya dapat disisipkan bila panel ini dibuka dari Excel." == _insert(panel, "KINERJA_VERSI")


def test_panel_berbahasa_indonesia(panel: Peramban) -> None:
    panel.run("document.querySelectorAll('details').forEach((d) => d.open = true)")
    panel.run("document.getElementById('xlwings-office-ready-error').classList.remove('d-none')")
    teks = panel.run(
        "document.body.innerText + [...document.querySelectorAll('[placeholder]')].map(x => x.placeholder)"
    )

    assert "id" == panel.run("document.documentElement.lang")
    assert [] == re.findall(INGGRIS, teks, re.IGNORECASE)


def test_mesin_memberi_tahu_bila_siap_dan_bila_gagal(panel: Peramban) -> None:
    mesin = "document.getElementById('mesin').textContent"
    panel.wait_for(f"{mesin}.startsWith('Mesin hitung tidak termuat.')")
    hasil: dict[str, Any] = panel.call("SAKIP_PREDIKAT", 66.5)
    panel.block()
    panel.open(f"{panel.alamat}/taskpane.html")
    panel.wait_for(f"{mesin} === 'Siap. Data tetap di komputer ini.'")

    assert [["B"]] == panel.call("SAKIP_PREDIKAT", 66.5)["hasil"]
    assert "#VALUE!" == hasil["galat"]
    assert hasil["pesan"].startswith("Fungsi tidak dapat dihitung sekarang (mesin hitung tidak termuat: ")


def test_setiap_ruas_punya_label_dan_muat_di_panel_sempit(panel: Peramban) -> None:
    panel.run("document.querySelectorAll('details').forEach((d) => d.open = true)")
    tanpa_label = "[...document.querySelectorAll('input, select')].filter((x) => !x.labels.length).map((x) => x.id)"

    assert [] == panel.run(tanpa_label)
    assert panel.run("document.documentElement.scrollWidth <= innerWidth")


def test_tidak_ada_permintaan_ke_luar_komputer(panel: Peramban) -> None:
    panel.block()
    panel.open(f"{panel.alamat}/taskpane.html")
    _insert(panel, "KINERJA_VERSI")
    _search(panel, "anggaran")
    panel.call("SAKIP_PREDIKAT", 66.5)

    assert [] == [satu for satu in panel.permintaan if not satu[1].startswith((f"{panel.alamat}/", "about:"))]
    assert {"GET"} == {metode for metode, _ in panel.permintaan}
