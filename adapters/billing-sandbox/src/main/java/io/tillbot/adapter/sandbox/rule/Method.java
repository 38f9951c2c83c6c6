package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Failure;
import io.tillbot.adapter.sandbox.book.Permission;

/**
 * One method of {@code whmcs.php}.
 *
 * @param action its name
 * @param verbs how it may be sent
 * @param permission what the token must allow
 * @param body what it does
 * @param outage what it answers while the billing behind it is down
 */
record Method(String action, Verbs verbs, Permission permission, Body body, Failure outage) {

  /** How a method may be sent. */
  enum Verbs {
    POST,
    POST_OR_GET
  }

  /** What a method does. */
  sealed interface Body {

    /** Reads. */
    record Reads(ReadRule rule) implements Body {}

    /** Writes. */
    record Writes(WriteRule rule) implements Body {}
  }
}
