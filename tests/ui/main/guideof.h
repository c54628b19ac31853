// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/main/windowfixture.h"
#include "ui/guide/guidetext.h"
#include "ui/window/windowactions.h"

#include <vector>

namespace arbscope::test {

/// The guide as the window shows it, in the language that is installed.
[[nodiscard]] inline std::vector<GuideChapter> chaptersOf(WindowFixture &fixture)
{
    return guideChapters(fixture.window().findChild<WindowActions *>()->groups());
}

} // namespace arbscope::test
