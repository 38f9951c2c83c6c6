package io.tillbot.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. Always UTF-8: what a script reads must not depend on the locale
 * of the shell that started us.
 *
 * @param isStandard whether they are the process's own, which may be a terminal
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean isStandard) {

  /** Streams of a test or of another program. */
  public Streams(InputStream in, PrintStream out, PrintStream err) {
    this(in, out, err, false);
  }

  /** The process's own. */
  public static Streams standard() {
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        true);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Standard output for picocli. */
  public PrintWriter printWriter() {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  /** Standard error for picocli. */
  public PrintWriter errorWriter() {
    return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
  }
}
