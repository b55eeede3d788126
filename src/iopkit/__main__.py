"""`python -m iopkit`: the same as the command `iopkit`."""

from iopkit.cli import main

if __name__ == "__main__":
    main()
