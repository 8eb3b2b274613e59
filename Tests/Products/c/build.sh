#!/usr/bin/env bash
# Builds the library and the program in C that uses it, with the address sanitizer in the program.
#
#   Tests/Products/c/build.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# -eq 1 ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
"$here/../../../Sources/HjelpLookupC/build-library.sh" "$1"
strict=(-std=c11 -Wall -Wextra -Wpedantic -Werror -O1 -g)
cc "${strict[@]}" -fsanitize=address,undefined -fno-sanitize-recover -I "$1" -o "$1/ask" \
  "$here/ask.c" -L "$1" -lHjelpLookupC -lpthread "-Wl,-rpath,\$ORIGIN"
# The header is one for C++ too.
echo '#include <hjelp_lookup.h>' | c++ -std=c++17 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c++ -I "$1" -
