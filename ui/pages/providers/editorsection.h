// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/fieldof.h"
#include "ui/models/providerdraft.h"
#include "ui/widgets/form.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace Gatehouse::Ui {

//! One tab of the provider's editor: fields that show a draft and are read back into it. Fields
//! belong to the editor's form by the path of their value.
class EditorSection : public QWidget
{
    Q_OBJECT

public:
    explicit EditorSection(Form &form, QWidget *parent = nullptr);

    virtual void showDraft(const ProviderDraft &draft) = 0;
    virtual void readDraft(ProviderDraft &draft) const = 0;
    //! What is wrong with what was typed and stands in no draft.
    virtual Api::Findings findings() const { return {}; }
    //! Besides the fields, which the form locks.
    virtual void setLocked(bool) { }

Q_SIGNALS:
    //! The person changed something.
    void edited();
    //! The field at \a path was left.
    void fieldLeft(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

    //! Wraps \a control into a row of the form; its objectName becomes "providers.editor.<name>".
    FormField *makeField(const QString &path, const QString &name, const QString &label,
                         QWidget *control, const QString &help = {});
    QLineEdit *makeLine();
    QSpinBox *makeWhole(const Api::Field &field);
    QDoubleSpinBox *makeNumber(double minimum, double maximum, int decimals);
    //! Seconds of a field in milliseconds.
    QDoubleSpinBox *makeSeconds(const Api::Field &field);
    //! What such a field shows, and what it is read as.
    static double seconds(std::chrono::milliseconds time);
    static std::chrono::milliseconds milliseconds(const QDoubleSpinBox *field);
    QComboBox *makeCombo();
    QCheckBox *makeCheck(const QString &text, const QString &name);
    void addTitle(const QString &text);
    void add(QWidget *widget);
    //! Side by side with equal widths.
    void addRow(const QList<QWidget *> &widgets);
    QVBoxLayout *column() const { return m_column; }
    Form &form() const { return m_form; }

private:
    Form &m_form;
    QVBoxLayout *m_column;
    QHash<QObject *, QString> m_paths;
};

} // namespace Gatehouse::Ui
