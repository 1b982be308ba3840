// SPDX-License-Identifier: GPL-3.0-or-later
//! Load on one thread, and what it felt like, as one line of JSON.
//!
//!   bench_loadgen --port P --mode MODE --model a-json [--connections 64] [--seconds 2]
//!                 [--requests N] [--rate 300] [--rounds 2] [--body BYTES] [--key TEXT] [--status
//!                 200] [--sources 1] [--keys 1]
//!
//! The connections come from so many addresses (127.0.0.1, 127.0.0.2 …), and the requests show so
//! many different keys of one length, in turn.
//!
//! Modes: closed (each connection asks again as soon as it is answered), open (at a fixed rate,
//! latency counted from the moment a request was due), new (a connection per request), stream
//! (per-event delay by the upstream's stamps, order and number checked), idle (connects, prints
//! "ready", holds until standard input ends), stall (asks, reads nothing, holds likewise), hold
//! (streams that are left open after their first event, holds likewise).

#include "tests/benchmarks/socket.h"

#include <memory>
#include <utility>

using namespace Gatehouse::Bench;

namespace {

constexpr int eventsPerStream = 50;
constexpr int64_t giveUpTime = 20 * nsPerSecond;

enum class Mode { Closed, Open, New, Stream, Idle, Stall, Hold };

struct Settings {
    Mode mode = Mode::Closed;
    uint16_t port = 0;
    int connections = 64;
    int64_t seconds = 2;
    int64_t requests = 0; //!< ends after so many instead of after a time
    int64_t rate = 300;
    int rounds = 2;
    int expectedStatus = 200;
    int sources = 1;
    std::vector<std::string> texts; //!< of requests, asked in turn
};

struct Results {
    std::vector<int64_t> latencies; //!< of requests, or of events
    int64_t requests = 0;
    int64_t errors = 0;
    int64_t shortStreams = 0;
    int64_t misordered = 0;
};

struct Client {
    int fd = -1;
    bool busy = false;
    int64_t since = 0; //!< when the present request was sent, or was due
    const std::string *request = nullptr;
    size_t written = 0; //!< bytes of the request
    std::string in;
    size_t scanned = 0;   //!< of in, for events
    int64_t missing = -1; //!< bytes of a whole answer still to come, -1: head not seen
    int status = 0;
    int nextEvent = 0;
    int roundsLeft = 0;
};

std::string composeRequest(const Arguments &arguments, bool stream, const std::string &key)
{
    const auto size = static_cast<size_t>(arguments.number("body", 330));
    std::string body = R"({"model":")" + arguments.text("model", "a-json") + '"'
        + (stream ? R"(,"stream":true)" : "") + R"(,"messages":[{"role":"user","content":")";
    const std::string end = R"("}]})";
    body.append(size > body.size() + end.size() ? size - body.size() - end.size() : 1, 'x');
    body += end;
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
        + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nUser-Agent: "
          "OpenAI/Bench\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

class Load
{
public:
    explicit Load(Settings settings)
        : m_settings(std::move(settings))
        , m_epoll(epoll_create1(EPOLL_CLOEXEC))
        , m_clients(static_cast<size_t>(m_settings.connections))
    {
        m_results.latencies.reserve(1'000'000);
    }

    void run()
    {
        const bool holds = m_settings.mode == Mode::Idle || m_settings.mode == Mode::Stall
            || m_settings.mode == Mode::Hold;
        for (Client &client : m_clients) {
            client.roundsLeft = m_settings.rounds;
            if (m_settings.mode != Mode::New)
                connect(client);
        }
        m_started = nowNs();
        m_end = m_started + m_settings.seconds * nsPerSecond;
        if (m_settings.mode == Mode::Open)
            openLoop();
        else if (holds)
            hold();
        else
            closedLoop();
        m_finished = nowNs();
    }

    void print()
    {
        const double seconds = static_cast<double>(m_finished - m_started) / 1e9;
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        const auto cpu = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
        std::printf("{\"requests\":%lld,\"errors\":%lld,\"seconds\":%.4f,\"rate\":%.1f,\"samples\":"
                    "%zu,\"p50_us\":%.1f,\"p90_us\":%.1f,\"p99_us\":%.1f,\"p999_us\":%.1f,\"max_"
                    "us\":%.1f,\"short\":%lld,\"misordered\":%lld,\"cpu_s\":%.3f}\n",
                    static_cast<long long>(m_results.requests),
                    static_cast<long long>(m_results.errors), seconds,
                    static_cast<double>(m_results.requests) / seconds, m_results.latencies.size(),
                    percentile(0.5), percentile(0.9), percentile(0.99), percentile(0.999),
                    percentile(1), static_cast<long long>(m_results.shortStreams),
                    static_cast<long long>(m_results.misordered), cpu);
    }

private:
    double percentile(double share)
    {
        auto &all = m_results.latencies;
        if (all.empty())
            return 0;
        const auto at = static_cast<size_t>(share * static_cast<double>(all.size() - 1));
        std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(at), all.end());
        return static_cast<double>(all[at]) / 1e3;
    }

    void connect(Client &client)
    {
        client.fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (m_settings.mode == Mode::Stall) {
            const int small = 4096;
            setsockopt(client.fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        }
        if (m_settings.sources > 1) {
            sockaddr_in source = loopback(0);
            const auto number = static_cast<uint32_t>(&client - m_clients.data());
            source.sin_addr.s_addr =
                htonl(INADDR_LOOPBACK + number % static_cast<uint32_t>(m_settings.sources));
            if (bind(client.fd, reinterpret_cast<const sockaddr *>(&source), sizeof source) != 0)
                die("bind");
        }
        const sockaddr_in address = loopback(m_settings.port);
        if (::connect(client.fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            die("connect");
        setNoDelay(client.fd);
        if (m_settings.mode != Mode::Stall)
            watch(m_epoll, client.fd, EPOLLIN, &client);
    }

    void disconnect(Client &client)
    {
        ::close(client.fd);
        client.fd = -1;
    }

    void ask(Client &client, int64_t since)
    {
        if (m_settings.mode == Mode::New)
            connect(client);
        client.busy = true;
        client.since = since;
        client.request = &m_settings.texts[m_turn++ % m_settings.texts.size()];
        client.written = 0;
        client.missing = -1;
        client.in.clear();
        client.scanned = 0;
        client.nextEvent = 0;
        write(client);
    }

    //! A large body takes several goes; the socket stays blocking for reads, so sends do not wait.
    void write(Client &client)
    {
        const std::string &request = *client.request;
        while (client.written < request.size()) {
            const ssize_t sent = send(client.fd, request.data() + client.written,
                                      request.size() - client.written, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0) {
                if (errno == EAGAIN) {
                    watch(m_epoll, client.fd, EPOLLIN | EPOLLOUT, &client, EPOLL_CTL_MOD);
                    return;
                }
                return; // the read tells
            }
            client.written += static_cast<size_t>(sent);
            if (client.written == request.size() && static_cast<size_t>(sent) < request.size()
                && m_settings.mode != Mode::Stall)
                watch(m_epoll, client.fd, EPOLLIN, &client, EPOLL_CTL_MOD);
        }
    }

    //! Whether another request may begin.
    bool goesOn(Client &client)
    {
        if (m_settings.mode == Mode::Stream)
            return --client.roundsLeft >= 0;
        return m_settings.requests > 0 ? ++m_asked <= m_settings.requests : nowNs() < m_end;
    }

    void closedLoop()
    {
        for (Client &client : m_clients) {
            if (goesOn(client)) {
                ++m_running;
                ask(client, nowNs());
            }
        }
        const int64_t latest = m_settings.mode == Mode::Stream || m_settings.requests > 0
            ? nowNs() + 3 * giveUpTime
            : m_end + giveUpTime;
        std::vector<epoll_event> events(1024);
        while (m_running > 0 && nowNs() < latest)
            serve(events, nowNs() + nsPerSecond);
        m_results.errors += m_running;
    }

    void openLoop()
    {
        const int64_t step = nsPerSecond / m_settings.rate;
        std::vector<epoll_event> events(256);
        int64_t due = nowNs();
        while (due < m_end || m_running > 0) {
            for (; due < m_end && due <= nowNs(); due += step) {
                const auto free = std::find_if(m_clients.begin(), m_clients.end(),
                                               [](const Client &client) { return !client.busy; });
                if (free == m_clients.end()) {
                    ++m_results.errors; // it cannot keep up
                    continue;
                }
                ++m_running;
                ask(*free, due);
            }
            serve(events, due < m_end ? due : nowNs() + nsPerSecond);
            if (nowNs() > m_end + giveUpTime)
                return;
        }
    }

    void hold()
    {
        if (m_settings.mode != Mode::Idle) {
            for (Client &client : m_clients)
                ask(client, nowNs());
        }
        if (m_settings.mode == Mode::Hold) { // until each has its first bytes
            std::vector<epoll_event> events(1024);
            const int64_t latest = nowNs() + giveUpTime;
            const auto waits = [](const Client &client) { return client.in.empty(); };
            while (std::any_of(m_clients.begin(), m_clients.end(), waits) && nowNs() < latest) {
                const int count = waitUntil(m_epoll, events, nowNs() + nsPerSecond);
                for (int i = 0; i < count; ++i) {
                    auto &client = *static_cast<Client *>(events[static_cast<size_t>(i)].data.ptr);
                    const ssize_t size = recv(client.fd, m_buffer, sizeof m_buffer, MSG_DONTWAIT);
                    if (size <= 0)
                        die("a stream ended too early");
                    client.in.append(m_buffer, 1);
                }
            }
        }
        std::printf("ready\n");
        std::fflush(stdout);
        while (std::getchar() != EOF) { }
    }

    void serve(std::vector<epoll_event> &events, int64_t deadline)
    {
        const int count = waitUntil(m_epoll, events, deadline);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[static_cast<size_t>(i)];
            auto &client = *static_cast<Client *>(event.data.ptr);
            if (event.events & EPOLLOUT)
                write(client);
            if (event.events & (EPOLLIN | EPOLLHUP | EPOLLERR))
                read(client);
        }
    }

    void read(Client &client)
    {
        const ssize_t size = recv(client.fd, m_buffer, sizeof m_buffer, MSG_DONTWAIT);
        if (size < 0 && errno == EAGAIN)
            return;
        if (size <= 0) {
            lost(client);
            return;
        }
        const std::string_view bytes(m_buffer, static_cast<size_t>(size));
        if (m_settings.mode == Mode::Stream)
            takeEvents(client, bytes);
        else
            takeWhole(client, bytes);
    }

    void lost(Client &client)
    {
        disconnect(client);
        if (!client.busy)
            return;
        client.busy = false;
        ++m_results.errors;
        --m_running;
        if (m_settings.mode != Mode::New)
            connect(client);
    }

    void takeWhole(Client &client, std::string_view bytes)
    {
        if (client.missing < 0) {
            client.in += bytes;
            const size_t end = client.in.find("\r\n\r\n");
            if (end == std::string::npos)
                return;
            const std::string_view head = std::string_view(client.in).substr(0, end);
            client.status = static_cast<int>(numberAt(head, 9)); // "HTTP/1.1 200"
            client.missing = contentLength(head) - static_cast<int64_t>(client.in.size() - end - 4);
        } else {
            client.missing -= static_cast<int64_t>(bytes.size());
        }
        if (client.missing <= 0)
            finish(client, client.status == m_settings.expectedStatus && client.missing == 0);
    }

    //! Events are found by their stamps: chunk frames lie between them and are not looked at.
    void takeEvents(Client &client, std::string_view bytes)
    {
        const int64_t now = nowNs();
        client.in += bytes;
        const std::string_view all(client.in);
        for (;;) {
            const size_t at = all.find("\"content\":\"S", client.scanned);
            const size_t end = at == std::string_view::npos ? at : all.find('"', at + 12);
            if (end == std::string_view::npos)
                break;
            if (numberAt(all, at + 12) != client.nextEvent++)
                ++m_results.misordered;
            m_results.latencies.push_back(now - numberAt(all, all.find('T', at + 12) + 1));
            client.scanned = end;
        }
        if (all.find("\r\n0\r\n\r\n", client.scanned) == std::string_view::npos)
            return;
        const bool whole = client.nextEvent == eventsPerStream
            && all.find("data: [DONE]", client.scanned) != std::string_view::npos;
        if (!whole)
            ++m_results.shortStreams;
        finish(client, whole);
    }

    void finish(Client &client, bool good)
    {
        client.busy = false;
        --m_running;
        ++m_results.requests;
        if (!good)
            ++m_results.errors;
        if (m_settings.mode != Mode::Stream)
            m_results.latencies.push_back(nowNs() - client.since);
        if (m_settings.mode == Mode::New)
            disconnect(client);
        if (m_settings.mode != Mode::Open && goesOn(client)) {
            ++m_running;
            ask(client, nowNs());
        }
    }

    const Settings m_settings;
    const int m_epoll;
    std::vector<Client> m_clients;
    Results m_results;
    int64_t m_started = 0;
    int64_t m_finished = 0;
    int64_t m_end = 0;
    int64_t m_asked = 0;
    size_t m_turn = 0;
    int64_t m_running = 0; //!< requests in flight
    char m_buffer[256 * 1024];
};

Mode modeOf(const std::string &name)
{
    static const std::map<std::string, Mode> modes{
        {"closed", Mode::Closed}, {"open", Mode::Open}, {"new", Mode::New},
        {"stream", Mode::Stream}, {"idle", Mode::Idle}, {"stall", Mode::Stall},
        {"hold", Mode::Hold}};
    const auto it = modes.find(name);
    if (it == modes.end()) {
        std::fprintf(stderr, "unknown mode %s\n", name.c_str());
        std::exit(2);
    }
    return it->second;
}

} // namespace

int main(int argc, char *argv[])
{
    raiseFileLimit();
    const Arguments arguments(argc, argv);
    Settings settings;
    settings.mode = modeOf(arguments.text("mode", "closed"));
    settings.port = static_cast<uint16_t>(arguments.number("port", 0));
    settings.connections = static_cast<int>(arguments.number("connections", settings.connections));
    settings.seconds = arguments.number("seconds", settings.seconds);
    settings.requests = arguments.number("requests", 0);
    settings.rate = arguments.number("rate", settings.rate);
    settings.rounds = static_cast<int>(arguments.number("rounds", settings.rounds));
    settings.expectedStatus = static_cast<int>(arguments.number("status", 200));
    const bool stream = settings.mode == Mode::Stream || settings.mode == Mode::Stall
        || settings.mode == Mode::Hold;
    settings.sources = static_cast<int>(arguments.number("sources", 1));
    std::string key = arguments.text("key", "none");
    for (int64_t left = std::max<int64_t>(arguments.number("keys", 1), 1); left > 0; --left) {
        settings.texts.push_back(composeRequest(arguments, stream, key));
        for (size_t i = key.size(); i-- > 0 && ++key[i] > 'z';) // the next key: counts in letters
            key[i] = 'a';
    }
    const bool holds =
        settings.mode == Mode::Idle || settings.mode == Mode::Stall || settings.mode == Mode::Hold;
    const auto load = std::make_unique<Load>(std::move(settings));
    load->run();
    if (!holds)
        load->print();
}
