package io.tillbot.adapter.sandbox.http;

import io.tillbot.adapter.sandbox.answer.Rendered;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers that are none. */
final class Breakage {

  private static final String HTML = "text/html; charset=utf-8";

  private Breakage() {}

  static Rendered serverError(int status) {
    return new Rendered(status, "text/plain; charset=utf-8", new byte[0]);
  }

  static Rendered html(int status) {
    String page =
        """
        <!DOCTYPE html>
        <html><head><title>%1$d</title></head>
        <body><center><h1>%1$d</h1></center><hr><center>nginx</center></body></html>
        """
            .formatted(status);
    return new Rendered(status, HTML, page.getBytes(StandardCharsets.UTF_8));
  }

  static Rendered half(Rendered whole) {
    byte[] body = Arrays.copyOf(whole.body(), whole.body().length / 2);
    return new Rendered(whole.status(), whole.type(), body);
  }
}
