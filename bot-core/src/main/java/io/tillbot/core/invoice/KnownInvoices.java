package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The invoices that were there at one moment, so that those made later are known as new. A list may
 * be cut short: then only a number above all that were seen counts as new.
 */
public final class KnownInvoices {
  private static final String WHOLE = "whole";
  private static final String CUT_SHORT = "cut-short";

  private final Set<InvoiceId> ids;
  private final boolean isWhole;
  private final long highest;

  private KnownInvoices(Set<InvoiceId> ids, boolean isWhole) {
    this.ids = ids;
    this.isWhole = isWhole;
    this.highest = ids.stream().mapToLong(InvoiceId::value).max().orElse(Long.MAX_VALUE);
  }

  public static KnownInvoices of(InvoiceList list) {
    return new KnownInvoices(ids(list.invoices()), !list.isCutShort());
  }

  /** Those of one server, of which the API keeps none back. */
  public static KnownInvoices of(List<InvoiceSummary> list) {
    return new KnownInvoices(ids(list), true);
  }

  /**
   * What {@link #written} gave.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static KnownInvoices read(String written) {
    List<String> words = Arrays.asList(written.split(" ", -1));
    boolean isWhole = words.getFirst().equals(WHOLE);
    if (!isWhole && !words.getFirst().equals(CUT_SHORT)) {
      throw new IllegalArgumentException("not a list of invoices");
    }
    return new KnownInvoices(
        words.stream()
            .skip(1)
            .map(id -> new InvoiceId(Long.parseLong(id)))
            .collect(Collectors.toUnmodifiableSet()),
        isWhole);
  }

  /** As a text that keeps all that {@link #newAmong} rests on. */
  public String written() {
    return (isWhole ? WHOLE : CUT_SHORT)
        + ids.stream()
            .mapToLong(InvoiceId::value)
            .sorted()
            .mapToObj(id -> " " + id)
            .collect(Collectors.joining());
  }

  /** How many there are and which is the newest: another mark when one is made. */
  public String mark() {
    return ids.isEmpty() ? "0" : ids.size() + ", " + highest;
  }

  /** Whether it was there. */
  public boolean contains(InvoiceId id) {
    return ids.contains(id);
  }

  /** The invoices of a later list that were not there, the newest first. */
  public List<InvoiceSummary> newAmong(List<InvoiceSummary> later) {
    return later.stream()
        .filter(invoice -> !ids.contains(invoice.id()))
        .filter(invoice -> isWhole || invoice.id().value() > highest)
        .sorted(Comparator.comparingLong((InvoiceSummary one) -> one.id().value()).reversed())
        .toList();
  }

  private static Set<InvoiceId> ids(List<InvoiceSummary> list) {
    return list.stream().map(InvoiceSummary::id).collect(Collectors.toUnmodifiableSet());
  }
}
