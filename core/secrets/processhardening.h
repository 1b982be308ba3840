// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gatehouse::Secrets {

enum class Debugging {
    Refused, //!< no debugger may attach, nobody else's process may read our memory
    Allowed,
};

//! Call first in main(): starts libsodium, turns core dumps off (RLIMIT_CORE 0) and, unless
//! debugging is allowed or $GATEHOUSE_DEBUGGABLE is set, makes the process undumpable
//! (prctl PR_SET_DUMPABLE). Ends the program when there is no source of random numbers. What the
//! system refuses is logged and otherwise harmless.
void hardenProcess(Debugging debugging = Debugging::Refused);

} // namespace Gatehouse::Secrets
