package io.tillbot.adapter.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Seals bytes with the keyset, bound to the place where they are kept: what is moved elsewhere does
 * not open. It opens the keyset when it is first needed, since that takes a tenth of a second. Safe
 * for many threads.
 */
final class Sealer {
  private final Supplier<Aead> source;
  private @Nullable Aead aead;

  /**
   * @param source opens the keyset, or throws a {@link StoreException}; asked again after a failure
   */
  Sealer(Supplier<Aead> source) {
    this.source = source;
  }

  /** The text of a new keyset with one AES-256-GCM key. */
  static String newKeyset() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()),
          AeadConfig2026.get(),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new StoreException("No keyset can be made: this Java lacks AES-GCM", e);
    }
  }

  /**
   * Opens a keyset's text.
   *
   * @throws GeneralSecurityException when it is not a keyset for sealing
   */
  static Aead parse(String keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
            keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
        .getPrimitive(AeadConfig2026.get(), Aead.class);
  }

  Ciphertext seal(byte[] plain, SealedPlace place) {
    return seal(aead(), plain, place);
  }

  static Ciphertext seal(Aead aead, byte[] plain, SealedPlace place) {
    try {
      return new Ciphertext(aead.encrypt(plain, place.associatedData()));
    } catch (GeneralSecurityException e) {
      throw new StoreException("The keyset cannot seal", e);
    }
  }

  /** What was sealed; nothing when that was with another keyset or for another place. */
  Optional<byte[]> open(Ciphertext sealed, SealedPlace place) {
    return open(aead(), sealed, place);
  }

  static Optional<byte[]> open(Aead aead, Ciphertext sealed, SealedPlace place) {
    try {
      return Optional.of(aead.decrypt(sealed.bytes(), place.associatedData()));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private synchronized Aead aead() {
    Aead opened = aead;
    if (opened == null) {
      opened = source.get();
      aead = opened;
    }
    return opened;
  }
}
