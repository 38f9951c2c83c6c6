package io.tillbot.core.policy;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * People by a common name.
 *
 * @param name as the file has it; a single member may stand for itself, such as {@code terminal}
 * @param members none is a role that nobody has
 */
public record Role(String name, Set<Member> members) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public Role {
    members = Set.copyOf(members);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a role has a name");
    }
  }

  /** Whether a text can name a role of several. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether the caller has it, where they are now. */
  public boolean has(Caller caller, Place place) {
    return members.stream().anyMatch(member -> member.includes(caller, place));
  }
}
