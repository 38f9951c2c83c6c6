package io.tillbot.core.policy;

import java.util.Comparator;

/**
 * How closely a rule names what was asked. Compared by the command first, then the effect, the role
 * and the place: what stands first outweighs everything after it.
 *
 * @param command how many of the command's words are named: a command counts more than its parent,
 *     0 where none is named
 * @param effect 1 where the effect is named
 * @param role 1 where a role is named
 * @param place 2 for the channel, 1 for its kind, 0 where no place is named
 */
record Specificity(int command, int effect, int role, int place)
    implements Comparable<Specificity> {
  static final int ITSELF = 2;
  static final int KIND = 1;
  static final int UNNAMED = 0;

  private static final Comparator<Specificity> ORDER =
      Comparator.comparingInt(Specificity::command)
          .thenComparingInt(Specificity::effect)
          .thenComparingInt(Specificity::role)
          .thenComparingInt(Specificity::place);

  @Override
  public int compareTo(Specificity other) {
    return ORDER.compare(this, other);
  }
}
