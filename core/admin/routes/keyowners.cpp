// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/keyowners.h"

namespace Gatehouse::Admin {

QHash<QString, QString> keyOwners(const Services &services)
{
    QHash<QString, QString> owners;
    if (const auto deleted = services.keys.listDeleted(); deleted) {
        for (const Access::CreatedKey &key : *deleted)
            if (!key.owner.isEmpty())
                owners.insert(QString::fromUtf8(key.id), key.owner);
    }
    for (const Access::KeyEntry &key : services.keyTable()->entries())
        if (!key.owner.isEmpty())
            owners.insert(QString::fromUtf8(key.id), QString::fromUtf8(key.owner));
    return owners;
}

QList<QByteArray> keysOfPerson(const Services &services, const QString &person)
{
    QString id = person;
    for (const Access::Person &one : services.people.people())
        if (one.name.compare(person, Qt::CaseInsensitive) == 0)
            id = one.id;
    QList<QByteArray> keys;
    const QHash<QString, QString> owners = keyOwners(services);
    for (auto owner = owners.cbegin(); owner != owners.cend(); ++owner)
        if (person.isEmpty() || owner->compare(id, Qt::CaseInsensitive) == 0)
            keys.append(owner.key().toUtf8());
    return keys;
}

} // namespace Gatehouse::Admin
