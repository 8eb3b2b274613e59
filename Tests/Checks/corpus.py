"""What the check scripts share: the corpus, its units by their bytes, and the program's findings."""
import json
import pathlib
import re
import subprocess

FOLDERS = {"nb-NO": "alchemy/nb-NO", "ja-JP": "alchemy/ja-JP", "es-ES": "office-dev/es-ES"}
UNIT = re.compile(
    r'<span data-ttu-id="(?P<id>[^"]*)">(?P<target>(?:(?!</span><span class="sxs-lookup">).)*)'
    r'</span><span class="sxs-lookup"><span data-stu-id="(?P<other>[^"]*)">(?P<source>.*?)</span></span>',
    re.S)
LEVELS = {"info": 0, "warning": 1, "error": 2}


def folders(shared):
    return [str(pathlib.Path(shared) / "corpus" / folder) for folder in FOLDERS.values()]


def articles(shared):
    """(locale, path, text) of every article, in the order of the paths."""
    for locale, folder in FOLDERS.items():
        root = pathlib.Path(shared) / "corpus" / folder
        for path in sorted(root.rglob("*.md")):
            yield locale, path, path.read_bytes().decode("utf-8", "surrogateescape")


def check(program, paths, *options):
    """The findings of the program in these paths, infos included."""
    done = subprocess.run(
        [program, "check", *paths, "--format", "json", "--min", "info", "--quiet", *options],
        capture_output=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return json.loads(done.stdout)


def level(finding):
    return LEVELS[finding["severity"]]


def close(passed, failed):
    """The last line of a check script, and its exit status."""
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0
