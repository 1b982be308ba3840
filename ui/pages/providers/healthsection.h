// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/providerrow.h"
#include "ui/widgets/checklist.h"

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class FactList;
class ProbeStrip;

//! How a provider does, how that is known, and the checks of the last test.
class HealthSection : public QWidget
{
    Q_OBJECT

public:
    explicit HealthSection(QWidget *parent = nullptr);

    //! Null for a provider that is not saved yet.
    void setProvider(const ProviderRow *provider);
    void showTesting();
    //! The answer of a test.
    void showTest(const QJsonObject &result);
    //! The test could not run.
    void showProblem(const QString &text);
    void clearTest();

Q_SIGNALS:
    void requestsRequested();

private:
    FactList *m_facts;
    QLabel *m_stripTitle;
    ProbeStrip *m_strip;
    QPushButton *m_requests;
    CheckList *m_checks;
    QLabel *m_used;
    QLabel *m_message;
};

} // namespace Gatehouse::Ui
