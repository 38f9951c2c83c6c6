package io.tillbot.adapter.slack;

import java.util.Map;

/**
 * What goes back to Slack, for whichever HTTP server the request came through.
 *
 * @param headers by their names, one value each
 * @param body UTF-8 text; may hold account data
 */
public record SlackResponse(int status, Map<String, String> headers, String body) {
  private static final String CONTENT_TYPE = "Content-Type";

  public SlackResponse {
    headers = Map.copyOf(headers);
  }

  static SlackResponse of(int status, String contentType, String body) {
    return new SlackResponse(status, Map.of(CONTENT_TYPE, contentType), body);
  }

  /** A status that says it all. */
  static SlackResponse bare(int status) {
    return of(status, "text/plain; charset=utf-8", "");
  }

  @Override
  public String toString() {
    return "SlackResponse[" + status + "]";
  }
}
