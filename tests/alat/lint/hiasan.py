"""What hangs on a worksheet: validations, conditional formats, headers, links, panes."""

from collections.abc import Iterator
from typing import Any

from tests.alat.alamat import box, in_grid
from tests.alat.berkas import UTAMA
from tests.alat.lint.cacat import Cacat
from tests.alat.lint.gaya import count
from tests.alat.lint.model import Buku, Lembar
from tests.alat.lint.rumus import Lingkup, check_formula, check_target

VALIDASI_TERBANYAK = 65_534
TAUTAN_TERBANYAK = 65_530
BATAS_DV = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 255}
DV_RUMUS = 255


def check_trimmings(buku: Buku, lembar: Lembar) -> Iterator[Cacat]:
    """Faults of all that is neither row, cell, merge nor table."""
    yield from _check_validations(buku, lembar)
    yield from _check_conditional(buku, lembar)
    yield from _check_links(buku, lembar)
    for teks in lembar.akar.iterfind(f"{UTAMA}headerFooter/*"):
        if len(teks.text or "") > 255:
            yield Cacat("KEPALA_PANJANG", lembar.nama, f"{len(teks.text)} aksara, batasnya 255")


def _check_validations(buku: Buku, lembar: Lembar) -> Iterator[Cacat]:
    semua = list(lembar.akar.iterfind(f"{UTAMA}dataValidations/{UTAMA}dataValidation"))
    if len(semua) > VALIDASI_TERBANYAK:
        yield Cacat("DV_BANYAK", lembar.nama, f"{len(semua)} validasi, batasnya {VALIDASI_TERBANYAK}")
    for dv in semua:
        tempat = f"{lembar.nama}!{dv.get('sqref')}"
        yield from _check_area(dv.get("sqref", ""), tempat)
        for atribut, batas in BATAS_DV.items():
            if len(dv.get(atribut, "")) > batas:
                yield Cacat("DV_PESAN", tempat, f"{atribut} {len(dv.get(atribut))} aksara, batasnya {batas}")
        yield from _check_validation_formulas(dv, tempat, Lingkup(buku, lembar, rentang=dv.get("type") == "list"))


def _check_validation_formulas(dv: Any, tempat: str, lingkup: Lingkup) -> Iterator[Cacat]:
    perlu = []
    if dv.get("type", "none") != "none":
        perlu = ["formula1"]
        if dv.get("type") not in ("list", "custom") and dv.get("operator", "between") in ("between", "notBetween"):
            perlu = ["formula1", "formula2"]
    for nama in ("formula1", "formula2"):
        rumus = dv.findtext(f"{UTAMA}{nama}")
        if not rumus:
            if nama in perlu:
                yield Cacat("DV_KOSONG", tempat, f"{nama} belum ada")
        elif rumus.startswith('"') and dv.get("type") == "list":
            if len(rumus) - 2 > DV_RUMUS:
                yield Cacat("DV_DAFTAR", tempat, f"daftar {len(rumus) - 2} aksara, batasnya {DV_RUMUS}")
        else:
            if len(rumus) > DV_RUMUS:
                yield Cacat("DV_RUMUS", tempat, f"rumus {len(rumus)} aksara, batasnya {DV_RUMUS}")
            yield from check_formula(rumus, tempat, lingkup)


def _check_conditional(buku: Buku, lembar: Lembar) -> Iterator[Cacat]:
    for cf in lembar.akar.iterfind(f"{UTAMA}conditionalFormatting"):
        tempat = f"{lembar.nama}!{cf.get('sqref')}"
        yield from _check_area(cf.get("sqref", ""), tempat)
        for aturan in cf.iterfind(f"{UTAMA}cfRule"):
            if int(aturan.get("dxfId", -1)) >= count(buku, "dxfs"):
                yield Cacat("GAYA_NOMOR", tempat, f"dxfId {aturan.get('dxfId')} tidak ada")
            for rumus in aturan.iterfind(f"{UTAMA}formula"):
                yield from check_formula(rumus.text or "", tempat, Lingkup(buku, lembar))


def _check_links(buku: Buku, lembar: Lembar) -> Iterator[Cacat]:
    semua = list(lembar.akar.iterfind(f"{UTAMA}hyperlinks/{UTAMA}hyperlink"))
    if len(semua) > TAUTAN_TERBANYAK:
        yield Cacat("TAUTAN_BANYAK", lembar.nama, f"{len(semua)} tautan, batasnya {TAUTAN_TERBANYAK}")
    luar = {r.id for r in buku.paket.relations(lembar.bagian)}
    for tautan in semua:
        tempat = f"{lembar.nama}!{tautan.get('ref')}"
        nomor = next((n for a, n in tautan.items() if a.endswith("}id")), None)
        if nomor is not None and nomor not in luar:
            yield Cacat("RELASI_HILANG", tempat, f"tautan memakai {nomor} yang tidak ada")
        if len(tautan.get("tooltip", "")) > 255 or len(tautan.get("location", "")) > 2079:
            yield Cacat("TAUTAN_PANJANG", tempat, "tujuan paling panjang 2079 aksara, petunjuk 255")
        if nomor is None:
            for kode, keterangan in check_target(tautan.get("location", ""), buku):
                yield Cacat(kode, tempat, keterangan)


def _check_area(sqref: str, tempat: str) -> Iterator[Cacat]:
    for rujukan in sqref.split() or ["A0"]:
        try:
            baik = in_grid(box(rujukan))
        except ValueError:
            baik = False
        if not baik:
            yield Cacat("LUAR_GRID", tempat, f"daerah {sqref!r} bukan sel di lembar kerja")
