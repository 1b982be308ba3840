// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preferences.h"

#include "ui/widgets/clipboardtimeout.h"

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const auto themeKey = "appearance/theme"_L1;
const auto textScaleKey = "appearance/textScale"_L1;
const auto contrastKey = "appearance/highContrast"_L1;
const auto compactKey = "appearance/compact"_L1;
const auto patternsKey = "appearance/patternFills"_L1;
const auto motionKey = "appearance/reducedMotion"_L1;
const auto shortcutsGroup = "shortcuts/"_L1;
const auto notificationsGroup = "notifications/"_L1;
const auto soundKey = "notificationSound"_L1;
const auto quietKey = "quietHours"_L1;
const auto quietFormat = "HH:mm"_L1;
const auto gatewaysKey = "gateways"_L1;
const auto letterKeysKey = "letterKeys"_L1;
const auto menuBarKey = "appearance/menuBar"_L1;
const auto languageKey = "language"_L1;
const auto closeKey = "closeAction"_L1;
const auto serveKey = "startGateway"_L1;
const auto clipboardKey = "clipboardSeconds"_L1;
const auto geometryKey = "window/geometry"_L1;
const auto foldedKey = "window/sidebarFolded"_L1;
const auto pageKey = "window/page"_L1;
const auto rangeKey = "window/range"_L1;
const auto sectionKey = "window/settingsSection"_L1;
const auto trayKey = "appearance/trayStyle"_L1;
const auto currencyKey = "currency"_L1;
const auto numbersKey = "numberFormat"_L1;
const auto updatesKey = "updates/check"_L1;
const auto feedKey = "updates/feed"_L1;
const auto noticesKey = "notifications/told"_L1;
const auto updateOutcomeKey = "updates/outcome"_L1;
const auto columnsGroup = "columns/"_L1;
const auto recentKey = "palette/recent"_L1;

constexpr int mostRecent = 8;
//! In the order of Preferences::TrayStyle.
const QStringList trayStyles{u"coloured"_s, u"light"_s, u"dark"_s, u"automatic"_s};

QString geometryKeyOf(const QString &screens)
{
    return screens.isEmpty() ? QString(geometryKey) : QString(geometryKey + u'.' + screens);
}

} // namespace

Preferences::Preferences()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, u"gatehouse"_s, u"desktop"_s)
{
}

Preferences::Preferences(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

QString Preferences::language() const
{
    return m_settings.value(languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    m_settings.setValue(languageKey, language);
}

Preferences::CloseAction Preferences::closeAction() const
{
    const QString text = m_settings.value(closeKey).toString();
    if (text == "keep"_L1)
        return CloseAction::Keep;
    return text == "quit"_L1 ? CloseAction::Quit : CloseAction::Ask;
}

void Preferences::setCloseAction(CloseAction action)
{
    switch (action) {
    case CloseAction::Ask:
        return m_settings.setValue(closeKey, u"ask"_s);
    case CloseAction::Keep:
        return m_settings.setValue(closeKey, u"keep"_s);
    case CloseAction::Quit:
        return m_settings.setValue(closeKey, u"quit"_s);
    }
}

bool Preferences::startsGateway() const
{
    return m_settings.value(serveKey, true).toBool();
}

void Preferences::setStartsGateway(bool starts)
{
    m_settings.setValue(serveKey, starts);
}

std::chrono::seconds Preferences::clipboardTime() const
{
    const auto usual = static_cast<int>(usualClipboardTime.count());
    return std::chrono::seconds(m_settings.value(clipboardKey, usual).toInt());
}

void Preferences::setClipboardTime(std::chrono::seconds time)
{
    m_settings.setValue(clipboardKey, static_cast<int>(time.count()));
}

bool Preferences::highContrast() const
{
    return m_settings.value(contrastKey, false).toBool();
}

void Preferences::setHighContrast(bool on)
{
    m_settings.setValue(contrastKey, on);
}

bool Preferences::isCompact() const
{
    return m_settings.value(compactKey, false).toBool();
}

void Preferences::setCompact(bool compact)
{
    m_settings.setValue(compactKey, compact);
}

bool Preferences::patternFills() const
{
    return m_settings.value(patternsKey, false).toBool();
}

void Preferences::setPatternFills(bool on)
{
    m_settings.setValue(patternsKey, on);
}

void Preferences::resetWindow()
{
    m_settings.remove(u"window"_s);
}

Theme::Choice Preferences::theme() const
{
    const QString text = m_settings.value(themeKey).toString();
    if (text == "light"_L1)
        return Theme::Choice::Light;
    return text == "dark"_L1 ? Theme::Choice::Dark : Theme::Choice::System;
}

void Preferences::setTheme(Theme::Choice choice)
{
    switch (choice) {
    case Theme::Choice::System:
        return m_settings.setValue(themeKey, u"system"_s);
    case Theme::Choice::Light:
        return m_settings.setValue(themeKey, u"light"_s);
    case Theme::Choice::Dark:
        return m_settings.setValue(themeKey, u"dark"_s);
    }
}

double Preferences::textScale() const
{
    return m_settings.value(textScaleKey, 1.0).toDouble();
}

void Preferences::setTextScale(double scale)
{
    m_settings.setValue(textScaleKey, scale);
}

QByteArray Preferences::geometry(const QString &screens) const
{
    const QVariant lastUsed = m_settings.value(geometryKey);
    return m_settings.value(geometryKeyOf(screens), lastUsed).toByteArray();
}

void Preferences::setGeometry(const QByteArray &geometry, const QString &screens)
{
    m_settings.setValue(geometryKey, geometry);
    m_settings.setValue(geometryKeyOf(screens), geometry);
}

bool Preferences::isSidebarFolded() const
{
    return m_settings.value(foldedKey, false).toBool();
}

void Preferences::setSidebarFolded(bool folded)
{
    m_settings.setValue(foldedKey, folded);
}

QString Preferences::lastPage() const
{
    return m_settings.value(pageKey, u"overview"_s).toString();
}

void Preferences::setLastPage(const QString &page)
{
    m_settings.setValue(pageKey, page);
}

QString Preferences::range() const
{
    return m_settings.value(rangeKey, u"24h"_s).toString();
}

void Preferences::setRange(const QString &range)
{
    m_settings.setValue(rangeKey, range);
}

bool Preferences::reducedMotion() const
{
    return m_settings.value(motionKey, false).toBool();
}

void Preferences::setReducedMotion(bool on)
{
    m_settings.setValue(motionKey, on);
}

std::optional<QString> Preferences::shortcut(const QString &action) const
{
    const QString key = shortcutsGroup + action;
    return m_settings.contains(key) ? std::optional(m_settings.value(key).toString())
                                    : std::nullopt;
}

void Preferences::setShortcut(const QString &action, const std::optional<QString> &keys)
{
    if (keys)
        m_settings.setValue(shortcutsGroup + action, *keys);
    else
        m_settings.remove(shortcutsGroup + action);
}

bool Preferences::notifies(const QString &kind) const
{
    return m_settings.value(notificationsGroup + kind, notifiesAtFirst(kind)).toBool();
}

bool Preferences::notifiesAtFirst(const QString &kind)
{
    return kind != "fallback"_L1 && kind != "publish"_L1;
}

void Preferences::setNotifies(const QString &kind, bool on)
{
    m_settings.setValue(notificationsGroup + kind, on);
}

bool Preferences::hasNotificationSound() const
{
    return m_settings.value(soundKey, false).toBool();
}

void Preferences::setNotificationSound(bool on)
{
    m_settings.setValue(soundKey, on);
}

//! Kept as "22:00-07:00".
std::optional<QuietHours> Preferences::quietHours() const
{
    const QString text = m_settings.value(quietKey).toString();
    const QuietHours hours{.from = QTime::fromString(text.section(u'-', 0, 0), quietFormat),
                           .until = QTime::fromString(text.section(u'-', 1), quietFormat)};
    return hours.from.isValid() && hours.until.isValid() ? std::optional(hours) : std::nullopt;
}

void Preferences::setQuietHours(const std::optional<QuietHours> &hours)
{
    if (hours)
        m_settings.setValue(
            quietKey,
            QString(hours->from.toString(quietFormat) + u'-' + hours->until.toString(quietFormat)));
    else
        m_settings.remove(quietKey);
}

bool QuietHours::holds(QTime time) const
{
    const bool began = time >= from;
    const bool ended = time >= until;
    return from <= until ? began && !ended : began || !ended;
}

QJsonArray Preferences::gateways() const
{
    return QJsonDocument::fromJson(m_settings.value(gatewaysKey).toByteArray()).array();
}

void Preferences::setGateways(const QJsonArray &gateways)
{
    m_settings.setValue(gatewaysKey, QJsonDocument(gateways).toJson(QJsonDocument::Compact));
}

bool Preferences::hasLetterKeys() const
{
    return m_settings.value(letterKeysKey, true).toBool();
}

void Preferences::setLetterKeys(bool on)
{
    m_settings.setValue(letterKeysKey, on);
}

bool Preferences::isMenuBarShown() const
{
    return m_settings.value(menuBarKey, false).toBool();
}

void Preferences::setMenuBarShown(bool shown)
{
    m_settings.setValue(menuBarKey, shown);
}

QStringList Preferences::recentCommands() const
{
    return m_settings.value(recentKey).toStringList();
}

void Preferences::addRecentCommand(const QString &id)
{
    QStringList recent = recentCommands();
    recent.removeOne(id);
    recent.prepend(id);
    m_settings.setValue(recentKey, recent.first(std::min<qsizetype>(recent.size(), mostRecent)));
}

Preferences::TrayStyle Preferences::trayStyle() const
{
    const auto style = trayStyles.indexOf(m_settings.value(trayKey).toString());
    return style < 0 ? TrayStyle::Coloured : TrayStyle(style);
}

void Preferences::setTrayStyle(TrayStyle style)
{
    m_settings.setValue(trayKey, trayStyles.at(int(style)));
}

QString Preferences::numberFormat() const
{
    return m_settings.value(numbersKey).toString();
}

void Preferences::setNumberFormat(const QString &locale)
{
    m_settings.setValue(numbersKey, locale);
}

Format::Currency Preferences::currency() const
{
    const QStringList parts = m_settings.value(currencyKey).toStringList();
    if (parts.size() != 4)
        return {};
    return {.code = parts[0], .rate = parts[1].toDouble(), .date = parts[2], .source = parts[3]};
}

void Preferences::setCurrency(const Format::Currency &currency)
{
    m_settings.setValue(currencyKey,
                        QStringList{currency.code, QString::number(currency.rate, 'g', 17),
                                    currency.date, currency.source});
}

bool Preferences::checksUpdates() const
{
    return m_settings.value(updatesKey, false).toBool();
}

void Preferences::setChecksUpdates(bool on)
{
    m_settings.setValue(updatesKey, on);
}

QString Preferences::releaseFeed() const
{
    return m_settings.value(feedKey, usualReleaseFeed()).toString();
}

QString Preferences::usualReleaseFeed()
{
    return QStringLiteral(GATEHOUSE_RELEASE_FEED);
}

void Preferences::setReleaseFeed(const QString &address)
{
    if (address == usualReleaseFeed())
        m_settings.remove(feedKey);
    else
        m_settings.setValue(feedKey, address);
}

QJsonArray Preferences::notices() const
{
    return QJsonDocument::fromJson(m_settings.value(noticesKey).toByteArray()).array();
}

void Preferences::setNotices(const QJsonArray &notices)
{
    m_settings.setValue(noticesKey, QJsonDocument(notices).toJson(QJsonDocument::Compact));
}

QJsonObject Preferences::lastUpdateCheck() const
{
    return QJsonDocument::fromJson(m_settings.value(updateOutcomeKey).toByteArray()).object();
}

void Preferences::setLastUpdateCheck(const QJsonObject &outcome)
{
    m_settings.setValue(updateOutcomeKey, QJsonDocument(outcome).toJson(QJsonDocument::Compact));
}

QString Preferences::settingsSection() const
{
    return m_settings.value(sectionKey, u"general"_s).toString();
}

void Preferences::setSettingsSection(const QString &id)
{
    m_settings.setValue(sectionKey, id);
}

std::optional<TableColumns> Preferences::tableColumns(const QString &table) const
{
    const QString group = columnsGroup + table;
    if (!m_settings.contains(group + u"/order"_s))
        return std::nullopt;
    return TableColumns{.order = m_settings.value(group + u"/order"_s).toStringList(),
                        .hidden = m_settings.value(group + u"/hidden"_s).toStringList(),
                        .sort = m_settings.value(group + u"/sort"_s).toString()};
}

void Preferences::setTableColumns(const QString &table, const TableColumns &columns)
{
    m_settings.setValue(columnsGroup + table + u"/order"_s, columns.order);
    m_settings.setValue(columnsGroup + table + u"/hidden"_s, columns.hidden);
    m_settings.setValue(columnsGroup + table + u"/sort"_s, columns.sort);
}

} // namespace Gatehouse::Ui
