package io.tillbot.adapter.store;

import io.tillbot.adapter.store.AuditRow.AuditKey;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.audit.Where;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.RuleRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audit entries as rows and back. */
final class AuditForm {
  private static final String BOT = "bot";
  private static final String STRANGERS = "strangers";
  private static final String BLANK = " ";

  private AuditForm() {}

  /**
   * An entry as a row.
   *
   * @param naming gives a person their pseudonym
   */
  static AuditRow row(AuditKey key, AuditEntry entry, Function<Actor.Somebody, Pseudonym> naming) {
    AuditEntry.What what = entry.what();
    return new AuditRow(
        key,
        entry.at().toEpochMilli(),
        who(entry.who(), naming),
        entry.where().platform().map(Platform::id).orElse(null),
        entry.where().workspace().orElse(null),
        entry.where().kind().map(Place.Kind::name).orElse(null),
        entry.where().channel().orElse(null),
        what.act().word(),
        what.command(),
        options(what.options()),
        rules(what.rules()),
        what.operation().map(OperationId::value).orElse(null),
        what.whom().map(whom -> naming.apply(whom).value()).orElse(null),
        entry.end().outcome(),
        entry.end().took().toMillis(),
        entry.end().correlation().orElse(null),
        entry.end().times());
  }

  private static String who(Actor who, Function<Actor.Somebody, Pseudonym> naming) {
    return switch (who) {
      case Actor.Somebody somebody -> naming.apply(somebody).value();
      case Actor.Bot _ -> BOT;
      case Actor.Strangers _ -> STRANGERS;
    };
  }

  private static String options(Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(BLANK));
  }

  private static String rules(List<RuleRef> rules) {
    return rules.stream()
        .map(rule -> rule.name() + ":" + rule.line())
        .collect(Collectors.joining(BLANK));
  }

  /**
   * A row as the entry that it was.
   *
   * @param passingOver gets it when it holds what is unknown here
   */
  static void read(AuditRow row, Consumer<AuditRecord> taking, Consumer<AuditFinding> passingOver) {
    AuditRecord record;
    try {
      record = new AuditRecord(row.key().chain(), row.key().number(), entry(row));
    } catch (IllegalArgumentException unknown) {
      passingOver.accept(AuditFinding.ofRow(AuditFinding.Kind.UNREADABLE, row));
      return;
    }
    taking.accept(record);
  }

  private static AuditEntry entry(AuditRow row) {
    return new AuditEntry(
        Instant.ofEpochMilli(row.at()),
        actor(row.who()),
        new Where(
            read(row.platform(), Platform::of),
            Optional.ofNullable(row.workspace()),
            read(row.place(), Place.Kind::valueOf),
            Optional.ofNullable(row.channel())),
        new AuditEntry.What(
            Act.valueOf(row.act().toUpperCase(Locale.ROOT)),
            row.command(),
            options(row.options()),
            words(row.rules()).map(AuditForm::rule).toList(),
            read(row.operation(), OperationId::new),
            read(row.whom(), whom -> new Actor.Known(new Pseudonym(whom)))),
        new AuditEntry.End(
            row.outcome(),
            Duration.ofMillis(row.took()),
            Optional.ofNullable(row.correlation()),
            row.times()));
  }

  private static Actor actor(String who) {
    return switch (who) {
      case BOT -> new Actor.Bot();
      case STRANGERS -> new Actor.Strangers();
      default -> new Actor.Known(new Pseudonym(who));
    };
  }

  private static SortedMap<String, String> options(String text) {
    SortedMap<String, String> options = new TreeMap<>();
    words(text)
        .forEach(
            option -> {
              int at = option.indexOf('=');
              options.put(option.substring(0, Math.max(at, 0)), option.substring(at + 1));
            });
    return options;
  }

  private static RuleRef rule(String word) {
    int at = word.indexOf(':');
    return new RuleRef(
        word.substring(0, Math.max(at, 0)), Integer.parseInt(word.substring(at + 1)));
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(BLANK, -1)).filter(word -> !word.isEmpty());
  }

  private static <T> Optional<T> read(@Nullable String text, Function<String, T> reading) {
    return Optional.ofNullable(text).map(reading);
  }
}
