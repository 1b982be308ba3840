// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Ui {

//! One turn of a conversation, for reading.
struct SpokenTurn {
    QString speaker; //!< "user", "system", "assistant", as the request says
    QString text;

    bool operator==(const SpokenTurn &) const = default;
};

//! What a request says, in the formats of OpenAI, Anthropic, Gemini and Ollama; empty when it says
//! nothing that can be read so. A text that was cut off cannot.
QList<SpokenTurn> spokenRequest(const QString &body);
//! What an answer says, whole or as a stream of events or lines; also of one that was cut off.
QString spokenAnswer(const QString &body);

} // namespace Gatehouse::Ui
