// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

namespace Gatehouse::Ui {

//! Something of the gateway that has a name: found by the command palette.
struct NamedObject {
    enum class Kind { Provider, Route, Key, Team, Model };

    Kind kind = Kind::Provider;
    QString id;
    QString name;
    QString detail; //!< "openai, paused", "gh_…4f2a, team design"
    bool paused = false;
    QString filter = {}; //!< finds its requests, for what has no page of its own

    bool operator==(const NamedObject &) const = default;
};

//! Providers, routes, keys, teams and models by name, read anew by refresh(). What was read before
//! stays until the answer is there.
class PaletteObjects : public QObject
{
    Q_OBJECT

public:
    explicit PaletteObjects(Api::AdminClient &client, QObject *parent = nullptr);

    void refresh();
    QList<NamedObject> objects() const;
    QList<NamedObject> objects(NamedObject::Kind kind) const { return m_objects.value(int(kind)); }

Q_SIGNALS:
    void changed();

private:
    void ask(NamedObject::Kind kind, const QString &path);

    Api::AdminClient &m_client;
    QHash<int, QList<NamedObject>> m_objects; //!< by kind
};

} // namespace Gatehouse::Ui
