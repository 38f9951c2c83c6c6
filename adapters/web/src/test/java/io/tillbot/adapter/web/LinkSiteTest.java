package io.tillbot.adapter.web;

import static io.tillbot.core.link.LinkScene.ANN;
import static io.tillbot.core.link.LinkScene.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.request.ReadRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over real HTTP: what it serves, and what it refuses. */
class LinkSiteTest {
  private static final int SENDERS = 16;
  private static final ApiResult<Object> NO = new ApiResult.NotAuthorized<>("no");

  private final Visitor visitor = new Visitor();

  @AfterEach
  void stop() {
    visitor.close();
  }

  @Test
  void thePageNamesWhoWillBeLinkedOnEachPlatform() {
    assertThat(visitor.get(visitor.open(ANN)).body())
        .contains("link-page.who.slack(U012AB3CD, T012AB3CD)");
    assertThat(
            visitor
                .get(visitor.open(new Caller(Platform.DISCORD, null, "80351110224678912")))
                .body())
        .contains("link-page.who.discord(80351110224678912)");
    assertThat(visitor.get(visitor.open(Caller.local("ann"))).body())
        .contains("link-page.who.console(ann)");
  }

  @Test
  void theWholeWayEndsWithALinkedCaller() {
    String page = visitor.open(ANN);

    HttpResponse<String> answer = visitor.send(page, KEY);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("s…@example.com").doesNotContain(KEY);
    visitor.scene.say(ANN, "/billing link-code " + Visitor.code(answer));
    assertThat(visitor.scene.vault.links(ANN)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void whoeverOnlyLooksUsesNothingUp(String method) {
    String page = visitor.open(ANN);
    for (int n = 0; n < 20; n++) {
      HttpResponse<String> answer = visitor.method(method, page);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body().isEmpty()).isEqualTo(method.equals("HEAD"));
    }

    assertThat(visitor.send(page, KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void ofManyFormsThatAreSentTogetherOneIsTaken() throws Exception {
    String page = visitor.open(ANN);
    String form = visitor.form(page, KEY);
    List<Callable<Integer>> senders =
        Collections.nCopies(SENDERS, () -> visitor.post(page, form).statusCode());

    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> one : threads.invokeAll(senders)) {
        statuses.add(one.get());
      }
    }

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 404).hasSize(SENDERS - 1);
    assertThat(visitor.scene.billing.opened()).hasSize(1);
  }

  @Test
  void usedExpiredReplacedAndInventedPagesCannotBeToldApart() {
    String used = visitor.open(ANN);
    visitor.send(used, KEY);
    String replaced = visitor.open(ANN);
    String expired = visitor.open(ANN);
    visitor.scene.clock.pass(Duration.ofMinutes(10));

    List<HttpResponse<String>> answers =
        List.of(
            visitor.get(used),
            visitor.get(replaced),
            visitor.get(expired),
            visitor.get("/link/abcdefghijklmnopqrstuvwx"),
            visitor.get("/link/x"),
            visitor.get("/link/x/ru-but-odd"),
            visitor.post(expired, visitor.form(expired, KEY)));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(404));
    assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
  }

  @Test
  void whatIsNotAcceptedLeadsToAnotherPageThatSaysSo() {
    visitor.scene.billing.on(ReadRequest.GetClient.class, NO);
    String page = visitor.open(ANN);

    HttpResponse<String> answer = visitor.send(page, KEY);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.body()).isEmpty();
    String next = visitor.location(page, answer);
    assertThat(next).isNotEqualTo(page);
    assertThat(visitor.get(next).body())
        .contains("link-page.not-accepted")
        .contains("link-page.tries-left(4)")
        .doesNotContain(KEY);
    assertThat(visitor.get(page).statusCode()).isEqualTo(404);
    assertThat(visitor.send(next, KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void afterFiveInVainItIsOver() {
    visitor.scene.billing.always(ReadRequest.GetClient.class, NO);
    String page = visitor.open(ANN);
    for (int n = 0; n < 4; n++) {
      page = visitor.location(page, visitor.send(page, KEY));
    }

    HttpResponse<String> last = visitor.send(page, KEY);

    assertThat(last.statusCode()).isEqualTo(422);
    assertThat(last.body()).contains("link-page.too-many");
    assertThat(visitor.get(page).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, anything",
    "Origin, https://evil.example.com",
    "Origin, http://bot.example.com",
    "Origin, https://bot.example.com.evil.example",
    "Origin, https://bot.example.com:8443"
  })
  void aFormFromAnotherSiteIsRefusedAndUsesNothingUp(String header, String value) {
    String page = visitor.open(ANN);

    HttpResponse<String> answer = visitor.post(page, visitor.form(page, KEY), header, value);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(visitor.scene.billing.opened()).isEmpty();
    assertThat(visitor.get(page).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin",
    "Sec-Fetch-Site, none",
    "Origin, https://bot.example.com",
    "Origin, null"
  })
  void thePagesOwnFormIsTaken(String header, String value) {
    String page = visitor.open(ANN);

    assertThat(visitor.post(page, visitor.form(page, KEY), header, value).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFormWithoutItsTokenIsRefusedAndUsesNothingUp() {
    String page = visitor.open(ANN);
    String own = visitor.form(page, KEY);

    assertThat(visitor.post(page, own.replaceFirst("form=[^&]+", "form=guessed")).statusCode())
        .isEqualTo(403);
    assertThat(visitor.post(page, own.replaceFirst("form=[^&]+&", "")).statusCode()).isEqualTo(400);
    assertThat(visitor.post(page, own + "&form=twice").statusCode()).isEqualTo(400);
    assertThat(visitor.post(page, "%ZZ=%ZZ&" + own).statusCode()).isBetween(200, 400);
    assertThat(visitor.scene.billing.opened()).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/json"})
  void anotherKindOfBodyIsRefused(String type) {
    String page = visitor.open(ANN);

    assertThat(visitor.post(page, visitor.form(page, KEY), "Content-Type", type).statusCode())
        .isEqualTo(415);
    assertThat(visitor.scene.billing.opened()).isEmpty();
  }

  @Test
  void aBodyThatIsTooLongIsRefusedAlsoWithoutALength() {
    String page = visitor.open(ANN);
    String tooLong = visitor.form(page, "x".repeat(17 * 1024));

    assertThat(visitor.post(page, tooLong).statusCode()).isEqualTo(413);
    assertThat(visitor.postInPieces(page, tooLong).statusCode()).isEqualTo(413);
    assertThat(visitor.scene.billing.opened()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS"})
  void otherMethodsAreNotAllowed(String method) {
    String page = visitor.open(ANN);

    HttpResponse<String> answer = visitor.method(method, page);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST");
    assertThat(visitor.get(page).statusCode()).isEqualTo(200);
  }

  @Test
  void theLanguageIsTheBrowsersUnlessOneIsChosen() {
    String page = visitor.open(ANN);

    assertThat(visitor.get(page, "Accept-Language", "ru-RU,ru;q=0.9,en;q=0.8").body())
        .contains("<html lang=\"ru\">");
    assertThat(visitor.get(page, "Accept-Language", "de,fr;q=0.5").body())
        .contains("<html lang=\"en\">");
    assertThat(visitor.get(page, "Accept-Language", ";;;q=x").body())
        .contains("<html lang=\"en\">");
    assertThat(visitor.get(page + "/ru", "Accept-Language", "en").body())
        .contains("<html lang=\"ru\">")
        .contains("href=\"en\"");
    assertThat(visitor.get(page).body()).contains("href=\"" + Visitor.id(page) + "/ru\"");
    assertThat(visitor.get(page + "/de").statusCode()).isEqualTo(404);
  }

  @Test
  void theChosenLanguageStaysAfterAFailure() {
    visitor.scene.billing.on(ReadRequest.GetClient.class, NO);
    String page = visitor.open(ANN) + "/ru";

    String next = visitor.location(page, visitor.send(page, KEY));

    assertThat(next).endsWith("/ru");
    assertThat(visitor.get(next).body()).contains("link-page.not-accepted");
  }

  @Test
  void whenTheStoreFailsThePageSaysSoAndTheLogDoesNotSayWhich() {
    String page = visitor.open(ANN);
    visitor.scene.store.fillUp();
    visitor.scene.billing.on(ReadRequest.GetClient.class, NO);

    HttpResponse<String> answer = visitor.send(page, KEY);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("link-page.failed").doesNotContain(KEY);
  }

  @Test
  void theLogNamesRoutesAndHoldsNoSecret() {
    try (AllLogs logs = new AllLogs()) {
      visitor.scene.billing.on(ReadRequest.GetClient.class, NO);
      String page = visitor.open(ANN);
      visitor.get(page);
      String form = visitor.form(page, KEY);
      String next = visitor.location(page, visitor.post(page, form));
      HttpResponse<String> accepted = visitor.send(next + "/ru", KEY);
      visitor.get("/elsewhere/" + Visitor.id(page));
      visitor.method("PUT", next);
      visitor.post(next, "x".repeat(20_000));
      String broken = visitor.open(ANN);
      visitor.scene.billing.on(ReadRequest.GetClient.class, NO);
      visitor.scene.store.fillUp();
      visitor.send(broken, KEY);

      assertThat(logs.lines())
          .anyMatch(line -> line.startsWith("route=/link/{page} failed\n"))
          .anyMatch(line -> line.matches("http method=GET route=/link/\\{page} status=200 ms=\\d+"))
          .anyMatch(line -> line.startsWith("http method=POST route=/link/{page} status=303"))
          .anyMatch(line -> line.startsWith("http method=POST route=/link/{page}/{language} st"))
          .anyMatch(line -> line.startsWith("http method=GET route=- status=404"));
      assertThat(logs.lines())
          .noneMatch(line -> line.contains(Visitor.id(page)))
          .noneMatch(line -> line.contains(Visitor.id(next)))
          .noneMatch(line -> line.contains(Visitor.id(broken)))
          .noneMatch(line -> line.contains(KEY))
          .noneMatch(line -> line.contains(Visitor.code(accepted)))
          .noneMatch(line -> line.contains(form.replaceFirst("form=([^&]+).*", "$1")));
    }
  }
}
