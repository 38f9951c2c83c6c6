package io.tillbot.core.suggest;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.command.option.OptionType.Subject;
import io.tillbot.core.execution.Means;
import io.tillbot.core.invoice.InvoiceSuggestions;
import io.tillbot.core.policy.Gatekeeper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes what somebody is typing, where the policy lets them run the command. Whoever asks waits
 * for {@link #PATIENCE} at most and is told nothing rather than late; what was still being read
 * serves the next who asks. Never throws. Safe for many threads.
 */
public final class Suggester {
  /** Of everything together; platforms want an answer within a second or three. */
  static final Duration PATIENCE = Duration.ofMillis(700);

  private static final Logger LOG = LoggerFactory.getLogger(Suggester.class);

  /** An id is also taken with a sign before it, which stays, and after others of a list. */
  private static final Pattern BEFORE_ID =
      Pattern.compile("(?:.*[\\s,])?#?(?:INV-)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final TextParser parser;
  private final Gatekeeper gate;
  private final CredentialVault vault;
  private final OwnInvoices invoices;
  private final SeenServers servers = new SeenServers();

  public Suggester(TextParser parser, Means means) {
    this.parser = parser;
    this.gate = means.gate();
    this.vault = means.vault();
    this.invoices =
        new OwnInvoices(
            new InvoiceSuggestions(means.vault(), means.billing(), means.clock()), means.clock());
  }

  /** The words that may take the place of what is typed, the likeliest first. */
  public List<Suggestion> suggest(Typing typing) {
    CompletableFuture<List<Suggestion>> found = new CompletableFuture<>();
    Thread.ofVirtual().name("suggest").start(() -> look(typing, found));
    return soon(found).orElse(List.of());
  }

  private void look(Typing typing, CompletableFuture<List<Suggestion>> found) {
    try {
      found.complete(looked(typing));
    } catch (RuntimeException failed) {
      found.completeExceptionally(failed);
    }
  }

  private static <T> Optional<T> soon(Future<T> found) {
    try {
      return Optional.of(found.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      LOG.debug("nothing could be suggested", failed);
      return Optional.empty();
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private List<Suggestion> looked(Typing typing) {
    return parser
        .command(typing.command())
        .map(Command::spec)
        .filter(spec -> gate.mayRun(typing.caller(), typing.place(), spec).isAllowed())
        .flatMap((CommandSpec spec) -> spec.option(typing.option()))
        .map(option -> values(option, typing))
        .orElse(List.of());
  }

  private List<Suggestion> values(OptionSpec<?> option, Typing typing) {
    List<String> choices = option.type().choices();
    if (!choices.isEmpty()) {
      return startingWith(typing.typed(), choices.stream().map(Suggestion::of).toList());
    }
    return option
        .type()
        .subject()
        .map(subject -> ids(subject, typing.caller()))
        .map(ids -> signed(typing.typed(), ids))
        .orElse(List.of());
  }

  private List<Suggestion> ids(Subject subject, Caller caller) {
    Optional<CredentialVault.Link> link = vault.link(caller);
    if (link.isEmpty()) {
      forget(caller);
      return List.of();
    }
    return switch (subject) {
      case INVOICE ->
          soon(invoices.of(caller, new Key(link.get(), gate.edition()))).orElse(List.of());
      case SERVER ->
          servers.of(caller, link.get().account()).stream()
              .map(server -> Suggestion.of(server.toString()))
              .toList();
      case CONTACT, TRANSACTION -> List.of();
    };
  }

  /** A credential, and the rules under which it was used. */
  private record Key(CredentialVault.Link link, Object edition) {}

  /** What was typed before the last id's digits stays before each suggested one. */
  private static List<Suggestion> signed(String typed, List<Suggestion> ids) {
    Matcher before = BEFORE_ID.matcher(typed);
    String kept = before.lookingAt() ? before.group() : "";
    return startingWith(
        typed, ids.stream().map(id -> new Suggestion(kept + id.word(), id.label())).toList());
  }

  private static List<Suggestion> startingWith(String typed, List<Suggestion> all) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(each -> each.word().toLowerCase(Locale.ROOT).startsWith(lower))
        .toList();
  }

  /** The same reads of a caller's account, of which the servers are remembered that they show. */
  public BillingReads watching(Caller caller, AccountName account, BillingReads reads) {
    return servers.watching(caller, account, reads);
  }

  /** The caller changed something: their invoices are read anew by the next who asks. */
  public void changed(Caller caller) {
    invoices.forget(caller);
  }

  /** The caller's account is another one, or none: nothing of it is remembered. */
  public void forget(Caller caller) {
    invoices.forget(caller);
    servers.forget(caller);
  }
}
