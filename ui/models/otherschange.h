// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! Who changed the configuration last, when, and how it differs from a revision before.
class OthersChange : public QObject
{
    Q_OBJECT

public:
    explicit OthersChange(Api::AdminClient &client, QObject *parent = nullptr);

    //! "Changed by m.ortiz 2 min ago."
    static QString sentence(const QString &who, const QDateTime &time);

    //! Asks about everything since revision \a base: read() follows.
    void ask(qint64 base);

Q_SIGNALS:
    //! Empty and invalid when it could not be read.
    void read(const QString &who, const QDateTime &time, const QStringList &difference);

private:
    void askDifference(qint64 base, const QString &who, const QDateTime &time);

    Api::AdminClient &m_client;
};

} // namespace Gatehouse::Ui
