#!/usr/bin/env python3
"""Makes the generated part of Content/: the rules' pages, and the translated articles.

    Tests/Scripts/content.py [--hjelp PROGRAM] [--memory LOCALE=FILE.jsonl]...

1. Content/en-US/rules/RULE.md is written from what `hjelp explain RULE` prints.
2. Every article that nb-NO must have (all of en-US), and every article that another locale has, is
   made anew by `hjelp new`; its targets are taken from the pairs that the locale's articles hold
   already, and from the memories named: one {"source": ..., "target": ...} a line.

3. TOC.yml of en-US and nb-NO: the guides in the order in which the article `index` names them, then the commands,
   the rules and the problems.

Sentences without a translation are listed on standard error, and the exit status is 1; their articles
are left as they were.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

UNIT = re.compile(
    r'<span data-ttu-id="([^"]+)">((?:(?!</span><span|data-ttu-id).)*)</span><span class="sxs-lookup">'
    r'<span data-stu-id="[^"]+">(.*?)</span></span>', re.S)
ROOT = pathlib.Path(__file__).resolve().parents[2]
CONTENT = ROOT / "Content"
FIELDS = ("title", "description")
# The parts of the tables of contents: a folder each, and its name.
PARTS = {
    "en-US": {"": "Guides", "commands": "Commands", "rules": "Rules", "problems": "Problems"},
    "nb-NO": {"": "Veiledninger", "commands": "Kommandoer", "rules": "Regler", "problems": "Problemer"},
}


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def scalar(text):
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text


def quoted(text):
    if re.match(r"[\w]", text) and ": " not in text and " #" not in text and not text.endswith(":"):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def fields(text):
    head = text.split("---\n")[1] if text.startswith("---\n") else ""
    return {key: scalar(value) for key, value in re.findall(r"^(\w+): (.+)$", head, re.M)}


def rule_page(program, rule):
    page = run(program, "explain", rule)
    summary = page.split("\n\n")[1]
    messages = re.search(r"## Message\n\n```text\n(.*?)```", page, re.S).group(1).splitlines()
    errors = "".join('- "' + m.replace("\\", "\\\\").replace('"', '\\"') + '"\n' for m in messages)
    return (f"---\ntitle: {rule}\ndescription: {quoted(summary)}\nms.topic: reference\n"
            f"errors:\n{errors}---\n{page}")


def memory_of(locale, extra):
    memory = {}
    for path in sorted((CONTENT / locale).rglob("*.md")):
        text = path.read_text()
        source = CONTENT / "en-US" / path.relative_to(CONTENT / locale)
        for _, target, original in UNIT.findall(text):
            memory[original] = target
        if source.exists():
            ours, theirs = fields(text), fields(source.read_text())
            for key in FIELDS:
                if key in ours and key in theirs:
                    memory.setdefault(theirs[key], ours[key])
    for file in extra:
        for line in pathlib.Path(file).read_text().splitlines():
            pair = json.loads(line)
            memory[pair["source"]] = pair["target"]
    return memory


def translate(program, locale, article, memory, missing):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder) / "en-US" / article
        work.parent.mkdir(parents=True)
        work.write_text((CONTENT / "en-US" / article).read_text())
        run(program, "new", article[:-3], "--locale", locale, "--content", folder)
        text = (pathlib.Path(folder) / locale / article).read_text()
    complete = True

    def known(source):
        nonlocal complete
        if source in memory:
            return memory[source]
        complete = False
        missing.setdefault(locale, {})[source] = article
        return ""

    def fill(match):
        if match.group(2):  # an example in fenced code
            return match.group(0)
        return match.group(0).replace(
            f'data-ttu-id="{match.group(1)}"></span>',
            f'data-ttu-id="{match.group(1)}">{known(match.group(3))}</span>', 1)

    head, body = text.split("\n---\n", 1)
    for key in FIELDS:
        found = re.search(rf"^{key}: (.+)$", head, re.M)
        if found:
            target = quoted(known(scalar(found.group(1))))
            head = head[:found.start()] + f"{key}: {target}" + head[found.end():]
    text = head + "\n---\n" + UNIT.sub(fill, body)
    if complete:
        path = CONTENT / locale / article
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def contents(locale):
    folder = CONTENT / locale
    articles = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.md"))
    named = re.findall(r"\]\(([^)#]+\.md)\)", (folder / "index.md").read_text())
    order = {article: place for place, article in reversed(list(enumerate(named)))}
    lines = ["# Made by Tests/Scripts/content.py."]
    for group, name in PARTS[locale].items():
        own = [a for a in articles if a.rpartition("/")[0] == group and a != "index.md"]
        own.sort(key=lambda article: (order.get(article, len(named)), article))
        lines += [f"- name: {name}", "  items:", *(f"  - href: {article}" for article in own)]
    (folder / "TOC.yml").write_text("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hjelp", default=str(ROOT / ".build/release/hjelp"))
    parser.add_argument("--memory", action="append", default=[], metavar="LOCALE=FILE")
    parser.add_argument("--missing", help="write the sentences without a translation here, as JSON")
    options = parser.parse_args()
    extra = {}
    for setting in options.memory:
        locale, file = setting.split("=", 1)
        extra.setdefault(locale, []).append(file)

    rules = [line.split()[1] for line in run(options.hjelp, "explain").splitlines()]
    folder = CONTENT / "en-US" / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.stem not in rules:
            old.unlink()
    for rule in rules:
        (folder / f"{rule}.md").write_text(rule_page(options.hjelp, rule))

    source = sorted(str(p.relative_to(CONTENT / "en-US")) for p in (CONTENT / "en-US").rglob("*.md"))
    missing = {}
    locales = {p.name for p in CONTENT.iterdir() if p.is_dir()} | set(extra) | {"nb-NO"}
    for locale in sorted(locales - {"en-US"}):
        memory = memory_of(locale, extra.get(locale, []))
        for article in source:
            wanted = locale == "nb-NO" or (CONTENT / locale / article).exists()
            if not wanted and locale in extra:
                titles = re.findall(r"^# (.+)$", (CONTENT / "en-US" / article).read_text(), re.M)
                wanted = bool(titles) and titles[0] in memory and "/" not in article
            if wanted:
                translate(options.hjelp, locale, article, memory, missing)
    for locale in PARTS:
        contents(locale)
    if options.missing:
        pathlib.Path(options.missing).write_text(json.dumps(missing, ensure_ascii=False, indent=1))
    for locale, sentences in missing.items():
        for sentence, article in sentences.items():
            print(f"{locale}: {article}: {sentence}", file=sys.stderr)
    return 1 if missing else 0


sys.exit(main())
