// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>

class QAbstractItemView;

namespace arbscope {

/// What a person looks at in a view whose rows tell IdentityRole: kept over a reset of its model. Of a tree it also
/// keeps what is closed; new branches come open.
class ViewPlace
{
public:
    /// Looks at the view now.
    explicit ViewPlace(const QAbstractItemView &view);
    void restore(QAbstractItemView &view) const;

private:
    QString m_top; ///< identity path of the row at the upper edge
    int m_offset = 0; ///< pixels that it begins above the edge
    int m_left = 0; ///< of the horizontal scroll bar
    QString m_current;
    int m_currentColumn = 0;
    QSet<QString> m_selected; ///< each a path, a blank and a column
    QStringList m_closed;
};

} // namespace arbscope
