package io.tillbot.core.command;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;

/**
 * One call of a command, parsed.
 *
 * @param stage how far it has come
 */
public record Call(Caller caller, Place place, Options options, Stage stage) {

  /** How far a call has come. */
  public enum Stage {
    /** As it was given: what is missing may be asked for. */
    TYPED,
    /** Its form was filled in: it is not opened again, whatever was left unanswered. */
    ANSWERED,
    /** Its preview was confirmed. */
    CONFIRMED
  }

  /** Whether the command should open its form: nothing that the form asks for was given. */
  public boolean opensForm(CommandSpec spec) {
    return stage == Stage.TYPED
        && spec.fields().stream().noneMatch(field -> options.find(field).isPresent());
  }
}
