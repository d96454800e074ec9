# Two commands set everything up on a fresh machine: `make build` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: all setup build check test accept docs phrases screenshots bench soak clean
all: check test

setup: .venv/ready
.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[cards]' --group dev
	touch $@

build: setup
	$(BIN)/briefbook build

check: setup
	$(BIN)/ruff format --check && $(BIN)/ruff check && $(BIN)/mypy && $(BIN)/lint-imports

# The program is started some hundred times: Python may keep what it has compiled.
test: export PYTHONDONTWRITEBYTECODE :=
test: setup
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m pytest -n auto --dist worksteal

accept: setup
	$(BIN)/python -m tests.golden.accept
	$(BIN)/python -m tests.invalid.accept

docs: setup
	$(BIN)/python docs/generate.py

phrases: setup
	$(BIN)/python -m docs.phrases

screenshots: setup
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m docs.screenshots

# Such as: make bench BENCH="--size 1000 --tools hugo,briefbook"
bench: setup
	PYTHON=$(PYTHON) sh benchmarks/install.sh
	$(BIN)/python -m benchmarks $(BENCH)

# Rows of edits against clean builds, faults that these must find, and a preview that is edited and
# attacked, for hours.
soak: setup
	SEQUENCES=$(or $(SEQUENCES),3000) STEPS=$(or $(STEPS),12) EDITS=$(or $(EDITS),5000) \
	REQUESTS=$(or $(REQUESTS),100000) RECONNECTS=$(or $(RECONNECTS),10000) MINUTES=$(or $(MINUTES),30) PLANTED=$(or $(PLANTED),1000) \
	$(BIN)/python -m pytest -n auto --timeout 14400 -rP tests/test_incremental.py tests/test_archive.py tests/test_planted.py \
		tests/test_republish.py tests/preview

clean:
	rm -rf .venv dist
