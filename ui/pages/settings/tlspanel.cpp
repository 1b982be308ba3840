// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/tlspanel.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

enum Mode { Off, Files };

} // namespace

TlsPanel::TlsPanel(GatewayDraft &draft, UpkeepModel &upkeep, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_upkeep(upkeep)
    , m_mode(new QComboBox(this))
    , m_certificate(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_files(new QWidget(this))
    , m_create(makeButton(tr("Create for the office network"), {},
                          u"settings.gateway.createCertificateButton"_s, this))
    , m_state(makeLabel({}, u"caption"_s, this))
    , m_trust(buildTrust())
{
    m_mode->setObjectName(u"settings.gateway.tlsCombo"_s);
    m_mode->addItems({tr("Off"), tr("Certificate and key files")});
    m_certificate->setObjectName(u"settings.gateway.certificateField"_s);
    m_key->setObjectName(u"settings.gateway.keyField"_s);
    m_state->setObjectName(u"settings.gateway.certificateStateLabel"_s);
    m_state->setWordWrap(true);
    auto *files = new QVBoxLayout(m_files);
    files->setContentsMargins(0, 0, 0, 0);
    files->setSpacing(8);
    files->addWidget(buildFile(m_certificate, tr("Certificate file"),
                               u"settings.gateway.certificateBrowseButton"_s));
    files->addWidget(buildFile(m_key, tr("Key file"), u"settings.gateway.keyBrowseButton"_s));
    auto *create = new QHBoxLayout;
    create->addWidget(m_create);
    create->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_files);
    column->addWidget(m_state);
    column->addLayout(create);
    column->addWidget(m_trust);
    connect(m_mode, &QComboBox::activated, this, &TlsPanel::chooseMode);
    for (QLineEdit *field : {m_certificate, m_key}) {
        connect(field, &QLineEdit::textEdited, this, &TlsPanel::storeFiles);
        connect(field, &QLineEdit::editingFinished, this, &TlsPanel::check);
    }
    connect(m_create, &QPushButton::clicked, this, &TlsPanel::create);
    showDraft();
}

QWidget *TlsPanel::buildFile(QLineEdit *field, const QString &label, const QString &browseName)
{
    auto *row = new QWidget(m_files);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    QLabel *name = makeLabel(label, u"muted"_s, row);
    name->setBuddy(field);
    field->setAccessibleName(label);
    name->setMinimumWidth(name->fontMetrics().averageCharWidth() * 13);
    QPushButton *button = makeButton(tr("Browse…"), {}, browseName, row);
    button->setAccessibleName(tr("Browse for: %1").arg(label));
    line->addWidget(name);
    line->addWidget(field, 1);
    line->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, field] { browse(field); });
    return row;
}

//! What other computers need to know of a certificate made here.
QWidget *TlsPanel::buildTrust()
{
    auto *box = new QWidget(this);
    m_fingerprint = makeLabel({}, u"code"_s, box);
    m_fingerprint->setObjectName(u"settings.gateway.fingerprintLabel"_s);
    m_fingerprint->setWordWrap(true);
    m_authority = makeLabel({}, u"code"_s, box);
    m_authority->setObjectName(u"settings.gateway.authorityLabel"_s);
    m_authority->setWordWrap(true);
    m_copyFingerprint = new CopyButton(tr("Copy the fingerprint"), box);
    m_copyFingerprint->setObjectName(u"settings.gateway.copyFingerprintButton"_s);
    m_copyAuthority = new CopyButton(tr("Copy the file's place"), box);
    m_copyAuthority->setObjectName(u"settings.gateway.copyAuthorityButton"_s);
    QLabel *how = makeLabel(tr("Other computers trust this gateway after you install this file on "
                               "them as a certificate authority (Debian and Ubuntu: copy it to "
                               "/usr/local/share/ca-certificates with the ending .crt and run "
                               "update-ca-certificates). Compare the fingerprint there."),
                            u"muted"_s, box);
    how->setWordWrap(true);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(how);
    for (const auto &[label, copy] :
         {std::pair<QLabel *, CopyButton *>(m_authority, m_copyAuthority),
          {m_fingerprint, m_copyFingerprint}}) {
        auto *line = new QHBoxLayout;
        line->addWidget(label, 1);
        line->addWidget(copy, 0, Qt::AlignTop);
        column->addLayout(line);
    }
    box->hide();
    return box;
}

void TlsPanel::showDraft()
{
    if (!m_draft.isDirty())
        m_wantsFiles = m_draft.settings().tls.has_value();
    updateView();
}

void TlsPanel::updateView()
{
    const auto &tls = m_draft.settings().tls;
    const bool files = tls.has_value() || m_wantsFiles;
    const QSignalBlocker quiet(m_mode);
    m_mode->setCurrentIndex(files ? Files : Off);
    m_files->setVisible(files);
    m_state->setVisible(files && !m_state->text().isEmpty());
    if (tls && (tls->certificate != m_certificate->text() || tls->key != m_key->text())) {
        m_certificate->setText(tls->certificate);
        m_key->setText(tls->key);
        check();
    }
    if (!files)
        m_trust->hide();
}

void TlsPanel::setLocked(bool locked)
{
    m_mode->setEnabled(!locked);
    m_create->setEnabled(!locked);
    m_certificate->setReadOnly(locked);
    m_key->setReadOnly(locked);
}

void TlsPanel::chooseMode(int index)
{
    m_wantsFiles = index == Files;
    if (index == Off)
        m_draft.edit([](Api::GatewaySettings &settings) { settings.tls.reset(); });
    else
        storeFiles();
    updateView();
    if (m_wantsFiles && m_certificate->text().isEmpty())
        m_certificate->setFocus(Qt::OtherFocusReason);
}

void TlsPanel::storeFiles()
{
    const Api::TlsFiles files{.certificate = m_certificate->text().trimmed(),
                              .key = m_key->text().trimmed()};
    if (files.certificate.isEmpty() && files.key.isEmpty())
        return;
    m_draft.edit([&files](Api::GatewaySettings &settings) { settings.tls = files; });
}

void TlsPanel::browse(QLineEdit *field)
{
    auto *dialog = new QFileDialog(window(), tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates and keys (*.pem *.crt *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, field](const QString &file) {
        field->setText(file);
        storeFiles();
        check();
    });
    dialog->open();
}

void TlsPanel::say(const QString &text, const QString &tone)
{
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty() && !m_files->isHidden());
    setStyleProperty(m_state, "tone", tone);
}

void TlsPanel::check()
{
    if (m_certificate->text().isEmpty() || m_key->text().isEmpty())
        return say({}, u"caption"_s);
    m_upkeep.checkCertificate(
        m_certificate->text(), m_key->text(), this,
        [this](const CertificateState &state, const QString &) {
            if (!state.isUsable)
                return say(tr("These files cannot be used: %1").arg(state.problem), u"error"_s);
            const QString until = Format::day(state.notAfter.date());
            say(tr("Certificate of %1, issued by %2, valid until %3. The key belongs to it.")
                    .arg(state.subject, state.issuer, until),
                u"ok"_s);
        });
}

void TlsPanel::create()
{
    m_create->setEnabled(false);
    m_upkeep.createCertificate(this, [this](const OfficeCertificate &made, const QString &problem) {
        m_create->setEnabled(true);
        if (problem.isEmpty())
            return showCreated(made);
        m_wantsFiles = true;
        updateView();
        say(problem, u"error"_s);
    });
}

void TlsPanel::showCreated(const OfficeCertificate &made)
{
    m_draft.edit([&made](Api::GatewaySettings &settings) {
        settings.tls = {.certificate = made.certificate, .key = made.key};
    });
    m_authority->setText(made.authority);
    m_copyAuthority->setCopyText(made.authority);
    m_fingerprint->setText(made.fingerprint);
    m_copyFingerprint->setCopyText(made.fingerprint);
    m_trust->show();
    showDraft();
    check(); // made anew under the same names
}

} // namespace Gatehouse::Ui
