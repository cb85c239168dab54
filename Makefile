# make            what there is to do
# Everything sets itself up: a virtual environment in .venv from the hash-pinned lock file, then the work.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
# Material for MkDocs prints a long notice about MkDocs 2 otherwise.
export NO_MKDOCS_2_WARNING := 1
# Same commit, same bytes: dates in the site are the commit's.
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

# A process a core; each opens a browser of its own, so not without end.
PARALLEL := --numprocesses logical --maxprocesses 8 --dist loadgroup

.DEFAULT_GOAL := help
.PHONY: help site serve release test test-all lint check score bench benchmarks demo clean

help: ## what there is to do
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(READY): requirements-dev.lock pyproject.toml
	@echo "setting up $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

site: $(READY) ## convert seeds/ and build the site into site/
	@$(BIN)/gongkai site

serve: $(READY) ## preview the site while you edit docs/ and seeds/
	@$(BIN)/gongkai serve

release: $(READY) ## build, print PDFs, check every link, write site/manifest.json and gongkai-site.zip
	$(BIN)/gongkai build
	$(BIN)/gongkai release --pdf

test: $(READY) ## run the tests but for the slow ones, on all cores, in three to four minutes
	$(BIN)/python -m pytest $(PARALLEL) -m "not slow and (not browser or smoke)" --durations 5 --durations-min 5

test-all: $(READY) ## run every test there is
	$(BIN)/python -m pytest $(PARALLEL)

check: lint ## lint, types, formatting, known vulnerabilities, and whether docs/ is up to date
	$(BIN)/python .ci/audit.py requirements-dev.lock
	$(BIN)/gongkai check

lint: $(READY) ## lint Python and JavaScript, formatting, types
	$(BIN)/ruff check converter tests bench .ci
	$(BIN)/ruff format --check converter tests bench .ci
	$(BIN)/mypy
	$(BIN)/oxlint --deny-warnings converter tests

score: $(READY) ## measure against the evaluation set in ../shared/eval
	$(BIN)/python ../shared/eval/score.py ../shared/eval/gold --command '$(BIN)/gongkai show {file} --json'
	$(BIN)/python ../shared/eval/score.py ../shared/eval/stress --command '$(BIN)/gongkai show {file} --json'

bench: $(READY) ## measure speed (prints, never fails)
	$(BIN)/python -m bench.conversion
	$(BIN)/python -m bench.figures
	$(BIN)/python -m bench.extraction
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.gate
	$(BIN)/python -m bench.terms

demo: $(READY) ## build a library site of all reports in ../shared/eval/corpus, where that is, into build/demo
	$(BIN)/python -m bench.demo

benchmarks: $(READY) ## build sites of 200 to 10,000 pages beside other generators (takes hours)
	$(BIN)/python -m bench.site

clean: ## remove what was made (never docs/)
	rm -rf $(VENV) .cache site gongkai-site.zip build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
