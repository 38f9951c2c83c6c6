package io.tillbot.core;

import io.tillbot.core.execution.Flaw;
import io.tillbot.core.execution.Means;

/** A catalogue whose operations are broken on purpose, to show that a test finds it. */
public final class Sabotage {
  private Sabotage() {}

  public static Catalogue catalogue(Means means, Flaw flaw) {
    return new Catalogue(
        means, CatalogueSettings.defaults(), registry -> flaw.operations(means, registry));
  }
}
