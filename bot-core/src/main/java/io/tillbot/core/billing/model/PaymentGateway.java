package io.tillbot.core.billing.model;

import java.net.URI;

/**
 * A way to pay an invoice, of getpaymentgw.
 *
 * @param name WHMCS's module name, such as {@code banktransfer}
 */
public record PaymentGateway(String name, Call call) {

  /** What the API gives for it. Nothing of it has been executed or followed. */
  public sealed interface Call {}

  /** An address to open; not yet checked against the allowed hosts. */
  public record Link(URI address) implements Call {}

  /** An HTML form or button, which only the client area can show. */
  public record Form() implements Call {}

  /** Words to read, such as bank details; plain text, tags and entities removed. */
  public record Note(String text) implements Call {}
}
