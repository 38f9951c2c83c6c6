/** What the billing API talks about: ids, money, invoices, contacts, cancellations. */
@NullMarked
package io.tillbot.core.billing.model;

import org.jspecify.annotations.NullMarked;
