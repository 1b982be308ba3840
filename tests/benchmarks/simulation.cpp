// SPDX-License-Identifier: GPL-3.0-or-later
//! Compares strategies in simulated traffic: the same requests, endpoints and faults for each.
#include "tests/support/simulation/scenarios.h"

#include <cstdio>

using namespace Gatehouse::Simulation;
using Gatehouse::Config::Strategy;

namespace {

struct Way {
    const char *name;
    Strategy strategy;
    Choice choice = Choice::Planned;
};

constexpr Way ways[]{{"random", Strategy::LeastBusy, Choice::Random},
                     {"priority", Strategy::Priority},
                     {"weighted", Strategy::Weighted},
                     {"least_busy", Strategy::LeastBusy},
                     {"fastest", Strategy::Fastest},
                     {"cheapest", Strategy::Cheapest},
                     {"sticky", Strategy::Sticky},
                     {"prefix_affinity", Strategy::PrefixAffinity}};

double milliseconds(Duration time)
{
    return static_cast<double>(time.count()) / 1000;
}

void printRow(const Way &way, const Result &result)
{
    int hits = 0;
    int queries = 0;
    int failed = 0;
    for (const auto &[id, endpoint] : result.endpoints) {
        hits += endpoint.cacheHits;
        queries += endpoint.cacheQueries;
        failed += endpoint.failed;
    }
    std::printf("  %-16s %8.0f %8.0f %8.0f %7d %8d %6.1f %%", way.name,
                milliseconds(result.firstToken(0.5)), milliseconds(result.firstToken(0.95)),
                milliseconds(result.firstToken(0.99)), result.errors, failed,
                queries ? 100.0 * hits / queries : 0.0);
    for (const auto &[id, endpoint] : result.endpoints)
        std::printf("  %s %.1f %%", id.constData(), 100 * result.shareOf({id}));
    std::printf("\n");
}

void compare(const char *title, Setup setup)
{
    std::printf("%s\n  %-16s %8s %8s %8s %7s %8s %8s\n", title, "strategy", "p50 ms", "p95 ms",
                "p99 ms", "errors", "failed", "hits");
    for (const Way &way : ways) {
        setup.strategy = way.strategy;
        setup.choice = way.choice;
        printRow(way, simulate(setup));
    }
}

} // namespace

int main()
{
    compare("Office: engines 1:3 and a cloud, 60 % load", office(0.6));
    compare("Office: 95 % load", office(0.95));
    compare("Office: 150 % load", office(1.5));
    compare("Conversations: 4 engines with prefix caches, 60 % load", conversations(0.6));
    compare("Flood: 50 keys at one engine, a queue of 256", flood());
    compare("Twins: one refuses from 20 s to 65 s of 120 s",
            twins({.kind = Fault::Kind::Refuse, .from = 20s, .until = 65s}));
    compare("Twins: one is ten times slower from 20 s to 65 s",
            twins({.kind = Fault::Kind::Slow, .from = 20s, .until = 65s}));
    return 0;
}
