// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/commandtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::CommandText)
};

//! Stands on a line of its own as it is.
bool fitsLine(const QString &argument)
{
    return !argument.isEmpty() && argument == argument.trimmed() && !argument.contains(u'\n')
        && !argument.contains(u'\r');
}

QString quoted(QString argument)
{
    static const QRegularExpression plain(u"^[^\\s\"'\\\\]+$"_s);
    if (plain.match(argument).hasMatch())
        return argument;
    argument.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    argument.replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    return u"\"%1\""_s.arg(argument);
}

QChar escaped(QChar letter)
{
    if (letter == u'n')
        return u'\n';
    return letter == u'r' ? QChar(u'\r') : letter;
}

//! One line: words between blanks; '…' is as it stands, in "…" a backslash speaks of the next.
Result<QStringList> words(const QString &line)
{
    QStringList all;
    QString word;
    bool begun = false;
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar letter = line[i];
        if (quote == u'"' && letter == u'\\' && i + 1 < line.size()) {
            word += escaped(line[++i]);
        } else if (!quote.isNull()) {
            if (letter == quote)
                quote = QChar();
            else
                word += letter;
        } else if (letter == u'"' || letter == u'\'') {
            quote = letter;
            begun = true;
        } else if (!letter.isSpace()) {
            word += letter;
            begun = true;
        } else if (begun) {
            all.append(std::exchange(word, {}));
            begun = false;
        }
    }
    if (!quote.isNull())
        return Error{ErrorCode::InvalidArgument,
                     CommandText::tr("The quote %1 is not closed.").arg(quote)};
    if (begun)
        all.append(word);
    return all;
}

} // namespace

QString commandText(const QStringList &command)
{
    if (command.size() > 1 && std::all_of(command.cbegin(), command.cend(), fitsLine))
        return command.join(u'\n');
    QStringList line;
    for (const QString &argument : command)
        line.append(quoted(argument));
    return line.join(u' ');
}

Result<QStringList> parseCommand(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    return lines.size() == 1 ? words(lines.constFirst()) : lines;
}

} // namespace Gatehouse::Ui
