package io.tillbot.core.policy;

import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.regex.Pattern;

/**
 * Which rule it was, for a person who looks it up.
 *
 * @param line where the rule begins in its file, 1 for the first
 */
public record RuleRef(String name, int line) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  public RuleRef {
    if (!isName(name) || line < 1) {
      throw new IllegalArgumentException("not a rule's name and line");
    }
  }

  /** Whether a text can name a rule. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Its name and line for the reader. */
  public Text label() {
    return Text.of("policy.rule", Value.data(name), Value.data(Integer.toString(line)));
  }
}
