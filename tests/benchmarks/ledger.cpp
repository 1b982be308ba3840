// SPDX-License-Identifier: GPL-3.0-or-later
//! What the books cost: processor time per record for appending to the journal, reading it back and
//! writing it to SQL. Usage: bench_ledger [records]
#include "core/ledger/journal.h"
#include "core/ledger/journalreader.h"
#include "core/ledger/ledgerstore.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace Gatehouse;
using namespace Gatehouse::Ledger;

namespace {

//! Nanoseconds of processor time of this thread.
double processorTime()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

template <typename Work>
void measure(const char *name, int records, Work work)
{
    const double before = processorTime();
    work();
    const double each = (processorTime() - before) / records;
    std::printf("%-28s %8.0f ns a record, %9.0f records/s\n", name, each, 1e9 / each);
}

constexpr size_t batch = 2000;

} // namespace

int main(int argc, char *argv[])
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    QTemporaryDir folder;
    std::vector<RequestRecord> records;
    records.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) {
        records.push_back(sampleRecord(i));
        records.back().time =
            WallTime(std::chrono::seconds(1'795'348'800) + std::chrono::microseconds(40 * i));
    }
    auto journal = Journal::open(folder.path(), 0);
    auto store = LedgerStore::open({.path = folder.filePath(u"ledger.db"_s)});
    if (!journal || !store)
        return 1;
    measure("journal: append", count, [&] {
        for (const RequestRecord &record : records)
            (*journal)->append(record);
    });
    JournalReader reader(folder.path());
    reader.scan();
    std::vector<std::vector<RequestRecord>> batches(static_cast<size_t>(count) / batch);
    measure("journal: read", count, [&] {
        for (std::vector<RequestRecord> &some : batches)
            reader.read(some, batch);
    });
    measure("ledger: write", count, [&] {
        for (std::vector<RequestRecord> &some : batches) {
            if (!(*store)->add(some))
                std::puts("refused");
        }
    });
    return 0;
}
