package io.tillbot.adapter.web;

import static io.tillbot.core.link.LinkScene.ANN;
import static io.tillbot.core.link.LinkScene.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every answer of the page carries, whatever its status. */
class LinkHeadersTest {
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  @Test
  void everyAnswerForbidsAllThatThePageDoesNotNeed() {
    try (Visitor visitor = new Visitor()) {
      String page = visitor.open(ANN);
      List<HttpResponse<String>> answers =
          List.of(
              visitor.get(page),
              visitor.method("HEAD", page),
              visitor.get(page + "/ru"),
              visitor.get("/link/never-was"),
              visitor.method("PUT", page),
              visitor.post(page, "x".repeat(20_000)),
              visitor.post(page, visitor.form(page, "no key at all")),
              visitor.send(visitor.open(ANN), KEY),
              visitor.tooSoon(page));

      assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 303, 404, 405, 413);
      assertThat(answers)
          .allSatisfy(
              answer -> {
                assertThat(header(answer, "Content-Security-Policy"))
                    .startsWith("default-src 'none'; style-src 'sha256-")
                    .endsWith("; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                    .doesNotContain("unsafe");
                assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
                assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
                assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
                assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
                assertThat(header(answer, "X-Robots-Tag")).contains("noindex");
                assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
                assertThat(header(answer, "Strict-Transport-Security"))
                    .isEqualTo("max-age=31536000");
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(answer.headers().firstValue("Server")).isEmpty();
              });
    }
  }

  @Test
  void theStyleIsTheOneThatThePolicyNamesAndThereIsNothingElseToRun() throws Exception {
    try (Visitor visitor = new Visitor()) {
      HttpResponse<String> answer = visitor.get(visitor.open(ANN));
      Matcher style = STYLE.matcher(answer.body());
      assertThat(style.find()).isTrue();
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(style.group(1).getBytes(StandardCharsets.UTF_8));

      assertThat(header(answer, "Content-Security-Policy"))
          .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
      assertThat(answer.body())
          .doesNotContain("<script", "<link", "<img", " style=", " onclick", "javascript:", "http");
    }
  }

  @Test
  void onALoopbackAddressNoBrowserIsBoundToHttps() {
    try (Visitor visitor = new Visitor("http://127.0.0.1:8080/")) {
      assertThat(visitor.get(visitor.open(ANN)).headers().firstValue("Strict-Transport-Security"))
          .isEmpty();
    }
  }

  @Test
  void whatAnIdMayHoldIsEscaped() {
    // Nothing that a caller's id may hold is markup; the page must not rely on that.
    String html =
        new PageTemplate()
            .html(
                Map.of(
                    "language", "en",
                    "title", "<script>alert(1)</script>",
                    "footer", "\"'&<>",
                    "paragraphs", List.of("<b>")));
    assertThat(html)
        .doesNotContain("<script>", "<b>")
        .contains("&lt;script&gt;", "&lt;b&gt;", "&quot;");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
