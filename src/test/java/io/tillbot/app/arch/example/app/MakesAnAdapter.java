package io.tillbot.app.arch.example.app;

import io.tillbot.app.arch.example.adapter.two.Known;
import java.util.function.Supplier;

/** Makes what only Wiring may make. */
public final class MakesAnAdapter {
  private final Supplier<Known> known = Known::open;
}
