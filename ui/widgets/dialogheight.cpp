// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogheight.h"

#include <QtWidgets/QDialog>
#include <QtWidgets/QLayout>

namespace Gatehouse::Ui {

void fitHeight(QDialog &dialog, int width)
{
    dialog.ensurePolished();
    dialog.layout()->activate();
    dialog.resize(width, dialog.layout()->totalHeightForWidth(width));
}

} // namespace Gatehouse::Ui
