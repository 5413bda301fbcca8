"""The VBA of a kinerja.xlam that needs no Python: fixed modules for numbers, texts, rules, generated ones for the law.

What a law or a declaration says is nowhere in the fixed modules (folder `bas`); it stands in kinerja_hukum,
kinerja_deklarasi and kinerja_fungsi, which are written here.
"""

from __future__ import annotations

from datetime import date
from importlib.resources import files

from addin.build.murni_hukum import Versi, list_argumen, list_deklarasi, list_hukum
from addin.build.murni_kata import write_kata
from addin.build.vba import KEPALA, check_panjang, quote, write_bantuan, write_fungsi, write_wizard
from addin.daftar import DAFTAR, list_fungsi
from addin.hari_ini import hari_ini
from addin.spec import Fungsi
from kinerja import __version__

AWALAN = "kinerja_"
"""In front of the name of each VBA module."""
TETAP = (
    "bilangan", "desimal", "teks", "target", "galat", "sel", "rentang", "panggil", "jenjang", "skm", "sakip", "persen",
    "capaian", "umum", "peta", "pola", "nama", "kode", "sel_kode", "judul", "ragu", "kolom", "kolom_uang", "baris",
    "butir", "kumpulan", "bukti", "wadah", "jumlahan", "pohon", "rekon", "tautan",
)  # fmt: skip
"""Modules that are kept as text, in the folder `bas`."""
KELUARGA = {"SKM": "skm", "SAKIP": "sakip", "PERSEN": "persen", "KATEGORI": "persen", "ANGGARAN": "anggaran"}
"""The family of a function, by the first word of its name; all others are `umum`."""
PRIBADI = "Option Private Module\n\n"

ATURAN = {
    "SKM_INDEKS": "skm_indeks_jawaban(s(0), s(1))",
    "SKM_NRR": "skm_rata(s(0))",
    "SKM_NILAI": "skm_indeks_nrr(s(0), s(1))",
    "SKM_MUTU": 'kode_jenjang("skm_mutu", s(0))',
    "SKM_KINERJA": 'sebutan_jenjang("skm_mutu", s(0))',
    "SKM_SAMPEL": "skm_responden(s(0), s(1))",
    "SAKIP_NILAI": "sakip_jumlah(s)",
    "SAKIP_SUBKOMPONEN": "sakip_rata(s(0), s(1))",
    "SAKIP_PREDIKAT": "sakip_predikat_nilai(s(0))",
    "SAKIP_INTERPRETASI": 'sebutan_jenjang("sakip_predikat", s(0))',
    "PERSEN_MANFAAT": "persen_manfaat_daftar(s)",
    "PERSEN_TRANTIBUM": "persen_trantibum_laporan(s(0), s(1))",
    "PERSEN_CAPAIAN": "capaian_target(s(0), s(1), s(2), s(3))",
    "KATEGORI_CAPAIAN": 'sebutan_jenjang("capaian_kategori", s(0))',
    "ANGGARAN_SERAPAN": "serapan_pagu(s(0), s(1))",
    "ANGGARAN_SELISIH": "selisih_dpa(s(0), s(1))",
    "ANGGARAN_REKON": "rekon_anggaran(s(0), s(1), s(2))",
    "ANGKA": "angka_sel(s(0), s(1))",
    "RUPIAH_TEKS": "teks_rupiah(s(0))",
    "TERBILANG": "sebut_angka(s(0))",
    "KINERJA_DASAR": "dasar_fungsi(s(0))",
    "KINERJA_ALASAN": "alasan_fungsi(s, n)",
    "KINERJA_VERSI": "VERSI",
}
"""The rule of each function in VBA, with its arguments read; a function without one cannot be built."""


def write_modules() -> dict[str, str]:
    """Every VBA module by name, in the order of the project.

    Raises:
        ValueError: a declared function that is not ported.
    """
    if beda := set(DAFTAR) ^ set(ATURAN):
        raise ValueError(f"no rule in VBA, or no function: {', '.join(sorted(beda))}")
    tetap = {nama: files("addin.build.bas").joinpath(f"{nama}.bas").read_text("utf-8") for nama in TETAP}
    buatan = {
        "kata": write_kata(),
        "hukum": _write_versi("hukum", list_hukum()) + HARI,
        **_write_deklarasi(),
        "fungsi": "".join([KEPALA, *(f"{_write_pembungkus(satu)}\n" for satu in list_fungsi(pada=hari_ini()))]),
        "wizard": write_wizard(list_fungsi(pada=hari_ini())),
        "pita": _write_pita(),
    }
    return {f"{AWALAN}{nama}": check_panjang(kode) for nama, kode in (tetap | buatan).items()}


def _write_pembungkus(fungsi: Fungsi) -> str:
    """All arguments may be left out, so that ours is the sentence; beside repeating ones VBA does not allow it."""
    args = list_argumen(fungsi.nama)
    tetap = [(arg, fungsi.ulang) for arg in (args[:-1] if fungsi.ulang else args)]
    return write_fungsi(fungsi, tetap, f'panggil("{fungsi.nama}", k_arg, k_n)')


def _write_deklarasi() -> dict[str, str]:
    """The declarations, one module a family; and the one that finds them."""
    keluarga: dict[str, dict[str, Versi]] = {}
    for nama, versi in list_deklarasi().items():
        keluarga.setdefault(KELUARGA.get(nama.partition("_")[0], "umum"), {})[nama] = versi
    hasil = {f"deklarasi_{satu}": _write_versi(f"deklarasi_{satu}", isi) for satu, isi in keluarga.items()}
    cabang = "\n".join(
        f"    Case {', '.join(map(quote, isi))}\n        t = deklarasi_{satu}(nama)" for satu, isi in keluarga.items()
    )
    aturan = "\n".join(f'    Case "{nama}"\n        aturan = {isi}' for nama, isi in ATURAN.items())
    daftar = "\n".join(f'    t = t & "{", " if i else ""}{nama}"' for i, nama in enumerate(DAFTAR))
    utama = DEKLARASI.format(cabang=cabang, aturan=aturan, daftar=daftar, versi=__version__)
    return {"deklarasi": f"{KEPALA}{PRIBADI}{utama}", **hasil}


def _write_versi(fungsi: str, isi: dict[str, Versi]) -> str:
    """A module with the function of that name: what holds today of each name."""
    kode = [KEPALA, PRIBADI, f"Public Function {fungsi}(ByVal nama As String) As String\n"]
    kode.append("    Dim hari As Date, t As String\n    hari = tanggal()\n    Select Case nama\n")
    for nama, versi in isi.items():
        kode.append(f'    Case "{nama}"\n')
        kode += [_write_satu(mulai, teks, i) for i, (mulai, teks) in enumerate(reversed(versi))]
        kode.append("        End If\n")
    kode.append(f"    End Select\n    {fungsi} = t\nEnd Function\n")
    return "".join(kode)


def _write_satu(mulai: date, teks: str, nomor: int) -> str:
    baris = [f"        {'ElseIf' if nomor else 'If'} hari >= DateSerial({mulai.year}, {mulai.month}, {mulai.day}) Then"]
    for i, satu in enumerate(teks.split("\n")):
        baris.append(f"            t = {'t & vbLf & ' if i else ''}{quote_unicode(satu)}")
    return "\n".join([*baris, ""])


def quote_unicode(teks: str) -> str:
    """A VBA string expression, also of characters that VBA source cannot hold.

    >>> print(quote_unicode("\\u2265 91"))
    "" & huruf_unikode(8805) & " 91"
    """
    hasil, potong = [], ""
    for huruf in teks:
        try:
            quote(huruf)
            potong += huruf
        except UnicodeEncodeError:
            hasil += [quote(potong), f"huruf_unikode({ord(huruf)})"]
            potong = ""
    return " & ".join([*hasil, quote(potong)])


def _write_pita() -> str:
    bantuan = write_bantuan(list_fungsi(pada=hari_ini()))
    return KEPALA + PITA.format(versi=__version__, bantuan=bantuan)


HARI = """
' Hari ini: hukum yang berlaku pada hari panggilan yang menentukan.
Public Function tanggal() As Date
    tanggal = Date
End Function
"""

DEKLARASI = """Private Const VERSI As String = "{versi}"

' Sebuah fungsi sebagaimana dinyatakan menurut hukum hari ini; "!" di depan kalimatnya bila belum ada hukumnya.
' Baris pertama: cara menulis|dasar|rentang memberi rentang|wajib|persen|berentang|sejak argumen mana diteruskan apa
' adanya; tiga di antaranya satu huruf tiap argumen. Lalu satu baris tiap argumen:
' nama|jenis|wajib|persen|bawaan|pilihan|rentang|bawah|atas|terbuka|bukan pecahan|diteruskan
Public Function deklarasi(ByVal nama As String) As String
    Dim t As String
    Select Case nama
{cabang}
    End Select
    deklarasi = Replace(t, "{{hari}}", Format$(tanggal(), "dd\\-mm\\-yyyy"))
End Function

Public Function daftar_fungsi() As String
    Dim t As String
{daftar}
    daftar_fungsi = t
End Function

' Aturan sebuah fungsi atas argumen yang sudah dibaca.
Public Function aturan(ByVal nama As String, ByRef s() As Variant, ByVal n As Long) As Variant
    Select Case nama
{aturan}
    End Select
End Function
"""

PITA = """Public Sub KinerjaTentang(control As IRibbonControl)
    MsgBox "Fungsi Kinerja {versi}, tanpa Python.", vbInformation, "Kinerja"
End Sub

{bantuan}"""
