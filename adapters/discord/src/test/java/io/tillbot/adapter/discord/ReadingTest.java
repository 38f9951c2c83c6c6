package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands that only look, from a person's client to the card and back. */
class ReadingTest {
  private final Stage stage = new Stage();

  @AfterEach
  void leave() {
    stage.close();
  }

  @Test
  void anInvoiceIsAnsweredWithItsPdfToItsCallerAlone() {
    invoice();
    FakeMessage card = stage.say("invoice", Map.of("id", "#123"));
    assertThat(card.isEphemeral()).isTrue();
    assertThat(card.title()).isEqualTo("Invoice 123");
    assertThat(card.fields()).containsEntry("Balance", "29.99\u00a0EUR");
    assertThat(card.files()).containsOnlyKeys("invoice-123.pdf");
    assertThat(card.files().get("invoice-123.pdf")).isEqualTo(Samples.PDF.content());
  }

  @Test
  void aFlagIsABooleanOption() {
    invoice();
    FakeMessage card = stage.say("invoice", Map.of("id", "INV-123", "no-pdf", true));
    assertThat(card.files()).isEmpty();
    assertThat(card.buttons()).containsKey("Get the PDF");
  }

  @Test
  void whoReadsRussianIsAnsweredInRussian() {
    invoice();
    FakeInteraction asked =
        stage.discord.slash(Person.OLGA, Room.DIRECT, "invoice", Map.of("id", "123"));
    assertThat(Stage.answer(asked).title()).isEqualTo("Счёт 123");
  }

  @Test
  void aLongListIsTurnedPageByPage() {
    stage.billing.always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(invoices(23)));
    FakeMessage list = stage.say("invoices", Map.of());
    assertThat(list.description()).contains("1023", "1014").doesNotContain("1013");
    assertThat(list.footer()).endsWith("Page 1 of 3");
    assertThat(list.buttons()).containsKey("Next ▶").doesNotContainKey("◀ Previous");

    press(list, "Next ▶");
    assertThat(list.description()).contains("1013", "1004").doesNotContain("1014");
    assertThat(list.buttons()).containsKeys("◀ Previous", "Next ▶");

    press(list, "Next ▶");
    assertThat(list.description()).contains("1001");
    assertThat(list.buttons()).containsKey("◀ Previous").doesNotContainKey("Next ▶");

    press(list, "◀ Previous");
    assertThat(list.footer()).endsWith("Page 2 of 3");
  }

  private void press(FakeMessage message, String label) {
    int before = message.edits();
    stage.discord.press(Person.ANN, message, message.buttons().get(label));
    await().atMost(Duration.ofSeconds(10)).until(() -> message.edits() > before);
  }

  @Test
  void aStrangerCannotTurnThePage() {
    stage.billing.always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(invoices(23)));
    FakeMessage list = stage.say("invoices", Map.of());
    FakeMessage refusal =
        Stage.aside(stage.discord.press(Person.EVE, list, list.buttons().get("Next ▶")));
    assertThat(refusal.title()).isEqualTo("This button is somebody else’s");
    assertThat(refusal.isEphemeral()).isTrue();
    assertThat(list.footer()).endsWith("Page 1 of 3");
  }

  @Test
  void aNextStepIsAnsweredInAMessageOfItsOwn() {
    invoice();
    FakeMessage card = stage.say("invoice", Map.of("id", "123", "no-pdf", true));
    stage.billing.gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
    FakeMessage pdf =
        Stage.answer(stage.discord.press(Person.ANN, card, card.buttons().get("Get the PDF")));
    assertThat(pdf.id()).isNotEqualTo(card.id());
    assertThat(pdf.isEphemeral()).isTrue();
    assertThat(pdf.files()).hasSize(1);
    assertThat(card.edits()).isEqualTo(1);
  }

  @Test
  void aSlowAnswerIsDeferredWithinThreeSecondsAndThenEdited() {
    invoice();
    stage.gate.shut();
    FakeInteraction asked =
        stage.discord.slash(Person.ANN, Room.LOBBY, "invoice", Map.of("id", "123"));
    await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> asked.kind().equals(Optional.of(FakeInteraction.Kind.DEFERRED_MESSAGE)));
    assertThat(asked.answer()).isEmpty();

    stage.gate.open();
    FakeMessage card = Stage.answer(asked);
    assertThat(card.title()).isEqualTo("Invoice 123");
    assertThat(card.isEphemeral()).isTrue();
    assertThat(card.files()).hasSize(1);
  }

  @Test
  void whatIsWrongWithAnOptionIsSaidToTheCallerAlone() {
    FakeMessage card = stage.say("invoice", Map.of("id", "one hundred"));
    assertThat(card.title()).isEqualTo("That was not understood");
    assertThat(card.isEphemeral()).isTrue();
  }

  @Test
  void aButtonThatIsNotOursIsLeftAlone() {
    FakeMessage card = stage.say("billing help", Map.of());
    FakeInteraction pressed = stage.discord.press(Person.ANN, card, "x:whatever");
    FakeMessage again = stage.say("billing help", Map.of());
    assertThat(again.title()).isEqualTo(card.title());
    assertThat(pressed.kind()).isEmpty();
  }

  private void invoice() {
    stage.billing.gives(
        ReadRequest.GetInvoice.class,
        Samples.invoice(InvoiceStatus.UNPAID, null, Samples.eur("29.99"), Samples.eur("29.99")));
    stage.billing.gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
  }

  private static Object invoices(int count) {
    return Samples.list(
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> Samples.unpaid(1_000 + i, "2026-12-01", "10.00", "EUR"))
            .toArray(InvoiceSummary[]::new));
  }
}
