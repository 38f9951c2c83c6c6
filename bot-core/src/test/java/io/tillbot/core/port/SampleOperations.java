package io.tillbot.core.port;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
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

/** Operations for the contracts of the ledger. */
public final class SampleOperations {
  private SampleOperations() {}

  /** The id of that number. */
  public static OperationId id(int number) {
    return OperationId.of("%010d".formatted(number));
  }

  /** One that was shown, without anything due. */
  public static Operation proposed(int number, Caller owner, AccountName account, Instant at) {
    return new Operation(
        id(number),
        0,
        owner,
        account,
        "pay",
        Set.of(new Target(Target.Kind.INVOICE, "123")),
        Commitment.nothing(),
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(new Passage(State.PROPOSED, at)),
        Map.of("word:invoice", "123"));
  }

  /** The same with other texts that are sealed. */
  public static Operation withSealed(Operation operation, Map<String, String> sealed) {
    return new Operation(
        operation.id(),
        operation.version(),
        operation.owner(),
        operation.account(),
        operation.command(),
        operation.targets(),
        operation.commitment(),
        operation.due(),
        operation.holder(),
        operation.tries(),
        operation.history(),
        sealed);
  }

  /** The same that concerns other things and moves other money. */
  public static Operation about(Operation operation, Set<Target> targets, Commitment commitment) {
    return new Operation(
        operation.id(),
        operation.version(),
        operation.owner(),
        operation.account(),
        operation.command(),
        targets,
        commitment,
        operation.due(),
        operation.holder(),
        operation.tries(),
        operation.history(),
        operation.sealed());
  }
}
