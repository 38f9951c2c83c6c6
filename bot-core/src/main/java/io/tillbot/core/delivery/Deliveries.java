package io.tillbot.core.delivery;

import io.tillbot.core.access.Platform;
import io.tillbot.core.operation.OperationId;
import java.time.Instant;
import java.util.List;

/** Keeps deliveries for a short while, within one unit of work. */
public interface Deliveries {

  /**
   * Takes up a message that is new.
   *
   * @return whether it is: of all who claim the same key, one may go on
   */
  boolean claim(Delivery delivery, Instant now);

  /** Whether a message of that key was taken up, and is not forgotten yet. */
  boolean isKnown(String key);

  /**
   * Takes up a message again whose lease has run out.
   *
   * @param found as it was found; nothing happens when it is no longer that
   * @return whether it was still that
   */
  boolean claimAgain(Delivery found, Instant lease);

  /** Remembers which write the message led to. */
  void ledTo(String key, OperationId operation);

  /**
   * Ends it, when whoever took it up for the given time still has it.
   *
   * @return whether that was so: an answer that comes too late is a repeated one
   */
  boolean done(String key, int tries, Instant now);

  /**
   * Those that nobody has brought to an end in time, the longest waiting first. One that does not
   * open any more is among them, illegible: whoever finds it ends it, or it stands before the
   * others for ever.
   *
   * @param platform with whose name their keys begin
   */
  List<Delivery> expired(Platform platform, Instant now, int most);

  /**
   * Those that have not come to their end, whoever has them, by their keys.
   *
   * @param after the key before the first; empty for all
   */
  List<Delivery> waiting(Platform platform, String after, int most);

  /**
   * Forgets those that ended before then. A platform's repetitions must have ceased by then.
   *
   * @return how many they were
   */
  int forget(Instant endedBefore, int most);
}
