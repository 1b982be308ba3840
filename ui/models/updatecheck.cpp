// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/updatecheck.h"

#include "ui/models/preferences.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrl>
#include <QtCore/QVersionNumber>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto lookEvery = 1h;
constexpr auto afterStart = 20s; //!< the window comes first
constexpr qint64 secondsOfDay = 24 * 3600;
constexpr auto patience = 15s;
constexpr qint64 largestFeed = 4LL * 1024 * 1024;

QVersionNumber versionOf(QString tag)
{
    if (tag.startsWith(u'v', Qt::CaseInsensitive))
        tag.remove(0, 1);
    return QVersionNumber::fromString(tag);
}

bool isRelease(const QJsonObject &release)
{
    return !release.value("draft"_L1).toBool() && !release.value("prerelease"_L1).toBool()
        && !versionOf(release.value("tag_name"_L1).toString()).isNull();
}

QList<QJsonObject> releasesOf(const QJsonDocument &feed)
{
    QList<QJsonObject> releases;
    if (feed.isObject())
        releases.append(feed.object());
    for (const QJsonValue &one : feed.array())
        releases.append(one.toObject());
    return releases;
}

const QStringList &outcomeNames()
{
    static const QStringList names{u"never"_s,      u"newest"_s,    u"newer"_s,   u"no_releases"_s,
                                   u"unreadable"_s, u"not_found"_s, u"refused"_s, u"unreachable"_s};
    return names;
}

QJsonObject toJson(const UpdateCheck::Finding &finding)
{
    return {{u"outcome"_s, outcomeNames().at(int(finding.outcome))},
            {u"version"_s, finding.version},
            {u"page"_s, finding.page},
            {u"detail"_s, finding.detail},
            {u"time"_s, finding.time.toString(Qt::ISODate)}};
}

UpdateCheck::Finding fromJson(const QJsonObject &json)
{
    const auto outcome = outcomeNames().indexOf(json.value("outcome"_L1).toString());
    return {.outcome = UpdateCheck::Outcome(std::max<qsizetype>(0, outcome)),
            .version = json.value("version"_L1).toString(),
            .page = json.value("page"_L1).toString(),
            .detail = json.value("detail"_L1).toString(),
            .time = QDateTime::fromString(json.value("time"_L1).toString(), Qt::ISODate)};
}

} // namespace

UpdateCheck::UpdateCheck(Preferences &preferences, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_last(fromJson(preferences.lastUpdateCheck()))
{
    const QVersionNumber own = QVersionNumber::fromString(QStringLiteral(GATEHOUSE_VERSION));
    if (m_last.outcome == Outcome::Newer && versionOf(m_last.version) <= own)
        m_last.outcome = Outcome::Newest; // it was installed meanwhile
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &UpdateCheck::checkWhenDue);
    m_timer.start();
    QTimer::singleShot(afterStart, this, &UpdateCheck::checkWhenDue);
}

QDateTime UpdateCheck::now() const
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(m_clock.wall());
    return QDateTime::fromSecsSinceEpoch(seconds.time_since_epoch().count(), Qt::UTC);
}

bool UpdateCheck::isFeedAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const bool isLocal = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLocal));
}

void UpdateCheck::checkWhenDue()
{
    const bool isFresh = m_last.time.isValid() && m_last.time.secsTo(now()) < secondsOfDay;
    if (m_preferences.checksUpdates() && !isFresh)
        checkNow();
}

void UpdateCheck::checkNow()
{
    const QString feed = m_preferences.releaseFeed();
    if (m_reply || !isFeedAddress(feed))
        return;
    if (!m_network)
        m_network = new QNetworkAccessManager(this);
    QNetworkRequest request{QUrl(feed)};
    // Qt would tell the language and its own name; feeds want some name.
    request.setRawHeader("User-Agent", "Gatehouse");
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(int(std::chrono::milliseconds(patience).count()));
    m_reply = m_network->get(request);
    connect(m_reply, &QNetworkReply::finished, this, &UpdateCheck::finish);
    connect(m_reply, &QNetworkReply::downloadProgress, m_reply, [this](qint64 received) {
        if (received > largestFeed)
            m_reply->abort();
    });
    Q_EMIT changed();
}

void UpdateCheck::finish()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    take(findingOf(*reply));
}

UpdateCheck::Finding UpdateCheck::findingOf(QNetworkReply &reply) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 404 || status == 410)
        return {.outcome = Outcome::NotFound, .detail = QString::number(status)};
    if (status >= 400)
        return {.outcome = Outcome::Refused, .detail = QString::number(status)};
    if (reply.error() != QNetworkReply::NoError)
        return {.outcome = Outcome::Unreachable, .detail = reply.errorString()};
    return read(reply.readAll(), QStringLiteral(GATEHOUSE_VERSION));
}

UpdateCheck::Finding UpdateCheck::read(const QByteArray &feed, const QString &own)
{
    const QJsonDocument document = QJsonDocument::fromJson(feed);
    if (document.isNull() || (document.isObject() && !document.object().contains("tag_name"_L1)))
        return {.outcome = Outcome::Unreadable};
    Finding newest{.outcome = Outcome::NoReleases};
    for (const QJsonObject &release : releasesOf(document)) {
        const QString tag = release.value("tag_name"_L1).toString();
        if (!isRelease(release) || versionOf(tag) < versionOf(newest.version))
            continue;
        const QString page = release.value("html_url"_L1).toString();
        newest.version = versionOf(tag).toString();
        newest.page = isFeedAddress(page) ? page : QString();
        newest.outcome =
            versionOf(tag) > QVersionNumber::fromString(own) ? Outcome::Newer : Outcome::Newest;
    }
    return newest;
}

void UpdateCheck::take(Finding finding)
{
    const bool isNews = finding.outcome == Outcome::Newer
        && (m_last.outcome != Outcome::Newer || m_last.version != finding.version);
    finding.time = now();
    m_last = std::move(finding);
    m_preferences.setLastUpdateCheck(toJson(m_last));
    Q_EMIT changed();
    if (isNews)
        Q_EMIT newVersionFound(m_last.version);
}

} // namespace Gatehouse::Ui
