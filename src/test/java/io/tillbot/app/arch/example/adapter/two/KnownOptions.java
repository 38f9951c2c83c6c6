package io.tillbot.app.arch.example.adapter.two;

/** Options are values. */
public record KnownOptions(int size) {
  /** The usual ones. */
  public static KnownOptions usual() {
    return new KnownOptions(1);
  }
}
