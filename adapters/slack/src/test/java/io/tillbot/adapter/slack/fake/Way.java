package io.tillbot.adapter.slack.fake;

/** How Slack reaches the app: by HTTP or by a socket that the app opened. */
public interface Way {
  /** For file names: {@code http} or {@code socket}. */
  String name();

  /** Delivers, and waits for the acknowledgement as long as Slack does. */
  Acknowledgement deliver(Delivery delivery);
}
