package io.tillbot.core.overview;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.policy.Gatekeeper;

/** What one caller may run at one place. */
record Permitted(CommandRegistry registry, Gatekeeper gatekeeper, Caller caller, Place place) {

  /** Whether the command of that name, such as {@code cancel list}, may be run there. */
  boolean allows(String command) {
    return registry
        .find(CommandPath.of(command).words())
        .filter(found -> gatekeeper.mayRun(caller, place, found.spec()).isAllowed())
        .isPresent();
  }
}
