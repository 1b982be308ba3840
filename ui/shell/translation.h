// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTranslator>

namespace Gatehouse::Ui {

//! The language of the interface: the program's own texts and those of Qt's dialogs. In force from
//! install() on; windows made before keep their texts and are made anew.
class Translation
{
public:
    Translation() = default;
    ~Translation();
    Translation(const Translation &) = delete;
    Translation &operator=(const Translation &) = delete;

    //! "de", "zh_CN"; empty is the system's. A text without a translation is English, which has a
    //! file of its own for "1 request" beside "2 requests". \a numbers: whose way of writing
    //! numbers and short dates is used, "de_CH"; empty: the language's.
    void install(const QString &language, const QString &numbers = {});
    QString language() const { return m_language; }

    //! What the program carries, English first.
    static QStringList available();

private:
    QTranslator m_plurals; //!< of English, for what has no translation
    QTranslator m_own;
    QTranslator m_qt;
    QString m_language;
};

} // namespace Gatehouse::Ui
