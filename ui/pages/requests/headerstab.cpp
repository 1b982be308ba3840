// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/headerstab.h"

#include "ui/models/cellsmodel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int nameCharacters = 22;

QJsonObject headOf(const QJsonObject &recording, QLatin1StringView side)
{
    return recording.value(side).toObject().value("head"_L1).toObject();
}

} // namespace

HeadersTab::HeadersTab(QWidget *parent)
    : QWidget(parent)
    , m_state(makeLabel({}, u"body"_s, this))
    , m_show(
          makeButton(tr("Show recorded headers"), {}, u"requests.detail.showHeadersButton"_s, this))
{
    m_state->setObjectName(u"requests.detail.headersLabel"_s);
    m_state->setWordWrap(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 16, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_state);
    column->addWidget(m_show, 0, Qt::AlignLeft);
    m_request = makePart(u"requests.detail.requestHeadersTable"_s, tr("Headers of the request"));
    m_answer = makePart(u"requests.detail.answerHeadersTable"_s, tr("Headers of the answer"));
    for (const Part &part : {m_request, m_answer}) {
        column->addWidget(part.title);
        column->addWidget(part.table);
    }
    column->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeScrollArea(content, this));
    connect(m_show, &QPushButton::clicked, this, [this] {
        m_show->setEnabled(false);
        Q_EMIT wanted();
    });
    setRequest(false);
}

HeadersTab::Part HeadersTab::makePart(const QString &name, const QString &accessible)
{
    Part part;
    part.title = makeLabel({}, u"section"_s, this);
    part.title->setWordWrap(true);
    part.model = new CellsModel({{u"name"_s, tr("Name")}, {u"value"_s, tr("Value")}}, this);
    part.table = new TableView(this);
    part.table->setObjectName(name);
    part.table->setAccessibleName(accessible);
    part.table->setModel(part.model);
    part.table->setFitsRows(true);
    part.table->setColumnCharacters(0, nameCharacters);
    part.table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    return part;
}

void HeadersTab::setRequest(bool recorded)
{
    m_state->setText(
        recorded ? tr("The headers of this request were recorded. The audit log notes who looks at "
                      "them.")
                 : tr("Headers are recorded together with bodies, and nothing of this request was "
                      "recorded."));
    m_state->show();
    m_show->setVisible(recorded);
    m_show->setEnabled(true);
    for (const Part &part : {m_request, m_answer}) {
        part.title->hide();
        part.table->hide();
    }
}

void HeadersTab::showRecording(const QJsonObject &recording)
{
    const QJsonObject request = headOf(recording, "request"_L1);
    const QJsonObject answer = headOf(recording, "answer"_L1);
    m_show->hide();
    if (request.isEmpty()) {
        m_state->setText(tr("Headers were not kept yet when this request was recorded."));
        m_state->show();
        return;
    }
    m_state->setText(tr("Keys, tokens and cookies are taken out before headers are stored."));
    fill(m_request, tr("Request: %1").arg(request.value("line"_L1).toString()), request);
    fill(m_answer, tr("Answer: status %1").arg(answer.value("line"_L1).toString()), answer);
}

void HeadersTab::showProblem(const QString &text)
{
    m_state->setText(text);
    m_show->setEnabled(true);
}

void HeadersTab::fill(const Part &part, const QString &title, const QJsonObject &side)
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &field : side.value("fields"_L1).toArray()) {
        const QString value = field["value"_L1].toString();
        rows.append({QString::number(rows.size()),
                     {{.text = field["name"_L1].toString()}, {.text = value, .toolTip = value}}});
    }
    part.title->setText(title);
    part.title->show();
    part.model->setRows(rows);
    part.table->setVisible(!rows.isEmpty());
    part.table->updateGeometry();
}

} // namespace Gatehouse::Ui
