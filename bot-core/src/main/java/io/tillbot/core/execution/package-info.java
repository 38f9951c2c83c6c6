/**
 * What happens to an operation: shown, confirmed, approved, held, sent once, looked for, settled.
 * Everything durable goes through the ledger; everything that is read is read outside any
 * transaction.
 */
@NullMarked
package io.tillbot.core.execution;

import org.jspecify.annotations.NullMarked;
