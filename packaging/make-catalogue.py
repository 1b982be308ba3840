#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a table of public model prices into resources/prices/catalogue.json.

    packaging/make-catalogue.py prices.csv > resources/prices/catalogue.json

Run by a maintainer when the table changes, never by the build. The table has one row per
(provider, model): dollars per million tokens, context sizes, capabilities. The catalogue has whole
nano-dollars per million tokens. A price that is not known is left out, never written as zero:
requests for it are "unpriced". What is distrusted, and why, is the list RESOLUTIONS.

Catalogue: {"version": DATE, "providers": {PROVIDER: {MODEL: ENTRY}}}. An ENTRY may hold
  input output cache_read cache_write cache_write_1h reasoning audio_input audio_output
                                 nano-dollars per million tokens
  per_image per_second per_character per_query per_request
                                 nano-dollars each (per_character: per million characters)
  tiers                          [{"above": prompt tokens, "input": …, "output": …, …}], ascending
  mode context max_output capabilities deprecated
"""
import csv
import fnmatch
import json
import sys
from decimal import Decimal

VERSION = "2026-07-24"

# (provider, model pattern, reason): the row's prices are taken as unknown.
RESOLUTIONS = [
    ("bedrock", "eu.anthropic.claude-3-5-haiku-*", "0.25/1.25 is the older Haiku's price; others say 0.8/4"),
    ("vertex_ai", "claude-3-5-haiku*", "1/5; others say 0.8/4"),
    ("vertex_ai", "gemini-2.0-flash-001", "0.15/0.6; the same model is 0.1/0.4 elsewhere"),
    ("vertex_ai", "mistral-nemo@2407", "3/3 is far above any other offer"),
    ("vertex_ai", "text-embedding-preview-0409", "0.00625: per character taken for per token"),
    ("together_ai", "Qwen/Qwen3-235B-A22B-Instruct-2507-tput", "output 6.0 is ten times the sibling's"),
    ("sambanova", "Qwen2-Audio-7B-Instruct", "output 100: typing error"),
    ("bedrock", "amazon.titan-text-express-v1", "1.3/1.7; others say 0.2/0.6"),
    ("bedrock", "amazon.titan-text-lite-v1", "0.3/0.4; others say less"),
    ("bedrock", "*meta.llama3-1-70b-instruct-*", "0.99; others say 0.72"),
    ("bedrock", "*meta.llama3-2-11b-instruct-*", "0.35; others say 0.16"),
    ("bedrock", "*meta.llama3-2-90b-instruct-*", "2; others say 0.72"),
    ("bedrock", "mistral.mistral-large-2402-*", "8/24; others say 4/12"),
    ("bedrock", "qwen.qwen3-coder-480b-*", "0.22; others say 0.45"),
    ("fireworks_ai", "accounts/fireworks/models/gemma-3-27b-it", "0.9; others say 0.1"),
    ("together_ai", "mistralai/Mixtral-8x7B-Instruct-v0.1", "0.6; others say 0.9"),
    ("mistral", "codestral-latest", "1/3 is the older model's price; others say 0.3/0.9"),
    ("mistral", "mistral-small-latest", "0.06/0.18; others say 0.1/0.3"),
    ("anthropic", "claude-sonnet-5", "2/10 is said to be an introductory price of unknown end"),
    ("openai", "gpt-5.6-terra", "cut after the snapshot"),
    ("openai", "gpt-5.6-luna", "cut after the snapshot"),
    ("cohere", "embed-multilingual-light-v3.0", "100 is a thousand times its siblings' price"),
    # Zero as a placeholder for "not known".
    ("vertex_ai", "meta/llama*-maas", "zero is a placeholder"),
    ("bedrock", "anthropic.claude-mythos-preview", "zero is a placeholder"),
    ("openrouter", "openrouter/auto", "costs what the chosen model costs"),
    ("openrouter", "openrouter/bodybuilder", "zero is a placeholder"),
    ("fireworks_ai", "accounts/fireworks/models/fireworks-asr-*", "priced per audio minute"),
    ("fireworks_ai", "accounts/fireworks/models/qwen3-embedding-*", "zero is a placeholder"),
    ("fireworks_ai", "accounts/fireworks/models/qwen3-reranker-*", "zero is a placeholder"),
    ("nvidia_nim", "*rerank*", "zero is a placeholder"),
    ("gemini", "gemini-exp-*", "zero in one source, 0.3/2.5 in another"),
    ("gemini", "learnlm-*", "experimental; no published price"),
    ("perplexity", "pplx-*-online", "input zero because a fee per request is missing"),
    ("perplexity", "sonar-*-online", "input zero because a fee per request is missing"),
]

# Anthropic's own list: writes that live one hour cost twice the input price.
HOUR_WRITE_FACTOR = {"anthropic": 2}

# (provider, model pattern, (above so many prompt tokens, dollars per million tokens there)): the
# whole request is billed so. As other public lists restate the vendors' pages (compared in November
# 2026); where they say nothing of cache reads, these follow the input price. Of Claude only Sonnet 4
# and 4.5 have such a price.
GEMINI_3 = (200_000, {"input": "4", "output": "18", "cache_read": "0.4"})
SONNET_4 = (200_000, {"input": "6", "output": "22.5", "cache_read": "0.6", "cache_write": "7.5", "cache_write_1h": "12"})
TIERS = [
    ("gemini", "gemini-2.5-pro", (200_000, {"input": "2.5", "output": "15", "cache_read": "0.25"})),
    ("vertex_ai", "gemini-2.5-pro", (200_000, {"input": "2.5", "output": "15", "cache_read": "0.25"})),
    ("gemini", "gemini-3-pro-preview", GEMINI_3),
    ("vertex_ai", "gemini-3-pro-preview", GEMINI_3),
    ("gemini", "gemini-3.1-pro-preview*", GEMINI_3),
    ("vertex_ai", "gemini-3.1-pro-preview*", GEMINI_3),
    ("anthropic", "claude-sonnet-4-20250514", SONNET_4),
    ("anthropic", "claude-sonnet-4-5*", SONNET_4),
    ("openai", "gpt-5.4", (272_000, {"input": "5", "output": "22.5", "cache_read": "0.5"})),
    ("openai", "gpt-5.4-2026-03-05", (272_000, {"input": "5", "output": "22.5", "cache_read": "0.5"})),
    ("xai", "grok-4", (128_000, {"input": "6", "output": "30"})),
    ("xai", "grok-4-0709", (128_000, {"input": "6", "output": "30"})),
    ("xai", "grok-4-latest", (128_000, {"input": "6", "output": "30"})),
    ("xai", "grok-4.5*", (200_000, {"input": "4", "output": "12"})),
]

# What a picture costs, and by size and quality where it depends on them: dollars each.
PICTURES = {
    ("openai", "dall-e-2"): ("0.02", [
        ("256x256", "", "0.016"),
        ("512x512", "", "0.018"),
    ]),
    ("openai", "dall-e-3"): ("0.04", [
        ("1024x1792", "", "0.08"),
        ("1792x1024", "", "0.08"),
        ("", "hd", "0.08"),
        ("1024x1792", "hd", "0.12"),
        ("1792x1024", "hd", "0.12"),
    ]),
}

PRICES = [
    ("input", "input_usd_per_mtok"),
    ("output", "output_usd_per_mtok"),
    ("cache_read", "cache_read_usd_per_mtok"),
    ("cache_write", "cache_write_usd_per_mtok"),
]
SIZES = [("context", "max_input_tokens"), ("max_output", "max_output_tokens")]
CAPABILITIES = ["vision", "tools", "json_schema", "reasoning"]


def nano(dollars):
    value = Decimal(dollars) * 10**9
    if value != value.to_integral_value() or value < 0:
        sys.exit(f"{dollars}: not a whole number of nano-dollars")
    return int(value)


def distrusted(row, used):
    for index, (provider, pattern, _) in enumerate(RESOLUTIONS):
        if row["provider"] == provider and fnmatch.fnmatchcase(row["model"], pattern):
            used.add(index)
            return True
    return False


def tiers(row, tiered):
    for index, (provider, pattern, (above, prices)) in enumerate(TIERS):
        if row["provider"] == provider and fnmatch.fnmatchcase(row["model"], pattern):
            tiered.add(index)
            return [{"above": above} | {name: nano(price) for name, price in prices.items()}]
    return []


def entry(row, used, tiered):
    result = {}
    if not distrusted(row, used):
        for name, column in PRICES:
            if row[column]:
                result[name] = nano(row[column])
        factor = HOUR_WRITE_FACTOR.get(row["provider"])
        if factor and "cache_write" in result:
            result["cache_write_1h"] = factor * result["input"]
        if steps := tiers(row, tiered):
            result["tiers"] = steps
    if pictures := PICTURES.get((row["provider"], row["model"])):
        result["per_image"] = nano(pictures[0])
        result["pictures"] = [
            {name: word for name, word in (("size", size), ("quality", quality)) if word} | {"each": nano(each)}
            for size, quality, each in pictures[1]
        ]
    for name, column in SIZES:
        if row[column]:
            result[name] = int(row[column])
    capabilities = [name for name in CAPABILITIES if row["supports_" + name] == "true"]
    if capabilities:
        result["capabilities"] = capabilities
    if row["mode"] != "chat":
        result["mode"] = row["mode"]
    if row["deprecation_date"]:
        result["deprecated"] = row["deprecation_date"]
    return result


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: make-catalogue.py prices.csv > catalogue.json")
    providers, used, tiered = {}, set(), set()
    with open(sys.argv[1], newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            if row["model"] and not row["model"].endswith("/"):
                providers.setdefault(row["provider"], {})[row["model"]] = entry(row, used, tiered)
    for index, resolution in enumerate(RESOLUTIONS):
        if index not in used:
            sys.exit(f"{resolution[:2]}: matches no row")
    for index, tier in enumerate(TIERS):
        if index not in tiered:
            sys.exit(f"{tier[:2]}: matches no row")
    lines = []
    for provider in sorted(providers):
        models = providers[provider]
        body = ",\n".join(
            f"{json.dumps(model)}:{json.dumps(models[model], separators=(',', ':'))}"
            for model in sorted(models)
        )
        lines.append(f"{json.dumps(provider)}:{{\n{body}\n}}")
    print(f'{{"version":{json.dumps(VERSION)},"providers":{{\n' + ",\n".join(lines) + "\n}}")


main()
