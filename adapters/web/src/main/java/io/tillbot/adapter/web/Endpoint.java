package io.tillbot.adapter.web;

import java.util.List;
import java.util.Map;

/**
 * A POST address and what answers there. The body is handed on exactly as it came, since platforms
 * sign their bytes.
 *
 * @param path such as {@code /slack/events}
 */
public record Endpoint(String path, Handler handler) implements Mounted {
  public Endpoint {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path starts with a slash: " + path);
    }
  }

  /** Answers a request; runs on a virtual thread and may block. */
  @FunctionalInterface
  public interface Handler {
    Answer answer(Map<String, List<String>> headers, byte[] body);
  }

  /** What is answered. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
      headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }
}
