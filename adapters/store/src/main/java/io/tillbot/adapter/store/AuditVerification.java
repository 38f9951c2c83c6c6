package io.tillbot.adapter.store;

import io.tillbot.adapter.store.AuditFinding.Kind;
import io.tillbot.adapter.store.AuditRow.AuditKey;
import io.tillbot.core.audit.ChainHead;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through every chain. A row is genuine when its MAC fits it, its place and the MAC that
 * it says was before it; a chain is whole when each row follows the one before it and the head is
 * the last one's. Serves one thread, once.
 */
final class AuditVerification {
  private final AuditSecret secret;
  private final Map<String, AuditHead> heads = new HashMap<>();
  private final AuditRows rows;
  private final Consumer<AuditFinding> taking;
  private final AuditOrigin origin;

  /** Where it is now. */
  private @Nullable AuditLink last;

  private boolean isLastGenuine = true;
  private final Set<String> seen = new HashSet<>();

  AuditVerification(
      AuditSecret secret, List<AuditHead> heads, AuditRows rows, Consumer<AuditFinding> taking) {
    this.secret = secret;
    heads.forEach(head -> this.heads.put(head.chain(), head));
    this.rows = rows;
    this.taking = taking;
    this.origin = new AuditOrigin(secret, this.heads);
  }

  void verify(List<ChainHead> noted) {
    rows.eachByChain(this::next);
    endChain();
    secret.chains().stream()
        .filter(chain -> !seen.contains(chain))
        .forEach(chain -> end(chain, null));
    noted.forEach(this::compare);
  }

  private void next(AuditLink link) {
    AuditLink before = last;
    if (before == null || !before.key().chain().equals(link.key().chain())) {
      endChain();
      before = null;
      isLastGenuine = true;
      seen.add(link.key().chain());
    }
    long number = link.key().number();
    long expected = before == null ? 1 : before.key().number() + 1;
    if (number > expected) {
      found(Kind.MISSING, link, expected, number - 1);
    }
    boolean isGenuine = link.isGenuine(secret);
    if (!isGenuine) {
      notGenuine(link);
    } else if (number == expected && isLastGenuine && !follows(link, before)) {
      found(Kind.OTHER_COPY, link, number, number);
    }
    last = link;
    isLastGenuine = isGenuine;
  }

  private static boolean follows(AuditLink link, @Nullable AuditLink before) {
    return link.previous().equals(before == null ? AuditMac.NONE : before.mac());
  }

  private void notGenuine(AuditLink link) {
    Optional<AuditKey> place = origin.of(link);
    long number = link.key().number();
    taking.accept(
        new AuditFinding(
            place.isPresent() ? Kind.OUT_OF_ORDER : Kind.CHANGED,
            link.key().chain(),
            number,
            number,
            time(link),
            place
                .map(key -> "that of chain %s row %d".formatted(key.chain(), key.number()))
                .orElse("")));
  }

  private void endChain() {
    AuditLink ended = last;
    if (ended != null) {
      end(ended.key().chain(), ended);
      last = null;
    }
  }

  private void end(String chain, @Nullable AuditLink ended) {
    AuditHead head = heads.get(chain);
    if (head == null) {
      taking.accept(AuditFinding.ofChain(Kind.HEAD_MISSING, chain, ""));
      return;
    }
    long count = ended == null ? 0 : ended.key().number();
    if (count < head.count()) {
      taking.accept(
          new AuditFinding(
              Kind.CUT_OFF,
              chain,
              count + 1,
              head.count(),
              ended == null ? Optional.empty() : time(ended),
              ""));
    } else if (ended != null && count > head.count()) {
      found(Kind.ADDED, ended, head.count() + 1, count);
    } else if (ended != null && isLastGenuine && !ended.mac().equals(head.mac())) {
      taking.accept(AuditFinding.ofChain(Kind.HEAD_CHANGED, chain, ""));
    }
  }

  private void compare(ChainHead noted) {
    AuditMac mac = AuditMac.of(noted.mac());
    boolean isThere =
        noted.count() == 0
            ? mac.equals(AuditMac.NONE)
            : rows.mac(new AuditKey(noted.chain(), noted.count())).filter(mac::equals).isPresent();
    if (!isThere) {
      AuditHead now = heads.get(noted.chain());
      taking.accept(
          AuditFinding.ofChain(
              Kind.NOTED_HEAD_DIFFERS,
              noted.chain(),
              "noted with %d rows; it has %s now"
                  .formatted(noted.count(), now == null ? "no head" : now.count() + " rows")));
    }
  }

  private void found(Kind kind, AuditLink beside, long from, long to) {
    taking.accept(new AuditFinding(kind, beside.key().chain(), from, to, time(beside), ""));
  }

  private static Optional<Instant> time(AuditLink link) {
    return Optional.of(Instant.ofEpochMilli(link.row().at()));
  }
}
