// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <string_view>
#include <vector>

//! What the measuring tools share: clocks, sockets on loopback, arguments. Linux only.
namespace Gatehouse::Bench {

inline constexpr int64_t nsPerSecond = 1'000'000'000;

//! The same clock in every process of the machine.
inline int64_t nowNs()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * nsPerSecond + time.tv_nsec;
}

[[noreturn]] inline void die(const char *what)
{
    std::perror(what);
    std::exit(1);
}

inline sockaddr_in loopback(uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

inline void setNoDelay(int fd)
{
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

inline void raiseFileLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

inline void watch(int epoll, int fd, uint32_t events, void *data, int operation = EPOLL_CTL_ADD)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = data;
    if (epoll_ctl(epoll, operation, fd, &event) != 0)
        die("epoll_ctl");
}

//! epoll_wait with a deadline in nanoseconds; 0: do not wait, negative: for ever.
inline int waitUntil(int epoll, std::vector<epoll_event> &events, int64_t deadline)
{
    timespec timeout{};
    const int64_t left = std::max<int64_t>(0, deadline - nowNs());
    timeout.tv_sec = left / nsPerSecond;
    timeout.tv_nsec = left % nsPerSecond;
    const int count = epoll_pwait2(epoll, events.data(), static_cast<int>(events.size()),
                                   deadline < 0 ? nullptr : &timeout, nullptr);
    if (count < 0 && errno != EINTR)
        die("epoll_pwait2");
    return std::max(count, 0);
}

//! "--name value" pairs.
class Arguments
{
public:
    Arguments(int argc, char *argv[])
    {
        for (int i = 1; i + 1 < argc; i += 2)
            m_values[argv[i]] = argv[i + 1];
    }

    std::string text(const std::string &name, const std::string &otherwise = {}) const
    {
        const auto it = m_values.find("--" + name);
        return it == m_values.end() ? otherwise : it->second;
    }
    long number(const std::string &name, long otherwise) const
    {
        const std::string value = text(name);
        return value.empty() ? otherwise : std::strtol(value.c_str(), nullptr, 10);
    }

private:
    std::map<std::string, std::string> m_values;
};

//! The decimal number that begins at \a at, -1 when there is none.
inline int64_t numberAt(std::string_view text, size_t at)
{
    int64_t value = -1;
    if (at < text.size())
        std::from_chars(text.data() + at, text.data() + text.size(), value);
    return value;
}

//! Value of Content-Length in a message head as nginx, Gatehouse and our tools write it, -1 when
//! there is none.
inline int64_t contentLength(std::string_view head)
{
    for (const std::string_view name : {"Content-Length: ", "content-length: "}) {
        const size_t at = head.find(name);
        if (at != std::string_view::npos)
            return numberAt(head, at + name.size());
    }
    return -1;
}

} // namespace Gatehouse::Bench
