package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.app.page.Browser;
import io.tillbot.app.page.Browser.Screen;
import io.tillbot.app.page.Browser.Scripts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way with the packaged program: {@code exec} asks for a page, {@code run} serves it, a
 * browser without scripts gives an API key on it, and {@code exec} types the code.
 */
class LinkByPageIT {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.1:\\d+/link/[\\w-]+");

  @TempDir private Path home;

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
  private final List<String> shown = new ArrayList<>();
  private Map<String, String> environment = Map.of();
  private Process run;

  @BeforeEach
  void start() throws IOException {
    int port = freePort();
    environment =
        Map.of(
            "TILLBOT_BILLING_URL", sandbox.whmcs().toString(),
            "TILLBOT_STORE_URL", "jdbc:sqlite:" + home.resolve("data/tillbot.db"),
            "TILLBOT_STORE_KEYSET_PATH", home.resolve("keys/keyset.json").toString(),
            "TILLBOT_HTTP_PORT", Integer.toString(port),
            "TILLBOT_HTTP_PUBLIC_URL", "http://127.0.0.1:" + port + "/",
            "TILLBOT_LOG_LEVEL", "DEBUG",
            "TILLBOT_LOG_FILE", home.resolve("tillbot.log").toString());
    run = started("run", "run");
    await().atMost(LONGEST).until(() -> written("run.out").contains("Runs: HTTP, port " + port));
  }

  @AfterEach
  void stop() throws InterruptedException {
    run.destroy();
    assertThat(run.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    sandbox.close();
  }

  @Test
  void aPersonIsLinkedByTheBrowserAndTheChatTogetherAndNoSecretIsLeftBehind() throws Exception {
    String key = sandbox.demo().apiKey();
    assertThat(exec("/credit")).contains("needs_link");
    Matcher address = ADDRESS.matcher(exec("/billing link --page"));
    assertThat(address.find()).isTrue();
    String code;
    try (Browser browser = Browser.start(Scripts.OFF, "en")) {
      browser.on(Screen.PHONE_LIGHT).open(address.group());
      assertThat(browser.text(".who")).contains("Terminal user ann");
      browser.giveByKeys(key);
      code = browser.text("#code");
      assertThat(browser.text("main")).contains("/billing link-code").doesNotContain(key);
    }

    assertThat(exec("/credit")).as("a key alone links nobody").contains("needs_link");
    assertThat(exec("/billing link-code AAAA-AAAA")).contains("4 tries are left");
    assertThat(exec("/billing link-code " + code)).contains("You are linked");
    assertThat(exec("/credit")).contains("\"answered\"", "EUR");

    assertThat(written("run.err"))
        .contains("http method=GET route=/link/{page} status=200")
        .contains("http method=POST route=/link/{page} status=200");
    String id = address.group().replaceFirst(".*/", "");
    for (String text : List.of(written("run.out"), written("run.err"), written("tillbot.log"))) {
      assertThat(text).doesNotContain(id, key, code);
    }
    assertThat(shown).noneMatch(text -> text.contains(key));
    for (Path file : List.of(home.resolve("data"), home.resolve("keys"))) {
      try (var files = Files.walk(file)) {
        for (Path each : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(each, StandardCharsets.ISO_8859_1))
              .as(each.toString())
              .doesNotContain(id, key, code);
        }
      }
    }
  }

  private String exec(String line) throws Exception {
    String name = "exec-" + shown.size();
    Process exec = started(name, "exec", "--as", "ann", "--json", line);
    assertThat(exec.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    String out = written(name + ".out");
    shown.add(out);
    return out;
  }

  private Process started(String name, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(Packaged.command(home, List.of(), arguments));
    Packaged.prepare(builder.environment(), environment);
    builder.directory(home.toFile());
    builder.redirectOutput(home.resolve(name + ".out").toFile());
    builder.redirectError(home.resolve(name + ".err").toFile());
    return builder.start();
  }

  private String written(String name) throws IOException {
    Path file = home.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
