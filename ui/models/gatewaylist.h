// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminaddress.h"

#include <QtCore/QDateTime>
#include <QtCore/QObject>

namespace Gatehouse::Ui {

class Preferences;

//! A gateway that this window can show.
struct GatewayEntry {
    QString id; //!< empty: the built-in one, or the one of the command line
    QString name;
    QString address;           //!< "https://gw.office:4418"
    QByteArray fingerprint;    //!< SHA-256 of a certificate that was trusted by a person
    QString version = {};      //!< when last seen
    QDateTime lastSeen = {};   //!< UTC
    bool isProduction = false; //!< marked by a person: asks before others feel a change
    int colour = -1;           //!< label, an index of the series colours; none below 0
    QString role = {};         //!< of the person of the token, when last seen: "admin"

    bool operator==(const GatewayEntry &) const = default;
    bool isBuiltIn() const { return id.isEmpty(); }
    //! For people: "Local gateway", "Office", "Office (production)".
    QString title() const;
    Result<Api::AdminAddress> adminAddress(const QString &token) const;
};

//! The gateways this desktop knows, the built-in one first. The preferences remember them, without
//! tokens.
class GatewayList : public QObject
{
    Q_OBJECT

public:
    explicit GatewayList(Preferences &preferences, QObject *parent = nullptr);

    const QList<GatewayEntry> &entries() const { return m_entries; }
    //! The built-in one when there is none of this id.
    GatewayEntry entry(const QString &id) const;
    //! The one that is shown.
    GatewayEntry current() const { return entry(m_current); }
    void setCurrent(const QString &id);
    //! Replaces the one of the same id. A new one gets an id.
    QString put(GatewayEntry entry);
    void remove(const QString &id);
    //! The gateway \a id has answered; \a role is empty where it was not asked. The built-in one is
    //! always there, so nothing is noted of it.
    void noteSeen(const QString &id, const QString &version, const QString &role,
                  const QDateTime &time);

Q_SIGNALS:
    void changed();

private:
    void save();

    Preferences &m_preferences;
    QList<GatewayEntry> m_entries;
    QString m_current;
};

} // namespace Gatehouse::Ui
