"""`python -m kinerja`, where the command itself is not on the PATH."""

import sys

from kinerja.cli import main

if __name__ == "__main__":
    sys.exit(main())
