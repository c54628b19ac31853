// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace arbscope {

class GuideWindow;
class WindowActions;

/// Opens the guide, at the chapter of the panel that has the focus.
class GuideFlow final : public QObject
{
    Q_OBJECT
public:
    GuideFlow(WindowActions &actions, QMainWindow &window);

private:
    void showGuide();

    WindowActions &m_actions;
    QMainWindow &m_window;
    QPointer<GuideWindow> m_guide;
};

} // namespace arbscope
