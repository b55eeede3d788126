# Every command sets up what it needs, inside this folder.  `make help` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := $(PIP_CONSTRAINT)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
  if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
  then echo $$name; break; fi; done)

.PHONY: help demo test check lint types generated docs fix schemas catalog golden laws bench clean

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

demo: $(VENV)/.demo  ## answer one real case from end to end
	@$(BIN)/iopkit assess examples/cases/adult-medicare.yaml || [ $$? -eq 1 ]

test: $(VENV)/.work  ## run the tests
	$(BIN)/pytest
	@touch $(VENV)/.tested

check: lint types generated docs $(VENV)/.tested  ## format, lint, types, generated files, docs, tests

lint: $(VENV)/.work  ## check format and style
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.work  ## check types: all strictly, and the public surface
	$(BIN)/mypy
	$(BIN)/basedpyright

generated: $(VENV)/.work  ## check that generated files are what their sources give
	$(BIN)/python tools/catalog.py --check
	$(BIN)/python tools/schemas.py --check

docs: $(VENV)/.work  ## build the documentation into docs/_build, where a warning is an error
	$(BIN)/sphinx-build -q -W -n --keep-going --fresh-env --write-all docs docs/_build

fix: $(VENV)/.work  ## format, and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schemas: $(VENV)/.work  ## write the JSON Schemas anew
	$(BIN)/python tools/schemas.py

catalog: $(VENV)/.work  ## write the catalog's JSON anew
	$(BIN)/python tools/catalog.py

golden: $(VENV)/.work  ## write the golden files anew; then read the diff
	IOPKIT_GOLDEN=write $(BIN)/pytest -q tests/golden

laws: $(VENV)/.work  ## adjudicate a million random episodes against the reference
	IOPKIT_EPISODES=1000000 $(BIN)/pytest -q tests/laws

bench: $(VENV)/.work  ## measure start, catalog, command, wheel and rules beside their yardsticks
	$(BIN)/python -m benchmarks

clean:  ## remove what the commands have set up
	rm -rf $(VENV) dist build docs/_build docs/reference/rooms .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/.made: constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; set PYTHON=/path/to/it"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet "pip>=25.1"
	@touch $@

$(VENV)/.demo: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[cli]"
	@touch $@

$(VENV)/.work: $(VENV)/.demo
	$(BIN)/python -m pip install --quiet --group test --group lint --group build --group docs
	@touch $@

# The tests run again only where something changed since they last passed.
$(VENV)/.tested: $(VENV)/.work $(wildcard $(shell git ls-files -co --exclude-standard 2>/dev/null))
	@$(MAKE) --no-print-directory test
