/** What can be asked of the billing API: one typed request for each of its methods. */
@NullMarked
package io.tillbot.core.billing.request;

import org.jspecify.annotations.NullMarked;
