package io.tillbot.adapter.sandbox.journal;

import java.time.Instant;

/**
 * What a journal began with.
 *
 * @param version of the format
 * @param seed the seed's number
 * @param extraClients how many customers were added
 * @param invoiceIds the setting of {@code invoice_ids} at that time
 * @param created when
 */
public record Header(int version, long seed, int extraClients, String invoiceIds, Instant created) {

  /** The format that is written and read. */
  public static final int CURRENT = 1;
}
