// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/providerdraft.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QTabWidget>

namespace Gatehouse::Ui {

class ConnectionSection;
class EditorSection;
class HealthSection;
class KeysSection;
class ModelsSection;
class PolicySection;
class ProbeSection;

//! The parts of a provider that is edited, one below a tab each.
class EditorTabs : public QTabWidget
{
    Q_OBJECT

public:
    enum Tab { ConnectionTab, KeysTab, ModelsTab, PolicyTab, HealthTab };

    EditorTabs(Api::AdminClient &client, Form &form, QWidget *parent = nullptr);

    ConnectionSection &connection() const { return *m_connection; }
    KeysSection &keys() const { return *m_keys; }
    ModelsSection &models() const { return *m_models; }
    HealthSection &health() const { return *m_health; }

    void showDraft(const ProviderDraft &draft);
    //! \a base with what the fields say.
    ProviderDraft readDraft(ProviderDraft base) const;
    //! What is wrong with what was typed and stands in no draft.
    Api::Findings findings() const;
    void setLocked(bool locked);
    //! To the first field that is marked as wrong.
    void goToFirstError();

Q_SIGNALS:
    //! The person changed something.
    void edited();
    //! The field at \a path was left.
    void fieldLeft(const QString &path);

private:
    QWidget *makeHealthTab();
    void addSection(QWidget *section, const QString &title);

    ConnectionSection *m_connection;
    KeysSection *m_keys;
    ModelsSection *m_models;
    PolicySection *m_policy;
    HealthSection *m_health;
    ProbeSection *m_probe;
    QList<EditorSection *> m_sections;
};

} // namespace Gatehouse::Ui
