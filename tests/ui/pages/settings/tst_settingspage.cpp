// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pages/settings/settingsbench.h"
#include "ui/pages/settings/backupsection.h"
#include "ui/pages/settings/configurationfile.h"
#include "ui/pages/settings/listenchoice.h"
#include "ui/pages/settings/priceimport.h"
#include "ui/pages/settings/shortcutdialog.h"
#include "ui/widgets/clipboardtimeout.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QDialog>
#include <QtWidgets/QKeySequenceEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const QString certificateFile = u"/data/tls/gateway.pem"_s;

} // namespace

class tst_SettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void waitsForTheConfiguration();
    void saysWhyThereAreNoSettings();
    void keepsTheSettingsWhenTheGatewayIsGone();
    void findsRowsByLabelAndHelp();
    void saysThatNothingWasFound();
    void savesAndUndoesOneRevision();
    void savesByKeyboard();
    void setsHowLongBodiesAreKept();
    void discardsChanges();
    void keepsEditsWhenSomeoneElseSaves();
    void resetsARow();
    void showsWhatIsWrong();
    void showsWhatTheGatewayRefuses();
    void locksWhatAFileSets();
    void locksWhatTheCommandLineSets();
    void tellsWhoHasThePort();
    void offersTheNextPort();
    void warnsAndAsksBeforeOpening();
    void takesChosenAddresses();
    void createsACertificate();
    void checksOwnCertificateFiles();
    void offersToRestart();
    void choosesTheTimeZone();
    void keepsDesktopPreferencesAtOnce();
    void startsAtLogin();
    void tellsTheLanguage();
    void leadsToTheTokensOfPeople();
    void removesOnlyUnusedSecrets();
    void asksForAPassphraseTwice();
    void showsAndCompactsTheBooks();
    void setsAPrice();
    void editsAndRemovesOwnPrices();
    void pricesPicturesBySizeAndQuality();
    void fetchesImagesWhenToldTo();
    void backsUp();
    void exportsAndImportsTheConfiguration();
    void exportsYaml();
    void restoresABackupAfterTheTypedWord();
    void searchesShortcuts();
    void changesShortcuts();
    void tellsAConflictOfShortcuts();
    void switchesLettersOff();
    void reducesMotion();
    void choosesTheStartOfTheWeekAndTheLogLevel();
    void offersSampleData();
    void choosesNotifications();
    void choosesSoundAndQuietHours();
    void showsDiagnosticsBeforeCopying();
    void carriesItsLicences();
    void namesEveryControl();
    void fitsTheSmallestWindow();
    void readsListenChoices_data();
    void readsListenChoices();
    void readsPriceFiles();
};

void tst_SettingsPage::waitsForTheConfiguration()
{
    Bench bench;
    bench.engine->holdAnswers();
    bench.make();
    QCOMPARE(bench.state(), StatePanel::State::Ready); // belongs to this desktop
    bench.page->openSection(u"gateway"_s);
    QCOMPARE(bench.state(), StatePanel::State::Loading);
    QVERIFY(!bench.page->isReady());
    bench.engine->releaseAnswers();
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
    QVERIFY(bench.page->isReady());
}

void tst_SettingsPage::saysWhyThereAreNoSettings()
{
    Bench bench;
    bench.engine->answer(
        "GET /config", {{"error"_L1, QJsonObject{{"message"_L1, u"the book is damaged"_s}}}}, 500);
    bench.make();
    bench.client.start();
    bench.page->openSection(u"storage"_s);
    QTRY_COMPARE(bench.state(), StatePanel::State::Error);
}

void tst_SettingsPage::keepsTheSettingsWhenTheGatewayIsGone()
{
    Bench bench;
    bench.open(u"storage"_s);
    bench.client.start();
    QTRY_COMPARE(bench.client.state(), Api::AdminClient::State::Connected);
    bench.engine->setReachable(false);
    bench.engine->loseEvents();
    QTRY_COMPARE_WITH_TIMEOUT(bench.client.state(), Api::AdminClient::State::Offline, 10'000);
    QTRY_COMPARE(bench.state(), StatePanel::State::Stale);
    QVERIFY(bench.find<QSpinBox>(u"settings.storage.keepRequestDaysSpin"_s)->isVisible());
}

void tst_SettingsPage::findsRowsByLabelAndHelp()
{
    Bench bench;
    bench.open(u"general"_s);
    bench.type(u"settings.search"_s, u"that clients use"_s);
    auto *list = bench.find<QListView>(u"settings.sectionsList"_s);
    QVERIFY(list->isRowHidden(1)); // Appearance
    QCOMPARE(list->currentIndex().data(Qt::UserRole).toString(), u"gateway"_s);
    QVERIFY(bench.find<QSpinBox>(u"settings.gateway.portSpin"_s)->isVisible());
    QVERIFY(!bench.find<QSpinBox>(u"settings.gateway.drainTimeSpin"_s)->isVisible());
    bench.type(u"settings.search"_s, u"cut"_s); // only in a help line
    QVERIFY(bench.find<QSpinBox>(u"settings.gateway.drainTimeSpin"_s)->isVisible());
    bench.find<QLineEdit>(u"settings.search"_s)->clear();
    QVERIFY(bench.find<QSpinBox>(u"settings.gateway.portSpin"_s)->isVisible());
    QVERIFY(!list->isRowHidden(1));
}

void tst_SettingsPage::saysThatNothingWasFound()
{
    Bench bench;
    bench.open(u"general"_s);
    bench.type(u"settings.search"_s, u"qqqq"_s);
    QVERIFY(bench.find<QLabel>(u"settings.nothingLabel"_s)->isVisible());
}

void tst_SettingsPage::savesAndUndoesOneRevision()
{
    Bench bench;
    bench.open(u"storage"_s);
    QVERIFY(!bench.find<QWidget>(u"settings.saveButton"_s)->isVisible());
    bench.enterNumber(u"settings.storage.keepRequestDaysSpin"_s, u"30"_s);
    bench.page->openSection(u"gateway"_s);
    bench.enterNumber(u"settings.gateway.drainTimeSpin"_s, u"45"_s);
    QVERIFY(bench.page->hasUnsavedChanges());
    QSignalSpy saved(bench.configuration.get(), &ConfigurationModel::saved);
    bench.answerConfig(8, {{"keep_request_days"_L1, 30}, {"drain_time"_L1, u"45s"_s}});
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(bench.engine->countOf("PUT /config"), 1);
    QCOMPARE(bench.engine->lastOf("PUT /config").ifMatch, 7);
    QCOMPARE(bench.savedGateway().value("keep_request_days"_L1).toInt(), 30);
    QTRY_VERIFY(!bench.page->hasUnsavedChanges());
    QVERIFY(!bench.find<QWidget>(u"settings.saveButton"_s)->isVisible());

    bench.engine->answer("POST /revisions/7/restore", {{"revision"_L1, 9}});
    bench.answerConfig(9, {});
    QVERIFY(bench.configuration->canUndo());
    bench.configuration->undo();
    QTRY_COMPARE(bench.find<QSpinBox>(u"settings.storage.keepRequestDaysSpin"_s)->value(), 90);
}

void tst_SettingsPage::setsHowLongBodiesAreKept()
{
    Bench bench;
    bench.open(u"storage"_s);
    auto *time = bench.find<QSpinBox>(u"settings.storage.keepBodiesSpin"_s);
    QCOMPARE(time->value(), 7 * 24);
    QCOMPARE(bench.find<QSpinBox>(u"settings.storage.keepBodyBytesSpin"_s)->value(), 512);
    bench.enterNumber(u"settings.storage.keepBodiesSpin"_s, u"36"_s);
    bench.enterNumber(u"settings.storage.keepBodyBytesSpin"_s, u"1024"_s);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway().value("keep_bodies"_L1).toString(), u"36h"_s);
    QCOMPARE(bench.savedGateway().value("keep_body_bytes"_L1).toString(), u"1GiB"_s);
}

void tst_SettingsPage::savesByKeyboard()
{
    Bench bench;
    bench.open(u"storage"_s);
    auto *spin = bench.find<QSpinBox>(u"settings.storage.keepRequestDaysSpin"_s);
    spin->setFocus();
    QTest::keyClick(spin, Qt::Key_Up);
    QTest::keyClick(spin, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(bench.savedGateway().value("keep_request_days"_L1).toInt(), 91);
}

void tst_SettingsPage::discardsChanges()
{
    Bench bench;
    bench.open(u"storage"_s);
    bench.enterNumber(u"settings.storage.keepRequestDaysSpin"_s, u"30"_s);
    bench.click(u"settings.discardButton"_s);
    QCOMPARE(bench.find<QSpinBox>(u"settings.storage.keepRequestDaysSpin"_s)->value(), 90);
    QVERIFY(!bench.page->hasUnsavedChanges());
}

void tst_SettingsPage::keepsEditsWhenSomeoneElseSaves()
{
    Bench bench;
    bench.open(u"storage"_s);
    bench.enterNumber(u"settings.storage.keepRequestDaysSpin"_s, u"30"_s);
    bench.answerConfig(8, {{"keep_rollup_days"_L1, 400}});
    bench.configuration->refresh();
    QTRY_COMPARE(bench.find<QSpinBox>(u"settings.storage.keepRollupDaysSpin"_s)->value(), 400);
    QCOMPARE(bench.find<QSpinBox>(u"settings.storage.keepRequestDaysSpin"_s)->value(), 30);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway().value("keep_rollup_days"_L1).toInt(), 400);
    QCOMPARE(bench.savedGateway().value("keep_request_days"_L1).toInt(), 30);
}

void tst_SettingsPage::resetsARow()
{
    Bench bench;
    bench.answerConfig(7, {{"keep_request_days"_L1, 14}});
    bench.open(u"storage"_s);
    const QString reset = u"settings.storage.keepRequestDaysSpin.resetButton"_s;
    QTRY_VERIFY(bench.find<QWidget>(reset)->isVisible());
    bench.click(reset);
    QCOMPARE(bench.find<QSpinBox>(u"settings.storage.keepRequestDaysSpin"_s)->value(), 90);
    QVERIFY(!bench.find<QWidget>(reset)->isVisible());
    QVERIFY(bench.page->hasUnsavedChanges());
}

void tst_SettingsPage::showsWhatIsWrong()
{
    Bench bench;
    bench.open(u"security"_s);
    bench.type(u"settings.security.adminListenField"_s, u"nonsense"_s);
    bench.click(u"settings.saveButton"_s);
    auto *row = bench.find<FormField>(u"settings.security.adminListenField.row"_s);
    QCOMPARE(row->problem(), FormField::Problem::Error);
    QCOMPARE(bench.engine->countOf("PUT /config"), 0);
}

void tst_SettingsPage::showsWhatTheGatewayRefuses()
{
    Bench bench;
    const QJsonObject finding{{u"severity"_s, u"error"_s},
                              {u"path"_s, u"gateway.drain_time"_s},
                              {u"message"_s, u"must be shorter"_s}};
    const QJsonObject error{{u"code"_s, u"invalid_request"_s},
                            {u"message"_s, u"must be shorter"_s},
                            {u"findings"_s, QJsonArray{finding}}};
    bench.engine->answer("PUT /config", {{u"error"_s, error}}, 422);
    bench.open(u"gateway"_s);
    bench.enterNumber(u"settings.gateway.drainTimeSpin"_s, u"45"_s);
    bench.click(u"settings.saveButton"_s);
    auto *row = bench.find<FormField>(u"settings.gateway.drainTimeSpin.row"_s);
    QTRY_COMPARE(row->message(), u"must be shorter"_s);
    QVERIFY(bench.page->hasUnsavedChanges());
}

void tst_SettingsPage::locksWhatAFileSets()
{
    Bench bench;
    QJsonObject status = statusObject();
    status.insert("managed_by"_L1, u"/etc/gatehouse.yaml"_s);
    bench.engine->answer("GET /status", status);
    bench.open(u"storage"_s);
    auto *spin = bench.find<QSpinBox>(u"settings.storage.keepRequestDaysSpin"_s);
    QVERIFY(!spin->isEnabled());
    bench.page->openSection(u"backup"_s);
    QVERIFY(!bench.find<QWidget>(u"settings.backup.importButton"_s)->isEnabled());
    bench.page->openSection(u"appearance"_s); // belongs to this desktop
    QVERIFY(bench.find<QWidget>(u"settings.appearance.themeCombo"_s)->isEnabled());
}

void tst_SettingsPage::locksWhatTheCommandLineSets()
{
    Bench bench;
    QJsonObject status = statusObject();
    status.insert("overrides"_L1, QJsonObject{{"listen"_L1, QJsonArray{u"127.0.0.1:5000"_s}}});
    bench.engine->answer("GET /status", status);
    bench.open(u"gateway"_s);
    QVERIFY(!bench.find<QSpinBox>(u"settings.gateway.portSpin"_s)->isEnabled());
    QVERIFY(bench.find<QSpinBox>(u"settings.gateway.drainTimeSpin"_s)->isEnabled());
}

void tst_SettingsPage::tellsWhoHasThePort()
{
    Bench bench;
    bench.engine->answer("GET /gateway/port-check",
                         {{"state"_L1, u"in_use"_s},
                          {"program"_L1, u"node"_s},
                          {"pid"_L1, 8123},
                          {"next_free"_L1, 4419}});
    bench.open(u"gateway"_s);
    QTRY_COMPARE(bench.text(u"settings.gateway.portStateLabel"_s),
                 u"In use by node (process 8123)."_s);
}

void tst_SettingsPage::offersTheNextPort()
{
    Bench bench;
    bench.open(u"gateway"_s);
    QTRY_COMPARE(bench.text(u"settings.gateway.portStateLabel"_s), u"This port is free."_s);
    bench.engine->answer("GET /gateway/port-check",
                         {{"state"_L1, u"in_use"_s}, {"next_free"_L1, 4419}});
    bench.enterNumber(u"settings.gateway.portSpin"_s, u"4418"_s);
    auto *useNext = bench.find<QPushButton>(u"settings.gateway.useFreePortButton"_s);
    QTRY_VERIFY(useNext->isVisible());
    QCOMPARE(bench.engine->lastOf("GET /gateway/port-check")
                 .query.queryItemValue(u"address"_s, QUrl::FullyDecoded),
             u"127.0.0.1:4418"_s);
    bench.click(u"settings.gateway.useFreePortButton"_s);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway()["listen"_L1][0].toString(), u"127.0.0.1:4419"_s);
}

void tst_SettingsPage::warnsAndAsksBeforeOpening()
{
    Bench bench;
    bench.open(u"gateway"_s);
    auto *warning = bench.find<QLabel>(u"settings.gateway.listenWarningLabel"_s);
    QVERIFY(!warning->isVisible());
    auto *combo = bench.find<QComboBox>(u"settings.gateway.listenCombo"_s);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_End);
    QVERIFY(warning->isVisible());
    bench.click(u"settings.saveButton"_s);
    auto *box = bench.page->window()->findChild<QMessageBox *>(u"settings.openDialog"_s);
    QVERIFY(box);
    QCOMPARE(box->defaultButton()->objectName(), u"settings.openDialog.cancelButton"_s);
    QCOMPARE(bench.engine->countOf("PUT /config"), 0);
    bench.click(u"settings.openDialog.openButton"_s);
    QTRY_COMPARE(bench.savedGateway()["listen"_L1][0].toString(), u"0.0.0.0:4417"_s);
}

void tst_SettingsPage::takesChosenAddresses()
{
    Bench bench;
    bench.open(u"gateway"_s);
    auto *combo = bench.find<QComboBox>(u"settings.gateway.listenCombo"_s);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    bench.type(u"settings.gateway.addressesField"_s, u"127.0.0.1, [::1]:4420"_s);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway()["listen"_L1][1].toString(), u"[::1]:4420"_s);
}

void tst_SettingsPage::createsACertificate()
{
    Bench bench;
    bench.engine->answer("POST /tls/create",
                         {{"certificate"_L1, certificateFile},
                          {"key"_L1, u"/data/tls/gateway.key"_s},
                          {"authority"_L1, u"/data/tls/authority.pem"_s},
                          {"fingerprint"_L1, u"AB:CD"_s}});
    bench.engine->answer("POST /tls/check",
                         {{"ok"_L1, true},
                          {"subject"_L1, u"office"_s},
                          {"not_after"_L1, u"2029-01-01T00:00:00Z"_s}});
    bench.open(u"gateway"_s);
    bench.click(u"settings.gateway.createCertificateButton"_s);
    QTRY_VERIFY(bench.find<QLabel>(u"settings.gateway.fingerprintLabel"_s)->isVisible());
    QCOMPARE(bench.text(u"settings.gateway.fingerprintLabel"_s), u"AB:CD"_s);
    QTRY_VERIFY(bench.text(u"settings.gateway.certificateStateLabel"_s).contains(u"office"_s));
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway()["tls"_L1]["certificate"_L1].toString(), certificateFile);
}

void tst_SettingsPage::checksOwnCertificateFiles()
{
    Bench bench;
    bench.engine->answer("POST /tls/check",
                         {{"ok"_L1, false}, {"problem"_L1, u"certificate has expired"_s}});
    bench.open(u"gateway"_s);
    auto *combo = bench.find<QComboBox>(u"settings.gateway.tlsCombo"_s);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    bench.type(u"settings.gateway.certificateField"_s, u"/etc/office.pem"_s);
    bench.type(u"settings.gateway.keyField"_s, u"/etc/office.key"_s);
    QTest::keyClick(bench.find<QLineEdit>(u"settings.gateway.keyField"_s), Qt::Key_Return);
    QTRY_VERIFY(bench.text(u"settings.gateway.certificateStateLabel"_s).contains(u"has expired"_s));
}

void tst_SettingsPage::offersToRestart()
{
    Bench bench;
    QJsonObject status = statusObject();
    status.insert("restart_needed"_L1, true);
    status.insert("in_flight"_L1, 4);
    bench.engine->answer("GET /status", status);
    bench.engine->answer("POST /gateway/stop", status);
    bench.engine->answer("POST /gateway/start", statusObject());
    bench.open(u"gateway"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"settings.restartBanner"_s)->isVisible());
    bench.click(u"settings.restartButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /gateway/start"), 1);
    QVERIFY(bench.engine->lastOf("POST /gateway/stop").body.value("finish"_L1).toBool());
    QTRY_VERIFY(!bench.find<QWidget>(u"settings.restartBanner"_s)->isVisible());
}

void tst_SettingsPage::choosesTheTimeZone()
{
    Bench bench;
    bench.open(u"region"_s);
    bench.type(u"settings.region.timeZoneField"_s, u"Asia/Tokyo"_s);
    QTest::keyClick(bench.find<QLineEdit>(u"settings.region.timeZoneField"_s), Qt::Key_Return);
    QVERIFY(bench.text(u"settings.region.formatPreviewLabel"_s).contains(u"$1,234.56"_s));
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway().value("reporting_time_zone"_L1).toString(), u"Asia/Tokyo"_s);
}

void tst_SettingsPage::keepsDesktopPreferencesAtOnce()
{
    Bench bench;
    bench.open(u"appearance"_s);
    bench.click(u"settings.appearance.patternToggle"_s);
    QVERIFY(bench.preferences.patternFills());
    bench.click(u"settings.appearance.contrastToggle"_s);
    QVERIFY(bench.preferences.highContrast());
    auto *density = bench.find<QComboBox>(u"settings.appearance.densityCombo"_s);
    density->setFocus();
    QTest::keyClick(density, Qt::Key_Down);
    QVERIFY(bench.preferences.isCompact());
    bench.click(u"settings.appearance.densityCombo.resetButton"_s);
    QVERIFY(!bench.preferences.isCompact());
    bench.page->openSection(u"security"_s);
    bench.enterNumber(u"settings.security.clipboardSpin"_s, u"0"_s);
    QCOMPARE(bench.preferences.clipboardTime().count(), 0);
    QCOMPARE(secretClipboardTime().count(), 0);
    setSecretClipboardTime(usualClipboardTime);
    QVERIFY(!bench.page->hasUnsavedChanges());
}

void tst_SettingsPage::startsAtLogin()
{
    Bench bench;
    bench.open(u"general"_s);
    bench.click(u"settings.general.loginToggle"_s);
    QFile entry(bench.folder.filePath(u"autostart/gatehouse.desktop"_s));
    QVERIFY(entry.open(QIODevice::ReadOnly));
    const QByteArray text = entry.readAll();
    QVERIFY(text.startsWith("[Desktop Entry]\nType=Application\n"));
    QVERIFY(text.contains(" --minimized\n"));
    QVERIFY(text.contains(QCoreApplication::applicationFilePath().toUtf8()));
    bench.click(u"settings.general.loginToggle"_s);
    QVERIFY(!QFile::exists(entry.fileName()));
}

void tst_SettingsPage::tellsTheLanguage()
{
    Bench bench;
    bench.open(u"general"_s);
    QSignalSpy chosen(bench.page.get(), &SettingsPage::languageChosen);
    auto *combo = bench.find<QComboBox>(u"settings.general.languageCombo"_s);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_End);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"zh_CN"_s);
    QCOMPARE(bench.preferences.language(), u"zh_CN"_s);
}

void tst_SettingsPage::leadsToTheTokensOfPeople()
{
    Bench bench;
    bench.open(u"security"_s);
    QTRY_COMPARE(bench.find<QLabel>(u"settings.security.tokenCountLabel"_s)->text(), u"2 tokens"_s);
    QSignalSpy wanted(bench.page.get(), &SettingsPage::peopleRequested);
    bench.click(u"settings.security.peopleButton"_s);
    QCOMPARE(wanted.size(), 1);
}

void tst_SettingsPage::removesOnlyUnusedSecrets()
{
    Bench bench;
    bench.engine->answer("DELETE /secrets/keychain%3Aold", {});
    bench.open(u"security"_s);
    auto *table = bench.find<TableView>(u"settings.security.secretsTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    auto *remove = bench.find<QPushButton>(u"settings.security.removeSecretButton"_s);
    table->setFocus();
    table->selectRow(0);
    QVERIFY(!remove->isEnabled());
    QVERIFY(remove->toolTip().contains(u"Provider OpenAI"_s, Qt::CaseInsensitive));
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(remove->isEnabled());
    bench.click(u"settings.security.removeSecretButton"_s);
    QTRY_COMPARE(bench.engine->countOf("DELETE /secrets/keychain%3Aold"), 1);
}

void tst_SettingsPage::asksForAPassphraseTwice()
{
    Bench bench;
    bench.engine->answer("POST /secrets/store", statusObject());
    bench.open(u"security"_s);
    bench.click(u"settings.security.useVaultButton"_s);
    bench.type(u"settings.security.passphraseField"_s, u"correct horse"_s);
    bench.click(u"settings.security.passphraseAcceptButton"_s);
    QCOMPARE(bench.engine->countOf("POST /secrets/store"), 0);
    bench.type(u"settings.security.repeatField"_s, u"correct horse"_s);
    bench.click(u"settings.security.passphraseAcceptButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /secrets/store"), 1);
    const QJsonObject body = bench.engine->lastOf("POST /secrets/store").body;
    QCOMPARE(body.value("store"_L1).toString(), u"vault"_s);
    QCOMPARE(body.value("passphrase"_L1).toString(), u"correct horse"_s);
}

void tst_SettingsPage::showsAndCompactsTheBooks()
{
    Bench bench;
    bench.engine->answer("POST /storage/compact",
                         {{"bytes"_L1, 1'000'000}, {"free_bytes"_L1, qint64(9'000'000'000)}});
    bench.open(u"storage"_s);
    QTRY_VERIFY(bench.text(u"settings.storage.summaryLabel"_s).contains(u"1,234 requests"_s));
    QCOMPARE(bench.find<TableView>(u"settings.storage.filesTable"_s)->model()->rowCount(), 1);
    bench.click(u"settings.storage.compactButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /storage/compact"), 1);
    QTRY_VERIFY(bench.text(u"settings.storage.summaryLabel"_s).contains(u"No requests yet"_s));
}

void tst_SettingsPage::setsAPrice()
{
    Bench bench;
    bench.open(u"prices"_s);
    auto *table = bench.find<TableView>(u"settings.prices.unpricedTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(bench.text(u"settings.prices.listLabel"_s).contains(u"1,558"_s));
    table->selectRow(0);
    bench.click(u"settings.prices.setPriceButton"_s);
    bench.type(u"settings.prices.inputField"_s, u"much"_s);
    bench.click(u"settings.prices.savePriceButton"_s);
    QCOMPARE(bench.engine->countOf("PUT /config"), 0);
    bench.type(u"settings.prices.inputField"_s, u"$0.15"_s);
    bench.type(u"settings.prices.outputField"_s, u"0.60"_s);
    bench.type(u"settings.prices.reasoningField"_s, u"0.7"_s);
    bench.type(u"settings.prices.batchInputField"_s, u"0.05"_s);
    bench.type(u"settings.prices.fromField"_s, u"2026-03-31"_s);
    bench.find<QPlainTextEdit>(u"settings.prices.tiersField"_s)->setPlainText(u"200000 cheap"_s);
    bench.click(u"settings.prices.savePriceButton"_s);
    bench.find<QPlainTextEdit>(u"settings.prices.tiersField"_s)
        ->setPlainText(u"200000 0.30 1.2 * *  0.1"_s);
    bench.click(u"settings.prices.savePriceButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /config"), 1);
    const QJsonObject price =
        bench.engine->lastOf("PUT /config").body["document"_L1]["prices"_L1][0].toObject();
    QCOMPARE(price.value("provider"_L1).toString(), u"openai"_s);
    QCOMPARE(price.value("model"_L1).toString(), u"acme-large"_s);
    QCOMPARE(price.value("input_usd_per_mtok"_L1).toDouble(), 0.15);
}

void tst_SettingsPage::editsAndRemovesOwnPrices()
{
    Bench bench;
    bench.answerConfig(7, {},
                       {QJsonObject{{u"provider"_s, u"openai"_s},
                                    {u"model"_s, u"gpt-4o"_s},
                                    {u"input_usd_per_mtok"_s, 2.5}}});
    bench.open(u"prices"_s);
    auto *table = bench.find<TableView>(u"settings.prices.ownTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"$2.50"_s);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Return);
    auto *dialog = bench.page->window()->findChild<QDialog *>(u"settings.prices.priceDialog"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"settings.prices.inputField"_s)->text(), u"2.5"_s);
    bench.click(u"settings.prices.cancelButton"_s);
    bench.click(u"settings.prices.removePriceButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /config"), 1);
    QVERIFY(
        !bench.engine->lastOf("PUT /config").body["document"_L1].toObject().contains("prices"_L1));
}

void tst_SettingsPage::pricesPicturesBySizeAndQuality()
{
    Bench bench;
    bench.answerConfig(
        7, {},
        {QJsonObject{{u"provider"_s, u"openai"_s},
                     {u"model"_s, u"dall-e"_s},
                     {u"images"_s,
                      QJsonArray{QJsonObject{{u"size"_s, u"1024x1792"_s}, {u"usd"_s, 0.08}}}}}});
    bench.open(u"prices"_s);
    auto *table = bench.find<TableView>(u"settings.prices.ownTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Return);
    auto *dialog = bench.page->window()->findChild<QDialog *>(u"settings.prices.priceDialog"_s);
    QVERIFY(dialog);
    auto *field = dialog->findChild<QPlainTextEdit *>(u"settings.prices.picturesField"_s);
    QCOMPARE(field->toPlainText(), u"1024x1792 * 0.08"_s);
    field->setPlainText(u"1024x1792 * 0.08\n1024x1792 hd"_s);
    bench.click(u"settings.prices.savePriceButton"_s);
    auto *row = dialog->findChild<FormField *>(u"settings.prices.picturesField.row"_s);
    QCOMPARE(row->problem(), FormField::Problem::Error);
    field->setPlainText(u"1024x1792 * 0.08\n\n * hd $0.12"_s);
    bench.click(u"settings.prices.savePriceButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /config"), 1);
    const QJsonArray images = bench.engine->lastOf("PUT /config")
                                  .body["document"_L1]["prices"_L1][0]["images"_L1]
                                  .toArray();
    QCOMPARE(images.size(), 2);
    QCOMPARE(images[1].toObject(), (QJsonObject{{u"quality"_s, u"hd"_s}, {u"usd"_s, 0.12}}));
}

void tst_SettingsPage::fetchesImagesWhenToldTo()
{
    Bench bench;
    bench.open(u"gateway"_s);
    auto *hosts = bench.find<QLineEdit>(u"settings.gateway.imageHostsField"_s);
    QVERIFY(!hosts->isVisible());
    bench.click(u"settings.gateway.fetchImagesSwitch"_s);
    QVERIFY(hosts->isVisible());
    bench.enterNumber(u"settings.gateway.imageSizeSpin"_s, u"4"_s);
    bench.type(u"settings.gateway.imageHostsField"_s, u"https://a.example.com"_s);
    QTest::keyClick(hosts, Qt::Key_Tab);
    auto *row = bench.find<FormField>(u"settings.gateway.imageHostsField.row"_s);
    QCOMPARE(row->problem(), FormField::Problem::Error);
    bench.type(u"settings.gateway.imageHostsField"_s, u"a.example.com, *.b.example.com"_s);
    QTest::keyClick(hosts, Qt::Key_Tab);
    QCOMPARE(row->problem(), FormField::Problem::None);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /config"), 1);
    const QJsonValue said =
        bench.engine->lastOf("PUT /config").body["document"_L1]["gateway"_L1]["fetch_images"_L1];
    QCOMPARE(said["enabled"_L1].toBool(), true);
    QCOMPARE(said["max_bytes"_L1].toString(), u"4MiB"_s);
    QCOMPARE(said["allowed_hosts"_L1].toArray(),
             (QJsonArray{u"a.example.com"_s, u"*.b.example.com"_s}));
}

void tst_SettingsPage::backsUp()
{
    Bench bench;
    const QJsonObject made{{"path"_L1, u"/data/backups/one"_s},
                           {"time"_L1, u"2026-11-22T10:00:00Z"_s},
                           {"bytes"_L1, 4096},
                           {"kind"_L1, u"manual"_s}};
    bench.engine->answer("POST /backups", made);
    bench.open(u"backup"_s);
    QTRY_COMPARE(bench.text(u"settings.backup.lastLabel"_s), u"No full backup yet."_s);
    bench.engine->answer("GET /backups", {{"items"_L1, QJsonArray{made}}});
    bench.click(u"settings.backup.backupButton"_s);
    QTRY_VERIFY(
        bench.text(u"settings.backup.backupStateLabel"_s).contains(made["path"_L1].toString()));
    QTRY_VERIFY(bench.text(u"settings.backup.lastLabel"_s).startsWith(u"Last backup"_s));
    QCOMPARE(bench.find<TableView>(u"settings.backup.backupsTable"_s)->model()->rowCount(), 1);
}

void tst_SettingsPage::exportsAndImportsTheConfiguration()
{
    Bench bench;
    bench.engine->answer(
        "POST /config/check",
        {{"findings"_L1, QJsonArray()}, {"diff"_L1, QJsonArray{u"Removed the route fast"_s}}});
    bench.open(u"backup"_s);
    const QString file = bench.folder.filePath(u"gatehouse.json"_s);
    auto *section = bench.page->findChild<ConfigurationFile *>();
    section->exportTo(file);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("api.openai.com"));
    section->importFrom(file);
    QWidget *window = bench.page->window();
    QTRY_VERIFY(window->findChild<QPlainTextEdit *>(u"settings.backup.differenceText"_s));
    QCOMPARE(
        window->findChild<QPlainTextEdit *>(u"settings.backup.differenceText"_s)->toPlainText(),
        u"Removed the route fast"_s);
    QCOMPARE(bench.engine->countOf("PUT /config"), 0);
    bench.click(u"settings.backup.applyImportButton"_s);
    QTRY_COMPARE(bench.engine->lastOf("PUT /config").body.value("format"_L1).toString(), u"json"_s);
}

void tst_SettingsPage::exportsYaml()
{
    Bench bench;
    bench.open(u"backup"_s);
    const QString file = bench.folder.filePath(u"gatehouse.yaml"_s);
    bench.page->findChild<ConfigurationFile *>()->exportTo(file);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY2(text.contains("providers:\n  - id: openai\n"), text.constData());
    QVERIFY(!text.contains('{'));
}

void tst_SettingsPage::restoresABackupAfterTheTypedWord()
{
    Bench bench;
    const QJsonObject held{{"path"_L1, u"/data/backups/one.tar"_s},
                           {"time"_L1, u"2026-11-22T10:00:00Z"_s},
                           {"version"_L1, u"0.1.0"_s},
                           {"revision"_L1, 5},
                           {"requests"_L1, 1234}};
    bench.engine->answer("POST /backups/inspect", held);
    bench.engine->answer("POST /backups/restore", held);
    bench.open(u"backup"_s);
    bench.page->findChild<BackupSection *>()->restoreFrom(u"/data/backups/one.tar"_s);
    const QString name = u"settings.backup.restoreDialog"_s;
    QTRY_VERIFY(bench.find<QDialog>(name));
    auto *restore = bench.find<QPushButton>(QString(name + u".restoreButton"_s));
    QVERIFY(!restore->isEnabled());
    QTest::keyClicks(bench.find<QLineEdit>(QString(name + u".wordField"_s)), u"restore"_s);
    QVERIFY(restore->isEnabled());
    QCOMPARE(bench.engine->countOf("POST /backups/restore"), 0);
    QTest::mouseClick(restore, Qt::LeftButton);
    QTRY_VERIFY(bench.text(u"settings.backup.backupStateLabel"_s).contains(u"restarts"_s));
    QVERIFY(bench.engine->lastOf("POST /backups/restore").body.value("restart"_L1).toBool());
    QCOMPARE(bench.engine->lastOf("POST /backups/restore").body.value("path"_L1).toString(),
             u"/data/backups/one.tar"_s);
}

void tst_SettingsPage::changesShortcuts()
{
    Bench bench;
    bench.open(u"keyboard"_s);
    auto *table = bench.find<TableView>(u"settings.keyboard.shortcutsTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    const QString name = u"settings.shortcutDialog"_s;
    QTRY_VERIFY(bench.find<QDialog>(name));
    auto *edit = bench.find<QKeySequenceEdit>(QString(name + u".keysEdit"_s));
    QTest::keyClick(edit, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    bench.click(QString(name + u".saveButton"_s));
    QCOMPARE(bench.action.shortcuts(), QList<QKeySequence>{QKeySequence(u"Ctrl+Shift+R"_s)});
    QCOMPARE(bench.preferences.shortcut(u"action.refreshPage"_s), u"Ctrl+Shift+R"_s);
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"Ctrl+Shift+R"_s);
    bench.click(u"settings.keyboard.resetAllButton"_s);
    QCOMPARE(bench.action.shortcuts(), QList<QKeySequence>{QKeySequence(Qt::Key_F5)});
    QVERIFY(!bench.preferences.shortcut(u"action.refreshPage"_s));
}

void tst_SettingsPage::tellsAConflictOfShortcuts()
{
    Bench bench;
    QAction other(u"Fold the sidebar"_s);
    other.setObjectName(u"action.foldSidebar"_s);
    Shortcuts::setUsual(other, {Qt::CTRL | Qt::Key_B});
    ShortcutDialog dialog(bench.action, {&bench.action, &other}, bench.preferences, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *edit = dialog.findChild<QKeySequenceEdit *>();
    QTest::keyClick(edit, Qt::Key_B, Qt::ControlModifier);
    auto *save = dialog.findChild<QPushButton *>(u"settings.shortcutDialog.saveButton"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.findChild<FormField *>()->message().contains(u"Fold the sidebar"_s));
    QCOMPARE(bench.action.shortcut(), QKeySequence(Qt::Key_F5));
}

void tst_SettingsPage::switchesLettersOff()
{
    Bench bench;
    bench.open(u"keyboard"_s);
    QSignalSpy changed(bench.page.get(), &SettingsPage::keysChanged);
    bench.click(u"settings.keyboard.lettersToggle"_s);
    QVERIFY(!bench.preferences.hasLetterKeys());
    QCOMPARE(changed.size(), 1);
}

void tst_SettingsPage::reducesMotion()
{
    const Theme theme(*qApp);
    Bench bench;
    bench.open(u"appearance"_s);
    bench.click(u"settings.appearance.motionToggle"_s);
    QVERIFY(bench.preferences.reducedMotion());
    QVERIFY(Theme::current()->hasReducedMotion());
    QCOMPARE(QApplication::cursorFlashTime(), 0);
    QCOMPARE(bench.page->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr,
                                            bench.page.get()),
             0);
    bench.click(u"settings.appearance.motionToggle.resetButton"_s);
    QVERIFY(!Theme::current()->hasReducedMotion());
    QVERIFY(QApplication::cursorFlashTime() > 0);
}

void tst_SettingsPage::choosesTheStartOfTheWeekAndTheLogLevel()
{
    Bench bench;
    bench.open(u"region"_s);
    const auto choose = [&bench](const QString &name, const QString &word) {
        auto *combo = bench.find<QComboBox>(name);
        combo->setFocus();
        combo->setCurrentIndex(combo->findData(word));
        Q_EMIT combo->activated(combo->currentIndex());
    };
    QCOMPARE(bench.find<QComboBox>(u"settings.region.weekStartCombo"_s)->currentData(),
             QVariant(u"monday"_s));
    choose(u"settings.region.weekStartCombo"_s, u"sunday"_s);
    bench.page->openSection(u"advanced"_s);
    choose(u"settings.advanced.logLevelCombo"_s, u"debug"_s);
    bench.click(u"settings.saveButton"_s);
    QTRY_COMPARE(bench.savedGateway().value("week_start"_L1).toString(), u"sunday"_s);
    QCOMPARE(bench.savedGateway().value("log_level"_L1).toString(), u"debug"_s);
}

void tst_SettingsPage::offersSampleData()
{
    Bench bench;
    bench.open(u"general"_s);
    auto *button = bench.find<QPushButton>(u"settings.general.sampleDataButton"_s);
    QVERIFY(!button->isVisible());
    QSignalSpy asked(bench.page.get(), &SettingsPage::sampleDataRequested);
    bench.page->offerSampleData(true, false);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.takeFirst().first().toBool(), true);
    bench.page->offerSampleData(true, true);
    QCOMPARE(button->text(), u"Remove sample data"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(asked.takeFirst().first().toBool(), false);
}

void tst_SettingsPage::choosesNotifications()
{
    Bench bench;
    bench.open(u"notifications"_s);
    QSignalSpy tested(bench.page.get(), &SettingsPage::testNotificationRequested);
    bench.click(u"settings.notifications.providerToggle"_s);
    QVERIFY(!bench.preferences.notifies(u"provider"_s));
    QVERIFY(bench.preferences.notifies(u"gateway"_s));
    bench.click(u"settings.notifications.providerToggle.resetButton"_s);
    QVERIFY(bench.preferences.notifies(u"provider"_s));
    for (const QString &kind : {u"fallback"_s, u"publish"_s}) { // off until chosen
        QVERIFY(!bench.preferences.notifies(kind));
        bench.click(u"settings.notifications.%1Toggle"_s.arg(kind));
        QVERIFY(bench.preferences.notifies(kind));
        bench.click(u"settings.notifications.%1Toggle.resetButton"_s.arg(kind));
        QVERIFY(!bench.preferences.notifies(kind));
    }
    bench.click(u"settings.notifications.testButton"_s);
    QCOMPARE(tested.size(), 1);
}

void tst_SettingsPage::choosesSoundAndQuietHours()
{
    Bench bench;
    bench.open(u"notifications"_s);
    bench.click(u"settings.notifications.soundToggle"_s);
    QVERIFY(bench.preferences.hasNotificationSound());
    auto *from = bench.find<QTimeEdit>(u"settings.notifications.quietFromEdit"_s);
    QVERIFY(!from->isEnabled());
    QVERIFY(!bench.preferences.quietHours());
    bench.click(u"settings.notifications.quietToggle"_s);
    QVERIFY(from->isEnabled());
    QCOMPARE(bench.preferences.quietHours(), std::optional(QuietHours{}));
    from->setFocus();
    QTest::keyClick(from, Qt::Key_Down);
    QCOMPARE(bench.preferences.quietHours()->from, QTime(21, 0));
    bench.click(u"settings.notifications.quietFromEdit.resetButton"_s);
    QCOMPARE(bench.preferences.quietHours(), std::optional(QuietHours{}));
    bench.click(u"settings.notifications.quietToggle"_s);
    QVERIFY(!bench.preferences.quietHours());
}

void tst_SettingsPage::searchesShortcuts()
{
    Bench bench;
    bench.open(u"keyboard"_s);
    auto *table = bench.find<TableView>(u"settings.keyboard.shortcutsTable"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    bench.type(u"settings.keyboard.searchField"_s, u"zzz"_s);
    QCOMPARE(table->model()->rowCount(), 0);
}

void tst_SettingsPage::showsDiagnosticsBeforeCopying()
{
    Bench bench;
    bench.open(u"advanced"_s);
    QGuiApplication::clipboard()->clear();
    bench.click(u"settings.advanced.diagnosticsButton"_s);
    auto *text = bench.page->window()->findChild<QPlainTextEdit *>(
        u"settings.advanced.diagnosticsDialog.text"_s);
    QVERIFY(text && text->toPlainText().contains(u"providers:      1 (openai)"_s));
    QVERIFY(!text->toPlainText().contains(u"api.openai.com"_s));
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    bench.click(u"settings.advanced.diagnosticsDialog.copyButton"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
    QSignalSpy reset(bench.page.get(), &SettingsPage::windowResetRequested);
    bench.click(u"settings.advanced.diagnosticsDialog.closeButton"_s);
    bench.click(u"settings.advanced.resetLayoutButton"_s);
    QCOMPARE(reset.size(), 1);
}

void tst_SettingsPage::carriesItsLicences()
{
    Bench bench;
    bench.open(u"about"_s);
    for (const auto &[row, words] :
         {std::pair(u"licence"_s, u"GNU GENERAL PUBLIC LICENSE"_s),
          std::pair(u"notices"_s, u"libsodium"_s), std::pair(u"changes"_s, u"0.1.0"_s),
          std::pair(u"icons"_s, u"Lucide"_s), std::pair(u"fonts"_s, u"SIL OPEN FONT LICENSE"_s)}) {
        bench.click(u"settings.about.%1Button"_s.arg(row));
        const QString dialog = u"settings.about.%1Dialog"_s.arg(row);
        auto *text =
            bench.page->window()->findChild<QPlainTextEdit *>(QString(dialog + u".text"_s));
        QVERIFY(text && text->toPlainText().contains(words));
        bench.click(QString(dialog + u".closeButton"_s));
    }
    QCOMPARE(bench.text(u"settings.about.revisionLabel"_s), u"7"_s);
    QTRY_COMPARE(bench.text(u"settings.about.databaseRevisionLabel"_s), u"23"_s);
}

void tst_SettingsPage::namesEveryControl()
{
    Bench bench;
    bench.open(u"general"_s);
    QSet<QString> names;
    for (QWidget *widget : bench.page->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget)
            || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
            || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget);
        const QString name = widget->objectName();
        if (!isControl || name.startsWith("qt_"_L1) || widget->inherits("QHeaderView")
            || widget->inherits("QTableCornerButton")
            || qobject_cast<QComboBox *>(widget->parentWidget())
            || qobject_cast<QLineEdit *>(widget->parentWidget())
            || widget->parentWidget()->inherits("QComboBoxPrivateContainer"))
            continue;
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        const bool isShared = name.startsWith("statePanel."_L1) || name.startsWith("banner."_L1);
        QVERIFY2(isShared || name.startsWith("settings."_L1), qPrintable(name));
        QVERIFY2(!names.contains(name), qPrintable(name));
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(name));
        names.insert(name);
    }
    QVERIFY(names.size() > 40);
}

void tst_SettingsPage::fitsTheSmallestWindow()
{
    Bench bench;
    bench.open(u"general"_s);
    bench.page->resize(968, 560); // a window of 1024 x 640 without sidebar and top bar
    auto *list = bench.find<QListView>(u"settings.sectionsList"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        list->setCurrentIndex(list->model()->index(row, 0));
        const QString id = list->currentIndex().data(Qt::UserRole).toString();
        auto *section = bench.find<QWidget>(u"settings.%1"_s.arg(id));
        QTRY_VERIFY2(section->isVisible(), qPrintable(id));
        auto *area = bench.find<QWidget>(u"settings.%1.area"_s.arg(id));
        QVERIFY2(section->minimumSizeHint().width() <= area->width(), qPrintable(id));
        QVERIFY2(bench.page->width() <= 968, qPrintable(id));
    }
}

void tst_SettingsPage::readsListenChoices_data()
{
    QTest::addColumn<QStringList>("listen");
    QTest::addColumn<int>("reach");
    QTest::newRow("this computer") << QStringList{u"127.0.0.1:4417"_s} << 0;
    QTest::newRow("two of this computer") << QStringList{u"127.0.0.1:4417"_s, u"[::1]:4417"_s} << 1;
    QTest::newRow("an address") << QStringList{u"192.168.1.20:4417"_s} << 1;
    QTest::newRow("two ports") << QStringList{u"127.0.0.1:4417"_s, u"127.0.0.1:8443"_s} << 1;
    QTest::newRow("everyone") << QStringList{u"0.0.0.0:4417"_s} << 2;
}

void tst_SettingsPage::readsListenChoices()
{
    QFETCH(QStringList, listen);
    const ListenChoice choice = ListenChoice::of(listen);
    QTEST(int(choice.reach), "reach");
    QCOMPARE(choice.addresses(), listen);
}

void tst_SettingsPage::readsPriceFiles()
{
    const auto csv = readPrices("model;provider;input_usd_per_mtok\n\"a;b\";gpu;0.10\n\n", false);
    QVERIFY(csv);
    QCOMPARE(csv->size(), 1);
    QCOMPARE(csv->first().model, u"a;b"_s);
    QCOMPARE(csv->first().input.value_or(0), 100'000'000);
    const auto json =
        readPrices(R"({"prices":[{"provider":"gpu","model":"*","output_usd_per_mtok":2}]})", true);
    QVERIFY(json);
    QCOMPARE(json->first().output.value_or(0), 2'000'000'000);
    const auto wrong = readPrices("provider,model,input_usd_per_mtok\ngpu,a,-1\n", false);
    QVERIFY(!wrong);
    QVERIFY(wrong.error().detail.startsWith(u"line 2"_s));
    QVERIFY(!readPrices("{", true));
    QCOMPARE(mergePrices(*csv, *csv).size(), 1);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_SettingsPage)
#include "tst_settingspage.moc"
