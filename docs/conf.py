"""How Sphinx builds these pages: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import iopkit

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import markup  # noqa: E402  # neighbors of this file
import rooms  # noqa: E402
import shelves  # noqa: E402

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "iopkit"
author = "The iopkit authors"
project_copyright = "The iopkit authors, MIT license"
version = release = iopkit.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3

default_role = "code"  # docstrings put code between single backticks
add_module_names = False
autodoc_member_order = "bysource"
maximum_signature_line_length = 80
python_use_unqualified_type_names = True
nitpick_ignore_regex = [
    # Names of other projects are not looked up, since a build must not need the network.
    (r"py:.*", r"(?!iopkit\b).*"),
    # Signatures name what modules keep to themselves: type variables, and types of no page.
    (r"py:.*", r"iopkit\.\w+\.[a-z_]+\.\w+"),
]

html_theme = "furo"
html_title = f"iopkit {release}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_copy_source = False
html_show_sourcelink = False


def setup(app: Sphinx) -> None:
    """Write the reference pages, and let Sphinx read docstrings as they are written here."""
    pages = {**rooms.pages(), "shipped.rst": shelves.shipped_page()}
    markup.write_pages(HERE / "reference" / "rooms", pages)
    app.connect("autodoc-process-docstring", rooms.mend_docstring, priority=400)
    app.connect("autodoc-process-signature", rooms.hide_signature)
    app.connect("missing-reference", rooms.find_public_name)
