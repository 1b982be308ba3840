// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/advancedsection.h"

#include "ui/pages/settings/textdialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtCore/QDir>
#include <QtCore/QSysInfo>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString stateName(GatewayStatus::State state)
{
    switch (state) {
    case GatewayStatus::State::Unknown:
        return u"unknown"_s;
    case GatewayStatus::State::Starting:
        return u"starting"_s;
    case GatewayStatus::State::Running:
        return u"running"_s;
    case GatewayStatus::State::Degraded:
        return u"degraded"_s;
    case GatewayStatus::State::Stopping:
        return u"stopping"_s;
    case GatewayStatus::State::Stopped:
        return u"stopped"_s;
    }
    return {};
}

//! Reports are read by others, in one language: not translated.
void appendConfiguration(QStringList &lines, const Api::Document &document)
{
    QStringList dialects;
    for (const Api::Provider &provider : document.providers)
        dialects.append(provider.dialect);
    dialects.sort();
    lines +=
        {u"providers:      %1 (%2)"_s.arg(document.providers.size()).arg(dialects.join(u", "_s)),
         u"routes:         %1"_s.arg(document.routes.size()),
         u"teams:          %1"_s.arg(document.teams.size()),
         u"declared keys:  %1"_s.arg(document.keys.size()),
         u"own prices:     %1"_s.arg(document.prices.size()),
         u"TLS:            %1"_s.arg(document.gateway.tls ? u"on"_s : u"off"_s)};
}

} // namespace

AdvancedSection::AdvancedSection(GatewayDraft &draft, ConfigurationModel &configuration,
                                 StatusModel &status, QWidget *parent)
    : GatewaySettingsSection(u"advanced"_s, tr("Advanced"), u"terminal"_s, draft, parent)
    , m_configuration(configuration)
    , m_status(status)
    , m_openFolder(nullptr)
{
    addGroup();
    addLogLevel();
    QPushButton *report = addAction(
        u"diagnosticsButton"_s, tr("Diagnostics"),
        tr("Versions, states and problems, without names, addresses or secrets. Shown before it "
           "is copied."),
        tr("Show…"));
    connect(report, &QPushButton::clicked, this, [this] {
        (new TextDialog(u"settings.advanced.diagnosticsDialog"_s, tr("Diagnostics"), diagnostics(),
                        tr("Copy diagnostics"), window()))
            ->open();
    });
    m_openFolder = addAction(u"openFolderButton"_s, tr("Data folder"),
                             tr("Databases and journals."), tr("Open"));
    connect(m_openFolder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_status.status().dataFolder));
    });
    QPushButton *reset =
        addAction(u"resetLayoutButton"_s, tr("Window layout"),
                  tr("Size, place and sidebar as they were at first."), tr("Reset"));
    connect(reset, &QPushButton::clicked, this, &AdvancedSection::windowResetRequested);
    connect(&status, &StatusModel::changed, this, &AdvancedSection::showFolder);
    connect(&configuration, &ConfigurationModel::changed, this, &AdvancedSection::showOffered);
    showFolder();
    showDraft();
    showOffered();
}

void AdvancedSection::addLogLevel()
{
    m_logLevel = addChoice(&Settings::logLevel, u"log_level"_s, u"logLevelCombo"_s, tr("Log level"),
                           tr("The least that the gateway writes to its log, from the moment it is "
                              "saved. Never secrets, prompts or replies."),
                           {{u"debug"_s, tr("Everything, for finding faults")},
                            {u"info"_s, tr("Usual")},
                            {u"warning"_s, tr("Warnings and errors")},
                            {u"error"_s, tr("Errors only")}});
}

//! A setting of the gateway has no place before the gateway has told its settings.
bool AdvancedSection::isOffered(const QWidget *part) const
{
    return part != m_logLevel || m_configuration.isLoaded();
}

QPushButton *AdvancedSection::addAction(const QString &row, const QString &label,
                                        const QString &help, const QString &button)
{
    QPushButton *made = makeButton(button, {}, rowName(row), this);
    made->setAccessibleName(tr("%1: %2").arg(label, button));
    addRow(label, made, help);
    return made;
}

//! A gateway elsewhere has its folder elsewhere.
void AdvancedSection::showFolder()
{
    const QString &folder = m_status.status().dataFolder;
    m_openFolder->setEnabled(!folder.isEmpty() && QDir(folder).exists());
    m_openFolder->setToolTip(folder);
}

QString AdvancedSection::diagnostics() const
{
    const GatewayStatus &status = m_status.status();
    const QScreen *screen = QGuiApplication::primaryScreen();
    QStringList lines{
        u"Gatehouse:      %1"_s.arg(QStringLiteral(GATEHOUSE_VERSION)),
        u"gateway:        %1, %2, revision %3"_s.arg(status.version, stateName(status.state))
            .arg(status.revision),
        u"Qt:             %1 (built with %2)"_s.arg(QString::fromLatin1(qVersion()),
                                                    QStringLiteral(QT_VERSION_STR)),
        u"system:         %1, kernel %2, %3"_s.arg(QSysInfo::prettyProductName(),
                                                   QSysInfo::kernelVersion(),
                                                   QSysInfo::currentCpuArchitecture()),
        u"platform:       %1"_s.arg(QGuiApplication::platformName()),
        u"language:       %1"_s.arg(QLocale().name()),
        u"secret store:   %1, %2"_s.arg(status.secretStoreKind, status.secretStoreState),
        u"managed by:     %1"_s.arg(status.managedBy.isEmpty() ? u"this program"_s : u"a file"_s),
        u"restart needed: %1"_s.arg(status.restartNeeded ? u"yes"_s : u"no"_s)};
    if (screen)
        lines.append(u"screen:         %1 x %2, ratio %3"_s.arg(screen->size().width())
                         .arg(screen->size().height())
                         .arg(screen->devicePixelRatio()));
    appendConfiguration(lines, m_configuration.document());
    // The code says what is wrong; titles and details may name providers, files and addresses.
    for (const Problem &problem : status.problems)
        lines.append(u"problem:        %1"_s.arg(problem.code.section(u':', 0, 0)));
    return lines.join(u'\n');
}

} // namespace Gatehouse::Ui
