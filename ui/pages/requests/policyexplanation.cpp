// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/policyexplanation.h"

#include "ui/pages/requests/requestactions.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/steplist.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

PolicyExplanation::PolicyExplanation(Api::AdminClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_button(makeButton(tr("Explain with current policy"), {}, u"requests.detail.explainButton"_s,
                          this))
    , m_result(makeLabel({}, u"body"_s, this))
    , m_steps(new StepList(this))
    , m_candidates(new StepList(this))
{
    m_button->setToolTip(tr("What the gateway would do now with such a request. Nothing is sent."));
    m_result->setObjectName(u"requests.detail.policyLabel"_s);
    m_result->setWordWrap(true);
    m_result->hide();
    m_steps->setObjectName(u"requests.detail.policySteps"_s);
    m_candidates->setObjectName(u"requests.detail.policyCandidates"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(m_result);
    layout->addWidget(m_steps);
    layout->addWidget(m_candidates);
    connect(m_button, &QPushButton::clicked, this, &PolicyExplanation::ask);
}

void PolicyExplanation::setRequest(const RequestRow &row)
{
    if (row.id == m_row.id)
        return;
    delete m_call;
    m_row = row;
    m_button->setEnabled(true);
    m_result->hide();
    m_steps->setSteps({});
    m_candidates->setSteps({});
}

void PolicyExplanation::ask()
{
    m_button->setEnabled(false);
    m_call = m_client.post(u"/explain"_s, explainQuestion(m_row));
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_call.clear();
        m_button->setEnabled(true);
        showAnswer(*call);
    });
}

void PolicyExplanation::showAnswer(const Api::AdminCall &call)
{
    m_result->show();
    if (!call.succeeded()) {
        m_result->setText(
            tr("The gateway cannot explain this request. %1").arg(call.error().detail));
        return;
    }
    // The answer has the members of a stored trace.
    const QJsonObject answer = call.reply().body;
    const RequestDetails details = parseRequestDetails({{"trace"_L1, answer}});
    const QString refusal = answer.value("refusal"_L1).toObject().value("message"_L1).toString();
    const QString plan = details.plan.join(tr(", then ", "between planned targets"));
    m_result->setText(
        refusal.isEmpty()
            ? tr("Now such a request would go to %1. Its text is not kept, so its length and "
                 "attachments are not weighed.")
                  .arg(plan)
            : tr("Now such a request would be refused. %1").arg(refusal));
    m_steps->setSteps(details.steps);
    m_candidates->setSteps(details.candidates);
}

} // namespace Gatehouse::Ui
