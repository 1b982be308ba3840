// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <QtCore/QStringDecoder>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

Error atLine(int line, const QString &detail)
{
    return {ErrorCode::InvalidArgument, detail, u"line %1"_s.arg(line)};
}

QChar separatorOf(QStringView text)
{
    const qsizetype end = text.indexOf(u'\n');
    const QStringView head = end < 0 ? text : text.first(end);
    return head.count(u';') > head.count(u',') ? u';' : u',';
}

//! Walks over the text by characters.
class CsvReader
{
public:
    CsvReader(QStringView text, const CsvBounds &bounds)
        : m_text(text)
        , m_bounds(bounds)
        , m_separator(separatorOf(text))
    {
    }
    Result<QList<CsvRow>> read();

private:
    Result<QString> cell();
    Result<QString> quoted();
    bool atEnd() const { return m_at >= m_text.size(); }
    bool atRowEnd() const { return atEnd() || m_text[m_at] == u'\n'; }

    QStringView m_text;
    const CsvBounds &m_bounds;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

Result<QString> CsvReader::quoted()
{
    const int begin = m_line;
    QString text;
    for (++m_at; !atEnd(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'\n')
            ++m_line;
        if (c != u'"') {
            text += c;
            continue;
        }
        ++m_at;
        if (atEnd() || m_text[m_at] != u'"')
            return text;
        text += c;
    }
    return atLine(begin, u"a quotation mark is opened and never closed"_s);
}

Result<QString> CsvReader::cell()
{
    if (!atEnd() && m_text[m_at] == u'"') {
        Result<QString> text = quoted();
        if (text && !atRowEnd() && m_text[m_at] != m_separator)
            return atLine(m_line, u"something follows a closing quotation mark"_s);
        return text;
    }
    const qsizetype begin = m_at;
    while (!atRowEnd() && m_text[m_at] != m_separator)
        ++m_at;
    return m_text.sliced(begin, m_at - begin).trimmed().toString();
}

Result<QList<CsvRow>> CsvReader::read()
{
    QList<CsvRow> rows;
    while (!atEnd()) {
        CsvRow row{.line = m_line, .cells = {}};
        for (;;) {
            Result<QString> text = cell();
            if (!text)
                return text.error();
            row.cells.append(*std::move(text));
            if (row.cells.size() > m_bounds.columns)
                return atLine(m_line, u"has more than %1 columns"_s.arg(m_bounds.columns));
            if (atRowEnd())
                break;
            ++m_at; // the separator
        }
        ++m_at; // the end of the line
        ++m_line;
        if (row.cells.size() > 1 || !row.cells.first().isEmpty())
            rows.append(std::move(row));
        if (rows.size() > m_bounds.rows)
            return atLine(m_line, u"the file has more than %1 rows"_s.arg(m_bounds.rows));
    }
    return rows;
}

} // namespace

QByteArray csvCell(QString text)
{
    static constexpr QStringView formulaStarts = u"=+-@\t\r";
    if (!text.isEmpty() && formulaStarts.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
    return text.toUtf8();
}

Result<QList<CsvRow>> readCsv(const QByteArray &text, const CsvBounds &bounds)
{
    if (text.size() > bounds.bytes)
        return Error{ErrorCode::LimitExceeded,
                     u"the file is larger than %1 MiB"_s.arg(bounds.bytes / (1024 * 1024)),
                     u"line 1"_s};
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString decoded = decoder(text);
    if (decoder.hasError())
        return atLine(1, u"the file is not UTF-8 text; export it as CSV"_s);
    decoded.replace(u"\r\n"_s, u"\n"_s);
    return CsvReader(decoded, bounds).read();
}

} // namespace Gatehouse
