// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"
#include "ui/shell/notificationsink.h"

#include <QtCore/QHash>

#include <chrono>
#include <functional>
#include <optional>

namespace Gatehouse::Ui {

class ConfigurationModel;

//! What is good to know but no trouble, and told only to who asked for it: requests that were
//! answered by a fallback, changes of the configuration by others.
class Asides : public QObject
{
    Q_OBJECT

public:
    //! Fallbacks of one route within this time are one notification.
    static constexpr std::chrono::minutes fallbackPause{10};

    struct Parts {
        Api::AdminClient &client;
        ConfigurationModel &configuration;
        const Clock &clock;
        //! "fallback", "publish"
        std::function<bool(const QString &kind)> isWanted;
    };

    //! What \a parts names must outlive it.
    explicit Asides(Parts parts, QObject *parent = nullptr);

Q_SIGNALS:
    void happened(const Gatehouse::Ui::Notification &notification);

private:
    //! Of one route, since the last word about it.
    struct Fallbacks {
        int untold = 0;
        std::optional<SteadyTime> lastTold;
    };

    void countFallbacks(const QJsonArray &rows);
    void tellFallbacks(const QString &route, const QString &provider, Fallbacks &since);
    void askWho();
    void askChange(const QString &me);
    void tellChange(const QJsonObject &revision);

    Parts m_parts;
    QHash<QString, Fallbacks> m_fallbacks; //!< by route
};

} // namespace Gatehouse::Ui
