package io.tillbot.adapter.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys of a keyset's text, opened: each of them opens what it sealed, and any can be chosen to
 * seal. They stand in the order in which they were added. Never changes; safe for many threads.
 */
final class Keyset {
  private final KeysetHandle keys;
  private final Aead aead;

  private Keyset(KeysetHandle keys) throws GeneralSecurityException {
    this.keys = keys;
    this.aead = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
  }

  /** A new one with one AES-256-GCM key. */
  static Keyset create() {
    return made(
        () -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
  }

  /** The keyset of a text; nothing when that is not a keyset for sealing. */
  static Optional<Keyset> parse(String text) {
    try {
      return Optional.of(
          new Keyset(
              TinkJsonProtoKeysetFormat.parseKeyset(
                  text, AeadConfig2026.get(), InsecureSecretKeyAccess.get())));
    } catch (GeneralSecurityException e) {
      // Dropped with its message, which may quote the file.
      return Optional.empty();
    }
  }

  /** What {@link #parse} takes. It holds the keys: for the keyset's file alone. */
  String text() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new StoreException("The keyset cannot be written down", e);
    }
  }

  Set<Integer> ids() {
    return IntStream.range(0, keys.size())
        .mapToObj(n -> keys.getAt(n).getId())
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean holds(int id) {
    return ids().contains(id);
  }

  /** The id of the key that was added last. */
  int newest() {
    return keys.getAt(keys.size() - 1).getId();
  }

  /** The id of the key that others who read the text would seal with. */
  int primary() {
    return keys.getPrimary().getId();
  }

  /** The same with a new AES-256-GCM key, which seals nothing yet. */
  Keyset withNewKey() {
    return made(
        () ->
            KeysetHandle.newBuilder(keys)
                .addEntry(
                    KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId())
                .setConfiguration(AeadConfig2026.get())
                .build());
  }

  /** The same that seals with the newest key. */
  Keyset sealingWithNewest() {
    return sealingWith(newest());
  }

  /** The newest key alone. */
  Keyset newestAlone() {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(sealingWithNewest().keys);
    while (builder.size() > 1) {
      builder.deleteAt(0);
    }
    return made(builder::build);
  }

  /**
   * The same that seals with that key.
   *
   * @throws IllegalArgumentException when there is none of that id
   */
  Keyset sealingWith(int id) {
    if (id == primary()) {
      return this;
    }
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
    for (int n = 0; n < keys.size(); n++) {
      if (keys.getAt(n).getId() == id) {
        builder.getAt(n).makePrimary();
        return made(builder::build);
      }
    }
    throw new IllegalArgumentException("no key of that id");
  }

  /** Sealed with the primary key, for that place alone. */
  Ciphertext seal(byte[] plain, SealedPlace place) {
    try {
      return new Ciphertext(aead.encrypt(plain, place.associatedData()));
    } catch (GeneralSecurityException e) {
      throw new StoreException("The keyset cannot seal", e);
    }
  }

  /** What was sealed; nothing when that was with no key of these or for another place. */
  Optional<byte[]> open(Ciphertext sealed, SealedPlace place) {
    try {
      return Optional.of(aead.decrypt(sealed.bytes(), place.associatedData()));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** Tells ids only. */
  @Override
  public String toString() {
    return "Keyset" + ids();
  }

  private interface Making {
    KeysetHandle keys() throws GeneralSecurityException;
  }

  private static Keyset made(Making making) {
    try {
      return new Keyset(making.keys());
    } catch (GeneralSecurityException e) {
      throw new StoreException("No key can be made: this Java lacks AES-GCM", e);
    }
  }
}
