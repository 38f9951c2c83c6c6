package io.tillbot.adapter.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file of the encryption keys, in Tink's JSON format. It lives in a directory of its own, away
 * from the database, so that a copy of the one is not a copy of the other; both are closed to
 * everybody but the owner.
 */
final class KeysetFile {
  private static final Set<String> FILE_MODES = Set.of("600", "400");
  private static final Set<String> DIRECTORY_MODES = Set.of("700", "500");
  private static final Pattern KEY_ID = Pattern.compile("\"keyId\"\\s*:\\s*(\\d{1,10})\\b");

  private final Path path;

  KeysetFile(Path path) {
    this.path = path;
  }

  /**
   * One that does not lie beside the database.
   *
   * @throws StoreException when it would
   */
  static KeysetFile apartFrom(DatabaseFile database, Path path) {
    if (PrivateFiles.directoryOf(path).equals(database.directory())) {
      throw new StoreException(
          ("The keyset %s would lie beside the database, and who copies the one would have both: "
                  + "name a directory of its own, such as keys/keyset.json")
              .formatted(path));
    }
    return new KeysetFile(path);
  }

  boolean exists() {
    return Files.exists(path);
  }

  /**
   * The text of the keyset.
   *
   * @throws StoreException when others could read it too, or it cannot be read
   */
  String read() {
    requireModes(PrivateFiles.directoryOf(path), DIRECTORY_MODES, "700");
    requireModes(path, FILE_MODES, "600");
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new StoreException(
          "The keyset %s cannot be read (%s)".formatted(path, PrivateFiles.kind(e)), e);
    }
  }

  /** The ids of the keys in it: not secret, and known without opening the keys. */
  Set<Integer> keyIds() {
    return KEY_ID
        .matcher(read())
        .results()
        .map(KeysetFile::keyId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Makes the file, durably and for the owner alone.
   *
   * @throws StoreException when it exists or its directory is open to others
   */
  void create(String keyset) {
    Path directory = PrivateFiles.directoryOf(path);
    PrivateFiles.createDirectories(directory, "the keyset");
    requireModes(directory, DIRECTORY_MODES, "700");
    try {
      PrivateFiles.createDurably(path, keyset);
    } catch (IOException e) {
      throw new StoreException(
          "The keyset %s cannot be written (%s)".formatted(path, PrivateFiles.kind(e)), e);
    }
  }

  /**
   * Puts other keys into the file, durably and at once.
   *
   * @throws StoreException when it cannot be written; it is as it was
   */
  void replace(String keyset) {
    try {
      PrivateFiles.replaceDurably(path, keyset);
    } catch (IOException e) {
      throw new StoreException(
          ("The keyset %s cannot be replaced (%s): rotate keys where its directory can be written,"
                  + " as the user who owns it")
              .formatted(path, PrivateFiles.kind(e)),
          e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private static void requireModes(Path path, Set<String> accepted, String usual) {
    String modes;
    try {
      modes = PrivateFiles.modes(path);
    } catch (IOException e) {
      throw new StoreException(
          "The modes of %s cannot be read (%s)".formatted(path, PrivateFiles.kind(e)), e);
    }
    if (!accepted.contains(modes)) {
      throw new StoreException(
          "%s has mode %s; the keyset and its directory must be the owner's alone: chmod %s %s"
              .formatted(path, modes, usual, path));
    }
  }

  private static int keyId(MatchResult match) {
    return (int) Long.parseLong(match.group(1));
  }
}
