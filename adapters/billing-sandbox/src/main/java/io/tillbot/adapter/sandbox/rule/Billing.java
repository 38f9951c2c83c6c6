package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Failure;
import io.tillbot.adapter.sandbox.book.Account;
import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.book.Token;
import io.tillbot.adapter.sandbox.book.View;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The simulated billing: answers requests by its rules. Thread-safe. */
public final class Billing {

  private final Books books;
  private final Clock clock;
  private final Catalogue catalogue;
  private final AuthRules auth;

  /** Billing over these books. */
  public Billing(Books books, Papers papers, Clock clock) {
    this.books = books;
    this.clock = clock;
    this.catalogue = new Catalogue(papers);
    this.auth = new AuthRules(books, clock, new Secrets());
  }

  /** The methods that change something. */
  public List<String> writeActions() {
    return catalogue.all().stream()
        .filter(method -> method.body() instanceof Method.Body.Writes)
        .map(Method::action)
        .toList();
  }

  /** All methods of {@code whmcs.php}. */
  public List<String> actions() {
    return catalogue.all().stream().map(Method::action).toList();
  }

  /** Answers a request to {@code auth.php}. */
  public Answer auth(Call call) {
    return auth.answer(call);
  }

  /** Answers a request to {@code whmcs.php}. */
  public Answer whmcs(Call call) {
    String action = call.form().text("action");
    Optional<Method> found = catalogue.find(action);
    if (found.isEmpty()) {
      return new Answer.Refusal(
          Failure.of(action.isEmpty() ? "action is not specified" : "unknown action"));
    }
    Method method = found.get();
    if (method.verbs() == Method.Verbs.POST && call.verb() == Call.Verb.GET) {
      return new Answer.Refusal(Failure.of(action + " must be sent by POST"));
    }
    try {
      Instant now = clock.instant();
      return switch (method.body()) {
        case Method.Body.Reads(ReadRule rule) ->
            books.read(
                view -> answer(method, call, view, now, request -> rule.answer(request, view)));
        case Method.Body.Writes(WriteRule rule) ->
            books.write(
                change ->
                    answer(method, call, change, now, request -> rule.answer(request, change)));
      };
    } catch (Refused refused) {
      return new Answer.Refusal(refused.failure());
    }
  }

  @FunctionalInterface
  private interface Work {
    Answer answer(Request request);
  }

  private static Answer answer(Method method, Call call, View view, Instant now, Work work) {
    Optional<Token> token = Tokens.usable(view, call, now);
    if (token.isEmpty()) {
      return new Answer.Denied();
    }
    if (!token.get().permissions().contains(method.permission())) {
      return new Answer.Refusal(Failure.of("Invalid token or access denied"));
    }
    Account account =
        view.find(Account.class, token.get().accountId())
            .orElseThrow(() -> new IllegalStateException("a token without its account"));
    Session session = new Session(account, token.get());
    return work.answer(new Request(call.form(), session, call.settings(), now));
  }

  /** What the method answers while the billing behind it is down. */
  public Answer outage(String action) {
    return new Answer.Refusal(
        catalogue
            .find(action)
            .map(Method::outage)
            .orElseGet(() -> Failure.of("billing is temporarily unavailable")));
  }
}
