// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/rotatedialog.h"

#include "ui/widgets/dialogheight.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 440;

int seconds(std::chrono::seconds span)
{
    return int(span.count());
}

} // namespace

RotateDialog::RotateDialog(Api::AdminClient &client, const KeyRow &key, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_key(key)
    , m_overlap(new QComboBox(this))
    , m_problem(makeLabel({}, u"error"_s, this))
    , m_rotate(
          makeButton(tr("Rotate key"), u"primary"_s, u"access.rotateDialog.rotateButton"_s, this))
{
    setObjectName(u"access.rotateDialog"_s);
    setWindowTitle(tr("Rotate key “%1”").arg(key.name));
    setMinimumWidth(dialogWidth);
    m_overlap->setObjectName(u"access.rotateDialog.overlapCombo"_s);
    m_overlap->addItem(tr("It is refused at once"), 0);
    m_overlap->addItem(tr("It works for 1 more hour"), seconds(1h));
    m_overlap->addItem(tr("It works for 24 more hours"), seconds(24h));
    m_overlap->addItem(tr("It works for 7 more days"), seconds(7 * 24h));
    m_overlap->setCurrentIndex(2);
    m_problem->setObjectName(u"access.rotateDialog.problemLabel"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    QLabel *advice = makeLabel(tr("The key gets a new secret now. Its name, team, models and "
                                  "spend stay."),
                               u"muted"_s, this);
    advice->setWordWrap(true);
    QLabel *warning =
        makeLabel(tr("The old secret is still accepted from the last rotation; that ends now."),
                  u"warning"_s, this);
    warning->setWordWrap(true);
    warning->setVisible(key.state == KeyRow::State::Rotating);
    QPushButton *cancel = makeButton(tr("Cancel"), {}, u"access.rotateDialog.cancelButton"_s, this);
    cancel->setAutoDefault(false);
    m_rotate->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_rotate, &QPushButton::clicked, this, &RotateDialog::rotate);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_rotate);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(advice);
    layout->addWidget(new FormField(tr("Old secret"), m_overlap, {}, this));
    layout->addWidget(warning);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    m_overlap->setFocus();
    fitHeight(*this, dialogWidth);
}

void RotateDialog::rotate()
{
    if (m_call)
        return;
    m_rotate->setEnabled(false);
    m_call = m_client.post(u"/keys/%1/rotate"_s.arg(m_key.id),
                           {{"overlap_s"_L1, m_overlap->currentData().toInt()}});
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_rotate->setEnabled(true);
        if (!call->succeeded()) {
            m_problem->setText(tr("The key was not rotated. %1").arg(call->error().detail));
            m_problem->show();
            return;
        }
        Q_EMIT rotated(call->reply().body.value("secret"_L1).toString());
        accept();
    });
}

} // namespace Gatehouse::Ui
