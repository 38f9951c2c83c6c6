package io.tillbot.adapter.store;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.Operation.Passage;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an operation becomes a row and a row an operation. */
final class OperationForm {
  private static final String BLANK = " ";
  private static final char AT = '@';

  private OperationForm() {}

  static OperationRow row(Operation operation, Sealer sealer) {
    OperationKey key = OperationKey.of(operation);
    Optional<Money> money =
        operation.commitment() instanceof Commitment.Of(Money known)
            ? Optional.of(known)
            : Optional.empty();
    return new OperationRow(
        key,
        operation.version(),
        operation.command(),
        operation.targets().stream().map(Target::key).sorted().collect(Collectors.joining(BLANK)),
        kind(operation.commitment()),
        money.map(known -> known.amount().toPlainString()).orElse(null),
        money.map(known -> known.currency().code()).orElse(null),
        Millis.of(operation.due()),
        operation.holder().orElse(null),
        operation.tries(),
        operation.history().stream()
            .map(passage -> passage.state().name() + AT + passage.at().toEpochMilli())
            .collect(Collectors.joining(BLANK)),
        sealer.seal(Facts.encode(operation.sealed()), key));
  }

  /**
   * The operation of a row.
   *
   * @throws UnreadableRowException when it does not open, or holds what is unknown here
   */
  static Operation operation(OperationRow row, Sealer sealer) {
    byte[] sealed =
        sealer
            .open(row.body(), row.key())
            .orElseThrow(
                () ->
                    new UnreadableRowException(
                        "The stored operation %s does not open, its row was damaged or moved"
                            .formatted(row.key().id())));
    return read(row, Facts.decode(sealed));
  }

  private static Operation read(OperationRow row, Map<String, String> sealed) {
    try {
      return new Operation(
          new OperationId(row.key().id()),
          row.version(),
          Caller.ofKey(row.key().owner()),
          new AccountName(row.key().account()),
          row.command(),
          targets(row.targets()),
          commitment(row.commitment(), row.amount(), row.currency()),
          Optional.ofNullable(row.due()).map(Instant::ofEpochMilli),
          Optional.ofNullable(row.holder()),
          row.tries(),
          history(row.history()),
          sealed);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRowException(
          "The stored operation %s holds what is unknown here".formatted(row.key().id()), e);
    }
  }

  private static Set<Target> targets(String keys) {
    return words(keys).map(Target::of).collect(Collectors.toUnmodifiableSet());
  }

  private static List<Passage> history(String passages) {
    return words(passages)
        .map(
            passage -> {
              int at = passage.indexOf(AT);
              return new Passage(
                  State.valueOf(passage.substring(0, Math.max(at, 0))),
                  Instant.ofEpochMilli(Long.parseLong(passage.substring(at + 1))));
            })
        .toList();
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(BLANK, -1)).filter(word -> !word.isEmpty());
  }

  private static String kind(Commitment commitment) {
    return switch (commitment) {
      case Commitment.Nothing _ -> "NOTHING";
      case Commitment.Of _ -> "OF";
      case Commitment.Open _ -> "OPEN";
    };
  }

  private static Commitment commitment(
      String kind, @Nullable String amount, @Nullable String currency) {
    if (amount != null && currency != null) {
      return Commitment.of(Money.of(amount, currency));
    }
    return switch (kind) {
      case "NOTHING" -> Commitment.nothing();
      case "OPEN" -> Commitment.open();
      default -> throw new IllegalArgumentException("not a commitment");
    };
  }
}
