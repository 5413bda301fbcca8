# make contoh   builds Medan's 21 workbooks into hasil/
# make cepat    the quick check: linters, types, import layers, the tests of house rules (two minutes)
# make uji      installs what the tests need and runs them all
# make fuzz     reads 10.000 spoiled files of each format (an hour or so; `make uji` reads 25)
# make penuh    the tests, with all draws of which `make uji` takes a share (an hour)
# make rilis    builds what is handed out into dist/ (ALAMAT=https://... for the web folder's own address)
# make laju     measures speed against named peers (minutes; not part of uji)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= $(shell nproc 2>/dev/null || echo 2)

.PHONY: contoh cepat uji penuh fuzz rilis laju bersih

contoh: $(VENV)/pasang
	$(BIN)/kinerja buat --keluar hasil

CEPAT := bentuk cincin developing pada dok kata saran

cepat: $(VENV)/pasang-uji
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q $(CEPAT:%=tests/test_%.py)

uji: $(VENV)/pasang-uji
	bash tests/alat/pasang.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(JOBS)

# pip must find a venv module; Debian ships it apart from python3, so root gets it here.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -q && apt-get install -qy python3-venv; } || \
	  { echo "Pasang dulu modul venv: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/pasang: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q -e .
	@touch $@

$(VENV)/pasang-uji: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q -e '.[uji]'
	@touch $@ $(VENV)/pasang

penuh: $(VENV)/pasang-uji
	bash tests/alat/pasang.sh
	PENUH=1 $(BIN)/pytest -n $(JOBS)

fuzz: $(VENV)/pasang-uji
	MUTAN=10000 $(BIN)/pytest -n $(JOBS) tests/test_fuzz.py

rilis: $(VENV)/pasang-uji
	bash tests/alat/pasang.sh
	$(BIN)/python -m addin.build.rilis --pyodide .alat/node_modules/pyodide $(if $(ALAMAT),--alamat "$(ALAMAT)")

laju: $(VENV)/pasang-uji
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.bench_rekonsiliasi
	$(BIN)/python -m tests.bench.bench_kumpul
	$(BIN)/python -m tests.bench.bench_formulir
	$(BIN)/python -m tests.bench.bench_addin
	$(BIN)/python -m tests.bench.bench_addin_web

bersih:
	rm -rf $(VENV) hasil dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
