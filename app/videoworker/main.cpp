// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Helper process that finds a frame of a video and its length for ImageWorkerPool.

#include "app/imageworker/serve.h"
#include "models/gallery/videodecoder.h"

int main(int argc, char* argv[])
{
    using namespace Forecourt;
    return runHelper(argc, argv,
                     {"forecourt-videoworker", "finds a frame of a video for Forecourt.",
                      [](const RenderRequest& request) { return renderVideoFile(request.path); }});
}
