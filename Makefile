# Sociogram: every task, by name. `make help` lists them.
#
# What is installed is remembered by stamps in .make/, so that a second run needs no network.
# PYTHON=python3.12 chooses another Python; PYTEST_ARGS="-k pens" hands arguments to pytest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test compiled lint lint-python lint-page test-page page soak bench gallery web docs lock setup office second-engine neo4j clean

PYTHON ?= python3
PYTEST_ARGS ?=
WORKERS ?= 2
SEED ?= 1
COUNTED := --cov=colour_codes --cov=sociogram --cov-report=json:out/coverage.json
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
export PIP_ROOT_USER_ACTION := ignore

# ---------------------------------------------------------------- for everyone · pour tous

help: ## this list · cette liste
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | while IFS=$$'\t' read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

demo: .make/editable page ## sets everything up and opens the app · installe tout et ouvre l'application
	@$(BIN)/sociogram demo $(DEMO_ARGS)

test: .make/dev .make/editable browser java .make/neo4j page compiled lint test-page ## sets everything up and runs all tests · installe tout, lance tous les essais
	@mkdir -p out
	SOCIOGRAM_TEST_SEED=$(SEED) $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --hypothesis-seed=$(SEED) $(COUNTED) $(PYTEST_ARGS)
	$(if $(PYTEST_ARGS),,@$(BIN)/python tools/branches.py out/coverage.json)

# ---------------------------------------------------------------- while working · en travaillant

setup: .make/dev .make/editable page ## the environment of a contributor, without running anything

lint: lint-python lint-page ## ruff (rules and form), mypy --strict, import-linter, tsc

lint-python: .make/dev .make/editable
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The loops of the layouts, once for all workers: on the other core, while the sources are looked at.
compiled: .make/editable
	@$(BIN)/python -c 'from api.first_drawing import warm_up; warm_up()' >/dev/null 2>&1 </dev/null &

lint-page: .make/editable node
	$(BIN)/python tools/page.py run check

test-page: .make/editable node
	$(BIN)/python tools/page.py run test

web: page ## builds the web page, if its sources changed
page: .make/editable
	@$(BIN)/python tools/page.py current || $(MAKE) --no-print-directory node
	@$(BIN)/python tools/page.py build

soak: SEED = $(shell date +%s)
soak: .make/dev .make/editable browser office second-engine java .make/neo4j page ## the long tests at full size; SEED=n repeats a run
	@seed=$(SEED); echo "make soak SEED=$$seed"; \
	SOCIOGRAM_TEST_SIZE=full SOCIOGRAM_TEST_SEED=$$seed $(BIN)/python -m pytest -m "soak or sized" --hypothesis-seed=$$seed $(PYTEST_ARGS)

bench: .make/dev .make/editable ## the measurements of benchmarks/
	$(BIN)/python -m benchmarks

gallery: .make/dev .make/editable ## draws the gallery of sheets
	$(BIN)/python -m benchmarks.gallery

neo4j: .make/dev .make/editable java .make/neo4j ## a throw-away Neo4j to try things on, until Ctrl-C
	@$(BIN)/python -m tests.neo4j

docs: .make/editable ## writes the reference pages from the code · écrit les pages de référence
	$(BIN)/python -m tools.generate_reference

lock: .make/dev ## writes requirements/*.txt anew; UPGRADE=1 takes newer versions
	$(BIN)/python tools/locks.py $(if $(UPGRADE),--upgrade)

clean: ## removes what was made; keeps the sources and your stores
	rm -rf .make .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build out api/web/static api/web/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ---------------------------------------------------------------- set-up, remembered by stamps · l'installation

.venv/pyvenv.cfg:
	@tools/need.sh "$(PYTHON)" python3 "Python 3.11+"
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: Python 3.11+ : trop ancien / too old: $$("$(PYTHON)" --version 2>&1); make PYTHON=python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || tools/need.sh --package python3-venv "python3-venv"
	@"$(PYTHON)" -m venv .venv

.make/runtime: .venv/pyvenv.cfg requirements/runtime.txt requirements/build.txt
	@echo "installing · installation: requirements/runtime.txt"
	@$(PIP) install --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	@mkdir -p .make && touch $@

.make/dev: .make/runtime requirements/dev.txt
	@echo "installing · installation: requirements/dev.txt"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@mkdir -p .make && touch $@

.make/editable: .make/runtime pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@mkdir -p .make && touch $@

# The jars of the server that the tests run, copied once. -C: a jar whose checksum differs is refused.
.make/neo4j: tests/neo4j/pom.xml
	@tools/need.sh mvn maven "Neo4j pour les essais / Neo4j for the tests"
	@echo "installing · installation: tests/neo4j/pom.xml"
	@rm -rf .make/neo4j-jars
	@mvn --batch-mode --quiet -Dstyle.color=never --strict-checksums --file tests/neo4j/pom.xml dependency:copy-dependencies -DincludeScope=runtime -Dmdep.prependGroupId=true -DoutputDirectory="$(CURDIR)/.make/neo4j-jars"
	@mkdir -p .make && touch $@

.PHONY: node browser java
java:
	@tools/need.sh java default-jre-headless "Neo4j pour les essais / Neo4j for the tests"

node: .make/runtime
	@$(BIN)/python tools/page.py npm || { echo "installing · installation: Node (requirements/node.txt)"; $(PIP) install --require-hashes -r requirements/node.txt; }

office:
	@tools/need.sh "soffice|libreoffice" libreoffice-impress "diapositives ouvertes / slides opened"

second-engine:
	@tools/need.sh "firefox-esr|firefox" firefox-esr "le studio dans un second navigateur / the studio in a second browser"

browser:
	@tools/need.sh "chromium|chromium-browser|google-chrome" chromium "essais dans un vrai navigateur / tests in a real browser"
