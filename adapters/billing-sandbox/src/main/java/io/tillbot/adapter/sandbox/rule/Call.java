package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.choice.Settings;
import io.tillbot.adapter.sandbox.form.Form;

/**
 * What came over the wire.
 *
 * @param form its fields, {@code action} and {@code token} among them
 * @param verb how it was sent
 * @param address from where
 * @param settings the switches for it
 */
public record Call(Form form, Verb verb, String address, Settings settings) {

  /** How a request was sent. */
  public enum Verb {
    GET,
    POST
  }
}
