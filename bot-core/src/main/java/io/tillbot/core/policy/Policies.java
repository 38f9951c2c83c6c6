package io.tillbot.core.policy;

/** Knows the policy that holds now; safe for many threads. */
@FunctionalInterface
public interface Policies {
  /** The policy of this moment; it may be another one the next time. Never waits long. */
  Policy current();
}
