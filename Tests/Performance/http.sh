#!/usr/bin/env bash
# Measures the server with 64 connections: pages and answers to real queries against a constant (/livez), single queries and batches
# of 100, texts that come again and texts that never do. Needs wrk (Debian).
#
#     Tests/Performance/http.sh HJELP SHARED [SITE [SECONDS]]
#
# SITE is built of the corpus if it is not named. Each figure is the median of three rounds, in which all are measured in turn.
# What must hold: real queries at 0.7 of the constant's requests a second or more; a batch of 100 at three times as many lookups; a page
# at 1.1 of what the constant costs the server in user and system time.
set -eu
hjelp=$1
shared=$2
site=${3:-}
seconds=${4:-4}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT
command -v wrk > /dev/null || { echo "skipped the throughput: wrk is not installed"; echo "0 passed, 0 failed, 1 skipped"; exit 0; }
if [ -z "$site" ]; then
  site=$scratch/site
  "$hjelp" build "$shared/corpus/alchemy/nb-NO" "$shared/corpus/alchemy/ja-JP" --output "$site" --quiet
fi
export HJELP_QUERIES=$shared/lookup/dev.jsonl
# Articles whose addresses need no encoding: all of them, and so many that the server keeps each as it is sent.
(cd "$site" && find . -mindepth 3 -name '*.html') | LC_ALL=C grep -v '[^A-Za-z0-9/._-]' | LC_ALL=C sort | cut -c2- > "$scratch/all"
awk 'NR % 25 == 0' "$scratch/all" > "$scratch/pages"
"$hjelp" serve --site "$site" --port 0 --log-format json 2> "$scratch/log" &
server=$!
until url=$(grep -o 'http://127.0.0.1:[0-9]*' "$scratch/log"); do
  kill -0 "$server"
  sleep 0.1
done

# The user and system time of the server so far, in ticks.
ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat" 2> /dev/null || echo 0; }

# Runs wrk in a mode; prints requests a second, median and 99th percentile in microseconds, failures, ticks of the server in all.
measure() {
  # A long batch on every connection would leave too many unfinished at the end.
  local connections=64
  [ "$1" != batch-distinct ] || connections=8
  local before
  before=$(ticks)
  local pages=pages
  [ "$1" != page-all ] || pages=all
  export HJELP_MODE=${1%-all} HJELP_PAGES=$scratch/$pages
  wrk -t1 -c$connections -d"${2}s" -s "$here/http.lua" "$url/livez" | sed -n 's/^result //p' | tr '\n' ' '
  echo $(($(ticks) - before))
}

measure single 2 > "$scratch/warm"
for round in 1 2 3; do
  for mode in constant page page-all single distinct batch batch-distinct; do
    echo "$mode $(measure "$mode" "$seconds")" >> "$scratch/results"
  done
done
memory=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$server/status" 2> /dev/null || echo '?')
kill "$server"
wait "$server" || true
server=

python3 - "$scratch/results" "$memory" "$seconds" "$(getconf CLK_TCK)" <<'PY'
import collections
import statistics
import sys

rounds = collections.defaultdict(list)
for line in open(sys.argv[1]):
    mode, *figures = line.split()
    rounds[mode].append([float(figure) for figure in figures])
median = {mode: [statistics.median(column) for column in zip(*rows)] for mode, rows in rounds.items()}
cost = {mode: ticks / int(sys.argv[4]) / (rate * float(sys.argv[3])) for mode, (rate, _, _, _, ticks) in median.items()}
for mode, (rate, half, slow, failed, _) in median.items():
    lookups = 0 if mode in ("constant", "page", "page-all") else rate * (100 if mode.startswith("batch") else 1)
    print(f"{mode:15} {rate:8.0f} requests/s {lookups:9.0f} lookups/s   median {half / 1000:7.2f} ms   "
          f"99 % {slow / 1000:7.2f} ms   {cost[mode] * 1e6:6.1f} µs of CPU each   {failed:.0f} failed")
print(f"memory of the server at the end: {sys.argv[2]} MB")
claims = [
    ("no request fails", sum(figures[3] for figures in median.values()), lambda value: value == 0),
    ("queries that come again, against the constant", median["single"][0] / median["constant"][0], lambda value: value >= 0.7),
    ("what a page costs the server, against the constant", cost["page"] / cost["constant"], lambda value: value <= 1.1),
    ("lookups by batch of 100, against single ones", 100 * median["batch"][0] / median["single"][0], lambda value: value >= 3),
]
failures = 0
for claim, value, holds in claims:
    failures += not holds(value)
    print(f"{'ok' if holds(value) else 'FAILED'} {claim}: {value:.2f}")
print(f"for comparison, all pages in turn, of which few are kept as they are sent: {cost['page-all'] / cost['constant']:.2f} "
      "of the constant")
print(f"for comparison, texts that never come again: {median['distinct'][0] / median['constant'][0]:.2f} of the constant, "
      f"batches {100 * median['batch-distinct'][0] / median['distinct'][0]:.2f} times as many lookups")
print(f"{len(claims) - failures} passed, {failures} failed, 0 skipped")
sys.exit(1 if failures else 0)
PY
