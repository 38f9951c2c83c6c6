package io.tillbot.core.oversight;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.AuditPage;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.audit.Where;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit trail as cards. */
final class AuditCards {
  private AuditCards() {}

  /**
   * Rows as a list.
   *
   * @param people those that are known
   * @param most how many rows there are at most
   */
  static Reply list(AuditPage rows, Map<Pseudonym, Caller> people, int most) {
    Reply.Builder card = Reply.card(Text.of("audit.title"));
    if (rows.unreadable() > 0) {
      card.note(
          Text.of(
              "audit.unreadable",
              Value.count(rows.unreadable()),
              Value.line("./tillbot audit verify")));
    }
    List<AuditRecord> records = rows.records();
    if (records.isEmpty()) {
      return rows.unreadable() > 0
          ? card.tone(Tone.BAD).build()
          : card.body(Text.of("audit.none")).build();
    }
    card.table(
        new Table(
            List.of(
                Text.of("column.when"),
                Text.of("column.who"),
                Text.of("column.where"),
                Text.of("column.act"),
                Text.of("column.command"),
                Text.of("column.outcome"),
                Text.of("column.rule"),
                Text.of("column.operation"),
                Text.of("column.times")),
            records.stream().map(record -> row(record.entry(), people)).toList()));
    return records.size() + rows.unreadable() < most
        ? card.build()
        : card.note(Text.of("audit.more", Value.count(most), Value.line("./tillbot audit export")))
            .build();
  }

  private static Table.Row row(AuditEntry entry, Map<Pseudonym, Caller> people) {
    AuditEntry.What what = entry.what();
    return new Table.Row(
        Tone.NEUTRAL,
        List.of(
            Value.moment(entry.at()),
            who(entry.who(), people),
            where(entry.where()),
            what.act().label(),
            command(what, people),
            Value.data(entry.end().outcome()),
            Value.data(what.rules().stream().map(RuleRef::name).collect(Collectors.joining(" "))),
            Value.data(what.operation().map(OperationId::value).orElse("")),
            Value.count(entry.end().times())));
  }

  private static Value who(Actor who, Map<Pseudonym, Caller> people) {
    return switch (who) {
      case Actor.Known(Pseudonym pseudonym) ->
          Value.data(
              people.containsKey(pseudonym) ? people.get(pseudonym).key() : pseudonym.value());
      case Actor.Person(Caller caller) -> Value.data(caller.key());
      case Actor.Bot _ -> Text.of("audit.bot");
      case Actor.Strangers _ -> Text.of("audit.strangers");
    };
  }

  private static Value where(Where where) {
    return Value.data(
        Stream.of(
                where.platform().map(Platform::id),
                where.workspace(),
                where.kind().map(AuditCards::kind),
                where.channel())
            .flatMap(part -> part.stream())
            .collect(Collectors.joining(" ")));
  }

  private static String kind(Place.Kind kind) {
    return switch (kind) {
      case TERMINAL -> "terminal";
      case DIRECT_MESSAGE -> "direct-message";
      case PRIVATE_CHANNEL -> "private-channel";
      case PUBLIC_CHANNEL -> "public-channel";
    };
  }

  private static Value command(AuditEntry.What what, Map<Pseudonym, Caller> people) {
    String options =
        what.options().entrySet().stream()
            .map(option -> " " + option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining());
    Value line = Value.data(what.command() + options);
    return what.whom()
        .<Value>map(whom -> Text.of("audit.done-to", line, who(whom, people)))
        .orElse(line);
  }
}
