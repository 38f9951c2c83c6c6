package io.tillbot.core.simulation;

/** What must hold, whatever happens. */
enum Law {
  /** No intent is sent twice. */
  SENT_ONCE,
  /** Nothing is sent before it is durable that it may be on its way. */
  DURABLE_FIRST,
  /** Nothing is sent without its owner's valid confirmation and, where asked, an approval. */
  CONFIRMED_FIRST,
  /** Nothing is sent that was no longer what its owner had agreed to. */
  AS_AGREED,
  /** Whoever sends has it alone until the lease ends. */
  LEASE_KEPT,
  /** What was done is what the ledger says was done. */
  LEDGER_TRUE,
  /** A person is not told yes of what was not done, nor no of what was. */
  TOLD_TRUE,
  /** Every message that was taken up is answered, unless its process died each time. */
  ANSWERED,
  /** Every unknown outcome is shown to its owner. */
  UNKNOWN_REPORTED,
  /** When the faults stop, everything comes to its end, or to a person. */
  NOTHING_LEFT,
  /** What a person has settled locks nothing any more. */
  LOCKS_GONE,
  /** The program itself does not break. */
  NO_BUG
}
