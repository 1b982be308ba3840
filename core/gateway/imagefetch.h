// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/canonical.h"
#include "core/gateway/imageaddress.h"
#include "core/http/iocontext.h"
#include "core/http/timerwheel.h"

#include <deque>

namespace Gatehouse::Gateway {

class ImageFetch;

//! How many images one worker fetches at a time; further ones wait their turn. Thread-bound.
class ImageGate
{
public:
    static constexpr int places = 16;

    ImageGate() = default;
    ImageGate(const ImageGate &) = delete;
    ImageGate &operator=(const ImageGate &) = delete;

    int running() const { return m_running; }
    int waiting() const { return static_cast<int>(m_waiting.size()); }

private:
    friend class ImageFetch;
    //! Begins \a fetch now or when its turn comes.
    void enter(ImageFetch &fetch);
    void leave(ImageFetch &fetch);

    int m_running = 0;
    std::deque<ImageFetch *> m_waiting;
};

//! Fetches one image from where a client says it lies. What it asks is a plain GET without any
//! credential; every address, also of a redirection, is judged first, as text and again as the
//! address connected to; size, time and redirections are bounded; what comes must call itself an
//! image and be one. Calls \a done once, later than the constructor; destroying it cancels.
class ImageFetch final : private Http::UpstreamListener
{
public:
    struct Environment {
        Http::IoContext &io;
        Http::UpstreamClient &client;
        ImageGate &gate;
    };
    using Done = std::function<void(ImageFetch &)>; //!< may destroy it

    static constexpr int mostRedirections = 3;

    ImageFetch(const Environment &environment, const QByteArray &url,
               const Api::ImageFetching &settings, std::chrono::milliseconds timeLeft, Done done);
    ~ImageFetch() override;
    ImageFetch(const ImageFetch &) = delete;
    ImageFetch &operator=(const ImageFetch &) = delete;

    //! As the request names it.
    const QByteArray &url() const { return m_url; }
    //! mimeType and data, or why there is none; detail is for the client.
    const Result<Dialects::Media> &image() const { return m_image; }
    //! Why there is none, with the host that was asked.
    QString problem() const;
    //! "files.example.com: image/png, 12345 bytes in 34 ms": for the trace, without what may be
    //! secret in an address.
    QByteArray summary() const;

private:
    friend class ImageGate;

    // UpstreamListener
    void onUpstreamHead(const Http::ResponseHead &head) override;
    void onUpstreamBody(QByteArrayView bytes) override;
    void onUpstreamEnd() override;
    void onUpstreamFailed(const Http::UpstreamFailure &failure) override;

    void enter();
    void leave();
    void begin();
    void ask(const QUrl &url);
    void follow(QByteArrayView location);
    void checkHead(const Http::ResponseHead &head);
    void fail(const QString &why);
    QByteArray host() const;
    void finish(Result<Dialects::Media> image);

    Environment m_environment;
    const QByteArray m_url;
    const Api::ImageFetching m_settings;
    Done m_done;
    QUrl m_place; //!< asked last
    int m_redirections = 0;
    std::unique_ptr<Http::UpstreamCall> m_call;
    QByteArray m_bytes;
    qsizetype m_size = 0;
    bool m_hasEntered = false; //!< the gate knows of it
    bool m_isRunning = false;
    Result<Dialects::Media> m_image;
    const SteadyTime m_started;
    SteadyTime m_ended;
    const SteadyTime m_deadline;
    Http::Timer m_timer; //!< the deadline, then the end
    bool m_isOver = false;
};

} // namespace Gatehouse::Gateway
