// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/tokens/bytepairs.h"
#include "core/dialects/tokens/wordsplitter.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace Gatehouse::Dialects {

//! Counts the tokens of texts exactly as OpenAI's models do. Immutable; any thread.
class Tokenizer
{
public:
    Tokenizer(WordRule rule, BytePairs pairs)
        : m_rule(rule)
        , m_pairs(std::move(pairs))
    {
    }
    //! Unpacks the ranks that come with the program: some 20 ms, 5 MB kept. Null when they cannot
    //! be read.
    static std::unique_ptr<const Tokenizer> builtIn(WordRule rule);

    //! Tokens of \a text, UTF-8. What looks like a special token is text like any other.
    qint64 count(std::string_view text) const;

private:
    WordRule m_rule;
    BytePairs m_pairs;
};

//! The public vocabulary that \a model counts by; nothing for models whose tokenizer is not public,
//! and for those of engines at home. Names with a vendor before them ("openai/gpt-4o",
//! "openai.gpt-oss-20b-1:0") and of fine tunings ("ft:gpt-4o-mini:…") are known by their model.
std::optional<WordRule> wordRuleOf(QByteArrayView model);

//! The tokenizers of one engine, each loaded once when it is first wanted, in a thread of its own:
//! nobody waits for it, until it is there tokens are estimated. Any thread.
class TokenizerShelf
{
public:
    TokenizerShelf() = default;
    //! Waits for what is being loaded.
    ~TokenizerShelf() = default;
    TokenizerShelf(const TokenizerShelf &) = delete;
    TokenizerShelf &operator=(const TokenizerShelf &) = delete;

    //! Begins to load it, unless that was done before.
    void want(WordRule rule);
    //! Loads it now, for tests and programs that have the time.
    void load(WordRule rule);
    //! Null as long as it is not there.
    const Tokenizer *find(WordRule rule) const;
    //! The tokenizer of \a model, null when there is none or not yet.
    const Tokenizer *of(QByteArrayView model) const;

private:
    struct Place {
        std::once_flag once;
        std::unique_ptr<const Tokenizer> tokenizer;
        std::atomic<const Tokenizer *> ready = nullptr;
        std::jthread loading; //!< last: joined before the others go
    };
    Place &place(WordRule rule) { return m_places[static_cast<std::size_t>(rule)]; }

    std::array<Place, 2> m_places;
    std::mutex m_mutex; //!< of the threads
};

} // namespace Gatehouse::Dialects
