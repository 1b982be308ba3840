// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/imagefetch.h"

#include "core/dialects/remoteimages.h"
#include "core/http/headwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Gateway {

namespace {

bool isRedirection(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QString text(QByteArrayView words)
{
    constexpr qsizetype shown = 80;
    return QString::fromLatin1(words.first(std::min(words.size(), shown)));
}

//! What came over the network's end in words for the client, who need not know our network.
QString reasonOf(const Http::UpstreamFailure &failure)
{
    using Kind = Http::UpstreamFailureKind;
    switch (failure.kind) {
    case Kind::Dns:
        return u"its host name is not known"_s;
    case Kind::Refused:
        return u"the gateway does not fetch from private addresses"_s;
    case Kind::Tls:
        return u"its host has no certificate that the gateway trusts"_s;
    case Kind::ConnectTimeout:
    case Kind::FirstByteTimeout:
    case Kind::IdleTimeout:
    case Kind::TotalTimeout:
        return u"it did not come in time"_s;
    case Kind::Malformed:
        return u"its host's answer is not HTTP"_s;
    case Kind::Connect:
    case Kind::Proxy:
    case Kind::Reset:
        break;
    }
    return u"its host cannot be reached"_s;
}

} // namespace

// --- gate ---------------------------------------------------------------------------------------

void ImageGate::enter(ImageFetch &fetch)
{
    if (m_running == places) {
        m_waiting.push_back(&fetch);
        return;
    }
    ++m_running;
    fetch.begin();
}

void ImageGate::leave(ImageFetch &fetch)
{
    if (!fetch.m_isRunning) {
        std::erase(m_waiting, &fetch);
        return;
    }
    if (m_waiting.empty()) {
        --m_running;
        return;
    }
    ImageFetch *const next = m_waiting.front();
    m_waiting.pop_front();
    next->begin();
}

// --- fetch --------------------------------------------------------------------------------------

ImageFetch::ImageFetch(const Environment &environment, const QByteArray &url,
                       const Api::ImageFetching &settings, std::chrono::milliseconds timeLeft,
                       Done done)
    : m_environment(environment)
    , m_url(url)
    , m_settings(settings)
    , m_done(std::move(done))
    , m_place(QUrl::fromEncoded(url, QUrl::StrictMode))
    , m_image(Error{ErrorCode::Unavailable, u"it did not come in time"_s})
    , m_started(environment.io.clock.steady())
    , m_ended(m_started)
    , m_deadline(m_started + std::max(std::min(settings.timeout, timeLeft), 1ms))
    , m_timer([this] {
        if (m_isOver)
            std::exchange(m_done, {})(*this); // may destroy this
        else
            fail(u"it did not come in time"_s);
    })
{
    m_timer.start(environment.io.timers,
                  std::chrono::ceil<std::chrono::milliseconds>(m_deadline - m_started));
    if (const auto place = imageAddress(m_place, settings); !place)
        fail(place.error().detail); // without taking anybody's turn
    else
        enter();
}

void ImageFetch::enter()
{
    m_hasEntered = true;
    m_environment.gate.enter(*this);
}

void ImageFetch::leave()
{
    if (std::exchange(m_hasEntered, false))
        m_environment.gate.leave(*this);
}

ImageFetch::~ImageFetch()
{
    m_call.reset();
    leave();
}

void ImageFetch::begin()
{
    m_isRunning = true;
    ask(m_place);
}

void ImageFetch::ask(const QUrl &url)
{
    Result<ImageAddress> place = imageAddress(url, m_settings);
    if (!place)
        return fail(place.error().detail);
    m_place = place->url;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(m_deadline - m_environment.io.clock.steady());
    Http::UpstreamRequest request;
    request.methodAndTarget = "GET " + place->target;
    Http::appendField(request.fields, "Accept", "image/png, image/jpeg, image/gif, image/webp");
    Http::appendField(request.fields, "Accept-Encoding", "identity");
    Http::appendField(request.fields, "User-Agent", "Gatehouse/" GATEHOUSE_VERSION);
    Http::appendField(request.fields, "Connection", "close"); // no pool for hosts of strangers
    request.timeouts = {.connect = left, .firstByte = left, .idle = left, .total = left};
    m_call = m_environment.client.send(place->endpoint, std::move(request), *this);
}

//! RFC 9110 section 15.4; the new place is judged as the first one was.
void ImageFetch::follow(QByteArrayView location)
{
    if (++m_redirections > mostRedirections)
        return fail(u"its host redirects more than %1 times"_s.arg(mostRedirections));
    const QUrl next = QUrl::fromEncoded(location.toByteArray(), QUrl::StrictMode);
    if (location.isEmpty() || !next.isValid())
        return fail(u"its host redirects to nowhere"_s);
    ask(m_place.resolved(next)); // ends the call that is redirected
}

void ImageFetch::checkHead(const Http::ResponseHead &head)
{
    const QByteArrayView type = head.fields.value("content-type");
    const QByteArrayView coding = head.fields.value("content-encoding");
    if (head.status != 200)
        fail(u"its host answered %1"_s.arg(head.status));
    else if (!Http::sameName(type.first(std::min<qsizetype>(type.size(), 6)), "image/"))
        fail(type.isEmpty() ? u"its host does not say that it is an image"_s
                            : u"its host says it is '%1', no image"_s.arg(text(type)));
    else if (!coding.isEmpty() && !Http::sameName(coding, "identity"))
        fail(u"its host sends it compressed ('%1')"_s.arg(text(coding)));
    else if (head.contentLength > m_settings.maxBytes)
        fail(u"it is larger than %1 bytes"_s.arg(m_settings.maxBytes));
    else if (head.contentLength > 0)
        m_bytes.reserve(head.contentLength);
}

void ImageFetch::onUpstreamHead(const Http::ResponseHead &head)
{
    if (isRedirection(head.status))
        follow(head.fields.value("location"));
    else
        checkHead(head);
}

void ImageFetch::onUpstreamBody(QByteArrayView bytes)
{
    if (m_bytes.size() + bytes.size() > m_settings.maxBytes)
        return fail(u"it is larger than %1 bytes"_s.arg(m_settings.maxBytes));
    m_bytes += bytes;
}

void ImageFetch::onUpstreamEnd()
{
    const QByteArrayView type = Dialects::imageTypeOf(m_bytes);
    if (type.isEmpty())
        return fail(u"it is no PNG, JPEG, GIF or WebP image"_s);
    m_size = m_bytes.size();
    finish(Dialects::Media{.mimeType = type.toByteArray(), .data = m_bytes.toBase64()});
}

void ImageFetch::onUpstreamFailed(const Http::UpstreamFailure &failure)
{
    fail(reasonOf(failure));
}

void ImageFetch::fail(const QString &why)
{
    finish(Error{ErrorCode::InvalidArgument, why});
}

void ImageFetch::finish(Result<Dialects::Media> image)
{
    m_isOver = true;
    m_image = std::move(image);
    m_ended = m_environment.io.clock.steady();
    m_bytes = {};
    m_call.reset();
    leave();
    m_timer.start(m_environment.io.timers, 0ms);
}

QByteArray ImageFetch::host() const
{
    constexpr qsizetype shown = 100;
    return m_place.host(QUrl::FullyEncoded).toLatin1().left(shown);
}

QString ImageFetch::problem() const
{
    const QString from = QString::fromLatin1(host());
    return (from.isEmpty() ? u"could not be fetched: %1"_s : u"could not be fetched from %2: %1"_s)
        .arg(m_image.error().detail, from);
}

QByteArray ImageFetch::summary() const
{
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(m_ended - m_started);
    const QByteArray what = m_image
        ? QByteArray(m_image->mimeType + ", " + QByteArray::number(m_size) + " bytes")
        : m_image.error().detail.toUtf8();
    return host() + ": " + what + " in " + QByteArray::number(time.count()) + " ms";
}

} // namespace Gatehouse::Gateway
