// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace Gatehouse::Api {

//! Who is told of what. Section "alerts".
struct AlertRule {
    QString id = {};
    QString name = {};    //!< for people; empty = id
    QString measure = {}; //!< "success_rate", "spend", "budget_used"; see alertmeasures.h
    QString scope = QStringLiteral("gateway");
    std::optional<double> above = {};                //!< fires at this value and above
    std::optional<double> below = {};                //!< fires at this value and below
    std::chrono::milliseconds holdTime{0};           //!< how long before it fires
    std::optional<double> recover = {};              //!< where it ends; absent: the same
    QString severity = QStringLiteral("warning");    //!< info, warning or critical
    QStringList channels{QStringLiteral("desktop")}; //!< ids of channels; "*": all there are
    std::chrono::milliseconds repeat{0};             //!< told again while it lasts; 0: once
    QString quiet = {};                              //!< "22:00-07:00": not told then
    bool disabled = false;

    bool operator==(const AlertRule &) const = default;
};

//! A way to tell. Section "channels"; "desktop" is there without being declared.
struct AlertChannel {
    QString id = {};
    QString kind = {}; //!< webhook, chat or email
    QString url = {};  //!< webhook, chat; email: "smtps://mail.example.com:465"
    QString secret =
        {};            //!< reference: signs a webhook, is a chat's whole address, the SMTP password
    QString user = {}; //!< SMTP
    QString from = {}; //!< email
    QStringList to = {}; //!< email
    QString caFile = {}; //!< PEM: the authority of the server's certificate; empty: the system's

    bool operator==(const AlertChannel &) const = default;
};

} // namespace Gatehouse::Api
