package io.tillbot.core.policy;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Effect;

/** Whether somebody may run a command at a place. */
public record Ask(Caller caller, Place place, CommandPath path, Effect effect) {
  /** The same of a command. */
  public static Ask of(Caller caller, Place place, CommandSpec spec) {
    return new Ask(caller, place, spec.path(), spec.effect());
  }
}
