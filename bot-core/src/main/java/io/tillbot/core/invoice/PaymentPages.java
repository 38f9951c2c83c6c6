package io.tillbot.core.invoice;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which pages a person may be sent to for paying. The billing API hands out addresses and HTML of
 * its payment modules: only https addresses of these hosts are passed on.
 *
 * @param hosts exact host names, lower-case
 * @param clientArea where everything else is paid; https
 */
public record PaymentPages(Set<String> hosts, URI clientArea) {
  private static final int HTTPS = 443;

  public PaymentPages {
    hosts = Set.copyOf(hosts);
    if (!"https".equals(clientArea.getScheme())) {
      throw new IllegalArgumentException("the client area is an https address");
    }
  }

  /** The vendor's own. */
  public static PaymentPages defaults() {
    return new PaymentPages(Set.of("bill.hostkey.com"), URI.create("https://bill.hostkey.com/"));
  }

  /** The address when it may be shown: https, an allowed host, no user, no other port. */
  Optional<URI> allowed(URI address) {
    boolean isAllowed =
        "https".equalsIgnoreCase(address.getScheme())
            && address.getHost() != null
            && hosts.contains(address.getHost().toLowerCase(Locale.ROOT))
            && address.getRawUserInfo() == null
            && (address.getPort() == -1 || address.getPort() == HTTPS);
    return isAllowed ? Optional.of(address) : Optional.empty();
  }
}
