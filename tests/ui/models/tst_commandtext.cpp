// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/commandtext.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class tst_CommandText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesLinesAndQuotes_data();
    void takesLinesAndQuotes();
    void keepsEveryCommand_data();
    void keepsEveryCommand();
    void refusesOpenQuotes();
};

void tst_CommandText::takesLinesAndQuotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("command");
    QTest::newRow("nothing") << u" \n \n"_s << QStringList();
    QTest::newRow("one word") << u"/usr/bin/wake"_s << QStringList{u"/usr/bin/wake"_s};
    QTest::newRow("one line") << u"docker start  llama"_s
                              << QStringList{u"docker"_s, u"start"_s, u"llama"_s};
    QTest::newRow("quotes") << u"a 'b c' \"d \\\"e\\\"\" f'g h'"_s
                            << QStringList{u"a"_s, u"b c"_s, u"d \"e\""_s, u"fg h"_s};
    QTest::newRow("empty argument") << u"a '' \"\""_s << QStringList{u"a"_s, u""_s, u""_s};
    QTest::newRow("a backslash stays")
        << u"C:\\tools\\wake.exe 'x\\n'"_s << QStringList{u"C:\\tools\\wake.exe"_s, u"x\\n"_s};
    QTest::newRow("lines") << u"/opt/my tools/wake\n  --name \n\n\"as it is\"\n"_s
                           << QStringList{u"/opt/my tools/wake"_s, u"--name"_s, u"\"as it is\""_s};
    QTest::newRow("no shell") << u"a && b"_s << QStringList{u"a"_s, u"&&"_s, u"b"_s};
}

void tst_CommandText::takesLinesAndQuotes()
{
    QFETCH(QString, text);
    QTEST(parseCommand(text).value_or({}), "command");
}

void tst_CommandText::keepsEveryCommand_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("none") << QStringList();
    QTest::newRow("one with blanks") << QStringList{u"/opt/my tools/wake"_s};
    QTest::newRow("several") << QStringList{u"docker"_s, u"start"_s, u"my engine"_s};
    QTest::newRow("quotes") << QStringList{u"sh"_s, u"-c"_s, u"echo \"a\" 'b' \\n"_s};
    QTest::newRow("only a quote") << QStringList{u"'"_s};
    QTest::newRow("line breaks") << QStringList{u"sh"_s, u"-c"_s, u"a\nb\r\nc\\n"_s};
    QTest::newRow("edges") << QStringList{u"a"_s, u""_s, u" b "_s, u"\t"_s};
}

void tst_CommandText::keepsEveryCommand()
{
    QFETCH(QStringList, command);
    const auto read = parseCommand(commandText(command));
    QVERIFY(read);
    QCOMPARE(*read, command);
}

void tst_CommandText::refusesOpenQuotes()
{
    for (const QString &text : {u"a 'b"_s, u"a \"b"_s, u"\"a\\\""_s})
        QVERIFY2(!parseCommand(text), qPrintable(text));
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::tst_CommandText)
#include "tst_commandtext.moc"
