# SPDX-License-Identifier: GPL-3.0-or-later
# Signatures are checked with a key that the test makes itself.
list(APPEND libs OpenSSL::Crypto)
