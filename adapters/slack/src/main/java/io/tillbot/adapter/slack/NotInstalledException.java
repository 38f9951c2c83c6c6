package io.tillbot.adapter.slack;

import java.io.IOException;

/** The app is not installed where somebody is: there is no token to speak to Slack with. */
final class NotInstalledException extends IOException {
  private static final long serialVersionUID = 1L;

  NotInstalledException() {
    super("the app is not installed in that workspace", null);
  }
}
