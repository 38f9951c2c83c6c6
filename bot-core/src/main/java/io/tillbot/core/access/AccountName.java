package io.tillbot.core.access;

import java.util.regex.Pattern;

/**
 * Names one of a caller's billing accounts: the client's id and, where it is told, the billing
 * location, as in {@code 1001@whmcs_eu}. Not secret. Ordered as text.
 *
 * @param value 1 to {@value #LONGEST} ASCII letters, digits and {@code . _ @ -}, the first one a
 *     letter or a digit
 */
public record AccountName(String value) implements Comparable<AccountName> {
  /** In characters. */
  public static final int LONGEST = 80;

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]*");

  /**
   * What was linked before accounts had names. No billing account is called so, since their names
   * begin with a number; the caller's next link takes its place.
   */
  public static final AccountName UNNAMED = new AccountName("linked");

  public AccountName {
    if (!isName(value)) {
      throw new IllegalArgumentException("not an account's name");
    }
  }

  /** Whether a text can name an account. */
  public static boolean isName(String text) {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }

  /**
   * The client whose account it is, however much of its name was told: the part before {@code @}.
   * Two clients of different locations may share it.
   */
  public String client() {
    int at = value.indexOf('@');
    return at < 0 ? value : value.substring(0, at);
  }

  /** Whether the other name is this one without its billing location. */
  public boolean isShortenedTo(AccountName other) {
    return value.startsWith(other.value + "@");
  }

  @Override
  public int compareTo(AccountName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
