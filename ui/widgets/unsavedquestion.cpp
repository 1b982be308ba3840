// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/unsavedquestion.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/question.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::UnsavedQuestion)
};

QPushButton *addButton(QMessageBox &box, const QString &text, QMessageBox::ButtonRole role,
                       QLatin1StringView name)
{
    QPushButton *button = box.addButton(text, role);
    button->setObjectName(QString(box.objectName() + u'.' + name));
    button->setAccessibleName(text);
    return button;
}

} // namespace

void askUnsaved(QWidget *parent, const UnsavedQuestion &question)
{
    const auto *open = parent->findChild<QMessageBox *>(question.objectName);
    if (open && open->isVisible())
        return;
    QMessageBox *box = makeQuestion(parent, question.objectName, question.title, question.text);
    QPushButton *save =
        addButton(*box, question.saveText.isEmpty() ? Text::tr("Save") : question.saveText,
                  QMessageBox::AcceptRole, "saveButton"_L1);
    QPushButton *discard =
        addButton(*box, Text::tr("Discard"), QMessageBox::DestructiveRole, "discardButton"_L1);
    QPushButton *stay = addButton(*box, Text::tr("Stay"), QMessageBox::RejectRole, "stayButton"_L1);
    setStyleProperty(save, "kind", u"primary"_s);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    QObject::connect(save, &QPushButton::clicked, parent, question.save);
    QObject::connect(discard, &QPushButton::clicked, parent, question.discard);
    box->open();
}

} // namespace Gatehouse::Ui
