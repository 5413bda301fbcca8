"""Defender's attack surface reduction (ASR): rules that keep Excel from starting Python or from loading its DLL.

A rule is 0 off, 1 block, 2 audit, 5 not configured, 6 warn. Policies (group policy, MDM) go before what was set on the
machine itself; where two policies differ the stricter one is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
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
    return any(_covers(satu.partition("=")[0], berkas) for satu in (*mdm, *daftar))


def _covers(kecuali: str, berkas: str) -> bool:
    r"""Whether a file, a folder or a pattern that is excluded means this file.

    >>> [_covers(x, r"C:\Py\pythonw.exe") for x in ("c:/py", r"C:\P*\pythonw.exe", r"C:\Py\python.exe", "")]
    [True, True, False, False]
    """
    pola, cari = (normpath(satu.strip().replace("/", "\\")).lower() for satu in (kecuali, berkas))
    return bool(kecuali.strip()) and (fnmatchcase(cari, pola) or cari.startswith(pola.rstrip("\\") + "\\"))
