// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QComboBox;

namespace Gatehouse::Ui {

class Card;
class Preferences;

//! How this desktop looks. What the gateway does is set elsewhere.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(Preferences &preferences, QWidget *parent = nullptr);

private:
    Card *buildAppearance();
    Card *buildAbout();
    void applyTheme(int index);
    void applyTextSize(int index);

    Preferences &m_preferences;
    QComboBox *m_theme;
    QComboBox *m_textSize;
};

} // namespace Gatehouse::Ui
