// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <array>
#include <optional>

namespace Gatehouse::Dialects {

//! Most messages of a stream are the one before with another piece of text in it. Knows that one,
//! and so finds the text of the next without reading its JSON: what lies around the text must be
//! the same, byte for byte, but for padding, times and counts. Constant memory.
class TextRepeat
{
public:
    //! A message was read that says just \a text.
    void learn(QByteArrayView name, QByteArrayView data, QByteArrayView text);
    void forget() { m_knows = false; }

    struct Match {
        QByteArrayView text;       //!< needs no escapes
        QByteArrayView usage = {}; //!< the counts that differ too (Gemini), a sound object
    };
    //! What \a data says when it is the learnt message but for that.
    std::optional<Match> match(QByteArrayView name, QByteArrayView data);

    //! The client got \a written for a message that matched and said \a text; for the next it will
    //! get the same but for the text.
    void learnWritten(QByteArrayView written, QByteArrayView text);
    bool canWrite() const { return !m_writtenBefore.isEmpty(); }
    void write(QByteArrayView text, QByteArray &out) const;

private:
    struct Place {
        qsizetype begin = 0; //!< of a string behind its opening quote
        qsizetype end = 0;   //!< and at the closing one
    };
    //! What differs beside the text.
    enum class Other { Nothing, String, Usage };

    Place findOther(QByteArrayView data);
    std::optional<QByteArrayView> takeOne(QByteArrayView data, qsizetype &at, bool isUsage) const;
    bool learnMessage(QByteArrayView data, QByteArrayView text);

    bool m_knows = false;
    bool m_textFirst = true;
    Other m_other = Other::Nothing;
    QByteArray m_name;
    std::array<QByteArray, 3> m_fixed; //!< around them, quotes included
    QByteArray m_writtenBefore;
    QByteArray m_writtenAfter;
    int m_misses = 0; //!< learnt in vain, in a row
    int m_pause = 0;  //!< messages until learning is tried again
};

} // namespace Gatehouse::Dialects
