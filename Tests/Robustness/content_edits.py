"""Random edits of a content folder for `incremental.py`, each of which may change pages, lists, findings or answers far from where it is made.

`Workplace` holds the folder. Its edits are the methods whose names begin with `edit_`; each gives a line that says what it did, or None
where there was nothing to do it to. Everything random comes from the generator that an edit is given.
"""

import json
import os
import re
import shutil

WORDS = ["printer", "status", "page", "error", "directory", "account", "scheduler", "password", "synchronization", "network", "message", "server",
         "katalog", "feil", "passord", "melding", "skriver", "konto", "planlegger", "synkronisering", "同期", "エラー", "パスワード", "الحساب", "خطأ"]
LOCALES = ["nb-NO", "en-US", "ja-JP", "ar-SA", "sv-SE"]
PICTURES = [b"\x89PNG\r\n\x1a\n" + bytes([number]) * 40 for number in range(6)]
CONFIGURATIONS = {
    "title": ["Help", "Example <Help> & more", "Hjelp"], "base-url": ["https://help.example.com/", "https://example.com/docs/"],
    "link-base": ["https://publisher.example.com"], "source": ["en-US", "nb-NO", "ja-JP"], "exclude": [["commands"], ["index.md", "**/check.md"]],
    "links": [{"Status": "https://status.example.com"}, {"Contact": "contact.html", "News": "news.html"}],
    "colors": [{"accent": "#0b6b3a"}, {"accent": ["#1750c4", "#8ab4ff"], "text": "#222222"}],
    "stylesheet": ["own.css"], "header": ["header.html"], "footer": ["footer.html"], "logo": ["logo.png"], "glossary": ["terms.csv"],
    "feedback": ["https://example.com/?a={id}&b={locale}&c={unit}"], "no-loc": [["PowerShell"], ["Hjelp", "Markdown"]], "public": ["../Public", "../Other"],
    "interface": [{"nb-NO": {"search": "Finn"}}, {"en-US": {"note": "Mind"}, "ja-JP": {"tip": "こつ"}}], "url-schemes": [["example-settings"]],
    "redirects": [{"old/one": "index"}, {"old/one": "lookup", "old/two": "https://example.com/two"}],
    "rules": [{"link.broken": "off"}, {"unit.gap": "error", "link.broken": [{"level": "info", "locales": ["nb-NO"]}]}],
}
# Each stops the build with status 2.
WRONG = {"titel": "Help", "colors": {"accent": "red"}, "redirects": {"a": "b", "b": "a"}, "rules": {"no.rule": "off"}, "locales": ["??"],
         "stylesheet": "missing.css", "glossary": "missing.csv", "base-url": "nowhere", "interface": {"nb-NO": {"nonsense": "x"}}, "public": "missing"}
FRONT_MATTER = {
    "description": ["Short.", "A longer description with 'quotes'.", "\"Quoted: with colon\""], "ms.date": ["01/02/2024", "12/31/2026", "no date"],
    "ms.service": ["printing", "directory", ""], "ms.collection": ["first", "[first, second]"], "ROBOTS": ["NOINDEX, NOFOLLOW", "INDEX"],
    "ms.translationtype": ["MT", "HT", "MTE"], "ms.lasthandoff": ["01/01/2020", "11/24/2026"], "ms.openlocfilehash": ["0" * 40],
    "ms.contentlocale": ["nb-NO", "ja-JP", "da-DK", "nonsense"], "f1_keywords": ["[example.keyword]"], "ms.assetid": ["12345678-1234-1234-1234-123456789abc"],
    "errors": ["[\"the {thing} is broken\"]", "[\"no recent synchronization\", \"it failed with 0x80070005\"]"],
    "redirect_from": ["[old/one]", "[was/here, lookup]", "[a/b, c/d]"], "no-loc": ["[Markdown]"], "ignore": ["[link.broken]", "[unit.gap]"],
    "title": ["Another title", "Directory does not synchronize", "<b>Title</b> & more", ""],
}


class Workplace:
    """A folder `Content` with locale folders, `Public` beside it, and what was stashed."""

    def __init__(self, root):
        self.root, self.content, self.public = root, root / "Content", root / "Public"
        self.settings, self.valid, self.history = {}, {}, []

    # What is there.

    def articles(self, locale=None):
        folder = self.content / locale if locale else self.content
        return sorted(path for path in folder.rglob("*.md") if path.is_file() and not path.is_symlink())

    def locales(self):
        return [locale for locale in LOCALES if (self.content / locale).is_dir()]

    def snapshot(self):
        """All files but the site, with the times of their last changes."""
        files = {path.relative_to(self.root): (path.read_bytes(), path.stat().st_mtime_ns)
                 for folder in (self.content, self.public, self.root / "Other") for path in folder.rglob("*") if path.is_file()}
        return files, dict(self.settings)

    def restore(self, snapshot, keeps_times):
        """Puts the files back, as a change of branch does; with the old times, where they are kept."""
        files, self.settings = snapshot[0], dict(snapshot[1])
        for path in self.snapshot()[0]:
            if path not in files:
                (self.root / path).unlink()
        for path, (data, time) in files.items():
            place = self.root / path
            if place.is_symlink() or not place.is_file() or place.read_bytes() != data:
                write(place, data)
                if keeps_times:
                    os.utime(place, ns=(time, time))
        for folder in sorted((path for path in self.content.rglob("*") if path.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()

    def write_settings(self):
        """JSON is YAML."""
        write(self.content / "hjelp.yml", "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.settings.items()).encode())

    def edits(self):
        return [getattr(self, name) for name in sorted(dir(self)) if name.startswith("edit_")]

    # Articles.

    def change(self, random, pattern, make, locale=None):
        """Changes one match of a pattern in an article that has one."""
        for path in random.sample(self.articles(locale), k=min(12, len(self.articles(locale)))):
            text = path.read_bytes().decode("utf-8", "replace")
            if matches := list(re.finditer(pattern, text, re.MULTILINE)):
                match = random.choice(matches)
                new = text[:match.start()] + make(match) + text[match.end():]
                write(path, new.encode())
                return f"{self.name(path)}: {match[0][:40]!r} is {make(match)[:60]!r}"
        return None

    def name(self, path):
        return path.relative_to(self.root).as_posix()

    def edit_word(self, random):
        word = random.choice(WORDS)
        return self.change(random, r"(?<=[ >])\w{4,}(?=[ .<,])", lambda match: word)

    def edit_word_of_source(self, random):
        """A translation falls behind, or is behind no more."""
        word = random.choice(WORDS)
        return self.change(random, r"(?<= )\w{4,}(?=[ .,])", lambda match: word, "en-US")

    def edit_heading(self, random):
        """Slugs, anchors of other locales, titles of links and of related articles hang on it."""
        words = " ".join(random.sample(WORDS, 3))
        return self.change(random, r"^#{1,3} .*$", lambda match: match[0].split(" ")[0] + " " + words, random.choice([None, "en-US"]))

    def edit_target(self, random):
        word = random.choice(WORDS)
        return self.change(random, r"(<span data-ttu-id=\"[^\"]*\">)[^<]*", lambda match: match[1] + word + ".")

    def edit_unit(self, random):
        replacement = random.choice(["", "lost", "<span data-ttu-id=\"00000-101\">"])
        return self.change(random, r"<span data-[ts]tu-id=\"[^\"]*\">", lambda match: replacement)

    def edit_link(self, random):
        """A link to an article that is there in one locale, in none, in another case, or to a heading."""
        target = random.choice(self.articles()).stem + random.choice([".md", ".md#status", ".MD", "-gone.md", ".md#u104"])
        return self.change(random, r"\]\([^)#]*\.md[^)]*\)|\.$", lambda match: f"]({target})" if match[0][0] == "]" else f" [see]({target}).")

    def edit_front_matter(self, random):
        key = random.choice(sorted(FRONT_MATTER))
        value = random.choice(FRONT_MATTER[key])
        return self.change(random, r"\A---\n", lambda match: f"---\n{key}: {value}\n")

    def edit_front_matter_line(self, random):
        """Removes a line, or changes its value."""
        key = random.choice(sorted(FRONT_MATTER))
        value = random.choice([None, *FRONT_MATTER[key]])
        return self.change(random, rf"^{re.escape(key)}:.*\n(?!-)", lambda match: f"{key}: {value}\n" if value is not None else "")

    def edit_add(self, random):
        locale = random.choice(self.locales())
        name = random.choice(["new", "index", "search", "lookup", "old/one", "print/a b", "Æ/日本", "commands/extra", "n" + str(random.randrange(40))])
        path = self.content / locale / f"{name}.md"
        if path.exists():
            return None
        links = "".join(f"[{random.choice(WORDS)}]({random.choice(self.articles()).stem}.md) " for _ in range(3))
        body = " ".join(random.choices(WORDS, k=30))
        write(path, f"---\ntitle: {random.choice(WORDS)} {random.choice(WORDS)}\n---\n# {random.choice(WORDS)}\n\n{body}. {links}\n\n## Status\n\n**{body[:40]}**\n".encode())
        return f"{self.name(path)} is new"

    def edit_add_translation(self, random):
        """An article that has its page in the language of the source gets a page of its own, and the other way about."""
        path = random.choice(self.articles())
        locale = random.choice(self.locales())
        place = self.content / locale / path.relative_to(self.content / path.relative_to(self.content).parts[0])
        if place.exists():
            return None
        write(place, re.sub(rb"ms\.contentlocale: .*", b"ms.contentlocale: " + locale.encode(), path.read_bytes()))
        return f"{self.name(path)} is copied to {locale}"

    def edit_rename(self, random):
        """In one locale, or in all."""
        path = random.choice(self.articles())
        locale, *parts = path.relative_to(self.content).parts
        name = "/".join(parts)
        new = random.choice(["moved/", "a-", "Z"]) + name if random.random() < 0.7 else "index.md"
        locales = self.locales() if random.random() < 0.5 else [locale]
        moved = [one for one in locales if (self.content / one / name).is_file() and not (self.content / one / new).exists()]
        for one in moved:
            (self.content / one / new).parent.mkdir(parents=True, exist_ok=True)
            (self.content / one / name).rename(self.content / one / new)
        return f"{name} is {new} in {', '.join(moved)}" if moved else None

    def edit_exchange(self, random):
        """Two articles change their places, and keep their times and sizes."""
        first, second = random.sample(self.articles(), 2)
        aside = self.root / "aside"
        first.rename(aside)
        second.rename(first)
        aside.rename(second)
        return f"{self.name(first)} and {self.name(second)} are exchanged"

    def edit_remove(self, random):
        if len(self.articles()) < 20:
            return None
        path = random.choice(self.articles())
        locale, *parts = path.relative_to(self.content).parts
        for one in self.locales() if random.random() < 0.3 else [locale]:
            (self.content / one).joinpath(*parts).unlink(missing_ok=True)
        return f"{self.name(path)} is removed"

    def edit_copy(self, random):
        """The same text at another place: equal hashes, titles and units."""
        path = random.choice(self.articles())
        place = path.with_name("copy-of-" + path.name)
        write(place, path.read_bytes())
        return f"{self.name(path)} is copied"

    def edit_case_twin(self, random):
        path = random.choice(self.articles())
        place = path.with_name(path.name.swapcase() if random.random() < 0.3 else path.name.capitalize())
        if place.exists():
            return None
        write(place, path.read_bytes())
        return f"{self.name(place)} is new beside {path.name}"

    def edit_invalid(self, random):
        """An article that has no page any more."""
        path = random.choice(self.articles())
        self.valid[path] = path.read_bytes()
        write(path, random.choice([b"\xff\xfe# T\n", b"# T\n\n" + b"> " * 3000 + b"x\n", b"", b"---\na: [\n---\n# T\n", b"---\na: &x b\n---\n# T\n"]))
        return f"{self.name(path)} is invalid"

    def edit_valid(self, random):
        if not self.valid:
            return None
        path = random.choice(sorted(self.valid))
        write(path, self.valid.pop(path))
        return f"{self.name(path)} is valid again"

    def edit_link_on_disk(self, random):
        """An article becomes a link to another one, to nothing, or out of the content."""
        path, other = random.sample(self.articles(), 2)
        path.unlink()
        path.symlink_to(random.choice([other, path.with_name("nothing"), self.public / "a.txt"]))
        return f"{self.name(path)} is a link"

    # Locales, lists, pictures, other files.

    def edit_add_locale(self, random):
        missing = [locale for locale in LOCALES if locale not in self.locales()]
        if not missing:
            return None
        for path in random.sample(self.articles("nb-NO") or self.articles(), 6):
            name = path.relative_to(self.content / path.relative_to(self.content).parts[0])
            text = path.read_bytes().replace(b"ms.contentlocale: nb-NO", b"ms.contentlocale: " + missing[0].encode())
            write(self.content / missing[0] / name, text)
        return f"{missing[0]} is new"

    def edit_remove_locale(self, random):
        if len(self.locales()) < 4:
            return None
        locale = random.choice(self.locales()[2:])
        shutil.rmtree(self.content / locale)
        return f"{locale} is removed"

    def edit_table(self, random):
        path = self.content / random.choice(self.locales()) / random.choice(["TOC.yml", "TOC.yml", "toc.yml"])
        items = [item.relative_to(path.parent).as_posix() for item in random.sample(self.articles(path.parent.name), k=min(5, len(self.articles(path.parent.name))))]
        lines = "".join(f"  - href: {item}\n" for item in [*items, *random.choice([[], ["gone.md"]])])
        if path.exists() and random.random() < 0.3:
            path.unlink()
            return f"{self.name(path)} is removed"
        write(path, random.choice([f"- name: {random.choice(WORDS)}\n  items:\n{lines}", "- name: [\n", lines.replace("  -", "-")]).encode())
        return f"{self.name(path)} is another one"

    def edit_picture(self, random):
        path = self.content / random.choice(self.locales()) / random.choice(["media/a.png", "media/b.png", "commands/c.png", "d.svg"])
        if path.exists() and random.random() < 0.4:
            path.unlink()
            return f"{self.name(path)} is removed"
        write(path, random.choice(PICTURES))
        return f"{self.name(path)} is another picture"

    def edit_show_picture(self, random):
        link = random.choice(["![a](media/a.png)", "![b](media/b.png)", "![c](c.png)", "![d](../d.svg)", "![e](/media/a.png)"])
        return self.change(random, r"\.\n\n", lambda match: f".\n\n{link}\n\n")

    def edit_public(self, random):
        path = (self.public if random.random() < 0.8 else self.root / "Other") / random.choice(["a.txt", "deep/b.txt", "contact.html", ".hidden", "404.html", "assets/x.css"])
        if path.exists() and random.random() < 0.5:
            path.unlink()
            return f"{self.name(path)} is removed"
        write(path, f"{random.choice(WORDS)}\n".encode())
        return f"{self.name(path)} is another file"

    def edit_redirections(self, random):
        path = random.choice([self.content, self.root]) / ".openpublishing.redirection.json"
        if path.exists() and random.random() < 0.5:
            path.unlink()
            return f"{self.name(path)} is removed"
        entries = [{"source_path": f"nb-NO/gone/{number}.md", "redirect_url": random.choice(["/nb-NO/lookup", "https://example.com/", "lookup"])}
                   for number in range(random.randrange(1, 4))]
        write(path, json.dumps({"redirections": entries}).encode())
        return f"{self.name(path)} has {len(entries)} entries"

    def edit_owner_file(self, random):
        name, text = random.choice([("own.css", "p{color:#%03d}\n"), ("header.html", "<p>Header %d</p>\n"), ("footer.html", "<p>Footer <b>%d</b></p>\n"),
                                    ("header.html", "<script>%d</script>\n"), ("terms.csv", "term,nb-NO\nstatus,%d\naccount,konto\n"), ("logo.png", "%d")])
        write(self.content / name, (text % random.randrange(100, 1000)).encode())
        return f"{name} is another one"

    # The configuration.

    def edit_configuration(self, random):
        key = random.choice([*sorted(CONFIGURATIONS), "locales"])
        if key in self.settings and random.random() < 0.4:
            del self.settings[key]
        elif key == "locales":
            self.settings[key] = random.sample(self.locales(), len(self.locales()))
        else:
            self.settings[key] = random.choice(CONFIGURATIONS[key])
        self.write_settings()
        return f"{key} is {self.settings.get(key)}"

    def edit_wrong_configuration(self, random):
        key = random.choice(sorted(WRONG))
        self.settings[key] = WRONG[key]
        self.write_settings()
        return f"{key} is {WRONG[key]}, which is wrong"

    def edit_no_configuration(self, random):
        if not (self.content / "hjelp.yml").exists() or random.random() < 0.5:
            return None
        (self.content / "hjelp.yml").unlink()
        self.settings = {}
        return "hjelp.yml is removed"

    # Times.

    def edit_touch(self, random):
        path = random.choice(self.articles())
        os.utime(path)
        return f"{self.name(path)} is touched"

    def edit_unseen(self, random):
        """A change that leaves size and time of the file."""
        path = random.choice(self.articles())
        data, status = bytearray(path.read_bytes()), path.stat()
        letters = [at for at, byte in enumerate(data) if 0x61 <= byte <= 0x7A]
        if not letters:
            return None
        at = random.choice(letters)
        data[at] = 0x61 + (data[at] - 0x60) % 26
        if random.random() < 0.5:
            with path.open("r+b") as file:
                file.write(data)
        else:
            write(path, bytes(data))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        return f"byte {at} of {self.name(path)} is another one, with the size and time of before"

    def edit_nothing(self, random):
        return "nothing"

    def edit_undo(self, random):
        """All as it was some edits ago; the files have the times of then, or new ones."""
        if len(self.history) < 3:
            return None
        steps = random.randrange(2, min(12, len(self.history)) + 1)
        keeps_times = random.random() < 0.5
        self.restore(self.history[-steps], keeps_times)
        return f"all is as it was {steps} edits ago, with {'old' if keeps_times else 'new'} times"


def write(path, data):
    """A new file in the place of the old one, as editors make it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(".new")
    beside.write_bytes(data)
    beside.replace(path)
