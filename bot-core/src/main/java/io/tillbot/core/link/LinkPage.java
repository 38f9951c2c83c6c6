package io.tillbot.core.link;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.account.AccountLink;
import io.tillbot.core.account.AccountLink.Attempt;
import io.tillbot.core.account.MaskedClient;
import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import io.tillbot.core.reply.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The page on which a person gives a credential, without anything of HTTP. Looking at it changes
 * nothing; what is sent uses it up, whatever comes of it. A credential that the billing API accepts
 * is kept sealed, and links nobody before its owner has typed the code in the chat: who asked there
 * and who sent the form must be one person, and neither knows the other's half. Safe for many
 * threads and processes. A store that fails is a {@link
 * io.tillbot.core.access.CredentialVault.VaultException}.
 */
public final class LinkPage {
  /** How long a page serves, and how long a code. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  /** How many credentials may be given in vain, and how many codes. */
  public static final int MOST_TRIES = 5;

  private final Store store;
  private final AccountLink link;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Pages that are kept there.
   *
   * @param random whose numbers nobody can foretell
   */
  public LinkPage(Store store, AccountLink link, Clock clock, RandomGenerator random) {
    this.store = store;
    this.link = link;
    this.clock = clock;
    this.random = random;
  }

  /** Opens a page for the caller; an earlier one, and what was given there, serves no more. */
  TicketId open(Caller caller) {
    return store.writeWithoutTrace(
        unit -> {
          LinkCodes.oneAtATime(unit, caller);
          unit.tickets().takeWaiting(caller, Purpose.LINK_PAGE);
          unit.tickets().takeWaiting(caller, Purpose.LINK_CODE);
          return unit.tickets()
              .keep(ticket(caller, OpenPage.fresh(random), clock.instant().plus(LIFE)));
        });
  }

  /** What the page shows; as often as anybody asks. */
  public View look(String id) {
    return held(id)
        .<View>map(
            ticket -> {
              OpenPage page = OpenPage.of(ticket.facts());
              return new View.Asking(
                  ticket.owner(),
                  page.formToken(),
                  page.problem(),
                  MOST_TRIES - page.failures(),
                  Duration.between(clock.instant(), ticket.expires()));
            })
        .orElseGet(View.Gone::new);
  }

  /**
   * Takes what was filled in, once: of all who send, whenever and wherever, exactly one is heard.
   * May wait for the billing API.
   */
  public Sent send(String id, FilledIn filledIn) {
    Optional<Ticket> looked = held(id);
    if (looked.isEmpty()) {
      return new Sent.Gone();
    }
    if (!OpenPage.of(looked.get().facts()).isOwnForm(filledIn.formToken())) {
      return new Sent.Forged();
    }
    Caller caller = looked.get().owner();
    return store.write(unit -> unit.tickets().take(new TicketId(id), caller, Purpose.LINK_PAGE))
            instanceof Tickets.Found.Good(Ticket ticket)
        ? tried(ticket, filledIn)
        : new Sent.Gone();
  }

  private Sent tried(Ticket used, FilledIn filledIn) {
    Optional<Credential> credential = LinkForm.credential(filledIn.kind(), filledIn.secret());
    if (credential.isEmpty()) {
      return again(used, Problem.NOT_A_CREDENTIAL);
    }
    return switch (link.attempt(credential.get())) {
      case Attempt.Accepted accepted -> accepted(used.owner(), accepted, credential.get());
      case Attempt.NotAccepted _ -> again(used, Problem.NOT_ACCEPTED);
      case Attempt.Failed(Outcome.Refused _) -> again(used, Problem.NOT_ACCEPTED);
      case Attempt.Failed _ -> again(used, Problem.UNAVAILABLE);
    };
  }

  private Sent accepted(Caller caller, Attempt.Accepted accepted, Credential credential) {
    LinkCode code = LinkCode.random(random);
    PendingLink pending = new PendingLink(credential, accepted, code, MOST_TRIES);
    Instant until = clock.instant().plus(LIFE);
    return store.write(
        unit -> {
          if (isReplaced(unit, caller)) {
            return new Sent.Gone();
          }
          unit.tickets().takeWaiting(caller, Purpose.LINK_CODE);
          unit.tickets().keep(new Ticket(caller, Purpose.LINK_CODE, pending.facts(), until));
          return new Sent.Accepted(caller, accepted.client(), code);
        });
  }

  private Sent again(Ticket used, Problem why) {
    OpenPage next = OpenPage.of(used.facts()).failed(why, random);
    if (next.failures() >= MOST_TRIES) {
      return new Sent.TooMany();
    }
    return store.write(
        unit ->
            isReplaced(unit, used.owner()) || !clock.instant().isBefore(used.expires())
                ? new Sent.Gone()
                : new Sent.Again(unit.tickets().keep(ticket(used.owner(), next, used.expires()))));
  }

  /** While the billing API was asked, the caller may have asked for another page. */
  private static boolean isReplaced(UnitOfWork unit, Caller caller) {
    LinkCodes.oneAtATime(unit, caller);
    return unit.tickets().waiting(caller, Purpose.LINK_PAGE).isPresent();
  }

  private Optional<Ticket> held(String id) {
    return TicketId.isId(id)
        ? store.read(unit -> unit.tickets().held(new TicketId(id), Purpose.LINK_PAGE))
        : Optional.empty();
  }

  private static Ticket ticket(Caller caller, OpenPage page, Instant until) {
    return new Ticket(caller, Purpose.LINK_PAGE, page.facts(), until);
  }

  /** Why a credential was not taken; the names are kept in the store. */
  public enum Problem {
    /** It cannot be one, and was not tried. */
    NOT_A_CREDENTIAL,
    /** The billing API does not accept it, or lets it see too little. */
    NOT_ACCEPTED,
    /** The billing API could not be asked. */
    UNAVAILABLE
  }

  /**
   * What a person has filled in.
   *
   * @param formToken as the form had it
   * @param kind {@code api-key} or {@code token}
   * @param secret the credential
   */
  public record FilledIn(String formToken, String kind, String secret) {
    @Override
    public String toString() {
      return "FilledIn[" + kind + "]";
    }
  }

  /** What there is to be seen. */
  public sealed interface View {

    /**
     * The form.
     *
     * @param caller who will be linked
     * @param formToken goes back with the form
     * @param problem of what was given before
     * @param triesLeft at least one
     * @param left how long the page still serves
     */
    record Asking(
        Caller caller, String formToken, Optional<Problem> problem, int triesLeft, Duration left)
        implements View {
      @Override
      public String toString() {
        return "Asking[" + problem + "]";
      }
    }

    /** The page was used, has expired, was replaced or never was: nobody learns which. */
    record Gone() implements View {}
  }

  /** What came of sending. */
  public sealed interface Sent {

    /**
     * The billing API knows whose the credential is; the code is to be typed in the chat, and
     * serves as long as a page.
     */
    record Accepted(Caller caller, MaskedClient client, LinkCode code) implements Sent {}

    /**
     * Nothing was linked; another page in place of this one says why, and asks again.
     *
     * @param page the other page
     */
    record Again(TicketId page) implements Sent {}

    /** Nothing was linked, as often as is allowed. */
    record TooMany() implements Sent {}

    /** It was not sent by the page's own form; the page still serves. */
    record Forged() implements Sent {}

    /** As {@link View.Gone}. */
    record Gone() implements Sent {}
  }
}
