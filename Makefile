# Two commands do everything on a fresh Debian 12 machine with a Swift 6.3 toolchain:
#   make demo    installs what is lacking, builds in release, runs the main job (ARGS="--exit --json" for a script)
#   make test    installs what is lacking, builds, runs every test
#
# WHEELHOUSE_BUILD names a build folder outside the clone: a second fresh clone then builds in seconds.

BUILD := $(or $(WHEELHOUSE_BUILD),.build)
SWIFT := swift
FLAGS := -c release --scratch-path $(BUILD)
# What the program links, and what its tests use besides: a browser for pages and PDF, strace for faults.
LIBRARIES := libsqlite3-dev libzstd-dev zlib1g-dev pkg-config
TOOLS := chromium poppler-utils strace zstd

.PHONY: demo test build install system system-test format lint bench simulate clean

# What is built is told on standard error: standard output is the demo's alone, so that --json can be piped.
demo: build
	@$(BUILD)/release/wheelhouse demo $(ARGS)

build: system
	@$(SWIFT) build $(FLAGS) --product wheelhouse >&2

test: system-test
	$(SWIFT) build $(FLAGS) --build-tests
	$(SWIFT) test $(FLAGS) --skip-build --no-parallel $(ARGS)

system:
	@scripts/install-packages $(LIBRARIES)

system-test:
	@scripts/install-packages $(LIBRARIES) $(TOOLS)

# Copies the program and its data files to PREFIX.
PREFIX ?= /usr/local
install: build
	install -d $(PREFIX)/lib/wheelhouse $(PREFIX)/bin
	cp -r $(BUILD)/release/wheelhouse $(BUILD)/release/wheelhouse_*.resources $(PREFIX)/lib/wheelhouse/
	ln -sf ../lib/wheelhouse/wheelhouse $(PREFIX)/bin/wheelhouse

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

lint:
	$(SWIFT) format lint --recursive --parallel Sources Tests Package.swift

# The numbers of docs/speed.md; each prints its peer's figure from the same run.
bench: build
	Benchmarks/run $(BUILD)/release/wheelhouse

# The long form of the coverage simulations of docs/method.md.
simulate: build
	$(BUILD)/release/wheelhouse internal simulate

clean:
	rm -rf .build
