# SPDX-License-Identifier: MIT
"""Check a built site: python3 docs/site/links.py FOLDER

Every link inside it leads to a page and an anchor that are there, and nothing is fetched from elsewhere when a page is
read.
"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.fetched, self.anchors = [], [], {""}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.anchors.update(attributes[name] for name in ("id", "name") if attributes.get(name))
        if tag == "a" and attributes.get("href"):
            self.links.append(attributes["href"])
        elif tag == "link" and attributes.get("rel") != "canonical" and attributes.get("href"):
            self.fetched.append(attributes["href"])
        elif attributes.get("src"):
            self.fetched.append(attributes["src"])


def main(folder):
    pages = {file: Page(file.read_text()) for file in sorted(folder.rglob("*.html"))}
    complaints, checked = [], 0
    for file, page in pages.items():
        name = file.relative_to(folder)
        for link in page.links + page.fetched:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                if link in page.fetched and parts.scheme != "data":
                    complaints.append(f"{name} fetches {link}")
                continue
            checked += 1
            path = unquote(parts.path)
            base = folder if path.startswith("/") else file.parent
            target = (base / path.lstrip("/")).resolve() if path else file
            target = target / "index.html" if target.is_dir() else target
            if not target.exists():
                complaints.append(f"{name} points to {link}, which is not there")
            elif target in pages and unquote(parts.fragment) not in pages[target].anchors:
                complaints.append(f"{name} points to {link}, whose anchor is not there")
    print("\n".join(complaints[:50]))
    print(f"{len(pages)} pages, {checked} links, {len(complaints)} wrong")
    return 1 if complaints or not pages else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
