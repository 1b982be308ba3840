// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/document.h"
#include "ui/widgets/form.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

//! One alert: what is watched, when it fires and ends, who is told and how often; with what the
//! measure shows now and how often the alert would have fired.
class AlertEditor : public QDialog
{
    Q_OBJECT

public:
    //! \a rule without measure: a new one. \a document names scopes, channels and other alerts.
    AlertEditor(Api::AdminClient &client, const Api::AlertRule &rule, const Api::Document &document,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const Gatehouse::Api::AlertRule &rule);

private:
    void buildFields(const Api::Document &document);
    void addField(const QString &path, const QString &label, QWidget *control, const QString &help,
                  int row, int column, int columns = 1);
    QWidget *makeChannels(const Api::Document &document);
    void fill();
    void fillScopes();
    void showMeasure();
    Api::AlertRule entered() const;
    QStringList chosenChannels() const;
    void askPreview();
    void showPreview(Api::AdminCall *call);
    void say(const QString &text);
    void testChannels();
    void submit();

    Api::AdminClient &m_client;
    const Api::AlertRule m_rule;
    const Api::Document m_document;
    const bool m_isNew;
    QGridLayout *m_grid;
    QLineEdit *m_name;
    QComboBox *m_measure;
    QComboBox *m_scope;
    QComboBox *m_comparison;
    QDoubleSpinBox *m_threshold;
    QComboBox *m_hold;
    QLineEdit *m_recover;
    QComboBox *m_severity;
    QComboBox *m_repeat;
    QLineEdit *m_quiet;
    QList<QCheckBox *> m_channels;
    QLabel *m_preview;
    QPushButton *m_test;
    QTimer m_delay;
    QPointer<Api::AdminCall> m_call;
    Form m_form;
};

} // namespace Gatehouse::Ui
