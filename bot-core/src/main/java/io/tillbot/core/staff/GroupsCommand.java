package io.tillbot.core.staff;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.ClientGroup;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Comparator;
import java.util.List;

/** {@code /billing-admin groups}: get_clientgroups, without their discounts. */
public final class GroupsCommand implements Handler.ReadsAccount {
  private static final CommandSpec SPEC =
      CommandSpec.read("billing-admin groups", Visibility.PRIVATE);

  private GroupsCommand() {}

  public static Command command() {
    return new Command(SPEC, new GroupsCommand());
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    return ApiFailures.answer(
        billing.getClientGroups(new ReadRequest.GetClientGroups()),
        groups -> new Outcome.Answered(card(groups)));
  }

  private static Reply card(List<ClientGroup> groups) {
    Reply.Builder card = Reply.card(Text.of("groups.title", Value.count(groups.size())));
    return groups.isEmpty()
        ? card.body(Text.of("groups.none")).build()
        : card.table(
                new Table(
                    List.of(Text.of("column.group"), Text.of("column.group-name")),
                    groups.stream()
                        .sorted(Comparator.comparingLong(group -> group.id().value()))
                        .map(GroupsCommand::row)
                        .toList()))
            .build();
  }

  private static Table.Row row(ClientGroup group) {
    return new Table.Row(
        Tone.NEUTRAL, List.of(Value.data(group.id().toString()), Value.data(group.name())));
  }
}
