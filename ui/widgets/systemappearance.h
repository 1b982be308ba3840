// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QVariant>

class QDBusVariant;

namespace Gatehouse::Ui {

//! Whether the desktop asks for dark programs. Linux: the settings portal over D-Bus, read without
//! waiting and followed when it changes. Elsewhere, or without a portal: the palette's lightness.
class SystemAppearance : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);

    bool prefersDark() const { return m_prefersDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void setScheme(const QVariant &value);

    bool m_prefersDark = false;
};

} // namespace Gatehouse::Ui
