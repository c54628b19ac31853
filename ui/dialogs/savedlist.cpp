// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/savedlist.h"

#include "ui/dialogs/filechooser.h"
#include "ui/settings/connectionfile.h"
#include "ui/settings/savedconnections.h"
#include "ui/store/storemark.h"
#include "ui/text/displaytext.h"
#include "ui/text/targettext.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace arbscope {

namespace {

constexpr int IdRole = Qt::UserRole + 1;
constexpr qint64 LargestFile = 10'000'000; ///< bytes; thousands of connections

QString searchText(const SavedConnection &connection)
{
    return connection.target.name + u'\n' + connection.folder + u'\n' + connection.target.display() + u'\n'
        + markText(connection.target.mark);
}

void showMark(QTreeWidgetItem *item, StoreMark mark)
{
    if (mark == StoreMark::None)
        return;
    item->setIcon(0, markIcon(mark));
    item->setText(1, markText(mark));
    item->setBackground(1, markColor(mark));
    item->setForeground(1, Qt::white);
}

} // namespace

SavedList::SavedList(SavedConnections &saved, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_saved(saved)
    , m_files(files)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
{
    m_search->setObjectName(QStringLiteral("savedSearch"));
    m_search->setPlaceholderText(tr("Search saved connections"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_tree->setObjectName(QStringLiteral("savedTree"));
    m_tree->setAccessibleName(tr("Saved connections"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *fresh = new QAction(themedIcon(QStringLiteral("connect")), tr("&New"), this);
    fresh->setObjectName(QStringLiteral("savedNew"));
    fresh->setShortcut(Qt::CTRL | Qt::Key_N);
    fresh->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_tree->addAction(fresh);
    connect(fresh, &QAction::triggered, this, [this] {
        setCurrent({});
        emit newRequested();
    });
    auto *copy
        = add("savedDuplicate", QStringLiteral("copy"), tr("&Duplicate"), Qt::CTRL | Qt::Key_D, &SavedList::duplicate);
    auto *gone = add("savedDelete", QStringLiteral("remove"), tr("De&lete…"), QKeySequence::Delete, &SavedList::remove);
    auto *up = add("savedUp", QStringLiteral("arrow-up"), tr("Move &up"), Qt::ALT | Qt::Key_Up, &SavedList::moveUp);
    auto *down = add("savedDown", QStringLiteral("arrow-down"), tr("Move do&wn"), Qt::ALT | Qt::Key_Down,
                     &SavedList::moveDown);
    auto *command = add("savedCommand", QString(), tr("&Copy as arbscope-cli command"), QKeySequence::Copy,
                        &SavedList::copyCommand);
    m_onCurrent = {copy, gone, up, down, command};
    auto *load = add("savedImport", QString(), tr("&Import from a file…"), {}, &SavedList::importFile);
    m_export = add("savedExport", QString(), tr("&Export to a file…"), {}, &SavedList::exportFile);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (QAction *action : {fresh, copy, gone, up, down}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *more = new QToolButton(this);
    more->setObjectName(QStringLiteral("savedMore"));
    more->setText(tr("More"));
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::TabFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->addActions({command, load, m_export});
    buttons->addWidget(more);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    column->addLayout(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &SavedList::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        updateActions();
        if (!m_filling)
            emit chosen(currentId());
    });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (const QString id = item->data(0, IdRole).toString(); !id.isEmpty())
            emit activated(id);
    });
    connect(&saved, &SavedConnections::changed, this, &SavedList::fill);
    fill();
}

QAction *SavedList::add(const char *name, const QString &icon, const QString &text, const QKeySequence &key,
                        void (SavedList::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut); // the tree's: Delete in a field is the field's
    m_tree->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

QString SavedList::currentId() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, IdRole).toString() : QString();
}

void SavedList::setCurrent(const QString &id)
{
    QTreeWidgetItem *found = nullptr;
    for (QTreeWidgetItemIterator each(m_tree); !id.isEmpty() && *each; ++each) {
        if ((*each)->data(0, IdRole).toString() == id)
            found = *each;
    }
    m_tree->setCurrentItem(found);
    if (!found)
        m_tree->clearSelection();
}

void SavedList::fill()
{
    const QString current = currentId();
    m_filling = true;
    m_tree->clear();
    QHash<QString, QTreeWidgetItem *> folders;
    for (const SavedConnection &connection : m_saved.list()) {
        QTreeWidgetItem *folder = nullptr;
        if (!connection.folder.isEmpty()) {
            folder = folders.value(connection.folder);
            if (!folder) {
                folder = new QTreeWidgetItem(m_tree, {displayLine(connection.folder, 80)});
                folder->setIcon(0, themedIcon(QStringLiteral("folder")));
                folder->setExpanded(true);
                folders.insert(connection.folder, folder);
            }
        }
        auto *item = folder ? new QTreeWidgetItem(folder) : new QTreeWidgetItem(m_tree);
        item->setText(0, displayLine(connection.target.title(), 80));
        item->setIcon(0, themedIcon(QStringLiteral("server")));
        item->setToolTip(0, plainToolTip(connection.target.display()));
        item->setData(0, IdRole, connection.id);
        item->setData(0, IdRole + 1, searchText(connection));
        showMark(item, connection.target.mark);
    }
    setCurrent(current);
    m_filling = false;
    filter(m_search->text());
    updateActions();
    if (currentId() != current)
        emit chosen(currentId());
}

void SavedList::filter(const QString &text)
{
    for (QTreeWidgetItemIterator each(m_tree); *each; ++each) {
        QTreeWidgetItem *item = *each;
        if (item->data(0, IdRole).isNull())
            continue;
        item->setHidden(!item->data(0, IdRole + 1).toString().contains(text.trimmed(), Qt::CaseInsensitive));
    }
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *folder = m_tree->topLevelItem(i);
        bool any = folder->childCount() == 0;
        for (int child = 0; child < folder->childCount(); ++child)
            any = any || !folder->child(child)->isHidden();
        if (folder->childCount() > 0)
            folder->setHidden(!any);
    }
}

void SavedList::updateActions()
{
    const bool any = !currentId().isEmpty();
    for (QAction *action : m_onCurrent)
        action->setEnabled(any);
    m_export->setEnabled(m_tree->topLevelItemCount() > 0);
}

void SavedList::duplicate()
{
    setCurrent(m_saved.duplicate(currentId()));
}

void SavedList::remove()
{
    const auto connection = m_saved.find(currentId());
    if (!connection)
        return;
    auto *question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("confirmDelete"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Question);
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Delete the saved connection %1?").arg(displayLine(connection->target.title(), 80)));
    question->setInformativeText(tr("Its password goes too. The store itself is not touched."));
    auto *yes = question->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("confirmDeleteButton"));
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(question, &QDialog::finished, this, [this, question, yes, id = connection->id] {
        if (question->clickedButton() == yes)
            m_saved.remove(id);
    });
    question->open();
}

void SavedList::moveUp()
{
    m_saved.move(currentId(), -1);
}

void SavedList::moveDown()
{
    m_saved.move(currentId(), 1);
}

void SavedList::importFile()
{
    m_files.chooseOpenFile(
        this, tr("Import Connections"), {}, tr("Connections (*.json);;All files (*)"), [this](const QString &path) {
            QFile file(path);
            const QString name = displayLine(QFileInfo(path).fileName(), 80);
            if (!file.open(QIODevice::ReadOnly)) {
                emit told(tr("%1 could not be read.").arg(name), file.errorString(), true);
                return;
            }
            const auto read = connectionsFromFile(file.read(LargestFile));
            if (!read) {
                emit told(tr("%1 could not be imported.").arg(name), read.error(), true);
                return;
            }
            const int added = m_saved.add(read->connections);
            const int known = int(read->connections.size()) - added;
            QStringList notes;
            if (known > 0)
                notes.append(tr("There already: %1.").arg(known));
            if (read->passwordsLeftOut > 0)
                notes.append(
                    tr("Passwords in the file, left out as no file keeps them: %1.").arg(read->passwordsLeftOut));
            emit told(tr("Connections imported: %1.").arg(added), notes.join(u'\n'), false);
        });
}

void SavedList::exportFile()
{
    m_files.chooseSaveFile(
        this, tr("Export Connections"), QDir::home().filePath(QStringLiteral("arbscope-connections.json")),
        tr("Connections (*.json)"), [this](const QString &path) {
            QSaveFile file(path);
            const QByteArray bytes = connectionsToFile(m_saved.list());
            const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
            const QString name = displayLine(QFileInfo(path).fileName(), 80);
            if (written)
                emit told(tr("Exported to %1, without passwords.").arg(name), {}, false);
            else
                emit told(tr("%1 could not be written.").arg(name), file.errorString(), true);
        });
}

void SavedList::copyCommand()
{
    const auto connection = m_saved.find(currentId());
    if (!connection)
        return;
    QGuiApplication::clipboard()->setText(cliCommand(connection->target));
    emit told(tr("Copied the command."), tr("It holds no password: arbscope-cli takes it from ARBSCOPE_PASSWORD."),
              false);
}

} // namespace arbscope
