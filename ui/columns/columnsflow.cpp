// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/columnsflow.h"

#include "ui/columns/columnchooser.h"
#include "ui/dialogs/namedialog.h"
#include "ui/list/tradelist.h"
#include "ui/preferences/keybindings.h"
#include "ui/settings/keys.h"
#include "ui/store/storeflow.h"
#include "ui/store/storesession.h"
#include "ui/text/displaytext.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QActionGroup>

#include <algorithm>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int SaveMs = 400; ///< after the last change

QString actionName(const QString &presetId)
{
    return u"ownColumns_"_s + presetId;
}

} // namespace

ColumnsFlow::ColumnsFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(SaveMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &ColumnsFlow::save);
    connect(&parts.list, &TradeList::columnsEdited, this, [this] {
        m_saveTimer.start();
        showState();
    });
    connect(&parts.list, &TradeList::chooserRequested, this, &ColumnsFlow::choose);
    const WindowActions &actions = parts.actions;
    connect(actions.columns, &QAction::triggered, this, &ColumnsFlow::choose);
    connect(actions.presets, &QActionGroup::triggered, this, [this](const QAction *chosen) {
        const std::vector<ColumnPreset> all = presets();
        const auto preset = std::ranges::find(all, chosen->data().toString(), &ColumnPreset::id);
        if (preset != all.end())
            apply(preset->columns);
    });
    connect(actions.savePreset, &QAction::triggered, this, [this] {
        askForName(tr("Save the Columns as a Preset"), {}, [this](const QString &name) { savePreset(name); });
    });
    connect(actions.renamePreset, &QAction::triggered, this, [this] {
        const QString id = shownPreset();
        const std::vector<ColumnPreset> own = ownPresets();
        const auto preset = std::ranges::find(own, id, &ColumnPreset::id);
        if (preset != own.end())
            askForName(tr("Rename the Preset"), preset->name,
                       [this, id](const QString &name) { renamePreset(id, name); });
    });
    connect(actions.deletePreset, &QAction::triggered, this, [this] { deletePreset(shownPreset()); });
    connect(actions.freezeColumns, &QAction::triggered, this, [this] {
        if (m_parts.list.currentIndex().isValid())
            m_parts.list.freezeUpTo(m_parts.list.currentIndex().column());
    });
    connect(actions.unfreezeColumns, &QAction::triggered, this, [this] { m_parts.list.setFrozen(0); });
    fillMenu();
}

std::vector<ColumnPreset> ColumnsFlow::ownPresets() const
{
    return presetsFromList(m_parts.settings.value(keys::ColumnPresets));
}

std::vector<ColumnPreset> ColumnsFlow::presets() const
{
    std::vector<ColumnPreset> all = shippedPresets();
    for (ColumnPreset &own : ownPresets())
        all.push_back(std::move(own));
    return all;
}

void ColumnsFlow::setOwnPresets(const std::vector<ColumnPreset> &own)
{
    m_parts.settings.setValue(keys::ColumnPresets, presetsToList(own));
    fillMenu();
    showState();
}

void ColumnsFlow::fillMenu()
{
    const std::vector<ColumnPreset> own = ownPresets();
    for (QAction *action : m_parts.actions.presets->actions()) {
        const QString id = action->data().toString();
        if (!isOwnPreset(id) || std::ranges::find(own, id, &ColumnPreset::id) != own.end())
            continue;
        m_parts.settings.remove(KeyBindings::settingOf(action));
        delete action;
    }
    for (const ColumnPreset &preset : own) {
        const QString text = displayLine(preset.name, 60).replace(u'&', u"&&"_s);
        const QList<QAction *> known = m_parts.actions.presets->actions();
        const auto same = std::ranges::find(known, preset.id, [](const QAction *a) { return a->data().toString(); });
        if (same != known.end()) {
            (*same)->setText(text);
            continue;
        }
        QAction *action = m_parts.actions.addPreset(actionName(preset.id), text);
        action->setData(preset.id);
    }
}

QString ColumnsFlow::shownPreset() const
{
    const std::vector<ColumnState> shown = m_parts.list.columns();
    // The last one: who has saved what a shipped one shows means his own.
    QString id;
    for (const ColumnPreset &preset : presets()) {
        if (showTheSame(preset.columns, shown))
            id = preset.id;
    }
    return id;
}

void ColumnsFlow::showState()
{
    const QString shown = shownPreset();
    for (QAction *action : m_parts.actions.presets->actions())
        action->setChecked(action->data().toString() == shown);
    m_parts.actions.renamePreset->setEnabled(isOwnPreset(shown));
    m_parts.actions.deletePreset->setEnabled(isOwnPreset(shown));
    m_parts.actions.unfreezeColumns->setEnabled(m_parts.list.frozenCount() > 0);
}

void ColumnsFlow::apply(const std::vector<ColumnState> &columns)
{
    m_parts.list.setColumns(columns);
    save();
    showState();
}

QString ColumnsFlow::store() const
{
    const auto target = m_parts.session.target();
    return target && !m_parts.store.isPrivate() ? target->display() : QString();
}

void ColumnsFlow::restore()
{
    if (m_saveTimer.isActive()) // the last change was in the store before this one
        saveFor(m_shownStore);
    m_shownStore = store();
    QByteArray columns;
    if (!m_shownStore.isEmpty())
        columns = m_parts.store.recent().columnState(m_shownStore);
    if (columns.isEmpty())
        columns = m_parts.settings.value(keys::Columns);
    m_parts.list.setColumns(columnStateFromBytes(columns));
    showState();
}

void ColumnsFlow::save()
{
    saveFor(store());
}

void ColumnsFlow::saveFor(const QString &store)
{
    m_saveTimer.stop();
    const QByteArray columns = columnStateToBytes(m_parts.list.columns());
    m_parts.settings.setValue(keys::Columns, columns);
    if (!store.isEmpty())
        m_parts.store.recent().setColumnState(store, columns);
}

void ColumnsFlow::reset()
{
    apply(defaultColumnState());
}

void ColumnsFlow::choose()
{
    auto *chooser = new ColumnChooser(m_parts.list.columns(), &m_parts.window);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setPresets(presets());
    connect(chooser, &ColumnChooser::columnsChanged, this, &ColumnsFlow::apply);
    chooser->open();
}

void ColumnsFlow::askForName(const QString &title, const QString &name,
                             const std::function<void(const QString &)> &named)
{
    auto *dialog = new NameDialog(title, name, &m_parts.window);
    dialog->setObjectName(u"presetDialog"_s);
    connect(dialog, &NameDialog::named, this, named);
    dialog->open();
}

void ColumnsFlow::savePreset(const QString &name)
{
    std::vector<ColumnPreset> own = ownPresets();
    const std::vector<ColumnState> columns = m_parts.list.columns();
    if (const auto same = std::ranges::find(own, name, &ColumnPreset::name); same != own.end()) {
        same->columns = columns;
    } else {
        int id = 1;
        for (const ColumnPreset &preset : own)
            id = std::max(id, preset.id.toInt() + 1);
        own.push_back({QString::number(id), name, columns});
    }
    setOwnPresets(own);
}

void ColumnsFlow::renamePreset(const QString &id, const QString &name)
{
    std::vector<ColumnPreset> own = ownPresets();
    std::erase_if(own, [&](const ColumnPreset &preset) { return preset.name == name && preset.id != id; });
    if (const auto preset = std::ranges::find(own, id, &ColumnPreset::id); preset != own.end())
        preset->name = name;
    setOwnPresets(own);
}

void ColumnsFlow::deletePreset(const QString &id)
{
    std::vector<ColumnPreset> own = ownPresets();
    std::erase_if(own, [&id](const ColumnPreset &preset) { return preset.id == id; });
    setOwnPresets(own);
}

} // namespace arbscope
