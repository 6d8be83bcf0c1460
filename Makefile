# Each recipe is a line of README.md, for those without make. PYTHON, PORT and ARGS may be given:
#   make run PORT=8600      make test ARGS="-m 'not browser'"      make lock ARGS=--upgrade

PYTHON ?= python3
PORT ?= 8501
ARGS ?=
VENV := .venv/bin/python
UV := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
      --custom-compile-command "make lock"

.PHONY: run test check bench score lock outlines dev

run:
	@$(PYTHON) scripts/environment.py
	@$(VENV) scripts/serve.py --port $(PORT)

test: dev
	@$(VENV) scripts/chromium.py
	@$(VENV) scripts/postgresql.py
	@$(VENV) -m pytest -n 2 --dist loadfile -p no:benchmark $(ARGS)

check: dev
	@$(VENV) -m ruff check
	@$(VENV) -m ruff format --check
	@$(VENV) -m mypy

bench: dev
	@$(VENV) -m pytest bench -o python_files='bench_*.py' $(ARGS)
	@$(VENV) -m bench.folding
	@$(VENV) -m bench.filtering

score: dev
	@$(VENV) -m scripts.score $(ARGS)

lock: dev
	@$(VENV) -m pip install --quiet "uv >= 0.13.9, < 0.14"
	@$(UV) requirements.txt --output-file requirements.lock $(ARGS)
	@$(UV) requirements-dev.txt --constraints requirements.lock \
	  --output-file requirements-dev.lock $(ARGS)

outlines: dev
	@$(VENV) -m scripts.outlines

dev:
	@$(PYTHON) scripts/environment.py --dev
