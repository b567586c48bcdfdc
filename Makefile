# make run   installs, builds the index, serves the page and the API
# make test  installs, runs the tests
# The rest is for who changes the code; see CONTRIBUTING.md.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PEERS := .venv-bench
PORT ?= 8000
# All that running writes stays in the checkout.
export COPILOT_DATA_DIR ?= .copilot
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_PROGRESS_BAR := off

.PHONY: help run test fuzz lint types bench evals reference lock clean

help:
	@sed -n '1,3s/^# //p' Makefile

run: $(VENV)/runtime.installed
	@echo "==> Bringing the index up to date"
	@$(PY) -m copilot index build
	@echo
	@echo "    Open  http://127.0.0.1:$(PORT)"
	@echo "    Ask   From when do the duties for high-risk AI systems in Annex III apply?"
	@echo
	@$(PY) -m copilot serve --port $(PORT)

test: $(VENV)/development.installed
	@echo "==> Running the tests"
	@$(PY) -m pytest --numprocesses auto --cov --cov-report=term:skip-covered $(ARGS)

fuzz: $(VENV)/development.installed
	@echo "==> Sending the API what its document admits, and what it does not (some minutes)"
	@FUZZ_EXAMPLES=$(or $(EXAMPLES),50) $(PY) -m pytest tests/api/test_schemathesis.py $(ARGS)

lint: $(VENV)/development.installed
	@echo "==> Checking style, layers and references"
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(VENV)/bin/lint-imports --no-cache
	@$(PY) docs/reference.py --check

types: $(VENV)/development.installed
	@echo "==> Checking types"
	@$(PY) -m mypy

bench: $(VENV)/development.installed $(if $(DOCUMENTS),$(PEERS)/peers.installed)
	@echo "==> Measuring start-up, index, search and rules"
	@$(PY) benchmarks/foundation.py
	@$(PY) -m benchmarks.rules
	@if [ -n "$(DOCUMENTS)" ]; then \
	  echo "==> Measuring retrieval beside other kits on $(QUESTIONS) (about 40 minutes)" && \
	  $(PY) -m pip install --quiet --constraint requirements-dev.lock --editable '.[bench]' && \
	  $(PY) -m benchmarks.retrieval --documents "$(DOCUMENTS)" --questions "$(QUESTIONS)" \
	    $(if $(ARTICLES),--article-questions "$(ARTICLES)") $(ARGS); \
	else \
	  echo "Retrieval on a set of yours: make bench DOCUMENTS=documents.zip QUESTIONS=questions.json"; \
	fi

evals: $(VENV)/development.installed
	@echo "==> Asking the eval questions"
	@$(PY) -m copilot index build
	@$(PY) -m evals

reference: $(VENV)/development.installed
	@$(PY) docs/reference.py

# Exact versions of all that is installed. The +cpu of a local build is taken off: where pip is
# offered a CPU build of the same version it prefers that one.
lock: $(VENV)/development.installed
	@echo "==> Resolving exact versions"
	@for part in "requirements.lock" "requirements-dev.lock --extra dev --constraint requirements.lock"; do \
	  $(PY) -m piptools compile --quiet --upgrade --strip-extras --allow-unsafe --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host pyproject.toml --output-file $$part || exit 1; \
	done
	@for file in requirements.lock requirements-dev.lock; do \
	  sed -e 's/+cpu$$//' -e '/^ *#/d' $$file > $$file.part && mv $$file.part $$file; \
	done

clean:
	rm -rf $(VENV) $(PEERS) .copilot build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.*

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Error: Python 3.11 or newer is needed, and $(PYTHON) is older or missing."; \
	  echo "Install one and name it: make PYTHON=python3.12 run"; exit 6; }
	@echo "==> Making the environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --upgrade pip

$(VENV)/runtime.installed: requirements.lock pyproject.toml | $(PY)
	@echo "==> Installing what the copilot needs (the first time takes a few minutes)"
	@$(PY) -m pip install --quiet --requirement requirements.lock
	@$(PY) -m pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/development.installed: requirements-dev.lock pyproject.toml | $(PY)
	@echo "==> Installing what the tests need"
	@$(PY) -m pip install --quiet --requirement requirements-dev.lock
	@$(PY) -m pip install --quiet --no-deps --editable .
	@touch $@ $(VENV)/runtime.installed

# The kits that benchmarks hold ours against, with the very libraries below them that ours runs on.
$(PEERS)/peers.installed: pyproject.toml requirements.lock
	@echo "==> Installing the kits to compare with in $(PEERS) (the first time takes a few minutes)"
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --upgrade pip
	@grep -E '^(chromadb|numpy|sentence-transformers|tokenizers|torch|transformers)==' requirements.lock > $(PEERS)/shared.txt
	@$(PEERS)/bin/python -m pip install --quiet --constraint $(PEERS)/shared.txt --group peers
	@touch $@
