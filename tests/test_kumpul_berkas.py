"""Files that come in: every one is given, told, or refused in one sentence; and none stops those after it."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from kinerja.kumpul.berkas import Kiriman, list_kiriman

SATU = (Path(__file__).parent / "kasus/terbitan/0.1.0/medan-baru.xlsx").read_bytes()
DUA = b"PK\3\4 buku yang putus"


def pack(isi: Mapping[str, bytes]) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, satu in isi.items():
            arsip.writestr(zipfile.ZipInfo(nama, (2024, 4, 15, 9, 30, 0)), satu)
    return hasil.getvalue()


def put(folder: Path, isi: Mapping[str, bytes]) -> None:
    for nama, satu in isi.items():
        (folder / nama).parent.mkdir(parents=True, exist_ok=True)
        (folder / nama).write_bytes(satu)


def tell(semua: list[Kiriman]) -> dict[str, str]:
    """By name: `buku`, or what is said instead."""
    for satu in semua:  # exactly one of the three
        assert bool(satu.isi) + bool(satu.lewat) + (satu.galat is not None) == 1, satu
        assert satu.galat is None or satu.galat.tempat == satu.nama
    return {k.nama: k.galat.pesan if k.galat else k.lewat or "buku" for k in semua}


def test_folder_dibaca_sampai_dalam_berurut_nama(tmp_path: Path) -> None:
    put(tmp_path, {"b.xlsx": SATU, "a/z.xlsx": SATU, "a/lagi/y.XLSX": DUA, "c.ods": DUA, "d.xls": DUA})
    os.utime(tmp_path / "b.xlsx", (1_700_000_000, 1_700_000_000))

    semua = list(list_kiriman([tmp_path]))

    assert [k.nama for k in semua] == ["a/lagi/y.XLSX", "a/z.xlsx", "b.xlsx", "c.ods", "d.xls"]
    assert [k.isi for k in semua] == [DUA, SATU, SATU, DUA, DUA]
    assert [k.sidik for k in semua] == [hashlib.sha256(k.isi).hexdigest() for k in semua]
    assert semua[2].waktu_ubah[:8] == "2023-11-"
    assert set(tell(semua).values()) == {"buku"}


def test_nama_menyebut_folder_bila_sumbernya_beberapa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"tw1/a.xlsx": SATU, "tw2/a.xlsx": DUA, "b.xlsx": DUA})
    monkeypatch.chdir(tmp_path)

    assert list(tell(list(list_kiriman([Path("tw1"), Path("tw2"), Path("b.xlsx")])))) == [
        "tw1/a.xlsx",
        "tw2/a.xlsx",
        "b.xlsx",
    ]
    assert [k.nama for k in list_kiriman([Path("tw1")])] == ["a.xlsx"]
    assert [k.nama for k in list_kiriman([Path("tw1/a.xlsx")])] == ["tw1/a.xlsx"]


@pytest.mark.parametrize("jalan", ["folder", "zip"])
def test_yang_bukan_buku_disebut_dengan_beberapa_kata(tmp_path: Path, jalan: str) -> None:
    isi = {
        "surat.pdf": b"%PDF-1.7 ...",
        "foto.jpg": b"\xff\xd8\xff\xe0 foto",
        "catatan.txt": b"sudah diisi, Pak",
        "SHA256SUMS": b"ab  x.xlsx\n",
        "halaman.html": b"<html></html>",
        "kosong": b"",
        "register-kinerja.sqlite": b"SQLite format 3\0" + bytes(99),
        "lain.db": b"SQLite format 3\0" + bytes(99),
        "film.mp4": b"\0\0\0\x18ftypmp42",
        "surat.docx": pack({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}),
        "surat.odt": pack({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        "tabel.numbers": pack({"Index/Document.iwa": b"x"}),
        "surat.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999) + "WordDocument".encode("utf-16-le"),
        "~$a.xlsx": b"\4budi",
        ".~lock.a.xlsx#": b"budi",
        "lama/b.xlsx": SATU,
        "lama/c.xlsx": SATU,
        ".DS_Store": b"x",
        ".tersembunyi/a.xlsx": SATU,
        "__MACOSX/._a.xlsx": b"x",
        "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "desktop.ini": b"[x]",
        "a.xlsx": SATU,
    }
    if jalan == "zip":
        put(tmp_path, {"x.zip": pack(isi)})
    else:
        put(tmp_path, isi)

    hasil = tell(list(list_kiriman([tmp_path])))

    bukan = ", bukan buku kerja"
    sementara = "berkas sementara; buku kerjanya mungkin masih dibuka"
    assert {nama.removeprefix("x.zip › "): apa for nama, apa in hasil.items()} == {
        "surat.pdf": f"berkas PDF{bukan}",
        "foto.jpg": f"gambar{bukan}",
        "catatan.txt": f"teks{bukan}",
        "SHA256SUMS": "daftar sidik terbitan",
        "halaman.html": f"halaman web atau XML{bukan}",
        "kosong": f"berkas kosong{bukan}",
        "register-kinerja.sqlite": "register terbitan",
        "lain.db": f"basis data{bukan}",
        "film.mp4": f"berkas yang tidak dikenal{bukan}",
        "surat.docx": f"dokumen Word{bukan}",
        "surat.odt": f"dokumen OpenDocument{bukan}",
        "tabel.numbers": "berkas Numbers, Pages atau Keynote; minta disimpan sebagai .xlsx",
        "surat.doc": f"berkas Office lama{bukan}",
        "~$a.xlsx": sementara,
        ".~lock.a.xlsx#": sementara,
        "lama": "folder berkas lama, tidak dibaca",
        "a.xlsx": "buku",
    }


def test_buku_dikenal_dari_isinya_bukan_namanya(tmp_path: Path) -> None:
    lama = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99_000) + "Workbook".encode("utf-16-le")
    ods = pack({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"})
    put(tmp_path, {"DOC-20240415-WA0012": SATU, "x.zip": SATU, "tanpa": lama, "buku": ods, "pdf.xlsx": b"%PDF"})
    put(tmp_path, {"kiriman.xlsx": pack({"a.xlsx": SATU}), "kosong.xlsx": b"", "web.xls": b"<html>"})

    hasil = tell(list(list_kiriman([tmp_path])))

    nama = ["DOC-20240415-WA0012", "buku", "kiriman.xlsx › a.xlsx", "pdf.xlsx", "tanpa", "web.xls", "x.zip"]
    assert hasil == {**dict.fromkeys(nama, "buku"), "kosong.xlsx": "Berkas kosong."}


def test_isi_zip_diberikan_dengan_waktunya_dan_tidak_ditulis_ke_mana_pun(tmp_path: Path) -> None:
    dalam = pack({"z.xlsx": SATU, "terdalam.zip": pack({"y.xlsx": SATU})})
    put(tmp_path, {"kiriman.zip": pack({"kec/12.71.17.xlsx": SATU, "kec/": b"", "lagi.zip": dalam})})

    semua = list(list_kiriman([tmp_path / "kiriman.zip"]))

    awal = f"{tmp_path / 'kiriman.zip'} › "
    assert {n.removeprefix(awal): apa for n, apa in tell(semua).items()} == {
        "kec/12.71.17.xlsx": "buku",
        "lagi.zip › terdalam.zip": "zip yang terlalu dalam; bongkar dahulu menjadi folder",
        "lagi.zip › z.xlsx": "buku",
    }
    assert {k.waktu_ubah for k in semua if k.isi} == {"2024-04-15T09:30:00"}
    assert [p.name for p in tmp_path.iterdir()] == ["kiriman.zip"]


def test_berkas_yang_sama_sekali_saja_dan_salinannya_dengan_sidik_yang_sama(tmp_path: Path) -> None:
    put(tmp_path, {"a.xlsx": SATU, "b/salinan.xlsx": SATU})
    (tmp_path / "tautan.xlsx").symlink_to("a.xlsx")

    semua = list(list_kiriman([tmp_path / "a.xlsx", tmp_path, tmp_path / "b"]))

    assert [Path(k.nama).name for k in semua] == ["a.xlsx", "salinan.xlsx"]
    assert len({k.sidik for k in semua}) == 1


def test_tautan_ke_folder_tidak_diikuti_dan_disebut(tmp_path: Path) -> None:
    put(tmp_path, {"isi/a.xlsx": SATU, "isi/folder/b.xlsx": SATU, "luar/b.xlsx": SATU})
    (tmp_path / "isi/atas").symlink_to(tmp_path / "isi", target_is_directory=True)
    (tmp_path / "isi/dekat").symlink_to("folder", target_is_directory=True)
    (tmp_path / "isi/luar").symlink_to(tmp_path / "luar", target_is_directory=True)
    (tmp_path / "isi/diri.xlsx").symlink_to("diri.xlsx")

    hasil = tell(list(list_kiriman([tmp_path / "isi"])))

    assert hasil.pop("diri.xlsx").startswith("Berkas tidak dapat dibaca (")
    tautan = dict.fromkeys(("atas", "dekat", "luar"), "tautan ke folder lain, tidak diikuti")
    assert hasil == {"a.xlsx": "buku", "folder/b.xlsx": "buku"} | tautan
    (tmp_path / "pintu").symlink_to(tmp_path / "luar", target_is_directory=True)
    assert tell(list(list_kiriman([tmp_path / "pintu"]))) == {"b.xlsx": "buku"}


def test_nama_aneh_ditampilkan_tanpa_huruf_yang_berbahaya(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\nb\u202e.xlsx").write_bytes(SATU)
    (tmp_path / os.fsdecode(b"rusak\xff.xlsx")).write_bytes(SATU)
    put(tmp_path, {"x.zip": pack({"p" * 1000 + ".xlsx": SATU, "q\x07.xlsx": SATU})})

    semua = list(list_kiriman([tmp_path]))

    assert {k.nama for k in semua} >= {"a?[2J?b?.xlsx", "rusak?.xlsx", "x.zip › q?.xlsx"}
    assert max(len(k.nama) for k in semua) == 300
    assert all(k.isi == SATU and k.nama.isprintable() for k in semua)


def test_waktu_yang_tidak_ada_di_kalender_kosong(tmp_path: Path) -> None:
    isi = bytearray(pack({"b.xlsx": SATU}))
    letak = isi.rindex(b"PK\1\2")
    isi[letak + 12 : letak + 16] = b"\0\0\0\0"
    put(tmp_path, {"b.zip": bytes(isi)})

    assert [(k.nama, k.isi, k.waktu_ubah) for k in list_kiriman([tmp_path])] == [("b.zip › b.xlsx", SATU, "")]
