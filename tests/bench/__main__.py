"""`make laju`: every figure of speed side by side in one run, printed and put into `laju.json` and docs/laju.md."""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.bench import skm
from tests.bench.buku import list_lengkap, list_nama, measure_buku, measure_ukuran
from tests.bench.ukur import Deret, Proses, compute_ratio, run_process

PUTARAN = 5
JUMLAH = (100, 1_000, 7_285)
AKAR = Path(__file__).parents[2]
TANDA = re.compile(r"(<!-- laju -->\n).*?(<!-- /laju -->)", re.DOTALL)
Hasil = dict[str, Any]
BAKU = "Python dengan pustaka bakunya"
MODUL_BAKU = ("argparse", "dataclasses", "decimal", "fractions", "importlib.resources", "json", "re", "tomllib")


def main(putaran: int) -> None:
    """Run everything; a figure that misses its aim is shown, not hidden."""
    hasil: Hasil = {"mesin": describe_machine(), "putaran": putaran}
    with tempfile.TemporaryDirectory() as sementara:
        folder = Path(sementara)
        for nama, pilih in (("buku, nama saja", list_nama), ("buku, pejabat dan anggaran", list_lengkap)):
            with tempfile.TemporaryDirectory(dir=find_memory()) as cepat:
                hasil[nama] = summarize_deret(measure_buku(pilih, Path(cepat), putaran), "press", "ms CPU")
        hasil["ukuran"] = {k: summarize_deret(v, "press", "ms CPU") for k, v in measure_ukuran(putaran).items()}
        hasil["negara"] = measure_negara(folder, putaran)
        hasil["skm"] = measure_skm(folder, putaran)
    hasil["mulai"] = measure_start(putaran)
    (AKAR / "laju.json").write_text(json.dumps(hasil, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    tabel = write_table(hasil)
    print(tabel)
    dok = AKAR / "docs" / "laju.md"
    teks = dok.read_text(encoding="utf-8")
    dok.write_text(TANDA.sub(lambda m: f"{m[1]}{tabel}\n{m[2]}", teks), encoding="utf-8")


def find_memory() -> str | None:
    """A folder in memory, so that one workbook is not measured by the mood of the disk; the country is on the disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def describe_machine() -> str:
    """Model and number of processors, nothing else."""
    cpuinfo = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.*)", cpuinfo.read_text()) if cpuinfo.exists() else None
    return f"{model[1].strip() if model else 'CPU'}, {os.cpu_count()} inti, Python {sys.version.split()[0]}"


def summarize_deret(deret: Deret, dasar: str, satuan: str) -> Hasil:
    """Median, minimum and maximum of each, and the ratios to `dasar` within the rounds."""
    return {
        nama: {satuan: spread(nilai), "nisbah": round_all(compute_ratio(nilai, deret[dasar]))}
        for nama, nilai in deret.items()
    }


def spread(nilai: Sequence[float]) -> list[float]:
    return round_all((statistics.median(nilai), min(nilai), max(nilai)))


def round_all(nilai: Sequence[float]) -> list[float]:
    return [float(f"{x:.3g}") for x in nilai]


def measure_negara(folder: Path, putaran: int) -> Hasil:
    """Parts of the country and all of it by one process and by two, in turns; the disk is part of it."""
    satu: dict[int, list[Proses]] = {banyak: [] for banyak in JUMLAH}
    dua: list[Proses] = []

    def run(banyak: int, proses: int) -> Proses:
        tujuan = folder / "negara"
        hasil = run_process("-m", "tests.bench.negara", str(banyak), str(proses), str(tujuan), cwd=AKAR)
        shutil.rmtree(tujuan)
        return hasil

    for _ in range(putaran):
        for banyak in JUMLAH:
            satu[banyak].append(run(banyak, 1))
        dua.append(run(JUMLAH[-1], 2))
    semua = satu[JUMLAH[-1]]
    mulai = statistics.median(p.cpu for p in satu[JUMLAH[0]])
    return {
        **{f"{n} buku, satu proses": show_proses(p) for n, p in satu.items()},
        f"{JUMLAH[-1]} buku, dua proses": show_proses(dua),
        "dua proses lebih cepat": round_all(compute_ratio([p.detik for p in semua], [p.detik for p in dua])),
        "ms CPU per buku di atas 100": {
            n: spread([(p.cpu - mulai) / (n - JUMLAH[0]) * 1e3 for p in satu[n]]) for n in JUMLAH[1:]
        },
    }


def show_proses(proses: Sequence[Proses]) -> Hasil:
    return {
        "detik": spread([p.detik for p in proses]),
        "detik CPU": spread([p.cpu for p in proses]),
        "MB": spread([p.mb for p in proses]),
    }


def measure_skm(folder: Path, putaran: int) -> Hasil:
    """A million respondents; every NIK is compared with a sum in fractions first."""
    skm.write_tables(folder)
    skm.check_exact(folder / "skm.csv")
    hasil: Hasil = {"sama dengan pecahan": True}
    for berkas in ("skm.csv", "skm.parquet"):
        ukur: dict[str, list[Proses]] = {cara: [] for cara in skm.CARA if berkas.endswith("csv") or can_pandas(cara)}
        for _ in range(putaran):
            for cara, proses in ukur.items():
                proses.append(run_process("-m", "tests.bench.skm", cara, str(folder / berkas), cwd=AKAR))
        kami = [p.detik for p in ukur["kinerja"]]
        for cara, proses in ukur.items():
            nisbah = round_all(compute_ratio([p.detik for p in proses], kami))
            hasil[f"{cara} {berkas}"] = show_proses(proses) | {"nisbah": nisbah}
    return hasil


def can_pandas(cara: str) -> bool:
    """pandas reads Parquet only with pyarrow, which kinerja does not need."""
    return not cara.startswith("pandas") or find_spec("pyarrow") is not None


def measure_start(putaran: int) -> Hasil:
    """Light commands in turns with Python that loads the modules of its own which these need, nothing of ours."""
    perintah = {
        BAKU: ("-c", f"import {', '.join(MODUL_BAKU)}"),
        "kinerja --help": ("-m", "kinerja", "--help"),
        "kinerja hitung": ("-m", "kinerja", "hitung", "serapan", "88", "100"),
        "kinerja jelaskan": ("-m", "kinerja", "jelaskan", "sakip", "66,5"),
    }
    ukur: dict[str, list[Proses]] = {nama: [] for nama in perintah}
    for _ in range(putaran):
        for nama, argv in perintah.items():
            ukur[nama].append(run_process(*argv, cwd=AKAR, memori=False))
    baku = [p.cpu for p in ukur[BAKU]]
    return {
        nama: show_proses(proses) | {"nisbah": round_all(compute_ratio([p.cpu for p in proses], baku))}
        for nama, proses in ukur.items()
    }


def write_table(hasil: Hasil) -> str:
    """The figures as a Markdown table; everything stands in `laju.json`."""
    kepala = f"{hasil['mesin']}; {hasil['putaran']} putaran bergantian; median (minimum–maksimum)."
    tabel = [
        ("apa", "berapa", "nisbah terhadap kinerja"),
        ("---", "---", "---"),
        *list_buku(hasil),
        *list_banyak(hasil),
    ]
    return "\n".join([kepala, "", *("| " + " | ".join(b) + " |" for b in tabel)])


def list_buku(hasil: Hasil) -> Iterator[tuple[str, str, str]]:
    """Rows of one workbook, and of its size."""
    for jenis in ("buku, nama saja", "buku, pejabat dan anggaran"):
        for nama, isi in hasil[jenis].items():
            nisbah = f"{write(isi['nisbah'])} ×" if nama != "press" else ""
            yield f"satu {jenis}: {nama}", f"{write(isi['ms CPU'])} ms", nisbah
    for nama, isi in hasil["ukuran"].items():
        nisbah = f"{write(isi['penulis kinerja']['nisbah'])} ×"
        yield f"press, {nama}; nisbah: penulis kinerja", f"{write(isi['press']['ms CPU'])} ms", nisbah


def list_banyak(hasil: Hasil) -> Iterator[tuple[str, str, str]]:
    """Rows of the country, of the survey, and of the start."""
    negara = hasil["negara"]
    for nama in (nama for nama in negara if "proses" in nama and "buku" in nama):
        isi = negara[nama]
        yield f"{nama}, {isi['MB'][2]:.0f} MB", f"{write(isi['detik'])} detik", ""
    yield (
        f"{JUMLAH[-1]} buku, satu proses",
        f"{write(negara[f'{JUMLAH[-1]} buku, satu proses']['detik CPU'])} detik CPU",
        "",
    )
    yield "dua proses lebih cepat daripada satu", "", f"{write(negara['dua proses lebih cepat'])} ×"
    for nomor, nilai in negara["ms CPU per buku di atas 100"].items():
        yield f"tambahan setiap buku, sampai {nomor}", f"{write(nilai)} ms CPU", ""
    for nama in (nama for nama, isi in hasil["skm"].items() if isinstance(isi, dict)):
        isi = hasil["skm"][nama]
        nisbah = "" if nama.startswith("kinerja") else f"{write(isi['nisbah'])} ×"
        yield f"SKM 1.000.000 responden: {nama}, {isi['MB'][2]:.0f} MB", f"{write(isi['detik'])} detik", nisbah
    for nama, isi in hasil["mulai"].items():
        nisbah = "" if nama == BAKU else f"{write(isi['nisbah'])} × {BAKU}"
        yield f"`{nama}`" if nama != BAKU else nama, f"{write(isi['detik CPU'])} detik CPU", nisbah


def write(nilai: Sequence[float]) -> str:
    median, terkecil, terbesar = (f"{x:.3g}".replace(".", ",") for x in nilai)
    return f"{median} ({terkecil}–{terbesar})"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PUTARAN)
