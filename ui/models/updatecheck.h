// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QDateTime>
#include <QtCore/QObject>
#include <QtCore/QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace Gatehouse::Ui {

class Preferences;

//! Looks whether a newer version of the program was released: when someone asks, and once a day
//! where that was switched on. One GET to the release feed of the preferences, nothing else: no
//! cookies, no version, no language, nothing about this computer.
class UpdateCheck : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        Never,       //!< nobody looked yet
        Newest,      //!< this is the newest version
        Newer,       //!< there is a newer one
        NoReleases,  //!< the feed lists none
        Unreadable,  //!< what came is no list of releases
        NotFound,    //!< 404: the address is wrong
        Refused,     //!< another status, such as 403 after too many questions
        Unreachable, //!< no answer
    };
    struct Finding {
        Outcome outcome = Outcome::Never;
        QString version = {}; //!< of the newest release
        QString page = {};    //!< where it is described; empty: not known
        QString detail = {};  //!< status or reason
        QDateTime time = {};

        bool operator==(const Finding &) const = default;
    };

    //! Both must outlive it.
    UpdateCheck(Preferences &preferences, const Clock &clock, QObject *parent = nullptr);

    const Finding &last() const { return m_last; }
    bool isChecking() const { return m_reply != nullptr; }
    void checkNow();
    //! Checks when the last look is a day old and daily looks are on.
    void checkWhenDue();
    //! What \a feed lists, seen by a program of version \a own: one release as an object, or
    //! several as an array, with "tag_name", "html_url", "draft" and "prerelease".
    static Finding read(const QByteArray &feed, const QString &own);
    //! HTTPS, or HTTP on this computer.
    static bool isFeedAddress(const QString &address);

Q_SIGNALS:
    //! last() or isChecking() is another.
    void changed();
    //! A version that was not known before.
    void newVersionFound(const QString &version);

private:
    void finish();
    Finding findingOf(QNetworkReply &reply) const;
    void take(Finding finding);
    QDateTime now() const;

    Preferences &m_preferences;
    const Clock &m_clock;
    QNetworkAccessManager *m_network = nullptr; //!< made with the first question
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer;
    Finding m_last;
};

} // namespace Gatehouse::Ui
