// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/guide/guidetext.h"

#include <QImage>
#include <QTextBrowser>

namespace arbscope {

/// Shows one chapter of the guide at a time; links lead to others, back and forward as in a browser.
class GuidePage final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit GuidePage(QWidget *parent = nullptr);

    void setChapters(std::vector<GuideChapter> chapters); ///< stays where it is
    [[nodiscard]] const std::vector<GuideChapter> &chapters() const { return m_chapters; }
    void showChapter(const QString &id);
    [[nodiscard]] const QString &chapter() const { return m_chapter; } ///< its id; empty: none yet
    void mark(const QString &text); ///< every place where it stands; empty: none

signals:
    void chapterShown(const QString &id);

protected:
    QVariant loadResource(int type, const QUrl &url) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();
    [[nodiscard]] QImage picture(const QString &name) const;

    std::vector<GuideChapter> m_chapters;
    QString m_chapter;
    QString m_marked;
};

} // namespace arbscope
