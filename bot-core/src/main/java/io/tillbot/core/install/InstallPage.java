package io.tillbot.core.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.Where;
import io.tillbot.core.erasure.WorkspaceErasure;
import io.tillbot.core.execution.Means;
import io.tillbot.core.install.Installer.Answer;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a browser to a platform that asks whether the bot may come in, and takes the answer with
 * which it comes back: once, in time, and from the same browser, so that nobody can be made to
 * finish what somebody else has begun. Safe for many threads and processes.
 */
public final class InstallPage {
  /** The way to the platform and back. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(InstallPage.class);
  private static final String COMMAND = "install";
  private static final String DONE = "answered";
  private static final String CANCELLED = "access_denied";

  /** No workspace of any platform is called so. */
  private static final String NOWHERE = "install";

  private final Means means;
  private final WorkspaceErasure erasure;
  private final Installer installer;
  private final Supplier<String> secrets;

  /**
   * @param secrets gives texts that nobody can guess
   */
  public InstallPage(
      Means means, WorkspaceErasure erasure, Installer installer, Supplier<String> secrets) {
    this.means = means;
    this.erasure = erasure;
    this.installer = installer;
    this.secrets = secrets;
  }

  /**
   * A way that has begun. Prints as nothing.
   *
   * @param question where the browser goes
   * @param browser by which it is known when it comes back: a secret
   */
  public record Begun(URI question, String browser) {
    @Override
    public String toString() {
      return "Begun[***]";
    }
  }

  /**
   * What a browser brings back. Prints as nothing.
   *
   * @param browser by which it is known
   * @param error in place of a code
   */
  public record Returned(
      Optional<String> state,
      Optional<String> browser,
      Optional<String> code,
      Optional<String> error) {
    @Override
    public String toString() {
      return "Returned[***]";
    }
  }

  /** How it ended. */
  public sealed interface Ended {

    /** The bot is in the workspace of that name. */
    record Installed(String workspace) implements Ended {}

    /** Whoever was asked said no. */
    record Cancelled() implements Ended {}

    /** Nobody waits for that: it was used, has expired, or began in another browser. */
    record Stale() implements Ended {}

    /**
     * The platform said no.
     *
     * @param code its own word
     */
    record Refused(String code) implements Ended {}

    /** The platform did not answer; what became of it is not known. */
    record NoAnswer() implements Ended {}
  }

  /** Begins. */
  public Begun begin() {
    String browser = secrets.get();
    Ticket ticket = new Ticket(owner(browser), Purpose.INSTALL, Map.of(), means.now().plus(LIFE));
    TicketId state = means.store().write(unit -> unit.tickets().keep(ticket));
    return new Begun(installer.question(state), browser);
  }

  /** Ends it. */
  public Ended end(Returned returned) {
    Instant began = means.now();
    if (!isAwaited(returned)) {
      return new Ended.Stale();
    }
    if (returned.error().isPresent()) {
      String error = returned.error().get();
      return error.equals(CANCELLED) ? new Ended.Cancelled() : new Ended.Refused(error);
    }
    return returned
        .code()
        .map(code -> ended(installer.redeem(code), began))
        .orElseGet(Ended.Stale::new);
  }

  private boolean isAwaited(Returned returned) {
    Optional<TicketId> state = returned.state().filter(TicketId::isId).map(TicketId::new);
    if (state.isEmpty() || returned.browser().isEmpty()) {
      return false;
    }
    Caller owner = owner(returned.browser().get());
    Found found =
        means.store().write(unit -> unit.tickets().take(state.get(), owner, Purpose.INSTALL));
    return found instanceof Found.Good;
  }

  private Ended ended(Answer answer, Instant began) {
    return switch (answer) {
      case Answer.LetIn letIn -> {
        erasure.letIn(letIn.install(), told(letIn, began));
        LOG.info("{} has let the bot in", letIn.install().workspace().key());
        yield new Ended.Installed(letIn.name());
      }
      case Answer.Refused(String code) -> new Ended.Refused(code);
      case Answer.NoAnswer _ -> new Ended.NoAnswer();
    };
  }

  private AuditEntry told(Answer.LetIn letIn, Instant began) {
    return new AuditEntry(
        began,
        new Actor.Person(letIn.by()),
        Where.around(letIn.by()),
        AuditEntry.What.of(Act.PLATFORM, COMMAND),
        new AuditEntry.End(DONE, Duration.between(began, means.now()), Optional.empty(), 1));
  }

  /** The browser, as the owner of its ticket. */
  private Caller owner(String browser) {
    return new Caller(installer.platform(), NOWHERE, sha256(browser));
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
