// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/paletteentry.h"

#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int wholeStart = 100; //!< the text begins with what was typed
constexpr int wordStart = 60;
constexpr int initials = 50;
constexpr int inside = 30;
constexpr int scattered = 10; //!< the letters stand in this order somewhere

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

bool matchesInitials(const QString &text, const QString &letters)
{
    qsizetype found = 0;
    for (qsizetype i = 0; i < text.size() && found < letters.size(); ++i)
        if (text.at(i).isLetterOrNumber() && startsWord(text, i)
            && text.at(i).toCaseFolded() == letters.at(found).toCaseFolded())
            ++found;
    return letters.size() > 1 && found == letters.size();
}

bool hasLettersInOrder(const QString &text, const QString &letters)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at, Qt::CaseInsensitive) + 1;
        if (at == 0)
            return false;
    }
    return letters.size() > 2;
}

int wordScore(const QString &text, const QString &word)
{
    if (text.startsWith(word, Qt::CaseInsensitive))
        return wholeStart;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive))
        if (startsWord(text, at))
            return wordStart;
    if (matchesInitials(text, word))
        return initials;
    if (text.contains(word, Qt::CaseInsensitive))
        return inside;
    return hasLettersInOrder(text, word) ? scattered : 0;
}

int textScore(const QString &text, const QStringList &words)
{
    if (text.isEmpty())
        return 0;
    int sum = 0;
    for (const QString &word : words) {
        const int score = wordScore(text, word);
        if (score == 0)
            return 0;
        sum += score;
    }
    return sum / int(words.size());
}

} // namespace

int paletteScore(const PaletteEntry &entry, const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return 1;
    // Where it stands helps to find it ("appearance theme"), the name counts more.
    const int byName = 2 * std::max(textScore(entry.name, words), textScore(entry.english, words));
    if (byName > 0)
        return byName;
    return textScore(QString(entry.name + u' ' + entry.english + u' ' + entry.where), words);
}

} // namespace Gatehouse::Ui
