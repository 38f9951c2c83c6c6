package io.tillbot.core.simulation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.OperationId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The truth: one client's account in the billing system, and who changed it. */
final class Account {
  private static final long CENTS = 100;

  /** Of what an invoice is. */
  enum Kind {
    SERVICE,
    TOP_UP,
    COMBINED
  }

  /** An invoice, in cents. */
  record Paper(long id, Kind kind, List<Long> combines, long total, long credited, long outside) {
    long balance() {
      return total - credited - outside;
    }

    boolean isOpen() {
      return balance() > 0;
    }
  }

  /** A request that was carried out, and how many cents it moved. */
  record Deed(OperationId by, WriteRequest request, long moved, boolean isLate) {}

  /** A request that is still under way, though nobody waits for it any more. */
  record Straggler(OperationId by, WriteRequest request) {}

  private final SortedMap<Long, Paper> papers = new TreeMap<>();
  private final List<Deed> deeds = new ArrayList<>();
  private final List<Straggler> stragglers = new ArrayList<>();
  private final long initialCredit;
  private long credit;
  private boolean isBeingCancelled;
  private long outside;
  private SortedMap<Long, Paper> listedPapers = new TreeMap<>();
  private boolean isListedAsCancelled;

  Account(long credit, Map<Long, Long> totals) {
    this.initialCredit = credit;
    this.credit = credit;
    totals.forEach(
        (id, total) -> papers.put(id, new Paper(id, Kind.SERVICE, List.of(), total, 0, 0)));
    refreshLists();
  }

  SortedMap<Long, Paper> papers() {
    return papers;
  }

  long credit() {
    return credit;
  }

  long fallOfCredit() {
    return initialCredit - credit;
  }

  List<Deed> deeds() {
    return deeds;
  }

  List<Straggler> stragglers() {
    return stragglers;
  }

  /** What was paid past us. */
  boolean hasOutsidePayments() {
    return outside > 0;
  }

  /** The lists as they were refreshed last: they may lag, but never go back. */
  SortedMap<Long, Paper> listedPapers() {
    return listedPapers;
  }

  boolean isListedAsCancelled() {
    return isListedAsCancelled;
  }

  /** Whether the lists lag. */
  boolean areListsStale() {
    return isListedAsCancelled != isBeingCancelled || !listedPapers.equals(papers);
  }

  /** An invoice that the API has clearly said to be there is in its list as well. */
  void listWhatWasSaid() {
    listedPapers = new TreeMap<>(papers);
  }

  void refreshLists() {
    listedPapers = new TreeMap<>(papers);
    isListedAsCancelled = isBeingCancelled;
  }

  /** A customer pays a part through a gateway. */
  void payOutside(long id, long cents) {
    Paper paper = papers.get(id);
    if (paper != null && paper.isOpen()) {
      long paid = Math.min(cents, paper.balance());
      outside += paid;
      papers.put(
          id,
          new Paper(
              id,
              paper.kind(),
              paper.combines(),
              paper.total(),
              paper.credited(),
              paper.outside() + paid));
    }
  }

  /** Keeps a request for later. */
  void delay(OperationId by, WriteRequest request) {
    stragglers.add(new Straggler(by, request));
  }

  /** Carries out the one that is under way the longest. */
  void executeStraggler() {
    Straggler straggler = stragglers.removeFirst();
    execute(straggler.by(), straggler.request(), true);
  }

  /** Carries out a request. */
  ApiResult<WriteAnswer> execute(OperationId by, WriteRequest request, boolean isLate) {
    return switch (request) {
      case WriteRequest.ApplyCredit(InvoiceId id, BigDecimal amount) ->
          applyCredit(by, request, id.value(), cents(amount), isLate);
      case WriteRequest.CreateAddFunds funds -> {
        long id = papers.lastKey() + 1;
        put(id, Kind.TOP_UP, List.of(), cents(funds.amount()));
        deeds.add(new Deed(by, request, 0, isLate));
        yield new ApiResult.Done<>(new WriteAnswer.FundsInvoiceCreated(summary(id)));
      }
      case WriteRequest.MassPay(List<InvoiceId> ids) -> massPay(by, request, ids, isLate);
      case WriteRequest.RequestCancellation _ -> {
        if (isBeingCancelled) {
          yield refused();
        }
        isBeingCancelled = true;
        deeds.add(new Deed(by, request, 0, isLate));
        yield new ApiResult.Done<>(new WriteAnswer.Acknowledged());
      }
      case WriteRequest.DeleteCancellationRequest _ -> {
        if (!isBeingCancelled) {
          yield refused();
        }
        isBeingCancelled = false;
        deeds.add(new Deed(by, request, 0, isLate));
        yield new ApiResult.Done<>(new WriteAnswer.CancellationWithdrawn(null));
      }
      case WriteRequest other -> throw new Broken(Law.NO_BUG, "not in the model: " + other);
    };
  }

  private ApiResult<WriteAnswer> applyCredit(
      OperationId by, WriteRequest request, long id, long cents, boolean isLate) {
    Paper paper = papers.get(id);
    long moved = paper == null ? 0 : Math.min(cents, Math.min(paper.balance(), credit));
    if (paper == null || moved <= 0 || paper.kind() == Kind.TOP_UP) {
      return refused();
    }
    credit -= moved;
    papers.put(
        id,
        new Paper(
            id,
            paper.kind(),
            paper.combines(),
            paper.total(),
            paper.credited() + moved,
            paper.outside()));
    deeds.add(new Deed(by, request, moved, isLate));
    return new ApiResult.Done<>(new WriteAnswer.Acknowledged());
  }

  private ApiResult<WriteAnswer> massPay(
      OperationId by, WriteRequest request, List<InvoiceId> ids, boolean isLate) {
    long sum = 0;
    for (InvoiceId id : ids) {
      Paper paper = papers.get(id.value());
      if (paper == null || !paper.isOpen()) {
        return refused();
      }
      sum += paper.balance();
    }
    long made = papers.lastKey() + 1;
    put(made, Kind.COMBINED, ids.stream().map(InvoiceId::value).toList(), sum);
    deeds.add(new Deed(by, request, 0, isLate));
    return new ApiResult.Done<>(new WriteAnswer.CombinedInvoiceCreated(new InvoiceId(made)));
  }

  private void put(long id, Kind kind, List<Long> combines, long total) {
    papers.put(id, new Paper(id, kind, combines, total, 0, 0));
  }

  private InvoiceSummary summary(long id) {
    Paper paper = papers.get(id);
    if (paper == null) {
      throw new Broken(Law.NO_BUG, "no invoice " + id);
    }
    return Shapes.summary(paper);
  }

  private static ApiResult<WriteAnswer> refused() {
    return new ApiResult.Refused<>(new Refusal("-1", "no", List.of()));
  }

  private static long cents(BigDecimal amount) {
    return amount.multiply(BigDecimal.valueOf(CENTS)).longValueExact();
  }
}
