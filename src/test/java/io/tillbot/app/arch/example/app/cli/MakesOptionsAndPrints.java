package io.tillbot.app.arch.example.app.cli;

import io.tillbot.app.arch.example.adapter.console.Terminal;
import io.tillbot.app.arch.example.adapter.two.KnownOptions;

/** Does what it may. */
public final class MakesOptionsAndPrints {
  void print() {
    System.out.println(KnownOptions.usual());
    System.err.println(new KnownOptions(2));
    new Terminal().print();
  }
}
