// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/selectionwork.h"

#include <QObject>

#include <memory>

namespace arbscope {

class StoreSession;
class TradeFeed;
class TradeList;
class TradeTableModel;

/// Selects the same trades again, by their order ids, when the list has got others or another order. However many they
/// are, up to a million; these are found in pieces, away from the window's thread.
class SelectionKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 MostKept = 1'000'000; ///< but all of a list, which are all again

    struct Parts
    {
        StoreSession &session;
        TradeFeed &feed;
        const TradeTableModel &model;
        TradeList &list;
    };
    explicit SelectionKeeper(const Parts &parts, QObject *parent = nullptr);

private:
    void remember();
    void find();
    void findOn(const std::shared_ptr<SelectionMove> &move);
    void select(SelectionMove &move);
    void forget();

    Parts m_parts;
    std::shared_ptr<const SelectionMove> m_kept; ///< what to select, until that is done; null: nothing
    quint64 m_generation = 0; ///< of the way there
    bool m_all = false;
};

} // namespace arbscope
