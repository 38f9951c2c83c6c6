package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeInteraction.Kind;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is offered while somebody types, by the real JDA. */
class AutocompleteTest {
  private final Stage stage = new Stage();

  @AfterEach
  void leave() {
    stage.close();
  }

  @Test
  void theirOwnInvoicesAreOfferedWithStatusAndDueDate() {
    invoices(3);
    assertThat(choices(Person.ANN, "invoice", "id", "100"))
        .containsExactly(
            Map.entry("1003 · Unpaid · 2026-12-01", "1003"),
            Map.entry("1002 · Unpaid · 2026-12-01", "1002"),
            Map.entry("1001 · Unpaid · 2026-12-01", "1001"));
  }

  @Test
  void atMostTwentyFiveAreOffered() {
    invoices(60);
    assertThat(choices(Person.ANN, "pay", "invoice", "")).hasSize(25).containsValue("1060");
  }

  @Test
  void whoReadsRussianReadsTheLabelsInRussian() {
    invoices(1);
    assertThat(choices(Person.OLGA, "invoice", "id", "").keySet())
        .allSatisfy(label -> assertThat(label).contains("Не оплачен"));
  }

  @Test
  void whoIsNotLinkedIsOfferedNothing() {
    assertThat(choices(Person.SAM, "invoice", "id", "")).isEmpty();
  }

  @Test
  void aServerIsOfferedAfterItWasSeen() {
    stage.billing.gives(
        ReadRequest.GetInvoice.class,
        Samples.payable(123, InvoiceStatus.UNPAID, Samples.eur("9.00")));
    stage.say("invoice", Map.of("id", "123", "no-pdf", true));
    assertThat(choices(Person.ANN, "server show", "id", "4"))
        .containsExactly(Map.entry("42", "42"));
    assertThat(choices(Person.EVE, "server show", "id", "4")).as("hers alone").isEmpty();
  }

  @Test
  void aSlowBillingSystemOffersNothingWithinASecond() {
    invoices(3);
    stage.gate.shut();
    FakeInteraction typing = type(Person.ANN, "invoice", "id", "");
    Stage.awaitKind(typing, Kind.COMPLETION);
    assertThat(typing.choices()).isEmpty();
    assertThat(typing.acknowledgedAfter().orElseThrow()).isLessThan(Duration.ofSeconds(2));
    stage.gate.open();
  }

  private void invoices(int count) {
    stage.billing.always(
        ReadRequest.GetInvoices.class,
        new ApiResult.Done<>(
            Samples.list(
                IntStream.rangeClosed(1, count)
                    .mapToObj(i -> Samples.unpaid(1_000 + i, "2026-12-01", "10.00", "EUR"))
                    .toArray(InvoiceSummary[]::new))));
  }

  private Map<String, String> choices(Person person, String command, String option, String typed) {
    FakeInteraction typing = type(person, command, option, typed);
    Stage.awaitKind(typing, Kind.COMPLETION);
    return typing.choices();
  }

  private FakeInteraction type(Person person, String command, String option, String typed) {
    return stage.discord.type(
        person, Room.LOBBY, command, Map.of(), new FakeDiscord.Typing(option, typed));
  }
}
