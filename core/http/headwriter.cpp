// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/headwriter.h"

#include "core/base/bytes.h"
#include "core/http/grammar.h"
#include "core/http/message.h"

#include <algorithm>
#include <array>

namespace Gatehouse::Http {

namespace {

//! \a value in two digits.
void appendTwoDigits(QByteArray &out, qint64 value)
{
    out.append(static_cast<char>('0' + value / 10));
    out.append(static_cast<char>('0' + value % 10));
}

} // namespace

void appendStatusLine(QByteArray &out, int status)
{
    if (status == 200) {
        append(out, "HTTP/1.1 200 OK\r\n");
        return;
    }
    out.append("HTTP/1.1 ");
    appendNumber(out, status);
    out.append(' ');
    out.append(reasonPhrase(status));
    out.append("\r\n");
}

void appendRequestLine(QByteArray &out, QByteArrayView methodAndTarget)
{
    append(out, methodAndTarget);
    append(out, " HTTP/1.1\r\n");
}

void appendField(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    // One growth in place of four appends: this runs a dozen times per request.
    char *to = extended(out, name.size() + value.size() + 4);
    to = std::copy(name.begin(), name.end(), to);
    to = std::copy_n(": ", 2, to);
    char *const text = to;
    to = std::copy(value.begin(), value.end(), to);
    if (!isFieldText(value))
        std::replace_if(
            text, to, [](char c) { return !isIn(c, CharClass::Text); }, ' ');
    std::copy_n("\r\n", 2, to);
}

void appendField(QByteArray &out, QByteArrayView name, qint64 value)
{
    append(out, name);
    append(out, ": ");
    appendNumber(out, value);
    append(out, "\r\n");
}

QByteArrayView DateLine::at(WallTime now)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    if (second == m_second)
        return m_line;
    m_second = second;
    constexpr std::array<QByteArrayView, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<QByteArrayView, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(second);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(second - day);
    m_line.resize(0);
    m_line.append("Date: ");
    m_line.append(days.at(std::chrono::weekday(day).c_encoding()));
    m_line.append(", ");
    appendTwoDigits(m_line, static_cast<unsigned>(date.day()));
    m_line.append(' ');
    m_line.append(months.at(static_cast<unsigned>(date.month()) - 1));
    m_line.append(' ');
    appendNumber(m_line, static_cast<int>(date.year()));
    m_line.append(' ');
    appendTwoDigits(m_line, time.hours().count());
    m_line.append(':');
    appendTwoDigits(m_line, time.minutes().count());
    m_line.append(':');
    appendTwoDigits(m_line, time.seconds().count());
    m_line.append(" GMT\r\n");
    return m_line;
}

} // namespace Gatehouse::Http
