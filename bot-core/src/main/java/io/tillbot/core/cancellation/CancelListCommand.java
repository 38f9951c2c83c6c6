package io.tillbot.core.cancellation;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.command.option.DateType;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.reply.ApiFailures;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /cancel list}: get_cancellation_requests, each with its server where that is known. */
public final class CancelListCommand implements Handler.ReadsAccount {
  /** For each of them several reads are made; the rest is listed without its server. */
  private static final int MOST_LOOKED_UP = 10;

  private static final OptionSpec<ServerId> SERVER = OptionSpec.named("server", IdType.server());
  private static final OptionSpec<String> TYPE =
      OptionSpec.named(
          "type", new ChoiceType<>(words("end", "End of Billing Period", "now", "Immediate")));
  private static final OptionSpec<String> STATUS =
      OptionSpec.named(
          "status",
          new ChoiceType<>(
              words(
                  "active", "Active",
                  "suspended", "Suspended",
                  "pending", "Pending",
                  "cancelled", "Cancelled",
                  "terminated", "Terminated")));

  private final OptionSpec<LocalDate> from;
  private final OptionSpec<LocalDate> to;

  private CancelListCommand(Clock clock) {
    this.from = OptionSpec.named("from", new DateType(clock));
    this.to = OptionSpec.named("to", new DateType(clock));
  }

  public static Command command(Clock clock) {
    CancelListCommand handler = new CancelListCommand(clock);
    return new Command(
        CommandSpec.read(
                "cancel list", Visibility.SHAREABLE, SERVER, TYPE, STATUS, handler.from, handler.to)
            .leadingTo("cancel undo"),
        handler);
  }

  private static Map<String, String> words(String... pairs) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(pairs[i], pairs[i + 1]);
    }
    return words;
  }

  @Override
  public Outcome handle(Call call, BillingReads billing) {
    Options options = call.options();
    Optional<LocalDate> first = options.find(from);
    Optional<LocalDate> last = options.find(to);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      return new Outcome.Refused(
          Reply.card(Text.of("input.title"))
              .tone(Tone.WARNING)
              .body(Text.of("cancel-list.from-after-to"))
              .build());
    }
    return ApiFailures.answer(
        billing.getCancellationRequests(
            new ReadRequest.GetCancellationRequests(
                options.find(SERVER).orElse(null),
                options.find(TYPE).orElse(null),
                options.find(STATUS).orElse(null),
                first.orElse(null),
                last.orElse(null))),
        requests -> new Outcome.Answered(card(listed(requests, options.find(SERVER), billing))));
  }

  static Comparator<CancellationRequest> soonestFirst() {
    return Comparator.comparing(
        request -> Objects.requireNonNullElse(request.due(), LocalDate.MAX));
  }

  /** A request with the server that it is for; null where that is not known. */
  private record Listed(CancellationRequest request, @Nullable ServerId server) {}

  private static List<Listed> listed(
      List<CancellationRequest> requests, Optional<ServerId> server, BillingReads billing) {
    ServerOfAccount servers = new ServerOfAccount(billing);
    Optional<ServerBilling> asked =
        server
            .filter(_ -> !requests.isEmpty())
            .flatMap(id -> billing.getBillingData(ReadRequest.GetBillingData.of(id)).found());
    List<CancellationRequest> sorted = requests.stream().sorted(soonestFirst()).toList();
    List<Listed> listed = new ArrayList<>();
    for (CancellationRequest request : sorted) {
      boolean isTheOne =
          asked.isPresent() && CancellableServer.isOf(request, server.orElseThrow(), asked.get());
      Optional<ServerId> found =
          isTheOne
              ? server
              : listed.size() < MOST_LOOKED_UP ? servers.find(request.account()) : Optional.empty();
      listed.add(new Listed(request, found.orElse(null)));
    }
    return listed;
  }

  private static Reply card(List<Listed> listed) {
    Reply.Builder card = Reply.card(Text.of("cancel-list.title", Value.count(listed.size())));
    if (listed.isEmpty()) {
      return card.body(Text.of("cancel-list.none")).build();
    }
    card.table(
        new Table(
            List.of(
                Text.of("column.server"),
                Text.of("column.account"),
                Text.of("column.takes-effect"),
                Text.of("column.requested"),
                Text.of("column.due"),
                Text.of("column.status")),
            listed.stream().map(CancelListCommand::row).toList()));
    if (listed.stream().anyMatch(row -> row.server() == null)) {
      card.note(Text.of("cancel-list.server-not-known", Value.line("/cancel undo")));
    }
    listed.stream()
        .map(Listed::server)
        .filter(Objects::nonNull)
        .forEach(
            server ->
                card.run(
                    Text.of("button.undo-of", Value.data(server.toString())),
                    "/cancel undo " + server));
    return card.build();
  }

  private static Table.Row row(Listed listed) {
    CancellationRequest request = listed.request();
    return new Table.Row(
        tone(request),
        List.of(
            listed.server() == null
                ? Text.of("cancel-list.not-known")
                : Value.data(listed.server().toString()),
            Value.data(request.account().toString()),
            Value.cell(request.type(), CancellationCards::type),
            Value.cell(request.requested(), Value::day),
            Value.cell(request.due(), Value::day),
            Value.cell(request.billingStatus(), Value::data)));
  }

  private static Tone tone(CancellationRequest request) {
    String type = Objects.requireNonNullElse(request.type(), "").toLowerCase(Locale.ROOT);
    return type.contains("immediate") ? Tone.BAD : Tone.WARNING;
  }
}
