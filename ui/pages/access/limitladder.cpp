// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/limitladder.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/keydata.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! One limit of one scope: "Requests a minute", "12 of 60".
struct Rung {
    QString what;
    QString used;
    bool binds = false;
};

QString periodText(const QString &period)
{
    static const QHash<QString, const char *> words{
        {u"day"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::LimitLadder", "a day")},
        {u"week"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::LimitLadder", "a week")},
        {u"month"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::LimitLadder", "a month")},
        {u"quarter"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::LimitLadder", "a quarter")},
        {u"year"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::LimitLadder", "a year")},
    };
    const char *word = words.value(period);
    return word ? LimitLadder::tr(word) : period;
}

QString usedText(const QString &used, const QString &most)
{
    return LimitLadder::tr("%1 of %2").arg(used, most);
}

QList<Rung> rungsOf(const QJsonObject &step, const QJsonObject &binding)
{
    const QString scope = step.value("scope"_L1).toString();
    QList<Rung> rungs;
    const auto add = [&](QLatin1String limit, qint64 used, const QString &text) {
        if (!step.value(limit).isDouble())
            return;
        const qint64 most = step.value(limit).toInteger();
        rungs.append({.what = text,
                      .used = usedText(Format::count(used), Format::count(most)),
                      .binds = binding.value(limit).toString() == scope});
    };
    add("rpm"_L1, step.value("rpm"_L1).toInteger() - step.value("requests_left"_L1).toInteger(),
        LimitLadder::tr("Requests a minute"));
    add("tpm"_L1, step.value("tpm"_L1).toInteger() - step.value("tokens_left"_L1).toInteger(),
        LimitLadder::tr("Tokens a minute"));
    add("max_in_flight"_L1, step.value("in_flight"_L1).toInteger(),
        LimitLadder::tr("At the same time"));
    for (const QJsonValue &item : step.value("budgets"_L1).toArray()) {
        const qint64 limit =
            item["limit_nano_usd"_L1].toInteger() + item["raised_nano_usd"_L1].toInteger();
        rungs.append(
            {.what = LimitLadder::tr("Budget for %1").arg(periodText(item["period"_L1].toString())),
             .used = usedText(Format::money(item["spent_nano_usd"_L1].toInteger()),
                              Format::money(limit)),
             .binds = binding.value("budget"_L1).toString() == scope});
    }
    return rungs;
}

} // namespace

LimitLadder::LimitLadder(Api::AdminClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_rows(new CellsModel({{u"scope"_s, tr("Limit"), CellKind::TwoLine},
                             {u"used"_s, tr("Used"), CellKind::Number},
                             {u"binds"_s, tr("Binds"), CellKind::Pill}},
                            this))
    , m_table(new TableView(this))
    , m_none(makeLabel(tr("Nothing limits this key."), u"caption"_s, this))
{
    m_table->setObjectName(u"access.effectiveLimits"_s);
    m_table->setAccessibleName(tr("Effective limits"));
    m_table->setModel(m_rows);
    m_table->setFitsRows(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnCharacters(2, 6);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_none->setObjectName(u"access.detail.noLimitsLabel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addWidget(m_none);
    showKey({});
}

void LimitLadder::showKey(const QString &id)
{
    m_id = id;
    if (id.isEmpty()) {
        take({});
        return;
    }
    connect(m_client.get(u"/keys/%1/limits"_s.arg(id)), &Api::AdminCall::finished, this,
            [this, id](Api::AdminCall *call) {
                if (id == m_id && call->succeeded())
                    take(call->reply().body);
            });
}

void LimitLadder::take(const QJsonObject &answer)
{
    const QJsonObject binding = answer.value("binding"_L1).toObject();
    QList<CellsModel::Row> rows;
    for (const QJsonValue &item : answer.value("items"_L1).toArray()) {
        const QString scope = item["scope"_L1].toString();
        for (const Rung &rung : rungsOf(item.toObject(), binding)) {
            CellsModel::Cell binds;
            if (rung.binds)
                binds = {.text = tr("Binds"), .tone = Tone::Accent};
            rows.append({.id = u"%1 %2"_s.arg(scope, rung.what),
                         .cells = {{.text = scopeText(scope), .detail = rung.what},
                                   {.text = rung.used},
                                   binds}});
        }
    }
    m_rows->setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    m_none->setVisible(rows.isEmpty());
    m_table->updateGeometry();
}

} // namespace Gatehouse::Ui
