package io.tillbot.core.person;

/** Personal data as an onlooker may see it: enough to know one's own again. */
public final class Masked {
  private static final int SHOWN_DIGITS = 2;

  private Masked() {}

  /** {@code a…@example.com}. */
  public static String email(String email) {
    int at = email.lastIndexOf('@');
    return at < 1
        ? "…"
        : email.substring(0, email.offsetByCodePoints(0, 1)) + "…" + email.substring(at);
  }

  /** {@code …67}. */
  public static String phone(String phone) {
    String digits = phone.replaceAll("[^0-9]", "");
    return "…" + digits.substring(Math.max(digits.length() - SHOWN_DIGITS, 0));
  }
}
