// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/processhardening.h"

#include "core/base/log.h"

#include <sodium.h>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace Gatehouse::Secrets {

namespace {

void turnCoreDumpsOff()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0)
        qCWarning(lcSecrets, "core dumps cannot be turned off");
#endif
}

void refuseDebuggers()
{
#ifdef Q_OS_LINUX
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        qCWarning(lcSecrets, "the process cannot be made undumpable");
#endif
}

} // namespace

void hardenProcess(Debugging debugging)
{
    if (sodium_init() < 0)
        qFatal("libsodium has no source of random numbers");
    turnCoreDumpsOff();
    if (debugging == Debugging::Refused && !qEnvironmentVariableIsSet("GATEHOUSE_DEBUGGABLE"))
        refuseDebuggers();
}

} // namespace Gatehouse::Secrets
