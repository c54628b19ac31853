// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"

#include <QByteArray>
#include <QWidget>

#include <memory>

class QLabel;
class QMenu;
class QSplitter;
class QStackedLayout;

namespace arbscope {

class DetailModel;
class DetailTree;
class FileChooser;
class MarkBook;
class RawPane;
class TimeDisplay;
class VerdictBox;

/// One trade in full: the tree of its members on the left, the stored texts on the right. Selecting a member in one
/// selects it in the other.
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    /// `files` answers "where to" when a raw text is saved. Both live longer than the pane.
    explicit DetailPane(const TimeDisplay &times, FileChooser &files, QWidget *parent = nullptr);
    ~DetailPane() override;

    void showTrade(const QByteArray &server, std::shared_ptr<const StoredTrade> trade, bool indexed = true);
    /// No trade: `text` in the middle ("Select a trade…").
    void showPlaceholder(const QString &text);
    [[nodiscard]] const std::shared_ptr<const StoredTrade> &trade() const { return m_trade; } ///< null: none
    void setMarks(const MarkBook &marks); ///< shown in the heading; lives longer than the pane

    [[nodiscard]] QByteArray saveState() const; ///< the splitter and the columns' widths
    void restoreState(const QByteArray &state);

signals:
    void filterMenuRequested(QMenu *menu, const QString &name); ///< to be filled for this value of trade()
    void memberSelected(const QString &name); ///< JSON name of the member, in whichever side

private:
    void updateHeading();
    void updateNote();
    void addCopyMenu();
    void select(const QString &name);

    const TimeDisplay &m_times;
    QByteArray m_server;
    std::shared_ptr<const StoredTrade> m_trade;
    QStackedLayout *m_stack;
    QLabel *m_placeholder;
    QLabel *m_heading;
    QLabel *m_place;
    QLabel *m_note; ///< what a person wrote
    const MarkBook *m_marks = nullptr;
    VerdictBox *m_verdict;
    QSplitter *m_splitter;
    DetailModel *m_model;
    DetailTree *m_tree;
    RawPane *m_raw;
};

} // namespace arbscope
