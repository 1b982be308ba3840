// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtGui/QColor>

#include <optional>

namespace Gatehouse::Ui {

//! What a piece of text or a mark says; chooses its colour, never its only sign.
enum class Tone { Neutral, Accent, Ok, Warn, Err, Info };

//! In place of a series' index: failures, in their colour of state.
constexpr int failureSeries = -3;

//! The design colours of one theme, as in resources/tokens.json.
struct Colours {
    QColor bg, surface, surface2, sidebar, hover, selection, track, segment, code, neutralSoft;
    QColor border, borderStrong, inputBorder;
    QColor text, text2, text3;
    QColor accent, accentText, accentSoft, accentInk;
    QColor ok, okSoft, okFill, warn, warnSoft, warnFill, err, errSoft, errFill, info, infoSoft;
    QColor tooltipBg, tooltipText, shadow, grid, seriesOther;
    QList<QColor> series;
    QList<QColor> ramp;
    QHash<QRgb, QColor> lineOnSurface; //!< series fills that need another colour as a line

    //! The fill of the series with this index; "Other" for negative ones and from the ninth on.
    QColor seriesFill(int index) const;
    QColor seriesLine(int index) const;
    QColor toneText(Tone tone) const;
    QColor toneSoft(Tone tone) const;
    //! By the name in tokens.json, invalid when there is none such.
    QColor byName(QStringView name) const;
};

enum class FontRole {
    Kpi,
    PageTitle,
    DialogTitle,
    AppName,
    CardTitle,
    Body,
    Control,
    TableCell,
    Legend,
    Caption,
    TableHeader,
    Pill,
    Axis,
    Badge,
};

//! One role of type: size as a ratio of the base size.
struct TypeStyle {
    double ratio = 1.0;
    int weight = 400;
    bool display = false;
    double letterSpacingPercent = 100;
};

//! Everything tokens.json says that code needs.
struct Tokens {
    Colours light;
    Colours dark;
    QHash<FontRole, TypeStyle> type;
    double basePt = 10.0;

    //! Reads the tokens the program carries. Stops the program when they are unreadable: that is a
    //! broken build, not a state to handle.
    static Tokens load();
    static std::optional<FontRole> roleByName(QStringView name);
};

} // namespace Gatehouse::Ui
