// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/replacedwords.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QLineEdit>

namespace Gatehouse::Ui {

namespace {

class WordSelector : public QObject
{
public:
    explicit WordSelector(QAbstractSpinBox &spin)
        : QObject(&spin)
        , m_spin(spin)
    {
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isEntered =
            event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonRelease;
        if (isEntered && m_spin.text() == m_spin.specialValueText())
            QTimer::singleShot(0, &m_spin, &QAbstractSpinBox::selectAll); // after the click
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractSpinBox &m_spin;
};

} // namespace

void replaceWordsByTyping(QAbstractSpinBox &spin)
{
    auto *selector = new WordSelector(spin);
    // A spin box gets the focus, the line edit in it the clicks.
    spin.installEventFilter(selector);
    if (auto *line = spin.findChild<QLineEdit *>())
        line->installEventFilter(selector);
}

} // namespace Gatehouse::Ui
