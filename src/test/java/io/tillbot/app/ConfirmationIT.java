package io.tillbot.app;

import static io.tillbot.app.PseudoTerminal.CTRL_C;
import static io.tillbot.app.PseudoTerminal.CTRL_D;
import static io.tillbot.app.PseudoTerminal.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change is confirmed, and sent, at a real pseudo-terminal. */
class ConfirmationIT {
  private static final String PROMPT = "tillbot> ";
  private static final String QUESTION = "Confirm? yes/no: ";
  private static final String DONE = "You are linked";

  @TempDir private Path home;
  private ServerSocket gate;

  @BeforeEach
  void open() throws IOException {
    gate = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    gate.setSoTimeout(60_000);
  }

  @AfterEach
  void close() throws IOException {
    gate.close();
  }

  @Test
  void aYesSendsAndANoDoesNot() throws Exception {
    try (PseudoTerminal terminal = start()) {
      terminal.type("/pay 1" + ENTER).await(QUESTION);
      terminal.type("perhaps" + ENTER).await("Please answer yes or no");
      terminal.await(QUESTION);
      terminal.type("no" + ENTER).await("Stopped. Nothing was changed.");
      terminal.type("/pay 1" + ENTER).await(QUESTION);
      terminal.type(CTRL_C).await("Stopped. Nothing was changed.");
      terminal.type("/pay 1" + ENTER).await(QUESTION);
      terminal.type("yes" + ENTER);
      release(gate.accept());
      terminal.await(DONE);
      leave(terminal);
    }
  }

  @Test
  void whatWasTypedBeforeTheQuestionAgreesToNothing() throws Exception {
    try (PseudoTerminal terminal = start()) {
      terminal.type("/pay 1" + ENTER + "yes" + ENTER).await(QUESTION);
      terminal.type("no" + ENTER).await("Stopped. Nothing was changed.");
      leave(terminal);
    }
  }

  @Test
  void ctrlCDoesNotAbandonAChangeThatIsBeingSent() throws Exception {
    try (PseudoTerminal terminal = start()) {
      terminal.type("/pay 1" + ENTER).await(QUESTION);
      terminal.type("yes" + ENTER);
      Socket change = gate.accept();
      terminal.await("… sending");
      terminal.type(CTRL_C).await("cannot be called back");
      terminal.type(CTRL_C).await("cannot be called back");
      release(change);
      terminal.await(DONE);
      leave(terminal);
    }
  }

  @Test
  void aSignalEndsTheProcessOnlyWhenTheOutcomeIsShown() throws Exception {
    try (PseudoTerminal terminal = start()) {
      terminal.type("/pay 1" + ENTER).await(QUESTION);
      terminal.type("yes" + ENTER);
      Socket change = gate.accept();
      terminal.terminate();
      terminal.await("cannot be called back");
      release(change);
      terminal.await(DONE);
      assertThat(terminal.end()).as("ended by the signal").isNotZero();
    }
  }

  private PseudoTerminal start() throws IOException {
    List<String> command =
        new ArrayList<>(
            Packaged.java(
                home,
                List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"))));
    command.add(AskingProgram.class.getName());
    command.add(Integer.toString(gate.getLocalPort()));
    PseudoTerminal terminal = PseudoTerminal.start(home, command, Map.of());
    terminal.await(PROMPT);
    return terminal;
  }

  private static void leave(PseudoTerminal terminal) throws InterruptedException {
    terminal.await(PROMPT);
    terminal.type(CTRL_D);
    assertThat(terminal.end()).isZero();
  }

  private static void release(Socket change) throws IOException {
    try (change) {
      change.getOutputStream().write(1);
    }
  }
}
