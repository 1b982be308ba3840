// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keytags.h"

#include <QtCore/QList>

namespace Gatehouse::Access {

QByteArray joinedTags(const QByteArray &ofKey, QByteArrayView ofRequest, qsizetype longest)
{
    if (ofKey.isEmpty())
        return ofRequest.first(std::min(ofRequest.size(), longest)).toByteArray();
    QByteArray tags = ofKey;
    const QByteArray set = ',' + ofKey;
    const QList<QByteArray> wanted = ofRequest.toByteArray().split(',');
    for (const QByteArray &part : wanted) {
        const QByteArray tag = part.trimmed();
        const QByteArray name = ',' + tag.first(tag.indexOf('=') + 1);
        if (name.size() > 2 && !set.contains(name) && tags.size() + 1 + tag.size() <= longest)
            tags += ',' + tag;
    }
    return tags;
}

} // namespace Gatehouse::Access
