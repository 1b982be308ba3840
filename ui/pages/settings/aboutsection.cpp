// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/aboutsection.h"

#include "ui/pages/settings/textdialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

#include <QtCore/QFile>
#include <QtCore/QSysInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString resourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

AboutSection::AboutSection(StatusModel &status, UpkeepModel &upkeep, QWidget *parent)
    : SettingsSection(u"about"_s, tr("About"), u"info"_s, parent)
    , m_status(status)
    , m_upkeep(upkeep)
{
    addGroup(u"Gatehouse"_s);
    addFacts();
    addTexts();
    connect(&status, &StatusModel::changed, this, &AboutSection::showStatus);
    showStatus();
}

void AboutSection::addFacts()
{
    auto *part = new QWidget(this);
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const auto add = [=, this](const QString &name, const QString &value, QStringView row) {
        QLabel *label = makeLabel(value, {}, part);
        label->setObjectName(rowName(row));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int line = grid->rowCount();
        grid->addWidget(makeLabel(name, u"muted"_s, part), line, 0);
        grid->addWidget(label, line, 1);
        return label;
    };
    add(tr("Version"), QStringLiteral(GATEHOUSE_VERSION), u"versionLabel");
    m_gateway = add(tr("Gateway"), {}, u"gatewayVersionLabel");
    add(tr("Qt"),
        tr("%1, built with %2")
            .arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)),
        u"qtLabel");
    add(tr("Build"), QSysInfo::buildAbi(), u"buildLabel");
    m_revision = add(tr("Configuration revision"), {}, u"revisionLabel");
    m_schema = add(tr("Database revision"), Format::unknown(), u"databaseRevisionLabel");
    add(tr("Licence"), tr("Free software under the GNU General Public License, version 3 or later"),
        u"licenceLabel");
    addPart(part, tr("Version, build, database revision, licence"));
}

void AboutSection::addTexts()
{
    struct Text {
        QString row;
        QString title;
        QString resource;
    };
    const std::array texts{
        Text{u"changes"_s, tr("What is new"), u":/about/changes.md"_s},
        Text{u"licence"_s, tr("GNU General Public License"), u":/about/licence.txt"_s},
        Text{u"notices"_s, tr("Parts by others"), u":/about/notices.txt"_s},
        Text{u"icons"_s, tr("Icons: Lucide"), u":/icons/LICENSE"_s},
        Text{u"fonts"_s, tr("Font: Inter"), u":/fonts/OFL.txt"_s},
    };
    auto *part = new QWidget(this);
    auto *line = new FlowLayout(part, 8, 8);
    for (const Text &text : texts) {
        QPushButton *button =
            makeButton(text.title, {}, rowName(u"%1Button"_s.arg(text.row)), part);
        line->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, text] {
            (new TextDialog(rowName(u"%1Dialog"_s.arg(text.row)), text.title,
                            resourceText(text.resource), {}, window()))
                ->open();
        });
    }
    addPart(part, tr("What is new, changes, licences, notices, icons, font"));
}

void AboutSection::refresh()
{
    m_upkeep.storage(this, [this](const StorageState &state, const QString &problem) {
        const bool isTold = problem.isEmpty() && state.ledgerSchema > 0;
        m_schema->setText(isTold ? QLocale().toString(state.ledgerSchema) : Format::unknown());
        m_schema->setToolTip(problem);
    });
}

void AboutSection::showStatus()
{
    m_gateway->setText(m_status.status().version);
    m_revision->setText(QLocale().toString(m_status.status().revision));
}

} // namespace Gatehouse::Ui
