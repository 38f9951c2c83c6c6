package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A program at a real pseudo-terminal, typed into and looked at by a test. */
final class PseudoTerminal implements AutoCloseable {
  static final String CTRL_C = "\u0003";
  static final String CTRL_D = "\u0004";
  static final String ENTER = "\r";
  static final String TAB = "\t";
  static final String UP = "\u001bOA";

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int ROWS = 40;

  private final PtyProcess process;
  private final StringBuffer shown = new StringBuffer();
  private final Thread reading;
  private int seen;

  private PseudoTerminal(PtyProcess process) {
    this.process = process;
    this.reading = Thread.ofPlatform().daemon().start(this::read);
  }

  /** Starts the program in that directory, 80 columns wide. */
  static PseudoTerminal start(Path home, List<String> command, Map<String, String> environment)
      throws IOException {
    Map<String, String> all = new HashMap<>(System.getenv());
    Packaged.prepare(all, Map.of("TERM", "xterm-256color"));
    all.putAll(environment);
    return new PseudoTerminal(
        new PtyProcessBuilder(command.toArray(String[]::new))
            .setDirectory(home.toString())
            .setEnvironment(all)
            .setInitialColumns(80)
            .setInitialRows(ROWS)
            .start());
  }

  private void read() {
    try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] buffer = new char[4096];
      for (int count = out.read(buffer); count >= 0; count = out.read(buffer)) {
        shown.append(buffer, 0, count);
      }
    } catch (IOException ended) {
      // Linux says it so when the other end of a pseudo-terminal is closed.
      assertThat(ended).isNotNull();
    }
  }

  PseudoTerminal type(String keys) {
    try {
      process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until that stands below everything that was waited for before; gives what is new. */
  String await(String text) {
    int from = seen;
    try {
      Awaitility.await().atMost(PATIENCE).until(() -> shown.indexOf(text, from) >= 0);
    } catch (ConditionTimeoutException late) {
      throw new AssertionError("no \"" + text + "\" in: " + shown.substring(from), late);
    }
    seen = shown.indexOf(text, from) + text.length();
    return shown.substring(from, seen);
  }

  void resize(int columns) {
    process.setWinSize(new WinSize(columns, ROWS));
  }

  /** Sends SIGTERM. */
  void terminate() {
    assertThat(ProcessHandle.of(process.pid())).hasValueSatisfying(ProcessHandle::destroy);
  }

  /** Waits for the program's end; gives its exit status. */
  int end() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(shown()).isTrue();
    reading.join(PATIENCE);
    return process.exitValue();
  }

  /** Everything that came out so far. */
  String shown() {
    return shown.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
