// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QNetworkAccessManager>

#include <chrono>

class QNetworkReply;

namespace Gatehouse::Ui {

//! Sends one small request through the gateway's own port, as an app would: once, without
//! redirects or proxy, given up after two minutes. Deleting it cancels.
class TestRequest : public QObject
{
    Q_OBJECT

public:
    struct Answer {
        int status = 0; //!< 0 when no answer came
        qint64 ms = 0;
        QString problem; //!< the gateway's or the network's words, empty for 2xx
    };

    explicit TestRequest(QObject *parent = nullptr);

    //! \a dialect "anthropic" asks /messages, others /chat/completions.
    void send(const QString &baseUrl, const QString &dialect, const QString &key,
              const QString &model);

Q_SIGNALS:
    //! Exactly once for each send().
    void finished(const Gatehouse::Ui::TestRequest::Answer &answer);

private:
    void take();

    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    QElapsedTimer m_elapsed;
};

} // namespace Gatehouse::Ui
