package io.tillbot.adapter.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Seals bytes with the keyset, bound to the place where they are kept: what is moved elsewhere does
 * not open. It opens the keyset when it is first needed, since that takes a tenth of a second. Safe
 * for many threads.
 */
final class Sealer {
  private static final int TINK_PREFIX = 1;
  private static final int PREFIX_LENGTH = 5;

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

  /** The id of the key that sealed this, or 0 when it is nothing sealed. */
  static int keyId(byte[] sealed) {
    if (sealed.length < PREFIX_LENGTH || sealed[0] != TINK_PREFIX) {
      return 0;
    }
    return ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
  }

  byte[] seal(byte[] plain, RowKey place) {
    try {
      return aead().encrypt(plain, place.associatedData());
    } catch (GeneralSecurityException e) {
      throw new StoreException("The keyset cannot seal", e);
    }
  }

  /**
   * @throws GeneralSecurityException when it was sealed with another keyset or for another place
   */
  byte[] open(byte[] sealed, RowKey place) throws GeneralSecurityException {
    return aead().decrypt(sealed, place.associatedData());
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
