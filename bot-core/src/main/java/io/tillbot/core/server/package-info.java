/** A server's billing account and its invoices. */
@NullMarked
package io.tillbot.core.server;

import org.jspecify.annotations.NullMarked;
