package io.tillbot.app.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the configuration, in the order in which it was found. */
final class Faults {
  private final List<String> problems = new ArrayList<>();
  private final Set<Setting> unusable = EnumSet.noneOf(Setting.class);

  /**
   * Notes a problem.
   *
   * @param origin where it is
   * @param what is wrong and what would be right; never the value, which may be a secret
   */
  void add(String origin, String what) {
    problems.add(origin + ": " + what);
  }

  /** Notes a problem of what was written for that setting. */
  void add(Setting setting, String origin, String what) {
    distrust(setting);
    add(origin, what);
  }

  /** Something may have been written for that setting that nobody can read. */
  void distrust(Setting setting) {
    unusable.add(setting);
  }

  /** Notes a problem of the whole file: nobody knows what it would have said. */
  void addUnreadable(String file, String what) {
    unusable.addAll(EnumSet.allOf(Setting.class));
    add(file, what);
  }

  /** Whether something may have been written for the setting that cannot be used. */
  boolean concern(Setting setting) {
    return unusable.contains(setting);
  }

  /** Ends the reading where something is wrong. */
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }
}
