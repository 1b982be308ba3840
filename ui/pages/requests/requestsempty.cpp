// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requestsempty.h"

#include "ui/pages/requests/requestspage.h"
#include "ui/widgets/firstrequest.h"
#include "ui/widgets/format.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

RequestsEmpty::RequestsEmpty(Api::AdminClient &client, QWidget *parent)
    : EmptyState(u"list-tree"_s, {}, {}, parent)
    , m_first(new FirstRequest(client, u"requests"_s, this))
    , m_connect(addAction(RequestsPage::tr("Connect an app"), u"requests.empty.connectButton"_s))
    , m_clear(addAction(RequestsPage::tr("Clear filter"), u"requests.empty.clearButton"_s))
    , m_allTime(addAction(RequestsPage::tr("Search all time"), u"requests.empty.allTimeButton"_s))
{
    addContent(m_first);
    addAction(m_first->testButton());
    connect(m_connect, &QPushButton::clicked, this, &RequestsEmpty::connectRequested);
    connect(m_clear, &QPushButton::clicked, this, &RequestsEmpty::clearRequested);
    connect(m_allTime, &QPushButton::clicked, this, &RequestsEmpty::allTimeRequested);
}

void RequestsEmpty::setBaseUrl(const QString &url)
{
    m_first->setBaseUrl(url);
}

void RequestsEmpty::showFor(bool filtered, bool allTime, std::optional<qint64> unfilteredTotal)
{
    const bool isFirst = !filtered && allTime;
    m_connect->setVisible(!filtered);
    m_first->setVisible(isFirst);
    m_first->testButton()->setVisible(isFirst);
    m_clear->setVisible(filtered);
    m_allTime->setVisible(!allTime);
    if (!filtered) {
        setTitle(allTime ? RequestsPage::tr("No requests yet.")
                         : RequestsPage::tr("No requests in this range."));
        setText(RequestsPage::tr("Every request that an app sends through the gateway shows here, "
                                 "with its route, attempts and cost."));
        return;
    }
    setTitle(RequestsPage::tr("Nothing matches."));
    setText(unfilteredTotal
                ? RequestsPage::tr("%1 requests in this range.").arg(Format::count(unfilteredTotal))
                : RequestsPage::tr("No request in this range passes the filter."));
}

} // namespace Gatehouse::Ui
