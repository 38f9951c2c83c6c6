package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Delivery;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code @Tillbot invoice 123}, where slash commands do not work. */
class MentionsTest {
  private static final String OURS = "C2";
  private static final Optional<String> THREAD = Optional.of("1795435100.000001");

  private final SlackBot bot = SlackBot.patient();

  @BeforeEach
  void anInvoice() {
    bot.billing()
        .always(
            ReadRequest.GetInvoice.class,
            new ApiResult.Done<>(
                Samples.invoice(
                    InvoiceStatus.PAID,
                    LocalDate.of(2026, 12, 1),
                    Samples.eur("29.99"),
                    Samples.eur("0.00"))))
        .always(ReadRequest.DownloadInvoice.class, new ApiResult.Done<>(Samples.PDF));
  }

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void anInvoiceIsShownInTheSameThreadToItsAuthorAloneAndItsPdfInTheDirectMessage() {
    var acknowledgement = bot.ann().mentions(OURS, "invoice 123", THREAD);
    assertThat(acknowledgement.status()).isEqualTo(200);
    assertThat(acknowledgement.body()).isEmpty();
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.text()).contains("invoice.title(123)");
    assertThat(card.user()).isEqualTo(SlackBot.ANN);
    assertThat(card.channel()).isEqualTo(OURS);
    assertThat(bot.slack().api().made())
        .filteredOn(call -> call.method().equals("chat.postEphemeral"))
        .singleElement()
        .satisfies(
            call -> assertThat(call.arguments()).containsEntry("thread_ts", THREAD.orElseThrow()));
    assertThat(bot.slack().api().arrived())
        .singleElement()
        .satisfies(file -> assertThat(file.channel()).isEqualTo(bot.ann().direct()));
  }

  @Test
  void aMentionWithoutAWordIsAnsweredWithHelp() {
    bot.ann().mentions(OURS, "", Optional.empty());
    assertThat(bot.slack().awaitMessage(1).text()).contains("help.title");
  }

  @Test
  void whereTheAppMayNotSpeakTheAnswerGoesToTheDirectMessage() {
    bot.ann().mentions("C1", "billing help", THREAD);
    assertThat(bot.slack().awaitMessage(1).channel()).isEqualTo(bot.ann().direct());
  }

  @Test
  void aMentionThatComesTwiceIsAnsweredOnce() {
    Delivery event = mention(_ -> {});
    bot.slack().http(bot.app()).deliver(event);
    bot.slack().awaitMessage(1);
    var again = bot.slack().http(bot.app()).deliver(event.again(1, "http_timeout"));
    assertThat(again.status()).isEqualTo(200);
    bot.app().close();
    assertThat(bot.slack().seen()).hasSize(1);
  }

  @Test
  void whatABotSaysOrWasEditedLaterIsNobodysQuestion() {
    for (Consumer<JsonObject> change :
        java.util.List.<Consumer<JsonObject>>of(
            event -> event.addProperty("bot_id", "B7"),
            event -> event.addProperty("subtype", "bot_message"),
            event -> event.remove("user"),
            event -> event.add("edited", new JsonObject()))) {
      var acknowledgement = bot.slack().http(bot.app()).deliver(mention(change));
      assertThat(acknowledgement.status()).isEqualTo(200);
    }
    bot.app().close();
    assertThat(bot.slack().seen()).isEmpty();
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void aStrangerIsToldHowToBeLinked() {
    bot.person("U9").mentions(OURS, "credit", THREAD);
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.user()).isEqualTo("U9");
    assertThat(card.text()).contains("link.needed");
  }

  @ParameterizedTest
  @CsvSource({
    "<@UBOT> invoice 123, invoice 123",
    "hey <@UBOT> /invoice 123, /invoice 123",
    "<@UBOT|tillbot> credit, credit",
    "credit <@UBOT>, credit",
    "<@U7> ask <@UBOT> credit, credit",
    "<@UBOT>, /billing help",
    "'  ', /billing help"
  })
  void whatStandsBesideTheMentionIsTheCommand(String text, String line) {
    assertThat(Mentions.line(text, Optional.of("UBOT"))).isEqualTo(line);
  }

  private Delivery mention(Consumer<JsonObject> change) {
    Delivery event = bot.ann().mention(OURS, "billing help", THREAD);
    change.accept(event.payload().getAsJsonObject("event"));
    return event;
  }
}
