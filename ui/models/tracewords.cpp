// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tracewords.h"

#include "core/api/documents/scope.h"
#include "ui/models/alertwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct TraceWords {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::TraceWords)
};

const QHash<QString, const char *> &stepNames()
{
    static const QHash<QString, const char *> all{
        {u"body"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Request body")},
        {u"key"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Key")},
        {u"route"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Route")},
        {u"previous response"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Earlier response")},
        {u"needs"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "What it needs")},
        {u"retired"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Retired route")},
        {u"rule"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Rule")},
        {u"set"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Fields set by the route")},
        {u"prompt limit"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Prompt limit")},
        {u"provider"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Provider")},
        {u"limits"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Limits")},
        {u"budgets"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Budgets")},
        {u"tokens"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Tokens")},
        {u"count"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Token count")},
        {u"load"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Model loading")},
        {u"translate"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Translation")},
        {u"trial"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Trial")},
        {u"retry"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Second attempts")},
        {u"queue"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Waiting")},
        {u"hedge"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Second provider")},
        {u"slow_stream"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Slow stream")},
        {u"token"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Access token")},
        {u"engine"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Engine")},
        {u"image"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Image")},
        {u"fit"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Targets")},
        {u"order"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "Order")},
    };
    return all;
}

//! As the engine writes them, what differs from request to request as %1 and %2. The first that
//! matches wins, so that a narrow one stands before a wide one.
constexpr std::array sentences{
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "first in the declared order"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "fallback route \"%1\""),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "declared later"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords",
                      "fewest in flight for its weight (%1 at weight %2)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords",
                      "behind by load or by weighted chance (%1 in flight at weight %2)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "least load for its capacity (%1 at weight %2)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords",
                      "behind by load or by weighted chance (load %1 at weight %2)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords",
                      "the faster of two drawn (first token after %1 ms)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "the faster of two drawn (no time known yet)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "slower or not drawn (first token after %1 ms)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "slower or not drawn (no time known yet)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords",
                      "drawn to learn how fast it is (first token after %1 ms)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords",
                      "drawn to learn how fast it is (no time known yet)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "lowest expected price for this request (%1)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "higher expected price for this request (%1)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "no price is known"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "what the request belongs to is kept here"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "what the request belongs to is kept elsewhere"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "on trial for %1 % of the requests"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "has more than its part of the load (%1)"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "just back, takes only a part of its share"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "one trial after a rest"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "at its limit of %1 in flight"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "resting for %1 s after failures"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "does not do what the request asks for"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "the model takes no tools"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "the model takes no images"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "the model gives no structured output"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "the model takes no audio"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords",
                      "the request is larger than the %1 tokens it takes"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "outside the allowed regions"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "the key or its team may not use it"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "left out by a rule"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "weight 0, takes nothing new"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "the provider is paused"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "no usable credential"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "any key"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "spending is paused"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "%1 is used up: to %2"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "%1 may not call %2"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "kept by %1"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "%1: denied"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "%1: only some targets"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "%1: to %2"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "counted: %1"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "estimated: %1"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "%1 of %2 tokens"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "waited %1 ms for %2"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "%1 is late, %2 is asked too"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "the route's extra cost is used up"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "the retry budget of provider '%1' is used up"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "by the gateway: no target counts tokens"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords",
                      "answered here: the provider's models are always ready"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "refused; tried again with a new one"),
    QT_TRANSLATE_NOOP("Gatehouse::Ui::TraceWords", "waits until the engine is awake"),
};

struct Pattern {
    QRegularExpression expression;
    const char *sentence;
};

QRegularExpression expressionOf(const char *sentence)
{
    QString pattern = QRegularExpression::escape(QString::fromLatin1(sentence));
    for (const QString &place : {u"%1"_s, u"%2"_s})
        pattern.replace(QRegularExpression::escape(place), "(.+?)"_L1);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

const QList<Pattern> &patterns()
{
    static const QList<Pattern> all = [] {
        QList<Pattern> made;
        for (const char *sentence : sentences)
            made.append({expressionOf(sentence), sentence});
        return made;
    }();
    return all;
}

} // namespace

QString traceStep(const QString &name)
{
    const char *known = stepNames().value(name);
    return known ? TraceWords::tr(known) : name;
}

QString traceText(const QString &text)
{
    for (const Pattern &pattern : patterns()) {
        const QRegularExpressionMatch match = pattern.expression.match(text);
        if (!match.hasMatch())
            continue;
        QString words = TraceWords::tr(pattern.sentence);
        if (match.lastCapturedIndex() == 2)
            return words.arg(match.captured(1), match.captured(2));
        return match.lastCapturedIndex() == 1 ? words.arg(match.captured(1)) : words;
    }
    return text;
}

QString stepText(const QString &step, const QString &text)
{
    const bool namesScope = step == "budgets"_L1 || step == "limits"_L1;
    return namesScope && Api::parseScope(text) ? alertScope(text) : traceText(text);
}

} // namespace Gatehouse::Ui
