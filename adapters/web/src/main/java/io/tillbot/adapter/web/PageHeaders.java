package io.tillbot.adapter.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Map;

/** The headers of every page: nothing is loaded, framed, kept, or told to other sites. */
final class PageHeaders {
  private static final String A_YEAR = "max-age=31536000";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Frame-Options", "DENY",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cache-Control", "no-store",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "X-Robots-Tag", "noindex, nofollow",
          "Permissions-Policy",
              "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=()");

  private final String policy;

  PageHeaders(String styleHash) {
    this.policy =
        "default-src 'none'; style-src "
            + styleHash
            + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  }

  /** Puts them onto an answer; a browser that came by https is told to go on so. */
  void put(Context context, URI publicUrl) {
    ALWAYS.forEach(context::header);
    context.header("Content-Security-Policy", policy);
    if (publicUrl.getScheme().equalsIgnoreCase("https")) {
      context.header("Strict-Transport-Security", A_YEAR);
    }
  }
}
