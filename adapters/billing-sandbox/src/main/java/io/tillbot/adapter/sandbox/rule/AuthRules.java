package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Failure;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Account;
import io.tillbot.adapter.sandbox.book.ApiKey;
import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.book.Change;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Token;
import io.tillbot.adapter.sandbox.book.View;
import io.tillbot.adapter.sandbox.choice.Settings;
import io.tillbot.adapter.sandbox.choice.Shape;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** auth.php: login with an API key, info about a token, logout. */
final class AuthRules {

  private static final int USUAL_LIFE_SECONDS = 3_600;
  private static final int LONGEST_LIFE_SECONDS = 10_800;

  private final Books books;
  private final Clock clock;
  private final Secrets secrets;

  AuthRules(Books books, Clock clock, Secrets secrets) {
    this.books = books;
    this.clock = clock;
    this.secrets = secrets;
  }

  Answer answer(Call call) {
    return switch (call.form().text("action")) {
      case "login" -> books.write(change -> login(call, change));
      case "info" -> books.read(view -> info(call, view));
      case "logout" -> books.write(change -> logout(call, change));
      default -> new Answer.Refusal(Failure.of("unknown action"));
    };
  }

  private Answer login(Call call, Change change) {
    Optional<ApiKey> key = change.find(ApiKey.class, call.form().text("key"));
    if (key.isEmpty()) {
      return new Answer.Refusal(Failure.of("authentication failed"));
    }
    int ttl = call.form().id("ttl");
    if (ttl == 0 && !call.form().text("ttl").isEmpty() && !call.form().text("ttl").equals("0")) {
      return new Answer.Refusal(Failure.of("invalid ttl"));
    }
    int life = ttl == 0 ? USUAL_LIFE_SECONDS : Math.min(ttl, LONGEST_LIFE_SECONDS);
    Instant now = clock.instant();
    // Kept in whole seconds, as they are told.
    Instant expires = Instant.ofEpochSecond(now.getEpochSecond() + life);
    String address = call.form().flag("fix_ip") ? call.address() : "";
    int account = key.get().accountId();
    Token token = new Token(secrets.token(), account, key.get().permissions(), expires, address);
    change.put(token);
    return described(call.settings(), token, emailOf(account, change), "login");
  }

  private Answer info(Call call, View view) {
    return Tokens.usable(view, call, clock.instant())
        .map(token -> described(call.settings(), token, emailOf(token.accountId(), view), "info"))
        .orElseGet(Answer.Denied::new);
  }

  private Answer logout(Call call, Change change) {
    Optional<Token> token = Tokens.usable(change, call, clock.instant());
    if (token.isEmpty()) {
      return new Answer.Denied();
    }
    change.remove(token.get());
    return new Answer.Done(Answers.ok("logout"));
  }

  private static String emailOf(int account, View view) {
    return view.find(Account.class, account)
        .flatMap(found -> view.find(Client.class, found.primary()))
        .map(client -> client.profile().email())
        .orElse("");
  }

  private static Answer described(Settings settings, Token token, String email, String action) {
    List<Node.Word> permissions =
        token.permissions().stream()
            .sorted()
            .map(permission -> new Node.Word(permission.name().toLowerCase(Locale.ROOT)))
            .toList();
    Node.Fields fields =
        switch (settings.of(Shape.LoginForm.class)) {
          case NESTED -> new Node.Fields();
          case FLAT -> Answers.ok(action);
        };
    fields
        .word("token", token.value())
        .number("token_expire", token.expires().getEpochSecond())
        .word("email", email)
        .word("ip", token.address())
        .add("permissions", new Node.Items(permissions));
    return switch (settings.of(Shape.LoginForm.class)) {
      case NESTED ->
          new Answer.Done(new Node.Fields().add("result", fields).word("action", action));
      case FLAT -> new Answer.Done(fields);
    };
  }
}
