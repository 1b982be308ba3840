// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/regionsection.h"

#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

RegionSection::RegionSection(GatewayDraft &draft, QWidget *parent)
    : GatewaySettingsSection(u"region"_s, tr("Region"), u"globe"_s, draft, parent)
{
    addGroup();
    addZone();
    addChoice(&Settings::weekStart, u"week_start"_s, u"weekStartCombo"_s, tr("Week starts on"),
              tr("For weekly sums and budgets, and for calendars."),
              {{u"monday"_s, QLocale().standaloneDayName(Qt::Monday)},
               {u"saturday"_s, QLocale().standaloneDayName(Qt::Saturday)},
               {u"sunday"_s, QLocale().standaloneDayName(Qt::Sunday)}});
    addPreview();
    showDraft();
}

void RegionSection::addZone()
{
    m_zone = new QComboBox(this);
    m_zone->setObjectName(rowName(u"timeZoneCombo"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->addItem(tr("The system's (%1)").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())),
                    QString());
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(id), QString::fromLatin1(id));
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->lineEdit()->setObjectName(rowName(u"timeZoneField"));
    m_zone->lineEdit()->setAccessibleName(tr("Reporting time zone"));
    FormField *row =
        addRow(tr("Reporting time zone"), m_zone,
               tr("Decides days, months and budget periods for everyone who uses this gateway."));
    bind(row, u"reporting_time_zone"_s, &Settings::reportingTimeZone, [this] {
        const int index = m_zone->findData(draft().settings().reportingTimeZone);
        if (index >= 0)
            m_zone->setCurrentIndex(index);
        else
            m_zone->setEditText(draft().settings().reportingTimeZone);
    });
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const int index = m_zone->findText(m_zone->currentText(), Qt::MatchFixedString);
        const QString zone =
            index >= 0 ? m_zone->itemData(index).toString() : m_zone->currentText().trimmed();
        draft().edit([&zone](Settings &settings) { settings.reportingTimeZone = zone; });
        draft().check(path(u"reporting_time_zone"_s));
    });
    connect(m_zone, &QComboBox::activated, this, [this](int index) {
        const QString zone = m_zone->itemData(index).toString();
        draft().edit([&zone](Settings &settings) { settings.reportingTimeZone = zone; });
    });
}

void RegionSection::addPreview()
{
    auto *part = new QWidget(this);
    auto *line = new QVBoxLayout(part);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(3);
    line->addWidget(makeLabel(tr("Number format"), u"strong"_s, part));
    m_preview = makeLabel({}, u"muted"_s, part);
    m_preview->setObjectName(rowName(u"formatPreviewLabel"));
    m_preview->setWordWrap(true);
    line->addWidget(m_preview);
    line->addWidget(
        makeLabel(tr("As the system's language settings write them."), u"caption"_s, part));
    addPart(part, tr("Number format, money, dates, preview"));
}

void RegionSection::showDraft()
{
    GatewaySettingsSection::showDraft();
    const QTimeZone chosen(draft().settings().reportingTimeZone.toLatin1());
    const QTimeZone zone = chosen.isValid() ? chosen : QTimeZone::systemTimeZone();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    constexpr qint64 sampleMoney = 1'234'560'000'000;
    constexpr qint64 sampleCount = 48'144;
    //: A line of samples: money, a count, a share, date and time, a duration.
    m_preview->setText(tr("%1 · %2 requests · %3 · %4, %5 · %6")
                           .arg(Format::money(sampleMoney), Format::count(sampleCount),
                                Format::percent(0.9987, 2),
                                Format::dayAndMonth(now.toTimeZone(zone).date()),
                                Format::timeOfDay(now, zone), Format::duration(1240.0)));
}

} // namespace Gatehouse::Ui
