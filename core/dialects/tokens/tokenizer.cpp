// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/tokens/tokenizer.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

//! Resources of a static library are dropped by the linker unless asked for; the macro needs the
//! global namespace.
static void initTokenResource()
{
    Q_INIT_RESOURCE(tokens);
}

namespace Gatehouse::Dialects {

namespace {

struct ModelRule {
    QByteArrayView begin; //!< of the model's name
    WordRule rule;
};

// platform.openai.com/docs and tiktoken/model.py; the more exact name stands first.
constexpr std::array modelRules{
    ModelRule{"gpt-4o", WordRule::O200k},
    ModelRule{"gpt-4.1", WordRule::O200k},
    ModelRule{"gpt-4.5", WordRule::O200k},
    ModelRule{"gpt-5", WordRule::O200k},
    ModelRule{"gpt-oss", WordRule::O200k},
    ModelRule{"chatgpt-4o", WordRule::O200k},
    ModelRule{"o1", WordRule::O200k},
    ModelRule{"o3", WordRule::O200k},
    ModelRule{"o4", WordRule::O200k},
    ModelRule{"gpt-4", WordRule::Cl100k},
    ModelRule{"gpt-3.5", WordRule::Cl100k},
    ModelRule{"gpt-35", WordRule::Cl100k}, // as Azure writes it
    ModelRule{"text-embedding-3", WordRule::Cl100k},
    ModelRule{"text-embedding-ada-002", WordRule::Cl100k},
    ModelRule{"davinci-002", WordRule::Cl100k},
    ModelRule{"babbage-002", WordRule::Cl100k},
};

} // namespace

std::unique_ptr<const Tokenizer> Tokenizer::builtIn(WordRule rule)
{
    initTokenResource();
    QFile file(rule == WordRule::O200k ? u":/tokens/o200k_base.ranks"_s
                                       : u":/tokens/cl100k_base.ranks"_s);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto pairs = BytePairs::read(qUncompress(file.readAll()));
    if (!pairs || pairs->size() == 0)
        return nullptr;
    return std::make_unique<const Tokenizer>(rule, *std::move(pairs));
}

qint64 Tokenizer::count(std::string_view text) const
{
    qint64 tokens = 0;
    while (!text.empty()) {
        const std::size_t end = firstWord(m_rule, text);
        tokens += m_pairs.count(text.substr(0, end));
        text.remove_prefix(end);
    }
    return tokens;
}

std::optional<WordRule> wordRuleOf(QByteArrayView model)
{
    if (const qsizetype slash = model.lastIndexOf('/'); slash >= 0)
        model = model.sliced(slash + 1);
    for (const QByteArrayView before : {QByteArrayView("ft:"), QByteArrayView("openai.")}) {
        if (model.startsWith(before))
            model = model.sliced(before.size());
    }
    for (const ModelRule &known : modelRules) {
        if (!model.startsWith(known.begin))
            continue;
        const char next = model.size() > known.begin.size() ? model[known.begin.size()] : '-';
        // "o1" and "o1-mini", not "o1x"; "gpt-4o-mini" and "gpt-4-turbo" end their names so too.
        if (next == '-' || next == ':' || next == '.' || next == '@')
            return known.rule;
    }
    return std::nullopt;
}

void TokenizerShelf::load(WordRule rule)
{
    Place &at = place(rule);
    std::call_once(at.once, [&at, rule] {
        at.tokenizer = Tokenizer::builtIn(rule);
        at.ready.store(at.tokenizer.get(), std::memory_order_release);
    });
}

void TokenizerShelf::want(WordRule rule)
{
    const std::scoped_lock lock(m_mutex);
    if (!place(rule).loading.joinable() && !find(rule))
        place(rule).loading = std::jthread([this, rule] { load(rule); });
}

const Tokenizer *TokenizerShelf::find(WordRule rule) const
{
    return m_places[static_cast<std::size_t>(rule)].ready.load(std::memory_order_acquire);
}

const Tokenizer *TokenizerShelf::of(QByteArrayView model) const
{
    const std::optional<WordRule> rule = wordRuleOf(model);
    return rule ? find(*rule) : nullptr;
}

} // namespace Gatehouse::Dialects
