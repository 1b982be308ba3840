// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/gatewaydraft.h"

#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const QString gatewayPath = u"gateway"_s;

//! \a theirs with what \a mine changed since \a base: nobody's change is lost unless both touched
//! the same value.
Api::GatewaySettings rebased(const Api::GatewaySettings &mine, const Api::GatewaySettings &base,
                             const Api::GatewaySettings &theirs)
{
    const QJsonObject now = Api::toJson(mine);
    const QJsonObject before = Api::toJson(base);
    QJsonObject merged = Api::toJson(theirs);
    for (const QString &key : now.keys() + before.keys()) {
        if (now.value(key) == before.value(key))
            continue;
        if (now.contains(key))
            merged.insert(key, now.value(key));
        else
            merged.remove(key); // back to its default
    }
    Api::Findings none; // all of it was read before
    return Api::gatewayFromJson(merged, {}, none);
}

} // namespace

GatewayDraft::GatewayDraft(ConfigurationModel &configuration, QObject *parent)
    : QObject(parent)
    , m_configuration(configuration)
    , m_base(configuration.document().gateway)
    , m_draft(m_base)
{
    connect(&configuration, &ConfigurationModel::changed, this, &GatewayDraft::follow);
    connect(&configuration, &ConfigurationModel::theirsTaken, this, &GatewayDraft::discard);
}

//! What was not edited here follows the configuration; edits stay.
void GatewayDraft::follow()
{
    m_draft = rebased(m_draft, m_base, saved());
    m_base = saved();
    Q_EMIT changed();
}

void GatewayDraft::setFile(const QString &file, const QHash<QString, int> &lines)
{
    if (file == m_file && lines == m_lines)
        return;
    m_file = file;
    m_lines = lines;
    m_form.setLocked([this](const QString &path) { return originOf(path); });
    Q_EMIT changed();
}

QString GatewayDraft::originOf(const QString &path) const
{
    if (m_file.isEmpty())
        return {};
    if (m_lines.isEmpty())
        return tr("Set by %1").arg(m_file);
    const int line = m_lines.value(path);
    return line > 0 ? tr("Set by %1, line %2").arg(m_file).arg(line)
                    : tr("Default, because %1 does not set it").arg(m_file);
}

void GatewayDraft::edit(const std::function<void(Api::GatewaySettings &)> &change)
{
    const Api::GatewaySettings before = m_draft;
    change(m_draft);
    if (m_draft != before)
        Q_EMIT changed();
}

void GatewayDraft::check(const QString &path)
{
    m_form.showOnly(path, Api::validate(m_draft, gatewayPath));
}

void GatewayDraft::showFindings(const Api::Findings &findings)
{
    QStringList lines;
    for (const Api::Finding &finding : m_form.show(findings))
        if (finding.severity == Api::Severity::Error)
            lines.append(finding.message);
    m_problem = lines.join(u'\n');
}

void GatewayDraft::save(std::function<void()> then)
{
    const Api::Findings findings = Api::validate(m_draft, gatewayPath);
    showFindings(findings);
    if (Api::hasErrors(findings)) {
        Q_EMIT changed();
        return;
    }
    Api::Document document = m_configuration.document();
    document.gateway = m_draft;
    m_isSaving = true;
    m_afterSave = std::move(then);
    m_configuration.replace(
        document, tr("Saved the gateway settings"), this,
        [this](const std::optional<Refusal> &refusal) { finishSaving(refusal); });
    Q_EMIT changed();
}

void GatewayDraft::finishSaving(const std::optional<Refusal> &refusal)
{
    m_isSaving = false;
    const std::function<void()> then = std::exchange(m_afterSave, {});
    if (!refusal) {
        m_base = m_draft;
    } else {
        showFindings(refusal->findings);
        if (refusal->error.code == ErrorCode::Conflict)
            m_problem = tr("Not saved: someone else changed the configuration first.");
        else if (refusal->findings.isEmpty())
            m_problem = refusal->error.detail;
    }
    Q_EMIT changed();
    if (!refusal && then)
        then();
}

void GatewayDraft::discard()
{
    m_base = saved();
    m_draft = m_base;
    m_problem.clear();
    m_form.clear();
    Q_EMIT changed();
}

} // namespace Gatehouse::Ui
