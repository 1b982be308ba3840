// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"
#include "core/dialects/tokens/tokenizer.h"

namespace Gatehouse::Dialects {

//! Of longer texts some blocks are counted.
constexpr qsizetype mostPromptBytes = 64 * 1024;

struct PromptTokens {
    qint64 tokens = 0;
    //! Every token was counted. False: tools, pictures or files, which providers put into words of
    //! their own, or a text too long to be counted whole.
    bool isExact = false;

    bool operator==(const PromptTokens &) const = default;
};

//! What a prompt counts as, of a sound \a body of the client's \a format: the texts by \a tokenizer
//! and what chat templates add around messages. Of long texts about \a mostBytes are counted,
//! in blocks spread over them, so that no worker is held for more than a few milliseconds.
//! Nothing for formats that are not made of text.
std::optional<PromptTokens> countPrompt(Format format, QByteArrayView body,
                                        const Tokenizer &tokenizer,
                                        qsizetype mostBytes = mostPromptBytes);

//! What the words of a provider's whole answer count as, a 2xx \a body in \a format: by
//! \a tokenizer, else by \a bytesPerToken. What cannot be read counts with all its bytes.
qint64 countAnswer(Format format, QByteArrayView body, const Tokenizer *tokenizer,
                   double bytesPerToken);

} // namespace Gatehouse::Dialects
