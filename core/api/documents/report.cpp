// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/report.h"

#include "core/api/documents/validation.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

QString item(const QString &key, qsizetype index)
{
    return u"%1[%2]"_s.arg(key).arg(index);
}

void checkId(const QString &id, const QString &key, Report &report)
{
    if (!id.isEmpty() && !isId(id))
        report.error(key,
                     u"\"%1\" is not a valid id; use 1 to 64 of a-z, 0-9, dot, hyphen and "
                     "underscore"_s.arg(id.left(80)));
}

} // namespace Gatehouse::Api
