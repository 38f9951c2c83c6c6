package io.tillbot.adapter.web;

import static io.tillbot.core.link.LinkScene.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes too often, and by what a client is known. */
class LinkLimitTest {

  @Test
  void whoComesTooOftenIsToldWhenToComeAgainAndThePageStays() {
    try (Visitor visitor = new Visitor()) {
      String page = visitor.open(ANN);

      HttpResponse<String> answer = visitor.tooSoon(page);

      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("2");
      assertThat(answer.body()).contains("link-page.too-soon-how(2)");
      assertThat(visitor.get(page).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyRequestIsCountedAlsoForPagesThatNeverWere() {
    try (Visitor visitor = new Visitor()) {
      visitor.get("/link/never-was");
      visitor.method("PUT", "/link/never-was");
      visitor.post("/link/never-was", "x");

      assertThat(visitor.counted()).containsExactly("127.0.0.1", "127.0.0.1", "127.0.0.1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 203.0.113.7 | 127.0.0.1",
        "1 | 203.0.113.7 | 203.0.113.7",
        "1 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
        "2 | 198.51.100.1, 203.0.113.7 | 198.51.100.1",
        "2 | 192.0.2.1, 198.51.100.1, 203.0.113.7 | 198.51.100.1",
        "2 | 203.0.113.7 | 127.0.0.1",
        "1 | <script> | unknown",
        "1 | 2001:db8:1:2:3:4:5:6 | 2001:0db8:0001:0002::/64",
        "1 | 2001:db8:1:2::ffff | 2001:0db8:0001:0002::/64",
        "1 | ::::: | unknown"
      })
  void aClientIsWhoOurOwnProxiesHaveSeenAndNobodyElse(int proxies, String said, String counted) {
    try (Visitor visitor = new Visitor("https://bot.example.com/", proxies)) {
      visitor.get("/link/never-was", "X-Forwarded-For", said);

      assertThat(visitor.counted()).containsExactly(counted);
    }
  }
}
