package io.tillbot.adapter.sandbox;

import java.nio.file.Path;

/** A program that runs a sandbox until it is killed. */
final class Victim {

  private Victim() {}

  public static void main(String[] arguments) throws InterruptedException {
    Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withDataFile(Path.of(arguments[0])));
    System.out.println("ready " + sandbox.whmcs());
    Thread.currentThread().join();
  }
}
