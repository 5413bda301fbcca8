"""`python -m addin.build.rilis`, which `make rilis` runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from addin.build.rilis.arsip_web import PENGGANTI
from addin.build.rilis.dist import build_dist
from kinerja.errors import KinerjaError


def main() -> None:
    """Build, then list what stands there."""
    p = argparse.ArgumentParser(
        prog="python -m addin.build.rilis", description="Membuat folder berkas untuk dibagikan."
    )
    p.add_argument("--keluar", metavar="FOLDER", type=Path, default=Path("dist"), help="folder tujuan (bawaan: dist)")
    p.add_argument("--pyodide", metavar="FOLDER", type=Path, required=True, help="paket npm pyodide")
    p.add_argument("--alamat", metavar="URL", default=PENGGANTI, help=f"alamat folder web kelak (bawaan: {PENGGANTI})")
    args = p.parse_args()
    try:
        folder = build_dist(args.keluar, args.pyodide, args.alamat)
    except KinerjaError as galat:
        p.exit(2, f"{galat}\n")
    for path in sorted(folder.iterdir()):
        sys.stdout.write(f"{path.stat().st_size:>10}  {path}\n")


if __name__ == "__main__":
    main()
