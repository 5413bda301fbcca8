"""A file told by what differs from another: read back it is the same, whatever both are."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import BerkasError
from kinerja.terbit.beda import Beda, Dasar, split_potong
from kinerja.workbook.paket import Anggota, Potong, pack

BATAS = b"\0\0\xff\xff"
potongan = st.lists(st.sampled_from([b"satu", b"dua", b"", b"\3\0PK\3\4" + bytes(30), b"\3\0PK\1\2x", b"PK\3\4"]))
berkas = st.one_of(st.binary(), potongan.map(BATAS.join))


def write_zip(isi: dict[str, list[bytes]]) -> bytes:
    return pack(Anggota.from_potong(n, [Potong.from_isi(p) for p in potong]) for n, potong in isi.items())


@given(berkas, berkas)
def test_yang_dibaca_kembali_sama(dasar: bytes, isi: bytes) -> None:
    beda = Dasar(split_potong(dasar)).find_beda(split_potong(isi))

    assert Beda.decode(beda.encode()).apply(dasar) == isi


@given(berkas)
def test_potong_yang_disambung_adalah_berkasnya(isi: bytes) -> None:
    assert b"".join(split_potong(isi)) == isi


def test_hanya_bagian_yang_berubah_yang_disimpan() -> None:
    badan = bytes(n * 7919 % 251 for n in range(20_000))
    satu = write_zip({"lembar.xml": [badan, b"kaki Medan Baru"], "gaya.xml": [badan[::-1]]})
    dua = write_zip({"lembar.xml": [badan, b"kaki Medan Kota"], "gaya.xml": [badan[::-1]]})

    beda = Dasar(split_potong(satu)).find_beda(split_potong(dua))

    assert beda.apply(satu) == dua
    # Head of the member, footer, directory: 10 + 30 bytes, some 20, and twice 46 + 10 with the end.
    assert 0 < len(beda.baru) < 250


@pytest.mark.parametrize("rusak", [b"", b"bukan zlib", zlib.compress(b""), zlib.compress(b"\xff\0\0\0" + bytes(13))])
def test_simpanan_yang_rusak_dijawab_kalimat(rusak: bytes) -> None:
    with pytest.raises(BerkasError, match="rusak"):
        Beda.decode(rusak).apply(b"dasar")
