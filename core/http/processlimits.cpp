// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/processlimits.h"

#include <QtCore/QDir>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

namespace {

// The table costs 8 bytes a descriptor; a hard limit of a billion must not become 8 GB.
constexpr rlim_t tableLimit = 65'536;

rlim_t softLimit()
{
    rlimit limit = {};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 1'024;
}

void growDescriptorTable(rlim_t descriptors)
{
    const int from = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (from < 0)
        return;
    const int high = ::fcntl(from, F_DUPFD_CLOEXEC, int(std::min(descriptors, tableLimit)) - 1);
    if (high >= 0)
        ::close(high);
    ::close(from);
}

} // namespace

Result<qint64> prepareProcessForSockets()
{
    std::signal(SIGPIPE, SIG_IGN);
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
            return Error{ErrorCode::PermissionDenied,
                         u"cannot raise the descriptor limit: %1"_s.arg(
                             QString::fromLocal8Bit(std::strerror(errno)))};
    }
    growDescriptorTable(softLimit());
    return qint64(softLimit());
}

qint64 descriptorsLeft(qint64 enough)
{
    const auto open = QDir(u"/proc/self/fd"_s)
                          .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System)
                          .size();
    return std::clamp<qint64>(qint64(softLimit()) - open, 0, enough);
}

} // namespace Gatehouse::Http
