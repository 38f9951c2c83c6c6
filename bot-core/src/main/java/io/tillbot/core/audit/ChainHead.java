package io.tillbot.core.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a chain of the audit trail has come. Not secret. Kept apart from the store, it proves
 * later that nothing up to there was taken away or changed, not even by putting back an older copy.
 *
 * @param chain lower-case letters
 * @param count how many rows it has
 * @param mac of its last row, in hexadecimal; zeros while it has none
 */
public record ChainHead(String chain, long count, String mac) {
  private static final Pattern SHAPE =
      Pattern.compile("(?<chain>[a-z]{1,16}):(?<count>[0-9]{1,18}):(?<mac>[0-9a-f]{64})");

  public ChainHead {
    if (!SHAPE.matcher(chain + ":" + count + ":" + mac).matches()) {
      throw new IllegalArgumentException("not the head of a chain");
    }
  }

  /** What {@link #toString} wrote; empty when it is something else. */
  public static Optional<ChainHead> read(String text) {
    Matcher matcher = SHAPE.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new ChainHead(
                matcher.group("chain"),
                Long.parseLong(matcher.group("count")),
                matcher.group("mac")))
        : Optional.empty();
  }

  /** As it is logged and given back: {@code chain:count:mac}. */
  @Override
  public String toString() {
    return chain + ":" + count + ":" + mac;
  }
}
