"""What the README shows is what the examples are, and it runs."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_code_of_the_readme_is_the_quickstart() -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    quickstart = (ROOT / "examples" / "quickstart.py").read_text()

    assert len(blocks) == 1
    assert quickstart.endswith(f'"""\n\n{blocks[0]}')


def test_the_quickstart_runs() -> None:
    command = [sys.executable, "-W", "error", str(ROOT / "examples" / "quickstart.py")]

    ran = subprocess.run(command, capture_output=True, text=True, check=True)

    assert ran.stdout.splitlines() == [
        "not known",
        "¿Ayudaría a la persona un programa coordinado más que sesiones sueltas?",
        "partial hospitalization program (PHP)",
    ]


def test_every_case_that_the_readme_names_exists() -> None:
    named = re.findall(r"examples/\S+\.yaml", (ROOT / "README.md").read_text())

    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []
