# Everything starts from a clean clone: `make run` and `make test` set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check bench model venv clean

run: $(READY)
	@sh .ci/system-libraries screen
	$(BIN)/annotator demo

test: $(READY)
	@sh .ci/system-libraries offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	@sh .ci/system-libraries offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks --write

# Trains the name recogniser anew from the corpora beside the checkout; some ten minutes.
model: $(READY)
	$(BIN)/python -m annotator.train.build_model
	$(BIN)/python -m annotator.train.build_events

venv: $(READY)

# Installed in place, so that a change to the code needs no new installation.
$(READY): pyproject.toml constraints.txt
	@sh .ci/system-libraries python $(PYTHON)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	touch $(READY)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
