// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventwords.h"

#include <QtCore/QDirIterator>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! Those the engine puts together, which no search for a code finds.
QStringList madeCodes()
{
    return {u"provider_healthy"_s,
            u"provider_degraded"_s,
            u"provider_down"_s,
            u"engine_woken"_s,
            u"engine_slept"_s,
            u"engine_wake_failed"_s,
            u"engine_sleep_failed"_s,
            u"model_load_failed"_s,
            u"budget.raise"_s,
            u"budget.reset"_s,
            u"spending.pause"_s,
            u"spending.resume"_s,
            u"key.edit"_s,
            u"key.create"_s,
            u"key.rotate"_s,
            u"key.disable"_s,
            u"key.enable"_s,
            u"key.end_overlap"_s,
            u"key.delete"_s,
            u"key.restore"_s,
            u"person.create"_s,
            u"person.update"_s,
            u"person.delete"_s,
            u"person.sign_out"_s};
}

QByteArray sourceOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Every code that the engine's source gives an event: {.code = isOver ? u"a"_s : u"b"_s, …}.
QStringList codesInSource()
{
    static const QRegularExpression words(u"\\{\\.code = ([^,}]*)"_s);
    static const QRegularExpression code(u"u\"([a-z_.]+)\"_s"_s);
    QStringList codes;
    for (const QString &folder : {u"/core"_s, u"/app/node"_s}) {
        QDirIterator files(QStringLiteral(GATEHOUSE_SOURCE_DIR) + folder, {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            auto found = words.globalMatch(QString::fromUtf8(sourceOf(files.next())));
            while (found.hasNext())
                for (const auto &one : code.globalMatch(found.next().captured(1)))
                    codes.append(one.captured(1));
        }
    }
    return codes;
}

} // namespace

class tst_EventWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForEveryEvent_data();
    void hasWordsForEveryEvent();
    void namesTheBudget();
    void tellsWhatAnAlertMeasured();
};

void tst_EventWords::hasWordsForEveryEvent_data()
{
    QTest::addColumn<QString>("code");
    QStringList codes = codesInSource() + madeCodes();
    codes.removeDuplicates();
    QVERIFY(codes.contains(u"report.failed"_s)); // the search finds something
    for (const QString &code : std::as_const(codes))
        QTest::addRow("%s", qPrintable(code)) << code;
}

//! In English; that no language lacks one is the matter of the test of translations.
void tst_EventWords::hasWordsForEveryEvent()
{
    QFETCH(const QString, code);
    const QString words = eventTitle({{u"code"_s, code}, {u"title"_s, u"as the engine says"_s}});
    QVERIFY(words != "as the engine says"_L1);
    QVERIFY(!words.isEmpty());
}

void tst_EventWords::namesTheBudget()
{
    QCOMPARE(eventTitle({{u"code"_s, u"budget_used_up"_s}, {u"subject"_s, u"team:research"_s}}),
             u"Budget used up: Team research"_s);
    QCOMPARE(eventTitle({{u"code"_s, u"budget.raise"_s}, {u"subject"_s, u"gateway|month"_s}}),
             u"Budget raised: Gateway"_s);
}

void tst_EventWords::tellsWhatAnAlertMeasured()
{
    QJsonObject event{{u"code"_s, u"alert_fired"_s},
                      {u"detail"_s, u"as the engine says"_s},
                      {u"detail_code"_s, u"measured:spend_spike"_s},
                      {u"count"_s, 3800}};
    QCOMPARE(eventDetail(event), u"3.8 times"_s);
    event[u"code"_s] = u"alert_over"_s;
    QCOMPARE(eventDetail(event), u"All is well again."_s);
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::tst_EventWords)
#include "tst_eventwords.moc"
