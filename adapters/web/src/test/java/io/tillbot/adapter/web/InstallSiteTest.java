package io.tillbot.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Install;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.erasure.WorkspaceErasure;
import io.tillbot.core.execution.Means;
import io.tillbot.core.install.InstallPage;
import io.tillbot.core.install.Installer;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.TestMeans;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages by which a workspace lets the bot in, over real HTTP. */
class InstallSiteTest {
  private static final Pattern GO = Pattern.compile("class=\"go\" href=\"([^\"]+)\"");
  private static final Workspace TEAM = new Workspace(Platform.SLACK, "T1");

  private final World world = new World();
  private final HttpClient http = HttpClient.newHttpClient();
  private Installer.Answer answer =
      new Installer.Answer.LetIn(
          new Install(TEAM, "", Map.of("token", "x"), world.clock.instant()),
          "<Example>",
          new Caller(Platform.SLACK, "T1", "U1"));
  private Optional<Duration> wait = Optional.empty();
  private int secrets;
  private final WebServer server = server();

  private WebServer server() {
    Means means =
        TestMeans.of(world.store, world.vault, world.billing, AllowAll.gatekeeper(), world.clock);
    InstallPage page =
        new InstallPage(
            means,
            new WorkspaceErasure(means, world.replica().catalogue().operations()),
            new Asked(),
            () -> "browser" + ++secrets);
    InstallSite site =
        new InstallSite(
            page,
            (value, _) -> Words.of(value),
            () -> URI.create("https://bot.example.com/tillbot/"),
            _ -> wait,
            0);
    return WebServer.start(new WebOptions("127.0.0.1", 0), List.of(site));
  }

  private final class Asked implements Installer {
    @Override
    public Platform platform() {
      return Platform.SLACK;
    }

    @Override
    public URI question(TicketId state) {
      return URI.create("https://slack.com/oauth/v2/authorize?client_id=1&state=" + state.value());
    }

    @Override
    public Answer redeem(String code) {
      return answer;
    }
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  private HttpResponse<String> ask(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private HttpResponse<String> open() {
    return ask("GET", "/slack/install");
  }

  private static String state(HttpResponse<String> page) {
    Matcher matcher = GO.matcher(page.body());
    assertThat(matcher.find()).isTrue();
    String address = matcher.group(1).replace("&amp;", "&").replace("&#x3D;", "=");
    return address.substring(address.indexOf("state=") + "state=".length());
  }

  private static String cookie(HttpResponse<String> page) {
    return page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private HttpResponse<String> comesBack(HttpResponse<String> page, String query) {
    return ask("GET", "/slack/oauth_redirect?state=" + state(page) + query, "Cookie", cookie(page));
  }

  @Test
  void theWholeWayEndsWithAnInstall() {
    HttpResponse<String> page = open();
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("install-page.title", "install-page.life(10)");
    HttpResponse<String> end = comesBack(page, "&code=c");
    assertThat(end.statusCode()).isEqualTo(200);
    assertThat(end.body()).contains("install-page.installed(&lt;Example&gt;)");
    assertThat(installs()).hasSize(1);
    assertThat(end.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
  }

  @Test
  void theCookieIsForTheWayBackAlone() {
    assertThat(open().headers().firstValue("Set-Cookie"))
        .contains(
            "tillbot-install=browser1; Path=/tillbot/slack; Max-Age=600; HttpOnly; SameSite=Lax;"
                + " Secure");
  }

  @Test
  void anotherBrowserCannotFinishIt() {
    HttpResponse<String> page = open();
    HttpResponse<String> stolen = ask("GET", "/slack/oauth_redirect?code=c&state=" + state(page));
    assertThat(stolen.statusCode()).isEqualTo(400);
    assertThat(stolen.body()).contains("install-page.stale", "href=\"install\"");
    assertThat(installs()).isEmpty();
  }

  @Test
  void whoeverOnlyLooksChangesNothing() {
    HttpResponse<String> page = open();
    HttpResponse<String> looked =
        ask("HEAD", "/slack/oauth_redirect?code=c&state=" + state(page), "Cookie", cookie(page));
    assertThat(looked.statusCode()).isEqualTo(405);
    assertThat(ask("HEAD", "/slack/install").headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(comesBack(page, "&code=c").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, 200, install-page.cancelled-how",
    "invalid_scope, 502, install-page.refused-how(invalid_scope)"
  })
  void aNoTellsWhatToDo(String error, int status, String said) {
    HttpResponse<String> end = comesBack(open(), "&error=" + error);
    assertThat(end.statusCode()).isEqualTo(status);
    assertThat(end.body()).contains("install-page.cancelled", said, "install-page.again");
    assertThat(installs()).isEmpty();
  }

  @Test
  void aSlackThatDoesNotAnswerIsSaid() {
    answer = new Installer.Answer.NoAnswer();
    assertThat(comesBack(open(), "&code=c").body()).contains("install-page.no-answer");
  }

  @Test
  void whoComesTooOftenIsToldWhenToTryAgain() {
    wait = Optional.of(Duration.ofSeconds(7));
    HttpResponse<String> page = open();
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).contains("7");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/slack/install", "/slack/install/ru", "/slack/oauth_redirect"})
  void everyPageHasTheStrictHeaders(String path) {
    HttpResponse<String> page = ask("GET", path);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void thePageIsThereInBothLanguages() {
    assertThat(ask("GET", "/slack/install/ru").body()).contains("lang=\"ru\"", "href=\"en\"");
    assertThat(open().body()).contains("lang=\"en\"", "href=\"install/ru\"");
    assertThat(ask("GET", "/slack/install", "Accept-Language", "ru").body())
        .contains("<html lang=\"ru\"");
    assertThat(ask("GET", "/slack/install/xx").statusCode()).isEqualTo(404);
  }

  private List<Install> installs() {
    return world.memory.read(unit -> unit.installs().of(TEAM));
  }
}
