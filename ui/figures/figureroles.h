// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace arbscope {

/// What the models of figures tell beside Qt's roles.
enum FigureRole {
    ExactRole = Qt::UserRole, ///< QString: all digits, for files; empty for what is not known
    FilterRole, ///< QString: chooses the trades that the cell is of; empty or invalid: there is none
    IdentityRole, ///< QString: the same for the same row of later figures
};

} // namespace arbscope
