package io.tillbot.app.config;

import java.net.URI;
import java.nio.file.Path;

/**
 * How this program is set up.
 *
 * @param billing where the billing API is
 * @param store where the program keeps what it must not forget
 */
public record Configuration(Billing billing, Store store) {

  /**
   * The billing API.
   *
   * @param url the full address of {@code whmcs.php}; {@code auth.php} is beside it
   */
  public record Billing(URI url) {}

  /**
   * The store.
   *
   * @param url a JDBC address
   * @param keyset the file of the encryption keys, in a directory of its own
   */
  public record Store(String url, Path keyset) {}
}
