package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A payment, from its preview to its end. */
class ConfirmationTest {
  private static final String DONE = "50.00\u00a0EUR of invoice 123 was paid from your credit";

  private final Stage stage = new Stage();

  @AfterEach
  void leave() {
    stage.close();
  }

  @Test
  void aPreviewSendsNothingAndHasTwoButtons() {
    FakeMessage preview = preview();
    assertThat(preview.isEphemeral()).isTrue();
    assertThat(preview.buttons()).containsOnlyKeys("Confirm", "Stop");
    assertThat(payments()).isEmpty();
  }

  @Test
  void confirmedItIsSentOnceAndItsMessageBecomesTheOutcome() {
    FakeMessage preview = preview();
    afterwards();
    FakeInteraction pressed = confirm(Person.ANN, preview, preview.buttons().get("Confirm"));
    awaitOutcome(preview);
    assertThat(pressed.kind()).contains(FakeInteraction.Kind.DEFERRED_UPDATE);
    assertThat(pressed.answer()).contains(preview);
    assertThat(preview.buttons()).doesNotContainKeys("Confirm", "Stop");
    assertThat(payments()).hasSize(1);
  }

  @Test
  void aSecondPressIsRefusedBesideTheOutcome() {
    FakeMessage preview = preview();
    String button = preview.buttons().get("Confirm");
    afterwards();
    confirm(Person.ANN, preview, button);
    awaitOutcome(preview);
    String outcome = preview.title();
    FakeMessage refusal = Stage.aside(confirm(Person.ANN, preview, button));
    assertThat(refusal.title()).isEqualTo("This button was used already, or is too old");
    assertThat(refusal.isEphemeral()).isTrue();
    assertThat(preview.title()).isEqualTo(outcome);
    assertThat(payments()).hasSize(1);
  }

  @Test
  void aStrangersPressIsRefusedToTheStrangerAloneAndTheOwnersStillServes() {
    FakeMessage preview = preview();
    String button = preview.buttons().get("Confirm");
    FakeMessage refusal = Stage.aside(confirm(Person.EVE, preview, button));
    assertThat(refusal.title()).isEqualTo("This button is somebody else’s");
    assertThat(refusal.isEphemeral()).isTrue();
    assertThat(preview.buttons()).containsOnlyKeys("Confirm", "Stop");
    assertThat(payments()).isEmpty();

    afterwards();
    confirm(Person.ANN, preview, button);
    awaitOutcome(preview);
    assertThat(payments()).hasSize(1);
  }

  @Test
  void stoppedItCanNoLongerBeConfirmed() {
    FakeMessage preview = preview();
    String button = preview.buttons().get("Confirm");
    stage.discord.press(Person.ANN, preview, preview.buttons().get("Stop"));
    await().atMost(Duration.ofSeconds(10)).until(() -> preview.title().startsWith("Stopped"));
    assertThat(preview.buttons()).isEmpty();

    FakeMessage refusal = Stage.aside(confirm(Person.ANN, preview, button));
    assertThat(refusal.title()).isEqualTo("This button was used already, or is too old");
    assertThat(payments()).isEmpty();
  }

  @Test
  void aPressIsAcknowledgedBeforeAnythingIsAskedOfTheBillingSystem() {
    FakeMessage preview = preview();
    afterwards();
    stage.gate.shut();
    FakeInteraction pressed = confirm(Person.ANN, preview, preview.buttons().get("Confirm"));
    await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> pressed.kind().equals(Optional.of(FakeInteraction.Kind.DEFERRED_UPDATE)));
    assertThat(payments()).isEmpty();
    stage.gate.open();
    awaitOutcome(preview);
  }

  @Test
  void anOutcomeThatDiscordDoesNotTakeIsNotPassedOverInSilence() {
    FakeMessage preview = preview();
    afterwards();
    stage.discord.failLater(1);
    FakeMessage told = Stage.aside(confirm(Person.ANN, preview, preview.buttons().get("Confirm")));
    assertThat(told.title()).isEqualTo("Something went wrong on our side");
    assertThat(told.description()).contains("look whether it was done");
    assertThat(told.isEphemeral()).isTrue();
    assertThat(payments()).hasSize(1);
  }

  private FakeMessage preview() {
    account("121.00", "150.50");
    FakeMessage preview = stage.say("pay", Map.of("invoice", "123", "amount", "50"));
    assertThat(preview.title()).contains("50.00\u00a0EUR", "123");
    return preview;
  }

  /** What is read before it is sent, the answer, and what is read when it was. */
  private void afterwards() {
    account("121.00", "150.50");
    stage.billing.on(
        WriteRequest.ApplyCredit.class, new ApiResult.Done<>(new WriteAnswer.Acknowledged()));
    account("71.00", "100.50");
  }

  private void account(String balance, String credit) {
    stage
        .billing
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(credit)))
        .gives(
            ReadRequest.GetInvoice.class,
            Samples.payable(123, InvoiceStatus.UNPAID, Samples.eur(balance)));
  }

  private FakeInteraction confirm(Person person, FakeMessage preview, String button) {
    return stage.discord.press(person, preview, button);
  }

  private static void awaitOutcome(FakeMessage preview) {
    await().atMost(Duration.ofSeconds(10)).until(() -> preview.edits() > 1);
    assertThat(preview.title()).isEqualTo(DONE);
  }

  private List<Object> payments() {
    return stage.billing.requests().stream()
        .filter(WriteRequest.ApplyCredit.class::isInstance)
        .toList();
  }
}
