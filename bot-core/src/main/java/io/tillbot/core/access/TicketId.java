package io.tillbot.core.access;

import java.util.regex.Pattern;

/**
 * Names a {@link Ticket} to the outside: opaque, at least 128 random bits, safe in a button's
 * value. Who holds it can do nothing with it alone, since a ticket serves its owner only, save the
 * {@linkplain Ticket.Purpose#LINK_PAGE page} to give a credential on; it prints as {@code ***}.
 *
 * @param value 22 to 64 characters of base64url
 */
public record TicketId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22,64}");

  public TicketId {
    if (!isId(value)) {
      throw new IllegalArgumentException("not a ticket's id");
    }
  }

  /** Whether a text, such as a button's value that came back, can be one. */
  public static boolean isId(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "***";
  }
}
