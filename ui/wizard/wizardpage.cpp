// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizardpage.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

WizardPage::WizardPage(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, u"pageTitle"_s, this))
    , m_text(makeLabel({}, u"muted"_s, this))
    , m_content(new QVBoxLayout)
{
    setObjectName(objectName);
    m_text->setWordWrap(true);
    m_content->setSpacing(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 28, 32, 16);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(12);
    layout->addLayout(m_content, 1);
}

void WizardPage::setTitle(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
}

} // namespace Gatehouse::Ui
