package io.tillbot.adapter.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tillbot.core.link.LinkPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** What a browser sends when a form is filled in, or why it is not even looked at. */
sealed interface SentForm {
  /** More than the longest credential takes when each of its characters is encoded. */
  int MOST_BYTES = 16 * 1024;

  /** A form. */
  record Good(LinkPage.FilledIn filledIn) implements SentForm {}

  /** None, with the status that says so. */
  record Bad(HttpStatus status) implements SentForm {}

  /**
   * Reads the body.
   *
   * @param publicUrl whose own pages alone may send forms
   */
  static SentForm of(Context context, URI publicUrl) {
    if (isFromElsewhere(context, publicUrl)) {
      return new Bad(HttpStatus.FORBIDDEN);
    }
    if (!isForm(context.contentType())) {
      return new Bad(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }
    byte[] body = body(context);
    return body.length > MOST_BYTES ? new Bad(HttpStatus.CONTENT_TOO_LARGE) : parsed(body);
  }

  /**
   * A browser says from where it sends. One that is told not to name referrers names no origin
   * either, so that its word about the site is the better one; what says neither is no browser, or
   * an old one, and needs the form's token like all.
   */
  private static boolean isFromElsewhere(Context context, URI publicUrl) {
    @Nullable String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    @Nullable String origin = context.header("Origin");
    return origin != null && !origin.equals("null") && !origin.equals(origin(publicUrl));
  }

  private static String origin(URI address) {
    String origin = address.getScheme() + "://" + address.getRawAuthority();
    return origin.toLowerCase(Locale.ROOT).replaceFirst("^(https://.*):443$", "$1");
  }

  private static boolean isForm(@Nullable String type) {
    return type != null
        && type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded");
  }

  private static byte[] body(Context context) {
    try (InputStream in = context.bodyInputStream()) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException gone) {
      // The reader's own words may quote what it has read.
      throw new UncheckedIOException(new IOException("the body could not be read"));
    }
  }

  private static SentForm parsed(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    Set<String> twice = new HashSet<>();
    try {
      UrlEncoded.decodeTo(
          new String(body, StandardCharsets.UTF_8),
          (name, value) -> {
            if (fields.put(name, value) != null) {
              twice.add(name);
            }
          },
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return new Bad(HttpStatus.BAD_REQUEST);
    }
    boolean isWhole = fields.keySet().containsAll(Set.of("form", "kind", "secret"));
    return isWhole && twice.isEmpty()
        ? new Good(
            new LinkPage.FilledIn(
                fields.getOrDefault("form", ""),
                fields.getOrDefault("kind", ""),
                fields.getOrDefault("secret", "")))
        : new Bad(HttpStatus.BAD_REQUEST);
  }
}
