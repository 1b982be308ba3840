// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <functional>

namespace Gatehouse::Ui {

class ConfigurationModel;
class Snackbar;

//! Undoes the last thing that was done, be it a revision of the configuration or not, and says so.
class Undo : public QObject
{
    Q_OBJECT

public:
    //! Lives as long as \a snackbar.
    Undo(ConfigurationModel &configuration, Snackbar &snackbar);

    //! Says \a text; \a undo takes it back until something else is done, an empty one cannot.
    void offer(const QString &text, std::function<void()> undo);
    void run();

private:
    ConfigurationModel &m_configuration;
    Snackbar &m_snackbar;
    std::function<void()> m_undo; //!< of what is no revision; empty when there is nothing such
};

} // namespace Gatehouse::Ui
