// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonObject>

namespace Gatehouse::Ui {

//! How the values of a latency report are told: times, or tokens per second.
class LatencyWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::LatencyWords)

public:
    explicit LatencyWords(const QJsonObject &report = {});

    bool isSpeed() const { return m_isSpeed; }
    //! Of the values in files.
    QString unitKey() const;
    //! "p95"; of speeds the slow tail is named as such.
    QString percentile(const QString &id) const;
    QString value(double value) const;
    QString axis(double value) const;

private:
    bool m_isSpeed;
};

} // namespace Gatehouse::Ui
