package io.tillbot.core.service;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;

/** The cards about a workspace's own accounts. */
final class ServiceAccountCards {
  private ServiceAccountCards() {}

  static Reply list(List<ServiceAccount> accounts) {
    Reply.Builder card = Reply.card(Text.of("service-account.list", Value.count(accounts.size())));
    return accounts.isEmpty()
        ? card.body(Text.of("service-account.none"))
            .field(Text.of("field.try"), Value.line("/billing-admin service-account add"))
            .build()
        : card.table(
                new Table(
                    List.of(
                        Text.of("column.account"),
                        Text.of("column.state"),
                        Text.of("column.since"),
                        Text.of("column.added-by")),
                    accounts.stream().map(ServiceAccountCards::row).toList()))
            .build();
  }

  private static Table.Row row(ServiceAccount account) {
    return new Table.Row(
        account.state() == ServiceAccount.State.ACTIVE ? Tone.NEUTRAL : Tone.BAD,
        List.of(
            Value.data(account.account().value()),
            state(account.state()),
            new Value.Moment(account.since()),
            Value.data(account.added().map(added -> added.by().key()).orElse("—"))));
  }

  private static Text state(ServiceAccount.State state) {
    return switch (state) {
      case ACTIVE -> Text.of("service-account.active");
      case REVOKED -> Text.of("service-account.revoked");
      case UNREADABLE -> Text.of("service-account.unreadable");
    };
  }

  static Reply added(AccountName account) {
    return Reply.card(Text.of("service-account.added", Value.data(account.value())))
        .tone(Tone.GOOD)
        .body(Text.of("service-account.what-for"))
        .note(Text.of("service-account.own-link"))
        .build();
  }

  static Reply removed(AccountName account) {
    return Reply.card(Text.of("service-account.removed", Value.data(account.value())))
        .tone(Tone.GOOD)
        .body(Text.of("service-account.erased"))
        .build();
  }

  static Reply unknown(AccountName account) {
    return Reply.card(Text.of("service-account.unknown", Value.data(account.value())))
        .tone(Tone.WARNING)
        .field(Text.of("field.try"), Value.line("/billing-admin service-account list"))
        .build();
  }

  static Reply onlyKeys(AccountName account) {
    return Reply.card(Text.of("service-account.only-keys", Value.data(account.value())))
        .tone(Tone.WARNING)
        .body(Text.of("service-account.only-keys-why"))
        .run(Text.of("button.link"), "/billing link")
        .build();
  }

  /** For the one who added it. */
  static Reply servesNoMore(ServiceAccount account) {
    return servesNoMore()
        .field(Text.of("field.account"), Value.data(account.account().value()))
        .run(Text.of("button.link"), "/billing link")
        .build();
  }

  /** For a channel: not which one, since an account's name holds its client's number. */
  static Reply oneServesNoMore() {
    return servesNoMore().build();
  }

  private static Reply.Builder servesNoMore() {
    return Reply.card(Text.of("service-account.serves-no-more"))
        .tone(Tone.BAD)
        .body(Text.of("service-account.serves-no-more-why"))
        .body(
            Text.of(
                "service-account.serves-no-more-what-to-do",
                Value.line("/billing link"),
                Value.line("/billing-admin service-account add")))
        .field(Text.of("field.try"), Value.line("/billing-admin service-account list"));
  }

  static Reply tooMany(int most) {
    return Reply.card(Text.of("service-account.too-many", Value.count(most)))
        .tone(Tone.WARNING)
        .field(Text.of("field.try"), Value.line("/billing-admin service-account list"))
        .build();
  }
}
