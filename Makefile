# Arsip Pilkada. `make site` builds the archive, `make test` checks everything; `make help` lists the rest.
#
# A machine needs Python 3.11 or newer (with venv) and make. Everything else goes into .venv/, from the lock files in
# requirements/, each file checked against its hash. Works with GNU make 3.81 (macOS) and later.

PYTHON ?=
PYTHONS = $(PYTHON) python3 python3.13 python3.12 python3.11 python
BIN = .venv/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
# What a lock is made of; one universal resolution holds for every Python and system at once.
RESOLVE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml --quiet --universal \
	--python-version 3.11 --generate-hashes --annotation-style line --no-emit-index-url --no-emit-find-links

# What comes from npm: each in its folder of requirements/ and, installed, of .venv/.
CHECKER = .venv/html-checker
LIGHTHOUSE = .venv/lighthouse
UNPACK = mkdir -p $(@D) && cp requirements/$(notdir $(@D))/*.json $(@D)/ && \
	npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --silent && cp $< $@

.PHONY: help site test attack bench lighthouse lint types audit lock golden messages clean
.DELETE_ON_ERROR:

help:
	@echo "make site     read seeds/, write content/ and public/, and say which file to open"
	@echo "make test     lint, types and every test (set ARSIP_CHROMIUM to use a browser that is not on PATH)"
	@echo "make attack   every attack in full, about twenty minutes: kills, full disks, races, hostile input, chance"
	@echo "make audit    known weaknesses of the locked packages (asks pypi.org)"
	@echo "make lint     ruff and bandit            make types    mypy alone"
	@echo "make golden   rewrite the expected output of tests/sites/ and tests/sites_invalid/; read the diff"
	@echo "make messages gather the words of the interface for translation, and compile the catalogues"
	@echo "make lock     resolve the dependencies of pyproject.toml again (UPGRADE=--upgrade for newer ones)"
	@echo "make lighthouse  Lighthouse's scores of the home page, an article and the explore page (needs npm)"
	@echo "make bench    this program and others on the same 1,000 invented articles, in turn (ARTICLES=N, ROUNDS=N)"
	@echo "make clean    delete the site and every cache; content/ and seeds/ are never touched"

site: .venv/site.txt
	@$(BIN)/python build.py

test: lint types $(CHECKER)/installed.json
	$(BIN)/python -m pytest --numprocesses=auto --quiet

# Not part of `make test`: it takes minutes, wants an idle machine, and node.
lighthouse: .venv/test.txt $(LIGHTHOUSE)/installed.json
	$(BIN)/python -m tests.lighthouse.measure

# Rows of docs/reliability.md are printed at the end. Mounting (a small tmpfs, power cuts) needs root; else it is skipped.
attack: .venv/test.txt
	ATTACK=full MERGE_HISTORIES=20000 RACES=100 $(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --quiet \
		tests/attack tests/content/test_merge.py tests/test_faults.py tests/test_races.py

lint: .venv/test.txt
	$(BIN)/ruff check
	$(BIN)/bandit --quiet --recursive --skip B608 site_builder build.py # ruff has that rule too: S608

types: .venv/test.txt
	$(BIN)/mypy

golden: .venv/test.txt
	$(BIN)/python -m pytest --quiet tests/test_sites.py --rewrite

# After a change of words, and again after their translation; what is not translated yet fails here and in `make test`.
messages: .venv/test.txt
	$(BIN)/python -m pytest --quiet tests/locale/test_catalogues.py --rewrite

# The tests' lock comes first and holds everything; the site's is the part of it that the site needs.
lock: $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(RESOLVE) $(UPGRADE) --group test --output-file requirements/test.txt
	$(RESOLVE) --constraint requirements/test.txt --output-file requirements/site.txt
	$(RESOLVE:pyproject.toml=) $(UPGRADE) --constraint requirements/test.txt --group audit --output-file requirements/audit.txt
	$(RESOLVE:pyproject.toml=) $(UPGRADE) --constraint requirements/test.txt --group bench --output-file requirements/bench.txt

audit: $(BIN)/python
	$(INSTALL) -r requirements/audit.txt
	$(BIN)/pip-audit --disable-pip --require-hashes --requirement requirements/test.txt --requirement requirements/audit.txt

clean:
	rm -rf public .cache .site.* .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find site_builder tests -name __pycache__ -type d -prune -exec rm -rf {} +

# ARTICLES=10000 ROUNDS=3 make bench
bench: .venv/bench.txt
	$(BIN)/python -m tests.bench.compare $(or $(ARTICLES),1000) --rounds $(or $(ROUNDS),5)

.venv/bench.txt: requirements/bench.txt .venv/test.txt
	$(INSTALL) -r requirements/bench.txt
	@cp requirements/bench.txt $@

# A copy of the installed lock says what .venv/ holds: nothing is installed until the lock is newer.
.venv/site.txt: requirements/site.txt $(BIN)/python
	$(INSTALL) -r requirements/site.txt
	@cp requirements/site.txt $@

.venv/test.txt: requirements/test.txt $(BIN)/python
	$(INSTALL) -r requirements/test.txt
	@cp requirements/test.txt $@
	@cp requirements/site.txt .venv/site.txt

$(LIGHTHOUSE)/installed.json: requirements/lighthouse/package-lock.json $(BIN)/python
	@$(UNPACK)

# npm only unpacks it, Java runs it. Without npm, the tests that need it are skipped and say so; where CI is set they fail.
$(CHECKER)/installed.json: requirements/html-checker/package-lock.json $(BIN)/python
	@if command -v npm >/dev/null; then \
		$(UNPACK); \
	else \
		echo "npm is missing: the HTML of the pages will not be checked"; \
	fi

# Debian's python3 has venv only with the package python3-venv, which brings ensurepip: so look for both.
$(BIN)/python:
	@for python in $(PYTHONS); do \
		if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Making .venv/ with $$($$python --version)"; \
			exec $$python -m venv --clear .venv; \
		fi; \
	done; \
	echo "No Python 3.11 or newer with venv was found (tried:$(PYTHONS:%= %))." >&2; \
	echo "Install one (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python)," >&2; \
	echo "or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
	exit 1
