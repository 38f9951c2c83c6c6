package io.tillbot.adapter.store;

import io.tillbot.core.access.Workspace;

/** The people of a workspace, as owners of rows. */
final class People {
  private People() {}

  /** With what the keys of all of them begin, and nobody else's. */
  static String of(Workspace workspace) {
    return workspace.key() + "/";
  }
}
