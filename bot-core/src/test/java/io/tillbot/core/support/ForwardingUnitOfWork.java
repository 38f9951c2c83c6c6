package io.tillbot.core.support;

import io.tillbot.core.access.Departures;
import io.tillbot.core.access.Installs;
import io.tillbot.core.access.ServiceAccounts;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.audit.AuditLog;
import io.tillbot.core.delivery.Deliveries;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.port.UnitOfWork;

/** Passes everything on to another unit of work, for those that look at a part of it. */
public abstract class ForwardingUnitOfWork implements UnitOfWork {
  private final UnitOfWork unit;

  protected ForwardingUnitOfWork(UnitOfWork unit) {
    this.unit = unit;
  }

  @Override
  public Tickets tickets() {
    return unit.tickets();
  }

  @Override
  public OperationLedger operations() {
    return unit.operations();
  }

  @Override
  public Deliveries deliveries() {
    return unit.deliveries();
  }

  @Override
  public ServiceAccounts serviceAccounts() {
    return unit.serviceAccounts();
  }

  @Override
  public Installs installs() {
    return unit.installs();
  }

  @Override
  public Departures departures() {
    return unit.departures();
  }

  @Override
  public AuditLog audit() {
    return unit.audit();
  }

  @Override
  public void exclude(String subject) {
    unit.exclude(subject);
  }
}
