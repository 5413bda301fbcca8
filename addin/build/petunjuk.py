"""From what was built to the first formula: the lines that `kinerja addin bangun` shows, and the sheet of kinerja.xlam.

Names of menus stand in Indonesian and, in brackets, in English.
"""

from __future__ import annotations

COBA = "Ketik =SAKIP_PREDIKAT(66,5) di sebuah sel: hasilnya B. Bila Excel memakai titik desimal: =SAKIP_PREDIKAT(66.5)."
_BUKA = (
    "Klik kanan berkas itu, Properti (Properties), centang Buka blokir (Unblock), OK; tanpa kotak itu, lanjutkan saja."
)
_MENU = (
    "Excel: File > Opsi (Options) > Add-in (Add-ins) > Kelola: Add-in Excel (Manage: Excel Add-ins) > Buka... (Go...)"
)

_XLSTART = (
    r"Salin kinerja.xlam saja ke %APPDATA%\Microsoft\Excel\XLSTART (ketik itu di bilah alamat File Explorer; bila "
    "folder XLSTART tidak ada, buat dahulu). Tutup semua jendela Excel, buka lagi."
)
_INTELLISENSE = (
    "kinerja.intellisense.xml jangan disalin ke XLSTART: Excel membuka semua berkas di sana. Ia hanya untuk add-in "
    "gratis Excel-DNA IntelliSense (keterangan argumen sewaktu mengetik); tanpa itu tidak diperlukan. Yang memakainya "
    "menaruh keduanya di satu folder lain, dengan pengganti langkah 3."
)


def _write_pengganti(judul: str) -> str:
    return (
        "Pengganti langkah 3, bila XLSTART tidak dapat dipakai: taruh kinerja.xlam di folder tetap, misalnya Dokumen. "
        f"{_MENU} > Telusuri... (Browse...), pilih kinerja.xlam; centang {judul}, OK."
    )


EXCEL = (
    "1. Simpan kinerja.xlam di PC itu. Python dan internet tidak diperlukan.",
    f"2. {_BUKA}",
    f"3. {_XLSTART}",
    f"4. {COBA}",
    _write_pengganti("Fungsi Kinerja"),
    _INTELLISENSE,
)
"""The add-in without Python."""

_PYTHON = (
    "Add-in ini memerlukan Python dan kinerja di PC itu. Untuk PC tanpa Python: kinerja addin bangun --untuk excel.",
    "Cara termudah, di PC Windows itu: kinerja addin pasang; tempat Python dan kinerja lalu diisikan sendiri. Atau:",
    r"1. Taruh Python di %LOCALAPPDATA%\kinerja\python dan pustaka kinerja di %LOCALAPPDATA%\kinerja\lib.",
    f"2. {_BUKA}",
    *EXCEL[2:4],
    _write_pengganti("Kinerja"),
    _INTELLISENSE,
)
_CALC = (
    "1. LibreOffice: tekan Ctrl+Alt+E, atau Perkakas (Tools) > Ekstensi (Extensions); Tambah (Add), pilih kinerja.oxt.",
    "2. Tutup LibreOffice, buka lagi, lalu ketik =SAKIP_PREDIKAT(66,5) di sebuah sel: hasilnya B.",
    "Diperlukan LibreOffice yang Python di dalamnya 3.11 atau lebih baru. Melihatnya di Windows: dalam folder "
    r"C:\Program Files\LibreOffice\program ada python-core-3.11 atau lebih besar; bila tidak, perbarui LibreOffice.",
    "Rumus tampak sebagai =SAKIP_PREDIKAT(KINERJA_SEL(A1)). Biarkan: tanpa itu LibreOffice menyerahkan sel kosong "
    "sebagai 0.",
    "Excel tidak mengenal KINERJA_SEL. Berkas untuk pengguna Excel dibekukan dahulu: kinerja addin bekukan BERKAS.xlsx",
)
_WEB = (
    "Taruh isi folder ini di {alamat}, lalu daftarkan manifest.xml di Excel;",
    "cara untuk setiap program ada di {alamat}/index.html.",
)
_WEB_LOKAL = (
    "PERHATIAN: tanpa --alamat, semua alamat dalam manifest.xml adalah {alamat}, yaitu komputer ini saja.",
    "Untuk mencoba di komputer ini: kinerja addin sajikan. Untuk server kantor, bangun lagi dengan alamat foldernya:",
    "{perintah}",
)
_RUMUS = (
    "Buka di Excel 365 atau 2024, salin lembar Fungsi ke buku kerja Anda; caranya di lembar Cara pakai.",
    "Berkas yang datang dari WhatsApp atau surel: klik dahulu Aktifkan Pengeditan (Enable Editing) di bilah kuning.",
)

_PETUNJUK = {"excel": EXCEL, "excel-python": _PYTHON, "calc": _CALC, "excel-web": _WEB, "excel-rumus": _RUMUS}


def list_petunjuk(untuk: str, alamat: str = "", perintah: str = "") -> tuple[str, ...]:
    """What to do with what was built for a program.

    Args:
        alamat: of the web folder.
        perintah: where that address is only this machine's, the command that builds it for a server.

    >>> list_petunjuk("excel-web", "https://a.go.id")[1]
    'cara untuk setiap program ada di https://a.go.id/index.html.'
    """
    semua = _WEB_LOKAL if perintah else _PETUNJUK[untuk]
    return tuple(baris.replace("{alamat}", alamat).replace("{perintah}", perintah) for baris in semua)
