package io.tillbot.adapter.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The one HTML page, filled in: what is put into it is escaped, and it has no script. */
final class PageTemplate {
  private final String style = read("page.css");
  private final Template template =
      Mustache.compiler().escapeHTML(true).compile(read("page.html.mustache"));

  /** The page with these words. */
  String html(Map<String, Object> words) {
    Map<String, Object> all = new HashMap<>(words);
    all.put("style", style);
    // What a page has no words for is left out.
    for (String part : new String[] {"languages", "paragraphs", "asking", "accepted", "go"}) {
      all.putIfAbsent(part, false);
    }
    return template.execute(all);
  }

  /** The only style that a browser may use, as its Content-Security-Policy names it. */
  String styleHash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String read(String name) {
    try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
