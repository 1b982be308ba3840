// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/errorkinds.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>

namespace Gatehouse::Ui {

namespace {

struct Row {
    QLatin1StringView name;
    const char *title;
    const char *meaning;
    const char *remedy;
    QLatin1StringView icon;
    int colour;
};

constexpr std::array rows{
    Row{QLatin1StringView("wrong_credentials"), QT_TRANSLATE_NOOP("ErrorKind", "Wrong credentials"),
        QT_TRANSLATE_NOOP("ErrorKind", "The provider refused the gateway's key."),
        QT_TRANSLATE_NOOP("ErrorKind", "Check or replace the provider's key."),
        QLatin1StringView("key-round"), 4},
    Row{QLatin1StringView("no_money"), QT_TRANSLATE_NOOP("ErrorKind", "No money left"),
        QT_TRANSLATE_NOOP("ErrorKind", "The provider account has no credit or quota left."),
        QT_TRANSLATE_NOOP("ErrorKind", "Top up the provider account."),
        QLatin1StringView("circle-dollar-sign"), 3},
    Row{QLatin1StringView("rate_limited"), QT_TRANSLATE_NOOP("ErrorKind", "Rate limited"),
        QT_TRANSLATE_NOOP("ErrorKind", "The provider asked to send less."),
        QT_TRANSLATE_NOOP("ErrorKind", "Spread the load, or ask the provider for a higher limit."),
        QLatin1StringView("gauge"), 0},
    Row{QLatin1StringView("overloaded"), QT_TRANSLATE_NOOP("ErrorKind", "Overloaded"),
        QT_TRANSLATE_NOOP("ErrorKind", "The provider had no capacity."),
        QT_TRANSLATE_NOOP("ErrorKind", "Add another target to the route."),
        QLatin1StringView("activity"), 1},
    Row{QLatin1StringView("server_error"), QT_TRANSLATE_NOOP("ErrorKind", "Server error"),
        QT_TRANSLATE_NOOP("ErrorKind", "The provider failed while answering."),
        QT_TRANSLATE_NOOP("ErrorKind", "Nothing to do unless it lasts; look at its status page."),
        QLatin1StringView("server"), 7},
    Row{QLatin1StringView("connect_failed"), QT_TRANSLATE_NOOP("ErrorKind", "Connect failed"),
        QT_TRANSLATE_NOOP("ErrorKind", "No connection to the provider was made."),
        QT_TRANSLATE_NOOP("ErrorKind", "Check address, network and proxy."),
        QLatin1StringView("wifi-off"), 5},
    Row{QLatin1StringView("tls_failed"), QT_TRANSLATE_NOOP("ErrorKind", "TLS failed"),
        QT_TRANSLATE_NOOP("ErrorKind", "The encrypted connection was refused."),
        QT_TRANSLATE_NOOP("ErrorKind", "Check certificate, CA file and clock."),
        QLatin1StringView("lock"), 5},
    Row{QLatin1StringView("timeout_first_token"),
        QT_TRANSLATE_NOOP("ErrorKind", "Timeout to first token"),
        QT_TRANSLATE_NOOP("ErrorKind", "No answer began in time."),
        QT_TRANSLATE_NOOP("ErrorKind", "Raise the first-byte limit, or route around slow models."),
        QLatin1StringView("timer"), 3},
    Row{QLatin1StringView("timeout_idle"), QT_TRANSLATE_NOOP("ErrorKind", "Timeout idle"),
        QT_TRANSLATE_NOOP("ErrorKind", "The answer stopped in the middle for too long."),
        QT_TRANSLATE_NOOP("ErrorKind", "Raise the idle limit if the model thinks for long."),
        QLatin1StringView("clock"), 6},
    Row{QLatin1StringView("timeout_total"), QT_TRANSLATE_NOOP("ErrorKind", "Timeout total"),
        QT_TRANSLATE_NOOP("ErrorKind", "The answer took longer than allowed in all."),
        QT_TRANSLATE_NOOP("ErrorKind", "Raise the total limit, or ask for shorter answers."),
        QLatin1StringView("clock"), 6},
    Row{QLatin1StringView("stream_broken"), QT_TRANSLATE_NOOP("ErrorKind", "Stream broken"),
        QT_TRANSLATE_NOOP("ErrorKind", "The connection closed in the middle of the answer."),
        QT_TRANSLATE_NOOP("ErrorKind", "Nothing to do unless it lasts; the caller may ask again."),
        QLatin1StringView("link"), 2},
    Row{QLatin1StringView("bad_request"), QT_TRANSLATE_NOOP("ErrorKind", "Bad request"),
        QT_TRANSLATE_NOOP("ErrorKind", "The caller sent what the provider does not accept."),
        QT_TRANSLATE_NOOP("ErrorKind", "Correct the app that sends it."),
        QLatin1StringView("circle-alert"), 3},
    Row{QLatin1StringView("context_too_long"), QT_TRANSLATE_NOOP("ErrorKind", "Context too long"),
        QT_TRANSLATE_NOOP("ErrorKind", "The prompt is longer than the model allows."),
        QT_TRANSLATE_NOOP("ErrorKind", "Send less, or add a target with a larger context."),
        QLatin1StringView("file-text"), 6},
    Row{QLatin1StringView("content_refused"), QT_TRANSLATE_NOOP("ErrorKind", "Content refused"),
        QT_TRANSLATE_NOOP("ErrorKind", "The provider refused the content."),
        QT_TRANSLATE_NOOP("ErrorKind", "Look at the request; another model may answer."),
        QLatin1StringView("circle-slash"), 5},
    Row{QLatin1StringView("model_not_found"), QT_TRANSLATE_NOOP("ErrorKind", "Model not found"),
        QT_TRANSLATE_NOOP("ErrorKind", "There is no such model here or at the provider."),
        QT_TRANSLATE_NOOP("ErrorKind", "Correct the model name in the app or in the route."),
        QLatin1StringView("search"), 4},
    Row{QLatin1StringView("region_not_allowed"),
        QT_TRANSLATE_NOOP("ErrorKind", "Region not allowed"),
        QT_TRANSLATE_NOOP("ErrorKind", "No target lies in the regions the route allows."),
        QT_TRANSLATE_NOOP("ErrorKind", "Add a target in an allowed region."),
        QLatin1StringView("globe"), 7},
    Row{QLatin1StringView("limit_reached"),
        QT_TRANSLATE_NOOP("ErrorKind", "Budget or limit reached (ours)"),
        QT_TRANSLATE_NOOP("ErrorKind", "A budget or limit of the gateway was used up."),
        QT_TRANSLATE_NOOP("ErrorKind", "Raise the limit, or wait for its reset."),
        QLatin1StringView("sliders-horizontal"), 1},
    Row{QLatin1StringView("key_refused"), QT_TRANSLATE_NOOP("ErrorKind", "Key refused (ours)"),
        QT_TRANSLATE_NOOP("ErrorKind", "The caller's key is unknown, expired or disabled."),
        QT_TRANSLATE_NOOP("ErrorKind", "Give the app a valid key."), QLatin1StringView("key-round"),
        2},
    Row{QLatin1StringView("cancelled"), QT_TRANSLATE_NOOP("ErrorKind", "Cancelled by caller"),
        QT_TRANSLATE_NOOP("ErrorKind", "The caller left before the answer was complete."),
        QT_TRANSLATE_NOOP("ErrorKind", "Nothing to do; the caller may be too impatient."),
        QLatin1StringView("circle-x"), -1},
    Row{QLatin1StringView("interrupted"), QT_TRANSLATE_NOOP("ErrorKind", "Interrupted"),
        QT_TRANSLATE_NOOP("ErrorKind", "The gateway stopped in the middle of the answer."),
        QT_TRANSLATE_NOOP("ErrorKind", "Let running requests finish before stopping."),
        QLatin1StringView("power"), -1},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("ErrorKind", text);
}

} // namespace

ErrorKind errorKind(const QString &name)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&name](const Row &row) { return row.name == name; });
    if (found == rows.end())
        return {.title = name, .meaning = {}, .remedy = {}, .icon = QStringLiteral("circle-alert")};
    return {.title = translated(found->title),
            .meaning = translated(found->meaning),
            .remedy = translated(found->remedy),
            .icon = found->icon,
            .colour = found->colour};
}

} // namespace Gatehouse::Ui
