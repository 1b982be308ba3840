// SPDX-License-Identifier: GPL-3.0-or-later
//! A provider that costs as little as possible: one thread, epoll, answers made beforehand. What it
//! answers is in the model's name, behind the first dash:
//!
//!   a-json     a small whole answer            a-sse20    50 events, 20 ms apart
//!   a-big      a whole answer of 1 MB          a-huge     a stream of 80 MB, as fast as it is read
//!
//! Each event carries its number and the moment it was written, "S<number> T<nanoseconds>": the
//! load generator sees what the way cost, and whether an event was lost or overtaken.
//!
//!   bench_fakeupstream [--port 0]     prints the port and serves until killed

#include "tests/benchmarks/socket.h"

#include <queue>

#include <memory>
#include <utility>

using namespace Gatehouse::Bench;

namespace {

constexpr int eventsPerStream = 50;
constexpr size_t pieceSize = 16'000;
constexpr int bigPieces = 63;     // 1 MB
constexpr int hugePieces = 5'000; // 80 MB
constexpr int piecesAtOnce = 16;
constexpr int64_t nsPerMs = 1'000'000;

struct Connection {
    int fd = -1;
    std::string in;          //!< of the present request, its head and the start of its body
    int64_t bodyMissing = 0; //!< bytes of the body still to come
    bool inBody = false;
    std::string out; //!< not taken by the socket yet
    size_t outDone = 0;
    const std::string *piece = nullptr; //!< of a large answer, filled in as the socket takes it
    int piecesLeft = 0;
    std::string tail; //!< behind the last piece
    int next = -1;    //!< the stream's next event, -1: no stream
    int64_t interval = 0;
    bool withUsage = false;
    bool waitsForRoom = false;
};

struct Due {
    int64_t time;
    std::weak_ptr<Connection> connection;

    bool operator>(const Due &other) const { return time > other.time; }
};

std::string chunk(const std::string &data)
{
    char size[20];
    std::snprintf(size, sizeof size, "%zx\r\n", data.size());
    return size + data + "\r\n";
}

std::string wholeAnswer()
{
    const std::string body =
        R"({"id":"chatcmpl-000000000000","object":"chat.completion","created":1700000000,"model":"m-json",)"
        R"("choices":[{"index":0,"message":{"role":"assistant","content":"The quick brown fox jumps over the lazy dog."},)"
        R"("finish_reason":"stop"}],"usage":{"prompt_tokens":24,"completion_tokens":10,"total_tokens":34}})";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

const std::string bigStart =
    R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":")";
const std::string bigEnd =
    R"("},"finish_reason":"stop"}],"usage":{"prompt_tokens":24,"completion_tokens":250000,"total_tokens":250024}})";

std::string bigHead()
{
    const size_t size = bigStart.size() + bigPieces * pieceSize + bigEnd.size();
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + std::to_string(size) + "\r\n\r\n" + bigStart;
}

std::string streamHead()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: "
           "chunked\r\n\r\n";
}

std::string contentEvent(int number)
{
    char data[320];
    std::snprintf(
        data, sizeof data,
        "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
        "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"S%d T%lld\"},\"finish_reason\":null}]"
        "}\n\n",
        number, static_cast<long long>(nowNs()));
    return chunk(data);
}

std::string largeEvent()
{
    return chunk(
        R"(data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":")"
        + std::string(pieceSize - 200, 'a') + "\"},\"finish_reason\":null}]}\n\n");
}

std::string lastEvents(bool withUsage)
{
    std::string data =
        "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
        "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    if (withUsage)
        data += "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":"
                "\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":24,\"completion_tokens\":50,"
                "\"total_tokens\":74}}\n\n";
    return chunk(data + "data: [DONE]\n\n") + "0\r\n\r\n";
}

class Server
{
public:
    explicit Server(uint16_t port)
        : m_epoll(epoll_create1(EPOLL_CLOEXEC))
        , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        const int on = 1;
        setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in address = loopback(port);
        socklen_t size = sizeof address;
        if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0
            || listen(m_listener, 4096) != 0
            || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            die("listen");
        std::printf("%d\n", ntohs(address.sin_port));
        std::fflush(stdout);
        watch(m_epoll, m_listener, EPOLLIN, nullptr);
    }

    [[noreturn]] void run()
    {
        std::vector<epoll_event> events(1024);
        for (;;) {
            const int count = waitUntil(m_epoll, events, m_due.empty() ? -1 : m_due.top().time);
            for (int i = 0; i < count; ++i) {
                const epoll_event &event = events[static_cast<size_t>(i)];
                if (!event.data.ptr)
                    accept();
                else
                    serve(static_cast<Connection *>(event.data.ptr)->fd, event.events);
            }
            m_closed.clear();
            sendDue();
        }
    }

private:
    void accept()
    {
        for (int fd;
             (fd = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
            setNoDelay(fd);
            if (m_connections.size() <= static_cast<size_t>(fd))
                m_connections.resize(static_cast<size_t>(fd) + 1);
            auto &slot = m_connections[static_cast<size_t>(fd)];
            slot = std::make_shared<Connection>();
            slot->fd = fd;
            watch(m_epoll, fd, EPOLLIN, slot.get());
        }
    }

    void close(Connection &connection)
    {
        auto &slot = m_connections[static_cast<size_t>(connection.fd)];
        ::close(connection.fd);
        m_closed.push_back(std::move(slot)); // events of this turn may still point at it
        connection.fd = -1;
    }

    void serve(int fd, uint32_t events)
    {
        if (fd < 0)
            return;
        Connection &connection = *m_connections[static_cast<size_t>(fd)];
        if (events & EPOLLOUT)
            flush(connection);
        if (connection.fd >= 0 && events & (EPOLLIN | EPOLLHUP | EPOLLERR))
            read(connection);
    }

    void read(Connection &connection)
    {
        const ssize_t size = recv(connection.fd, m_buffer, sizeof m_buffer, 0);
        if (size <= 0) {
            if (size == 0 || errno != EAGAIN)
                close(connection);
            return;
        }
        if (connection.inBody) {
            connection.bodyMissing -= size;
        } else {
            connection.in.append(m_buffer, static_cast<size_t>(size));
            const size_t end = connection.in.find("\r\n\r\n");
            if (end == std::string::npos)
                return;
            connection.inBody = true;
            connection.bodyMissing =
                std::max<int64_t>(0, contentLength(std::string_view(connection.in).substr(0, end)))
                - static_cast<int64_t>(connection.in.size() - end - 4);
        }
        if (connection.bodyMissing <= 0)
            answer(connection);
    }

    void answer(Connection &connection)
    {
        const std::string_view request(connection.in);
        const std::string_view body = request.substr(request.find("\r\n\r\n") + 4);
        const size_t model = body.find("\"model\":\"");
        const size_t dash = body.find('-', model == std::string_view::npos ? 0 : model);
        const std::string_view kind =
            dash == std::string_view::npos ? std::string_view() : body.substr(dash + 1, 8);
        connection.withUsage = body.find("include_usage") != std::string_view::npos;
        if (kind.starts_with("sse")) {
            connection.interval = numberAt(kind, 3) * nsPerMs;
            connection.next = 0;
            connection.out += streamHead();
            m_due.push({nowNs() + firstDelay(connection),
                        m_connections[static_cast<size_t>(connection.fd)]});
        } else if (kind.starts_with("big")) {
            connection.out += bigHead();
            connection.piece = &m_text;
            connection.piecesLeft = bigPieces;
            connection.tail = bigEnd;
        } else if (kind.starts_with("huge")) {
            connection.out += streamHead();
            connection.piece = &m_event;
            connection.piecesLeft = hugePieces;
            connection.tail = lastEvents(connection.withUsage);
        } else {
            connection.out += m_whole;
        }
        connection.in.clear();
        connection.inBody = false;
        flush(connection);
    }

    //! Spreads streams that begin together evenly over one interval (golden ratio by descriptor).
    static int64_t firstDelay(const Connection &connection)
    {
        constexpr uint32_t golden = 2654435769U;
        const uint32_t place = static_cast<uint32_t>(connection.fd) * golden;
        return connection.interval * static_cast<int64_t>(place >> 16U) / 65536;
    }

    //! The next part of a large answer; false when there is nothing more to send.
    static bool refill(Connection &connection)
    {
        connection.out.clear();
        connection.outDone = 0;
        for (int i = 0; i < piecesAtOnce && connection.piecesLeft > 0; ++i, --connection.piecesLeft)
            connection.out += *connection.piece;
        if (connection.piecesLeft == 0)
            connection.out += std::exchange(connection.tail, {});
        return !connection.out.empty();
    }

    void flush(Connection &connection)
    {
        for (;;) {
            if (connection.outDone == connection.out.size() && !refill(connection))
                break;
            const ssize_t sent = send(connection.fd, connection.out.data() + connection.outDone,
                                      connection.out.size() - connection.outDone, MSG_NOSIGNAL);
            if (sent < 0) {
                if (errno != EAGAIN) {
                    close(connection);
                    return;
                }
                break;
            }
            connection.outDone += static_cast<size_t>(sent);
        }
        const bool waits = connection.outDone < connection.out.size();
        if (waits != connection.waitsForRoom) {
            connection.waitsForRoom = waits;
            watch(m_epoll, connection.fd, waits ? EPOLLIN | EPOLLOUT : EPOLLIN, &connection,
                  EPOLL_CTL_MOD);
        }
    }

    void sendDue()
    {
        for (int64_t now = nowNs(); !m_due.empty() && m_due.top().time <= now; now = nowNs()) {
            const Due due = m_due.top();
            m_due.pop();
            const auto connection = due.connection.lock();
            if (!connection || connection->fd < 0)
                continue;
            if (connection->next < eventsPerStream) {
                connection->out += contentEvent(connection->next++);
                m_due.push({due.time + connection->interval, due.connection});
            } else {
                connection->out += lastEvents(connection->withUsage);
                connection->next = -1;
            }
            flush(*connection);
        }
    }

    const int m_epoll;
    const int m_listener;
    const std::string m_whole = wholeAnswer();
    const std::string m_text = std::string(pieceSize, 'a');
    const std::string m_event = largeEvent();
    std::vector<std::shared_ptr<Connection>> m_connections; //!< by descriptor
    std::vector<std::shared_ptr<Connection>> m_closed;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    char m_buffer[256 * 1024];
};

} // namespace

int main(int argc, char *argv[])
{
    raiseFileLimit();
    const Arguments arguments(argc, argv);
    const auto server =
        std::make_unique<Server>(static_cast<uint16_t>(arguments.number("port", 0)));
    server->run();
}
