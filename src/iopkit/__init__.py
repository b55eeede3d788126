"""One consistent, typed model of Intensive Outpatient Programs."""

__version__ = "0.1.0"
