"""Budgets as .parquet: every type that a column can have, and a hundred million rows in a small file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.alat.serangan.dasar import ANGGARAN, SURVEI, TOTAL
from tests.alat.serangan.kasus import DASAR, Harap, Serangan

TERBESAR, LANGKAH = 100_000_000, 10_000_000
PAGU: dict[str, tuple[pa.Array, object]] = {
    "f64": (pa.array([15435519078.25, 350000000.0]), 15785519078.25),
    "f64_nan": (pa.array([float("nan"), 1.0]), None),
    "f64_inf": (pa.array([float("inf"), 1.0]), None),
    "f64_2p53": (pa.array([2.0**53 + 2, 1.0]), None),  # 9.007 triliun: more than any budget
    "f64_terbesar": (pa.array([999_999_999_999_999.0, 1.0]), 1_000_000_000_000_000),
    "f32": (pa.array([1.5, 2.5], pa.float32()), 4),
    "desimal": (pa.array([Decimal("15435519078.250"), Decimal("1.000")]), 15435519079.25),
    "desimal_pecahan_sen": (pa.array([Decimal("15435519078.251"), Decimal("1.000")]), None),
    "i64_terbesar": (pa.array([2**63 - 1, 1]), None),
    "u64_terbesar": (pa.array([2**64 - 1, 1], pa.uint64()), None),
    "i8": (pa.array([1, -2], pa.int8()), -1),
    "minus": (pa.array([-5, 1]), -4),
    "kosong": (pa.nulls(2), None),
    "kosong_satu": (pa.array([7, None]), 7),
    "kamus": (pa.array(["1", "2"]).dictionary_encode(), 3),
    "biner": (pa.array([b"1", b"2"]), None),
    "benar": (pa.array([True, False]), None),
    "daftar": (pa.array([[1], [2]]), None),
    "susunan": (pa.array([{"a": 1}, {"a": 2}]), None),
    "waktu": (pa.array([1, 2], pa.timestamp("ns")), None),
    "jam": (pa.array([1, 2], pa.time32("s")), None),
    "lama": (pa.array([1, 2], pa.duration("s")), None),
}
"""Amounts and their sum as the types say; None where the file must be refused."""
KODE: dict[str, tuple[pa.Array, object]] = {
    "kode_bulat": (pa.array([1, 2]), 3),
    "kode_biner": (pa.array([b"7.01.01", b"\xff"]), None),
    "kode_daftar": (pa.array([["7.01.01"], ["x"]]), None),
    "kode_tingkat_300": (pa.array(["7" + ".01" * 300, "7.01.02"]), None),
    "kode_5000_angka": (pa.array(["7" * 5_000, "7.01.02"]), None),
}
"""Codes, and the sum of the amounts 1 and 2; None where the file must be refused."""


def _write(tabel: pa.Table) -> bytes:
    keluar = io.BytesIO()
    pq.write_table(tabel, keluar)
    return keluar.getvalue()


def write_anggaran() -> bytes:
    """The honest budget."""
    return _write(pa.table(dict(zip(map(str, ANGGARAN[0]), zip(*ANGGARAN[1:], strict=True), strict=True))))


def write_survei() -> bytes:
    """The honest survey."""
    return _write(pa.table(dict(zip(map(str, SURVEI[0]), zip(*SURVEI[1:], strict=True), strict=True))))


def _table(**kolom: object) -> bytes:
    return _write(pa.table({"kode": ["7.01.01", "7.01.02"], "nama": ["A", "B"], "pagu": [1, 2], **kolom}))


def write_bom(path: Path) -> None:
    """A hundred million equal rows."""
    satu = pa.DictionaryArray.from_arrays(pa.array([0]).take(pa.nulls(0, pa.int64())), ["7.01.01"])
    skema = pa.schema([("kode", satu.type), ("nama", satu.type), ("pagu", pa.int64())])
    nol = pa.Array.from_buffers(pa.int64(), LANGKAH, [None, pa.py_buffer(bytes(8 * LANGKAH))])
    teks = pa.DictionaryArray.from_arrays(nol, ["7.01.01"], safe=False)
    tabel = pa.table([teks, teks, nol], schema=skema)
    with pq.ParquetWriter(path, skema, compression="zstd", write_statistics=False) as penulis:
        for _ in range(TERBESAR // LANGKAH):
            penulis.write_table(tabel, row_group_size=LANGKAH)


def list_parquet() -> Iterator[Serangan]:
    """All of them."""
    wajar = write_anggaran()
    yield Serangan("wajar.parquet", wajar, "anggaran", Harap.SAMA, (TOTAL,))
    yield Serangan("survei.parquet", write_survei(), "survei", Harap.SAMA, (DASAR,))
    for kolom, daftar in (("pagu", PAGU), ("kode", KODE)):
        for nama, (deret, jumlah) in daftar.items():
            harap, nilai = (Harap.TOLAK, ()) if jumlah is None else (Harap.SAMA, (jumlah,))
            yield Serangan(f"{nama}.parquet", _table(**{kolom: deret}), "anggaran", harap, nilai)
    raksasa = pa.array(["x" * 20_000_000] * 4)
    for nama, isi in {
        "tanpa_baris": _write(pa.table({"kode": [], "nama": [], "pagu": []})),
        "20000_kolom": _write(pa.table({f"c{i}": [1] for i in range(20_000)})),
        "nama_raksasa": _write(pa.table({"kode": ["7.01.01"] * 4, "nama": raksasa, "pagu": [1] * 4})),
        "terpotong": wajar[:-20],
        "kepala": b"PAR1",
        "kosong": b"",
        "ekor_palsu": b"PAR1" + bytes(100) + b"\xff\xff\xff\x7fPAR1",
    }.items():
        yield Serangan(f"{nama}_.parquet", isi, "anggaran", Harap.TOLAK)
    yield Serangan("bom.parquet", write_bom, "anggaran", Harap.TOLAK)
    yield Serangan("bom_survei.parquet", write_bom, "survei", Harap.TOLAK)
