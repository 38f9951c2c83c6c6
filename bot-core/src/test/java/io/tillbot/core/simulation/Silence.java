package io.tillbot.core.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps the core from logging what the simulation makes go wrong, which is everything. */
final class Silence implements BeforeAllCallback, AfterAllCallback {
  private static final Logger CORE = (Logger) LoggerFactory.getLogger("io.tillbot.core");

  @Override
  public void beforeAll(ExtensionContext context) {
    CORE.setLevel(Level.OFF);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    CORE.setLevel(null);
  }
}
