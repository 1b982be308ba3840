// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/passingmodel.h"

#include "core/dialects/jsontext.h"

#include <algorithm>

namespace Gatehouse::Dialects {

void PassingModel::feed(QByteArrayView bytes)
{
    const char *at = bytes.begin();
    while (at != bytes.end() && m_state != State::Over) {
        // The bulk of a large body is in long strings, images for one.
        if (m_state == State::String && !isCaptured())
            at = std::find_if(at, bytes.end(), [](char c) { return c == '"' || c == '\\'; });
        if (at != bytes.end())
            take(*at++);
    }
}

void PassingModel::take(char c)
{
    switch (m_state) {
    case State::Begin:
        if (c == '{') {
            m_depth = 1;
            m_state = State::Outside;
        } else if (!isJsonSpace(c)) {
            m_state = State::Over;
        }
        return;
    case State::Outside:
        takeOutside(c);
        return;
    case State::Escape:
        m_state = State::String;
        if (isCaptured() && m_text.size() <= longestName)
            m_text += c;
        return;
    case State::String:
        takeString(c);
        return;
    case State::Over:
        return;
    }
}

void PassingModel::takeOutside(char c)
{
    if (c == '"') {
        m_text.resize(0);
        m_state = State::String;
    } else if (c == ':' && m_depth == 1) {
        m_isValue = true;
    } else if (c == ',' && m_depth == 1) {
        m_isValue = m_isWanted = false;
    } else if (c == '{' || c == '[') {
        ++m_depth;
    } else if ((c == '}' || c == ']') && --m_depth == 0) {
        m_state = State::Over;
    }
}

void PassingModel::takeString(char c)
{
    if (c == '"') {
        m_state = State::Outside;
        if (m_depth == 1)
            endString();
        return;
    }
    if (c == '\\')
        m_state = State::Escape;
    if (isCaptured() && m_text.size() <= longestName)
        m_text += c;
}

void PassingModel::endString()
{
    if (!m_isValue) {
        m_isWanted = m_text == "model";
    } else if (m_isWanted) {
        if (m_text.size() <= longestName)
            m_model = unquoted(QByteArray('"' + m_text + '"'));
        m_state = State::Over;
    }
}

} // namespace Gatehouse::Dialects
