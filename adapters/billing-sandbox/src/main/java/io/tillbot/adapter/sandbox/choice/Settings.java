package io.tillbot.adapter.sandbox.choice;

/**
 * The switches as one action sees them.
 *
 * @param switches all of them
 * @param action the action
 */
public record Settings(Switches switches, String action) {

  /** The setting of that kind. */
  public <C extends Enum<C> & Choice> C of(Class<C> kind) {
    return switches.of(action, kind);
  }
}
