"""Writes inclusion.txt, consistency.txt and proofs.txt: RFC 9162 section 2.1 as recursion, by nothing of Paivand's code.

    python3 make.py          needs openssl 3 on the path, for Ed25519
"""
import base64, hashlib, os, struct, subprocess, tempfile

H = lambda b: hashlib.sha256(b).digest()
LEAVES = [bytes([i]) * (i + 1) for i in range(13)]


def split(n):
    k = 1
    while 2 * k < n:
        k *= 2
    return k


def root(d):
    if not d:
        return H(b"")
    if len(d) == 1:
        return H(b"\0" + d[0])
    k = split(len(d))
    return H(b"\1" + root(d[:k]) + root(d[k:]))


def path(m, d):
    if len(d) == 1:
        return []
    k = split(len(d))
    return path(m, d[:k]) + [root(d[k:])] if m < k else path(m - k, d[k:]) + [root(d[:k])]


def sub(m, d, whole):
    if m == len(d):
        return [] if whole else [root(d)]
    k = split(len(d))
    if m <= k:
        return sub(m, d[:k], whole) + [root(d[k:])]
    return sub(m - k, d[k:], False) + [root(d[:k])]


def flip(h, bit):
    return h[: bit // 8] + bytes([h[bit // 8] ^ (1 << bit % 8)]) + h[bit // 8 + 1 :]


def misshapen(p):
    yield "a hash too many at the end", p + [H(b"x")]
    yield "a hash too many at the beginning", [H(b"x")] + p
    if p:
        yield "the last hash missing", p[:-1]
        yield "the first hash missing", p[1:]
        yield "one bit of the first hash", [flip(p[0], 7)] + p[1:]
        yield "one bit of the last hash", p[:-1] + [flip(p[-1], 255)]
        yield "the last hash twice", p + p[-1:]
    if len(p) > 1:
        yield "two hashes exchanged", [p[1], p[0]] + p[2:]
        yield "backwards", p[::-1]


def row(*parts):
    return "|".join(str(x) for x in parts) + "\n"


hexes = lambda p: " ".join(h.hex() for h in p)
with open("inclusion.txt", "w") as out:
    for size in range(1, 14):
        d = LEAVES[:size]
        for i in range(size):
            p, leaf, r = path(i, d), H(b"\0" + d[i]), root(d)
            out.write(row("good", "", i, size, leaf.hex(), r.hex(), hexes(p)))
            if size in (1, 2, 7, 8, 13):
                for why, bad in misshapen(p):
                    out.write(row("bad", why, i, size, leaf.hex(), r.hex(), hexes(bad)))
                out.write(row("bad", "index is the size", size, size, leaf.hex(), r.hex(), hexes(p)))
                out.write(row("bad", "another root", i, size, leaf.hex(), flip(r, 0).hex(), hexes(p)))
                out.write(row("bad", "another leaf", i, size, flip(leaf, 9).hex(), r.hex(), hexes(p)))
                out.write(row("bad", "the entry's bytes for its leaf", i, size, H(d[i]).hex(), r.hex(), hexes(p)))
                if size > 1:
                    out.write(row("bad", "another index", (i + 1) % size, size, leaf.hex(), r.hex(), hexes(p)))
with open("consistency.txt", "w") as out:
    for new in range(1, 14):
        for old in range(1, new + 1):
            p, a, b = sub(old, LEAVES[:new], True), root(LEAVES[:old]), root(LEAVES[:new])
            out.write(row("good", "", old, new, a.hex(), b.hex(), hexes(p)))
            if new in (2, 7, 8, 13):
                for why, bad in misshapen(p):
                    out.write(row("bad", why, old, new, a.hex(), b.hex(), hexes(bad)))
                out.write(row("bad", "another older root", old, new, flip(a, 1).hex(), b.hex(), hexes(p)))
                out.write(row("bad", "another newer root", old, new, a.hex(), flip(b, 1).hex(), hexes(p)))
                if old < new:
                    out.write(row("bad", "the tree shrank", new, old, b.hex(), a.hex(), hexes(p)))


def sign(key, message):
    with tempfile.NamedTemporaryFile(delete=False) as f:
        f.write(message)
    done = subprocess.run(["openssl", "pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", f.name], capture_output=True, check=True)
    os.unlink(f.name)
    return done.stdout


def key(number):
    der = bytes.fromhex("302e020100300506032b657004220420") + bytes([number]) * 32
    f = tempfile.NamedTemporaryFile(delete=False, suffix=".der")
    f.write(der), f.close()
    public = subprocess.run(["openssl", "pkey", "-in", f.name, "-pubout", "-outform", "DER"], capture_output=True, check=True).stdout
    return f.name, public[-32:]


b64 = lambda b: base64.b64encode(b).decode()


def signature(name, kind, private, public, message, before=b""):
    number = H(name.encode() + b"\n" + bytes([kind]) + public)[:4]
    return "\u2014 %s %s\n" % (name, b64(number + before + sign(private, message))), "%s+%s+%s" % (name, number.hex(), b64(bytes([kind]) + public))


log, other, witness = key(1), key(2), key(3)
events = [b'{"number":%d}' % i for i in range(5)]
opening = lambda i: b"\1\3" + bytes([i]) * 32 + events[i]
entries = [b"\1\3" + H(b"paivand-entry/v1\n\3" + bytes([i]) * 32 + events[i]) for i in range(5)]


def note(d, origin="log.example/vectors", by=log, size=None):
    text = "%s\n%d\n%s\n" % (origin, size or len(d), b64(root(d)))
    line, vkey = signature(origin, 1, by[0], by[1], text.encode())
    at = struct.pack(">Q", 1790000000)
    cosigned = b"cosignature/v1\ntime 1790000000\n" + text.encode()
    coline, covkey = signature("witness.example/v", 4, witness[0], witness[1], cosigned, at)
    return text + "\n" + line + coline, vkey, covkey


def proof(i, d, extra, n, p=None, index=None):
    lines = "".join(b64(h) + "\n" for h in (path(i, d) if p is None else p))
    return "c2sp.org/tlog-proof@v1\nextra %s\nindex %d\n%s\n%s" % (b64(extra), i if index is None else index, lines, n)


signed, vkey, covkey = note(entries)
with open("proofs.txt", "w") as out:
    policy = "log %s\nwitness w %s\nquorum w\n" % (vkey, covkey)
    out.write(row("policy", "", b64(policy.encode())))
    for i in range(5):
        out.write(row("good", "", b64(proof(i, entries, opening(i), signed).encode())))
    bad = {
        "the opening of another entry": proof(2, entries, opening(3), signed),
        "the index of another entry": proof(2, entries, opening(2), signed, index=3),
        "an index beyond the log": proof(2, entries, opening(2), signed, index=5),
        "a hash missing": proof(2, entries, opening(2), signed, p=path(2, entries)[:-1]),
        "a hash too many": proof(2, entries, opening(2), signed, p=path(2, entries) + [H(b"")]),
        "a proof in a smaller tree": proof(2, entries[:4], opening(2), signed),
        "another key of the same name": proof(2, entries, opening(2), note(entries, by=other)[0]),
        "another log": proof(2, entries, opening(2), note(entries, origin="log.example/other", by=other)[0]),
        "another size under the signature": proof(2, entries, opening(2), signed.replace("\n5\n", "\n6\n")),
        "no cosignature": proof(2, entries, opening(2), "".join(signed.splitlines(True)[:-1])),
        "no log's signature": proof(2, entries, opening(2), "".join(l for l in signed.splitlines(True) if not l.startswith("\u2014 log"))),
        "an altered cosignature": proof(2, entries, opening(2), signed[:-8] + ("AAA" if signed[-8:-5] != "AAA" else "BBB") + signed[-5:]),
        "another version": proof(2, entries, opening(2), signed).replace("@v1", "@v2", 1),
        "an opening of another type": proof(2, entries, b"\1\1" + opening(2)[2:], signed),
        "an opening of a type that does not exist": proof(2, entries, b"\1\x7f" + opening(2)[2:], signed),
        "an opening of another version": proof(2, entries, b"\2" + opening(2)[1:], signed),
        "lines that end in CR LF": proof(2, entries, opening(2), signed).replace("\n", "\r\n"),
        "a leading zero": proof(2, entries, opening(2), signed).replace("index 2", "index 02"),
        "no opening": "\n".join(l for l in proof(2, entries, opening(2), signed).split("\n") if not l.startswith("extra")),
    }
    for why, text in bad.items():
        out.write(row("bad", why, b64(text.encode())))
