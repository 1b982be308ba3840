// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/csv.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

QByteArray csvCell(QString text)
{
    static constexpr QStringView formulaStarts = u"=+-@\t\r";
    if (!text.isEmpty() && formulaStarts.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
    return text.toUtf8();
}

} // namespace Gatehouse::Ui
