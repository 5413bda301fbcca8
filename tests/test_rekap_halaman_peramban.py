"""rekap.html in a browser: sorting, filtering, pages, keys, a phone; no complaint, and no request but the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja.kumpul.halaman.dokumen import render_halaman
from kinerja.perjanjian.rekap import StatusKembali
from tests.alat.peramban_rekap import TUNGGU_LUKIS, PerambanRekap
from tests.alat.program import find, run
from tests.alat.rekap import NAKAL, make_rekap

REKAP = make_rekap(70, 3)
"""More than one page of the table, and two kabupaten."""
ISI = render_halaman(REKAP)
KOLOM = (
    "Kecamatan", "Kabupaten/Kota", "Status", "Rata-rata capaian (%)", "IKM (mutu)", "SAKIP (predikat)", "Serapan (%)",
    "Realisasi (Rp)", "Pagu (Rp)", "Temuan", "Kode",
)  # fmt: skip
RERATA = KOLOM.index("Rata-rata capaian (%)")
KODE = KOLOM.index("Kode")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rekap")


@pytest.fixture(scope="module")
def mesin() -> Iterator[PerambanRekap]:
    with PerambanRekap() as satu:
        yield satu


@pytest.fixture
def peramban(mesin: PerambanRekap, folder: Path) -> Iterator[PerambanRekap]:
    """The page, freshly opened; afterwards nothing was complained about, and nothing asked for but the file."""
    mesin.keluhan.clear()
    mesin.permintaan.clear()
    mesin.set_ukuran(1280, 900)
    berkas = mesin.open_rekap(ISI, folder)
    yield mesin
    assert [] == mesin.keluhan
    assert {berkas.as_uri()} == {alamat.partition("#")[0] for _, alamat in mesin.permintaan} - {"about:blank"}


def read_kolom(peramban: PerambanRekap, n: int) -> list[str]:
    return [baris[n] for baris in peramban.read_tabel()[1:]]


def to_angka(teks: str) -> float | None:
    return None if teks == "–" else float(teks.partition(" ")[0].replace(".", "").replace(",", "."))


def read_urut(peramban: PerambanRekap) -> dict[str, str]:
    """Titles by which the table says that it is sorted."""
    arah: list[str] = peramban.run("[...document.querySelectorAll('#tabel thead th')].map((x) => x.ariaSort)")
    return {judul: satu for judul, satu in zip(KOLOM, arah, strict=True) if satu != "none"}


def click_judul(peramban: PerambanRekap, judul: str) -> None:
    peramban.run(f"document.querySelectorAll('#tabel thead button')[{KOLOM.index(judul)}].click()")


def turn_semua(peramban: PerambanRekap, n: int) -> list[str]:
    """A column of the table over all of its pages."""
    awal = read_kolom(peramban, n)
    peramban.run("[...document.querySelectorAll('#halaman-tabel button')].at(-1).click()")
    return awal + read_kolom(peramban, n)


def test_tabel_mula_mula_menurut_kode_selembar_lima_puluh(peramban: PerambanRekap) -> None:
    assert list(KOLOM) == peramban.read_tabel()[0]
    assert [b.kode for b in REKAP.baris[:50]] == read_kolom(peramban, KODE)
    assert [b.kode for b in REKAP.baris] == turn_semua(peramban, KODE)
    assert ["Halaman 2 dari 2"] == peramban.read_teks("#halaman-tabel span")
    assert ["70 dari 70 kecamatan, diurutkan menurut Kode (menaik)."] == peramban.read_teks("#keadaan-tabel")


def test_klik_judul_mengurutkan_angka_yang_kosong_selalu_terakhir(peramban: PerambanRekap) -> None:
    ada = sorted(b.hasil.rerata for b in REKAP.kembali if b.hasil and b.hasil.rerata is not None)
    click_judul(peramban, KOLOM[RERATA])
    turun = [to_angka(x) for x in turn_semua(peramban, RERATA)]
    assert {KOLOM[RERATA]: "descending"} == read_urut(peramban)
    click_judul(peramban, KOLOM[RERATA])
    naik = [to_angka(x) for x in turn_semua(peramban, RERATA)]

    assert [*(float(x) for x in reversed(ada)), *[None] * (70 - len(ada))] == turun
    assert [*map(float, ada), *[None] * (70 - len(ada))] == naik
    assert {KOLOM[RERATA]: "ascending"} == read_urut(peramban)


def test_tombol_enter_pada_judul_mengurutkan_juga(peramban: PerambanRekap) -> None:
    peramban.tab_to("Status")
    peramban.press("Enter")
    urutan = [str(s) for s in StatusKembali]
    status = turn_semua(peramban, KOLOM.index("Status"))

    assert {"Status": "ascending"} == read_urut(peramban)
    assert sorted((str(b.status) for b in REKAP.baris), key=urutan.index) == status
    assert "3px" == peramban.run("getComputedStyle(document.activeElement).outlineWidth")


def test_saringan_nama_status_dan_kabupaten(peramban: PerambanRekap) -> None:
    peramban.tab_to("")  # the search field, which has no text
    while "search" != peramban.run("document.activeElement.type"):
        peramban.press("Tab")
    peramban.type("  MEDAN k")
    cocok = [b for b in REKAP.baris if "medan k" in b.kecamatan.lower()]
    assert cocok
    assert [b.kecamatan for b in cocok] == read_kolom(peramban, 0)

    peramban.run("document.activeElement.value = ''; document.activeElement.dispatchEvent(new Event('input'))")
    for n, nilai in enumerate((str(StatusKembali.BELUM), REKAP.belum[-1].kabkota)):
        peramban.run(
            f"(() => {{ const p = document.querySelectorAll('#saringan select')[{n}]; p.value = {nilai!r};"
            "p.dispatchEvent(new Event('change')); })()"
        )
    belum = [b.kode for b in REKAP.belum if b.kabkota == REKAP.belum[-1].kabkota]

    assert 0 < len(belum) < len(REKAP.belum)
    assert belum == read_kolom(peramban, KODE)
    assert peramban.read_teks("#keadaan-tabel")[0].startswith(f"{len(belum)} dari 70 kecamatan")


def test_halaman_kecamatan_dibuka_dari_tabel_dan_kembali_ke_tempatnya(peramban: PerambanRekap) -> None:
    click_judul(peramban, "Kode")
    click_judul(peramban, "Kode")
    b = REKAP.baris[-7]
    peramban.run("scrollTo(0, 300)")
    peramban.run(f"document.querySelector('#tabel a[href=\"#k/{b.kode}\"]').click()")
    peramban.wait_for("!document.getElementById('bagian-kecamatan').hidden")

    assert [f"Kecamatan {b.kecamatan}"] == peramban.read_teks("#bagian-kecamatan h2")
    assert peramban.run("document.title").startswith(f"{b.kecamatan} – Rekap")
    assert "kecamatan" == peramban.run("document.activeElement.id")

    peramban.run("history.back()")
    peramban.wait_for("!document.getElementById('bagian-ringkasan').hidden")

    assert {"Kode": "descending"} == read_urut(peramban)
    assert f"#k/{b.kode}" == peramban.run("document.activeElement.hash")
    assert 300 == peramban.run("scrollY")


def test_alamat_kecamatan_yang_tidak_ada_menjadi_ringkasan(peramban: PerambanRekap) -> None:
    peramban.go("#grafik")
    for alamat in ("#%", "#kecamatan", "#k/99.99.99"):
        peramban.go(alamat)

    assert [False, True, True, True] == peramban.run(
        "['ringkasan', 'grafik', 'belum', 'kecamatan'].map((x) => document.getElementById(`bagian-${x}`).hidden)"
    )


def test_nama_yang_jahat_tampil_sebagai_teks_di_mana_pun(peramban: PerambanRekap) -> None:
    judul = peramban.run("document.title")
    jahat = {b.kode: b.kecamatan for b in REKAP.baris if b.kecamatan in NAKAL}
    assert len(NAKAL) <= len(jahat)
    peramban.run("dispatchEvent(new Event('beforeprint'))")  # all rows
    tabel = dict(zip(read_kolom(peramban, KODE), read_kolom(peramban, 0), strict=True))
    assert jahat.items() <= tabel.items()
    for kode, nama in jahat.items():
        peramban.go(f"#k/{kode}")
        assert [f"Kecamatan {nama}"] == peramban.read_teks("#bagian-kecamatan h2")
    for bagian in ("#grafik", "#belum", "#ringkasan"):
        peramban.go(bagian)

    assert judul == peramban.run("document.title")
    assert 0 == peramban.run("document.querySelectorAll('img, b, main script').length")


def test_aturan_halaman_menolak_permintaan_ke_luar(mesin: PerambanRekap, folder: Path) -> None:
    """The policy works, and the browser's complaint is heard here."""
    mesin.open_rekap(ISI, folder)
    mesin.keluhan.clear()
    mesin.run("document.body.append(Object.assign(new Image(), { src: 'https://contoh.invalid/a.png' }))")
    mesin.run(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.kena = 1' }))"
    )
    mesin.run(TUNGGU_LUKIS)

    assert 2 == len(mesin.keluhan)
    assert all("Content Security Policy" in satu for satu in mesin.keluhan)
    assert mesin.run("window.kena") is None


def test_tombol_salin_menyalin_pesan_yang_juga_terlihat(peramban: PerambanRekap) -> None:
    peramban.allow_papan_klip()
    peramban.go("#belum")
    kelompok = {b.kabkota: [x.kecamatan for x in REKAP.belum if x.kabkota == b.kabkota] for b in REKAP.belum}
    (pesan,) = peramban.read_teks("#bagian-belum .pesan")
    nama = next(iter(kelompok.values()))
    assert all(f"{i}. {' '.join(satu.split())}\n" in pesan for i, satu in enumerate(nama, 1))
    assert nama == peramban.read_teks("#bagian-belum .daftar a")

    peramban.run("document.querySelector('#bagian-belum .isi-belum button').click()")
    peramban.wait_for("document.querySelector('#bagian-belum [role=status]').textContent")

    assert ["Tersalin."] == peramban.read_teks("#bagian-belum [role=status]")
    assert pesan == peramban.run("navigator.clipboard.readText()")
    assert pesan == peramban.run("getSelection().toString()")


@pytest.mark.parametrize(
    ("boleh", "kabar"),
    [("true", "Tersalin."), ("false", "Belum tersalin. Teksnya sudah terpilih: tekan lama lalu Salin, atau Ctrl+C.")],
)
def test_tanpa_papan_klip_pesan_disalin_cara_lama_atau_terpilih(
    peramban: PerambanRekap, boleh: str, kabar: str
) -> None:
    peramban.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    peramban.run(f"document.execCommand = (perintah) => perintah === 'copy' && {boleh}")
    peramban.go(f"#k/{REKAP.belum[0].kode}")
    peramban.run("document.querySelector('#bagian-kecamatan .kendali button').click()")
    peramban.wait_for("document.querySelector('#bagian-kecamatan [role=status]').textContent")

    assert [kabar] == peramban.read_teks("#bagian-kecamatan [role=status]")
    assert peramban.read_teks("#bagian-kecamatan .pesan") == [peramban.run("getSelection().toString()")]


def test_kertas_memuat_semua_baris_tanpa_tombol(peramban: PerambanRekap, tmp_path: Path) -> None:
    berkas = tmp_path / "rekap.pdf"
    berkas.write_bytes(peramban.print_pdf())
    teks = run([find("pdftotext", "poppler-utils"), "-layout", str(berkas), "-"], detik=60)
    halaman = run([find("pdfinfo", "poppler-utils"), str(berkas)], detik=60)

    assert re.search(r"Page size: +59[45][.\d]* x 84[12][.\d]* pts \(A4\)", halaman)
    assert [b.kode for b in REKAP.baris] == re.findall(r"\b1[23]\.\d\d\.\d\d\b", teks)
    assert 1 < teks.count("Kecamatan ") <= teks.count("\f")  # titles again on each page that has rows
    assert not re.search("Cetak|Berikutnya|Cari|Belum kembali \\(|↕", teks)
    assert 50 == len(peramban.read_tabel()) - 1


@pytest.mark.parametrize("bagian", ["#ringkasan", "#grafik", "#belum", "#k/{hasil}", "#k/{belum}"])
def test_pada_ponsel_360_titik_tidak_ada_yang_keluar_layar(peramban: PerambanRekap, bagian: str) -> None:
    peramban.set_ukuran(360, 740, ponsel=True)
    peramban.go(bagian.format(hasil=next(b.kode for b in REKAP.kembali if b.temuan), belum=REKAP.belum[0].kode))
    keluar = """[...document.querySelectorAll('body *')].filter((x) => !x.closest('.gulir') && !x.closest('[hidden]')
        && x.getBoundingClientRect().right > 360).map((x) => x.outerHTML.slice(0, 80))"""

    assert 360 == peramban.run("document.documentElement.scrollWidth")
    assert [] == peramban.run(keluar)
    if bagian == "#ringkasan":
        peramban.run("document.querySelector('#bagian-ringkasan .gulir').scrollLeft = 300")
        assert 11 == round(peramban.run("document.querySelector('#tabel tbody th').getBoundingClientRect().left"))


def test_tanpa_javascript_ringkasan_tabel_dan_pesan_tetap_terbaca(mesin: PerambanRekap, folder: Path) -> None:
    mesin.disable_skrip(True)
    try:
        mesin.open_rekap(ISI, folder)
        teks = mesin.read_halaman()
    finally:
        mesin.disable_skrip(False)

    assert "Tanpa JavaScript tabel ini tidak dapat diurutkan" in teks
    assert all(" ".join(b.kecamatan.split()) in " ".join(teks.split()) and b.kode in teks for b in REKAP.baris)
    assert "Yth. Bapak/Ibu Camat" in teks
    assert "Grafik" not in teks
