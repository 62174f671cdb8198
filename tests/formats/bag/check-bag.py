"""Checks a serialised BagIt bag (RFC 8493) and shares no code with Emend.

Says `valid: N files` and exits with 0, or says what is wrong and exits with 1.
"""

import hashlib
import re
import sys
import zipfile


def fail(message):
    print(message)
    sys.exit(1)


def decoded(path):
    return re.sub("%(0A|0D|25)", lambda m: chr(int(m[1], 16)), path, flags=re.I)


def manifest(text):
    entries = {}
    for line in text.splitlines():
        digest, path = line.split(None, 1)
        path = decoded(path)
        if path in entries or path.startswith("/") or ".." in path.split("/"):
            fail(f"bad path {path!r}")
        entries[path] = digest
    return entries


archive = zipfile.ZipFile(sys.argv[1])
if archive.testzip() is not None:
    fail("damaged zip file")
names = archive.namelist()
bases = {name.split("/", 1)[0] for name in names}
if len(bases) != 1:
    fail(f"expected one base folder, found {sorted(bases)}")
base = bases.pop() + "/"
files = {name[len(base):]: archive.read(name) for name in names if not name.endswith("/")}
if len(files) != len(names):
    fail("a name occurs twice")
declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
if files.get("bagit.txt") != declaration.encode():
    fail("bad bagit.txt")
payload = {path for path in files if path.startswith("data/")}
for algorithm in ("sha256", "sha512"):
    listed = manifest(files[f"manifest-{algorithm}.txt"].decode())
    if set(listed) != payload:
        fail(f"manifest-{algorithm}.txt lists {set(listed) ^ payload}")
    tags = manifest(files[f"tagmanifest-{algorithm}.txt"].decode())
    others = {p for p in files if p not in payload and not p.startswith("tagmanifest-")}
    if set(tags) != others:
        fail(f"tagmanifest-{algorithm}.txt lists {set(tags) ^ others}")
    for path, digest in {**listed, **tags}.items():
        if hashlib.new(algorithm, files[path]).hexdigest() != digest:
            fail(f"{path} has another {algorithm}")
oxum = re.search(r"^Payload-Oxum: (\d+)\.(\d+)$", files["bag-info.txt"].decode(), re.M)
octets = sum(len(files[path]) for path in payload)
if oxum is None or (int(oxum[1]), int(oxum[2])) != (octets, len(payload)):
    fail("bad Payload-Oxum")
if any(info.date_time != (1980, 1, 1, 0, 0, 0) for info in archive.infolist()):
    fail("a file bears the hour")
print(f"valid: {len(payload)} files")
