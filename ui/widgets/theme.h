// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QtCore/QObject>
#include <QtCore/QTemporaryDir>
#include <QtGui/QFont>

class QApplication;

namespace Gatehouse::Ui {

class FocusRing;
class HiddenStyle;
class MotionStyle;
class SystemAppearance;

//! The look of the program: Fusion, a palette and one style sheet made from the design tokens.
//! Making one puts it in force; a choice can change at any time and every widget follows.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    explicit Theme(QApplication &app);
    ~Theme() override;

    //! The theme in force, null before one was made.
    static Theme *current();

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    bool isDark() const { return m_dark; }
    //! 1.0 is 10 points; bounded to 0.85 … 1.5.
    void setTextScale(double scale);
    double basePt() const;
    //! Text in pure black or white and no soft fills.
    void setHighContrast(bool on);
    //! Tables with lower rows.
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    //! Chart fills differ by pattern, not by colour alone.
    void setPatternFills(bool on);
    bool hasPatternFills() const { return m_patternFills; }
    //! Nothing moves by itself: no fades, no sliding menus, no blinking text cursor.
    void setReducedMotion(bool on);
    bool hasReducedMotion() const { return m_reducedMotion; }

    const Colours &colours() const;
    QFont font(FontRole role) const;

Q_SIGNALS:
    void changed();
    //! After changed(). Widths that were measured in the size before are wrong.
    void textSizeChanged();

private:
    void apply();
    QString styleSheet();
    //! A copy of an icon in \a colour on disk, since style sheets cannot recolour.
    QString iconFile(const QString &name, const QColor &colour);
    QString replacement(const QString &function, const QString &argument);

    QApplication &m_app;
    Tokens m_tokens;
    QTemporaryDir m_iconFolder;
    SystemAppearance *m_system;
    FocusRing *m_focusRing;
    HiddenStyle *m_hidden;
    MotionStyle *m_motion; //!< the application's
    const int m_cursorFlashTime;
    Colours m_contrastLight;
    Colours m_contrastDark;
    Choice m_choice = Choice::System;
    double m_textScale = 1.0;
    bool m_dark = false;
    bool m_highContrast = false;
    bool m_compact = false;
    bool m_patternFills = false;
    bool m_reducedMotion = false;
};

//! The colours in force; those of the light theme when no Theme was made.
const Colours &colours();
//! The font of a role at the present text size.
QFont roleFont(FontRole role);
//! A width that holds text: \a pixels at the usual text size, more when text is larger.
int textScaled(int pixels);
//! \a colour with another opacity, 0 … 1.
QColor withAlpha(QColor colour, double alpha);

} // namespace Gatehouse::Ui
