package io.tillbot.core.share;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.invoice;
import static io.tillbot.core.support.TestBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Answer;
import io.tillbot.core.Delivered;
import io.tillbot.core.Invocation;
import io.tillbot.core.Press;
import io.tillbot.core.Pressed;
import io.tillbot.core.Samples;
import io.tillbot.core.Step;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was for one person's eyes is shown to others when that person wants it, and redacted. */
class SharingTest {
  private static final Place CHANNEL = new Place(Place.Kind.PUBLIC_CHANNEL, "C1");
  private static final String LINE = "/invoice 123 --no-pdf";

  private final TestBot bot = TestBot.linked();

  @BeforeEach
  void anInvoice() {
    Invoice unpaid =
        invoice(InvoiceStatus.UNPAID, TestBot.TODAY.plusDays(3), eur("36.29"), eur("30.29"));
    bot.billing()
        .always(ReadRequest.GetInvoice.class, new ApiResult.Done<>(unpaid))
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Place.Kind.class,
      names = {"PUBLIC_CHANNEL", "PRIVATE_CHANNEL"})
  void whereOthersAreAnAnswerCanBeShared(Place.Kind kind) {
    assertThat(shares(say(LINE, new Place(kind, "C1"))))
        .as("what is shared is what the same command shows")
        .containsExactly(LINE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Place.Kind.class,
      names = {"TERMINAL", "DIRECT_MESSAGE"})
  void whereNobodyElseIsThereIsNothingToShare(Place.Kind kind) {
    assertThat(shares(say(LINE, new Place(kind, "D1")))).isEmpty();
  }

  @Test
  void whatIsPrivateIsNeverShared() {
    bot.catalogue().registry().commands().stream()
        .map(command -> command.spec())
        .filter(spec -> spec.visibility() == Visibility.PRIVATE || spec.effect() != Effect.READ)
        .forEach(spec -> assertThat(Sharing.isShareable(spec)).as(spec.example()).isFalse());
    assertThat(shares(say("/billing help", CHANNEL))).isEmpty();
    Answer pressed = share(ANN, "/billing help");
    assertThat(pressed.use()).isEqualTo(Answer.Use.TURNED_AWAY);
  }

  @Test
  void othersSeeTheEssentialsAndNothingElse() {
    Reply shared = share(ANN, LINE).outcome().reply();
    assertThat(Words.field(shared, "field.status")).contains("invoice.status.unpaid");
    assertThat(Words.field(shared, "field.balance")).contains("30.29 EUR");
    assertThat(Words.rows(shared)).contains(List.of("42", "29.99 EUR"));
    assertThat(String.join(" ", Words.everything(shared)))
        .doesNotContain("Server 42", "field.credit", "field.payment-method");
    assertThat(shared.buttons()).isEmpty();
    assertThat(shared.attachments()).isEmpty();
  }

  @Test
  void theInvoicesFileIsNotSharedEither() {
    bot.billing()
        .gives(
            ReadRequest.DownloadInvoice.class,
            new PdfDocument("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
    assertThat(share(ANN, "/invoice 123").outcome().reply().attachments()).isEmpty();
  }

  @Test
  void onlyItsOwnerSharesAnAnswer() {
    TicketId ticket = bot.bot().offer(ANN, Step.line(LINE));
    Answer answer = press(Caller.local("eve"), ticket);
    assertThat(answer.use()).isEqualTo(Answer.Use.TURNED_AWAY);
    assertThat(answer.outcome()).isInstanceOf(Outcome.Refused.class);
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void whatCannotBeReadNowIsNotShared() {
    bot.billing()
        .always(ReadRequest.GetInvoice.class, new ApiResult.Refused<>(Samples.refusal("no")));
    assertThat(share(ANN, LINE).outcome()).isInstanceOf(Outcome.Refused.class);
  }

  private Outcome say(String line, Place place) {
    return bot.bot().handle(new Invocation(ANN, place, new Invocation.Line(line))).outcome();
  }

  private static List<String> shares(Outcome outcome) {
    return outcome.reply().buttons().stream()
        .flatMap(
            button ->
                button.action() instanceof Button.Share(String line)
                    ? Optional.of(line).stream()
                    : Optional.<String>empty().stream())
        .toList();
  }

  private Answer share(Caller caller, String line) {
    return press(caller, bot.bot().offer(caller, Step.line(line)));
  }

  private Answer press(Caller caller, TicketId ticket) {
    Pressed pressed = new Pressed(Pressed.Kind.SHARE, new Press(caller, CHANNEL, ticket));
    return bot.bot()
        .takeUp(new Delivered("console/share", pressed, Optional.empty()))
        .orElseThrow()
        .answer()
        .answer();
  }
}
