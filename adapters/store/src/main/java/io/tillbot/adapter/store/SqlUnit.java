package io.tillbot.adapter.store;

import io.tillbot.core.access.Departures;
import io.tillbot.core.access.Installs;
import io.tillbot.core.access.ServiceAccounts;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.audit.AuditLog;
import io.tillbot.core.delivery.Deliveries;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.port.UnitOfWork;
import java.security.SecureRandom;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** What one transaction can see and change. */
final class SqlUnit implements UnitOfWork {

  /** What units of work share. */
  record Means(Sealer sealer, Clock clock, SecureRandom random, Dialect dialect, AuditSeal audit) {}

  private final Handle handle;
  private final Means means;

  SqlUnit(Handle handle, Means means) {
    this.handle = handle;
    this.means = means;
  }

  @Override
  public Tickets tickets() {
    return new SqlTickets(
        new TicketRows(handle, means.dialect()), sealer(), means.clock(), means.random());
  }

  @Override
  public OperationLedger operations() {
    return new SqlLedger(new OperationRows(handle, means.dialect()), sealer());
  }

  @Override
  public Deliveries deliveries() {
    return new SqlDeliveries(new DeliveryRows(handle, means.dialect()), sealer());
  }

  private Sealer sealer() {
    return means.sealer().within(handle);
  }

  @Override
  public ServiceAccounts serviceAccounts() {
    return new SqlServiceAccounts(new SealedRows(handle), sealer(), means.clock());
  }

  @Override
  public Installs installs() {
    return new SqlInstalls(new SealedRows(handle), sealer());
  }

  @Override
  public Departures departures() {
    return new SqlDepartures(new SealedRows(handle), sealer());
  }

  @Override
  public AuditLog audit() {
    return new SqlAudit(handle, means);
  }

  /** On SQLite nothing has to be done: there one unit of work is done at a time. */
  @Override
  public void exclude(String subject) {
    VaultFailures.translated(
        () -> {
          means.dialect().exclude(handle, subject);
          return subject;
        });
  }
}
