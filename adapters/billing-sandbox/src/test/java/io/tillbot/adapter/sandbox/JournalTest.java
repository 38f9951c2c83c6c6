package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a data file keeps. */
class JournalTest {

  @TempDir private Path directory;
  private Path file;
  private SandboxOptions options;

  @BeforeEach
  void choose() {
    file = directory.resolve("data").resolve("sandbox.journal");
    options = SandboxOptions.defaults().withDataFile(file).withClock(new MovedClock());
  }

  private static void doEverything(Api api) {
    api.call("apply_credit", "invoice_id", "123", "amount", "20.25");
    api.call("create_addfunds", "amount", "25", "description", "Пополнение \"счёта\"");
    api.call("mass_pay", "invoices[]", "101", "invoices[]", "102");
    api.call("request_cancellation", "id", "42", "cancellation_type", "1");
    api.call("delete_cancellation_request", "id", "52");
    api.call("request_subscription_cancellation", "id", "43");
    api.call("generate_due_invoice", "id", "54");
    api.call("delete_contact", "contact_id", "501");
    api.call("add_contact", "type", "0");
    api.call("update_contact", "contact_id", "502", "email", "p@example.com");
    api.call(
        "update_client",
        "profile_data[client_id]",
        "1001",
        "profile_data[billing_lastname]",
        "Иванова");
    api.call("reset_password", "email", "demo@example.com");
    api.auth("login", "key", api.sandbox().demo().apiKey());
    api.sandbox().pay("whmcs_eu", 10_000);
  }

  @Test
  void everythingSurvivesARestart() {
    Set<Entity> before;
    try (Api api = Api.demo(Sandbox.start(options))) {
      doEverything(api);
      before = State.of(api.sandbox().books());
    }
    try (Api api = Api.demo(Sandbox.start(options.withSeed(99).withExtraClients(3)))) {
      assertThat(State.of(api.sandbox().books())).isEqualTo(before);
      assertThat(api.credit()).isNotNull();
      Audit.check(api.sandbox().books());
    }
  }

  @Test
  void aTornLastRecordIsAsIfItHadNeverBeenWritten() throws IOException {
    Set<Entity> before;
    long good;
    try (Api api = Api.demo(Sandbox.start(options))) {
      doEverything(api);
      before = State.of(api.sandbox().books());
      good = Files.size(file);
      api.call("apply_credit", "invoice_id", "103", "amount", "5");
    }
    byte[] whole = Files.readAllBytes(file);
    assertThat(whole.length).isGreaterThan((int) good + 100);
    for (int length = (int) good; length < whole.length; length += 23) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (Api api = Api.demo(Sandbox.start(options))) {
        assertThat(State.of(api.sandbox().books())).as("%d bytes", length).isEqualTo(before);
        assertThat(Files.size(file)).isEqualTo(good);
      }
    }
    byte[] flipped = whole.clone();
    flipped[whole.length - 20] ^= 1;
    Files.write(file, flipped);
    try (Api api = Api.demo(Sandbox.start(options))) {
      assertThat(State.of(api.sandbox().books())).isEqualTo(before);
      assertThat(Api.isDone(api.call("create_addfunds", "amount", "30"))).isTrue();
    }
    Sandbox.start(options).close();
  }

  @Test
  void damageBeforeTheEndIsNotMendedInSilence() throws IOException {
    try (Api api = Api.demo(Sandbox.start(options))) {
      doEverything(api);
    }
    byte[] damaged = Files.readAllBytes(file);
    damaged[damaged.length / 2] ^= 1;
    Files.write(file, damaged);
    assertThatThrownBy(() -> Sandbox.start(options))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("is damaged");
    assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
  }

  @Test
  void aFileServesOneSandboxAtATimeAndNoOtherFileIsTaken() throws IOException {
    Sandbox first = Sandbox.start(options);
    assertThatThrownBy(() -> Sandbox.start(options))
        .hasMessageContaining("another sandbox uses it");
    first.close();
    Sandbox.start(options).close();
    Path other = directory.resolve("letter.txt");
    Files.writeString(other, "Dear all,\n");
    assertThatThrownBy(() -> Sandbox.start(options.withDataFile(other)))
        .hasMessageContaining("not a sandbox's data file");
    assertThat(Files.readString(other)).isEqualTo("Dear all,\n");
  }

  @Test
  void whatWasAnsweredSurvivesAKill() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            file.toString());
    Process victim = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      URI whmcs = awaitReady(victim);
      ConcurrentLinkedQueue<Integer> answered = topUpUntilKilled(victim, whmcs);
      assertThat(answered).hasSizeGreaterThanOrEqualTo(50);
      try (Sandbox sandbox = Sandbox.start(options)) {
        for (int invoice : answered) {
          assertThat(find(sandbox, invoice)).as("invoice %d", invoice).isTrue();
        }
        Audit.check(sandbox.books());
      }
    } finally {
      victim.destroyForcibly();
    }
  }

  private static boolean find(Sandbox sandbox, int invoice) {
    return sandbox
        .books()
        .read(view -> view.find(Invoice.class, new InvoiceKey("whmcs_eu", invoice)).isPresent());
  }

  private static URI awaitReady(Process victim) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    while (!line.startsWith("ready ")) {
      line = reader.readLine();
    }
    return URI.create(line.substring("ready ".length()));
  }

  private ConcurrentLinkedQueue<Integer> topUpUntilKilled(Process victim, URI whmcs)
      throws InterruptedException {
    ConcurrentLinkedQueue<Integer> answered = new ConcurrentLinkedQueue<>();
    String token;
    try (Sandbox same = Sandbox.start(SandboxOptions.defaults())) {
      token = same.demo().token();
    }
    List<Thread> payers =
        IntStream.range(0, 4)
            .mapToObj(i -> Thread.ofVirtual().start(() -> topUp(whmcs, token, answered)))
            .toList();
    while (answered.size() < 50) {
      Thread.onSpinWait();
    }
    victim.destroyForcibly();
    for (Thread payer : payers) {
      payer.join();
    }
    victim.waitFor();
    return answered;
  }

  private static void topUp(URI whmcs, String token, ConcurrentLinkedQueue<Integer> answered) {
    Pattern id = Pattern.compile("\"id\":([0-9]+)");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(whmcs)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "action=create_addfunds&amount=25&token=" + token))
              .build();
      while (true) {
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Matcher matcher = id.matcher(answer);
        if (matcher.find()) {
          answered.add(Integer.valueOf(matcher.group(1)));
        }
      }
    } catch (IOException e) {
      // The victim is dead: what it answered is known.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
