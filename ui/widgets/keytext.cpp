// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keytext.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QKeySequence>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

QString keyText(const QKeySequence &keys)
{
#ifdef Q_OS_DARWIN
    return keys.toString(QKeySequence::NativeText);
#else
    // Qt's own words would need Qt's translations, which are not everywhere.
    static constexpr std::array words{
        QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyText", "Ctrl"),
        QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyText", "Shift"),
        QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyText", "Alt"),
        QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyText", "Left"),
        QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyText", "Right"),
        QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyText", "Space"),
        QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyText", "Return"),
        QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyText", "Del"),
    };
    QStringList parts = keys.toString(QKeySequence::PortableText).split(u'+');
    for (QString &part : parts) {
        for (const char *word : words) {
            if (part == QLatin1StringView(word))
                part = QCoreApplication::translate("Gatehouse::Ui::KeyText", word);
        }
    }
    return parts.join(u'+');
#endif
}

} // namespace Gatehouse::Ui
