// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/tokens/wordsplitter.h"

#include <QtCore/QChar>

#include <array>

namespace Gatehouse::Dialects {

namespace {

enum Class : quint8 {
    Upper = 1, //!< Lu, Lt
    Lower = 2, //!< Ll
    Other = 4, //!< Lm, Lo: letters without case
    Mark = 8,
    Number = 16,
    Space = 32,
    Newline = 64, //!< CR and LF, which are spaces too
};
constexpr quint8 letter = Upper | Lower | Other;
constexpr quint8 mayBeginWord = Upper | Other | Mark;
constexpr quint8 mayEndWord = Lower | Other | Mark;

quint8 classOf(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Titlecase:
        return Upper;
    case QChar::Letter_Lowercase:
        return Lower;
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
        return Other;
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return Mark;
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
        return Number;
    default:
        if (c == '\r' || c == '\n')
            return Space | Newline;
        return QChar::isSpace(c) ? Space : 0;
    }
}

const std::array<quint8, 128> &asciiClasses()
{
    static const auto classes = [] {
        std::array<quint8, 128> table{};
        for (char32_t c = 0; c < table.size(); ++c)
            table[c] = classOf(c);
        return table;
    }();
    return classes;
}

//! One character of valid UTF-8; anything else counts byte by byte.
struct Character {
    quint8 classes = 0;
    std::size_t end = 0; //!< where the next one begins
};

class Splitter
{
public:
    explicit Splitter(std::string_view text)
        : m_text(text)
    {
    }

    std::size_t first(WordRule rule) const
    {
        if (rule == WordRule::Cl100k) {
            if (const std::size_t end = contraction(0))
                return end;
        }
        if (const std::size_t end = rule == WordRule::Cl100k ? plainWord() : casedWord())
            return end;
        if (const std::size_t end = number())
            return end;
        if (const std::size_t end = signs(rule == WordRule::O200k))
            return end;
        return spaces();
    }

private:
    bool isEnd(std::size_t at) const { return at >= m_text.size(); }
    char byteAt(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }

    //! Past the end a character of no class.
    Character at(std::size_t position) const
    {
        if (isEnd(position))
            return {0, position};
        const auto first = static_cast<quint8>(m_text[position]);
        if (first < 0x80)
            return {m_ascii[first], position + 1};
        const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc0 || position + length > m_text.size())
            return {0, position + 1};
        char32_t c = first & (0xffU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) {
            const auto next = static_cast<quint8>(m_text[position + i]);
            if ((next & 0xc0U) != 0x80)
                return {0, position + 1};
            c = (c << 6) | (next & 0x3fU);
        }
        return {classOf(c), position + length};
    }

    //! Where the characters of one of \a classes that stand at \a position end.
    std::size_t run(std::size_t position, quint8 classes) const
    {
        while (!isEnd(position)) {
            const Character c = at(position);
            if ((c.classes & classes) == 0)
                break;
            position = c.end;
        }
        return position;
    }

    //! 's 't 're 've 'm 'll 'd in either case: its end, 0 when there is none.
    std::size_t contraction(std::size_t position) const
    {
        if (byteAt(position) != '\'')
            return 0;
        const char first = static_cast<char>(byteAt(position + 1) | 0x20);
        const char second = static_cast<char>(byteAt(position + 2) | 0x20);
        if (first == 's' || first == 't' || first == 'm' || first == 'd')
            return position + 2;
        const bool isPair =
            (first == 'l' && second == 'l') || ((first == 'v' || first == 'r') && second == 'e');
        return isPair ? position + 3 : 0;
    }

    //! What may stand before the letters of a word: [^\r\n\p{L}\p{N}]
    bool mayLead(const Character &c) const
    {
        return (c.classes & (letter | Number | Newline)) == 0;
    }

    std::size_t plainWord() const
    {
        const Character first = at(0);
        const std::size_t begin = mayLead(first) ? first.end : 0;
        const std::size_t end = run(begin, letter);
        return end > begin ? end : 0;
    }

    std::size_t casedWord() const
    {
        const Character first = at(0);
        const bool leads = mayLead(first);
        for (const auto match : {&Splitter::endedWord, &Splitter::begunWord}) {
            const std::size_t end = leads ? (this->*match)(first.end) : 0;
            if (const std::size_t whole = end ? end : (this->*match)(0)) {
                const std::size_t more = contraction(whole);
                return more ? more : whole;
            }
        }
        return 0;
    }

    //! U*D+: gives back of U* as little as leaves something to D+.
    std::size_t endedWord(std::size_t begin) const
    {
        std::size_t lastShared = 0;
        std::size_t position = begin;
        for (; !isEnd(position);) {
            const Character c = at(position);
            if ((c.classes & mayBeginWord) == 0)
                break;
            position = c.end;
            if ((c.classes & mayEndWord) != 0)
                lastShared = c.end;
        }
        const std::size_t end = run(position, mayEndWord);
        return end > position ? end : lastShared;
    }

    //! U+D*
    std::size_t begunWord(std::size_t begin) const
    {
        const std::size_t middle = run(begin, mayBeginWord);
        return middle > begin ? run(middle, mayEndWord) : 0;
    }

    std::size_t number() const
    {
        std::size_t position = 0;
        for (int i = 0; i < 3; ++i) {
            const Character c = at(position);
            if ((c.classes & Number) == 0)
                break;
            position = c.end;
        }
        return position;
    }

    //! \a slashes: one may follow like a newline.
    std::size_t signs(bool slashes) const
    {
        const std::size_t begin = byteAt(0) == ' ' ? 1 : 0;
        std::size_t position = begin;
        while (!isEnd(position)) {
            const Character c = at(position);
            if ((c.classes & (Space | letter | Number)) != 0)
                break;
            position = c.end;
        }
        if (position == begin)
            return 0;
        while (byteAt(position) == '\r' || byteAt(position) == '\n'
               || (slashes && byteAt(position) == '/'))
            ++position;
        return position;
    }

    //! Up to the last newline among them; without one, all but the last, which goes with the word
    //! that follows.
    std::size_t spaces() const
    {
        std::size_t position = 0;
        std::size_t last = 0;
        std::size_t pastNewline = 0;
        while (!isEnd(position)) {
            const Character c = at(position);
            if ((c.classes & Space) == 0)
                break;
            last = position;
            position = c.end;
            if ((c.classes & Newline) != 0)
                pastNewline = position;
        }
        if (pastNewline > 0)
            return pastNewline;
        if (position == 0)
            return at(0).end; // of no class: cannot be
        return isEnd(position) || last == 0 ? position : last;
    }

    std::string_view m_text;
    const std::array<quint8, 128> &m_ascii = asciiClasses();
};

} // namespace

std::size_t firstWord(WordRule rule, std::string_view text)
{
    return Splitter(text).first(rule);
}

} // namespace Gatehouse::Dialects
