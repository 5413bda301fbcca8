"""Budgets and surveys as text: encodings, quotes, letters that hide, and sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.alat.serangan import dasar
from tests.alat.serangan.kasus import DASAR, Harap, Serangan

JUDUL = "kode,nama,pagu\n"
SATU = JUDUL + "7.01.01,A,1\n"
SURVEI = "\n".join(",".join(map(str, baris)) for baris in dasar.SURVEI) + "\n"
_J = JUDUL.encode()


def _kode(n: int) -> str:
    """The code of a sub-kegiatan by its number, up to 810.000."""
    return f"7.01.{n // 90_000 + 1:02}.2.{n // 10_000 % 9 + 1:02}.{n % 10_000:04}"


def repeat(awal: str, satu: str, kali: int, akhir: str = "") -> Callable[[Path], object]:
    """What writes a large file; it is not kept in memory."""
    return lambda path: path.write_bytes(awal.encode() + satu.encode() * kali + akhir.encode())


Isi = str | bytes | Callable[[Path], object]
TOLAK: dict[str, Isi] = {
    "nul": JUDUL + "7.01.01,A\0,1\n",
    "kendali": JUDUL + "7.01.01,A\x07\x1bB,1\n",
    "kutip_terbuka": JUDUL + '7.01.01,"A,1\n7.01.02,B,2\n',
    "sel_200000": JUDUL + "7.01.01," + "A" * 200_000 + ",1\n",
    "sel_spasi_3000": JUDUL + "7.01.01,A,-" + " " * 3_000 + "x\n",
    "sel_spasi_32000": JUDUL + "7.01.01,A,-" + " " * 32_000 + "x\n",
    "judul_saja": JUDUL,
    "baris_kosong": "\n\n\n",
    "spasi_10mb": repeat("", " ", 10_000_000),
    "baris_100mb": repeat(JUDUL + "7.01.01,", "A", 100_000_000, ",1\n"),
    "tanpa_baris_100mb": repeat("", "A", 100_000_000),
    "koma_50mb": repeat("", ",", 50_000_000),
    "kutip_20mb": repeat("", '"', 20_000_000),
    "baris_baru_30mb": repeat(JUDUL, "\n", 30_000_000),
    "nama_40000": JUDUL + "7.01.01," + "x" * 40_000 + ",1\n",
    "angka_30000": JUDUL + "7.01.01,A," + "9" * 30_000 + "\n",
    "titik_30000": JUDUL + "7.01.01,A," + "1." * 15_000 + "\n",
    "kurung_30000": JUDUL + "7.01.01,A," + "(" * 30_000 + "\n",
    "kode_20000_tingkat": JUDUL + "7" + ".01" * 20_000 + ",A,1\n",
    "kode_300_tingkat": JUDUL + "7" + ".1" * 300 + ",A,1\n",
    "kode_25_tingkat": JUDUL + "7" + ".1" * 24 + ",A,1\n",
    "kode_40000_angka": JUDUL + "7" * 40_000 + ",A,1\n",
    "kode_81_angka": JUDUL + "7" * 81 + ",A,1\n",
    "kode_skpd": JUDUL + '"' + "7.01 " * 8_000 + '",A,1\n',
    "koma_ribuan": JUDUL + "7.01.01,A,1,234,567\n",
    "galat": JUDUL + "7.01.01,A,#DIV/0!\n7.01.02,B,1\n",
    "rumus_galat": JUDUL + "7.01.01,A,=1/0\n7.01.02,B,1\n",
    "nama_unsur_n9": 'kode,nama,pagu,kecamatan\n7.01.01,A,1,"' + " ." * 15_000 + '"\n',
    "kecamatan_30000": 'kode,nama,pagu,kecamatan\n7.01.01,A,1,"' + "Kecamatan " * 3_000 + '"\n',
    "xml": '<?xml version="1.0"?><a/>',
    "png": b"\x89PNG\r\n",
    "pdf": b"%PDF-1.4\n1 0 obj",
    "kosong": b"",
}
SAMA: dict[str, tuple[str | bytes, int]] = {
    "wajar": ("\n".join(",".join(map(str, b)) for b in dasar.ANGGARAN) + "\n", dasar.TOTAL),
    "utf16": (("\ufeff" + JUDUL + "7.01.01,A,1\n7.01.02,B,2\n").encode("utf-16-le"), 3),
    "cr": (SATU.replace("\n", "\r"), 1),
    "arah_202e": (JUDUL + "7.01.01,\u202eA,1\n", 1),
    "lebar_nol": (JUDUL + "\u200b7.01.01\u2060,A\u2066,1\n", 1),
    "nbsp": (JUDUL + "7.01.01\u00a0,A\u00a0B,1\n", 1),
    "rumus_nama": (JUDUL + '7.01.01,"=HYPERLINK(""http://x"",""y"")",1\n', 1),
    "skrip": (JUDUL + "7.01.01,<script>alert(1)</script>]]>&amp;,1\n", 1),
    "44000_baris": ((JUDUL + "".join(f"{_kode(i)},P{i},{i}\n" for i in range(44_000))), 44_000 * 43_999 // 2),
}
BOLEH: dict[str, tuple[str | bytes, int]] = {
    "450000_baris": ((JUDUL + "".join(f"{_kode(i)},P{i},{i}\n" for i in range(450_000))), 450_000 * 449_999 // 2),
    "1000000_kolom": ("kode,nama,pagu" + ",x" * 1_000_000 + "\n7.01.01,A,1" + ",1" * 1_000_000 + "\n", 1),
    "utf16_tanpa_bom": (SATU.encode("utf-16-le"), 1),
    "utf16_ganjil": (("\ufeff" + SATU).encode("utf-16-le") + b"\x41", 1),
    "latin1": (SATU.replace("A", "Café").encode("latin1"), 1),
    "cp1252_kosong": (_J + b"7.01.01,A\x81\x8d,1\n", 1),
    "gb18030": (SATU.replace("A", "中文").encode("gb18030"), 1),
    "utf8_campur": (_J + "7.01.01,é,1\n".encode() + b"7.01.02,\xe9,2\n", 3),
    "kutip_tengah": (JUDUL + '7.01.01,A "x" B,1\n', 1),
    "judul_dua_kali": (JUDUL + SATU, 1),
    "pengganti": (_J + b"7.01.01,\xed\xa0\x80,1\n", 1),
    "bukan_huruf": (JUDUL + "7.01.01,A\uffff\ufffe,1\n", 1),
    "del": (JUDUL + "7.01.01,A\x7f,1\n", 1),
    "kode_rumus": (JUDUL + "=1+1,A,1\n@SUM,B,2\n", 3),
    "judul_panjang": ("kode,nama,pagu" + "a " * 20_000 + "\n7.01.01,A,1\n", 1),
    "judul_kode_panjang": ("kode" + " " * 20_000 + "x,nama,pagu\n7.01.01,A,1\n", 1),
    "judul_tahun": ("tahun anggaran " + "2024 " * 10_000 + "\n" + SATU, 1),
    "judul_kurung": ("(" * 20_000 + "\n" + SATU, 1),
    "jumlah_panjang": (JUDUL + "Jumlah " + " " * 30_000 + "x,A,1\n", 1),
    "nama_berkode": (JUDUL + ',"7.01.01 ' + " " * 30_000 + 'x",1\n', 1),
    "nama_berkode_ulang": (JUDUL + ',"' + "7.01.01." * 4_000 + ' x",1\n', 1),
    "nama_angka": (JUDUL + ',"' + "1" * 30_000 + '",1\n', 1),
    "xlsx": (dasar.anggaran(), dasar.TOTAL),
}
SURVEI_TOLAK: dict[str, Isi] = {
    "judul_saja": SURVEI.splitlines()[0] + "\n",
    "baris_baru_30mb": repeat(SURVEI, "\n", 30_000_000, "12.71.17" + ",9" * 9 + "\n"),
    "baris_100mb": repeat(SURVEI, "A", 100_000_000),
    "spasi_32000": SURVEI + "12.71.17,-" + " " * 32_000 + "x" + ",3" * 8 + "\n",
    "angka_30000": SURVEI + "12.71.17," + "9" * 30_000 + ",3" * 8 + "\n",
    "judul_40000": SURVEI.replace("U1", "U1 " + "x " * 20_000),
}
SURVEI_SAMA: dict[str, str | bytes] = {
    "wajar": SURVEI,
    "utf16": ("\ufeff" + SURVEI).encode("utf-16-le"),
    "titik_koma": SURVEI.replace(",", ";"),
    "bom": "\ufeff" + SURVEI,
}


def list_teks() -> Iterator[Serangan]:
    """All of them."""
    for nama, isi in TOLAK.items():
        yield Serangan(f"{nama}.csv", _encode(isi), "anggaran", Harap.TOLAK)
    for harap, daftar in ((Harap.SAMA, SAMA), (Harap.BOLEH, BOLEH)):
        for nama, (isi, total) in daftar.items():
            yield Serangan(f"{nama}.csv", _encode(isi), "anggaran", harap, (total,))
    yield Serangan("akhiran.txt", SATU.encode(), "anggaran", Harap.SAMA, (1,))
    yield Serangan("3gb.csv", SATU.encode(), "anggaran", Harap.TOLAK, panjang=3_000_000_000)
    for nama, isi in SURVEI_TOLAK.items():
        # A group with a wrong answer has no index and is named: `--per` may say so with exit 1.
        yield Serangan(f"survei_{nama}.csv", _encode(isi), "survei", Harap.BOLEH)
    for nama, isi in SURVEI_SAMA.items():
        harap = Harap.BOLEH if nama == "utf16" else Harap.SAMA  # `--per` asks for UTF-8
        yield Serangan(f"survei_{nama}.csv", _encode(isi), "survei", harap, (DASAR,))


def _encode(isi: Isi) -> bytes | Callable[[Path], object]:
    return isi.encode() if isinstance(isi, str) else isi
