// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/route.h"
#include "ui/widgets/steplist.h"

namespace Gatehouse::Ui {

//! The decision for one request, as the gateway tells it.
struct Explanation {
    struct Candidate {
        QString provider;
        QString model;
        bool fits = false;
        std::optional<double> score;
        QString why;
    };

    QList<RouteStep> steps;
    QList<Candidate> candidates;
    QStringList plan; //!< "openai/gpt-4o-mini", in the order they are tried
    QString refusal;  //!< why the request would be refused, empty otherwise
    int refusalStatus = 0;
    QString error; //!< why there is no explanation at all
};

Explanation parseExplanation(const QJsonObject &object);

//! The client's request to explain.
struct ExplainRequest {
    QString path; //!< "/v1/chat/completions"
    QString key;  //!< id; empty: one that may call everything
    QJsonObject body;
};

//! A body as an app would send it, made of a few facts.
struct ExplainShape {
    QString model;
    int promptTokens = 500;
    bool tools = false;
    bool images = false;

    QJsonObject body(bool anthropic) const;
};

//! Asks how a request would be served, by the routes in force and by those of a draft. Nothing is
//! sent to any provider.
class ExplainModel : public QObject
{
    Q_OBJECT

public:
    explicit ExplainModel(Api::AdminClient &client, QObject *parent = nullptr);

    //! answered() follows once, when all answers are there. \a draft: also by these routes.
    void ask(const ExplainRequest &request, const std::optional<QList<Api::Route>> &draft);
    const Explanation &live() const { return m_live; }
    //! None when no draft was asked for.
    const std::optional<Explanation> &draft() const { return m_draft; }
    //! Reads what is stored of a past request: requestRead() or requestMissing() follows.
    void readRequest(const QString &id);

Q_SIGNALS:
    void answered();
    void requestRead(const QString &model, const QString &key, qint64 promptTokens);
    void requestMissing(const QString &detail);

private:
    void finish(Api::AdminCall *call, bool isDraft);

    Api::AdminClient &m_client;
    Explanation m_live;
    std::optional<Explanation> m_draft;
    int m_round = 0;
    int m_open = 0;
};

} // namespace Gatehouse::Ui
