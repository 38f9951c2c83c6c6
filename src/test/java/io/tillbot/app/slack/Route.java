package io.tillbot.app.slack;

/** The two ways in which Slack reaches the bot. */
enum Route {
  HTTP,
  SOCKET
}
