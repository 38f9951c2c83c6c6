package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tillbot exec}: what a script may rely on. */
class ExecTest {
  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.linked(home);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void jsonHoldsEveryKeyInTheDocumentedOrder() throws IOException {
    Map<String, Object> answer = json(bench.exec("--json", "/invoice 123"));

    assertThat(answer.keySet())
        .containsExactly(
            "outcome", "title", "text", "fields", "rows", "actions", "files", "correlation");
    assertThat(answer).containsEntry("outcome", "answered").containsEntry("title", "Invoice 123");
  }

  @Test
  void jsonHoldsEveryKeyAlsoWhenThereIsNothingToSay() throws IOException {
    Map<String, Object> answer = json(bench.exec("--json", "nonsense"));

    assertThat(answer)
        .containsEntry("outcome", "refused")
        .containsEntry("rows", List.of())
        .containsEntry("files", List.of())
        .containsKeys("title", "text", "fields", "actions", "correlation");
  }

  @Test
  void amountsAreWrittenWithOrdinaryBlanksSoThatScriptsCanReadThem() throws IOException {
    Map<String, Object> answer = json(bench.exec("--json", "/invoice 123"));

    assertThat(answer.get("fields"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains(Map.of("name", "Balance", "value", "121.00 EUR"));
  }

  @Test
  void theTableIsWholeWithItsHeaderFirst() throws IOException {
    Map<String, Object> answer = json(bench.exec("--json", "/transactions"));

    List<?> rows = (List<?>) answer.get("rows");
    assertThat(rows).hasSizeGreaterThan(20);
    assertThat((List<?>) rows.getFirst()).first().isEqualTo("Date");
  }

  @Test
  void thePdfIsSavedWhereTheAnswerSays() throws IOException {
    Map<String, Object> answer = json(bench.exec("--json", "/invoice 123"));

    Map<?, ?> file = (Map<?, ?>) ((List<?>) answer.get("files")).getFirst();
    byte[] content = Files.readAllBytes(Path.of((String) file.get("path")));
    assertThat(file.get("name")).isEqualTo("invoice-123.pdf");
    assertThat(file.get("type")).isEqualTo("application/pdf");
    assertThat(((Number) file.get("size")).intValue()).isEqualTo(content.length);
    assertThat(content).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void anAnswerEndsWith0() {
    assertThat(bench.exec("/credit").status()).isZero();
  }

  @Test
  void aLineThatDoesNotParseEndsWith1() {
    assertThat(bench.exec("/invoice abc").status()).isEqualTo(1);
  }

  @Test
  void aRefusalOfTheApiEndsWith1() {
    assertThat(bench.exec("/invoice 999999").status()).isEqualTo(1);
  }

  @Test
  void aCallerWithoutALinkEndsWith1AndIsToldHowToLink() throws IOException {
    Bench.Run run = bench.run("", "exec", "--as", "bob", "--json", "/credit");

    assertThat(run.status()).isEqualTo(1);
    assertThat(json(run)).containsEntry("outcome", "needs_link");
    assertThat(run.out()).contains("/billing link");
  }

  @Test
  void oneTerminalUserNeverSeesAnothersAccount() {
    Bench.Run run = bench.run("", "exec", "--as", "bob", "/invoice 123");

    assertThat(run.out()).doesNotContain("121.00");
  }

  @Test
  void linkingIsNoQuestionForAScript() throws IOException {
    Bench.Run run = bench.exec("--json", "/billing link");

    assertThat(run.status()).isEqualTo(1);
    assertThat(json(run)).containsEntry("outcome", "needs_input");
  }

  @Test
  void aYesConfirmsAChangeAndNothingElse() throws IOException {
    assertThat(json(bench.exec("--yes", "--json", "/credit"))).containsEntry("outcome", "answered");
    assertThat(json(bench.exec("--yes", "--json", "/billing link")))
        .containsEntry("outcome", "needs_input");
  }

  @Test
  void anApiThatIsDownEndsWith1AndSaysThatNothingChanged() throws IOException {
    bench.sandbox().close();

    Bench.Run run = bench.exec("--json", "/credit");

    assertThat(run.status()).isEqualTo(1);
    assertThat(json(run)).containsEntry("outcome", "unavailable");
    assertThat(run.out()).contains("Nothing was changed");
  }

  @Test
  void wrongUseOfTillbotItselfEndsWith2AndKeepsStandardOutputEmpty() {
    for (Bench.Run run :
        List.of(
            bench.run("", "exec"),
            bench.run("", "exec", "--nonsense", "/credit"),
            bench.run("", "exec", "--as", "no/body", "/credit"),
            bench.run("", "nonsense"),
            bench.run(""))) {
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
    }
  }

  @Test
  void aBrokenConfigurationEndsWith2AndNamesTheVariable() {
    bench.environment().put("TILLBOT_BILLING_URL", "http://billing.example.com/whmcs.php");

    Bench.Run run = bench.exec("/credit");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("TILLBOT_BILLING_URL").contains("loopback");
  }

  @Test
  void aStoreThatCannotBeOpenedStillGivesAScriptItsObject() throws IOException {
    Files.writeString(home.resolve("keys/keyset.json"), "{}");

    Bench.Run run = bench.exec("--json", "/credit");

    assertThat(run.status()).isEqualTo(1);
    assertThat(json(run)).containsEntry("outcome", "unavailable");
    assertThat(run.out()).contains("keyset");
  }

  @Test
  void aLineThatBeginsWithAnAtSignIsNeverAFileToRead() throws IOException {
    Path file = Files.writeString(home.resolve("private.txt"), "what-the-file-holds");

    Bench.Run run = bench.exec("--json", "@" + file);

    assertThat(json(run)).containsEntry("outcome", "refused");
    assertThat(run.out() + run.err()).doesNotContain("what-the-file-holds");
  }

  @Test
  void aPdfThatCannotBeSavedIsNoAnswer() throws IOException {
    Files.writeString(home.resolve("files"), "a file where the directory should be");

    Bench.Run run = bench.exec("--json", "/pdf 123");

    assertThat(run.status()).isEqualTo(1);
    assertThat(json(run)).containsEntry("outcome", "unavailable");
    assertThat(run.out()).contains("not a directory");
  }

  @Test
  void anUnknownLanguageIsWrongUse() {
    assertThat(bench.exec("--lang", "xx", "/credit").status()).isEqualTo(2);
  }

  @Test
  void severalWordsAreOneLine() {
    assertThat(bench.exec("/server", "show", "42").out()).contains("Server 42");
  }

  @Test
  void theCardIsShownAlsoWhereThePdfIsNotToBeHad() throws IOException {
    bench.sandbox().add(Fault.of(FaultKind.SERVER_ERROR).on("download_invoice"));

    Map<String, Object> answer = json(bench.exec("--json", "/invoice 123"));

    assertThat(answer).containsEntry("outcome", "answered").containsEntry("files", List.of());
    assertThat((String) answer.get("text")).contains("PDF could not be had");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(Bench.Run run) throws IOException {
    assertThat(run.out()).endsWith("}\n");
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(run.out()))) {
      Map<String, Object> answer = (Map<String, Object>) reader.readJsonValue();
      assertThat(reader.peek()).isEqualTo(JsonReader.Token.END_DOCUMENT);
      return answer;
    }
  }
}
