#!/usr/bin/env bash
# Refreshes the lock files from pyproject.toml; needs pip-tools. Names no index, so that any mirror serves.
set -euo pipefail
cd "$(dirname "$0")/.."
options=(-q --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host
         --no-header --no-annotate --allow-unsafe)
pip-compile "${options[@]}" -o locks/runtime.txt pyproject.toml locks/build.in
pip-compile "${options[@]}" --extra dev -c locks/runtime.txt -o locks/dev.txt pyproject.toml locks/build.in
