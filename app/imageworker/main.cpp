// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Helper process that decodes photos for ImageWorkerPool.

#include "app/imageworker/serve.h"

int main(int argc, char* argv[])
{
    using namespace Forecourt;
    return runHelper(argc, argv,
                     {"forecourt-imageworker", "decodes photos for Forecourt.", [](const RenderRequest& request) {
                          return request.path.isEmpty() ? renderPhoto(request.bytes, request.name, request.recipe)
                                                        : renderPhotoFile(request.path, request.recipe);
                      }});
}
