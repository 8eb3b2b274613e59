#!/usr/bin/env bash
# Measures the build of nb-NO: wall, CPU, memory; three runs into a new folder, by default on a memory
# file system.
#
#     Tests/Pages/measure.sh HJELP SHARED [FOLDER]
set -eu
hjelp=$1
shared=$2
folder=${3:-/dev/shm}
for run in 1 2 3; do
  site=$folder/hjelp-measure-$$-$run
  python3 - "$hjelp" "$shared/corpus/alchemy/nb-NO" "$site" <<'PY'
import resource, subprocess, sys, time
start = time.monotonic()
subprocess.run([sys.argv[1], "build", sys.argv[2], "-o", sys.argv[3], "--jobs", "2", "--quiet"], check=True)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{wall:.2f} s wall, {used.ru_utime:.2f} s user, {used.ru_stime:.2f} s system, {used.ru_maxrss // 1024} MB")
PY
  rm -rf "$site"
done
