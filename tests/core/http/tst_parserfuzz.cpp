// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/invariants.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QtTest>

#include <random>

using namespace Gatehouse::Http;
using namespace Qt::StringLiterals;

namespace {

using Check = QByteArray (*)(QByteArrayView);

QByteArrayList corpus(const QString &name)
{
    const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/fuzz/corpus/") + name);
    QByteArrayList seeds;
    const QStringList files = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &fileName : files) {
        QFile file(folder.filePath(fileName));
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    return seeds;
}

//! Changes inputs at random, the same way in every run.
class Mutator
{
public:
    qsizetype below(qsizetype limit)
    {
        return static_cast<qsizetype>(m_random() % static_cast<quint32>(limit));
    }

    //! \a seed with one to four changes; \a other gives pieces to splice in.
    QByteArray changed(QByteArray seed, const QByteArray &other)
    {
        for (qsizetype left = 1 + below(4); left > 0; --left)
            change(seed, other);
        return seed;
    }

private:
    void change(QByteArray &bytes, const QByteArray &other)
    {
        static const QByteArrayList words{
            "\r\n"_ba,    "\n"_ba, "\r"_ba,          "\0"_ba,      ":"_ba,
            " "_ba,       "\t"_ba, "0"_ba,           "chunked"_ba, "Content-Length: 5\r\n"_ba,
            "data: "_ba,  "-1"_ba, "Host: a\r\n"_ba, "\xff"_ba,    ";"_ba,
            "\r\n\r\n"_ba};
        const qsizetype at = below(bytes.size() + 1);
        switch (below(5)) {
        case 0:
            bytes.insert(at, words[below(words.size())]);
            break;
        case 1:
            bytes.remove(at, 1 + below(8));
            break;
        case 2:
            bytes.replace(at, 1, QByteArray(1, static_cast<char>(below(256))));
            break;
        case 3:
            bytes.insert(at, other.mid(below(other.size() + 1), 1 + below(40)));
            break;
        case 4:
            bytes.insert(at, bytes.mid(at, 1 + below(30)));
            break;
        }
    }

    std::mt19937 m_random{20261122}; // NOLINT(cert-msc51-cpp): the same inputs every time
};

} // namespace

class TestParserFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invariantsHold_data();
    void invariantsHold();
};

void TestParserFuzz::invariantsHold_data()
{
    QTest::addColumn<Check>("check");
    QTest::newRow("requesthead") << Check(Invariants::checkRequestHead);
    QTest::newRow("responsehead") << Check(Invariants::checkResponseHead);
    QTest::newRow("chunkdecoder") << Check(Invariants::checkChunks);
    QTest::newRow("sse") << Check(Invariants::checkSse);
}

void TestParserFuzz::invariantsHold()
{
    QFETCH(Check, check);
    constexpr int rounds = 20'000;
    const QByteArrayList seeds = corpus(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!seeds.isEmpty());
    Mutator mutator;
    for (int round = 0; round < rounds; ++round) {
        const QByteArray &seed = seeds[mutator.below(seeds.size())];
        const QByteArray &other = seeds[mutator.below(seeds.size())];
        const QByteArray input = round < seeds.size() ? seeds[round] : mutator.changed(seed, other);
        const QByteArray problem = check(input);
        QVERIFY2(problem.isEmpty(),
                 QByteArray(problem + ": "_ba + input.toPercentEncoding()).constData());
    }
}

QTEST_GUILESS_MAIN(TestParserFuzz)
#include "tst_parserfuzz.moc"
