/** Invoices as PDF documents. */
@NullMarked
package io.tillbot.adapter.sandbox.pdf;

import org.jspecify.annotations.NullMarked;
