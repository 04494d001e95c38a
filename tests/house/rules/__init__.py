# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""House rules. Each module here has `check(root)`, which returns one line per breach."""
