// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

class QMenu;

namespace arbscope {

class DetailModel;

/// The tree of a trade's members, with copying of a value, a name or a line.
class DetailTree final : public QTreeView
{
    Q_OBJECT
public:
    explicit DetailTree(DetailModel *model, QWidget *parent = nullptr);

    void selectMember(const QString &name); ///< no signal; nothing for a name that is not there

signals:
    void memberSelected(const QString &name); ///< by the person
    void filterMenuRequested(QMenu *menu, const QString &name); ///< to be filled for this value; empty: none

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void addCopyAction(const QString &text, const QKeySequence &keys, QString (DetailTree::*textOf)() const);
    [[nodiscard]] QString value() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString line() const;

    DetailModel *m_model;
    QMenu *m_filterMenu;
    bool m_selecting = false;
};

} // namespace arbscope
