// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/focusring.h"
#include "ui/widgets/hiddenstyle.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/motionstyle.h"
#include "ui/widgets/systemappearance.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtGui/QFontDatabase>
#include <QtGui/QPalette>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double disabledAlpha = 0.45;

const Tokens &fallbackTokens()
{
    static const Tokens tokens = Tokens::load();
    return tokens;
}

void loadFonts()
{
    for (const auto &file :
         {"Inter-Regular"_L1, "Inter-Medium"_L1, "Inter-SemiBold"_L1, "InterDisplay-SemiBold"_L1})
        QFontDatabase::addApplicationFont(u":/fonts/%1.otf"_s.arg(file));
}

QFont makeFont(const TypeStyle &style, double basePt)
{
    // Chinese in simplified shapes and in the weight asked for, whatever the desktop would fall
    // back to.
    QFont font({style.display ? u"Inter Display"_s : u"Inter"_s, u"Noto Sans CJK SC"_s,
                u"Source Han Sans SC"_s, u"PingFang SC"_s, u"Microsoft YaHei"_s});
    font.setPointSizeF(basePt * style.ratio);
    font.setWeight(QFont::Weight(style.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::PercentageSpacing, style.letterSpacingPercent);
    return font;
}

QPalette makePalette(const Colours &c)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(role, colour);
    };
    set(QPalette::Window, c.bg);
    set(QPalette::WindowText, c.text);
    set(QPalette::Base, c.surface);
    set(QPalette::AlternateBase, c.surface2);
    set(QPalette::Text, c.text);
    set(QPalette::Button, c.surface);
    set(QPalette::ButtonText, c.text);
    set(QPalette::BrightText, c.err);
    set(QPalette::Highlight, c.accent);
    set(QPalette::HighlightedText, c.accentText);
    set(QPalette::PlaceholderText, c.text3);
    set(QPalette::ToolTipBase, c.tooltipBg);
    set(QPalette::ToolTipText, c.tooltipText);
    set(QPalette::Link, c.accent);
    set(QPalette::LinkVisited, c.accentInk);
    set(QPalette::Light, c.surface);
    set(QPalette::Midlight, c.hover);
    set(QPalette::Mid, c.border);
    set(QPalette::Dark, c.borderStrong);
    set(QPalette::Shadow, c.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, withAlpha(c.text, disabledAlpha));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.track);
    return palette;
}

//! The same theme with the widest contrast: pure text, firm borders, states told by text and
//! border instead of by soft fills.
Colours contrasted(Colours c, bool dark)
{
    const QColor pure = dark ? QColor(Qt::white) : QColor(Qt::black);
    for (QColor Colours::*text : {&Colours::text, &Colours::text2, &Colours::text3})
        c.*text = pure;
    for (QColor Colours::*line : {&Colours::border, &Colours::borderStrong, &Colours::inputBorder})
        c.*line = pure;
    for (QColor Colours::*ground :
         {&Colours::bg, &Colours::surface, &Colours::surface2, &Colours::sidebar, &Colours::okSoft,
          &Colours::warnSoft, &Colours::errSoft, &Colours::infoSoft, &Colours::neutralSoft})
        c.*ground = dark ? QColor(Qt::black) : QColor(Qt::white);
    return c;
}

QString cssColour(const QColor &colour)
{
    return u"rgba(%1,%2,%3,%4)"_s.arg(colour.red())
        .arg(colour.green())
        .arg(colour.blue())
        .arg(colour.alpha());
}

} // namespace

Theme::Theme(QApplication &app)
    : QObject(&app)
    , m_app(app)
    , m_tokens(Tokens::load())
    , m_system(new SystemAppearance(this))
    , m_focusRing(new FocusRing(this))
    , m_hidden(new HiddenStyle(this))
    , m_motion(new MotionStyle)
    , m_cursorFlashTime(QApplication::cursorFlashTime())
{
    m_contrastLight = contrasted(m_tokens.light, false);
    m_contrastDark = contrasted(m_tokens.dark, true);
    loadFonts();
    app.setStyle(m_motion);
    app.installEventFilter(m_focusRing);
    app.installEventFilter(m_hidden);
    connect(m_system, &SystemAppearance::changed, this, [this] {
        if (m_choice == Choice::System)
            apply();
    });
    apply();
}

Theme::~Theme() = default;

Theme *Theme::current()
{
    const QCoreApplication *app = QCoreApplication::instance();
    return app ? app->findChild<Theme *>({}, Qt::FindDirectChildrenOnly) : nullptr;
}

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::setTextScale(double scale)
{
    const double bounded = std::clamp(scale, 0.85, 1.5);
    if (qFuzzyCompare(bounded, m_textScale))
        return;
    m_textScale = bounded;
    apply();
    Q_EMIT textSizeChanged();
}

void Theme::setHighContrast(bool on)
{
    if (std::exchange(m_highContrast, on) != on)
        apply();
}

void Theme::setCompact(bool compact)
{
    if (std::exchange(m_compact, compact) != compact)
        Q_EMIT changed();
}

void Theme::setPatternFills(bool on)
{
    if (std::exchange(m_patternFills, on) != on)
        Q_EMIT changed();
}

void Theme::setReducedMotion(bool on)
{
    if (std::exchange(m_reducedMotion, on) == on)
        return;
    // Switching them off one by one forgets which the system had on; the general switch does not.
    QApplication::setEffectEnabled(Qt::UI_General, !on);
    QApplication::setCursorFlashTime(on ? 0 : m_cursorFlashTime);
    m_motion->setReduced(on);
    Q_EMIT changed();
}

double Theme::basePt() const
{
    return m_tokens.basePt * m_textScale;
}

const Colours &Theme::colours() const
{
    if (m_highContrast)
        return m_dark ? m_contrastDark : m_contrastLight;
    return m_dark ? m_tokens.dark : m_tokens.light;
}

QFont Theme::font(FontRole role) const
{
    return makeFont(m_tokens.type.value(role), basePt());
}

void Theme::apply()
{
    m_dark = m_choice == Choice::System ? m_system->prefersDark() : m_choice == Choice::Dark;
    if (const QFont body = font(FontRole::Body); m_app.font() != body)
        m_app.setFont(body); // each of these visits every widget
    const QPalette palette = makePalette(colours());
    m_app.setPalette(palette);
    QToolTip::setPalette(palette);
    m_hidden->during([this] {
        // Replacing one sheet by another styles every widget once for each of its ancestors (Qt
        // 6.4, QStyleSheetStyle::repolish); taking the old one away first makes it twice in all.
        m_app.setStyleSheet(QString());
        m_app.setStyleSheet(styleSheet());
    });
    Q_EMIT changed();
}

QString Theme::styleSheet()
{
    QFile file(u":/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the style sheet is missing from the program");
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression marks(u"@(\\w+)(?:\\(([^)]*)\\))?"_s);
    QString sheet;
    qsizetype from = 0;
    for (auto it = marks.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        sheet += QStringView(source).mid(from, match.capturedStart() - from);
        sheet += replacement(match.captured(1), match.captured(2));
        from = match.capturedEnd();
    }
    sheet += QStringView(source).mid(from);
    return sheet;
}

QString Theme::replacement(const QString &function, const QString &argument)
{
    if (function == "pt"_L1) {
        const auto role = Tokens::roleByName(argument);
        Q_ASSERT(role);
        return QString::number(m_tokens.type.value(*role).ratio * basePt(), 'f', 2) + "pt"_L1;
    }
    if (function == "icon"_L1) {
        const QStringList parts = argument.split(u' ');
        return u"url(%1)"_s.arg(iconFile(parts.first(), colours().byName(parts.last())));
    }
    return cssColour(colours().byName(function));
}

QString Theme::iconFile(const QString &name, const QColor &colour)
{
    const QString path = m_iconFolder.filePath(u"%1-%2.svg"_s.arg(name, colour.name().mid(1)));
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.write(iconSource(name, colour, iconStroke(16)));
    return path;
}

const Colours &colours()
{
    const Theme *theme = Theme::current();
    return theme ? theme->colours() : fallbackTokens().light;
}

QFont roleFont(FontRole role)
{
    if (const Theme *theme = Theme::current())
        return theme->font(role);
    return makeFont(fallbackTokens().type.value(role), fallbackTokens().basePt);
}

int textScaled(int pixels)
{
    const Theme *theme = Theme::current();
    return theme ? qRound(pixels * theme->basePt() / fallbackTokens().basePt) : pixels;
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

} // namespace Gatehouse::Ui
