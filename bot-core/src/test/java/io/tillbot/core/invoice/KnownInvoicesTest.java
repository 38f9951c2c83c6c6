package io.tillbot.core.invoice;

import static io.tillbot.core.Samples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownInvoicesTest {
  @Test
  void aWholeListKnowsEveryOtherNumberAsNew() {
    KnownInvoices known = again(KnownInvoices.of(new InvoiceList(invoices(7, 9), 2)));
    assertThat(newAmong(known, 7, 8, 9, 10)).containsExactly(10L, 8L);
  }

  @Test
  void ofAListThatWasCutShortOnlyHigherNumbersAreNew() {
    KnownInvoices known = again(KnownInvoices.of(new InvoiceList(invoices(7, 9), 3)));
    assertThat(newAmong(known, 7, 8, 9, 10)).containsExactly(10L);
  }

  @Test
  void anEmptyListThatWasCutShortKnowsNothingAsNew() {
    assertThat(newAmong(again(KnownInvoices.of(new InvoiceList(List.of(), 1))), 10)).isEmpty();
    assertThat(newAmong(again(KnownInvoices.of(List.of())), 10)).containsExactly(10L);
  }

  @Test
  void thousandsAreKeptAndRead() {
    long[] ids = LongStream.rangeClosed(1_000_001, 1_020_000).toArray();
    KnownInvoices known = KnownInvoices.of(invoices(ids));
    assertThat(again(known).mark()).isEqualTo(known.mark());
    assertThat(again(known).contains(new InvoiceId(1_010_000))).isTrue();
  }

  @Test
  void itIsWrittenTheSameInWhateverOrderItWasListed() {
    assertThat(KnownInvoices.of(invoices(9, 7)).written()).isEqualTo("whole 7 9");
    assertThat(KnownInvoices.of(new InvoiceList(invoices(7, 9), 3)).written())
        .isEqualTo("cut-short 7 9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7 9", "Whole 7", "whole  7", "whole 7 ", "whole x", "whole 0", "whole -7"})
  void anythingElseIsNotRead(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> KnownInvoices.read(text));
  }

  private static KnownInvoices again(KnownInvoices known) {
    return KnownInvoices.read(known.written());
  }

  private static List<InvoiceSummary> invoices(long... ids) {
    return LongStream.of(ids).mapToObj(id -> unpaid(id, "2026-12-01", "9.00", "EUR")).toList();
  }

  private static List<Long> newAmong(KnownInvoices known, long... ids) {
    return known.newAmong(invoices(ids)).stream().map(invoice -> invoice.id().value()).toList();
  }
}
