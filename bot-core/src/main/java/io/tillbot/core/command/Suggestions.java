package io.tillbot.core.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known word that a mistyped one is nearest to. */
public final class Suggestions {
  private static final int LONGEST = 40;

  private Suggestions() {}

  /** The nearest word, when it is near enough that a person would agree. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || lower.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> distance(lower, candidate) <= tolerance(lower, candidate))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(lower, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int tolerance(String word, String candidate) {
    boolean isShort = Math.min(word.length(), candidate.length()) <= 3;
    return candidate.startsWith(word) && word.length() >= 3 ? LONGEST : isShort ? 1 : 2;
  }

  /** Edits between two words, a swap of neighbours being one (optimal string alignment). */
  static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] previous = new int[other.length() + 1];
    int[] current = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
        if (isSwap(one, i, other, j)) {
          current[j] = Math.min(current[j], before[j - 2] + 1);
        }
      }
      int[] oldest = before;
      before = previous;
      previous = current;
      current = oldest;
    }
    return previous[other.length()];
  }

  private static boolean isSwap(String one, int i, String other, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
