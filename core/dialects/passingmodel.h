// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Dialects {

//! Finds the model that a JSON body names (its own member "model", of the outermost object) while
//! the body passes in pieces, cut anywhere. Keeps no more than a name's length of it; what is no
//! JSON object names none.
class PassingModel
{
public:
    static constexpr qsizetype longestName = 256;

    void feed(QByteArrayView bytes);
    //! Empty until it is found.
    const QByteArray &model() const { return m_model; }

private:
    enum class State {
        Begin,
        Outside, //!< between strings
        String,
        Escape, //!< after a backslash
        Over,   //!< found, or there is nothing to be found
    };

    void take(char c);
    void takeOutside(char c);
    void takeString(char c);
    void endString();
    bool isCaptured() const { return m_depth == 1; }

    State m_state = State::Begin;
    int m_depth = 0;
    bool m_isValue = false;  //!< a colon came last
    bool m_isWanted = false; //!< the member's name was "model"
    QByteArray m_text;       //!< the string at hand, with its escapes
    QByteArray m_model;
};

} // namespace Gatehouse::Dialects
