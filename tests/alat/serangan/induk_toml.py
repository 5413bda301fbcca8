"""Input data as TOML: depth, numbers beyond measure, wrong types in every place."""

from __future__ import annotations

from collections.abc import Iterator

from tests.alat.serangan.dasar import NAMA_A, TOML, A
from tests.alat.serangan.kasus import DASAR, Harap, Serangan
from tests.alat.serangan.teks import Isi, repeat

TARGET = '"B (88,30)"'
TEMPAT = {
    "anggaran": f"anggaran = {A}",
    "target": f"target = {TARGET}",
    "tahun": "tahun = 2025",
    "nama": f'nama = "{NAMA_A}"',
    "kode": 'kode = "12.71.17"',
    "jenis": 'jenis = "murni"',
    "kabkota": 'kabkota = "12.71"',
}
"""Where a literal is put instead of the honest one."""
LITERAL = {
    "nan": "nan", "inf": "inf", "minus_inf": "-inf", "1e999999999": "1e999999999", "1em999999999": "1e-999999999",
    "1em100000": "1e-100000", "1em5000000": "1e-5000000", "5000_angka": "9" * 5_000, "200000_angka": "9" * 200_000,
    "tanggal": "2024-01-01", "jam": "12:00:00", "waktu": "2024-01-01T00:00:00Z", "daftar": "[1]", "tabel": "{a=1}",
    "benar": "true", "heksa": "0xff", "minus": "-1", "minus_nol": "-0.0", "teks_nan": '"nan"', "nul": '"a\\u0000b"',
    "kendali": '"a\\u001bb"', "pengganti": '"\\ud800"', "arah": '"\\u202eabc"', "bukan_huruf": '"a\\ufffeb"',
    "panjang": '"' + "x" * 200_000 + '"', "rumus": '"=1+1"', "spasi": '"-' + " " * 3_000 + 'x"',
    "dalam": "[" * 20_000 + "]" * 20_000, "dalam_tabel": "{a=" * 20_000 + "1" + "}" * 20_000,
}  # fmt: skip
LONGGAR = frozenset({
    *((tempat, "arah") for tempat in TEMPAT), *((tempat, "bukan_huruf") for tempat in ("target", "nama")),
    *(("nama", x) for x in ("teks_nan", "rumus", "tanggal", "waktu", "jam", "heksa", "minus", "minus_nol", "spasi")),
    *(("anggaran", x) for x in ("heksa", "minus", "minus_nol")),
    *(("target", x) for x in ("heksa", "minus", "minus_nol", "teks_nan", "rumus")),
    *(("target", x) for x in ("1em5000000", "1em100000", "1em999999999")),
})  # fmt: skip
"""Odd, or a matter of findings; every other literal is wrong in its place."""
BERKAS: dict[str, tuple[Isi, Harap]] = {
    "larik_terbuka": (TOML + "x = " + "[" * 20_000, Harap.TOLAK),
    "kunci_100000_bagian": (TOML + "[[program]]\n" + ".".join(["a"] * 100_000) + " = 1\n", Harap.TOLAK),
    "kepala_100000_bagian": ("[" + ".".join(["a"] * 100_000) + "]\nb=1\n", Harap.TOLAK),
    "kecamatan_angka": (TOML.replace("[umum]", "kecamatan = 5\n[umum]").replace("[[kecamatan]]", "[x]"), Harap.TOLAK),
    "umum_larik": (TOML.replace("[umum]", "[[umum]]"), Harap.BOLEH),
    "kecamatan_tabel": (TOML.replace("[[kecamatan]]", "[kecamatan]"), Harap.BOLEH),
    "kosong": (b"", Harap.TOLAK),
    "bom": ("\ufeff" + TOML, Harap.SAMA),
    "crlf": (TOML.replace("\n", "\r\n"), Harap.SAMA),
    "cr": (TOML.replace("\n", "\r"), Harap.TOLAK),
    "nul": (TOML + "\0", Harap.TOLAK),
    "ganda": (TOML + "\n[umum]\n", Harap.TOLAK),
    "bukan_utf8": (TOML.encode().replace(b"PROGRAM", b"PROGRAM \xe9"), Harap.TOLAK),
    "kunci_kosong": (TOML + '"" = 1\n', Harap.TOLAK),
    "kunci_panjang": (TOML + '"' + "k" * 100_000 + '" = 1\n', Harap.TOLAK),
    "kecamatan_sama": (TOML + '[[kecamatan]]\nkode = "127117"\n', Harap.TOLAK),
    "20000_kecamatan": (
        TOML + "".join(f'[[kecamatan]]\nkode = "12.71.{i % 100:02d}"\n' for i in range(20_000)),
        Harap.TOLAK,
    ),
    "20000_program": (
        TOML + "".join(f'[[program]]\nkode = "7.01.{i:05d}"\nnama = "P{i}"\nanggaran = 1\n' for i in range(20_000)),
        Harap.TOLAK,
    ),
    "20000_indikator": (
        TOML
        + "".join(
            f'[[indikator]]\nsasaran = "S{i}"\nindikator = "I{i}"\njenis = "umum"\nsatuan = "x"\n'
            for i in range(20_000)
        ),
        Harap.TOLAK,
    ),
    "50mb": (repeat(TOML, "#", 50_000_000), Harap.TOLAK),
    "50mb_baris": (repeat(TOML, "\n", 50_000_000), Harap.TOLAK),
}


def list_toml() -> Iterator[Serangan]:
    """All of them."""
    for nama, (isi, harap) in BERKAS.items():
        nilai = (DASAR,) if harap is Harap.SAMA else ()
        yield Serangan(f"{nama}.toml", isi.encode() if isinstance(isi, str) else isi, "induk", harap, nilai)
    for tempat, lama in TEMPAT.items():
        for nama, literal in LITERAL.items():
            isi = TOML.replace(lama, f"{lama.partition('=')[0]}= {literal}", 1)
            harap = Harap.BOLEH if (tempat, nama) in LONGGAR else Harap.TOLAK
            yield Serangan(f"{tempat}_{nama}.toml", isi.encode(), "induk", harap)
    yield Serangan("3gb.toml", TOML.encode(), "induk", Harap.TOLAK, panjang=3_000_000_000)
