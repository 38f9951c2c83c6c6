package io.tillbot.core.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long things last.
 *
 * @param proposal as long as a chat lets an answer be edited, and as a person remembers what was
 *     asked
 * @param press how long the process that took a press has it for itself, before another goes on
 *     with it
 * @param confirmed how old a confirmation may be when it is sent: nobody is to be surprised by what
 *     they agreed to long ago
 * @param sending longer than a whole write may take, with everything that it does first: whoever
 *     sends must be known to have stopped before anybody calls the outcome unknown
 * @param approval how long a second person has
 * @param overdue how long after its time one that was held may still be sent, when nobody was there
 *     to do it: whoever believes it forgotten is not to be surprised
 * @param looks how long to wait before each further look at an unknown outcome; after the last one
 *     it is left to a person
 */
public record Lifetimes(
    Duration proposal,
    Duration press,
    Duration confirmed,
    Duration sending,
    Duration approval,
    Duration overdue,
    List<Duration> looks) {
  private static final Duration USUAL_SENDING = Duration.ofMinutes(5);

  public Lifetimes {
    looks = List.copyOf(looks);
  }

  /** The usual ones: ten minutes to confirm, a day to approve, looks over two days. */
  public static Lifetimes usual() {
    return new Lifetimes(
        Duration.ofMinutes(10),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10),
        USUAL_SENDING,
        Duration.ofHours(24),
        Duration.ofHours(24),
        List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24)));
  }

  /** The same with another lease for sending. */
  public Lifetimes withSending(Duration lease) {
    return new Lifetimes(proposal, press, confirmed, lease, approval, overdue, looks);
  }

  /**
   * When the request must have left at the latest: half the lease is left for the write itself, so
   * that a process that slept does not send what others have called unknown by then.
   */
  Instant latestStart(Instant taken) {
    return taken.plus(sending.dividedBy(2));
  }

  /**
   * How long the process that took up a message has it for itself: longer than commands usually
   * take.
   */
  public Duration delivery() {
    return sending.plus(press);
  }

  /** The wait before the first look. */
  Duration firstLook() {
    return looks.isEmpty() ? Duration.ZERO : looks.getFirst();
  }

  /** The wait before the next look, after so many that settled nothing. */
  Optional<Duration> beforeLook(int tries) {
    return tries < looks.size() ? Optional.of(looks.get(tries)) : Optional.empty();
  }
}
