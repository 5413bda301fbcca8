"""Defender's attack surface reduction (ASR): rules that keep Excel from starting Python or from loading its DLL.

A rule is 0 off, 1 block, 2 audit, 5 not configured, 6 warn. Policies (group policy, MDM) go before what was set on the
machine itself; where two policies differ the stricter one is believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ntpath import normpath

from addin.komputer import Komputer, Pemeriksaan

ANAK_PROSES = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
"""Block all Office applications from creating child processes."""
PANGGILAN_WINDOWS = "92e97fa1-2edf-4476-bdd6-9dd0b4dddc7b"
"""Block Win32 API calls from Office macros."""
LARANGAN = {
    ANAK_PROSES: "Office menjalankan program lain",
    PANGGILAN_WINDOWS: "makro Office memanggil Windows",
}
KEBIJAKAN = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR"
MDM = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager"
SETEMPAT = r"HKLM\SOFTWARE\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR"
KEADAAN = {0: "tidak aktif", 1: "aktif", 2: "hanya mencatat", 6: "aktif, dengan peringatan"}
MELARANG = (1, 6)
TAK_DIATUR = 5
MAKS_POLA = 6
"""`*` and `?` of an exclusion that Defender takes."""
LINGKUNGAN = r"HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
"""Variables of the machine."""
_WINDOWS = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion"
DARI_REGISTRI = {
    "programfiles": (_WINDOWS, "ProgramFilesDir"),
    "programfiles(x86)": (_WINDOWS, "ProgramFilesDir (x86)"),
    "programw6432": (_WINDOWS, "ProgramFilesDir"),
    "systemroot": (r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion", "SystemRoot"),
}
"""Variables that Windows sets itself: where it keeps their values."""
_PROFIL = r"C:\Windows\System32\config\systemprofile"
SISTEM = {
    "allusersprofile": r"C:\ProgramData",
    "appdata": rf"{_PROFIL}\AppData\Roaming",
    "localappdata": rf"{_PROFIL}\AppData\Local",
    "programdata": r"C:\ProgramData",
    "public": r"C:\Users\Public",
    "systemdrive": "C:",
    "systemroot": r"C:\Windows",
    "userprofile": _PROFIL,
    "windir": r"C:\Windows",
}
"""Their usual values for the account SYSTEM."""
SARAN = "Minta pengelola TI mengecualikan {berkas}, atau pakai add-in tanpa Python: kinerja addin bangun --untuk excel."


def check_asr(komputer: Komputer) -> Iterator[Pemeriksaan]:
    """Each of the rules that stand in the way of the add-in with Python."""
    python = komputer.python.with_name("pythonw.exe")
    for aturan, berkas in ((ANAK_PROSES, python), (PANGGILAN_WINDOWS, komputer.xlam)):
        awal = f"Aturan Defender (ASR) yang melarang {LARANGAN[aturan]}: "
        saran = SARAN.format(berkas=berkas)
        try:
            keadaan = _read_keadaan(komputer, aturan)
            bebas = keadaan in MELARANG and _is_dikecualikan(komputer, str(berkas))
        except (OSError, ValueError):
            yield Pemeriksaan(None, f"{awal}tidak dapat diketahui.", saran)
            continue
        kata = KEADAAN[keadaan] + (f", tetapi {berkas.name} dikecualikan" if bebas else "")
        yield Pemeriksaan(bebas or keadaan not in MELARANG, f"{awal}{kata}.", saran)


def _read_keadaan(komputer: Komputer, aturan: str) -> int:
    """The state of a rule that counts.

    Raises:
        OSError: the registry may not be read.
        ValueError: what stands there is no state.
    """
    read = komputer.read_registry
    kebijakan: list[object] = [_read_mdm(read(MDM, "ASRRules"), aturan)]
    if str(read(KEBIJAKAN, "ExploitGuard_ASR_Rules")) != "0":
        kebijakan.append(read(rf"{KEBIJAKAN}\Rules", aturan))
    for semua in (kebijakan, [read(rf"{SETEMPAT}\Rules", aturan)]):
        angka = [int(str(satu)) for satu in semua if satu is not None and str(satu).strip()]
        berlaku = [satu for satu in angka if satu != TAK_DIATUR]
        if any(satu not in KEADAAN for satu in berlaku):
            raise ValueError(f"a state of an ASR rule: {berlaku}")
        if berlaku:
            return next((satu for satu in MELARANG if satu in berlaku), berlaku[0])
    return 0


def _read_mdm(teks: object, aturan: str) -> str | None:
    """The state of a rule in the one text of MDM.

    >>> _read_mdm("{A-1}=2|b-2=1", "a-1"), _read_mdm(None, "a-1")
    ('2', None)
    """
    for satu in str(teks or "").split("|"):
        nama, _, nilai = satu.partition("=")
        if nama.strip().strip("{}").lower() == aturan:
            return nilai.strip()
    return None


def _is_dikecualikan(komputer: Komputer, berkas: str) -> bool:
    mdm = str(komputer.read_registry(MDM, "ASROnlyExclusions") or "").split("|")
    daftar = [nama for akar in (KEBIJAKAN, SETEMPAT) for nama in komputer.list_registry(rf"{akar}\ASROnlyExclusions")]
    return any(_covers(_expand(satu.partition("=")[0], komputer.read_registry), berkas) for satu in (*mdm, *daftar))


def _expand(kecuali: str, read: Callable[[str, str], object]) -> str:
    """With the variables of the machine: Defender runs as SYSTEM, so that %LOCALAPPDATA% is not the user's."""

    def get(cocok: re.Match[str]) -> str:
        nama = cocok[1].lower()
        if nama in DARI_REGISTRI and (nilai := read(*DARI_REGISTRI[nama])):
            return str(nilai)
        return str(read(LINGKUNGAN, cocok[1]) or SISTEM.get(nama, cocok[0]))

    for _ in range(3):  # a value may name another variable: %SystemRoot%
        kecuali = re.sub("%([^%]+)%", get, kecuali)
    return kecuali


def _covers(kecuali: str, berkas: str) -> bool:
    r"""Whether a file, a folder or a pattern that is excluded means this file.

    A folder means all below it. `*` and `?` stay within a name; in the last name they make it one of files, of that
    folder alone, unless a backslash follows.

    >>> [_covers(x, r"C:\Py\pythonw.exe") for x in ("c:/py", r"C:\P*\pythonw.exe", r"C:\Py\python.exe", "")]
    [True, True, False, False]
    >>> [_covers(x, r"C:\A\B\c.exe") for x in (r"C:\*\c.exe", r"C:\*", "C:\\*\\", r"C:\A\?\c.*", "?:\\A", r"C:\A\[B]")]
    [False, False, True, True, False, False]
    """
    teks = kecuali.strip().replace("/", "\\")
    pola, cari = (normpath(satu).lower().rstrip("\\").split("\\") for satu in (teks, berkas))
    banyak = len(pola)
    if not teks or sum(map(teks.count, "*?")) > MAKS_POLA or set("*?") & set(pola[0]) or banyak > len(cari):
        return False
    berkas_saja = bool(set("*?") & set(pola[-1])) and not teks.endswith("\\")
    folder_saja = teks.endswith("\\") and banyak == len(cari)
    return all(map(_match, pola, cari)) and not folder_saja and (banyak == len(cari) or not berkas_saja)


def _match(pola: str, nama: str) -> bool:
    """Whether a name is that of a pattern, in which brackets are brackets."""
    return re.fullmatch(re.escape(pola).replace(r"\*", ".*").replace(r"\?", "."), nama) is not None
