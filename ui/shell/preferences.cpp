// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const auto themeKey = "appearance/theme"_L1;
const auto textScaleKey = "appearance/textScale"_L1;
const auto geometryKey = "window/geometry"_L1;
const auto foldedKey = "window/sidebarFolded"_L1;
const auto pageKey = "window/page"_L1;
const auto rangeKey = "window/range"_L1;
const auto columnsGroup = "columns/"_L1;

} // namespace

Preferences::Preferences()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, u"gatehouse"_s, u"desktop"_s)
{
}

Preferences::Preferences(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
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

QByteArray Preferences::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Preferences::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
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

std::optional<TableColumns> Preferences::tableColumns(const QString &table) const
{
    const QString group = columnsGroup + table;
    if (!m_settings.contains(group + u"/order"_s))
        return std::nullopt;
    return TableColumns{.order = m_settings.value(group + u"/order"_s).toStringList(),
                        .hidden = m_settings.value(group + u"/hidden"_s).toStringList()};
}

void Preferences::setTableColumns(const QString &table, const TableColumns &columns)
{
    m_settings.setValue(columnsGroup + table + u"/order"_s, columns.order);
    m_settings.setValue(columnsGroup + table + u"/hidden"_s, columns.hidden);
}

} // namespace Gatehouse::Ui
