package io.tillbot.core.operation;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.payable;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.PreparedChange;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** While another change may have moved the credit, its difference is no evidence for any change. */
class CreditTrailTest {
  private static final Optional<Object> YES = Optional.of(new WriteAnswer.Acknowledged());
  private static final Optional<Object> NO_WORD = Optional.empty();

  private final Change<?> payment =
      new PreparedChange("/pay 123 50", account("121.00", "150.50")).change();

  @Test
  void aPaymentWithoutTheApisWordIsProvenByBothSidesOfAClearTrailOnly() {
    assertThat(look(NO_WORD, CreditTrail.CLEAR, "71.00", "100.50"))
        .isInstanceOf(Finding.Done.class);
    assertThat(look(NO_WORD, CreditTrail.BLURRED, "71.00", "100.50"))
        .isInstanceOf(Finding.Unproven.class);
  }

  @ParameterizedTest(name = "balance {0}, credit {1}")
  @CsvSource({"0.00, 29.50", "121.00, 100.50", "71.00, 150.50", "21.00, 50.50", "71.00, 0.00"})
  void aPaymentOnABlurredTrailIsNeverProvenWithoutTheApisWord(String balance, String credit) {
    assertThat(look(NO_WORD, CreditTrail.BLURRED, balance, credit))
        .isInstanceOf(Finding.Unproven.class);
  }

  @ParameterizedTest(name = "credit {0}")
  @CsvSource({"100.50", "150.50", "170.00", "50.50"})
  void withTheApisWordTheInvoiceAloneDecidesOnABlurredTrail(String credit) {
    assertThat(look(YES, CreditTrail.BLURRED, "71.00", credit)).isInstanceOf(Finding.Done.class);
    assertThat(look(YES, CreditTrail.BLURRED, "121.00", credit))
        .isInstanceOf(Finding.Unproven.class);
  }

  @Test
  void withTheApisWordTheCreditMustHaveFallenOnAClearTrail() {
    assertThat(look(YES, CreditTrail.CLEAR, "71.00", "150.50"))
        .isInstanceOf(Finding.Unproven.class);
  }

  @Test
  void whatElseLeftTheCreditIsToldOnAClearTrailOnly() {
    assertThat(Words.of(card(look(YES, CreditTrail.CLEAR, "71.00", "50.50")).notes()))
        .containsExactly("pay.credit-fell-otherwise(100.00 EUR)");
    Reply blurred = card(look(YES, CreditTrail.BLURRED, "71.00", "50.50"));
    assertThat(blurred.notes()).isEmpty();
    assertThat(Words.field(blurred, "field.credit")).contains("50.50 EUR");
  }

  static Stream<RecallCase> movingTheCredit() {
    return RecallTest.cases()
        .filter(one -> one.commitment() instanceof Commitment.Open)
        .filter(one -> !one.name().contains("nobody knows"));
  }

  @ParameterizedTest
  @MethodSource("movingTheCredit")
  void aDifferenceOfTheCreditIsShownAsTheChangesDoingOnAClearTrailOnly(RecallCase one) {
    Change<?> change = one.prepared().change();
    Finding clear = PreparedChange.find(change, NO_WORD, one.done(), CreditTrail.CLEAR);
    Finding blurred = PreparedChange.find(change, NO_WORD, one.done(), CreditTrail.BLURRED);
    assertThat(Words.field(card(clear), "field.credit").orElseThrow())
        .startsWith("confirm.changed");
    assertThat(Words.field(card(blurred), "field.credit").orElseThrow()).endsWith("0 EUR");
  }

  private Finding look(Optional<Object> told, CreditTrail trail, String balance, String credit) {
    return PreparedChange.find(payment, told, account(balance, credit), trail);
  }

  private static Consumer<ScriptedBilling> account(String balance, String credit) {
    return MoneyCases.account(credit, payable(123, InvoiceStatus.UNPAID, eur(balance)));
  }

  private static Reply card(Finding finding) {
    if (finding instanceof Finding.Done(Reply reply)) {
      return reply;
    }
    throw new AssertionError("not done: " + finding);
  }
}
