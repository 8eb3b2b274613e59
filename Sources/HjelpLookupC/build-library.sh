#!/usr/bin/env bash
# Builds libHjelpLookupC.so for Linux: one shared object with the Swift runtime inside it, so that a
# program in C needs nothing else. Takes a Swift toolchain; fetches no packages.
#
#   Sources/HjelpLookupC/build-library.sh FOLDER
#
# FOLDER then holds the library and its header.
set -euo pipefail
[ $# -eq 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mkdir -p "$1"
output=$(cd "$1" && pwd)
sources=$(cd "$(dirname "$0")/.." && pwd)
objects=$(mktemp -d)
trap 'rm -rf "$objects"' EXIT
language=(-package-name hjelp -swift-version 6 -O -whole-module-optimization -parse-as-library)
for feature in ExistentialAny MemberImportVisibility InternalImportsByDefault \
  NonisolatedNonsendingByDefault; do
  language+=(-enable-upcoming-feature "$feature")
done

swiftc "${language[@]}" -module-name HjelpLookup -emit-object -o "$objects/HjelpLookup.o" \
  -emit-module -emit-module-path "$objects/HjelpLookup.swiftmodule" "$sources"/HjelpLookup/*.swift
swiftc "${language[@]}" -module-name HjelpLookupC -I "$objects" -I "$sources/HjelpLookupC/include" \
  -emit-library -static-stdlib -o "$objects/libHjelpLookupC.so" "$objects/HjelpLookup.o" \
  "$sources"/HjelpLookupC/*.swift \
  -Xlinker -soname=libHjelpLookupC.so -Xlinker --strip-all \
  -Xlinker "--version-script=$sources/HjelpLookupC/exports.map"
mv "$objects/libHjelpLookupC.so" "$output/libHjelpLookupC.so"
cp "$sources/HjelpLookupC/include/hjelp_lookup.h" "$output/"
