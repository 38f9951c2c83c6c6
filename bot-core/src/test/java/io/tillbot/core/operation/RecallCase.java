package io.tillbot.core.operation;

import io.tillbot.core.support.PreparedChange;
import io.tillbot.core.support.ScriptedBilling;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A change with what it should say of itself, and with two ways in which the account may stand
 * afterwards.
 *
 * @param told the API's own word that it was done
 * @param whenDone what a look without that word finds when it was done
 * @param whenNot what such a look finds when it was not
 */
record RecallCase(
    String name,
    String line,
    Consumer<ScriptedBilling> before,
    Consumer<ScriptedBilling> done,
    Object told,
    Class<? extends Finding> whenDone,
    Class<? extends Finding> whenNot,
    Set<String> targets,
    Commitment commitment) {

  PreparedChange prepared() {
    return new PreparedChange(line, before);
  }

  @Override
  public String toString() {
    return name;
  }
}
