#!/usr/bin/env python3
"""The files with which teams run Hjelp in their CI, tried as far as that can be done offline.

- every YAML file is checked against the schema of its service (check-jsonschema), the workflow by
  actionlint too where it can be installed;
- the shell of the action's steps is run in a scratch repository, with the runner's variables;
- the hooks are run by pre-commit in a scratch repository, with and without a defect;
- the problem matcher reads the program's own text, names with blanks and Japanese included;
- the GitLab and Azure jobs' own commands are run, and what they write is looked at;
- every flag in all of these files is one that `hjelp check --help` knows;
- completions are valid in their shells, where these are there.

Usage: integration.py HJELP --venv DIR   (its bin/ holds pre-commit, pyyaml, check-jsonschema and, perhaps, actionlint)
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Pages"))
from reporting import Report

GITHUB = ROOT / ".github"
FILES = [GITHUB / "actions/check/action.yml", GITHUB / "workflows/check.yml",
         GITHUB / "examples/gitlab-ci.yml", GITHUB / "examples/azure-pipelines.yml",
         ROOT / ".pre-commit-hooks.yaml"]
HEAD = ("---\ntitle: Vent\nms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd\n"
        "ms.contentlocale: nb-NO\n---\n")
UNIT = ('<span data-ttu-id="e8e74-{n}">{target}</span><span class="sxs-lookup">'
        '<span data-stu-id="e8e74-{n}">{source}</span></span>\n\n')
SOUND = HEAD + UNIT.format(n=103, target="Vent i 500 sekunder.", source="Wait for 500 seconds.")
BROKEN = SOUND.replace("Vent i 500", "Vent i 300")
# A blank that a fix takes out.
LOOSE = SOUND.replace("sekunder.</span>", "sekunder .</span>")


def git(folder, *arguments):
    return subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-C", str(folder),
         *arguments], capture_output=True, text=True, check=True)


def repository(folder, text):
    """A git repository with one article."""
    article = folder / "Content/nb-NO/article.md"
    article.parent.mkdir(parents=True)
    git(folder.parent, "init", "-q", "-b", "main", str(folder))
    article.write_text(text)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "start")
    return article


def main():
    options = argparse.ArgumentParser()
    options.add_argument("hjelp")
    options.add_argument("--venv", required=True)
    options = options.parse_args()
    hjelp = pathlib.Path(options.hjelp).resolve()
    tools = pathlib.Path(options.venv).resolve() / "bin"
    report = Report()
    documents = read_all(report, tools)
    lint(report, tools)
    flags(report, hjelp)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        home = folder / "home"
        (home / ".cache/hjelp").mkdir(parents=True)
        (home / ".cache/hjelp/hjelp").symlink_to(hjelp)
        build(report, documents["action.yml"], folder)
        action(report, documents["action.yml"], folder, home)
        jobs(report, documents, folder, hjelp)
        hooks(report, tools, folder, hjelp)
        worktree(report, folder, hjelp)
        matcher(report, folder, hjelp)
        completions(report, folder, hjelp)
    return report.finish()


def read_all(report, tools):
    documents = {}
    for file in FILES:
        run = subprocess.run(
            [tools / "python", "-c",
             "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1])), default=str))",
             file], capture_output=True, text=True)
        report.check(run.returncode == 0, f"{file.name} is YAML", details=[run.stderr[-300:]])
        documents[file.name] = json.loads(run.stdout) if run.stdout else None
    steps = documents["action.yml"]["runs"]["steps"]
    report.check(all("shell" in step for step in steps if "run" in step),
                 "every step of the action names its shell")
    report.check(not any("${{" in step.get("run", "") for step in steps),
                 "no input is put into a script")
    text = (GITHUB / "actions/check/action.yml").read_text()
    report.check("hashFiles(" not in text and "${{ github.action_path" not in text,
                 "the action needs no expression that fails outside the checkout or in a container")
    names = [step["name"] for step in steps]
    report.check(names.index("Build") < names.index("Binary to the cache") < names.index("Check"),
                 "the binary is kept even if the check fails")
    return documents


def lint(report, tools):
    for file, schema in [("actions/check/action.yml", "github-actions"),
                         ("workflows/check.yml", "github-workflows"),
                         ("examples/gitlab-ci.yml", "gitlab-ci"),
                         ("examples/azure-pipelines.yml", "azure-pipelines")]:
        run = subprocess.run(
            [tools / "check-jsonschema", "--builtin-schema", f"vendor.{schema}",
             "--regex-variant", "python",
             *(["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []), GITHUB / file],
            capture_output=True, text=True)
        report.check(run.returncode == 0, f"{file} is of the schema {schema}",
                     details=[run.stdout[-600:], run.stderr[-300:]])
    run = subprocess.run([tools / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"],
                         capture_output=True, text=True)
    report.check(run.returncode == 0, "pre-commit validates the hooks", details=[run.stdout, run.stderr])
    program = tools / "actionlint"
    if not program.exists():
        report.skip("actionlint", "it cannot be installed here")
        return
    run = subprocess.run([program, "-no-color", GITHUB / "workflows/check.yml"], cwd=ROOT,
                         capture_output=True, text=True)
    report.check(run.returncode == 0, "actionlint finds nothing", details=run.stdout.splitlines())


def flags(report, hjelp):
    known = set(re.findall(r"--[a-z-]+", subprocess.run(
        [hjelp, "check", "--help"], capture_output=True, text=True).stdout))
    for file in FILES:
        text = file.read_text()
        used = set()
        for command in re.findall(r"hjelp\"? check[^\n]*(?:\n +--[^\n]*)*", text):
            used |= set(re.findall(r"(?<=\s)--[a-z-]+", command))
        used |= set(re.findall(r"arguments\+?=\((--[a-z-]+)", text))
        report.check(used <= known, f"{file.name}: {len(used)} flags are known", details=used - known)


def build(report, document, folder):
    """The steps Key and Build, with stubs for what they would fetch and compile."""
    steps = {step["name"]: step for step in document["runs"]["steps"]}
    source = folder / "the action"
    (source / "Sources").mkdir(parents=True)
    (source / ".github/actions/check").mkdir(parents=True)
    (source / "Package.swift").write_text("// 1\n")
    (source / "Sources/a b.swift").write_text("// 1\n")
    stubs = folder / "stubs"
    stubs.mkdir()
    for name, text in {
        "apt-get": "exit 0", "sudo": 'exec "$@"',
        "swift": 'if [ "$1" = --version ]; then echo "Swift ${SWIFT:-6.3}"; exit; fi\n'
                 'while [ "$1" != --package-path ]; do shift; done\n'
                 'mkdir -p "$2/.build/release" && echo built > "$2/.build/release/hjelp"',
    }.items():
        (stubs / name).write_text(f"#!/bin/sh\n{text}\n")
        (stubs / name).chmod(0o755)
    home = folder / "home of the build"
    home.mkdir()

    def run(name, **variables):
        output = folder / "output"
        output.write_text("")
        environment = {**os.environ, "HOME": str(home), "GITHUB_OUTPUT": str(output),
                       "PATH": f"{stubs}:{os.environ['PATH']}",
                       "GITHUB_ACTION_PATH": str(source / ".github/actions/check"), **variables}
        done = subprocess.run(["bash", "-e", "-c", steps[name]["run"]], cwd=folder, env=environment,
                              capture_output=True, text=True)
        return done, output.read_text()

    done, first = run("Key")
    report.check(done.returncode == 0 and re.fullmatch(r"sum=[0-9a-f]{64}\n", first),
                 "the action's key", details=[first, done.stderr])
    report.check(run("Key")[1] == first, "the action's key: the same for the same sources")
    report.check(run("Key", SWIFT="6.4")[1] != first, "the action's key: another with another Swift")
    (source / "Sources/a b.swift").write_text("// 2\n")
    report.check(run("Key")[1] != first, "the action's key: another with another source")
    done, _ = run("Build")
    binary = home / ".cache/hjelp/hjelp"
    report.check(done.returncode == 0 and binary.is_file() and re.search(r"built in \d+ s", done.stdout),
                 "the action's build lays the binary where it is kept", details=[done.stdout, done.stderr])


def action(report, document, folder, home):
    step = next(step for step in document["runs"]["steps"] if step["name"] == "Check")
    for claim, text, changed, status in [
            ("sound", SOUND, "", 0), ("broken", BROKEN, "", 1), ("broken before", BROKEN, "HEAD", 0),
            ("another owner", SOUND, "HEAD", 0)]:
        work = folder / f"action-{claim.replace(' ', '-')}"
        work.mkdir()
        repository(work, text)
        if claim == "another owner":
            if os.geteuid() != 0:
                report.skip("the action's check: another owner", "only root can give files away")
                continue
            for path in [work, *work.rglob("*")]:
                os.chown(path, 65534, 65534)
            refused = subprocess.run(["git", "-C", work, "status"], capture_output=True,
                                     env={**os.environ, "HOME": str(home)})
            if refused.returncode == 0:
                report.skip("the action's check: another owner", "git trusts every folder here")
                continue
        summary = folder / f"summary-{claim}"
        summary.write_text("before\n")
        environment = {**os.environ, "HOME": str(home), "GITHUB_STEP_SUMMARY": str(summary),
                       "GITHUB_WORKSPACE": str(work),
                       "CHECK_PATHS": "Content\n", "CHECK_LOCALE": "nb-NO", "CHECK_BASELINE": "",
                       "CHECK_CHANGED_SINCE": changed, "CHECK_FAIL_ON": "error",
                       "CHECK_SARIF": "out.sarif"}
        run = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=work, env=environment,
                             capture_output=True, text=True)
        report.check(run.returncode == status, f"the action's check: {claim}, status {status}",
                     details=[run.stdout[-400:], run.stderr[-400:]])
        report.check(run.stdout.startswith("::error ") == (status == 1),
                     f"the action's check: {claim}, annotations")
        report.check(summary.read_text().startswith("before\n## Hjelp")
                     and json.loads((work / "out.sarif").read_text())["version"] == "2.1.0",
                     f"the action's check: {claim}, summary and SARIF")


def jobs(report, documents, folder, hjelp):
    work = folder / "jobs"
    work.mkdir()
    article = repository(work, SOUND)
    git(work, "update-ref", "refs/remotes/origin/main", "main")
    article.write_text(BROKEN)
    git(work, "commit", "-q", "-a", "-m", "break")
    (work / ".hjelp").mkdir()
    (work / ".hjelp/hjelp").symlink_to(hjelp)
    environment = {**os.environ, "LOCALE": "nb-NO", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    script = documents["gitlab-ci.yml"]["check-help"]["script"][0]
    run = subprocess.run(["bash", "-e", "-c", script], cwd=work, env=environment,
                         capture_output=True, text=True)
    quality = json.loads((work / "gl-code-quality-report.json").read_text())
    report.check(run.returncode == 1 and quality[0]["check_name"] == "number.missing",
                 "the GitLab job finds the defect", details=[run.stderr])
    step = next(step for step in documents["azure-pipelines.yml"]["steps"]
                if step.get("displayName") == "Check the help")
    script = step["script"].replace("$(hjelpFolder)", str(work / ".hjelp")) \
        .replace("$(System.PullRequest.TargetBranchName)", "main")
    run = subprocess.run(["bash", "-e", "-c", script], cwd=work, capture_output=True, text=True)
    report.check(run.returncode == 1 and run.stdout.startswith("##vso[task.logissue type=error;")
                 and "<failure" in (work / "hjelp.xml").read_text(),
                 "the Azure step finds the defect", details=[run.stdout, run.stderr])


def hooks(report, tools, folder, hjelp):
    """pre-commit itself, in a repository that takes the hooks from another one."""
    source = folder / "hooks"
    source.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", source)
    git(folder, "init", "-q", "-b", "main", str(source))
    git(source, "add", ".")
    git(source, "commit", "-q", "-m", "hooks")
    revision = git(source, "rev-parse", "HEAD").stdout.strip()
    binaries = folder / "bin"
    binaries.mkdir()
    (binaries / "hjelp").symlink_to(hjelp)
    environment = {**os.environ, "PATH": f"{binaries}:{os.environ['PATH']}",
                   "PRE_COMMIT_HOME": str(folder / "pre-commit")}
    work = folder / "work"
    work.mkdir()
    article = repository(work, SOUND)

    def hook(identifier):
        (work / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {source}\n  rev: {revision}\n  hooks:\n  - id: {identifier}\n")
        git(work, "add", "-A")
        return subprocess.run([tools / "pre-commit", "run"], cwd=work, env=environment,
                              capture_output=True, text=True)

    article.write_text(SOUND.replace("Vent i", "Så vent i"))
    run = hook("hjelp-check")
    report.check(run.returncode == 0, "pre-commit lets a sound change pass",
                 details=[run.stdout, run.stderr])
    article.write_text(BROKEN)
    run = hook("hjelp-check")
    report.check(run.returncode == 1 and "number.missing" in run.stdout,
                 "pre-commit stops a defect", details=[run.stdout, run.stderr])
    article.write_text(LOOSE)
    run = hook("hjelp-fix")
    report.check(run.returncode == 1 and article.read_text() == SOUND,
                 "pre-commit fixes what is certain, and stops for it to be looked at",
                 details=[run.stdout, run.stderr])


def worktree(report, folder, hjelp):
    """git's own hook, in a working tree beside: git sets GIT_DIR there, which is true of its root alone."""
    main = folder / "main tree"
    main.mkdir()
    repository(main, BROKEN)
    hook = main / ".git/hooks/pre-commit"
    hook.write_text(f"#!/bin/sh\nexec {hjelp} check Content --changed-since HEAD\n")
    hook.chmod(0o755)
    beside = folder / "tree beside"
    git(main, "worktree", "add", "-q", str(beside), "-b", "beside")
    article = beside / "Content/nb-NO/article.md"
    article.write_text(article.read_text() + UNIT.format(n=104, target="Vent litt.", source="Wait a bit."))
    done = subprocess.run(["git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-C",
                           str(beside), "commit", "-a", "-m", "add"], capture_output=True, text=True)
    report.check(done.returncode == 0 and "number.missing" not in done.stdout + done.stderr,
                 "git's hook in a linked working tree: what was broken before is not reported",
                 details=[done.stdout, done.stderr])


def matcher(report, folder, hjelp):
    pattern = json.loads((GITHUB / "hjelp-problem-matcher.json").read_text())["problemMatcher"][0]["pattern"][0]
    work = folder / "matcher/ja-JP"
    work.mkdir(parents=True)
    (work / "a b 同期: 1.md").write_text(BROKEN.replace("nb-NO", "ja-JP"))
    text = subprocess.run([hjelp, "check", "ja-JP"], cwd=work.parent, capture_output=True, text=True).stdout
    found = json.loads(subprocess.run([hjelp, "check", "ja-JP", "--format", "json"], cwd=work.parent,
                                      capture_output=True, text=True).stdout)["diagnostics"]
    read = [match for line in text.splitlines() if (match := re.match(pattern["regexp"], line))]
    wanted = [(x["file"], str(x["range"]["start"]["line"]), str(x["range"]["start"]["column"]),
               x["severity"], x["message"], x["rule"]) for x in found]
    report.check(found and [tuple(match[pattern[key]] for key in (
        "file", "line", "column", "severity", "message", "code")) for match in read] == wanted,
        f"the problem matcher reads {len(wanted)} findings", details=[text])


def completions(report, folder, hjelp):
    for shell, check in [("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "-n"])]:
        run = subprocess.run([hjelp, "--generate-completion-script", shell], capture_output=True, text=True)
        script = folder / f"completion.{shell}"
        script.write_text(run.stdout)
        report.check(run.returncode == 0 and "changed-since" in run.stdout
                     and "status" in run.stdout, f"completions for {shell}")
        if shutil.which(check[0]):
            run = subprocess.run([*check, script], capture_output=True, text=True)
            report.check(run.returncode == 0, f"{shell} reads them", details=[run.stderr[:300]])


if __name__ == "__main__":
    sys.exit(main())
