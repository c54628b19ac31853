// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/columns/columnpresets.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

class QWidget;

namespace arbscope {

class Settings;
class StoreFlow;
class StoreSession;
class TradeList;
class WindowActions;

/// The list's columns: presets, the chooser, freezing, and remembering them for each store. A person's own presets can
/// be had in every store.
class ColumnsFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        StoreFlow &store;
        TradeList &list;
        Settings &settings;
        WindowActions &actions;
        QWidget &window;
    };
    explicit ColumnsFlow(const Parts &parts);

    void restore(); ///< those of the store that is open
    void save();
    void reset(); ///< as they were at first
    void choose(); ///< the dialog

private:
    [[nodiscard]] std::vector<ColumnPreset> presets() const; ///< shipped ones first
    [[nodiscard]] std::vector<ColumnPreset> ownPresets() const;
    void setOwnPresets(const std::vector<ColumnPreset> &own);
    void fillMenu();
    void showState(); ///< which preset is shown, what can be done
    [[nodiscard]] QString store() const; ///< whose columns are kept; empty: none, or a private one
    void saveFor(const QString &store);
    void apply(const std::vector<ColumnState> &columns);
    void askForName(const QString &title, const QString &name, const std::function<void(const QString &)> &named);
    void savePreset(const QString &name);
    void renamePreset(const QString &id, const QString &name);
    void deletePreset(const QString &id);
    [[nodiscard]] QString shownPreset() const; ///< id; empty: none of them

    Parts m_parts;
    QTimer m_saveTimer;
    QString m_shownStore; ///< store() when its columns were restored
};

} // namespace arbscope
