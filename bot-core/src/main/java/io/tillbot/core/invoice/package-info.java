/** Invoices: looking one up, listing them, their PDFs. */
@NullMarked
package io.tillbot.core.invoice;

import org.jspecify.annotations.NullMarked;
