"""``python -m lipdrift`` is the same as the ``lipdrift`` command."""

import sys

from lipdrift.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
