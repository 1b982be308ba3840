// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/firstrequest.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

FirstRequest::FirstRequest(Api::AdminClient &client, const QString &area, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_url(makeLabel({}, u"code"_s, this))
    , m_copy(new CopyButton(tr("Copy base URL"), this))
    , m_test(makeButton(tr("Send a test request"), {}, area + u".emptyTestButton", this))
    , m_result(makeLabel({}, u"muted"_s, this))
{
    m_copy->setObjectName(area + u".emptyCopyButton");
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_test->setToolTip(tr("Asks the first model with the first key that may use it. It is booked "
                          "like any other request."));
    m_result->setObjectName(area + u".emptyTestLabel");
    m_result->setWordWrap(true);
    m_result->setAlignment(Qt::AlignHCenter);
    m_result->hide();
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_url);
    line->addWidget(m_copy);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 2);
    layout->addLayout(line);
    layout->addWidget(m_result);
    connect(m_test, &QPushButton::clicked, this, &FirstRequest::sendTest);
}

void FirstRequest::setBaseUrl(const QString &url)
{
    m_url->setText(url);
    m_copy->setCopyText(url);
}

void FirstRequest::sendTest()
{
    m_test->setEnabled(false);
    showResult(tr("Waiting for the answer…"), u"muted"_s);
    connect(m_client.post(u"/requests/test"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_test->setEnabled(true);
                const QJsonObject &answer = call->reply().body;
                const int status = answer.value("status"_L1).toInt();
                if (!call->succeeded())
                    showResult(tr("The test request was not sent. The gateway says: %1")
                                   .arg(call->error().detail),
                               u"error"_s);
                else if (status >= 400)
                    showResult(tr("✕ The gateway answered %1: %2")
                                   .arg(status)
                                   .arg(answer.value("problem"_L1).toString()),
                               u"error"_s);
                else
                    showResult(tr("✓ %1 answered with status %2.")
                                   .arg(answer.value("model"_L1).toString())
                                   .arg(status),
                               u"ok"_s);
            });
}

void FirstRequest::showResult(const QString &text, const QString &tone)
{
    m_result->setText(text);
    setStyleProperty(m_result, "tone", tone);
    m_result->show();
}

} // namespace Gatehouse::Ui
