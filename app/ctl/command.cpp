// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"

namespace Forecourt {

std::vector<Command> allCommands()
{
    std::vector<Command> all;
    for (auto* group :
         {serverCommands, vehicleReadingCommands, vehicleEditingCommands, vehicleImportCommands, photoReadingCommands,
          photoEditingCommands, photoCheckingCommands, searchCommands, outboxCommands, conflictCommands})
        for (Command& command : group())
            all.push_back(std::move(command));
    return all;
}

}  // namespace Forecourt
