package io.tillbot.core.invoice;

import static io.tillbot.core.support.TestBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Invocation;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Place;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that speaks of an invoice is enough to look it up. */
class FoundInvoicesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Please look at invoice 123 ~ 123",
        "INV-123 is overdue, INV-124 is not ~ 123 124",
        "#123, #123 and again #123 ~ 123",
        "Invoice no. 77 ~ 77",
        "Счёт № 555 не оплачен ~ 555",
        "счета 556 и 557 ~ 556",
        "<https://bill.example.com/viewinvoice.php?id=99|here> ~ 99",
        "what about 10234? ~ 10234",
        "invoice 5 of 2026-11-23, 25.00 EUR ~ 5",
      })
  void findsNumbersAsPeopleWriteThem(String text, String ids) {
    assertThat(found(text)).isEqualTo(List.of(ids.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing here",
        "2026-11-23",
        "25.00 EUR and 1,234.56",
        "at 10:30",
        "server7 and v12x",
        "+4912345678",
        "#0",
        "INV-99999999999999999999",
        "https://example.com/123/456",
        ""
      })
  void takesNoOtherNumberForAnInvoice(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void aLongMessageCostsLittle() {
    assertThat(FoundInvoices.in("#1 ".repeat(1_000_000))).hasSize(1);
    StringBuilder many = new StringBuilder();
    for (int id = 1; id < 1_000; id++) {
      many.append(" #").append(id);
    }
    assertThat(FoundInvoices.in(many.toString())).hasSize(10);
  }

  @Test
  void theOnlyOneIsShown() {
    TestBot bot = TestBot.linked();
    bot.billing()
        .on(ReadRequest.GetInvoice.class, new ApiResult.Refused<>(Samples.refusal("not found")));
    look(bot, "is INV-123 paid?");
    assertThat(bot.billing().requests().getFirst().toString()).contains("123");
  }

  @Test
  void ofSeveralThePersonChooses() {
    Outcome outcome = look(TestBot.linked(), "#1 or #2?");
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.buttons(outcome.reply())).containsExactly("/invoice 1", "/invoice 2");
  }

  @Test
  void whereThereIsNoneThatIsSaid() {
    Outcome outcome = look(TestBot.linked(), "hello");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("found.none");
  }

  @Test
  void whatAMessageHoldsIsNotPrinted() {
    assertThat(new Invocation.FoundIn("my password").toString())
        .isEqualTo("FoundIn[11 characters]");
  }

  private static Outcome look(TestBot bot, String text) {
    return bot.bot()
        .handle(
            new Invocation(
                ANN, new Place(Place.Kind.PUBLIC_CHANNEL, "C1"), new Invocation.FoundIn(text)))
        .outcome();
  }

  private static List<String> found(String text) {
    return FoundInvoices.in(text).stream().map(Object::toString).toList();
  }
}
