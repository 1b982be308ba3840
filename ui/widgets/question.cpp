// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/question.h"

#include <QtWidgets/QMessageBox>

namespace Gatehouse::Ui {

QMessageBox *makeQuestion(QWidget *parent, const QString &objectName, const QString &title,
                          const QString &text)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(objectName);
    box->setWindowTitle(title);
    box->setText(title);
    box->setInformativeText(text);
    box->setTextFormat(Qt::PlainText);
    return box;
}

} // namespace Gatehouse::Ui
