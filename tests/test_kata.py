"""One word for one thing, in all that a user reads; and what is advised is there."""

import re
from pathlib import PurePosixPath

import pytest

from kinerja.cli import build_parser
from tests.alat.dok_perintah import list_perintah
from tests.alat.kata import Teks, list_teks

SEMUA = list_teks()
KATA = {
    # variant that is not used: the word that is, and why
    r"files?": ("berkas", "Inggris"),
    r"workbooks?": ("buku kerja", "Inggris"),
    r"(?:work)?sheets?": ("lembar", "Inggris"),
    r"password|kata sandi": ("sandi", "pilihannya bernama --sandi"),
    r"direktori|directory": ("folder", "kata Windows"),
    r"e-?mail": ("surel", "Inggris"),
    r"(?:hyper)?links?": ("tautan", "Inggris"),
    r"download|upload": ("unduh, unggah", "Inggris"),
    r"default": ("bawaan", "Inggris"),
    r"errors?|warnings?": ("galat, kesalahan, peringatan", "Inggris"),
    r"browser": ("peramban", "Inggris"),
    r"templates?|(?<!kinerja )(?<!--)templat": ("formulir", "templat hanya nama perintah dan pilihannya"),
    r"peladen": ("server", "kata yang dipakai kantor"),
    r"(?:para )?pemakai(?:nya)?": ("pengguna", "satu kata untuk satu hal"),
    r"setelan": ("pengaturan", "kata Excel dan Windows"),
    r"lambang": ("logo", "pilihannya bernama --logo"),
    r"aksara|[0-9x] huruf|huruf (?:terlarang|rusak|yang (?:tidak tampak|rusak))": (
        "karakter", "huruf hanya A sampai Z, atau nama kolom dan predikat",
    ),
    r"perbaiki|koreksi": ("betulkan", "satu kata untuk satu hal; lembar Cek memakainya"),
    r"kekeliruan": ("kesalahan", "satu kata untuk satu hal"),
    r"(?:lebih|paling) penuh": ("lengkap", "satu kata untuk satu hal"),
    r"tiap": ("setiap", "satu kata untuk satu hal"),
    r"kalau|jika|apabila": ("bila", "satu kata untuk satu hal"),
    r"dulu": ("dahulu", "bahasa baku"),
    r"tapi|karna|cuma|gak|nggak|bikin": ("tetapi, karena, hanya, tidak, membuat", "bahasa baku"),
    r"analisa|resiko|prosentase|ijin|nomer|aktifitas|kwalitas|obyek|praktek|silahkan|non-aktif|sekurangnya": (
        "analisis, risiko, persentase, izin, nomor, aktivitas, kualitas, objek, praktik, silakan, nonaktif, sedikitnya",
        "ejaan",
    ),
    r"di(?:atas|bawah|dalam|luar|sini|sana|mana|antara|samping|depan|belakang)": ("di atas, …", "di kata depan"),
    r"ke(?:atas|bawah|dalam|sini|sana|mana)": ("ke atas, …", "ke kata depan"),
    r"di (?:ubah|hapus|simpan|tulis|ketik|kirim|buka|baca|hitung)": ("diubah, …", "di- awalan"),
    r"pengelola nama": ("Manajer Nama", "nama di Excel"),
    r"(?:manajer|pengelola) ekstensi": ("Ekstensi", "nama di LibreOffice"),
    r"papan tombol": ("papan ketik", "satu kata untuk satu hal"),
    r"kami": ("kinerja", "kami hanya yang menandatangani, dan yang mengingatkan"),
    r"peninjauan": ("Tinjau", "nama di Excel"),
    r"move or copy|name manager|print selection|paste special": ("nama Indonesianya lebih dahulu", "Inggris di kurung"),
    r"(?-i:the|and|must|should|with|optional|required|cell|column|row|value|loading)": ("", "Inggris"),
}  # fmt: skip
"""What DEVELOPING.md says of words, for those that were written in two ways once; whole words, in any case."""
_BENTUK = {
    r"[0-9x] %": "100%: tanpa spasi",
    r"Tempel Khusus(?! – Nilai)": "Tempel Khusus – Nilai",
    r"\bpy -m\b|\.venv|python -m kinerja": "kinerja …: di Windows tidak lebih panjang",
}
KECUALI = {
    **dict.fromkeys(
        [
            ("addin/build/petunjuk.py", "file"), ("addin/web/templates/index.html", "file"),
            ("docs/belum-dicoba.md", "file"), ("docs/fungsi.md", "file"), ("docs/fungsi-web.md", "file"),
            ("README.md", "file"), ("addin/build/rilis/templat/panduan.html", "file"),
        ],
        "menu File",
    ),
    ("addin/build/petunjuk.py", "files"): "folder Program Files",
    ("workbook_templates/perjanjian_kinerja/text.toml", "kami"): "pernyataan yang ditandatangani",
    ("kinerja/perjanjian/rekap_teks.py", "kami"): "pesan pengingat dari kantor",
    **dict.fromkeys([("docs/belum-dicoba.md", "sheets"), ("docs/program.md", "sheets")], "program Google Sheets"),
    ("docs/fungsi-web.md", "the"): "kutipan dari lisensi",
    ("kinerja/perjanjian/induk/tabel.py", "column"): "pola atas kalimat tomllib",
    ("kinerja/workbook/press/potongan.py", "row"): "pola atas XML",
    **dict.fromkeys(
        [
            ("workbook_templates/perjanjian_kinerja/daftar.py", "sheet"), ("kinerja/perjanjian/jenis.py", "the"),
            ("kinerja/rumus/capaian.py", "the"), ("kinerja/rumus_sel.py", "the"), ("kinerja/terbit/kiriman.py", "and"),
            ("kinerja/workbook/eksak.py", "the"), ("addin/rumus_argumen.py", "the"),
        ],
        "kesalahan pengembang, tidak pernah sampai ke pengguna",
    ),
}  # fmt: skip
"""Where a variant stands for something else, by file and word."""
ASING = frozenset(["--upgrade", "--force-reinstall", "--user", "--help"])
"""Options of pip, and the one that every command has."""


def find(pola: str, teks: Teks) -> list[str]:
    berkas = teks.tempat.partition(":")[0]
    return [
        f"{teks.tempat}: {m[0]}"
        for m in re.finditer(pola, teks.isi, re.IGNORECASE)
        if (berkas, m[0].casefold()) not in KECUALI
    ]


def test_teks_dikumpulkan_dari_semua_tempat() -> None:
    ruang = {t.tempat.partition(":")[0].partition("/")[0] for t in SEMUA}

    assert {"kinerja", "workbook_templates", "addin", "docs", "README.md"} == ruang
    jenis = {PurePosixPath(t.tempat.partition(":")[0]).suffix for t in SEMUA}
    assert {".py", ".toml", ".bas", ".html", ".js", ".md", ".txt"} == jenis
    assert len(SEMUA) > 5_000


@pytest.mark.parametrize("varian", KATA)
def test_satu_kata_untuk_satu_hal(varian: str) -> None:
    pola = rf"(?<![\w./-])(?:{varian})(?![\w./-]*\w)"
    dipakai, sebab = KATA[varian]

    assert [] == [satu for teks in SEMUA for satu in find(pola, teks)], f"{dipakai} ({sebab})"


@pytest.mark.parametrize("bentuk", _BENTUK)
def test_bentuk_yang_satu(bentuk: str) -> None:
    assert [] == [satu for teks in SEMUA for satu in find(bentuk, teks)], _BENTUK[bentuk]


def test_kalimat_pesan_tidak_lebih_dari_30_kata() -> None:
    """Between full stops, semicolons, and colons; pages and docs have lists, which are read otherwise."""
    pesan = [
        t for t in SEMUA if t.tempat.partition(":")[0].endswith((".py", ".toml", ".bas")) and "CREATE " not in t.kode
    ]
    bagian = ((t.tempat, satu) for t in pesan for satu in re.split(r"[.;:!?](?:\s+|$)|\n\n", t.isi))

    assert [] == [(tempat, satu) for tempat, satu in bagian if len(satu.split()) > 30]


def test_pengecualian_masih_diperlukan() -> None:
    ada = {(t.tempat.partition(":")[0], kata) for t in SEMUA for kata in re.findall(r"\w+", t.isi.casefold())}

    assert set() == KECUALI.keys() - ada


def test_setiap_pilihan_yang_disebut_ada() -> None:
    parser = (build_parser(), *(satu for _, satu, _ in list_perintah()))
    ada = {nama for p in parser for aksi in p._actions for nama in aksi.option_strings} | ASING
    sebut = {(m[0], t.tempat) for t in SEMUA for m in re.finditer(r"(?<![\w-])--[a-z][a-z-]*[a-z]", t.kode)}

    assert len(sebut) > 100
    assert [] == sorted((pilihan, tempat) for pilihan, tempat in sebut if pilihan not in ada)
