package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.choice.Settings;
import io.tillbot.adapter.sandbox.form.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A request whose token was accepted.
 *
 * @param form its fields
 * @param session on whose behalf
 * @param settings the switches as this action sees them
 * @param now the moment it came
 */
record Request(Form form, Session session, Settings settings, Instant now) {

  /** The day it came, UTC. */
  LocalDate today() {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** The moment it came, UTC. */
  LocalDateTime time() {
    return now.atOffset(ZoneOffset.UTC).toLocalDateTime();
  }
}
