// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/whatifpane.h"

#include "core/api/documents/documentjson.h"
#include "ui/models/configurationmodel.h"
#include "ui/pages/spend/whatifresult.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/scrollarea.h"

#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr auto betweenLooks = 300ms;

} // namespace

WhatIfPane::WhatIfPane(Api::AdminClient &client, ConfigurationModel &configuration, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_question(new WhatIfQuestion(this))
    , m_result(new WhatIfResult(this))
{
    setObjectName(u"spend.whatIf"_s);
    setAccessibleName(tr("What if"));
    auto *content = new QWidget(this);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, gap, 0, 0);
    contentLayout->setSpacing(gap);
    contentLayout->addWidget(m_question);
    m_problem = new Banner(Tone::Err, content);
    m_problem->setObjectName(u"spend.whatIf.problem"_s);
    m_problem->setDismissable(false);
    m_problem->hide();
    contentLayout->addWidget(m_problem);
    contentLayout->addWidget(m_result);
    m_result->hide();
    contentLayout->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makePageArea(content, this));
    m_timer.setSingleShot(true);
    m_timer.setInterval(betweenLooks);
    connectParts();
    m_question->fillChoices(configuration.document());
    showButtons();
}

void WhatIfPane::connectParts()
{
    connect(&m_timer, &QTimer::timeout, this, &WhatIfPane::look);
    connect(&m_configuration, &ConfigurationModel::changed, this, [this] {
        m_question->fillChoices(m_configuration.document());
        showButtons();
    });
    connect(m_question, &WhatIfQuestion::runRequested, this, &WhatIfPane::run);
    connect(m_question, &WhatIfQuestion::cancelRequested, this, &WhatIfPane::cancel);
    connect(m_question, &WhatIfQuestion::fileChanged, this, &WhatIfPane::showButtons);
    connect(m_question, &WhatIfQuestion::fileRefused, this, &WhatIfPane::end);
    connect(m_result, &WhatIfResult::exportRequested, this, &WhatIfPane::exportResult);
    connect(m_result, &WhatIfResult::draftRequested, this, [this] { Q_EMIT draftWanted(m_tried); });
    connect(m_result, &WhatIfResult::discardRequested, m_result, &QWidget::hide);
}

// --- asking -------------------------------------------------------------------------------------

void WhatIfPane::run()
{
    m_problem->hide();
    QJsonObject body = m_question->body();
    if (!m_question->hasFile()) {
        m_tried = changed(m_configuration.document(), m_question->entered());
        body.insert(u"document"_s, Api::toJson(m_tried));
    }
    m_job = u"?"_s;
    m_question->setProgress(0);
    showButtons();
    connect(m_client.post(u"/simulate"_s, body), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    take(call->reply().body);
                else
                    end(call->error().path.isEmpty()
                            ? call->error().detail
                            : tr("%1: %2", "field, what is wrong")
                                  .arg(call->error().path, call->error().detail));
            });
}

void WhatIfPane::look()
{
    connect(m_client.get(u"/simulate/"_s + m_job), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    take(call->reply().body);
                else
                    end(call->error().detail);
            });
}

void WhatIfPane::take(const QJsonObject &job)
{
    const QString state = job.value("state"_L1).toString();
    m_job = job.value("id"_L1).toString();
    m_question->setProgress(job.value("progress"_L1).toDouble());
    if (state == "running"_L1) {
        showButtons();
        m_timer.start();
        return;
    }
    end(state == "failed"_L1 ? job.value("error"_L1).toString() : QString());
    if (state == "done"_L1)
        showResult(job.value("result"_L1).toObject());
}

void WhatIfPane::end(const QString &problem)
{
    m_job.clear();
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setText(tr("The replay could not be made."), problem);
    showButtons();
}

void WhatIfPane::cancel()
{
    m_timer.stop();
    if (!m_job.isEmpty() && m_job != "?"_L1)
        connect(m_client.remove(u"/simulate/"_s + m_job), &Api::AdminCall::finished, this,
                [](Api::AdminCall *) {});
    end();
}

void WhatIfPane::showButtons()
{
    m_question->setRunning(!m_job.isEmpty(),
                           m_editable && (m_configuration.isLoaded() || m_question->hasFile()));
}

// --- showing ------------------------------------------------------------------------------------

void WhatIfPane::showResult(const QJsonObject &result)
{
    QHash<QString, QString> names;
    for (const Api::Provider &provider : m_configuration.document().providers)
        if (!provider.name.isEmpty())
            names.insert(provider.id, provider.name);
    m_result->setDraftable(!m_question->hasFile());
    m_result->show(result, names);
    Q_EMIT done(tr("The replay is done"));
}

void WhatIfPane::exportResult()
{
    m_question->fileChooser()(true, u"what-if.csv"_s, [this](const QString &path) {
        Q_EMIT done(m_result->write(path) ? tr("Exported to %1").arg(path)
                                          : tr("%1 cannot be written").arg(path));
    });
}

void WhatIfPane::setEditable(bool editable)
{
    m_editable = editable;
    showButtons();
}

void WhatIfPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT loaded();
}

} // namespace Gatehouse::Ui
