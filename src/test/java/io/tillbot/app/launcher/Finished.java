package io.tillbot.app.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a process has written, and its exit status. */
record Finished(int status, String out, String err) {

  /** Waits for the end of the process, reading both of its streams. */
  static Finished of(Process process) throws InterruptedException {
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    String out = text(process.getInputStream());
    return new Finished(process.waitFor(), out, err.join());
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
