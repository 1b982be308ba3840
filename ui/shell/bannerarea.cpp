// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bannerarea.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QVersionNumber>
#include <QtGui/QAccessible>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int mostShown = 2;

QString identity(const Problem &problem)
{
    return problem.code + u'@' + problem.since.toString(Qt::ISODateWithMs);
}

//! The gateway is newer or older than this window.
std::optional<Problem> versionProblem(const QString &version)
{
    const auto theirs = QVersionNumber::fromString(version);
    const auto ours = QVersionNumber::fromString(QCoreApplication::applicationVersion());
    if (theirs.isNull() || ours.isNull() || theirs == ours)
        return {};
    return Problem{
        .code = u"version"_s,
        .severity = Tone::Info,
        .title = theirs > ours ? BannerArea::tr("The gateway is newer than this window.")
                               : BannerArea::tr("The gateway is older than this window."),
        .detail = theirs > ours
            ? BannerArea::tr(
                  "It is version %1, this is %2. Settings that this window does not know stay as "
                  "they are.")
                  .arg(version, ours.toString())
            : BannerArea::tr("It is version %1, this is %2. Parts it does not know yet stay empty.")
                  .arg(version, ours.toString()),
        .since = {},
        .action = {}};
}

} // namespace

BannerArea::BannerArea(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_more(makeLabel({}, u"caption"_s, this))
{
    m_layout->setContentsMargins(24, 0, 24, 12);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_more);
    hide();
}

void BannerArea::setStatus(const GatewayStatus &status)
{
    QList<Problem> problems = status.problems;
    if (const auto other = versionProblem(status.version))
        problems.append(*other);
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem &a, const Problem &b) { return a.since > b.since; });
    if (problems == m_problems && status.demo == m_demo)
        return;
    m_problems = problems;
    m_zone = status.zone;
    m_demo = status.demo;
    rebuild();
}

void BannerArea::setToldByPage(const QString &code)
{
    if (code == m_toldByPage)
        return;
    m_toldByPage = code;
    rebuild();
}

void BannerArea::setOffline(bool offline, const QDateTime &lastContact)
{
    if (offline == m_offline)
        return;
    m_offline = offline;
    m_lastContact = lastContact;
    rebuild();
}

void BannerArea::addOfflineBanner()
{
    auto *banner = new Banner(Tone::Err, this);
    banner->setObjectName(u"banner.offline"_s);
    banner->setText(m_lastContact.isValid() ? tr("The gateway has not answered since %1.")
                                                  .arg(Format::timeOfDay(m_lastContact, m_zone))
                                            : tr("The gateway does not answer."),
                    tr("You see the last data; nothing can be changed. It is asked again, with "
                       "growing pauses."));
    banner->setAction(tr("Try now"));
    banner->setDismissable(false);
    connect(banner, &Banner::actionTriggered, this,
            [this] { Q_EMIT actionTriggered(u"offline"_s); });
    insert(banner);
    QAccessibleEvent alert(banner, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void BannerArea::insert(Banner *banner)
{
    m_layout->insertWidget(m_layout->count() - 1, banner);
}

void BannerArea::setSampleDataRemovable(bool removable)
{
    m_demoRemovable = removable;
    rebuild();
}

void BannerArea::rebuild()
{
    for (Banner *banner : findChildren<Banner *>(QString(), Qt::FindDirectChildrenOnly)) {
        banner->hide();
        banner->deleteLater();
    }
    if (m_demo) {
        auto *banner = new Banner(Tone::Info, this);
        banner->setObjectName(u"banner.demo"_s);
        banner->setText(tr("You see sample data."), tr("Nothing leaves this computer."));
        if (m_demoRemovable)
            banner->setAction(tr("Remove sample data"));
        banner->setDismissable(false);
        connect(banner, &Banner::actionTriggered, this,
                [this] { Q_EMIT actionTriggered(u"demo"_s); });
        insert(banner);
    }
    if (m_offline)
        addOfflineBanner();
    int shown = m_offline ? 1 : 0;
    int more = 0;
    for (const Problem &problem : m_problems) {
        if (m_dismissed.contains(identity(problem)) || problem.code == m_toldByPage)
            continue;
        if (shown++ < mostShown)
            addBanner(problem);
        else
            ++more;
    }
    m_more->setText(tr("%n more", nullptr, more));
    m_more->setVisible(more > 0);
    setVisible(shown > 0 || m_demo);
}

void BannerArea::addBanner(const Problem &problem)
{
    auto *banner = new Banner(problem.severity, this);
    banner->setObjectName(u"banner.%1"_s.arg(problem.code));
    const QString detail = problem.since.isValid()
        ? tr("since %1. %2").arg(Format::timeOfDay(problem.since, m_zone), problem.detail)
        : problem.detail;
    banner->setText(problem.title, detail);
    banner->setAction(problem.action);
    insert(banner);
    const QString code = problem.code;
    const QString id = identity(problem);
    connect(banner, &Banner::actionTriggered, this, [this, code] { Q_EMIT actionTriggered(code); });
    connect(banner, &Banner::dismissed, this, [this, id] {
        m_dismissed.insert(id);
        rebuild();
    });
    QAccessibleEvent alert(banner, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace Gatehouse::Ui
