// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/kindfields.h"

#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const QString organisationHeader = u"OpenAI-Organization"_s;
const QString projectHeader = u"OpenAI-Project"_s;

bool isOwnHeader(const QString &name)
{
    return name.compare(organisationHeader, Qt::CaseInsensitive) == 0
        || name.compare(projectHeader, Qt::CaseInsensitive) == 0;
}

QString headerValue(const QMap<QString, QString> &headers, const QString &name)
{
    for (auto it = headers.begin(); it != headers.end(); ++it)
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it.value();
    return {};
}

void setHeader(QMap<QString, QString> &headers, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        headers.insert(name, value);
}

} // namespace

KindFields::KindFields(Form &form, QWidget *parent)
    : EditorSection(form, parent)
{
    column()->setContentsMargins(0, 0, 0, 0);
    addFields();
    showFields();
}

void KindFields::addFields()
{
    m_api = makeCombo();
    m_version = makeLine();
    m_awsRegion = makeLine();
    m_project = makeLine();
    m_location = makeLine();
    m_organisation = makeLine();
    m_openAiProject = makeLine();
    m_awsRegion->setPlaceholderText(u"eu-central-1"_s);
    m_location->setPlaceholderText(u"europe-west4"_s);
    m_organisation->setPlaceholderText(u"org-…"_s);
    m_openAiProject->setPlaceholderText(u"proj_…"_s);
    connect(m_api, &QComboBox::activated, this, &KindFields::showFields);
    const auto row = [this](const QString &path, const QString &name, const QString &label,
                            QWidget *control, const QString &help) {
        FormField *field = makeField(path, name, label, control, help);
        m_rows.insert(control, field);
        return field;
    };
    addRow({row(u"api"_s, u"apiCombo"_s, tr("Programming interface"), m_api, {}),
            row(u"api_version"_s, u"apiVersionField"_s, tr("API version"), m_version, {}),
            row(u"aws_region"_s, u"awsRegionField"_s, tr("AWS region"), m_awsRegion,
                tr("Where the models run."))});
    addRow({row(u"project"_s, u"projectField"_s, tr("Google Cloud project"), m_project,
                tr("Its ID, not its name.")),
            row(u"location"_s, u"locationField"_s, tr("Location"), m_location,
                tr("A region, or global."))});
    addRow({row(u"headers.OpenAI-Organization"_s, u"organisationField"_s, tr("Organization"),
                m_organisation, tr("Optional. For keys of several organizations.")),
            row(u"headers.OpenAI-Project"_s, u"openAiProjectField"_s, tr("Project"),
                m_openAiProject, tr("Optional. Its ID."))});
}

void KindFields::showApis(const QString &api)
{
    m_api->clear();
    const auto offer = [this, &api](const QString &text, const QString &word) {
        // The first is what an absent member means.
        m_api->addItem(text, m_api->count() == 0 && api.isEmpty() ? QString() : word);
    };
    if (m_dialect == "azure-openai"_L1) {
        offer(tr("OpenAI v1"), u"v1"_s);
        offer(tr("Deployments, with a version"), u"deployments"_s);
    } else if (m_dialect == "bedrock"_L1) {
        offer(tr("Converse"), u"converse"_s);
        offer(tr("OpenAI compatible"), u"openai"_s);
    }
    m_api->setCurrentIndex(std::max(0, m_api->findData(api)));
}

void KindFields::showFields()
{
    const bool azure = m_dialect == "azure-openai"_L1;
    const bool bedrock = m_dialect == "bedrock"_L1;
    const bool vertex = m_dialect == "vertex"_L1;
    const bool deployments = azure && m_api->currentData().toString() == "deployments"_L1;
    const bool anthropic = m_dialect == "anthropic"_L1;
    const bool openAi = m_dialect == "openai"_L1
        && (QUrl(m_address).host().endsWith(".openai.com"_L1) || !m_organisation->text().isEmpty()
            || !m_openAiProject->text().isEmpty());
    m_rows.value(m_api)->setVisible(azure || bedrock);
    m_rows.value(m_version)->setVisible(deployments || anthropic);
    m_rows.value(m_version)->setHelp(anthropic ? tr("A date, or auto.") : tr("A date."));
    m_version->setPlaceholderText(anthropic ? u"auto"_s : u"2024-10-21"_s);
    m_rows.value(m_awsRegion)->setVisible(bedrock);
    m_rows.value(m_project)->setVisible(vertex);
    m_rows.value(m_location)->setVisible(vertex);
    m_rows.value(m_organisation)->setVisible(openAi);
    m_rows.value(m_openAiProject)->setVisible(openAi);
    setVisible(azure || bedrock || vertex || anthropic || openAi);
}

void KindFields::setKind(const QString &dialect, const QString &address)
{
    const QString api = dialect == m_dialect ? m_api->currentData().toString() : QString();
    m_dialect = dialect;
    m_address = address;
    showApis(api);
    showFields();
}

QMap<QString, QString> KindFields::withoutOwnHeaders(const Api::Provider &provider)
{
    QMap<QString, QString> headers = provider.headers;
    if (provider.dialect != "openai"_L1)
        return headers;
    for (const QString &name : provider.headers.keys())
        if (isOwnHeader(name))
            headers.remove(name);
    return headers;
}

void KindFields::showDraft(const ProviderDraft &draft)
{
    const Api::Provider &provider = draft.provider;
    const bool openAi = provider.dialect == "openai"_L1;
    m_dialect = provider.dialect;
    m_address = provider.baseUrl;
    m_version->setText(provider.apiVersion);
    m_awsRegion->setText(provider.awsRegion);
    m_project->setText(provider.project);
    m_location->setText(provider.location);
    m_organisation->setText(openAi ? headerValue(provider.headers, organisationHeader) : QString());
    m_openAiProject->setText(openAi ? headerValue(provider.headers, projectHeader) : QString());
    showApis(provider.api);
    showFields();
}

void KindFields::readDraft(ProviderDraft &draft) const
{
    Api::Provider &provider = draft.provider;
    provider.api = m_api->currentData().toString();
    provider.apiVersion = m_version->text().trimmed();
    provider.awsRegion = m_awsRegion->text().trimmed();
    provider.project = m_project->text().trimmed();
    provider.location = m_location->text().trimmed();
    setHeader(provider.headers, organisationHeader, m_organisation->text().trimmed());
    setHeader(provider.headers, projectHeader, m_openAiProject->text().trimmed());
}

} // namespace Gatehouse::Ui
