# Needs only make and Python 3.11 or newer; every target makes its own environment in .venv.
# On Windows without make, see README.md.

# The first Python that is new enough and can make an environment. Those that exist but do not run
# (version managers leave such stand-ins) are passed over.
PYTHON ?= $(shell for python in .venv/bin/python python3.13 python3.12 python3.11 python3 python; do \
	if $$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$python; break; fi; done)
BIN := .venv/bin
PLATFORM ?= here
# The form of the whole country, filled in as README.zh-CN.md tells it.
FIRST_HOUR := docs/first-hour

.PHONY: help demo test quick explore fuzz lint mutants offline release clean environment dev-environment

help:
	@echo "make demo      检查并生成示例：先是全国通用的自评表，再是各地的"
	@echo "make test      运行全部测试"
	@echo "make quick     只运行快的测试，一分钟左右"
	@echo "make explore   运行全部测试，其中的随机用例每次不同"
	@echo "make fuzz      随意改动文件交给程序读，找出会出错的，到 Ctrl-C 为止"
	@echo "make lint      检查代码：格式、类型、层次"
	@echo "make mutants   逐一改动阈值和比较，看测试能否发现（一小时以内）"
	@echo "make offline   打成离线安装包；为 Windows 打包用 make offline PLATFORM=windows"
	@echo "make release   打成发布包（源代码、wheel、离线安装包），在空环境里逐个验证"
	@echo "make clean     删去 .venv、缓存和 dist/（不动 inputs/ 和 outputs/）"

demo: environment
	@echo "全国通用的自评表（虚构的单位）："
	@$(BIN)/jixiao check $(FIRST_HOUR)
	@$(BIN)/jixiao build $(FIRST_HOUR)
	@echo "各地的自评表和报告："
	@$(BIN)/jixiao check inputs
	@$(BIN)/jixiao build inputs

test: dev-environment
	@$(BIN)/python -m pytest -n auto --dist worksteal

quick: dev-environment
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "not slow"

# What it finds is added to the property as an example.
explore: dev-environment
	@HYPOTHESIS_PROFILE=explore $(BIN)/python -m pytest -n auto --dist worksteal

# What makes the program stumble is kept in tests/corpus; FUZZ takes options, for example FUZZ="--only prose --seconds 600".
fuzz: dev-environment
	@$(BIN)/python -m tools.fuzz $(FUZZ)

lint: dev-environment
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python -c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-logo

# A seeded sample; MUTANTS takes options, for example MUTANTS="--seed 2 --only generator/rules".
mutants: dev-environment
	@$(BIN)/python -m tools.mutants $(MUTANTS)

offline: dev-environment
	@$(BIN)/python tools/offline.py $(PLATFORM)

release: dev-environment
	@$(BIN)/python -m tools.release

clean:
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find generator tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

environment dev-environment:
	@python="$(PYTHON)"; test -n "$$python" || { \
		echo "没有找到 Python 3.11 或更高版本（带 venv）。请先安装，Debian、Ubuntu 用：apt install python3 python3-venv" >&2; \
		echo "已经装在别处的，写明位置：make $(MAKECMDGOALS) PYTHON=/路径/python3" >&2; exit 1; }; \
	$$python tools/environment.py $(if $(filter dev-environment,$@),--dev)
