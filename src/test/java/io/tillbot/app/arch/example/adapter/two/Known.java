package io.tillbot.app.arch.example.adapter.two;

/** An adapter's main class. */
public final class Known {
  private Known() {}

  /** Makes one. */
  public static Known open() {
    return new Known();
  }
}
