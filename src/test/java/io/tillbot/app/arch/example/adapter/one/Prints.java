package io.tillbot.app.arch.example.adapter.one;

/** Prints where it should log. */
public final class Prints {
  void print() {
    System.out.println("out");
  }
}
