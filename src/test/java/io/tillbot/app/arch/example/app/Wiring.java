package io.tillbot.app.arch.example.app;

import io.tillbot.app.arch.example.adapter.two.Known;

/** Makes what it may. */
public final class Wiring {
  private final Known known = Known.open();
}
