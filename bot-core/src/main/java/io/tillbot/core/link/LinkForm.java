package io.tillbot.core.link;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The questions of {@code /billing link} in a terminal, and what its answers mean. */
public final class LinkForm {
  private static final String KIND = "kind";
  private static final String SECRET = "secret";
  private static final String API_KEY = "api-key";
  private static final String TOKEN = "token";
  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{4,4096}");

  private LinkForm() {}

  static Form form(CommandSpec spec) {
    return new Form(
        spec.path().name(),
        Map.of(),
        Text.of("link.form-title"),
        List.of(
            new Form.Choice(
                KIND,
                Text.of("link.kind"),
                List.of(
                    new Form.Option(API_KEY, Text.of("link.kind-api-key")),
                    new Form.Option(TOKEN, Text.of("link.kind-token")))),
            new Form.SecretText(SECRET, Text.of("link.secret"), Text.of("link.secret-hint"))));
  }

  /** The credential that the answers make, or nothing when they cannot be one. */
  static Optional<Credential> read(Map<String, String> answers) {
    return credential(answers.getOrDefault(KIND, API_KEY), answers.getOrDefault(SECRET, ""));
  }

  /**
   * A credential of that kind ({@code token} or {@code api-key}), or nothing when the text cannot
   * be one: it is blank, too long, or holds blanks or control characters.
   */
  public static Optional<Credential> credential(String kind, String text) {
    String secret = text.strip();
    if (!SHAPE.matcher(secret).matches()) {
      return Optional.empty();
    }
    return switch (kind) {
      case TOKEN -> Optional.of(new Credential.Token(Secret.of(secret)));
      case API_KEY -> Optional.of(new Credential.ApiKey(Secret.of(secret)));
      default -> Optional.empty();
    };
  }
}
