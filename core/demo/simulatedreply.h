// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/dice.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <vector>

namespace Gatehouse::Demo {

//! What a request to a simulated provider asks for.
struct SimulatedRequest {
    QString model;
    QString lastWords; //!< the newest message's text, shortened
    bool streamed = false;
    bool wantsUsage = true; //!< OpenAI: stream_options.include_usage
    qint64 promptTokens = 0;
    qint64 maxTokens = 0; //!< 0: no limit

    //! Reads the members both dialects have in common.
    static SimulatedRequest read(const QJsonObject &body, qsizetype bytes);
};

//! The answer of a simulated provider in its dialect: the whole body, or the events of a stream.
struct SimulatedReply {
    QByteArray whole;
    std::vector<QByteArray> head;   //!< events before the first word
    std::vector<QByteArray> pieces; //!< one event per word or two
    std::vector<QByteArray> tail;   //!< usage and end
    qint64 tokens = 0;
};

//! Says that it is simulated, repeats what was asked, and goes on for about \a tokens tokens.
QStringList simulatedWords(const SimulatedRequest &request, qint64 tokens, Dice &dice);

SimulatedReply openAiReply(const SimulatedRequest &request, const QStringList &words,
                           const QString &id, qint64 time);
SimulatedReply anthropicReply(const SimulatedRequest &request, const QStringList &words,
                              const QString &id);

//! {"data": [{"id": …}]} as both dialects list models.
QByteArray modelListBody(const QStringList &models);
//! An error in the dialect's own shape.
QByteArray errorBody(bool anthropic, int status);

} // namespace Gatehouse::Demo
