// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routesmodel.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/otherschange.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto refreshTime = 15s;

} // namespace

RoutesModel::RoutesModel(Api::AdminClient &client, ConfigurationModel &configuration,
                         QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_draft(configuration)
    , m_trials(client)
{
    m_timer.setInterval(refreshTime);
    connect(&m_timer, &QTimer::timeout, this, &RoutesModel::refresh);
    connect(&client, &Api::AdminClient::eventReceived, this, [this](const QString &kind) {
        if (m_timer.isActive() && (kind == "revision"_L1 || kind == "provider"_L1))
            refresh();
    });
}

void RoutesModel::setActive(bool active)
{
    m_trials.setActive(active);
    if (active == m_timer.isActive())
        return;
    if (!active) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    refresh();
}

void RoutesModel::refresh()
{
    if (m_open > 0)
        return; // the answers on their way are as new
    m_failing.clear();
    ask(u"/models"_s, {}, tr("the models"), &RouteFacts::takeModels);
    ask(u"/providers"_s, {}, tr("the health of the providers"), &RouteFacts::takeProviders);
    const QUrlQuery query{{u"by"_s, u"route,provider,model"_s}, {u"since"_s, u"24h"_s}};
    ask(u"/usage"_s, query, tr("the requests of 24 hours"), &RouteFacts::takeUsage);
    ask(u"/keys"_s, {}, tr("the keys"), &RouteFacts::takeKeys);
}

void RoutesModel::askConflict()
{
    auto *others = new OthersChange(m_client, this);
    connect(others, &OthersChange::read, this, &RoutesModel::conflictRead);
    connect(others, &OthersChange::read, others, &QObject::deleteLater);
    others->ask(m_draft.baseRevision());
}

void RoutesModel::ask(const QString &path, const QUrlQuery &query, const QString &what, Take take)
{
    ++m_open;
    connect(m_client.get(path, query), &Api::AdminCall::finished, this,
            [this, what, take](Api::AdminCall *call) {
                if (call->succeeded())
                    (m_facts.*take)(call->reply().body);
                else
                    m_failing.append(what);
                if (--m_open > 0)
                    return;
                m_missing = m_failing;
                m_answered = true;
                Q_EMIT factsChanged();
            });
}

} // namespace Gatehouse::Ui
