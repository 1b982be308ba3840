// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace Gatehouse::Ui {

//! Something a person wants to know while the window is not in front. No prompts, no replies, no
//! secrets.
struct Notification {
    QString cause; //!< "provider/anthropic"; a new one of the same cause takes its place
    QString title;
    QString text;
    bool isBad = false;
    QString page = {};   //!< what activating it opens
    QString filter = {}; //!< of the page
    bool sounds = false; //!< with the desktop's sound

    bool operator==(const Notification &) const = default;
};

//! Where notifications appear: the desktop's service, the tray, or a test.
class NotificationSink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void show(const Notification &notification) = 0;

Q_SIGNALS:
    void activated(const QString &cause);
};

} // namespace Gatehouse::Ui
