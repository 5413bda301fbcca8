"""Nothing that only POSIX systems have is needed: every module is imported as on Windows, where such modules lack."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alat.perintah import run_python
from tests.alat.program import AKAR

PAKET = ("kinerja", "workbook_templates", "addin")
POSIX = (
    "fcntl", "resource", "pwd", "grp", "spwd", "crypt", "termios", "tty", "pty", "syslog", "posix", "nis", "readline",
    "_posixsubprocess", "_posixshmem", "multiprocessing.popen_fork", "multiprocessing.popen_forkserver",
)  # fmt: skip
NAMA_OS = (
    "fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "getpgid", "getpgrp", "killpg", "setsid", "setuid",
    "mkfifo", "mknod", "chown", "fchown", "lchown", "fchmod", "statvfs", "getloadavg", "nice", "uname", "wait3",
    "wait4", "sched_getaffinity", "O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_DIRECTORY", "pwrite", "pread",
    "posix_fallocate",
)  # fmt: skip
NAMA_SIGNAL = (
    "SIGKILL", "SIGHUP", "SIGQUIT", "SIGALRM", "SIGCHLD", "SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGSTOP", "SIGCONT",
    "SIGTSTP", "alarm", "setitimer", "pthread_kill", "pthread_sigmask", "sigwait", "pause",
)  # fmt: skip

# Only imports of ours are refused: the standard library and other packages know their system.
PROGRAM = """
import builtins, importlib, json, os, signal, sys
modul, paket, posix, nama_os, nama_signal = json.loads({setelan!r})
impor = builtins.__import__
def import_seperti_windows(nama, globals=None, locals=None, fromlist=(), level=0):
    siapa = (globals or {{}}).get("__name__") or ""
    if siapa.partition(".")[0] in paket and nama in posix:
        raise ImportError(f"{{siapa}} imports {{nama}}")
    return impor(nama, globals, locals, fromlist, level)
builtins.__import__ = import_seperti_windows
class TanpaPosix:
    # Stands before a module of the standard library for those modules that are ours.
    def __init__(self, asli, hilang):
        self.__dict__.update(asli=asli, hilang=frozenset(hilang))
    def __getattr__(self, nama):
        siapa = sys._getframe(1).f_globals.get("__name__") or ""
        if nama in self.hilang and siapa.partition(".")[0] in paket:
            raise AttributeError(f"{{siapa}} uses {{self.asli.__name__}}.{{nama}}")
        return getattr(self.asli, nama)
    def __setattr__(self, nama, nilai):
        setattr(self.asli, nama, nilai)
sys.modules["os"], sys.modules["signal"] = TanpaPosix(os, nama_os), TanpaPosix(signal, nama_signal)
gagal = []
for satu in modul:
    try:
        importlib.import_module(satu)
    except Exception as galat:
        gagal.append(f"{{satu}}: {{type(galat).__name__}}: {{galat}}")
print(json.dumps([gagal, len(modul)]), file=sys.stderr)
"""


def _list_berkas() -> Iterator[Path]:
    """Our modules; not those that only LibreOffice or a browser can load."""
    for paket in PAKET:
        for path in sorted((AKAR / paket).rglob("*.py")):
            if not {"uno", "web"} & set(path.relative_to(AKAR).parts):
                yield path


def _name(path: Path) -> str:
    return ".".join(path.relative_to(AKAR).with_suffix("").parts).removesuffix(".__init__")


def test_semua_modul_termuat_tanpa_yang_hanya_ada_di_posix() -> None:
    modul = [_name(path) for path in _list_berkas() if path.stem != "__main__"]
    setelan = json.dumps([modul, PAKET, POSIX, NAMA_OS, NAMA_SIGNAL])

    jalan = run_python(PROGRAM.format(setelan=setelan))

    assert json.loads(jalan.galat.splitlines()[-1]) == [[], len(modul)]
    assert len(modul) > 130


def _is_guarded(simpul: ast.AST, induk: dict[ast.AST, ast.AST]) -> bool:
    """Whether an import stands where a system without the module does not come, or gets over it."""
    while simpul in induk:
        anak, simpul = simpul, induk[simpul]
        if isinstance(simpul, ast.If) and any(kata in ast.unparse(simpul.test) for kata in ("platform", "os.name")):
            return True
        if isinstance(simpul, ast.Try) and anak in simpul.body:
            return any("Import" in ast.unparse(h.type or ast.Name("")) for h in simpul.handlers)
        if isinstance(simpul, ast.With) and "ImportError" in ast.unparse(simpul.items[0]):
            return True
    return False


def _find_posix(program: str) -> list[str]:
    """Imports of POSIX-only modules, also inside functions, that nothing guards."""
    pohon = ast.parse(program)
    induk = {anak: simpul for simpul in ast.walk(pohon) for anak in ast.iter_child_nodes(simpul)}
    hasil = []
    for simpul in ast.walk(pohon):
        nama = [a.name for a in simpul.names] if isinstance(simpul, ast.Import) else []
        nama += [simpul.module or ""] if isinstance(simpul, ast.ImportFrom) else []
        hasil += [f"{satu}:{simpul.lineno}" for satu in nama if satu in POSIX and not _is_guarded(simpul, induk)]  # type: ignore[attr-defined]
    return hasil


def test_impor_di_dalam_fungsi_pun_dijaga() -> None:
    salah = {_name(path): asing for path in _list_berkas() if (asing := _find_posix(path.read_text("utf-8")))}

    assert salah == {}


@pytest.mark.parametrize(
    ("program", "hasil"),
    [
        ("import fcntl", ["fcntl:1"]),
        ("def f():\n    import resource", ["resource:2"]),
        ("from pwd import getpwnam", ["pwd:1"]),
        ("try:\n    import resource\nexcept ImportError:\n    resource = None", []),
        ("def f():\n    if sys.platform != 'win32':\n        import resource", []),
        ("try:\n    import resource\nexcept ValueError:\n    pass", ["resource:2"]),
        ("import os, re", []),
    ],
)
def test_penjaga_impor_mengenal_yang_salah(program: str, hasil: list[str]) -> None:
    assert _find_posix(program) == hasil


def test_pemuat_mengenal_yang_salah(tmp_path: Path) -> None:
    """The check itself: names that Windows lacks are seen, who imports them is named."""
    modul = ["kinerja.percobaan"]
    awal = (
        "import types, sys; m = types.ModuleType('kinerja'); m.__path__ = ['.']; sys.modules['kinerja'] = m\n"
        "from pathlib import Path\n"
        "Path('percobaan.py').write_text('import os\\nprint(os.fork)', encoding='utf-8')\n"
    )
    setelan = json.dumps([modul, PAKET, POSIX, NAMA_OS, NAMA_SIGNAL])

    jalan = run_python(awal + PROGRAM.format(setelan=setelan), folder=tmp_path)

    gagal, _ = json.loads(jalan.galat.splitlines()[-1])
    assert gagal == ["kinerja.percobaan: AttributeError: kinerja.percobaan uses os.fork"]
