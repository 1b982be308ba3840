// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/textdialog.h"

#include "ui/widgets/labels.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize usualSize(720, 520);

} // namespace

TextDialog::TextDialog(const QString &objectName, const QString &title, const QString &text,
                       const QString &copyName, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(objectName);
    setAccessibleName(title);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usualSize);
    auto *view = new QPlainTextEdit(text, this);
    view->setObjectName(u"%1.text"_s.arg(objectName));
    view->setAccessibleName(title);
    view->setReadOnly(true);
    view->setProperty("kind", u"code"_s);
    view->setTabChangesFocus(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    if (!copyName.isEmpty()) {
        QPushButton *copy =
            makeButton(copyName, u"primary"_s, u"%1.copyButton"_s.arg(objectName), this);
        connect(copy, &QPushButton::clicked, this,
                [text] { QGuiApplication::clipboard()->setText(text); });
        buttons->addWidget(copy);
    }
    QPushButton *close = makeButton(tr("Close"), {}, u"%1.closeButton"_s.arg(objectName), this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(makeLabel(title, u"dialogTitle"_s, this));
    column->addWidget(view, 1);
    column->addLayout(buttons);
    view->setFocus(Qt::OtherFocusReason);
}

} // namespace Gatehouse::Ui
