# One line a task; each sets up what it needs. Python 3.11 or later and make are all a machine has to have.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DB     ?= var/detainers.duckdb
READY  := $(VENV)/.ready

.PHONY: demo test check style fmt lock bench guard-bench fuzz docs pictures clean

# Set everything up, ingest the bundled sample reports, ask the example question.
demo: $(READY)
	@mkdir -p $(dir $(DB))
	@$(BIN)/detainer-desk --db $(DB) ingest ingest/samples
	@$(BIN)/detainer-desk --db $(DB) ask "How many Travis County refusals involved convictions?"

# Set everything up, run all checks and tests. The types are checked while the tests run, and what was found is said last.
# Three processes on two cores: stories in Slack wait for much of their time.
test: $(READY)
	@$(MAKE) --no-print-directory style
	@mkdir -p .mypy_cache
	@$(BIN)/mypy > .mypy_cache/said.txt 2>&1 & types=$$!; \
	$(BIN)/pytest -n 3 --dist worksteal --cov --cov-report=term:skip-covered --cov-fail-under=90; tests=$$?; \
	wait $$types; types=$$?; cat .mypy_cache/said.txt; \
	test $$tests -eq 0 && test $$types -eq 0

# Style, layers, types.
check: style
	$(BIN)/mypy

style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

# Rewrite the code in the house style.
fmt: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The environment: made once, renewed when the dependencies change.
$(READY): pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (a few minutes the first time)..."
	@$(BIN)/pip install -qq --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q bot ingest
	@touch $@

# Public SQL guards beside our checker, each in an environment of its own under var/guards.
guard-bench: $(READY)
	$(BIN)/python -m tests.bench.guard_bench

# Photograph the main messages for the docs: the real peer, a browser that is on the machine.
pictures: $(READY)
	$(BIN)/python -m tests.slack_peer.pictures docs/pictures
	$(BIN)/python -m tests.bench.scale_picture

# Renew the reference pages from the code.
docs: $(READY)
	$(BIN)/python -m tests.docs.reference

# Renew the pins (needs uv).
lock:
	{ sed -n '1,2p' constraints.txt; uv pip compile --quiet --universal --python-version 3.11 --extra dev --no-header --no-annotate --no-emit-index-url pyproject.toml; } > constraints.new
	mv constraints.new constraints.txt

# New random examples: 200 report layouts and rows, and another draw of every property test.
fuzz: $(READY)
	DETAINER_DESK_FUZZ=200 $(BIN)/pytest -q -n 2 tests/ingest tests/bot

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis htmlcov
