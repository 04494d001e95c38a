// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/singlekeys.h"

#include <QKeyEvent>

namespace Forecourt {

namespace {

bool singleKeysOn = true;

}  // namespace

bool SingleKeys::areOn()
{
    return singleKeysOn;
}

void SingleKeys::setOn(bool on)
{
    singleKeysOn = on;
}

bool SingleKeys::isPressed(const QKeyEvent& event, int letter)
{
    return singleKeysOn && event.key() == letter &&
           (event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier);
}

}  // namespace Forecourt
