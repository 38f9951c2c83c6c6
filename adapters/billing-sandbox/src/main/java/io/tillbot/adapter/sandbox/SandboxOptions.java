package io.tillbot.adapter.sandbox;

import io.tillbot.adapter.sandbox.choice.Switches;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox is started. Immutable; begin with {@link #defaults}.
 *
 * @param address where it listens; the control addresses answer loopback only, whatever this is
 * @param port 0 for any free one
 * @param dataFile where changes are kept; without it they are forgotten at the end
 * @param seed decides everything in the seeded data that is by chance
 * @param extraClients how many customers beside the invented ones, five invoices each
 * @param clock the time; seeded dates lie around its day, tokens expire by it
 * @param tokenLife how long the seeded tokens serve
 * @param switches the settings at the start
 */
public record SandboxOptions(
    String address,
    int port,
    Optional<Path> dataFile,
    long seed,
    int extraClients,
    Clock clock,
    Duration tokenLife,
    Switches switches) {

  public SandboxOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: 0 to 65535");
    }
    if (tokenLife.isNegative() || tokenLife.isZero()) {
      throw new IllegalArgumentException("token life: above zero");
    }
  }

  /** Loopback, any free port, in memory, seed 1, nobody extra, the system's clock. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        "127.0.0.1",
        0,
        Optional.empty(),
        1,
        0,
        Clock.systemUTC(),
        Duration.ofDays(365),
        Switches.defaults());
  }

  /** The same at another address. */
  public SandboxOptions withAddress(String other) {
    return new SandboxOptions(
        other, port, dataFile, seed, extraClients, clock, tokenLife, switches);
  }

  /** The same on another port. */
  public SandboxOptions withPort(int other) {
    return new SandboxOptions(
        address, other, dataFile, seed, extraClients, clock, tokenLife, switches);
  }

  /** The same with its changes kept in a file. */
  public SandboxOptions withDataFile(Path file) {
    return new SandboxOptions(
        address, port, Optional.of(file), seed, extraClients, clock, tokenLife, switches);
  }

  /** The same with another seed. */
  public SandboxOptions withSeed(long other) {
    return new SandboxOptions(
        address, port, dataFile, other, extraClients, clock, tokenLife, switches);
  }

  /** The same with more customers. */
  public SandboxOptions withExtraClients(int count) {
    return new SandboxOptions(address, port, dataFile, seed, count, clock, tokenLife, switches);
  }

  /** The same by another clock. */
  public SandboxOptions withClock(Clock other) {
    return new SandboxOptions(
        address, port, dataFile, seed, extraClients, other, tokenLife, switches);
  }

  /** The same with seeded tokens of another life. */
  public SandboxOptions withTokenLife(Duration other) {
    return new SandboxOptions(address, port, dataFile, seed, extraClients, clock, other, switches);
  }

  /** The same with other settings. */
  public SandboxOptions withSwitches(Switches other) {
    return new SandboxOptions(address, port, dataFile, seed, extraClients, clock, tokenLife, other);
  }
}
