package io.tillbot.app.arch.example.adapter.console;

/** What the command line may make for itself. */
public final class Terminal {
  /** Prints, as it may. */
  public void print() {
    System.out.println("card");
  }
}
