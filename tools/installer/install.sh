#!/bin/sh
# Find a Python that the wheels were gathered for, and let install.py do the work.
cd "$(dirname "$0")" || exit 1
for version in $(cat pythons.txt); do
  for python in "python$version" python3 python; do
    if "$python" -c "import ensurepip, sys; sys.exit('%d.%d' % sys.version_info[:2] != '$version')" >/dev/null 2>&1; then
      exec "$python" install.py "$@"
    fi
  done
done
cat no-python.txt >&2
exit 1
