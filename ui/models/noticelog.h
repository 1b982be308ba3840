// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QObject>

namespace Gatehouse::Ui {

class Preferences;

//! What this desktop told a person while the window was not in front.
struct Notice {
    QDateTime time;
    QString title;
    QString text;
    bool isBad = false;
    QString page = {};   //!< where it leads
    QString filter = {}; //!< of the page

    bool operator==(const Notice &) const = default;
};

//! The notices of this desktop, the newest first, kept over restarts; the oldest go.
class NoticeLog : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostKept = 100;

    explicit NoticeLog(Preferences &preferences, QObject *parent = nullptr);

    void add(const Notice &notice);
    const QList<Notice> &notices() const { return m_notices; }

Q_SIGNALS:
    void changed();

private:
    Preferences &m_preferences;
    QList<Notice> m_notices;
};

} // namespace Gatehouse::Ui
