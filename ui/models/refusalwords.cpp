// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/refusalwords.h"

#include "ui/models/alertwords.h"
#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct RefusalWords {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::RefusalWords)
};

//! "team 'support'" as "Team support", "the gateway" as "Whole gateway".
QString scopeOf(const QString &words)
{
    const QString kind = words.section(u" '"_s, 0, 0);
    const QString name = words.section(u" '"_s, 1).chopped(words.endsWith(u'\'') ? 1 : 0);
    return alertScope(name.isEmpty() ? u"gateway"_s : QString(kind + u':' + name));
}

//! "$179.98", as the engine writes dollars.
QString moneyOf(const QString &dollars)
{
    constexpr double nanoPerDollar = 1e9;
    return Format::money(qRound64(dollars.mid(1).toDouble() * nanoPerDollar));
}

//! Of a budget: the engine's words in core/gateway/spendwords.cpp.
QString budgetText(const QString &detail)
{
    static const QRegularExpression form(
        u"^The budget of (.+) is used up: (\\$[\\d.]+) of (\\$[\\d.]+) spent.*"
        "It resets at ([0-9T:.-]+Z)\\."_s);
    const QRegularExpressionMatch match = form.match(detail);
    if (!match.hasMatch())
        return {};
    const QDateTime resets = QDateTime::fromString(match.captured(4), Qt::ISODate).toLocalTime();
    return RefusalWords::tr("%1 has used %2 of %3. Requests are refused until %4.")
        .arg(scopeOf(match.captured(1)), moneyOf(match.captured(2)), moneyOf(match.captured(3)),
             Format::moment(resets));
}

QString limitText(const QString &detail)
{
    static const QRegularExpression form(
        u"^The limit of (.+) is reached: (\\d+) (requests per minute|tokens per minute|requests at "
        "a time)\\."_s);
    static const QHash<QString, const char *> sentences{
        {u"requests per minute"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::RefusalWords",
                           "%1 has reached its limit of %2 requests a minute.")},
        {u"tokens per minute"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::RefusalWords",
                           "%1 has reached its limit of %2 tokens a minute.")},
        {u"requests at a time"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::RefusalWords",
                           "%1 has reached its limit of %2 requests at a time.")}};
    const QRegularExpressionMatch match = form.match(detail);
    return match.hasMatch()
        ? RefusalWords::tr(sentences.value(match.captured(3)))
              .arg(scopeOf(match.captured(1)), Format::count(match.captured(2).toLongLong()))
        : QString();
}

} // namespace

QString refusalText(const QString &detail)
{
    const QString budget = budgetText(detail);
    const QString limit = budget.isEmpty() ? limitText(detail) : budget;
    return limit.isEmpty() ? detail : limit;
}

} // namespace Gatehouse::Ui
