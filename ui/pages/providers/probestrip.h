// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/providerrow.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! The latest checks of a provider from left to right: low and green where it passed, high and red
//! where it failed; pointing at one, or the arrow keys, tell its time, duration and reason.
class ProbeStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProbeStrip(QWidget *parent = nullptr);

    //! Oldest first.
    void setChecks(const QList<ProviderRow::Check> &checks);
    const QList<ProviderRow::Check> &checks() const { return m_checks; }
    //! "23 Nov 2026 07:12:40: failed, connection refused".
    static QString sentence(const ProviderRow::Check &check);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF barAt(qsizetype index) const;
    void describe();

    QList<ProviderRow::Check> m_checks;
    qsizetype m_current = -1; //!< told by the arrow keys
};

} // namespace Gatehouse::Ui
