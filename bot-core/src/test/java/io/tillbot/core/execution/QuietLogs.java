package io.tillbot.core.execution;

import io.tillbot.core.support.LogCapture;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the complaints that a test provokes from the console, and for the test to read. */
final class QuietLogs implements AutoCloseable {
  private final List<LogCapture> captures =
      Stream.of(Executor.class, Unsent.class, Operations.class, Sweep.class, Reconciler.class)
          .map(LogCapture::of)
          .toList();

  List<String> lines() {
    return captures.stream().map(LogCapture::lines).flatMap(List::stream).toList();
  }

  @Override
  public void close() {
    captures.forEach(LogCapture::close);
  }
}
