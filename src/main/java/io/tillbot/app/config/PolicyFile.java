package io.tillbot.app.config;

import io.tillbot.core.access.Caller;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.policy.Policies;
import io.tillbot.core.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy's file, read again when it changes. What cannot be read leaves the rules as they were,
 * and is logged once. Safe for many threads; at most one of them reads while the others go on.
 */
public final class PolicyFile implements Policies {
  /** In the application's jar: the file that is shipped. */
  static final String SHIPPED = "policy.yaml";

  private static final Logger LOG = LoggerFactory.getLogger(PolicyFile.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final int LARGEST = 256 * 1024;
  private static final String UNREADABLE =
      "must name a text file in UTF-8 that can be read, of at most %d KiB"
          .formatted(LARGEST / 1024);

  private final Path file;
  private final String name;
  private final PolicyReader reader;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Look last;

  private PolicyFile(Path file, String name, PolicyReader reader, Clock clock) {
    this.file = file;
    this.name = name;
    this.reader = reader;
    this.clock = clock;
    Optional<Stamp> stamp = stamp();
    boolean isShipped = stamp.isEmpty() && isUsual(name) && isMissing();
    Policy policy = isShipped ? reader.read(shipped(), name) : read();
    this.last = new Look(clock.instant(), stamp, policy);
  }

  /**
   * Reads the file that is configured. At its usual place there need be none: what is shipped holds
   * then, until there is one.
   *
   * @param terminal whom the file calls {@code terminal}; nobody when empty
   * @param registry the commands that there are
   * @throws ConfigurationException with everything that is wrong with the file
   */
  public static PolicyFile open(
      Configuration.Policy configuration,
      Optional<Caller> terminal,
      CommandRegistry registry,
      Clock clock) {
    return open(configuration, Path.of(""), terminal, registry, clock);
  }

  /** The same, from another directory. */
  static PolicyFile open(
      Configuration.Policy configuration,
      Path directory,
      Optional<Caller> terminal,
      CommandRegistry registry,
      Clock clock) {
    return new PolicyFile(
        directory.resolve(configuration.path()),
        configuration.path().toString(),
        new PolicyReader(terminal, registry),
        clock);
  }

  @Override
  public Policy current() {
    Look seen = last;
    Instant now = clock.instant();
    if (!seen.isOld(now) || !looking.tryLock()) {
      return seen.policy();
    }
    try {
      last = again(last, now);
      return last.policy();
    } finally {
      looking.unlock();
    }
  }

  private Look again(Look before, Instant now) {
    // Taken before the text: who writes meanwhile is seen the next time.
    Optional<Stamp> stamp = stamp();
    if (stamp.equals(before.stamp())) {
      return new Look(now, stamp, before.policy());
    }
    try {
      Policy policy = read();
      LOG.info("the policy was read again from {}", name);
      return new Look(now, stamp, policy);
    } catch (ConfigurationException broken) {
      LOG.error(
          "the policy cannot be used as it is now; the rules from before go on:{}{}",
          System.lineSeparator(),
          broken.getMessage());
      return new Look(now, stamp, before.policy());
    }
  }

  private Policy read() {
    return reader.read(text(), name);
  }

  private String text() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST) {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      }
    } catch (IOException unreadable) {
      throw refused();
    }
    throw refused();
  }

  private static ConfigurationException refused() {
    return new ConfigurationException(
        List.of(
            "%s (%s): %s"
                .formatted(Setting.POLICY_PATH.variable(), Setting.POLICY_PATH.key(), UNREADABLE)));
  }

  private static boolean isUsual(String name) {
    return Setting.POLICY_PATH.ordinary().equals(Optional.of(name));
  }

  private boolean isMissing() {
    try {
      Files.readAttributes(file, BasicFileAttributes.class);
      return false;
    } catch (NoSuchFileException missing) {
      return true;
    } catch (IOException other) {
      return false;
    }
  }

  private Optional<Stamp> stamp() {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new Stamp(found.lastModifiedTime(), found.size(), found.fileKey()));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** The text of the file that is shipped. */
  static String shipped() {
    try (InputStream in = PolicyFile.class.getResourceAsStream(SHIPPED)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * By which a file is known again.
   *
   * @param key which of the files of that name; null where the system does not tell
   */
  private record Stamp(FileTime modified, long size, @Nullable Object key) {}

  /** What was seen, and when. */
  private record Look(Instant at, Optional<Stamp> stamp, Policy policy) {
    boolean isOld(Instant now) {
      return now.isBefore(at) || !now.isBefore(at.plus(BETWEEN_LOOKS));
    }
  }
}
