// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/regionsection.h"

#include "ui/models/preferences.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! The dollar, and what the European Central Bank has rates of.
const QStringList &currencies()
{
    static const QStringList codes{
        u"USD"_s, u"EUR"_s, u"AUD"_s, u"BGN"_s, u"BRL"_s, u"CAD"_s, u"CHF"_s, u"CNY"_s,
        u"CZK"_s, u"DKK"_s, u"GBP"_s, u"HKD"_s, u"HUF"_s, u"IDR"_s, u"ILS"_s, u"INR"_s,
        u"ISK"_s, u"JPY"_s, u"KRW"_s, u"MXN"_s, u"MYR"_s, u"NOK"_s, u"NZD"_s, u"PHP"_s,
        u"PLN"_s, u"RON"_s, u"SEK"_s, u"SGD"_s, u"THB"_s, u"TRY"_s, u"ZAR"_s};
    return codes;
}

//! Every way of writing numbers once, each with the country it is known from.
const QStringList &numberLocales()
{
    static const QStringList names{u"en_US"_s, u"en_GB"_s, u"de_DE"_s, u"de_CH"_s,
                                   u"fr_FR"_s, u"sv_SE"_s, u"en_IN"_s, u"zh_CN"_s};
    return names;
}

QString currencyText(const QString &code)
{
    const QString sign = Format::Currency{.code = code}.sign().trimmed();
    return sign == code ? code : u"%1 (%2)"_s.arg(code, sign);
}

//! "1.234.567,89 · 22.11.26"
QString sampleOf(const QLocale &locale)
{
    constexpr double sample = 1'234'567.89;
    return u"%1 · %2"_s.arg(locale.toString(sample, 'f', 2),
                            locale.toString(QDate::currentDate(), QLocale::ShortFormat));
}

} // namespace

RegionSection::RegionSection(GatewayDraft &draft, Preferences &preferences, QWidget *parent)
    : GatewaySettingsSection(u"region"_s, tr("Region"), u"globe"_s, draft, parent)
    , m_preferences(preferences)
{
    addGroup();
    addZone();
    const QLocale words = Format::wordLocale();
    addChoice(&Settings::weekStart, u"week_start"_s, u"weekStartCombo"_s, tr("Week starts on"),
              tr("For weekly sums and budgets, and for calendars."),
              {{u"monday"_s, words.standaloneDayName(Qt::Monday)},
               {u"saturday"_s, words.standaloneDayName(Qt::Saturday)},
               {u"sunday"_s, words.standaloneDayName(Qt::Sunday)}});
    addGroup(tr("Currency"));
    addCurrency();
    addRate();
    addRateFile();
    addGroup(tr("Numbers and dates"));
    addNumberFormat();
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

void RegionSection::addCurrency()
{
    m_currency = new QComboBox(this);
    m_currency->setObjectName(rowName(u"currencyCombo"));
    for (const QString &code : currencies())
        m_currency->addItem(currencyText(code), code);
    FormField *row =
        addRow(tr("Currency"), m_currency,
               tr("Amounts are shown in it, marked with ≈. Prices, limits and budgets stay in US "
                  "dollars."));
    bind(row, u"currency"_s, &Settings::currency, [this] {
        const QString code = draft().settings().currency;
        if (m_currency->findData(code) < 0)
            m_currency->addItem(currencyText(code), code); // set by hand in the configuration
        m_currency->setCurrentIndex(m_currency->findData(code));
    });
    connect(m_currency, &QComboBox::activated, this,
            [this](int index) { chooseCurrency(m_currency->itemData(index).toString()); });
}

void RegionSection::addRate()
{
    m_rate = new QDoubleSpinBox(this);
    m_rate->setObjectName(rowName(u"currencyRateSpin"));
    m_rate->setDecimals(6);
    m_rate->setRange(0.000001, 1e9);
    m_rate->setPrefix(tr("1 USD = "));
    m_rate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_rateRow = addRow(tr("Rate"), m_rate, {});
    bind(m_rateRow, u"currency_rate"_s, &Settings::currencyRate,
         [this] { m_rate->setValue(draft().settings().currencyRate); });
    connect(m_rate, &QDoubleSpinBox::valueChanged, this,
            [this](double rate) { setRate(rate, QDate::currentDate().toString(Qt::ISODate), {}); });
    connect(m_rate, &QDoubleSpinBox::editingFinished, this,
            [this] { draft().check(path(u"currency_rate"_s)); });
}

void RegionSection::addRateFile()
{
    m_file = makeButton(tr("Import…"), {}, rowName(u"rateFileButton"), this);
    m_fileRow = addRow(tr("Rates from a file"), m_file,
                       tr("eurofxref-daily.xml of the European Central Bank, from ecb.europa.eu."));
    connect(m_file, &QPushButton::clicked, this, &RegionSection::chooseRateFile);
}

//! A rate belongs to its currency: another one begins with the imported rate, or with none.
void RegionSection::chooseCurrency(const QString &code)
{
    const std::optional<double> rate = m_rates.forDollar(code);
    draft().edit([&code](Settings &settings) { settings.currency = code; });
    setRate(rate.value_or(1), rate ? m_rates.date : QString(), rate ? u"ECB"_s : QString());
    m_fileRow->setProblem(FormField::Problem::None, {});
    showOffered();
    if (rate || code == "USD"_L1)
        draft().check(path(u"currency_rate"_s)); // a rate of 1 is named when the field is left
}

void RegionSection::setRate(double rate, const QString &date, const QString &source)
{
    draft().edit([&](Settings &settings) {
        settings.currencyRate = rate;
        settings.currencyRateDate = date;
        settings.currencyRateSource = source;
    });
}

void RegionSection::chooseRateFile()
{
    auto *dialog = new QFileDialog(window(), tr("Import exchange rates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Exchange rates (*.xml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RegionSection::importRates);
    dialog->open();
}

void RegionSection::importRates(const QString &fileName)
{
    QFile file(fileName);
    const QString code = draft().settings().currency;
    const auto refuse = [this](const QString &problem) {
        m_fileRow->setProblem(FormField::Problem::Error, problem);
    };
    if (!file.open(QIODevice::ReadOnly))
        return refuse(tr("%1 cannot be read: %2").arg(fileName, file.errorString()));
    const RateFile read = readRateFile(file);
    if (!read.problem.isEmpty())
        return refuse(read.problem);
    m_rates = read;
    const std::optional<double> rate = read.forDollar(code);
    if (!rate)
        return refuse(tr("The file has no rate of %1. Enter it by hand.").arg(code));
    m_fileRow->setProblem(FormField::Problem::None, {});
    setRate(*rate, read.date, u"ECB"_s);
    draft().check(path(u"currency_rate"_s));
}

Format::Currency RegionSection::currency() const
{
    const Settings &settings = draft().settings();
    return {.code = settings.currency,
            .rate = settings.currencyRate,
            .date = settings.currencyRateDate,
            .source = settings.currencyRateSource};
}

bool RegionSection::isOffered(const QWidget *part) const
{
    const bool isRate = part == m_rateRow || part == m_fileRow;
    return !isRate || draft().settings().currency != "USD"_L1;
}

void RegionSection::addNumberFormat()
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(rowName(u"numberFormatCombo"));
    combo->addItem(tr("Like the language"), QString());
    for (const QString &name : numberLocales())
        combo->addItem(sampleOf(QLocale(name)), name);
    combo->setCurrentIndex(std::max(0, combo->findData(m_preferences.numberFormat())));
    FormField *row =
        addRow(tr("Number format"), combo, tr("Of this desktop: amounts, counts and short dates."));
    connect(combo, &QComboBox::activated, this,
            [this, combo](int index) { chooseNumberFormat(combo->itemData(index).toString()); });
    makeResettable(
        row, [this] { return m_preferences.numberFormat().isEmpty(); },
        [this, combo] {
            combo->setCurrentIndex(0);
            chooseNumberFormat({});
        });
}

void RegionSection::chooseNumberFormat(const QString &locale)
{
    if (locale == m_preferences.numberFormat())
        return;
    m_preferences.setNumberFormat(locale);
    refreshResets();
    Q_EMIT numberFormatChosen();
}

void RegionSection::addPreview()
{
    auto *part = new QWidget(this);
    auto *line = new QVBoxLayout(part);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(3);
    line->addWidget(makeLabel(tr("Preview"), u"strong"_s, part));
    m_preview = makeLabel({}, u"muted"_s, part);
    m_preview->setObjectName(rowName(u"formatPreviewLabel"));
    m_preview->setWordWrap(true);
    line->addWidget(m_preview);
    addPart(part, tr("Number format, money, dates, preview"));
}

void RegionSection::showDraft()
{
    GatewaySettingsSection::showDraft();
    const Format::Currency shown = currency();
    m_rate->setSuffix(u' ' + shown.code);
    m_rateRow->setHelp(shown.rateText());
    m_file->setEnabled(m_rate->isEnabled()); // neither where a file sets them
    showOffered();
    const QTimeZone chosen(draft().settings().reportingTimeZone.toLatin1());
    const QTimeZone zone = chosen.isValid() ? chosen : QTimeZone::systemTimeZone();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    constexpr qint64 sampleMoney = 1'234'560'000'000;
    constexpr qint64 sampleCount = 48'144;
    //: A line of samples: money, a count, a share, date and time, a duration.
    m_preview->setText(tr("%1 · %2 requests · %3 · %4, %5 · %6")
                           .arg(Format::moneyIn(shown, sampleMoney), Format::count(sampleCount),
                                Format::percent(0.9987, 2),
                                Format::dayAndMonth(now.toTimeZone(zone).date()),
                                Format::timeOfDay(now, zone), Format::duration(1240.0)));
}

} // namespace Gatehouse::Ui
