// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tokens.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct NamedColour {
    QLatin1StringView name;
    QColor Colours::*member;
};

const std::array namedColours{
    NamedColour{"bg"_L1, &Colours::bg},
    NamedColour{"surface"_L1, &Colours::surface},
    NamedColour{"surface2"_L1, &Colours::surface2},
    NamedColour{"sidebar"_L1, &Colours::sidebar},
    NamedColour{"hover"_L1, &Colours::hover},
    NamedColour{"selection"_L1, &Colours::selection},
    NamedColour{"track"_L1, &Colours::track},
    NamedColour{"segment"_L1, &Colours::segment},
    NamedColour{"code"_L1, &Colours::code},
    NamedColour{"neutralSoft"_L1, &Colours::neutralSoft},
    NamedColour{"border"_L1, &Colours::border},
    NamedColour{"borderStrong"_L1, &Colours::borderStrong},
    NamedColour{"inputBorder"_L1, &Colours::inputBorder},
    NamedColour{"text"_L1, &Colours::text},
    NamedColour{"text2"_L1, &Colours::text2},
    NamedColour{"text3"_L1, &Colours::text3},
    NamedColour{"accent"_L1, &Colours::accent},
    NamedColour{"accentText"_L1, &Colours::accentText},
    NamedColour{"accentSoft"_L1, &Colours::accentSoft},
    NamedColour{"accentInk"_L1, &Colours::accentInk},
    NamedColour{"ok"_L1, &Colours::ok},
    NamedColour{"okSoft"_L1, &Colours::okSoft},
    NamedColour{"okFill"_L1, &Colours::okFill},
    NamedColour{"warn"_L1, &Colours::warn},
    NamedColour{"warnSoft"_L1, &Colours::warnSoft},
    NamedColour{"warnFill"_L1, &Colours::warnFill},
    NamedColour{"err"_L1, &Colours::err},
    NamedColour{"errSoft"_L1, &Colours::errSoft},
    NamedColour{"errFill"_L1, &Colours::errFill},
    NamedColour{"info"_L1, &Colours::info},
    NamedColour{"infoSoft"_L1, &Colours::infoSoft},
    NamedColour{"tooltipBg"_L1, &Colours::tooltipBg},
    NamedColour{"tooltipText"_L1, &Colours::tooltipText},
    NamedColour{"shadow"_L1, &Colours::shadow},
    NamedColour{"grid"_L1, &Colours::grid},
    NamedColour{"seriesOther"_L1, &Colours::seriesOther},
};

struct NamedRole {
    QLatin1StringView name;
    FontRole role;
};

const std::array namedRoles{
    NamedRole{"kpi"_L1, FontRole::Kpi},
    NamedRole{"pageTitle"_L1, FontRole::PageTitle},
    NamedRole{"dialogTitle"_L1, FontRole::DialogTitle},
    NamedRole{"appName"_L1, FontRole::AppName},
    NamedRole{"cardTitle"_L1, FontRole::CardTitle},
    NamedRole{"body"_L1, FontRole::Body},
    NamedRole{"control"_L1, FontRole::Control},
    NamedRole{"tableCell"_L1, FontRole::TableCell},
    NamedRole{"legend"_L1, FontRole::Legend},
    NamedRole{"caption"_L1, FontRole::Caption},
    NamedRole{"tableHeader"_L1, FontRole::TableHeader},
    NamedRole{"pill"_L1, FontRole::Pill},
    NamedRole{"axis"_L1, FontRole::Axis},
    NamedRole{"badge"_L1, FontRole::Badge},
};

QList<QColor> colourList(const QJsonArray &array)
{
    QList<QColor> colours;
    for (const QJsonValue &value : array)
        colours.append(QColor(value.toString()));
    return colours;
}

Colours readColours(const QJsonObject &object)
{
    Colours colours;
    for (const NamedColour &named : namedColours)
        colours.*named.member = QColor(object.value(named.name).toString());
    colours.series = colourList(object.value("series"_L1).toArray());
    colours.ramp = colourList(object.value("ramp"_L1).toArray());
    const QJsonObject lines = object.value("seriesLineOnSurface"_L1).toObject();
    for (auto it = lines.begin(); it != lines.end(); ++it)
        colours.lineOnSurface.insert(QColor(it.key()).rgb(), QColor(it.value().toString()));
    return colours;
}

} // namespace

QColor Colours::seriesFill(int index) const
{
    if (index == failureSeries)
        return errFill;
    return index >= 0 && index < series.size() ? series.at(index) : seriesOther;
}

QColor Colours::seriesLine(int index) const
{
    const QColor fill = seriesFill(index);
    return lineOnSurface.value(fill.rgb(), fill);
}

QColor Colours::toneText(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return text3;
    case Tone::Accent:
        return accent;
    case Tone::Ok:
        return ok;
    case Tone::Warn:
        return warn;
    case Tone::Err:
        return err;
    case Tone::Info:
        return info;
    }
    return text3;
}

QColor Colours::toneSoft(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return neutralSoft;
    case Tone::Accent:
        return accentSoft;
    case Tone::Ok:
        return okSoft;
    case Tone::Warn:
        return warnSoft;
    case Tone::Err:
        return errSoft;
    case Tone::Info:
        return infoSoft;
    }
    return neutralSoft;
}

QColor Colours::byName(QStringView name) const
{
    for (const NamedColour &named : namedColours)
        if (named.name == name)
            return this->*named.member;
    return {};
}

Tokens Tokens::load()
{
    QFile file(u":/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the design tokens are missing from the program");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject type = root.value("type"_L1).toObject();
    const QJsonObject scale = type.value("scale"_L1).toObject();
    Tokens tokens;
    tokens.light = readColours(root.value("light"_L1).toObject());
    tokens.dark = readColours(root.value("dark"_L1).toObject());
    tokens.basePt = type.value("basePt"_L1).toDouble(10.0);
    for (const NamedRole &named : namedRoles) {
        const QJsonObject style = scale.value(named.name).toObject();
        tokens.type.insert(
            named.role,
            {.ratio = style.value("ratio"_L1).toDouble(1.0),
             .weight = style.value("weight"_L1).toInt(400),
             .display = style.value("family"_L1).toString() == "display"_L1,
             .letterSpacingPercent = style.value("letterSpacingPercent"_L1).toDouble(100)});
    }
    return tokens;
}

std::optional<FontRole> Tokens::roleByName(QStringView name)
{
    for (const NamedRole &named : namedRoles)
        if (named.name == name)
            return named.role;
    return std::nullopt;
}

} // namespace Gatehouse::Ui
