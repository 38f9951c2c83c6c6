package io.tillbot.app.launcher;

import java.util.List;

/** The application's stand-in: prints its arguments. */
final class StandIn {

  public static void main(String[] arguments) {
    System.out.println(List.of(arguments));
  }
}
