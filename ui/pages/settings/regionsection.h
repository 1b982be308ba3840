// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/gatewaysettingssection.h"

class QComboBox;
class QLabel;

namespace Gatehouse::Ui {

//! The reporting time zone, the start of weeks, and how numbers and times are written.
class RegionSection : public GatewaySettingsSection
{
    Q_OBJECT

public:
    explicit RegionSection(GatewayDraft &draft, QWidget *parent = nullptr);

protected:
    void showDraft() override;

private:
    void addZone();
    void addPreview();

    QComboBox *m_zone = nullptr;
    QLabel *m_preview = nullptr;
};

} // namespace Gatehouse::Ui
