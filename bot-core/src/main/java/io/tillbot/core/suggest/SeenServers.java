package io.tillbot.core.suggest;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.ServerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The servers that a caller has opened, or seen in an invoice's lines: no method of the API lists
 * them, so that these are some, never all. Kept by this process alone, for a bounded number of
 * callers. Safe for many threads.
 */
final class SeenServers {
  static final int MOST_CALLERS = 1_000;
  static final int MOST_SERVERS = 50;

  private final Map<Caller, Seen> byCaller = new Recent<>(MOST_CALLERS);

  /** Those of one account, which another account of the same caller has never seen. */
  private record Seen(AccountName account, Recent<ServerId, Boolean> servers) {}

  /** The same reads, which remember the servers that they show. */
  BillingReads watching(Caller caller, AccountName account, BillingReads reads) {
    return new WatchedReads(reads, server -> saw(caller, account, server));
  }

  private synchronized void saw(Caller caller, AccountName account, ServerId server) {
    @Nullable Seen seen = byCaller.get(caller);
    if (seen == null || !seen.account().equals(account)) {
      seen = new Seen(account, new Recent<>(MOST_SERVERS));
      byCaller.put(caller, seen);
    }
    seen.servers().put(server, true);
  }

  /** Those of the caller's account, the last one first. */
  synchronized List<ServerId> of(Caller caller, AccountName account) {
    @Nullable Seen seen = byCaller.get(caller);
    return seen == null || !seen.account().equals(account)
        ? List.of()
        : new ArrayList<>(seen.servers().keySet()).reversed();
  }

  synchronized void forget(Caller caller) {
    byCaller.remove(caller);
  }
}
