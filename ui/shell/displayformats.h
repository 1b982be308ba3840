// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace Gatehouse::Ui {

class ConfigurationModel;
class Preferences;
class TopBar;

//! What the gateway's settings say about how dates and money are written, taken over for the whole
//! program as soon as it is known.
class DisplayFormats : public QObject
{
    Q_OBJECT

public:
    //! All must outlive it.
    DisplayFormats(ConfigurationModel &configuration, Preferences &preferences, TopBar &topBar,
                   QObject *parent = nullptr);

Q_SIGNALS:
    //! Amounts are written in another way from now on.
    void changed();

private:
    void follow();

    ConfigurationModel &m_configuration;
    Preferences &m_preferences;
    TopBar &m_topBar;
};

} // namespace Gatehouse::Ui
