// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/snapshot.h"

namespace Gatehouse::Gateway {

struct Admission;
class Attempt;
struct Published;

//! How well the tokens of a prompt are known.
enum class PromptKnowledge {
    Rough,   //!< the scan's guess from bytes
    Learned, //!< that by the model's usual factor, or counted in part
    Counted, //!< every token, by the model's own tokenizer
};

//! Looks at the prompt of \a admission more closely, once: counts it where the tokenizer of \a
//! target's model is public, else takes what settled requests have taught. For requests where
//! something depends on it; costs up to a few milliseconds. True: the number has changed.
bool refinePrompt(Admission &admission, const Config::Target &target);
//! The same for the first target of its route.
bool refinePrompt(Admission &admission);

//! The rough number may be on the wrong side of \a bound, when \a more comes on top.
bool isNear(const Admission &admission, qint64 bound, qint64 more = 0);

//! Bytes of an answer's text to a token, as the provider's model usually has them.
double bytesPerToken(const Published &published, const Attempt &attempt);
//! What the whole answer of \a attempt counts as, where its provider does not say: by the model's
//! own tokenizer where it is public, else by what is usual.
qint64 answerTokens(const Published &published, const Attempt &attempt);

} // namespace Gatehouse::Gateway
