#!/usr/bin/env bash
# Fetches the vocabulary and the texts into artifacts/calibration. Needs Debian 12 with source packages enabled (deb-src), npm and node 20.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../artifacts/calibration
mkdir -p "$target/packages" "$target/texts" "$target/sources"
cp "$here/package.json" "$target/package.json"
(cd "$target" && npm install --ignore-scripts --no-audit --no-fund --silent)

languages=(de es fr ja ru zh-cn zh-tw)
packages=(debian-handbook debian-reference-en libreoffice-help-en-us gimp-help-en aptitude-doc-en)
for language in "${languages[@]}"; do
    packages+=("debian-reference-$language" "libreoffice-help-$language" "gimp-help-$language" "aptitude-doc-$language"
        "developers-reference-$language" "maint-guide-$language" "fortunes-$language")
done
for package in "${packages[@]}"; do
    apt-cache show "$package" > /dev/null 2>&1 || continue # not every document exists in every language
    (cd "$target/packages" && apt-get download -q "$package")
done
for package in "$target"/packages/*.deb; do
    dpkg -x "$package" "$target/texts"
done

cd "$target/sources"
apt-get source -q --download-only keepass2 newtonsoft-json opentk nunit
for archive in *.orig.tar.*; do
    mkdir -p "${archive%%_*}"
    tar -xf "$archive" -C "${archive%%_*}" --wildcards '*.cs'
done
