// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogheight.h"

#include <QtWidgets/QDialog>
#include <QtWidgets/QLayout>

#include <algorithm>

namespace Gatehouse::Ui {

void fitHeight(QDialog &dialog, int width)
{
    dialog.ensurePolished();
    dialog.layout()->activate();
    const int wide = std::max(width, dialog.layout()->totalMinimumSize().width());
    dialog.resize(wide, dialog.layout()->totalHeightForWidth(wide));
}

} // namespace Gatehouse::Ui
