// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/paletteobjects.h"

#include "ui/models/filterwords.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

using Kind = NamedObject::Kind;

QString joined(const QStringList &parts)
{
    QStringList known = parts;
    known.removeAll(QString());
    return known.join(u", "_s);
}

QString providerDetail(const QJsonObject &row)
{
    return joined({row.value("dialect"_L1).toString(),
                   row.value("paused"_L1).toBool() ? PaletteObjects::tr("paused") : QString()});
}

QString keyDetail(const QJsonObject &row)
{
    const QString lastFour = row.value("last4"_L1).toString();
    const QString team = row.value("team"_L1).toString();
    return joined({lastFour.isEmpty() ? QString() : u"…%1"_s.arg(lastFour),
                   team.isEmpty() ? QString() : PaletteObjects::tr("team %1").arg(team)});
}

QString routeDetail(const QJsonObject &row)
{
    QStringList models;
    for (const QJsonValue &target : row.value("targets"_L1).toArray())
        models.append(target["model"_L1].toString());
    return joined(models);
}

NamedObject readObject(Kind kind, const QJsonObject &row)
{
    NamedObject object{.kind = kind,
                       .id = row.value("id"_L1).toString(),
                       .name = row.value("name"_L1).toString(),
                       .detail = {},
                       .paused = row.value("paused"_L1).toBool()};
    if (object.name.isEmpty())
        object.name = object.id;
    switch (kind) {
    case Kind::Provider:
        object.detail = providerDetail(row);
        break;
    case Kind::Route:
        object.detail = routeDetail(row);
        break;
    case Kind::Key:
        object.detail = keyDetail(row);
        break;
    case Kind::Model: // also what routes sent there, which nobody asked for by this name
        object.detail = row.value("provider"_L1).toString();
        object.filter = filterWord(u"provider"_s, object.detail) + u' '
            + filterWord(u"model"_s, row.value("model"_L1).toString());
        break;
    case Kind::Team:
        break;
    }
    return object;
}

} // namespace

PaletteObjects::PaletteObjects(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void PaletteObjects::refresh()
{
    ask(Kind::Provider, u"/providers"_s);
    ask(Kind::Route, u"/routes"_s);
    ask(Kind::Key, u"/keys"_s);
    ask(Kind::Team, u"/teams"_s);
    ask(Kind::Model, u"/models"_s);
}

void PaletteObjects::ask(Kind kind, const QString &path)
{
    connect(m_client.get(path), &Api::AdminCall::finished, this,
            [this, kind](Api::AdminCall *call) {
                if (!call->succeeded())
                    return;
                QList<NamedObject> read;
                for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray()) {
                    const QJsonObject row = item.toObject();
                    // Routes are among the models by their own names; they are listed as routes.
                    if (kind != Kind::Model || !row.value("provider"_L1).toString().isEmpty())
                        read.append(readObject(kind, row));
                }
                if (std::exchange(m_objects[int(kind)], read) != read)
                    Q_EMIT changed();
            });
}

QList<NamedObject> PaletteObjects::objects() const
{
    QList<NamedObject> all;
    for (const Kind kind : {Kind::Provider, Kind::Route, Kind::Key, Kind::Team, Kind::Model})
        all += objects(kind);
    return all;
}

} // namespace Gatehouse::Ui
