// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSet>

#include <functional>

namespace Gatehouse::Ui {

//! Leaves what is not shown out of a change of the style and styles it when it shows: a change
//! costs what is on screen, however many pages were opened before, and a page that is being made is
//! measured once. Install it as an event filter of the application.
class HiddenStyle : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Runs \a change, which sets styles of the application.
    void during(const std::function<void()> &change);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void skipHidden();
    bool isIdle(const QObject &watched) const;

    //! Of a style before. One that is gone stays in it until the next change: a widget that comes
    //! to lie in its place is styled once more.
    QSet<const QObject *> m_behind;
    bool m_changing = false;
};

} // namespace Gatehouse::Ui
