// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/providerheader.h"

#include "ui/models/healthlook.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

ProviderHeader::ProviderHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, u"dialogTitle"_s, this))
    , m_id(makeLabel({}, u"caption"_s, this))
    , m_health(new Pill(this))
    , m_test(makeButton(tr("Test"), {}, u"providers.editor.testButton"_s, this))
    , m_pause(makeButton(tr("Pause"), {}, u"providers.editor.pauseButton"_s, this))
    , m_duplicate(makeButton(tr("Duplicate"), {}, u"providers.editor.duplicateButton"_s, this))
    , m_delete(makeButton(tr("Delete"), {}, u"providers.editor.deleteButton"_s, this))
{
    m_title->setObjectName(u"providers.editor.titleLabel"_s);
    m_health->setObjectName(u"providers.editor.healthPill"_s);
    m_test->setIcon(themeIcon(u"flask-conical"_s));
    m_test->setToolTip(tr("Runs all checks (T)"));
    m_duplicate->setIcon(themeIcon(u"copy"_s));
    m_delete->setIcon(themeIcon(u"trash-2"_s));
    QToolButton *close = makeIconButton(u"x"_s, tr("Close the provider (Esc)"),
                                        u"providers.editor.closeButton"_s, this);
    connect(close, &QToolButton::clicked, this, &ProviderHeader::closeRequested);
    connect(m_test, &QPushButton::clicked, this, &ProviderHeader::testRequested);
    connect(m_pause, &QPushButton::clicked, this, &ProviderHeader::pauseRequested);
    connect(m_duplicate, &QPushButton::clicked, this, &ProviderHeader::duplicateRequested);
    connect(m_delete, &QPushButton::clicked, this, &ProviderHeader::deleteRequested);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title);
    top->addWidget(m_health);
    top->addWidget(m_id);
    top->addStretch(1);
    top->addWidget(close);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(8);
    for (QPushButton *button : {m_test, m_pause, m_duplicate, m_delete})
        actions->addWidget(button);
    actions->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addLayout(actions);
}

void ProviderHeader::showNew()
{
    m_title->setText(tr("New provider"));
    m_id->clear();
    for (QWidget *part : {static_cast<QWidget *>(m_health), static_cast<QWidget *>(m_pause),
                          static_cast<QWidget *>(m_duplicate), static_cast<QWidget *>(m_delete)})
        part->hide();
}

void ProviderHeader::showProvider(const QString &id, const QString &name, bool paused)
{
    m_title->setText(name);
    m_id->setText(name == id ? QString() : id);
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setIcon(themeIcon(paused ? u"play"_s : u"pause"_s));
    m_pause->setToolTip(paused ? tr("Sends requests to it again")
                               : tr("Finishes running requests and sends no new ones"));
    for (QWidget *part : {static_cast<QWidget *>(m_health), static_cast<QWidget *>(m_pause),
                          static_cast<QWidget *>(m_duplicate), static_cast<QWidget *>(m_delete)})
        part->show();
}

void ProviderHeader::showHealth(const ProviderRow &row)
{
    const HealthLook look = lookOf(row.shownHealth());
    m_health->setState(look.word, look.tone, look.icon);
    m_health->setAccessibleName(healthSentence(row, QTimeZone::systemTimeZone()));
    m_health->setToolTip(healthSource(row, QDateTime::currentDateTimeUtc()));
}

void ProviderHeader::setTesting(bool testing)
{
    m_test->setEnabled(!testing);
}

void ProviderHeader::setLocked(bool locked)
{
    for (QPushButton *button : {m_pause, m_duplicate, m_delete})
        button->setEnabled(!locked);
}

} // namespace Gatehouse::Ui
