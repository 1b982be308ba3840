// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/testrequest.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

// A local model may have to be loaded first.
constexpr std::chrono::milliseconds giveUpAfter = 120s;
constexpr int answerTokens = 16;
constexpr qint64 maxAnswer = 1024 * 1024;

QJsonObject testBody(const QString &model)
{
    const QJsonObject message{{"role"_L1, u"user"_s}, {"content"_L1, u"Say hello."_s}};
    return {
        {"model"_L1, model}, {"max_tokens"_L1, answerTokens}, {"messages"_L1, QJsonArray{message}}};
}

} // namespace

TestRequest::TestRequest(QObject *parent)
    : QObject(parent)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(int(giveUpAfter.count()));
}

void TestRequest::send(const QString &baseUrl, const QString &dialect, const QString &key,
                       const QString &model)
{
    const bool anthropic = dialect == "anthropic"_L1;
    QNetworkRequest request(
        QUrl(baseUrl + (anthropic ? u"/messages"_s : u"/chat/completions"_s), QUrl::StrictMode));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (anthropic) {
        request.setRawHeader("x-api-key"_ba, key.toUtf8());
        request.setRawHeader("anthropic-version"_ba, "2023-06-01"_ba);
    } else {
        request.setRawHeader("Authorization"_ba, "Bearer "_ba + key.toUtf8());
    }
    m_elapsed.start();
    m_reply =
        m_network.post(request, QJsonDocument(testBody(model)).toJson(QJsonDocument::Compact));
    m_reply->setReadBufferSize(maxAnswer);
    connect(m_reply, &QNetworkReply::finished, this, &TestRequest::take);
}

void TestRequest::take()
{
    m_reply->deleteLater();
    Answer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.ms = m_elapsed.elapsed();
    if (answer.status < 200 || answer.status > 299) {
        const QJsonObject body = QJsonDocument::fromJson(m_reply->read(maxAnswer)).object();
        answer.problem = body.value("error"_L1).toObject().value("message"_L1).toString();
        if (answer.problem.isEmpty())
            answer.problem = m_reply->errorString();
    }
    Q_EMIT finished(answer);
}

} // namespace Gatehouse::Ui
