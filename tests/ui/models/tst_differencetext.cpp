// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/differencetext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class DifferenceTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksOfEachForm_data();
    void speaksOfEachForm();
    void keepsTheSentenceOfUnknownForms();
};

void DifferenceTextTest::speaksOfEachForm_data()
{
    QTest::addColumn<QJsonObject>("words");
    QTest::addColumn<QJsonValue>("before");
    QTest::addColumn<QJsonValue>("after");
    QTest::addColumn<QString>("text");
    const QJsonArray owners{u"openai/gpt-4o"_s, u"fast"_s};
    const QJsonValue none;
    QTest::newRow("changed") << QJsonObject{{"form"_L1, u"changed"_s},
                                            {"field"_L1, u"weight"_s},
                                            {"owners"_L1, owners}}
                             << QJsonValue(70) << QJsonValue(60)
                             << u"Weight (openai/gpt-4o, fast) changed from 70 to 60"_s;
    QTest::newRow("group") << QJsonObject{{"form"_L1, u"set"_s},
                                          {"field"_L1, u"connect"_s},
                                          {"groups"_L1, QJsonArray{u"timeouts"_s}},
                                          {"owners"_L1, QJsonArray{u"openai"_s}}}
                           << none << QJsonValue(u"2s"_s)
                           << u"Time to connect (Timeouts, openai) set to 2s"_s;
    QTest::newRow("turned") << QJsonObject{{"form"_L1, u"turned"_s},
                                           {"field"_L1, u"paused"_s},
                                           {"owners"_L1, QJsonArray{u"openai"_s}}}
                            << QJsonValue(false) << QJsonValue(true)
                            << u"Paused (openai) turned on"_s;
    QTest::newRow("added") << QJsonObject{{"form"_L1, u"added"_s},
                                          {"field"_L1, u"providers"_s},
                                          {"name"_L1, u"ollama"_s}}
                           << none << QJsonValue(QJsonObject()) << u"Provider ollama added"_s;
    QTest::newRow("canary") << QJsonObject{{"form"_L1, u"changed"_s},
                                           {"field"_L1, u"percent"_s},
                                           {"groups"_L1, QJsonArray{u"canary"_s}},
                                           {"owners"_L1, QJsonArray{u"fast"_s}}}
                            << QJsonValue(5) << QJsonValue(10)
                            << u"Share (Canary, fast) changed from 5 to 10"_s;
    QTest::newRow("unknown field") << QJsonObject{{"form"_L1, u"set"_s},
                                                  {"field"_L1, u"some_new_thing"_s}}
                                   << none << QJsonValue(3) << u"Some new thing set to 3"_s;
    QTest::newRow("budget") << QJsonObject{{"form"_L1, u"added"_s},
                                           {"field"_L1, u"budgets"_s},
                                           {"name"_L1, u"team:ops"_s}}
                            << none << QJsonValue(QJsonObject()) << u"Budget of team:ops added"_s;
    QTest::newRow("removed of") << QJsonObject{{"form"_L1, u"removed"_s},
                                               {"field"_L1, u"targets"_s},
                                               {"name"_L1, u"openai/gpt-4o"_s},
                                               {"owners"_L1, QJsonArray{u"fast"_s}}}
                                << QJsonValue(QJsonObject()) << none
                                << u"Target openai/gpt-4o removed from fast"_s;
}

void DifferenceTextTest::speaksOfEachForm()
{
    QFETCH(QJsonObject, words);
    QFETCH(QJsonValue, before);
    QFETCH(QJsonValue, after);
    const QJsonObject difference{{"words"_L1, words}, {"before"_L1, before}, {"after"_L1, after}};
    QTEST(differenceTexts({{"changes"_L1, QJsonArray{difference}}}).value(0), "text");
}

void DifferenceTextTest::keepsTheSentenceOfUnknownForms()
{
    const QJsonObject difference{{"words"_L1, QJsonObject{{"form"_L1, u"split"_s}}},
                                 {"sentence"_L1, u"Route fast split in two"_s}};
    QCOMPARE(differenceTexts({{"diff"_L1, QJsonArray{difference, u"Plain"_s}}}),
             (QStringList{u"Route fast split in two"_s, u"Plain"_s}));
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::DifferenceTextTest)
#include "tst_differencetext.moc"
