// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/providereditor.h"

#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "ui/models/providerremoval.h"
#include "ui/pages/providers/connectionsection.h"
#include "ui/pages/providers/editorfooter.h"
#include "ui/pages/providers/editortabs.h"
#include "ui/pages/providers/healthsection.h"
#include "ui/pages/providers/keymover.h"
#include "ui/pages/providers/keyssection.h"
#include "ui/pages/providers/kindchoices.h"
#include "ui/pages/providers/modelssection.h"
#include "ui/pages/providers/providerheader.h"
#include "ui/widgets/unsavedquestion.h"

#include <QtCore/QFileInfo>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const Api::Provider *providerOf(const Api::Document &document, const QString &id)
{
    const auto found = std::find_if(document.providers.cbegin(), document.providers.cend(),
                                    [&id](const auto &provider) { return provider.id == id; });
    return found == document.providers.cend() ? nullptr : &*found;
}

QStringList takenIds(const Api::Document &document)
{
    QStringList ids;
    for (const Api::Provider &provider : document.providers)
        ids.append(provider.id);
    return ids;
}

} // namespace

ProviderEditor::ProviderEditor(Api::AdminClient &client, ConfigurationModel &configuration,
                               StatusModel &status, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_status(status)
    , m_header(new ProviderHeader(this))
    , m_tabs(new EditorTabs(client, m_form, this))
    , m_connection(&m_tabs->connection())
    , m_keys(&m_tabs->keys())
    , m_models(&m_tabs->models())
    , m_healthSection(&m_tabs->health())
    , m_kinds(new KindChoices(client, this))
{
    setObjectName(u"providers.editor"_s);
    setAccessibleName(tr("Provider"));
    m_footer = new EditorFooter(this); // after the tabs in the order of Tab
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_footer);
    connectSections();
    showFooter();
}

ProviderEditor::~ProviderEditor()
{
    m_tabs->disconnect(this); // losing the focus at the end is no leaving of a field
}

void ProviderEditor::connectSections()
{
    auto *mover = new KeyMover(m_client, this);
    connect(m_keys, &KeysSection::moveRequested, this, [this, mover](const QString &reference) {
        leave([mover, reference] { mover->ask(reference); }); // what is unsaved names the old place
    });
    connect(mover, &KeyMover::moved, this,
            [this](const QString &sentence) { setMessage(sentence, u"caption"_s); });
    connect(mover, &KeyMover::failed, this,
            [this](const QString &sentence) { setMessage(sentence, u"error"_s); });
    connect(m_tabs, &EditorTabs::edited, this, &ProviderEditor::showFooter);
    connect(m_tabs, &EditorTabs::fieldLeft, this, &ProviderEditor::checkField);
    connect(m_connection, &ConnectionSection::kindChosen, this, &ProviderEditor::chooseKind);
    connect(m_models, &ModelsSection::pricesRequested, this, &ProviderEditor::pricesRequested);
    connect(m_healthSection, &HealthSection::requestsRequested, this,
            [this] { Q_EMIT requestsRequested(provider()); });
    connect(m_header, &ProviderHeader::testRequested, this, &ProviderEditor::test);
    connect(m_header, &ProviderHeader::pauseRequested, this, &ProviderEditor::togglePause);
    connect(m_header, &ProviderHeader::closeRequested, this, &ProviderEditor::closed);
    connect(m_header, &ProviderHeader::duplicateRequested, this,
            [this] { Q_EMIT duplicateRequested(provider()); });
    connect(m_header, &ProviderHeader::deleteRequested, this,
            [this] { Q_EMIT deleteRequested(provider()); });
    connect(&m_configuration, &ConfigurationModel::changed, this,
            &ProviderEditor::followConfiguration);
    connect(&m_configuration, &ConfigurationModel::theirsTaken, this, [this] {
        if (isVisible())
            discard();
    });
    connect(&m_status, &StatusModel::changed, this, &ProviderEditor::applyLock);
    connect(m_kinds, &KindChoices::changed, this, &ProviderEditor::showKinds);
    connect(m_footer, &EditorFooter::saveRequested, this, &ProviderEditor::save);
    connect(m_footer, &EditorFooter::discardRequested, this, &ProviderEditor::discard);
    connect(m_footer, &EditorFooter::saveAnywayRequested, this,
            [this] { startSave(ProviderSave::Trust::SaveAnyway); });
    for (const QKeySequence &keys :
         {QKeySequence(Qt::CTRL | Qt::Key_S), QKeySequence(Qt::CTRL | Qt::Key_Return)}) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &ProviderEditor::save);
    }
}

bool ProviderEditor::openProvider(const ProviderRow &row)
{
    const Api::Provider *configured = providerOf(m_configuration.document(), row.id);
    if (!configured)
        return false;
    showDraft(draftOf(*configured, row.keys), false);
    m_models->setAliases(aliasesOf(m_configuration.document(), row.id));
    setRow(row);
    m_healthSection->clearTest();
    loadPlace();
    return true;
}

void ProviderEditor::openNew(const std::optional<KnownProvider> &kind)
{
    m_tabs->setCurrentIndex(EditorTabs::ConnectionTab);
    m_healthSection->clearTest();
    showDraft({}, true);
    if (kind)
        m_connection->chooseKind(*kind);
    else if (!m_kinds->known().isEmpty())
        m_connection->chooseKind(m_kinds->known().constFirst());
    loadKinds(!kind);
    loadPlace();
}

void ProviderEditor::openCopy(const QString &id)
{
    const Api::Provider *configured = providerOf(m_configuration.document(), id);
    if (!configured)
        return;
    ProviderDraft copy = draftOf(*configured, {});
    copy.provider.id = freeName(id, takenIds(m_configuration.document()));
    copy.provider.name = tr("Copy of %1").arg(copy.name());
    copy.provider.paused = false;
    m_tabs->setCurrentIndex(EditorTabs::ConnectionTab);
    m_healthSection->clearTest();
    showDraft(copy, true);
    m_connection->setKindVisible(false);
    setMessage(tr("The copy uses the same stored keys."), u"caption"_s);
}

void ProviderEditor::chooseKind(const KnownProvider &kind)
{
    const QString typed = m_connection->newKey();
    showDraft(draftOf(kind, takenIds(m_configuration.document())), true);
    m_connection->setNewKey(typed);
    m_models->setListed(kind.models);
    showFooter();
}

void ProviderEditor::showDraft(const ProviderDraft &draft, bool isNew)
{
    delete m_testCall;
    delete m_save;
    m_afterSave = {};
    m_isNew = isNew;
    m_base = draft;
    m_form.clear();
    m_connection->setNew(isNew);
    m_tabs->showDraft(draft);
    m_models->setProvider(provider());
    if (isNew)
        m_healthSection->setProvider(nullptr);
    m_baseline = this->draft();
    m_footer->offerSaveAnyway(false);
    setMessage({}, u"caption"_s);
    setBusy(Busy::No);
    applyLock();
    showTitle();
}

ProviderDraft ProviderEditor::draft() const
{
    ProviderDraft read = m_tabs->readDraft(m_base);
    if (const auto newKey = m_connection->newDraftKey(read.keys))
        read.keys.prepend(*newKey);
    return read;
}

void ProviderEditor::setRow(const ProviderRow &row)
{
    m_healthSection->setProvider(&row);
    m_keys->setStates(row.keys);
    if (!row.listed.isEmpty())
        m_models->setListed(row.listed);
    m_header->showHealth(row);
    // What the gateway tells of the keys is no edit.
    m_baseline.keys = m_keys->withStates(m_baseline.keys);
    m_base.keys = m_keys->withStates(m_base.keys);
}

Api::Findings ProviderEditor::findings(const ProviderDraft &draft) const
{
    return m_tabs->findings() + Api::validate(draft.complete());
}

bool ProviderEditor::hasUnsavedChanges() const
{
    return !isHidden() && (draft() != m_baseline || !m_tabs->findings().isEmpty());
}

void ProviderEditor::showTitle()
{
    if (m_isNew)
        m_header->showNew();
    else
        m_header->showProvider(m_base.provider.id, m_base.name(), m_base.provider.paused);
    m_footer->showNew(m_isNew);
}

void ProviderEditor::showFooter()
{
    const bool dirty = m_isNew || hasUnsavedChanges();
    const bool free = m_busy == Busy::No;
    m_footer->setEnabledParts(free && lockOrigin().isEmpty(), dirty && free);
    m_header->setTesting(!free);
    if (dirty && !m_isNew && m_footer->message().isEmpty())
        setMessage(tr("Unsaved changes"), u"warning"_s);
    else if (!dirty && m_footer->message() == tr("Unsaved changes"))
        setMessage({}, u"caption"_s);
    Q_EMIT draftChanged();
}

void ProviderEditor::setMessage(const QString &text, const QString &tone)
{
    m_footer->setMessage(text, tone);
}

void ProviderEditor::setBusy(Busy busy)
{
    m_busy = busy;
    showFooter();
}

QString ProviderEditor::lockOrigin() const
{
    const QString &file = m_status.status().managedBy;
    return file.isEmpty() ? QString() : tr("Set by %1").arg(QFileInfo(file).fileName());
}

void ProviderEditor::applyLock()
{
    const QString origin = lockOrigin();
    m_form.setLocked(origin);
    m_tabs->setLocked(!origin.isEmpty());
    m_header->setLocked(!origin.isEmpty());
    if (!origin.isEmpty())
        setMessage(tr("%1. Change it there.").arg(origin), u"caption"_s);
    showFooter();
}

void ProviderEditor::loadKinds(bool choosesFirst)
{
    m_choosesFirst = choosesFirst && m_kinds->known().isEmpty();
    showKinds();
    m_kinds->load();
}

void ProviderEditor::showKinds()
{
    m_connection->setKinds(m_kinds->found(), withEveryKind(m_kinds->known()));
    if (!m_choosesFirst || m_kinds->known().isEmpty())
        return;
    m_choosesFirst = false;
    if (m_isNew && draft().provider.baseUrl.isEmpty())
        m_connection->chooseKind(m_kinds->known().constFirst());
}

void ProviderEditor::loadPlace()
{
    connect(m_client.get(u"/status"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    m_keys->setPlace(parseSecretPlace(call->reply().body));
            });
}

void ProviderEditor::followConfiguration()
{
    if (m_isNew || isHidden() || m_save)
        return;
    const Api::Provider *configured = providerOf(m_configuration.document(), m_base.provider.id);
    if (!configured) {
        Q_EMIT vanished();
        return;
    }
    const bool dirty = hasUnsavedChanges();
    m_base.provider.paused = configured->paused;
    m_baseline.provider.paused = configured->paused;
    showTitle();
    if (m_base.complete() == *configured)
        return;
    if (dirty)
        setMessage(tr("Someone changed this provider meanwhile. Save puts your version on top, "
                      "Discard takes theirs."),
                   u"warning"_s);
    else
        showDraft(draftOf(*configured, m_keys->rows()), false);
}

void ProviderEditor::checkField(const QString &path)
{
    if (path != "kind"_L1 && lockOrigin().isEmpty())
        m_form.showOnly(path, findings(draft()));
}

bool ProviderEditor::showFindings(const Api::Findings &findings)
{
    const Api::Findings homeless = m_form.show(findings);
    if (!Api::hasErrors(findings))
        return true;
    setMessage(homeless.isEmpty() ? tr("Look at the marked fields.")
                                  : homeless.constFirst().message,
               u"error"_s);
    m_tabs->goToFirstError();
    return false;
}

void ProviderEditor::test()
{
    if (m_busy != Busy::No)
        return;
    const ProviderDraft tested = draft();
    const bool stored = !m_isNew && !hasUnsavedChanges();
    if (!stored && !showFindings(findings(tested)))
        return;
    const auto typed = std::find_if(tested.keys.cbegin(), tested.keys.cend(),
                                    [](const DraftKey &key) { return key.waits(); });
    const QJsonObject body =
        testBody(tested.complete(), typed != tested.keys.cend() ? &*typed : nullptr);
    m_tabs->setCurrentIndex(EditorTabs::HealthTab);
    m_healthSection->showTesting();
    setBusy(Busy::Testing);
    m_testCall = stored ? m_client.post(u"/providers/%1/test"_s.arg(tested.provider.id))
                        : m_client.post(u"/providers/test"_s, body);
    connect(m_testCall, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_testCall.clear();
        setBusy(Busy::No);
        if (call->succeeded())
            takeTest(call->reply().body);
        else
            m_healthSection->showProblem(
                call->reply().status == 0
                    ? tr("The gateway did not answer. Check that it runs, then test again.")
                    : tr("The test could not run. %1").arg(call->error().detail));
    });
}

void ProviderEditor::takeTest(const QJsonObject &result)
{
    m_healthSection->showTest(result);
    QStringList models;
    for (const QJsonValue &model : result.value("models"_L1).toArray())
        models.append(model.toString());
    if (!models.isEmpty())
        m_models->setListed(models);
    m_models->refreshCapabilities();
    Q_EMIT tested();
}

void ProviderEditor::save()
{
    if (m_busy != Busy::No || !lockOrigin().isEmpty())
        return;
    if (!m_isNew && !hasUnsavedChanges()) {
        setMessage(tr("Nothing to save."), u"caption"_s);
        return;
    }
    startSave(ProviderSave::Trust::TestFirst);
}

void ProviderEditor::startSave(ProviderSave::Trust trust)
{
    const ProviderDraft saved = draft();
    if (!showFindings(findings(saved))) {
        m_afterSave = {};
        return;
    }
    m_footer->offerSaveAnyway(false);
    const bool tests = trust == ProviderSave::Trust::TestFirst
        && (m_isNew || std::any_of(saved.keys.cbegin(), saved.keys.cend(), [](const DraftKey &key) {
                           return !key.value.isEmpty();
                       }));
    if (tests)
        m_healthSection->showTesting();
    setMessage(tests ? tr("Testing, then saving…") : tr("Saving…"), u"caption"_s);
    m_save = new ProviderSave(m_client, m_configuration, saved,
                              m_isNew ? ProviderSave::Purpose::Add : ProviderSave::Purpose::Change,
                              this);
    connect(m_save, &ProviderSave::tested, this, &ProviderEditor::takeTest);
    connect(m_save, &ProviderSave::keyStored, this, [this](int index, const Api::ProviderKey &key) {
        if (!m_connection->newKey().isEmpty()) { // it is in the list from now on
            const ProviderDraft whole = draft();
            m_connection->forgetKey();
            m_keys->showDraft(whole);
        }
        m_keys->keyStored(index, key);
    });
    connect(m_save, &ProviderSave::finished, this, &ProviderEditor::finishSave);
    setBusy(Busy::Saving);
    m_save->start(trust);
}

void ProviderEditor::finishSave(const ProviderSave::Outcome &outcome)
{
    m_save->deleteLater();
    m_save.clear();
    if (outcome.saved) {
        const ProviderDraft saved = draft();
        const bool wasNew = m_isNew;
        const std::function<void()> after = std::exchange(m_afterSave, {});
        showDraft(saved, false);
        if (wasNew)
            Q_EMIT added(saved.provider.id);
        if (after)
            after();
        return;
    }
    setBusy(Busy::No);
    m_afterSave = {};
    if (outcome.refusedByTest) {
        m_footer->offerSaveAnyway(true);
        m_tabs->setCurrentIndex(EditorTabs::HealthTab);
        setMessage(tr("The test failed, so nothing was saved."), u"error"_s);
    } else if (!outcome.findings.isEmpty()) {
        showFindings(outcome.findings);
    } else if (outcome.error.code == ErrorCode::Conflict) {
        setMessage(tr("Not saved: someone else changed the configuration first."), u"warning"_s);
    } else if (outcome.storingFailed) {
        setMessage(
            tr("The key could not be stored, so nothing was saved. %1").arg(outcome.error.detail),
            u"error"_s);
    } else {
        setMessage(tr("The provider could not be saved. %1").arg(outcome.error.detail), u"error"_s);
    }
}

void ProviderEditor::discard()
{
    if (m_isNew) {
        m_baseline = draft(); // nothing to ask about
        Q_EMIT closed();
        return;
    }
    const Api::Provider *configured = providerOf(m_configuration.document(), m_base.provider.id);
    showDraft(configured ? draftOf(*configured, m_keys->rows()) : m_base, false);
}

void ProviderEditor::togglePause()
{
    if (m_isNew || !lockOrigin().isEmpty())
        return;
    const bool paused = m_base.provider.paused;
    m_configuration.change(
        "POST", u"/providers/%1/%2"_s.arg(m_base.provider.id, paused ? u"resume"_s : u"pause"_s),
        {}, paused ? tr("Resumed %1").arg(m_base.name()) : tr("Paused %1").arg(m_base.name()), this,
        [this](const std::optional<Refusal> &refusal) {
            if (refusal)
                setMessage(refusal->error.detail, u"error"_s);
        });
}

void ProviderEditor::leave(std::function<void()> go)
{
    if (!hasUnsavedChanges())
        return go();
    askUnsaved(this,
               {.objectName = u"providers.leaveDialog"_s,
                .title = tr("Save the changes to %1?").arg(draft().name()),
                .save =
                    [this, go] {
                        m_afterSave = go;
                        save();
                    },
                .discard =
                    [this, go] {
                        m_baseline = draft();
                        Q_EMIT draftChanged();
                        go();
                    }});
}

} // namespace Gatehouse::Ui
