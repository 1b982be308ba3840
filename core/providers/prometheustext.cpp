// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/prometheustext.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

//! Reads one line from its left end; each function says whether it found what it names.
class LineReader
{
public:
    explicit LineReader(QByteArrayView line)
        : m_rest(line)
    {
    }

    void skipBlanks()
    {
        while (!m_rest.isEmpty() && isBlank(m_rest.front()))
            m_rest = m_rest.sliced(1);
    }
    bool isAtEnd() const { return m_rest.isEmpty(); }
    bool isAt(char c) const { return !m_rest.isEmpty() && m_rest.front() == c; }
    bool take(char c)
    {
        if (!isAt(c))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    //! [a-zA-Z_:][a-zA-Z0-9_:]*; labels have no colon.
    QByteArrayView takeName(bool colon)
    {
        qsizetype end = 0;
        while (end < m_rest.size()
               && (isLetter(m_rest[end]) || (colon && m_rest[end] == ':')
                   || (end > 0 && isDigit(m_rest[end]))))
            ++end;
        return takeFirst(end);
    }
    //! "…" with \\, \" and \n; without its quotes.
    std::optional<QByteArrayView> takeQuoted()
    {
        if (!take('"'))
            return {};
        for (qsizetype i = 0; i < m_rest.size(); ++i) {
            if (m_rest[i] == '"') {
                const QByteArrayView text = m_rest.first(i);
                m_rest = m_rest.sliced(i + 1);
                return text;
            }
            if (m_rest[i] != '\\')
                continue;
            ++i;
            if (i == m_rest.size() || !QByteArrayView("\\\"n").contains(m_rest[i]))
                return {};
        }
        return {};
    }
    //! Up to the next blank.
    QByteArrayView takeWord()
    {
        const auto end = std::find_if(m_rest.begin(), m_rest.end(), isBlank);
        return takeFirst(end - m_rest.begin());
    }
    QByteArrayView rest() const { return m_rest; }

private:
    QByteArrayView takeFirst(qsizetype size)
    {
        const QByteArrayView text = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return text;
    }

    QByteArrayView m_rest;
};

//! A number as Go's ParseFloat takes it, without its hexadecimal and underscored forms.
std::optional<double> number(QByteArrayView word)
{
    if (word == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (word == "+Inf" || word == "Inf")
        return std::numeric_limits<double>::infinity();
    if (word == "-Inf")
        return -std::numeric_limits<double>::infinity();
    const bool isPlain = std::all_of(word.begin(), word.end(), [](char c) {
        return isDigit(c) || QByteArrayView("+-.eE").contains(c);
    });
    bool ok = false;
    const double value = isPlain ? word.toByteArray().toDouble(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

//! name="value",… up to the closing brace, which is taken.
bool takeLabels(LineReader &line)
{
    for (;;) {
        line.skipBlanks();
        if (line.take('}'))
            return true;
        if (line.takeName(false).isEmpty())
            return false;
        line.skipBlanks();
        if (!line.take('='))
            return false;
        line.skipBlanks();
        if (!line.takeQuoted())
            return false;
        line.skipBlanks();
        if (!line.take(',') && !line.isAt('}'))
            return false;
    }
}

//! Behind the value: nothing, a time stamp, an exemplar.
bool isGoodEnd(LineReader line)
{
    line.skipBlanks();
    if (!line.isAtEnd() && !line.isAt('#') && !number(line.takeWord()))
        return false;
    line.skipBlanks();
    return line.isAtEnd() || line.isAt('#');
}

std::optional<MetricSample> readSample(LineReader line)
{
    MetricSample sample;
    sample.name = line.takeName(true);
    if (sample.name.isEmpty())
        return {};
    line.skipBlanks();
    if (line.take('{')) {
        const QByteArrayView before = line.rest();
        if (!takeLabels(line))
            return {};
        sample.labels = before.first(before.size() - line.rest().size() - 1);
        line.skipBlanks();
    }
    const auto value = number(line.takeWord());
    if (!value || !isGoodEnd(line))
        return {};
    sample.value = *value;
    return sample;
}

Error brokenLine(int number)
{
    return {ErrorCode::InvalidArgument, u"line %1 is no metric"_s.arg(number)};
}

} // namespace

std::optional<QByteArrayView> MetricSample::label(QByteArrayView wanted) const
{
    LineReader line(labels);
    for (;;) {
        line.skipBlanks();
        const QByteArrayView found = line.takeName(false);
        line.skipBlanks();
        line.take('=');
        line.skipBlanks();
        const auto text = line.takeQuoted();
        if (found.isEmpty() || !text)
            return {};
        if (found == wanted)
            return text;
        line.skipBlanks();
        line.take(',');
    }
}

Result<void> readPrometheus(QByteArrayView page,
                            const std::function<void(const MetricSample &)> &take,
                            const MetricLimits &limits)
{
    if (page.size() > limits.bytes)
        return Error{ErrorCode::LimitExceeded, u"the metrics page is too long"_s};
    int samples = 0;
    for (int row = 1; !page.isEmpty(); ++row) {
        const qsizetype end = page.indexOf('\n');
        QByteArrayView text = end < 0 ? page : page.first(end);
        page = end < 0 ? QByteArrayView() : page.sliced(end + 1);
        if (text.endsWith('\r'))
            text.chop(1);
        if (text.size() > limits.line)
            return Error{ErrorCode::LimitExceeded, u"line %1 is too long"_s.arg(row)};
        LineReader line(text);
        line.skipBlanks();
        if (line.isAtEnd() || line.isAt('#'))
            continue;
        if (++samples > limits.samples)
            return Error{ErrorCode::LimitExceeded, u"the metrics page has too many lines"_s};
        const auto sample = readSample(line);
        if (!sample)
            return brokenLine(row);
        take(*sample);
    }
    return {};
}

} // namespace Gatehouse::Providers
