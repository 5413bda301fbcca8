"""What Windows says of Excel and Defender: 32 or 64 bit, rules that forbid starting Python."""

import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from addin.asr import (
    ANAK_PROSES,
    DARI_REGISTRI,
    KEBIJAKAN,
    LINGKUNGAN,
    MDM,
    PANGGILAN_WINDOWS,
    SETEMPAT,
    _is_dikecualikan,
    check_asr,
)
from addin.bit_excel import find_bit
from addin.komputer import get_komputer
from tests.alat.windows import make_komputer, make_program, set_excel, set_registry

CTR = (r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration", "Platform")
CTR_2013 = (r"HKLM\SOFTWARE\Microsoft\Office\15.0\ClickToRun\Configuration", "Platform")
WINDOWS = (r"HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment", "PROCESSOR_ARCHITECTURE")
ASLI, DALAM_64 = r"HKLM\SOFTWARE\Microsoft\Office", r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Office"
# Bitness of Outlook: "64-bit editions of Office 2013" (x86 or x64, in the key of the version); InstallRoot and
# WOW6432Node: 32-bit programs on a 64-bit Windows are registered there (KB 2778964).
KASUS_BIT: dict[str, tuple[Mapping[tuple[str, str], object], int | None]] = {
    "ClickToRun 64": ({CTR: "x64"}, 64),
    "ClickToRun 32 pada Windows 64": ({CTR: "x86", WINDOWS: "AMD64"}, 32),
    "ClickToRun 2013": ({CTR_2013: "x86"}, 32),
    "MSI dengan Outlook 64": ({(rf"{ASLI}\16.0\Outlook", "Bitness"): "x64", WINDOWS: "AMD64"}, 64),
    "MSI 32 pada Windows 64": ({(rf"{DALAM_64}\15.0\Outlook", "Bitness"): "x86", WINDOWS: "AMD64"}, 32),
    "MSI tanpa Outlook 64": ({(rf"{ASLI}\14.0\Excel\InstallRoot", "Path"): "C:\\x\\", WINDOWS: "AMD64"}, 64),
    "MSI tanpa Outlook 32": ({(rf"{DALAM_64}\14.0\Excel\InstallRoot", "Path"): "C:\\x\\", WINDOWS: "AMD64"}, 32),
    "Windows 32": ({(rf"{ASLI}\14.0\Excel\InstallRoot", "Path"): "C:\\x\\", WINDOWS: "x86"}, 32),
    "dua macam Office": (
        {(rf"{ASLI}\16.0\Outlook", "Bitness"): "x64", (rf"{DALAM_64}\15.0\Excel\InstallRoot", "Path"): "C:\\x\\"},
        None,
    ),
    "tanpa Office": ({WINDOWS: "AMD64"}, None),
    "registri tertutup": ({CTR: PermissionError()}, None),
    "isi yang tidak dikenal": ({CTR: "arm64"}, None),
}


@pytest.mark.parametrize("kasus", KASUS_BIT)
def test_bit_excel_dari_registri_dan_tidak_pernah_dikira(tmp_path: Path, kasus: str) -> None:
    isi, harap = KASUS_BIT[kasus]

    assert harap == find_bit(set_registry(make_komputer(tmp_path), isi).read_registry)


@pytest.mark.parametrize(("mesin", "lain", "harap"), [(32, "x64", 32), (64, "x86", 64), ("arm", "x64", 64)])
def test_bit_excel_dari_programnya_mendahului_registri(tmp_path: Path, mesin: int | str, lain: str, harap: int) -> None:
    komputer = set_registry(make_komputer(tmp_path), set_excel(tmp_path, mesin) | {CTR: lain})

    assert harap == find_bit(komputer.read_registry)


@pytest.mark.parametrize("isi", [b"", b"MZ", b"ELF" + bytes(200), make_program(64)[:100], b"MZ" + b"\xff" * 62])
def test_program_yang_bukan_program_windows_tidak_dipercaya(tmp_path: Path, isi: bytes) -> None:
    registri = set_excel(tmp_path, 32)
    Path(str(next(iter(registri.values()))).strip('"')).write_bytes(isi)

    assert find_bit(set_registry(make_komputer(tmp_path), registri).read_registry) is None


def test_program_ini_sendiri_bukan_program_windows(tmp_path: Path) -> None:
    """A program of another kind, a real one."""
    jalur = (r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe", "")

    assert find_bit(set_registry(make_komputer(tmp_path), {jalur: "/bin/sh"}).read_registry) is None


ATURAN = (rf"{KEBIJAKAN}\Rules", ANAK_PROSES)
ATURAN_SETEMPAT = (rf"{SETEMPAT}\Rules", ANAK_PROSES)
AWAL = "Aturan Defender (ASR) yang melarang Office menjalankan program lain: "
# Values and places: ADMX "Configure Attack Surface Reduction rules" (0 off, 1 block, 2 audit, 5 not configured, 6 warn;
# REG_SZ under ASR\Rules, on while ExploitGuard_ASR_Rules is 1), the Defender CSP (guid=1|guid=2), Set-MpPreference
# (DWORD). A policy overwrites what was set on the machine.
KASUS_ASR: dict[str, tuple[Mapping[tuple[str, str], object], bool | None, str]] = {
    "tidak diatur": ({}, True, "tidak aktif"),
    "kebijakan grup, teks": ({ATURAN: "1"}, False, "aktif"),
    "kebijakan grup, angka": ({ATURAN: 1}, False, "aktif"),
    "memperingatkan": ({ATURAN: "6"}, False, "aktif, dengan peringatan"),
    "mencatat": ({ATURAN: "2"}, True, "hanya mencatat"),
    "mati": ({ATURAN: 0}, True, "tidak aktif"),
    "kebijakan grup dimatikan": ({(KEBIJAKAN, "ExploitGuard_ASR_Rules"): 0, ATURAN: "1"}, True, "tidak aktif"),
    "kebijakan grup dinyalakan": ({(KEBIJAKAN, "ExploitGuard_ASR_Rules"): 1, ATURAN: "1"}, False, "aktif"),
    "setempat": ({ATURAN_SETEMPAT: 1}, False, "aktif"),
    "kebijakan mendahului setempat": ({ATURAN: "2", ATURAN_SETEMPAT: 1}, True, "hanya mencatat"),
    "kebijakan yang tidak mengatur": ({ATURAN: "5", ATURAN_SETEMPAT: 6}, False, "aktif, dengan peringatan"),
    "MDM": ({(MDM, "ASRRules"): f"{PANGGILAN_WINDOWS}=2|{ANAK_PROSES.upper()}=1"}, False, "aktif"),
    "MDM dengan kurung": ({(MDM, "ASRRules"): f"{{{ANAK_PROSES}}}=6"}, False, "aktif, dengan peringatan"),
    "MDM lain": ({(MDM, "ASRRules"): f"{PANGGILAN_WINDOWS}=1"}, True, "tidak aktif"),
    "dua kebijakan": ({(MDM, "ASRRules"): f"{ANAK_PROSES}=2", ATURAN: "1"}, False, "aktif"),
    "registri tertutup": ({ATURAN_SETEMPAT: PermissionError()}, None, "tidak dapat diketahui"),
    "isi yang tidak dikenal": ({ATURAN: "ya"}, None, "tidak dapat diketahui"),
    "nomor yang tidak dikenal": ({ATURAN: "9"}, None, "tidak dapat diketahui"),
}


@pytest.mark.parametrize("kasus", KASUS_ASR)
def test_aturan_asr_dibaca_dari_semua_tempatnya(tmp_path: Path, kasus: str) -> None:
    isi, baik, kata = KASUS_ASR[kasus]
    anak, _ = check_asr(set_registry(make_komputer(tmp_path), isi))

    assert (baik, f"{AWAL}{kata}.") == (anak.baik, anak.pesan)
    assert "kinerja addin bangun --untuk excel" in anak.saran


def test_aturan_asr_atas_panggilan_windows_juga_dikenal(tmp_path: Path) -> None:
    """VBA's Declare is such a call, and without it no DLL is loaded."""
    isi = {(rf"{KEBIJAKAN}\Rules", PANGGILAN_WINDOWS): "1"}
    anak, makro = check_asr(set_registry(make_komputer(tmp_path), isi))

    assert (True, False) == (anak.baik, makro.baik)
    assert "makro Office memanggil Windows: aktif." in makro.pesan


@pytest.mark.parametrize(
    ("tempat", "kecuali", "baik"),
    [
        (KEBIJAKAN, "{python}", True),
        (SETEMPAT, "{folder}", True),
        (SETEMPAT, r"{folder}\*.exe", True),
        ("MDM", r"C:\lain|{python}", True),
        (KEBIJAKAN, r"C:\lain", False),
        (KEBIJAKAN, "{folder}x", False),
    ],
)
def test_berkas_yang_dikecualikan_dari_aturan_asr_dikenal(
    tmp_path: Path, tempat: str, kecuali: str, baik: bool
) -> None:
    komputer = make_komputer(tmp_path)
    python = komputer.python.with_name("pythonw.exe")
    nama = kecuali.format(python=python, folder=python.parent)
    kunci = (MDM, "ASROnlyExclusions") if tempat == "MDM" else (rf"{tempat}\ASROnlyExclusions", nama)
    anak, _ = check_asr(set_registry(komputer, {ATURAN: "1", kunci: nama if tempat == "MDM" else "0"}))

    assert baik is anak.baik
    assert baik is ("pythonw.exe dikecualikan" in anak.pesan)


# Microsoft, "Configure and validate exclusions based on file extension and folder location", its table of wildcards and
# the one of variables of the account SYSTEM; the first path is the exclusion.
KECUALI = {
    (r"C:\somepath\*\Data", r"C:\somepath\Archives\Data\x\y.exe"): True,
    (r"C:\somepath\*\Data", r"C:\somepath\a\b\Data\y.exe"): False,
    (r"C:\Serv\*\*\Backup", r"C:\Serv\Primary\Denied\Backup\y.exe"): True,
    (r"C:\MyData\*.txt", r"C:\MyData\notes.txt"): True,
    (r"C:\MyData\*.txt", r"C:\MyData\x\notes.txt"): False,
    (r"C:\MyData\my?.zip", r"C:\MyData\my1.zip"): True,
    (r"C:\MyData\my?.zip", r"C:\MyData\my12.zip"): False,
    (r"C:\somepath\test0?\Data", r"C:\somepath\test01\Data\y.exe"): True,
    (r"c:\data\*\marked\date*", r"c:\data\final\marked\date1"): True,
    (r"c:\data\*\marked\date*", r"c:\data\final\marked\date1\y.exe"): False,
    (r"%PROGRAMFILES%\Contoso*\v?\bin\contoso.exe", r"c:\Program Files\Contoso Labs\v1\bin\contoso.exe"): True,
    (r"%ALLUSERSPROFILE%\CustomLogFiles", r"C:\ProgramData\CustomLogFiles\Folder1\file1.txt"): True,
    (r"%programfiles(x86)%\Py", r"C:\Program Files (x86)\Py\python.exe"): True,
    (r"%LocalAppData%\Programs", r"C:\Users\budi\AppData\Local\Programs\Python\python.exe"): False,
    (r"%LocalAppData%\Programs", r"C:\Windows\System32\config\systemprofile\AppData\Local\Programs\p.exe"): True,
    (r"%KANTOR%\Py", r"D:\Kantor\Py\python.exe"): True,
    (r"%TIDAK_ADA%\Py", r"D:\Py\python.exe"): False,
    ("C:\\Users\\*\\", r"C:\Users\budi\x\python.exe"): True,
    (r"C:\Users\*", r"C:\Users\budi\x\python.exe"): False,
    (r"C:\Py [1]", r"C:\Py [1]\python.exe"): True,
    (r"C:\Py[1]", r"C:\Py1\python.exe"): False,
    (r"?:\Py", r"C:\Py\python.exe"): False,
    (r"C:\?\?\?\?\?\?\?", r"C:\1\2\3\4\5\6\7"): False,
}


@pytest.mark.parametrize(("kecuali", "berkas"), KECUALI)
def test_pengecualian_asr_dibaca_seperti_defender(tmp_path: Path, kecuali: str, berkas: str) -> None:
    program = {DARI_REGISTRI["programfiles"]: r"C:\Program Files"}
    program |= {DARI_REGISTRI["programfiles(x86)"]: r"C:\Program Files (x86)"}
    isi = program | {(rf"{SETEMPAT}\ASROnlyExclusions", kecuali): 0, (LINGKUNGAN, "KANTOR"): r"D:\Kantor"}

    assert KECUALI[kecuali, berkas] is _is_dikecualikan(set_registry(make_komputer(tmp_path), isi), berkas)


class _Kunci:
    """An open key of a stand-in for the module winreg."""

    def __init__(self, isi: dict[str, object]) -> None:
        self.isi = isi

    def __enter__(self) -> dict[str, object]:
        return self.isi

    def __exit__(self, *galat: object) -> None: ...


def _make_winreg(isi: dict[tuple[str, str], dict[str, object]]) -> ModuleType:
    """As winreg is documented: what is not there raises FileNotFoundError, what is closed PermissionError."""
    modul = ModuleType("winreg")

    def open_key(akar: str, jalan: str, cadangan: int, akses: int) -> _Kunci:
        if akses != 0x20019 | 0x100:
            raise PermissionError("the half of the registry that 64-bit programs see, for reading")
        if "tertutup" in jalan:
            raise PermissionError
        if (akar, jalan) not in isi:
            raise FileNotFoundError
        return _Kunci(isi[akar, jalan])

    def query(kunci: dict[str, object], nama: str) -> tuple[object, int]:
        if nama not in kunci:
            raise FileNotFoundError
        return kunci[nama], 1

    modul.__dict__.update(HKEY_LOCAL_MACHINE="lm", HKEY_CURRENT_USER="cu", KEY_READ=0x20019, KEY_WOW64_64KEY=0x100)
    modul.__dict__.update(OpenKey=open_key, QueryValueEx=query, QueryInfoKey=lambda kunci: (0, len(kunci), 0))
    modul.__dict__["EnumValue"] = lambda kunci, i: (list(kunci)[i], 0, 1)
    return modul


def test_registri_windows_dibaca_di_belahan_64_bit_dan_yang_tertutup_tidak_dianggap_kosong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi: dict[tuple[str, str], dict[str, object]] = {
        ("lm", r"SOFTWARE\x"): {"Platform": "x86"},
        ("cu", "y"): {"OPEN": "a", "OPEN1": "b"},
    }
    monkeypatch.setitem(sys.modules, "winreg", _make_winreg(isi))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path))
    komputer = get_komputer()

    assert "x86" == komputer.read_registry(r"HKLM\SOFTWARE\x", "Platform")
    assert [None, None] == [komputer.read_registry(rf"HKLM\SOFTWARE\{x}", "Lain") for x in ("x", "tidak ada")]
    assert [["OPEN", "OPEN1"], []] == [komputer.list_registry(rf"HKCU\{x}") for x in ("y", "z")]
    with pytest.raises(PermissionError):
        komputer.read_registry(r"HKLM\tertutup", "Platform")
