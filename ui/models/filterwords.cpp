// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filterwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

QStringList splitFilter(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (!c.isSpace() || quoted) {
            word += c;
            continue;
        }
        if (!word.isEmpty())
            words.append(std::exchange(word, {}));
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

QString filterWord(const QString &field, const QString &value)
{
    const bool spaced =
        std::any_of(value.cbegin(), value.cend(), [](QChar c) { return c.isSpace(); });
    return spaced ? u"%1:\"%2\""_s.arg(field, value) : u"%1:%2"_s.arg(field, value);
}

QString withFilterWord(const QString &filter, const QStringList &fields, const QString &word)
{
    QStringList words;
    for (const QString &old : splitFilter(filter))
        if (!fields.contains(old.section(u':', 0, 0)))
            words.append(old);
    words.append(word);
    return words.join(u' ');
}

bool namesASpan(const QString &filter)
{
    const QStringList words = splitFilter(filter);
    return std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
        return word.startsWith("since:"_L1) || word.startsWith("id:"_L1)
            || word.startsWith("req_"_L1);
    });
}

} // namespace Gatehouse::Ui
