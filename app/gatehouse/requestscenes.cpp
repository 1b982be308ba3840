// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/requestscenes.h"

#include "app/gatehouse/sceneopeners.h"
#include "ui/pages/requests/bodytab.h"
#include "ui/pages/requests/requestdetailpanel.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

enum Tab { Summary, Attempts, Cost, Body, Headers, Raw };

QJsonObject step(const QString &name, bool ok, const QString &text)
{
    return {{u"name"_s, name}, {u"ok"_s, ok}, {u"text"_s, text}};
}

QJsonObject message(const QString &role, const QString &content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

QJsonObject bodySide(const QJsonObject &said)
{
    const QByteArray text = QJsonDocument(said).toJson(QJsonDocument::Compact);
    return {{u"text"_s, QString::fromUtf8(text)},
            {u"bytes"_s, text.size()},
            {u"kept_bytes"_s, text.size()}};
}

//! As POST /requests/ID/body answers.
QJsonObject recordedBody()
{
    const QJsonObject asked{
        {u"model"_s, u"chat-default"_s},
        {u"messages"_s,
         QJsonArray{message(u"system"_s, u"You answer questions about orders, shortly."_s),
                    message(u"user"_s, u"Where is order 4711? My password is [redacted]."_s)}}};
    const QJsonObject answered{
        {u"choices"_s,
         QJsonArray{QJsonObject{{u"message"_s,
                                 message(u"assistant"_s,
                                         u"It left the warehouse this morning and arrives "
                                         "tomorrow. Please change your password."_s)}}}}};
    return {{u"request"_s, bodySide(asked)},
            {u"answer"_s, bodySide(answered)},
            {u"redactions"_s, 1},
            {u"kept_until"_s,
             QDateTime(QDate(2026, 11, 29), QTime(9, 30), Qt::UTC).toString(Qt::ISODateWithMs)}};
}

//! As GET /requests/ID answers of a request whose team has spent its budget.
QJsonObject refusedRequest(const QString &id)
{
    const QJsonArray steps{step(u"key"_s, true, u"web-chat"_s),
                           step(u"route"_s, true, u"chat-default"_s), step(u"limits"_s, true, {}),
                           step(u"budgets"_s, false, u"team:support"_s)};
    return {{u"id"_s, id},
            {u"time"_s,
             QDateTime(QDate(2026, 11, 22), QTime(14, 6), Qt::UTC).toString(Qt::ISODateWithMs)},
            {u"status"_s, 429},
            {u"outcome"_s, u"limit_reached"_s},
            {u"route"_s, u"chat-default"_s},
            {u"model_asked"_s, u"chat-default"_s},
            {u"key"_s, u"key_sample"_s},
            {u"key_name"_s, u"web-chat"_s},
            {u"team"_s, u"support"_s},
            {u"client"_s, u"10.0.4.37"_s},
            {u"total_ms"_s, 0.4},
            {u"cost_nano_usd"_s, 0},
            {u"error"_s,
             QJsonObject{{u"code"_s, u"budget_exceeded"_s},
                         {u"detail"_s,
                          u"The budget of team 'support' is used up: $179.98 of $180.00 spent; "
                          "this request may cost $0.05. It resets at 2026-12-01T00:00:00.000Z. Ask "
                          "your administrator to raise it, or wait."_s}}},
            {u"trace"_s, QJsonObject{{u"steps"_s, steps}}}};
}

//! The panel beside the list once it shows a request. The list's oldest is asked for once: asking
//! again would begin anew.
Ui::RequestDetailPanel *openedPanel(Ui::MainWindow &window)
{
    const auto *filter = window.findChild<QLineEdit *>(u"requests.filterField"_s);
    auto *panel = window.findChild<Ui::RequestDetailPanel *>();
    const bool shows = panel && panel->isVisible() && !panel->requestId().isEmpty();
    if (!shows && filter && !filter->text().startsWith("id:"_L1))
        openedRequest(window);
    return shows ? panel : nullptr;
}

auto showsPart(Tab tab)
{
    return [tab](Ui::MainWindow &window, Api::AdminClient &) {
        return openedPanel(window) && hasTab(window, u"requests.detail.tabs"_s, tab);
    };
}

//! Asks for them unless they are there already.
bool showsHeaders(const Ui::MainWindow &window)
{
    const auto *table = window.findChild<QWidget *>(u"requests.detail.requestHeadersTable"_s);
    return (table && table->isVisible()) || clicked(window, u"requests.detail.showHeadersButton"_s);
}

bool openedBody(Ui::MainWindow &window, Api::AdminClient &)
{
    const Ui::RequestDetailPanel *panel = openedPanel(window);
    if (!panel || !hasTab(window, u"requests.detail.tabs"_s, Body))
        return false;
    panel->findChild<Ui::BodyTab *>()->showBody(recordedBody());
    return true;
}

bool openedRefusal(Ui::MainWindow &window, Api::AdminClient &)
{
    Ui::RequestDetailPanel *panel = openedPanel(window);
    if (!panel || !hasTab(window, u"requests.detail.tabs"_s, Summary))
        return false;
    panel->preview(refusedRequest(panel->requestId()));
    return true;
}

} // namespace

QList<Scene> requestScenes()
{
    const QString page = u"requests"_s;
    QList<Scene> all{{u"part/request-detail"_s, page, {}, showsPart(Summary)}};
    for (const auto &[name, tab] :
         {std::pair{u"attempts"_s, Attempts}, {u"cost"_s, Cost}, {u"raw"_s, Raw}})
        all.append({u"part/request-"_s + name, page, {}, showsPart(tab)});
    all.append({u"part/request-body"_s, page, {}, openedBody});
    all.append({u"part/request-refused"_s, page, {}, openedRefusal});
    all.append(
        {u"part/request-headers"_s, page, {}, [](Ui::MainWindow &window, Api::AdminClient &) {
             return openedRecording(window) && hasTab(window, u"requests.detail.tabs"_s, Headers)
                 && showsHeaders(window);
         }});
    all.append({u"dialog/replay"_s, page, {}, [](Ui::MainWindow &window, Api::AdminClient &) {
                    return openedRecording(window)
                        && clicked(window, u"requests.detail.replayButton"_s);
                }});
    all.append({u"dialog/record"_s, page, {}, clicks(u"requests.recordButton"_s)});
    return all;
}

} // namespace Gatehouse
