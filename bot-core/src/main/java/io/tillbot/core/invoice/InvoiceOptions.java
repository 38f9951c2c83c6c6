package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.command.option.LocationType;

/** The options that several commands about invoices share. */
final class InvoiceOptions {
  static final OptionSpec<InvoiceId> ID = OptionSpec.required("id", IdType.invoice());
  static final OptionSpec<Location> LOCATION = OptionSpec.named("location", new LocationType());

  private InvoiceOptions() {}
}
