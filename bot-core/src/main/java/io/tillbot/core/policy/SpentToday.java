package io.tillbot.core.policy;

import io.tillbot.core.access.Caller;
import java.util.Optional;

/** Knows how much somebody has moved on the present day. */
@FunctionalInterface
public interface SpentToday {
  /** How much; empty where nobody keeps count. */
  Optional<Reserved> by(Caller caller);
}
