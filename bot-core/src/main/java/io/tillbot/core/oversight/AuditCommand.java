package io.tillbot.core.oversight;

import io.tillbot.core.access.Caller;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditFilter;
import io.tillbot.core.audit.AuditPage;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.command.option.DateType;
import io.tillbot.core.command.option.OperationType;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.port.Store;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /billing-admin audit}: the newest rows of the audit trail. Staff see who it was as long as
 * that person is linked, and a pseudonym afterwards.
 */
public final class AuditCommand implements Handler.NeedsNoAccount {
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  private static final OptionSpec<String> USER =
      OptionSpec.named("user", new TextType(LONGEST, "slack/T012AB3CD/U012AB3CD"));
  private static final OptionSpec<String> COMMAND =
      OptionSpec.named("command", new TextType(LONGEST, "pay"));
  private static final OptionSpec<String> OUTCOME =
      OptionSpec.named("outcome", new ChoiceType<>(outcomes()));
  private static final OptionSpec<String> RULE =
      OptionSpec.named("rule", new TextType(LONGEST, "staff-only"));
  private static final OptionSpec<OperationId> OPERATION =
      OptionSpec.named("operation", new OperationType());

  private final Store store;
  private final OptionSpec<LocalDate> since;
  private final OptionSpec<LocalDate> until;

  private AuditCommand(Store store, Clock clock) {
    this.store = store;
    this.since = OptionSpec.named("since", new DateType(clock));
    this.until = OptionSpec.named("until", new DateType(clock));
  }

  public static Command command(Store store, Clock clock) {
    AuditCommand handler = new AuditCommand(store, clock);
    return new Command(
        CommandSpec.read(
                "billing-admin audit",
                Visibility.PRIVATE,
                USER,
                COMMAND,
                OUTCOME,
                RULE,
                OPERATION,
                handler.since,
                handler.until)
            .leadingTo("billing-admin show"),
        handler);
  }

  /** What commands come to, and what operations come to by themselves. */
  private static Map<String, String> outcomes() {
    Map<String, String> words = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(
                "answered",
                "pending",
                "needs_confirmation",
                "needs_input",
                "needs_link",
                "refused",
                "unknown",
                "unavailable"),
            Stream.of(
                    State.SUCCEEDED,
                    State.NOT_SENT,
                    State.SETTLED_DONE,
                    State.SETTLED_NOT_DONE,
                    State.EXPIRED,
                    State.STALE)
                .map(State::word))
        .forEach(word -> words.put(word, word));
    return words;
  }

  @Override
  public Outcome handle(Call call) {
    Options options = call.options();
    Optional<String> user = options.find(USER);
    Optional<Pseudonym> who = user.flatMap(this::pseudonym);
    if (user.isPresent() && who.isEmpty()) {
      return new Outcome.Answered(
          Reply.card(Text.of("audit.title")).body(Text.of("audit.user-unknown")).build());
    }
    AuditFilter filter =
        new AuditFilter(
            who,
            options.find(COMMAND).map(AuditCommand::name),
            options.find(OUTCOME),
            options.find(RULE).map(AuditCommand::rule),
            options.find(OPERATION),
            options.find(since).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
            options
                .find(until)
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    return store.read(
        unit -> {
          AuditPage rows = unit.audit().newest(filter, MOST);
          return new Outcome.Answered(
              AuditCards.list(rows, unit.audit().behind(pseudonyms(rows.records())), MOST));
        });
  }

  private static List<Pseudonym> pseudonyms(List<AuditRecord> records) {
    return records.stream()
        .flatMap(
            record ->
                Stream.concat(
                    Stream.of(record.entry().who()), record.entry().what().whom().stream()))
        .filter(Actor.Known.class::isInstance)
        .map(actor -> ((Actor.Known) actor).pseudonym())
        .distinct()
        .toList();
  }

  /** Of a pseudonym or a platform's user; empty when nobody of that name is known. */
  private Optional<Pseudonym> pseudonym(String word) {
    if (Pseudonym.isPseudonym(word)) {
      return Optional.of(new Pseudonym(word));
    }
    Caller caller;
    try {
      caller = Caller.ofKey(word);
    } catch (IllegalArgumentException nobody) {
      return Optional.empty();
    }
    return store.read(unit -> unit.audit().pseudonym(caller));
  }

  private static String name(String typed) {
    return typed.startsWith("/") ? typed.substring(1) : typed;
  }

  /** What cannot be a rule's name is no rule's name. */
  private static String rule(String typed) {
    return RuleRef.isName(typed) ? typed : "-";
  }
}
