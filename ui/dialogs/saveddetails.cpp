// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/saveddetails.h"

#include "ui/store/storemark.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace arbscope {

SavedDetails::SavedDetails(QWidget *parent)
    : QGroupBox(tr("Saved connection"), parent)
    , m_name(new QLineEdit(this))
    , m_folder(new QComboBox(this))
    , m_mark(new QComboBox(this))
    , m_keeping(new QComboBox(this))
    , m_save(new QPushButton(tr("&Save"), this))
{
    m_name->setObjectName(QStringLiteral("savedName"));
    m_name->setPlaceholderText(tr("a name, to save this connection"));
    m_folder->setObjectName(QStringLiteral("savedFolder"));
    m_folder->setEditable(true);
    m_folder->setInsertPolicy(QComboBox::NoInsert);
    m_folder->lineEdit()->setPlaceholderText(tr("none"));
    m_mark->setObjectName(QStringLiteral("savedMark"));
    m_mark->setToolTip(tr("Shown with its color in the list and over the whole window while the store is open"));
    for (const StoreMark mark : {StoreMark::None, StoreMark::Production, StoreMark::Staging, StoreMark::Testing,
                                 StoreMark::Development, StoreMark::Personal})
        m_mark->addItem(markIcon(mark), mark == StoreMark::None ? tr("none") : markText(mark), int(mark));
    m_keeping->setObjectName(QStringLiteral("savedKeeping"));
    m_keeping->addItem(tr("none needed"), int(PasswordKeeping::None));
    m_keeping->addItem(tr("ask once in each run"), int(PasswordKeeping::Ask));
    m_keeping->addItem(tr("keep in the system's keychain"), int(PasswordKeeping::Keychain));
    m_keeping->setToolTip(tr("Never kept in a file"));
    m_save->setObjectName(QStringLiteral("savedSave"));
    m_save->setAutoDefault(false);

    auto *grid = new QGridLayout(this);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    const auto place = [this, grid](const QString &text, QWidget *field, int row, int column) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
    };
    place(tr("&Name"), m_name, 0, 0);
    place(tr("&Folder"), m_folder, 0, 2);
    place(tr("&Kind"), m_mark, 1, 0);
    place(tr("Pass&word"), m_keeping, 1, 2);
    grid->addWidget(m_save, 0, 4, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);

    connect(m_save, &QPushButton::clicked, this, &SavedDetails::saveRequested);
    connect(m_name, &QLineEdit::textEdited, this, &SavedDetails::changed);
    connect(m_folder, &QComboBox::editTextChanged, this, &SavedDetails::changed);
    for (QComboBox *box : {m_mark, m_keeping})
        connect(box, &QComboBox::activated, this, &SavedDetails::changed);
}

void SavedDetails::setConnection(const std::optional<SavedConnection> &connection, const QStringList &folders)
{
    const SavedConnection shown = connection.value_or(SavedConnection{});
    const QSignalBlocker blocker(this);
    m_name->setText(shown.target.name);
    m_folder->clear();
    m_folder->addItems(folders);
    m_folder->setEditText(shown.folder);
    m_mark->setCurrentIndex(m_mark->findData(int(shown.target.mark)));
    m_keeping->setCurrentIndex(m_keeping->findData(int(shown.keeping)));
}

SavedConnection SavedDetails::applied(SavedConnection connection) const
{
    connection.target.name = m_name->text().trimmed();
    connection.folder = m_folder->currentText().trimmed();
    connection.target.mark = static_cast<StoreMark>(m_mark->currentData().toInt());
    connection.keeping = static_cast<PasswordKeeping>(m_keeping->currentData().toInt());
    return connection;
}

void SavedDetails::setCanSave(bool valid)
{
    const bool named = !m_name->text().trimmed().isEmpty();
    m_save->setEnabled(valid && named);
    m_save->setToolTip(named ? tr("Save this connection") : tr("Give it a name first"));
}

} // namespace arbscope
