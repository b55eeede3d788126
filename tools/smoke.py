"""Try an installed iopkit as its first user would; fails loudly, prints one line."""

import sys
from importlib.metadata import requires
from importlib.resources import files

import iopkit

NEEDED = {"attrs", "cattrs", "pyyaml"}


def main() -> None:
    """Check the names, the data and the dependencies of what is installed."""
    for name in iopkit.__all__:
        getattr(iopkit, name)
    root = files("iopkit")
    found = [root.joinpath("py.typed").is_file(), root.joinpath("catalog/compiled").is_dir()]
    needed = {
        line.split(">=")[0].lower() for line in requires("iopkit") or () if "extra ==" not in line
    }
    if not all(found) or needed != NEEDED or "site-packages" not in str(root):
        sys.exit(f"incomplete: data {found}, needs {sorted(needed)}, stands in {root}")
    print(f"iopkit {iopkit.__version__}: {len(iopkit.__all__)} public names, all there")


if __name__ == "__main__":
    main()
