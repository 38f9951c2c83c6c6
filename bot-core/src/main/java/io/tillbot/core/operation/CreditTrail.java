package io.tillbot.core.operation;

/**
 * Whether a fall of the client's credit can be this change's doing alone. While another change of
 * the client is unknown, or was sent since this one was shown, it proves nothing.
 */
public enum CreditTrail {
  CLEAR,
  BLURRED
}
