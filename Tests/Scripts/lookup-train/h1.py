#!/usr/bin/env python3
"""A copy of a locale folder whose front-matter titles are the H1's targets.

    python3 h1.py FOLDER/LOCALE DESTINATION/LOCALE

The queries of the sets `retranslated-*` are front-matter titles, which another run of a machine
translation made from the source title of the H1; they are measured where they do not stand.
"""
import html
import json
import os
import re
import sys

HEADING = re.compile(
    r'^# .*?<span data-ttu-id="[^"]*">(.*?)</span><span class="sxs-lookup">', re.M | re.S)
TITLE = re.compile(r'^title:.*$', re.M)


def visible(text):
    text = re.sub(r'!?\[([^\]]*)\]\([^()]*\)', r'\1', text)
    text = re.sub(r'<[^>]+>', '', text)
    text = re.sub(r'\\([!-/:-@\[-`{-~])', r'\1', text).replace('**', '').replace('`', '')
    return html.unescape(re.sub(r'\s+', ' ', text)).strip()


source, destination = sys.argv[1:3]
changed = 0
for folder, _, names in os.walk(source):
    for name in names:
        path = os.path.join(folder, name)
        copy = os.path.join(destination, os.path.relpath(path, source))
        os.makedirs(os.path.dirname(copy), exist_ok=True)
        data = open(path, 'rb').read()
        if name.endswith('.md'):
            text = data.decode('utf-8')
            end = text.find('\n---', 3)
            heading = HEADING.search(text, max(end, 0))
            if text.startswith('---') and heading and visible(heading.group(1)):
                title = 'title: ' + json.dumps(visible(heading.group(1)), ensure_ascii=False)
                front, count = TITLE.subn(lambda _: title, text[:end], count=1)
                changed += count
                data = (front + text[end:]).encode('utf-8')
        with open(copy, 'wb') as file:
            file.write(data)
print(f'{changed} titles changed', file=sys.stderr)
