// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QProxyStyle>

namespace Gatehouse::Ui {

//! Fusion that can keep still: Qt's own widgets ask their style how long an animation takes.
class MotionStyle : public QProxyStyle
{
    Q_OBJECT

public:
    MotionStyle();

    void setReduced(bool reduced) { m_reduced = reduced; }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;

private:
    bool m_reduced = false;
};

} // namespace Gatehouse::Ui
