// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/models/providersave.h"
#include "ui/models/statusmodel.h"
#include "ui/widgets/form.h"

namespace Gatehouse::Ui {

class ConnectionSection;
class EditorFooter;
class EditorTabs;
class HealthSection;
class KeysSection;
class KindChoices;
class ModelsSection;
class ProviderHeader;

//! One provider: everything the configuration says of it, its keys, models and health, with a
//! footer to save or discard. Also adds new ones.
class ProviderEditor : public QWidget
{
    Q_OBJECT

public:
    ProviderEditor(Api::AdminClient &client, ConfigurationModel &configuration, StatusModel &status,
                   QWidget *parent = nullptr);
    ~ProviderEditor() override;

    //! Shows the provider as the configuration has it; false when it has none of this id.
    bool openProvider(const ProviderRow &row);
    //! A new provider of \a kind, or of the first kind there is.
    void openNew(const std::optional<KnownProvider> &kind = {});
    void openCopy(const QString &id);
    void chooseKind(const KnownProvider &kind);
    //! How the shown provider does now.
    void setRow(const ProviderRow &row);

    bool isNew() const { return m_isNew; }
    //! The id in the configuration, empty for a new one.
    QString provider() const { return m_isNew ? QString() : m_base.provider.id; }
    bool hasUnsavedChanges() const;
    //! Runs \a go at once, or after the person has saved or discarded what is unsaved.
    void leave(std::function<void()> go);

public Q_SLOTS:
    void test();
    void save();
    void discard();
    void togglePause();

Q_SIGNALS:
    void closed();
    //! hasUnsavedChanges() may be another now.
    void draftChanged();
    //! A new provider is in the configuration.
    void added(const QString &id);
    //! A test ended; the gateway knows more now.
    void tested();
    //! The provider is gone from the configuration.
    void vanished();
    void duplicateRequested(const QString &id);
    void deleteRequested(const QString &id);
    void requestsRequested(const QString &id);
    void pricesRequested(const QString &id, const QString &model);

private:
    enum class Busy { No, Testing, Saving };

    void connectSections();
    void showDraft(const ProviderDraft &draft, bool isNew);
    ProviderDraft draft() const;
    Api::Findings findings(const ProviderDraft &draft) const;
    void showTitle();
    void showFooter();
    void applyLock();
    //! \a choosesFirst: a new provider begins as the first of them.
    void loadKinds(bool choosesFirst);
    void showKinds();
    void loadPlace();
    void followConfiguration();
    void checkField(const QString &path);
    //! Marks what is wrong and goes to it; false when something is.
    bool showFindings(const Api::Findings &findings);
    void takeTest(const QJsonObject &result);
    void startSave(ProviderSave::Trust trust);
    void finishSave(const ProviderSave::Outcome &outcome);
    void setMessage(const QString &text, const QString &tone);
    void setBusy(Busy busy);
    QString lockOrigin() const;

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    StatusModel &m_status;
    Form m_form;
    QPointer<Api::AdminCall> m_testCall;
    QPointer<ProviderSave> m_save;
    ProviderDraft m_base;     //!< as the configuration has it
    ProviderDraft m_baseline; //!< the same as the fields show it
    std::function<void()> m_afterSave;
    bool m_isNew = false;
    bool m_choosesFirst = false; //!< once the kinds are known
    Busy m_busy = Busy::No;

    ProviderHeader *m_header;
    EditorTabs *m_tabs;
    ConnectionSection *m_connection;
    KeysSection *m_keys;
    ModelsSection *m_models;
    HealthSection *m_healthSection;
    EditorFooter *m_footer = nullptr;
    KindChoices *m_kinds = nullptr;
};

} // namespace Gatehouse::Ui
