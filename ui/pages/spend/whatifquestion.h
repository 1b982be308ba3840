// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/whatifchange.h"
#include "ui/widgets/card.h"

#include <QtCore/QJsonObject>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace Gatehouse::Ui {

//! What is to be replayed: traffic, and a change of the configuration or a file in its place.
class WhatIfQuestion : public Card
{
    Q_OBJECT

public:
    //! Asks for a place on the disk: to save to, or to read from.
    using FileChooser = std::function<void(bool saves, const QString &suggested,
                                           std::function<void(const QString &path)> chosen)>;

    explicit WhatIfQuestion(QWidget *parent = nullptr);

    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }
    const FileChooser &fileChooser() const { return m_chooseFile; }
    //! The names to choose from.
    void fillChoices(const Api::Document &document);
    void setRange(const QString &range);
    //! \a may: there is something to replay against, and the person may.
    void setRunning(bool isRunning, bool may);
    //! From 0 to 1.
    void setProgress(double progress);

    bool hasFile() const { return !m_file.isEmpty(); }
    WhatIfChange entered() const;
    //! The traffic and, with a file, its text; the document that is tried stands apart.
    QJsonObject body() const;

Q_SIGNALS:
    void runRequested();
    void cancelRequested();
    //! Another file, or none.
    void fileChanged();
    void fileRefused(const QString &problem);

private:
    void makeFields();
    QComboBox *makeCombo(const QString &name, bool editable);
    void layOut();
    void readFile(const QString &path);
    void chooseFile();

    FileChooser m_chooseFile;
    QString m_file; //!< a configuration that was read
    QString m_fileText;
    QComboBox *m_span = nullptr;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_from = nullptr;
    QComboBox *m_to = nullptr;
    QComboBox *m_provider = nullptr;
    QDoubleSpinBox *m_multiplier = nullptr;
    QComboBox *m_scope = nullptr;
    QDoubleSpinBox *m_amount = nullptr;
    QPushButton *m_choose = nullptr;
    QLabel *m_fileName = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
};

} // namespace Gatehouse::Ui
