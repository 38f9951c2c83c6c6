package io.tillbot.adapter.sandbox.choice;

/** One setting of one switch; each kind of switch is an enum, its first constant the default. */
public sealed interface Choice permits Shape, Rule {

  /** What this setting does, in a few words. */
  String meaning();

  /** The constant's name. */
  String name();

  /** The constant's place; 0 is the default. */
  int ordinal();
}
