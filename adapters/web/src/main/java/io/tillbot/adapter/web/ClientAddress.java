package io.tillbot.adapter.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asks, for counting: the other end of the connection or, behind reverse proxies, the client
 * that the outermost of them has seen.
 *
 * @param proxies how many proxies of ours stand before us; with none, what a client says of itself
 *     counts for nothing
 */
record ClientAddress(int proxies) {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern ADDRESS = Pattern.compile("\\[?([0-9a-fA-F.:]{2,45})]?");
  private static final int GROUPS_OF_A_NETWORK = 4;

  String of(Context context) {
    String near = String.valueOf(context.req().getRemoteAddr());
    if (proxies == 0) {
      return network(near);
    }
    List<String> seen =
        Collections.list(context.req().getHeaders("X-Forwarded-For")).stream()
            .flatMap(line -> Arrays.stream(COMMA.split(line.strip())))
            .toList();
    // Each proxy adds at the end whom it has seen; what is further left, the client may have made
    // up.
    return seen.size() < proxies ? network(near) : network(seen.get(seen.size() - proxies));
  }

  /** Of version 6 a whole network of 64 bits, which is what one customer has at least. */
  static String network(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    if (!matcher.matches()) {
      return "unknown";
    }
    String bare = matcher.group(1);
    if (!bare.contains(":") || bare.contains(".")) {
      return bare;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(bare).getAddress();
      StringBuilder network = new StringBuilder();
      for (int group = 0; group < GROUPS_OF_A_NETWORK; group++) {
        network.append("%02x%02x:".formatted(bytes[2 * group], bytes[2 * group + 1]));
      }
      return network + ":/64";
    } catch (IllegalArgumentException notAnAddress) {
      return "unknown";
    }
  }
}
