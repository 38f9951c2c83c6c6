package io.tillbot.adapter.sandbox.rule;

import java.util.regex.Pattern;

/** Which e-mail addresses are taken. */
final class Emails {

  private static final Pattern ADDRESS =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");
  private static final int LONGEST = 254;

  private Emails() {}

  static boolean isAddress(String text) {
    return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
  }
}
