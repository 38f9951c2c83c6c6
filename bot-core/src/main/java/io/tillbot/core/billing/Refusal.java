package io.tillbot.core.billing;

import java.util.List;

/**
 * A "no" of the billing API.
 *
 * @param code {@code code} or {@code result} as text, such as {@code -1}, {@code -3} or {@code
 *     NO_APPROPRIATE_SERVERS}
 * @param message plain text, tags and entities removed, an unexpanded {@code $id} filled in; may be
 *     empty
 * @param details further message keys of the same answer, such as {@code email_registered}
 */
public record Refusal(String code, String message, List<String> details) {
  public Refusal {
    details = List.copyOf(details);
  }
}
