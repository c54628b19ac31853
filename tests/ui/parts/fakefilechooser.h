// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/filechooser.h"

namespace arbscope::test {

/// Answers at once, in a person's place; an empty path: the person gave up.
class FakeFileChooser final : public FileChooser
{
public:
    QString answer;
    QString suggested;

    void chooseSaveFile(QWidget *, const QString &, const QString &path, const QString &, Answer reply) override
    {
        give(path, reply);
    }
    void chooseOpenFile(QWidget *, const QString &, const QString &path, const QString &, Answer reply) override
    {
        give(path, reply);
    }

private:
    void give(const QString &path, const Answer &reply)
    {
        suggested = path;
        if (!answer.isEmpty())
            reply(answer);
    }
};

} // namespace arbscope::test
