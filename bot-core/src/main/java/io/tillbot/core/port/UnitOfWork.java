package io.tillbot.core.port;

import io.tillbot.core.access.Departures;
import io.tillbot.core.access.Installs;
import io.tillbot.core.access.ServiceAccounts;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.audit.AuditLog;
import io.tillbot.core.delivery.Deliveries;
import io.tillbot.core.operation.OperationLedger;

/** What is done together or not at all. Serves the thread that got it, until the work returns. */
public interface UnitOfWork {

  /** What buttons and forms stand for. */
  Tickets tickets();

  /** The ledger. */
  OperationLedger operations();

  /** What was received and not answered yet. */
  Deliveries deliveries();

  /** The accounts that workspaces own. */
  ServiceAccounts serviceAccounts();

  /** Where the bot was let in. */
  Installs installs();

  /** Workspaces that have left. */
  Departures departures();

  /** What was done and refused. */
  AuditLog audit();

  /**
   * Keeps every other unit of work that excludes the same from going on until this one has ended.
   *
   * @param subject such as an account's or a caller's key
   */
  void exclude(String subject);
}
