// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/motionstyle.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

MotionStyle::MotionStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

int MotionStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    if (m_reduced && (hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate))
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace Gatehouse::Ui
