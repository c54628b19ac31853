// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/guide/guidetext.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QToolButton;

namespace arbscope {

class GuidePage;

/// The guide in a window of its own: contents, search, back and forward. Esc closes it.
class GuideWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit GuideWindow(QWidget *parent = nullptr);

    void setChapters(std::vector<GuideChapter> chapters);
    void showChapter(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search(const QString &text);
    void findNext(); ///< in this chapter, then in those that follow
    void showPlace(const QString &id);

    QLineEdit *m_search;
    QListWidget *m_contents;
    GuidePage *m_page;
};

} // namespace arbscope
