// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/editortabs.h"

#include "ui/pages/providers/connectionsection.h"
#include "ui/pages/providers/healthsection.h"
#include "ui/pages/providers/keyssection.h"
#include "ui/pages/providers/modelssection.h"
#include "ui/pages/providers/policysection.h"
#include "ui/pages/providers/probesection.h"
#include "ui/pages/providers/providereditor.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

EditorTabs::EditorTabs(Api::AdminClient &client, Form &form, QWidget *parent)
    : QTabWidget(parent)
    , m_connection(new ConnectionSection(form))
    , m_keys(new KeysSection(form))
    , m_models(new ModelsSection(client, form))
    , m_policy(new PolicySection(form))
    , m_health(new HealthSection)
    , m_probe(new ProbeSection(client, form))
    , m_sections{m_connection, m_keys, m_models, m_policy, m_probe}
{
    setObjectName(u"providers.editor.tabs"_s);
    setAccessibleName(ProviderEditor::tr("Parts of the provider"));
    setUsesScrollButtons(true);
    addSection(m_connection, ProviderEditor::tr("Connection"));
    addSection(m_keys, ProviderEditor::tr("Keys"));
    addSection(m_models, ProviderEditor::tr("Models"));
    addSection(m_policy, ProviderEditor::tr("Limits and price"));
    addSection(makeHealthTab(), ProviderEditor::tr("Health"));
    for (EditorSection *section : std::as_const(m_sections)) {
        connect(section, &EditorSection::edited, this, &EditorTabs::edited);
        connect(section, &EditorSection::fieldLeft, this, &EditorTabs::fieldLeft);
    }
}

QWidget *EditorTabs::makeHealthTab()
{
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_health);
    layout->addWidget(m_probe, 1);
    return whole;
}

void EditorTabs::addSection(QWidget *section, const QString &title)
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(section);
    area->viewport()->setAutoFillBackground(false);
    section->setAutoFillBackground(false);
    addTab(area, title);
}

void EditorTabs::showDraft(const ProviderDraft &draft)
{
    for (EditorSection *section : std::as_const(m_sections))
        section->showDraft(draft);
}

ProviderDraft EditorTabs::readDraft(ProviderDraft base) const
{
    for (const EditorSection *section : m_sections)
        section->readDraft(base);
    return base;
}

Api::Findings EditorTabs::findings() const
{
    Api::Findings all;
    for (const EditorSection *section : m_sections)
        all.append(section->findings());
    return all;
}

void EditorTabs::setLocked(bool locked)
{
    for (EditorSection *section : std::as_const(m_sections))
        section->setLocked(locked);
}

void EditorTabs::goToFirstError()
{
    for (EditorSection *section : std::as_const(m_sections)) {
        for (FormField *field : section->findChildren<FormField *>()) {
            if (field->problem() != FormField::Problem::Error)
                continue;
            for (int i = 0; i < count(); ++i)
                if (widget(i)->isAncestorOf(field))
                    setCurrentIndex(i);
            field->control()->setFocus(Qt::OtherFocusReason);
            if (auto *area = qobject_cast<QScrollArea *>(currentWidget()))
                area->ensureWidgetVisible(field);
            return;
        }
    }
}

} // namespace Gatehouse::Ui
