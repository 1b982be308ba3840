// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/models/upkeepmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

//! The configuration as a file: written from the one in force, and read in after a look at what
//! would change.
class ConfigurationFile : public QWidget
{
    Q_OBJECT

public:
    //! \a name: what the objectNames begin with.
    ConfigurationFile(ConfigurationModel &configuration, StatusModel &status, UpkeepModel &upkeep,
                      const QString &name, QWidget *parent = nullptr);

    //! Writes the configuration in force, secrets as references: JSON for "….json", else YAML.
    void exportTo(const QString &file);
    //! Shows what the file would change.
    void importFrom(const QString &file);

private:
    void chooseExport();
    void chooseImport();
    void openImport(const QString &name, const QString &text, const QStringList &sentences);
    void say(const QString &text, bool good);

    ConfigurationModel &m_configuration;
    UpkeepModel &m_upkeep;
    QPushButton *m_import;
    QLabel *m_state;
};

} // namespace Gatehouse::Ui
