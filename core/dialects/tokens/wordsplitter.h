// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace Gatehouse::Dialects {

//! How a vocabulary takes text apart before it merges pairs.
enum class WordRule {
    Cl100k, //!< GPT-4, GPT-3.5, the third embeddings
    O200k,  //!< GPT-4o and later
};

//! The length in bytes of the word that \a text (UTF-8, not empty) begins with: what the pattern of
//! the rule matches first. Written by hand, since the patterns need look-ahead and Unicode classes:
//!
//! Cl100k: '(?i:[sdmt]|ll|ve|re) | [^\r\n\p{L}\p{N}]?\p{L}+ | \p{N}{1,3}
//!         | ?[^\s\p{L}\p{N}]+[\r\n]* | \s*[\r\n]+ | \s+(?!\S) | \s+
//! O200k:  [^\r\n\p{L}\p{N}]?U*D+(?i:'s|'t|'re|'ve|'m|'ll|'d)?
//!         | [^\r\n\p{L}\p{N}]?U+D*(?i:'s|'t|'re|'ve|'m|'ll|'d)? | \p{N}{1,3}
//!         | ?[^\s\p{L}\p{N}]+[\r\n/]* | \s*[\r\n]+ | \s+(?!\S) | \s+
//!         with U = [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}] and D = [\p{Ll}\p{Lm}\p{Lo}\p{M}]
std::size_t firstWord(WordRule rule, std::string_view text);

} // namespace Gatehouse::Dialects
