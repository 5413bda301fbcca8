"""Excel tables: names, headers, places."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.alat.alamat import Kotak, box, column_letters, looks_like_cell, overlap
from tests.alat.berkas import UTAMA
from tests.alat.lint.cacat import Cacat
from tests.alat.lint.model import Buku, Lembar


@dataclass(frozen=True, slots=True)
class _Tabel:
    nama: str
    kotak: Kotak
    kepala: tuple[str, ...]


def check_tables(buku: Buku, lembar: Lembar) -> list[Cacat]:
    """Faults of the tables of one sheet."""
    semua = [_read_table(buku.paket.xml[r.target]) for r in buku.paket.relations(lembar.bagian) if r.jenis == "table"]
    return [
        *(cacat for tabel in semua for cacat in _check_table(tabel, buku, lembar)),
        *_check_overlap(semua, lembar),
    ]


def _read_table(akar: Any) -> _Tabel:
    kepala = tuple(k.get("name", "") for k in akar.iterfind(f"{UTAMA}tableColumns/{UTAMA}tableColumn"))
    return _Tabel(akar.get("displayName", ""), box(akar.get("ref")), kepala)


def _check_table(tabel: _Tabel, buku: Buku, lembar: Lembar) -> Iterator[Cacat]:
    tempat = f"{lembar.nama} tabel {tabel.nama}"
    if looks_like_cell(tabel.nama):
        yield Cacat("NAMA_SEPERTI_SEL", tempat, "Excel membacanya sebagai alamat sel")
    if tabel.nama.lower() in buku.nama or _table_names(buku).count(tabel.nama.lower()) > 1:
        yield Cacat("NAMA_GANDA", tempat, "nama tabel sudah dipakai")
    if len({k.lower() for k in tabel.kepala}) != len(tabel.kepala):
        yield Cacat("TABEL_KEPALA_GANDA", tempat, "dua kolom berjudul sama (huruf besar tidak dibedakan)")
    baris, kolom, _, kolom_akhir = tabel.kotak
    if kolom_akhir - kolom + 1 != len(tabel.kepala):
        yield Cacat("TABEL_LEBAR", tempat, f"{len(tabel.kepala)} judul untuk {kolom_akhir - kolom + 1} kolom")
    for nomor, judul in enumerate(tabel.kepala):
        alamat = f"{column_letters(kolom + nomor)}{baris}"
        if _text(buku, lembar.sel.get(alamat)) != judul:
            yield Cacat("TABEL_KEPALA", f"{lembar.nama}!{alamat}", f"isi sel bukan teks judul {judul!r}")


def _check_overlap(semua: list[_Tabel], lembar: Lembar) -> Iterator[Cacat]:
    gabungan = [box(m.get("ref")) for m in lembar.akar.iterfind(f"{UTAMA}mergeCells/{UTAMA}mergeCell")]
    for nomor, tabel in enumerate(semua):
        tempat = f"{lembar.nama} tabel {tabel.nama}"
        for lain in semua[nomor + 1 :]:
            if overlap(tabel.kotak, lain.kotak):
                yield Cacat("TABEL_TUMPANG", tempat, f"bertumpang dengan tabel {lain.nama}")
        if any(overlap(tabel.kotak, g) for g in gabungan):
            yield Cacat("TABEL_TUMPANG", tempat, "bertumpang dengan sel gabungan")


def _table_names(buku: Buku) -> list[str]:
    akar = [x for n, x in buku.paket.xml.items() if n.startswith("xl/tables/")]
    return [x.get("displayName", "").lower() for x in akar]


def _text(buku: Buku, sel: Any) -> str | None:
    """Text of a cell, None when it holds no text."""
    if sel is None:
        return None
    match sel.get("t"):
        case "s":
            nomor = int(sel.findtext(f"{UTAMA}v") or -1)
            sumber = buku.teks[nomor] if 0 <= nomor < len(buku.teks) else None
        case "inlineStr":
            sumber = sel.find(f"{UTAMA}is")
        case _:
            return None
    return None if sumber is None else "".join(t.text or "" for t in sumber.iter(f"{UTAMA}t"))
