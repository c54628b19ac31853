// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;

namespace arbscope {

class Banner;
class FilterBar;
class FindBar;
class MessagePage;
class OrphanFeed;
class ServerDirectory;
class StoreFlow;
class StoreSession;
class TradeFeed;
class TradeList;
class TradeTableModel;
class WindowActions;
struct RedisError;

/// The centre of the window while a store is open: banners above the trade list, or in the list's place why there is
/// nothing to show and what to do about it.
class ListPage final : public QWidget
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        ServerDirectory &directory;
        TradeFeed &feed;
        OrphanFeed &orphans;
        TradeTableModel &model;
        StoreFlow &flow;
        WindowActions &actions;
    };
    explicit ListPage(const Parts &parts, QWidget *parent = nullptr);

    [[nodiscard]] FilterBar &filterBar() { return *m_filter; }
    [[nodiscard]] FindBar &findBar() { return *m_find; }
    [[nodiscard]] TradeList &list() { return *m_list; }
    [[nodiscard]] MessagePage &message()
    {
        return *m_message;
    } ///< in the list's place; the page's focus goes to either
    [[nodiscard]] Banner &sorting() { return *m_sorting; }
    [[nodiscard]] Banner &notice() { return *m_notice; } ///< for what the user asked for: exports
    void setFiltering(bool filtering, qint64 outOf); ///< the list shows what a filter leaves of so many trades
    void setServersKnown(bool any) { m_anyServers = any; } ///< after a listing; see showState()
    void showState();
    [[nodiscard]] bool hasFailed() const { return m_failed; } ///< the index of the server shown cannot be read

private:
    void showSession();
    void showFailure(const RedisError &error);
    bool showMessageForStore();

    Parts m_parts;
    FilterBar *m_filter;
    FindBar *m_find;
    Banner *m_connection;
    Banner *m_notice;
    Banner *m_sorting;
    QStackedWidget *m_stack;
    MessagePage *m_message;
    TradeList *m_list;
    bool m_filtering = false;
    qint64 m_outOf = 0;
    bool m_anyServers = true;
    bool m_failed = false; ///< the server shown cannot be read; the banner says why
};

} // namespace arbscope
