package io.tillbot.adapter.store;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.operation.Operation;
import java.util.List;

/**
 * A row of the table {@code operations}.
 *
 * @param id the operation's
 * @param owner whose it is
 * @param account which it changes
 */
record OperationKey(String id, String owner, String account) implements SealedPlace {

  static OperationKey of(Operation operation) {
    return new OperationKey(
        operation.id().value(), operation.owner().key(), operation.account().value());
  }

  /** The client, whatever the account is called. */
  String client() {
    return new AccountName(account).client();
  }

  @Override
  public List<String> parts() {
    return List.of("operations", "body", id, owner, account);
  }
}
