# `make` alone prints this list.
.DEFAULT_GOAL := help
SHELL := /bin/bash

VAR ?= $(CURDIR)/var
PORT ?= 8000
ES_PORT ?= 9200
export VAR PORT ES_PORT

PYTHON ?= python3
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM

.PHONY: help
help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 20

.venv/installed: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit("Newsroom needs Python 3.11 or newer.") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	touch $@

.venv/test-installed: requirements-test.txt .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-test.txt
	touch $@

.PHONY: setup
setup: .venv/installed ## Make the environment and compile the catalogues
	@mkdir -p $(VAR)
	@$(BIN)/python -m newsroom.catalogues compile

.PHONY: demo
demo: setup ## Load the demo newsroom and serve it at http://127.0.0.1:8000/
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_demo
	@$(MAKE) --no-print-directory serve

.PHONY: run
run: setup ## Serve what is there
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) ensure_roles
	@$(MAKE) --no-print-directory serve

.PHONY: serve
serve:
	@$(MANAGE) run_worker & worker=$$!; trap "kill $$worker 2>/dev/null" EXIT; trap "exit 130" INT TERM; \
	echo "Newsroom is at http://127.0.0.1:$(PORT)/ (stop it with Ctrl-C)"; \
	$(MANAGE) runserver --noreload --skip-checks 127.0.0.1:$(PORT) & server=$$!; \
	trap "kill $$worker $$server 2>/dev/null; wait" EXIT; wait $$server

.PHONY: elasticsearch
elasticsearch: setup ## Serve a real Elasticsearch for local work on ES_PORT
	@$(BIN)/python -m tests.elasticsearch

# Everything, then the whole suite: on SQLite, on PostgreSQL, on Elasticsearch, in a browser, behind shared caches. What a machine lacks is named
# and passed over, unless NOTHING_MAY_BE_SKIPPED is set. TESTS names some tests of all.
.PHONY: test
test: test-sqlite test-postgresql test-elasticsearch test-browser test-edge ## Run the whole suite; what this machine lacks is skipped by name

.PHONY: test-sqlite
test-sqlite: setup .venv/test-installed ## Run the suite on SQLite, without its browser and edge parts
	$(BIN)/python -m pytest --numprocesses auto -m "not browser and not edge and not elasticsearch" $(TESTS)

.PHONY: test-postgresql
test-postgresql: setup .venv/test-installed ## Run what of it asks a database on a PostgreSQL server of its own
	$(BIN)/python -m tests.on_postgresql --numprocesses auto $(TESTS)

.PHONY: test-elasticsearch
test-elasticsearch: setup .venv/test-installed ## Run the part of the suite that needs a real Elasticsearch
	$(BIN)/python -m tests.elasticsearch.suite --numprocesses auto --dist loadfile $(TESTS)

.PHONY: test-browser
test-browser: setup .venv/test-installed ## Run the browser part of the suite in a real Chromium
	$(BIN)/python -m pytest -m browser tests/browser

.PHONY: test-edge
test-edge: setup .venv/test-installed ## Run the part of the suite behind a real nginx and a real Varnish
	$(BIN)/python -m pytest -m edge tests/edge

.PHONY: check
check: setup .venv/test-installed ## Lint, types, imports, migrations, catalogues
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --quiet --lint newsroom articles media search
	$(BIN)/mypy .
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --fail-level WARNING
	DJANGO_SETTINGS_MODULE=newsroom.settings.production SECRET_KEY=$$(head -c 60 /dev/urandom | base64 -w 0) \
		ALLOWED_HOSTS=news.example SITE_URL=https://news.example DATABASE_URL=postgresql://localhost/newsroom \
		REDIS_URL=redis://localhost EMAIL_URL=smtp://localhost \
		EVIDENCE_SIGNING_KEY=$$(head -c 32 /dev/urandom | base64 -w 0) $(MANAGE) check --deploy --fail-level WARNING
	$(BIN)/python -m newsroom.catalogues check

.PHONY: bench
bench: setup .venv/test-installed ## Measure speed and print ratios taken in one run
	$(BIN)/python -m tests.elasticsearch $(BIN)/python -m tests.bench

.PHONY: catalogues
catalogues: setup ## Bring every catalogue in step with the program's strings
	$(BIN)/python -m newsroom.catalogues extract

.PHONY: requirements
requirements: .venv/test-installed ## Pin the newest versions that pyproject.toml allows
	for extra in "" test production; do \
		$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --allow-unsafe --no-header \
			$${extra:+--extra $$extra --constraint requirements.txt} \
			--output-file requirements$${extra:+-$$extra}.txt pyproject.toml; \
	done

.PHONY: pictures
pictures: setup .venv/test-installed ## Draw the demo's pictures and take the README's pictures of its pages
	$(BIN)/python -m newsroom.demo.images.drawing newsroom/demo/images
	$(BIN)/python -m tests.browser.readme_pictures
