// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actiontext.h"

#include <vector>

namespace arbscope {

/// A page of the guide, in Markdown (GitHub's): resources/guide, in the window's language where there is such a page,
/// with what the program knows filled in: members and derived values, and the keys as they are now.
struct GuideChapter
{
    QString id; ///< what links lead to, "#filters"; the same in every language
    QString title;
    QString text; ///< with its title; pictures have addresses like "picture:plots"
};

[[nodiscard]] std::vector<GuideChapter> guideChapters(const std::vector<ActionGroup> &groups);
/// The whole guide as one page, docs/guide.md.
[[nodiscard]] QString guidePage(const std::vector<GuideChapter> &chapters);
/// Every filter that the guide gives as an example.
[[nodiscard]] QStringList guideExamples(const std::vector<GuideChapter> &chapters);

} // namespace arbscope
